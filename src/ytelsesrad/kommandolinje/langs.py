"""Read the line from the command: one input with --fra and --til, or several as navn=fra:til."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from ytelsesrad.analyse import Bevegelse, naturlig_linje
from ytelsesrad.analyse.grenser import sjekk_plan
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon

_STED = Sted("--langs")
_SITAT = 31
"""Characters of what was typed that are repeated."""


def les_langs(
    bok: Regelbok, situasjon: Situasjon, valg: argparse.Namespace
) -> tuple[str | None, Sequence[Bevegelse]]:
    """Return the plan and what moves: what is asked for, or what the plan says of work.

    Raises Feilsamling.
    """
    if valg.langs:
        return valg.plan, [_ett(bok, ord_, valg) for ord_ in valg.langs]
    gitt = {
        "--fra": valg.fra,
        "--til": valg.til,
        "--fra-dag": valg.fra_dag,
        "--medlem": valg.medlem,
    }
    uten = [navn for navn, verdi in gitt.items() if verdi is not None]
    if uten or valg.som != "verdi":
        hva = f"Hva er det som øker? {(uten or ['--som'])[0]} hører til --langs."
        raise Feilsamling((Feil("G01", _STED, hva, "--langs timer_per_uke --fra 0 --til 40"),))
    forste, *andre = (p.navn for p in situasjon.planer)
    if valg.plan is not None:
        sjekk_plan(valg.plan, (forste, *andre))
    for plan in (*andre, forste) if valg.plan is None else (valg.plan,):
        langs = naturlig_linje(situasjon, bok, plan)
        if langs:
            return plan, langs
    hvem = "Ingen plan" if valg.plan is None else f"Planen «{valg.plan}»"
    ikke = "" if valg.plan is None else "ikke "
    hva = f"{hvem} har {ikke}arbeid som er oppgitt som tall."
    raise Feilsamling((Feil("G01", _STED, hva, "--langs timer_per_uke --fra 0 --til 40"),))


def _ett(bok: Regelbok, ord_: str, valg: argparse.Namespace) -> Bevegelse:
    navn, likhet, spenn = ord_.partition("=")
    if likhet:
        start, _, slutt = spenn.partition(":")
        try:
            return _bevegelse(navn, _tall(start), _tall(slutt), valg)
        except InvalidOperation:
            pass
        hva = f"Skjønner ikke «{ord_[:_SITAT]}»."
        raise Feilsamling((Feil("G01", _STED, hva, f"--langs {navn}=0:40"),))
    fra, til = valg.fra, valg.til
    if til is None and valg.som == "verdi":
        til = _hoyest(bok, navn)
    if til is None:
        hva = f"Hvor langt skal «{navn[:_SITAT]}» gå?"
        raise Feilsamling((Feil("G01", _STED, hva, f"--langs {navn} --fra 0 --til 40"),))
    return _bevegelse(navn, Decimal(0) if fra is None else fra, til, valg)


def _bevegelse(navn: str, fra: Decimal, til: Decimal, valg: argparse.Namespace) -> Bevegelse:
    return Bevegelse(navn, fra, til, valg.medlem, valg.som, valg.fra_dag)


def _tall(tekst: str) -> Decimal:
    tall = Decimal(tekst.replace(",", ".").replace("_", ""))
    if not tall.is_finite():
        raise InvalidOperation
    return tall


def _hoyest(bok: Regelbok, navn: str) -> Decimal | None:
    """Return the most an input can be, when its name says which it is."""
    treff = [r for r in bok.inndata.values() if navn in (r.id, r.navn)]
    inndata = treff[0].inndata if len(treff) == 1 else None
    return inndata.hoyst if inndata else None
