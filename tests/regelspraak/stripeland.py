"""Stripeland: an invented country, and short ways to give values and ask for answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelbok.bok import regnemodus
from ytelsesrad.regelbok.eksempler import grunnverdi
from ytelsesrad.regelspraak import (
    ForPeriode,
    FraDato,
    Gitt,
    Kjoring,
    Meldt,
    Oppgitt,
    Regel,
    type_verdi,
)

HER = Path(__file__).parent
LAND = HER / "land"
FORSLAG = HER / "land_forslag"
START, SLUTT = date(2030, 1, 1), date(2032, 12, 31)


@cache
def land(*overlegg: Path, **hvordan: Any) -> Regelbok:
    """Return the rule book of Stripeland, with overlays."""
    return Regelbok.fra_mapper(LAND, *overlegg, **hvordan)


def gi(bok: Regelbok, verdier: Mapping[str, Any]) -> Gitt:
    """Return what is given. A list is one value for each member; a dict is dated:

    ``{date: v}`` from days, ``{2031: v}`` a year, ``{"2031-03": v}`` a month,
    ``{2031: {date: v}}`` reported on days.
    """
    oppgitt: list[Oppgitt] = []
    medlemmer: dict[str, int] = {}
    for navn, verdi in verdier.items():
        regel = bok.finn(navn)
        if regel.for_hver is None:
            oppgitt.append(_oppgitt(regel, None, verdi))
            continue
        medlemmer[regel.for_hver] = len(verdi)
        oppgitt += [_oppgitt(regel, m, v) for m, v in enumerate(verdi) if v is not None]
    return Gitt(tuple(oppgitt), tuple(medlemmer.items()))


def _oppgitt(regel: Regel, medlem: int | None, verdi: Any) -> Oppgitt:
    if verdi == "vet ikke":
        return Oppgitt(regel.id, medlem, ukjent=True)
    if not isinstance(verdi, dict):
        return Oppgitt(regel.id, medlem, alltid=grunnverdi(regel, verdi))
    fra, perioder, meldt = [], [], []
    for naar, v in verdi.items():
        if isinstance(naar, date):
            fra.append(FraDato(naar, grunnverdi(regel, v)))
        elif isinstance(v, dict):
            spenn = date(naar, 1, 1), date(naar, 12, 31)
            meldt += [Meldt(*spenn, dag, grunnverdi(regel, x)) for dag, x in v.items()]
        elif isinstance(naar, int):
            perioder.append(ForPeriode(date(naar, 1, 1), date(naar, 12, 31), grunnverdi(regel, v)))
        else:
            forste = date.fromisoformat(f"{naar}-01")
            perioder.append(ForPeriode(forste, forste.replace(day=28), grunnverdi(regel, v)))
    return Oppgitt(regel.id, medlem, fra=tuple(fra), perioder=tuple(perioder), meldt=tuple(meldt))


def kjor(verdier: Mapping[str, Any], bok: Regelbok | None = None) -> Kjoring:
    """Return a run over three years."""
    bok = bok or land()
    return bok.kjor(gi(bok, verdier), START, SLUTT)


def svar(
    kjoring: Kjoring, regel: str, dag: date, medlem: int = 0, sett_fra: date | None = None
) -> type_verdi:
    """Return a value, in exact arithmetic."""
    with regnemodus():
        return kjoring.les(regel, dag, medlem, sett_fra)
