"""Which surprises stand in the short answer: each cause once, and nothing that is too little."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast
from ytelsesrad.regelspraak.overraskelser import SLAG

_NED = ("settes_ned", "faller_bort")
_VENTER = ("settes_ned_foer_pengene", "opptjent_foer_betalt")
_TIL_GODE = "oppgjor_til_gode"
_FALL = ("faller_bort", "over_grense", "naer_grense", "oppgjor_tilbake")
_AARETS = ("oppgjor_tilbake", _TIL_GODE)


def samme_sak(funnet: Sequence[Utkast]) -> list[int | None]:
    """Return for each surprise the number of the one that it is a part of, if it is.

    What goes down when the first months look too good is a part of that; the first money for
    several months is a part of the wait for it; what comes back in a settlement is a part of the
    settlement; and what one note says of a later year is a part of what it says of the first.
    """
    svar: list[int | None] = []
    for nr, u in enumerate(funnet):
        av = next((n for n, v in enumerate(funnet) if n != nr and _er_del(u, v)), None)
        svar.append(av)
    return [_ytterst(svar, nr) for nr in range(len(svar))]


def _ytterst(av: Sequence[int | None], nr: int) -> int | None:
    sett = {nr}
    funnet = av[nr]
    while funnet is not None and av[funnet] is not None and av[funnet] not in sett:
        sett.add(funnet)
        funnet = av[funnet]
    return funnet


def _er_del(u: Utkast, v: Utkast) -> bool:
    """Tell whether ``u`` is a part of ``v``."""
    if u.slag in _NED and u.ytelse in v.gaar_ned and u.maaned == v.ned_fra:
        return True
    if u.slag == "flere_utbetalinger" and v.slag in _VENTER:
        return (u.ytelse, u.dato) == (v.ytelse, v.dato)
    if u.slag == "settes_ned" and v.slag == _TIL_GODE:
        return u.i_oppgjoret and u.ytelse == v.ytelse
    felles = set(_noter(u)) & set(_noter(v))
    return bool(felles) and _naar(v) < _naar(u)


def _noter(u: Utkast) -> Iterator[str]:
    """Return the ids of the notes of a surprise, without their periods."""
    return (navn.partition("/")[0] for navn in u.meldinger)


def _naar(u: Utkast) -> str:
    return str(u.aar or u.maaned or "")[:4]


def _i_plan(r: Ramme) -> Container[str]:
    """Return the kinds that stand in the short answer of a plan, when they are not the gravest."""
    navn = [p.navn for p in r.beregning.resultat.planer]
    nr = navn.index(r.plan.navn)
    if len(navn) == 1 or nr == 1:
        return SLAG
    return _FALL if nr else ()


def er_viktig(r: Ramme, u: Utkast) -> bool:
    """Tell whether a surprise stands in the short answer, when it is no part of another.

    Of the first plan, beside others, only what may leave one without money is news. Of the plans
    after the second, also what falls away or must be paid back. What comes later is said under the
    headline and the months; here, too, when a note says why.
    """
    if u.slag == _TIL_GODE and not u.meldinger:
        return False
    if u.alvor != "stopp" and u.slag not in _i_plan(r):
        return False
    if u.alvor == "info" and not u.utdypet:
        return False
    minst: Decimal = r.utregning.bok.regelsett.uvesentlig.kroner_i_maaneden
    maaneder = 12 if u.slag in _AARETS else 1
    return u.belop is None or abs(u.belop) >= maaneder * minst
