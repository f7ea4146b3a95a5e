"""Keys that are periods: a year, a month or a day, as they are written in the file."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from ytelsesrad.lesbart import maanedsnavn
from ytelsesrad.situasjon.grenser import FORSTE_DAG, SISTE_DAG

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spenn:
    """A named span, first and last day inclusive."""

    slag: Literal["år", "måned", "dag"]
    fra: date
    til: date


def les_spenn(nokkel: str) -> Spenn | None:
    """Return the span that a key such as ``2026``, ``2026-03`` or ``2026-03-09`` names."""
    treff = _FORM.fullmatch(nokkel)
    if treff is None:
        return None
    aar, maaned, dag = treff.groups()
    try:
        if dag is not None:
            dagen = date(int(aar), int(maaned), int(dag))
            return Spenn("dag", dagen, dagen)
        if maaned is not None:
            fra = date(int(aar), int(maaned), 1)
            return Spenn("måned", fra, fra.replace(day=monthrange(fra.year, fra.month)[1]))
        return Spenn("år", date(int(aar), 1, 1), date(int(aar), 12, 31))
    except ValueError:
        return None


def les_dag(raa: Any, *, ogsaa_tekst: bool) -> date | None:
    """Return a date as it is, or (``ogsaa_tekst``) from text such as ``2026-03-09``."""
    if ogsaa_tekst and isinstance(raa, str):
        spenn = les_spenn(raa)
        return spenn.fra if spenn is not None and spenn.slag == "dag" else None
    return raa if isinstance(raa, date) and not isinstance(raa, datetime) else None


def umulig(dag: date) -> str | None:
    """Return what is wrong with a date that cannot be meant, or None."""
    if FORSTE_DAG <= dag <= SISTE_DAG:
        return None
    return f"Året {dag.year} kan ikke stemme. Vi regner med årene fra 1900 til 2199."


def hva_er_galt(nokkel: str) -> str | None:
    """Return why a key in the form of a date can't be one, or None when it hasn't that form."""
    treff = _FORM.fullmatch(nokkel)
    if treff is None:
        return None
    spenn = les_spenn(nokkel)
    if spenn is not None:
        return umulig(spenn.fra)
    aar, maaned, dag = (int(x) if x else 0 for x in treff.groups())
    if aar < 1:
        return "År 0 finnes ikke."
    if treff.group(2) is not None and not 1 <= maaned <= 12:
        return f"Måned {maaned} finnes ikke."
    if treff.group(3) is not None and not 1 <= dag <= monthrange(aar, maaned)[1]:
        navn, siste = maanedsnavn(maaned), monthrange(aar, maaned)[1]
        return f"{dag}. {navn} finnes ikke. {navn.capitalize()} {aar} har {siste} dager."
    return None
