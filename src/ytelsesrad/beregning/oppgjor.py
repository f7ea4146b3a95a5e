"""Settlements as a person meets them: one claim, though it is paid in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from ytelsesrad.beregning.resultat import Aarsoppgjor, Utbetaling

T = TypeVar("T", Aarsoppgjor, Utbetaling)


def samme_oppgjor(oppgjor: Iterable[T]) -> list[list[T]]:
    """Return the settlements of a year in groups, in the order they come.

    What one payer settles on one day is one group. So are the parts of one claim: what has the
    same title from the same payer on later days.
    """
    forste: dict[tuple[str, str], date] = {}
    grupper: dict[tuple[str, date], list[T]] = {}
    for o in oppgjor:
        dag = forste.setdefault((o.betaler, o.tittel), o.dato)
        grupper.setdefault((o.betaler, dag), []).append(o)
    return list(grupper.values())


def en_av_hver(gruppe: Iterable[T]) -> Iterator[T]:
    """Return the first part of each claim of a group."""
    sett: set[str] = set()
    for o in gruppe:
        if o.tittel not in sett:
            sett.add(o.tittel)
            yield o
