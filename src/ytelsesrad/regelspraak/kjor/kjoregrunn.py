"""What every part of a run stands on: the rules, what is given, the days, and its memory."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date

from ytelsesrad.kalender import Kalender, Periodetype
from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.gittverdier import FORST, SIST, Gittverdier
from ytelsesrad.regelspraak.kjor.minne import ALLE, Minne
from ytelsesrad.regelspraak.kjor.program import Program
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel

_MAKS_SKRITT = 500_000


class Merking:
    """What is gathered while a value is evaluated, shared by a run and its child runs."""

    __slots__ = ("fra", "klasse", "skritt", "spor", "til")

    def __init__(self) -> None:
        self.spor = 0
        """The trace of what has been read."""
        self.skritt = 0
        """Steps of loops since somebody outside asked for a value."""
        self.fra = FORST
        self.til = SIST
        """The days between which what has been read does not change."""
        self.klasse = ALLE
        """Which days of the week it was read for."""


class Kjoregrunn(ABC):
    """A run without its ways of working out a value, which ``Kjoring`` adds."""

    program: Program
    gitt: Gittverdier
    start: date
    slutt: date
    oppgjor_fra: date
    k: Kalender
    merking: Merking
    minne: Minne
    _startindeks: dict[int, int]

    @abstractmethod
    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a rule (by number) in a period, for a member, in a view."""

    @abstractmethod
    def _beregn(self, k: Verdinokkel) -> type_verdi:
        """Work out a value that is not remembered, and keep it."""

    def antall_medlemmer(self, gruppe: str) -> int:
        """Return how many members a group has."""
        svar = self.gitt.antall(gruppe)
        self._gaa(svar)
        return svar

    def _gaa(self, antall: int) -> None:
        """Count the steps of loops since somebody outside asked, so that none goes on for ever."""
        merking = self.merking
        merking.skritt += antall
        if merking.skritt > _MAKS_SKRITT:
            raise Regnefeil(
                f"Regelen går gjennom for mange perioder, medlemmer eller betalinger "
                f"({_MAKS_SKRITT:_} er grensen)."
            )

    def startindeks(self, type_: Periodetype) -> int:
        """Return the index of the first period state is built from."""
        svar = self._startindeks.get(type_)
        if svar is None:
            svar = self._startindeks[type_] = self.k.indeks(type_, self.start)
        return svar

    def uten_mandag(self, regel: str) -> Ukjent | Regnefeil:
        """Return what to raise when fortnights are asked for and no Monday is known."""
        navn = self.program.bok.samling.kalender.get("meldeperiode_starter")
        if navn is None:
            return Regnefeil("Ingen regel sier når en meldeperiode starter.", regel)
        return Ukjent(frozenset(((self.program.nummer[navn], 0),)))
