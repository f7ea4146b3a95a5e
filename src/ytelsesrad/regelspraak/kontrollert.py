"""A checked book: the chapters put together, and the tree of every formula."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field

from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.tre import Node

Behov = frozenset[frozenset[str]]
"""Clauses: sets of inputs of which one must be given. An empty clause is never met."""


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

    formel: Node | None = None
    versjoner: list[Node | None] = field(default_factory=list)
    """One for each version, in the order of the rule."""
    ved_start: Node | None = None
    antatt: Node | None = None
    forklaring: list[Tekst] = field(default_factory=list)
    versjonsforklaring: dict[int, list[Tekst]] = field(default_factory=dict)


@dataclass(slots=True)
class KontrollertBok:
    """What the compiler and the explanations work from."""

    samling: Samling
    traer: MutableMapping[str, Regeltraer] = field(default_factory=dict)
    maler: MutableMapping[str, Mal] = field(default_factory=dict)
    """Texts of notes and demands, by ``folder.kind:id:key``."""
    avhenger: dict[str, set[str]] = field(default_factory=dict)
    """Rule → the rules it asks directly."""
    loper: dict[str, set[str]] = field(default_factory=dict)
    """Group → the rules that go through its members."""
    nevnt: set[str] = field(default_factory=set)
    """Rules that only texts mention."""
    tilstand: set[str] = field(default_factory=set)
    """Rules whose value is built from their own past."""
    krever: dict[str, Behov] = field(default_factory=dict)
    """Condition → what must be given for it to be true (``krever``)."""
