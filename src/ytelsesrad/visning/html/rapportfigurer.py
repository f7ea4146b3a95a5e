"""The charts of the full report that show the limits along the line of each plan."""

from __future__ import annotations

from ytelsesrad.raad import Raad


def _figurer(raad: Raad) -> list[object]:
    """Return the charts, each with its table, in the order they are to be read."""
    return []
