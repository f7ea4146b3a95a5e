"""The span of an answer when what is put in is uncertain: frozen data, the same for every view."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Kroner, Modell


class Spenn(Modell):
    """An amount with its span: «omtrent ventet, mellom lavest og hoyest». Kroner.

    ``ventet`` is always between the two, ends included; None when something is not known.
    """

    lavest: Kroner
    ventet: Kroner | None
    hoyest: Kroner


class Driver(Modell):
    """One uncertain input, moved alone over its range with the others as expected."""

    inndata: str
    medlem: int | None
    """Which job or child, from 1."""
    tittel: str
    fra: str
    ventet: str | None
    til: str
    """The ends of the range and the expected value, written for people; None: not known."""
    kilde: str
    """``oppgitt``: the person gave the range. ``antatt``: the rules say how wrong it can be.
    ``ukjent``: not answered; the range is all that is possible."""
    lavest: Kroner
    hoyest: Kroner
    """Change of the settled first year from what is expected; ``lavest`` ≤ 0 ≤ ``hoyest``."""
    lavest_ved: str
    hoyest_ved: str
    """Where in the range they are, written for people."""
    ukjent_ved: tuple[str, ...] = ()
    """Values that the year can't be computed with, without knowing more."""
    jevnt: bool
    """Whether more of it always pulls the same way. When not, an end is inside the range."""


class Aarsspenn(Modell):
    """A settled year with its span, and its difference from the first plan's year."""

    aar: int
    gjort_opp: Spenn | None
    """None when it cannot be computed for any of the values."""
    utbetalt: Spenn | None
    gevinst: Spenn | None
    """Settled, against the first plan with the same values; None for the first plan."""


class Maanedsspenn(Modell):
    """A month on the account with its span."""

    maaned: str
    netto: Spenn | None


class Planspenn(Modell):
    """The spans of one plan."""

    plan: str
    aar: tuple[Aarsspenn, ...]
    maaneder: tuple[Maanedsspenn, ...]
    svakeste: Maanedsspenn | None
    """What the weakest month can be, whichever month that is; named after the expected one."""
    drivere: tuple[Driver, ...]
    """What makes the span wide, the most first."""


class Usikkerhet(Modell):
    """The spans of every plan of a situation, and how they were found."""

    skjema: str = "usikkerhet-1"
    planer: tuple[Planspenn, ...]
    regninger: int
    """How many times the plans were computed."""
    metode: str
    """How sure the ends are, in one sentence."""
