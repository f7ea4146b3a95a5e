"""The note about rounding: rows and sums are rounded each by itself, and say so when it shows."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ytelsesrad.lesbart import BOKMAAL, Sprak, avrundet


def storste_avvik(summer: Iterable[tuple[Iterable[Decimal | None], Decimal | None]]) -> Decimal:
    """Return how many kroner the rounded parts miss the rounded sum by, at most.

    Each item is the parts and their sum, unrounded. An item with something unknown is left out.
    """
    storst = Decimal(0)
    for deler, summen in summer:
        kjente = list(deler)
        if summen is None or any(del_ is None for del_ in kjente):
            continue
        rundet = sum((avrundet(del_) for del_ in kjente if del_ is not None), Decimal(0))
        storst = max(storst, abs(rundet - avrundet(summen)))
    return storst


def merknad(avvik: Decimal, s: Sprak = BOKMAAL) -> str:
    """Return the note, or nothing when everything adds up."""
    if not avvik:
        return ""
    return s("tabell.avrundet", belop=s.kroner(avvik))
