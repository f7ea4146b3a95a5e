"""What a run has worked out, apart from the run itself, so that another run may use it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.gittverdier import Gittverdier
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel

ALLE, HVERDAG, HELG = range(3)
"""Which days of a week a value holds for: all, Monday to Friday, Saturday and Sunday."""
UKE, HVERDAGER = 7, 5
Holder = tuple[int, int, int]
"""The first and last day that a daily value holds for, and which days of the week."""


def ukedag(dag: int) -> int:
    """Return the weekday of a day number: 0 is Monday."""
    return (dag + UKE - 1) % UKE


class Spenn:
    """The spans of days that one rule (for one member, in one view) has been evaluated for."""

    __slots__ = ("_klasser",)

    def __init__(self) -> None:
        self._klasser: tuple[_Rekke, ...] = ([], [], []), ([], [], []), ([], [], [])

    def legg_til(self, holder: Holder, nokkel: Verdinokkel) -> None:
        """Note a span."""
        fra, til, klasse = holder
        forste, siste, nokler = self._klasser[klasse]
        i = bisect_right(forste, fra)
        forste.insert(i, fra)
        siste.insert(i, til)
        nokler.insert(i, nokkel)

    def finn(self, dag: int) -> Verdinokkel | None:
        """Return the key that a day's value is kept under; None when the day is in no span."""
        klasse = HVERDAG if ukedag(dag) < HVERDAGER else HELG
        for forste, siste, nokler in (self._klasser[klasse], self._klasser[ALLE]):
            if forste:
                i = bisect_right(forste, dag) - 1
                if i >= 0 and dag <= siste[i]:
                    return nokler[i]
        return None


_Rekke = tuple[list[int], list[int], list[Verdinokkel]]
"""First days, last days and keys."""


@dataclass(slots=True)
class Minne:
    """The values of a run, and what is known of each."""

    husket: dict[Verdinokkel, type_verdi] = field(default_factory=dict)
    spor: dict[Verdinokkel, int] = field(default_factory=dict)
    """The trace of each value, and of each failure."""
    feilet: dict[Verdinokkel, Exception] = field(default_factory=dict)
    holder: dict[Verdinokkel, Holder] = field(default_factory=dict)
    spenn: dict[tuple[int, int, int], Spenn] = field(default_factory=dict)
    barn: dict[tuple[int, type_verdi], Minne] = field(default_factory=dict)
    """The memories of child runs, by the rule that is replaced and its value."""

    def under(self, nr: int, verdi: type_verdi) -> Minne:
        """Return the memory of a child run."""
        return self.barn.setdefault((nr, verdi), Minne())


@dataclass(frozen=True, slots=True)
class Giver:
    """The memory of another run, what was given there, and the rules that may not be taken."""

    minne: Minne
    gitt: Gittverdier
    over: frozenset[int]

    def under(self, nr: int, verdi: type_verdi) -> Giver:
        """Return the same for a child run."""
        return Giver(self.minne.barn.get((nr, verdi), Minne()), self.gitt, self.over)
