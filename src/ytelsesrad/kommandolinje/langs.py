"""Read the line from the command: one input with --fra and --til, or several as navn=fra:til."""

from __future__ import annotations

import argparse
from decimal import Decimal, InvalidOperation

from ytelsesrad.analyse import Bevegelse
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.regelbok import Regelbok

_STED = Sted("--langs")
_SITAT = 31
"""Characters of what was typed that are repeated."""


def les_langs(bok: Regelbok, valg: argparse.Namespace) -> list[Bevegelse]:
    """Return what moves. Raises Feilsamling."""
    return [_ett(bok, ord_, valg) for ord_ in valg.langs]


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
