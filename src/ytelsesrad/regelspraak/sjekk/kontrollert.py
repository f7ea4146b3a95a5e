"""A checked book: the chapters put together, and the tree of every formula."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ytelsesrad.regelspraak.kapittel import Regel
from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.tre import Node


@dataclass(slots=True)
class Mal:
    """A text with holes: plain pieces and expressions in turn."""

    biter: list[str | Node]


@dataclass(slots=True)
class Tekst:
    """A text that is used when its condition holds (None: always)."""

    naar: Node | None
    mal: Mal


@dataclass(slots=True)
class Regeltraer:
    """The trees of one rule."""

    regel: Regel
    formel: Node | None = None
    versjoner: list[Node | None] = field(default_factory=list)
    """One for each version, in the order of the rule."""
    ved_start: Node | None = None
    antatt: Node | None = None
    forklaring: list[Tekst] = field(default_factory=list)
    versjonsforklaring: dict[int, list[Tekst]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kant:
    """An edge of the graph: a rule asks another (for one kind of payment, if it has one for each).

    ``bak`` means strictly earlier in time.
    """

    regel: str
    art: str | None
    bak: bool
    fra: int
    """Where in the formula, for the error text."""
    egen_art: str | None = None
    """Set when the edge holds only where the asking rule stands at this kind of payment."""
    samme_tid: bool = True
    """Read in the asking rule's own period (not på, forrige or a loop with its own range)."""
    versjon: date | None = None
    """The day the asking version begins; None outside versions."""


@dataclass(slots=True)
class KontrollertBok:
    """What the compiler and the explanations work from."""

    samling: Samling
    traer: dict[str, Regeltraer] = field(default_factory=dict)
    maler: dict[str, Mal] = field(default_factory=dict)
    """Texts of notes and demands, by ``folder.kind:id:key``."""
    avhenger: dict[str, set[str]] = field(default_factory=dict)
    """Rule → the rules it asks directly."""
    nevnt: set[str] = field(default_factory=set)
    """Rules that only texts mention."""
    tilstand: set[str] = field(default_factory=set)
    """Rules whose value is built from their own past."""
