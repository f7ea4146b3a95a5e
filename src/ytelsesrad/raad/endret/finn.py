"""Find what is new since an earlier answer: rules, time and inputs, and what each is worth."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import pairwise

from ytelsesrad.beregning import Resultat, beregn
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.raad.endret.inndata import endrede_forutsetninger, endret_inndata
from ytelsesrad.raad.endret.modell import Endret, EndretBelop, EndretTid, Forrige
from ytelsesrad.raad.endret.regler import endrede_regler, kommet_i_kraft
from ytelsesrad.raad.inndata import Inndata, som_situasjon
from ytelsesrad.raad.regler import Avtrykk
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon

_Belop = Mapping[tuple[str, int], Decimal | None]
"""A settled year by plan and year."""


def finn_endret(
    situasjon: Situasjon,
    bok: Regelbok,
    resultat: Resultat,
    forrige: Resultat,
    *,
    brukt: Collection[str],
    inndata: Inndata | None,
    avtrykk: Avtrykk | None,
) -> Endret:
    """Return what is new in ``resultat`` since ``forrige``.

    ``brukt``: the rules that are used now. ``inndata`` and ``avtrykk``: what the earlier answer
    says of what was put in, and of its rules; without them the amounts can't be split.
    """
    foer, naa = forrige.meta, resultat.meta
    gammel, hvorfor = _gammel_situasjon(inndata, bok)
    steg, feil = _steg(gammel, situasjon, bok, forrige, resultat)
    planer = [p.navn for p in resultat.planer]
    gamle = [p.navn for p in forrige.planer]
    return Endret(
        forrige=Forrige(
            skjema=foer.skjema,
            regnedato=foer.regnedato,
            fra=foer.fra,
            til=foer.til,
            regelsett=foer.regelsett,
            regelsett_hash=foer.regelsett_hash,
            bibliotekversjon=foer.bibliotekversjon,
        ),
        regler=endrede_regler(bok, avtrykk or {}),
        regler_kjent=avtrykk is not None or foer.regelsett_hash == naa.regelsett_hash,
        inndata=(
            endret_inndata(bok, gammel, situasjon)
            if gammel is not None
            else endrede_forutsetninger(forrige, resultat)
        ),
        tid=_tid(bok, forrige, resultat, {*brukt, *(avtrykk or {})}),
        nye_planer=tuple(p for p in planer if p not in gamle),
        borte_planer=tuple(p for p in gamle if p not in planer),
        belop=tuple(_belop(steg, nokkel) for nokkel in steg[-1] if nokkel in steg[0]),
        ikke_fordelt=hvorfor or feil,
    )


def _gammel_situasjon(
    inndata: Inndata | None, bok: Regelbok
) -> tuple[Situasjon | None, str | None]:
    if inndata is None:
        return None, "Det forrige svaret sier ikke hva som var lagt inn."
    try:
        return som_situasjon(inndata, bok), None
    except Feilsamling as feil:
        return None, f"Det som var lagt inn, passer ikke med reglene nå: {feil.feil[0].hva}"


def _steg(
    gammel: Situasjon | None,
    situasjon: Situasjon,
    bok: Regelbok,
    forrige: Resultat,
    resultat: Resultat,
) -> tuple[list[_Belop], str | None]:
    """Return the amounts step by step: as they were, new rules, new span, new inputs."""
    ender = [_aarene(forrige), _aarene(resultat)]
    if gammel is None:
        return ender, None
    regnedato, fra, til = situasjon.tidsrom()
    ny_tid = gammel.model_copy(update={"regnedato": regnedato, "fra": fra, "til": til})
    try:
        midt = [_aarene(beregn(s, bok)) for s in (gammel, ny_tid)]
    except Feilsamling as feil:
        return ender, f"Det som var lagt inn, kan ikke regnes ut nå: {feil.feil[0].hva}"
    return [ender[0], *midt, ender[1]], None


def _aarene(r: Resultat) -> _Belop:
    return {(p.navn, a.aar): a.gjort_opp_netto for p in r.planer for a in p.aar}


def _belop(steg: list[_Belop], nokkel: tuple[str, int]) -> EndretBelop:
    alle = [s.get(nokkel) for s in steg]
    deler: list[Decimal | None] = [
        None if a is None or b is None else b - a for a, b in pairwise(alle)
    ]
    if len(deler) == 1 or None in deler:
        deler = [None, None, None]
    foer, naa = alle[0], alle[-1]
    return EndretBelop(
        plan=nokkel[0],
        aar=nokkel[1],
        foer=foer,
        naa=naa,
        endring=None if foer is None or naa is None else naa - foer,
        regler=deler[0],
        tid=deler[1],
        inndata=deler[2],
    )


def _tid(
    bok: Regelbok, forrige: Resultat, resultat: Resultat, brukt: Collection[str]
) -> EndretTid | None:
    a, b = forrige.meta, resultat.meta
    if (a.regnedato, a.fra, a.til) == (b.regnedato, b.fra, b.til):
        return None
    return EndretTid(
        regnedato=(a.regnedato, b.regnedato),
        fra=(a.fra, b.fra),
        til=(a.til, b.til),
        i_kraft=kommet_i_kraft(bok, a.regnedato, b.regnedato, brukt),
    )
