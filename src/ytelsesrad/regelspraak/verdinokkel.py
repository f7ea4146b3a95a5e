"""Which value of a run: its key, the last view, and what a formula is once it is compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ytelsesrad.regelspraak.kapittel import type_verdi

Verdinokkel = tuple[int, int, int, int]
"""Rule (by number), period, member and view."""
SLUTT = 9_999_999
"""The view «as it finally is»: later than any date."""


class Verdier(Protocol):
    """A run, as it is handed to a compiled formula, which asks it for what ``Formelside`` has."""

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a rule (by number) in a period, for a member, in a view."""
        ...


Funksjon = Callable[[Verdier, int, int, int], type_verdi]
"""A compiled formula: run, period, member and view in, value out."""
