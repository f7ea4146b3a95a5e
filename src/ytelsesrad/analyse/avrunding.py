"""What roundings on the way do to a number: which they are, and how much of each is in it.

A rounding of one value to one step moves it by one unknown amount, wherever it is used again: in
every month that is alike, and with the other sign in what is worked out from it. So a number
carries how many times each such amount is in it, and those that cancel, do.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from math import lcm

from ytelsesrad.regelspraak.tallregning import NULL

Tabell = tuple[Decimal, ...]
"""What a rounding does at each step of the grid, until it comes again."""
LENGST = 300
"""So many steps of the grid are looked at before something comes again."""
SAMMEN = 900
"""The same, when several are looked at together."""
_EN = Decimal(1)
Rest = dict[int, Decimal]
"""Rounding (by number) → how many times what it moves is in a number. Never changed once made."""
INGEN: Rest = {}


def pluss(x: Rest, y: Rest) -> Rest:
    """Return what is in a sum."""
    if not x or not y:
        return x or y
    svar = dict(x)
    for nr, antall in y.items():
        ny = svar.get(nr, NULL) + antall
        if ny:
            svar[nr] = ny
        else:
            svar.pop(nr, None)
    return svar


def ganger(x: Rest, k: Decimal) -> Rest:
    """Return what is in a number times something that stands still."""
    return {nr: antall * k for nr, antall in x.items()} if x and k else INGEN


@dataclass(slots=True)
class Avrundinger:
    """The roundings that were met on a walk, and how far each may move what it rounds."""

    _spenn: list[tuple[Decimal, Decimal]] = field(default_factory=list)
    _tabell: list[Tabell | None] = field(default_factory=list)
    _numre: dict[Hashable, int] = field(default_factory=dict)

    def ny(
        self,
        hva: Hashable,
        spenn: tuple[Decimal, Decimal],
        tabell: Callable[[], Tabell | None] = lambda: None,
    ) -> Rest:
        """Return the rounding of something, the same each time the same is rounded.

        ``spenn`` is how far it may move it, and ``tabell`` makes what it does, step for step of
        the grid, when that is known; what moves nothing there, is nothing.
        """
        nr = self._numre.get(hva)
        if nr is None:
            nr = self._numre[hva] = len(self._spenn)
            self._spenn.append(spenn)
            self._tabell.append(tabell())
        kjent = self._tabell[nr]
        return INGEN if kjent is not None and not any(kjent) else {nr: _EN}

    def periode(self, rest: Rest) -> int | None:
        """Return after how many steps of the grid all that is in a number comes again, if known."""
        tabeller = [self._tabell[nr] for nr in rest]
        svar = lcm(*(len(t) for t in tabeller if t is not None))
        return svar if None not in tabeller and svar <= LENGST else None

    def paa_trinn(self, rest: Rest, n: int) -> Decimal:
        """Return what is in a number at a step of the grid; all of it must be known there."""
        return sum((k * t[n % len(t)] for nr, k in rest.items() if (t := self._tabell[nr])), NULL)

    def ytterst(self, rest: Rest) -> tuple[Decimal, Decimal]:
        """Return the most that roundings can move a number, down and up.

        Those that come again along the grid are looked at together, step for step; the rest may
        all be at their worst at once.
        """
        kjent: Rest = {}
        periode = 1
        for nr in sorted(rest, key=lambda nr: -abs(rest[nr]) * self._bredde(nr)):
            tabell = self._tabell[nr]
            if tabell is not None and lcm(periode, len(tabell)) <= SAMMEN:
                periode, kjent[nr] = lcm(periode, len(tabell)), rest[nr]
        alle = [self.paa_trinn(kjent, n) for n in range(periode)]
        ned, opp = min(alle), max(alle)
        for nr, antall in rest.items():
            if nr not in kjent:
                a, b = (antall * x for x in self._spenn[nr])
                ned, opp = ned + min(a, b), opp + max(a, b)
        return ned, opp

    def _bredde(self, nr: int) -> Decimal:
        lavest, hoyest = self._spenn[nr]
        return hoyest - lavest
