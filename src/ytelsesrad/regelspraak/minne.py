"""What a run has worked out, apart from the run itself, so that another run may use it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ytelsesrad.regelspraak.gittverdier import Gittverdier
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel


class Spenn:
    """The spans of days that one rule (for one member, in one view) has been evaluated for."""

    __slots__ = ("fra", "nokler", "til")

    def __init__(self) -> None:
        self.fra: list[int] = []
        self.til: list[int] = []
        self.nokler: list[Verdinokkel] = []

    def legg_til(self, fra: int, til: int, nokkel: Verdinokkel) -> None:
        """Note a span."""
        i = bisect_right(self.fra, fra)
        self.fra.insert(i, fra)
        self.til.insert(i, til)
        self.nokler.insert(i, nokkel)

    def finn(self, dag: int) -> int:
        """Return the number of the span that a day is in; -1 when there is none."""
        i = bisect_right(self.fra, dag) - 1
        return i if i >= 0 and dag <= self.til[i] else -1


@dataclass(slots=True)
class Minne:
    """The values of a run, and what is known of each."""

    husket: dict[Verdinokkel, type_verdi] = field(default_factory=dict)
    spor: dict[Verdinokkel, int] = field(default_factory=dict)
    """The trace of each value, and of each failure."""
    feilet: dict[Verdinokkel, Exception] = field(default_factory=dict)
    holder: dict[Verdinokkel, tuple[int, int]] = field(default_factory=dict)
    """The first and last day that a daily value holds for."""
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
