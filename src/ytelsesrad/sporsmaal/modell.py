"""What a question is, and what an answer to it is: frozen data, ready for a form or a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ytelsesrad.beregning.resultat import Kroner, Modell

Svarslag = Literal["dato", "kroner", "tall", "prosent", "valg", "ja_nei", "tekst"]
Svar = Mapping[str, str]
"""Answers by the id of the question, as people write them: «24 461», «50», «ja», «12. april 1999».

«vet ikke» is an answer where ``Sporsmaal.vet_ikke`` says so.
"""
INGEN = "ingen"
"""The answer that there is none, where there may be several."""


class Valgmulighet(Modell):
    """One of the answers to choose between."""

    verdi: str
    """What is put in."""
    tekst: str
    """What people read."""


class Sporsmaal(Modell):
    """A question of the quick way, made of an input that the rules declare."""

    id: str
    """The input's full name: the key of its answer."""
    nr: int
    """Its place among those that can be asked."""
    ved_svaret: bool
    """Stays beside the answer (hours, percent of a position), where it is turned up and down."""
    tekst: str
    """The question."""
    tittel: str
    hjelp: str | None
    """What is meant, and what is not."""
    staar_i: str | None
    """Where the figure stands, e.g. in a letter; to be read after «Det står i»."""
    slag: Svarslag
    enhet: str | None
    """What is written after the field, e.g. «kroner per måned»; None for dates and choices."""
    valg: tuple[Valgmulighet, ...] = ()
    """For ``valg`` and ``ja_nei``."""
    forslag: str | None = None
    """What stands in the field at first, as people write it."""
    eksempel: str | None = None
    """A possible answer, as people write it."""
    minst: Kroner | None = None
    hoyst: Kroner | None = None
    """Limits, both inclusive, in the unit people write."""
    steg: Kroner | None = None
    flere: bool = False
    """Takes several answers with commas between, one for each of a group; «ingen» is none."""
    vet_ikke: bool = False
    """Whether «vet ikke» is an answer; ``ellers`` says what is reckoned with then."""
    ellers: str | None = None
    """What is reckoned with when it is not answered, in words."""


class Svarfeil(Modell):
    """An answer that can't be used: what is wrong, and how to mend it."""

    sporsmaal: str
    hva: str
    rett: str

    def __str__(self) -> str:
        """Return both as people read them."""
        return f"{self.hva}\nRett: {self.rett}" if self.rett else self.hva


class Antakelse(Modell):
    """Something the quick way takes for granted."""

    inndata: str
    tittel: str
    verdi: str
    """Written for people, with unit."""
    fordi: str


class Skjerpende(Modell):
    """A question that has not been answered, and how far apart its answers can bring the result."""

    sporsmaal: Sporsmaal
    lavest: Kroner
    hoyest: Kroner
    """The least and most «å leve for» of the plan in a settled year."""
    bredde: Kroner
    """How far apart they are."""
    verdier: tuple[str, ...]
    """The answers that were tried, written for people."""
