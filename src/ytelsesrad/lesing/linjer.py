"""From an offset in a text to its line and column."""

from __future__ import annotations

from bisect import bisect_right

from ytelsesrad.lesing.feil import Sted


class Linjer:
    """The lines of a text."""

    def __init__(self, tekst: str, fil: str) -> None:
        self._tekst = tekst
        self._fil = fil
        self._start = [0]
        i = tekst.find("\n")
        while i >= 0:
            self._start.append(i + 1)
            i = tekst.find("\n", i + 1)

    def sted(self, fra: int, til: int, hvor: str | None = None) -> Sted:
        """Return the place of the characters from ``fra`` to ``til``, within the first line."""
        fra = min(max(fra, 0), len(self._tekst))
        nummer = bisect_right(self._start, fra)
        start = self._start[nummer - 1]
        slutt = self._tekst.find("\n", start)
        slutt = len(self._tekst) if slutt < 0 else slutt
        linje = self._tekst[start:slutt]
        lengde = max(1, min(til, slutt) - fra)
        return Sted(self._fil, nummer, fra - start + 1, linje, lengde, hvor)
