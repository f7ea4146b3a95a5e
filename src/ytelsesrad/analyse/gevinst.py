"""What a plan gives against another, in the words people use: a month, a year, an hour, the months.

Plans are compared with the first, or every two with each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ytelsesrad.beregning.resultat import (
    Aar,
    Kroner,
    Maanedslinje,
    Modell,
    Planresultat,
    Resultat,
    Timer,
)

_MERKBART = 1
_MAANEDER = 12
_ORE = Decimal("0.01")
_HUNDRE = Decimal(100)


class Del(Modell):
    """What one coverage line does to the difference. Signed as in «å leve for»."""

    ytelse: str
    navn: str
    belop: Kroner
    """Kroner a year."""
    av_100: Kroner | None
    """Kroner of each 100 kroner more before tax; None when no more is earned."""


class Gevinst(Modell):
    """A plan against another (``mot``), for one year when all is settled."""

    plan: str
    mot: str
    aar: int
    per_maaned: Kroner | None
    """Kroner more (or less) a month; None when it is not known."""
    per_aar: Kroner | None
    utbetalt: Kroner | None
    """The difference of what reaches the account in the year."""
    tjent: Kroner | None
    """How much more is earned by work in the year, before tax."""
    timer: Timer | None
    """How many more hours of paid work in the year; None when the hours are not known."""
    per_time: Kroner | None
    """What each extra hour of work gives; None when the hours are the same."""
    igjen_av_100: Kroner | None
    """What is left of each 100 kroner more earned, on the whole way between the plans.

    None when the plans earn the same.
    """
    tapt_av_100: Kroner | None
    """What goes to tax and to less of other income: 100 minus what is left."""
    deler: tuple[Del, ...]
    """The difference, line by line; they add up to ``per_aar``."""
    laveste_maaned: str | None
    """The month with the least money on the account, e.g. ``2026-02``; None when not known."""
    laveste_belop: Kroner | None
    laveste_mot: Kroner | None
    """That month against the same month of the other plan."""
    forste_maaned_med_mer: str | None
    """The first month with more money on the account than in the other plan."""
    maaneder_med_mindre: tuple[str, ...]


def gevinster(resultat: Resultat, *, alle_par: bool = False) -> tuple[Gevinst, ...]:
    """Return what each plan gives against the first one, for each year shown, when all is settled.

    One ``Gevinst`` for each plan and year, in the order of the plans; amounts are kroner a year or
    a month, as their names say, and None where something is not known. ``alle_par``: against each
    plan before it in the list, too.
    """
    planer = resultat.planer
    par = combinations(planer, 2) if alle_par else ((planer[0], p) for p in planer[1:])
    return tuple(g for mot, plan in par for g in _par(plan, mot))


def _par(plan: Planresultat, mot: Planresultat) -> Iterator[Gevinst]:
    for na, foer in zip(plan.aar, mot.aar, strict=True):
        yield _ett_aar(plan, mot, na, foer)


def _ett_aar(plan: Planresultat, mot: Planresultat, na: Aar, foer: Aar) -> Gevinst:
    mer = _minus(na.gjort_opp_netto, foer.gjort_opp_netto)
    tjent = _minus(_tjent(na), _tjent(foer))
    timer = _minus(na.timer, foer.timer)
    igjen = None if mer is None or not tjent else _ore(_HUNDRE * mer / tjent)
    maaneder = [m for m in plan.maaneder if m.maaned.startswith(f"{na.aar}-")]
    andre = {m.maaned: m for m in mot.maaneder}
    kjent = not any(m.mangler or andre[m.maaned].mangler for m in maaneder)
    mot_andre = [(m.maaned, m.netto - andre[m.maaned].netto) for m in maaneder] if kjent else []
    lavest = _lavest(maaneder)
    return Gevinst(
        plan=plan.navn,
        mot=mot.navn,
        aar=na.aar,
        per_maaned=None if mer is None else _ore(mer / _MAANEDER),
        per_aar=mer,
        utbetalt=_minus(na.utbetalt_netto, foer.utbetalt_netto),
        tjent=tjent,
        timer=timer,
        per_time=None if mer is None or not timer else _ore(mer / timer),
        igjen_av_100=igjen,
        tapt_av_100=None if igjen is None else _HUNDRE - igjen,
        deler=() if mer is None else tuple(_deler(na, foer, tjent)),
        laveste_maaned=lavest.maaned if lavest else None,
        laveste_belop=lavest.netto if lavest else None,
        laveste_mot=dict(mot_andre).get(lavest.maaned) if lavest else None,
        forste_maaned_med_mer=next((m for m, x in mot_andre if x >= _MERKBART), None),
        maaneder_med_mindre=tuple(m for m, x in mot_andre if x <= -_MERKBART),
    )


def _lavest(maaneder: Sequence[Maanedslinje]) -> Maanedslinje | None:
    if not maaneder or any(m.mangler for m in maaneder):
        return None
    return min(maaneder, key=lambda m: m.netto)


def _tjent(aar: Aar) -> Decimal | None:
    """Return what is paid for work, in the groups that hold pay for work."""
    grupper = {linje.gruppe for linje in aar.linjer if linje.for_arbeid}
    egne = [linje.gjort_opp for linje in aar.linjer if linje.gruppe in grupper]
    kjente = [x for x in egne if x is not None]
    if len(kjente) < len(egne):
        return None
    return sum((x for x in kjente if x > 0), Decimal(0))


def _deler(na: Aar, foer: Aar, tjent: Decimal | None) -> Iterator[Del]:
    mot = {x.ytelse: x.gjort_opp for x in foer.linjer}
    for a in na.linjer:
        belop = _minus(a.gjort_opp, mot.get(a.ytelse, Decimal(0)))
        if belop:
            av_100 = _ore(_HUNDRE * belop / tjent) if tjent else None
            yield Del(ytelse=a.ytelse, navn=a.kort or a.navn, belop=belop, av_100=av_100)


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _ore(x: Decimal) -> Decimal:
    return x.quantize(_ORE)
