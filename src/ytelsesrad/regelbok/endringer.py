"""The days something changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ytelsesrad.regelspraak import Regel


@dataclass(frozen=True, slots=True)
class Regelendring:
    """A day on which rules get a new version, or one begins to be used."""

    dag: date
    virkning: tuple[str, ...]
    """Rules with a version that holds from this day."""
    i_bruk: tuple[str, ...]
    """Rules with a version that was used from this day, but holds from another."""


def alle_endringer(regler: Iterable[Regel]) -> tuple[Regelendring, ...]:
    """Return all changes by day."""
    virkning: dict[date, set[str]] = {}
    i_bruk: dict[date, set[str]] = {}
    for regel in regler:
        for v in regel.versjoner:
            virkning.setdefault(v.virkning, set()).add(regel.id)
            if v.i_bruk != v.virkning:
                i_bruk.setdefault(v.i_bruk, set()).add(regel.id)
    return tuple(
        Regelendring(dag, tuple(sorted(virkning.get(dag, ()))), tuple(sorted(i_bruk.get(dag, ()))))
        for dag in sorted({*virkning, *i_bruk})
    )
