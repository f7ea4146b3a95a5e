"""The trace of a value: which rules it was worked out from, and what it rests on beyond the law.

A trace is a whole number with one bit for each rule, and above them one for each mark: an
assumption, an estimate, a proposal. Two traces are joined with ``|``, so a value can know all that
lies under it at next to no cost. Traces are only compared within one program.
"""

from __future__ import annotations

_MAKS_HUSKET = 5_000
Merker = frozenset[tuple[str, int]]
"""What kind of mark, and the number of the rule it comes from."""


class Sporbok:
    """Says what the bits of traces mean. One for each program; holds nothing about a person."""

    def __init__(self, antall_regler: int) -> None:
        self._antall = antall_regler
        self._biter: dict[tuple[str, int], int] = {}
        self._merker: dict[int, Merker] = {0: frozenset()}

    def merke(self, slag: str, nr: int) -> int:
        """Return the trace of a mark alone."""
        bit = self._biter.get((slag, nr))
        if bit is None:
            bit = self._biter[slag, nr] = self._antall + len(self._biter)
        return 1 << bit

    def merker(self, spor: int) -> Merker:
        """Return the marks of a trace."""
        over = spor >> self._antall
        svar = self._merker.get(over)
        if svar is None:
            if len(self._merker) > _MAKS_HUSKET:
                self._merker.clear()
            biter = list(self._biter.items())
            svar = frozenset(merke for merke, bit in biter if spor >> bit & 1)
            self._merker[over] = svar
        return svar

    def regler(self, spor: int) -> set[int]:
        """Return the numbers of the rules of a trace."""
        biter = format(spor & (1 << self._antall) - 1, "b")
        return {nr for nr, bit in enumerate(reversed(biter)) if bit == "1"}


def spor_av(numre: set[int]) -> int:
    """Return the trace of some rules."""
    svar = 0
    for nr in numre:
        svar |= 1 << nr
    return svar
