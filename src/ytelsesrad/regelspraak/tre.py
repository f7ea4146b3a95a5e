"""The tree of an expression.

Nodes are made by the parser with their place in the text; the checker fills in what a name refers
to (``regel``), and every node's type. Two readers use the same tree: the translator to Python, and
the interpreter that explains a value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.enheter import Type


@dataclass(slots=True)
class Node:
    """A part of an expression, from character ``fra`` to ``til`` of the formula's text."""

    fra: int
    til: int
    type: Type | None = field(default=None, init=False)


@dataclass(slots=True)
class Tall(Node):
    """A number with the words of its unit; ``verdi`` is in base form once it is read."""

    verdi: Decimal
    enhet: str | None


@dataclass(slots=True)
class Dato(Node):
    """A date written out."""

    verdi: date


@dataclass(slots=True)
class Tekst(Node):
    """A text in single quotes."""

    verdi: str


@dataclass(slots=True)
class JaNei(Node):
    """The word ja or nei."""

    verdi: bool


@dataclass(slots=True)
class Navn(Node):
    """A rule, a payment's own value or a built-in name.

    ``form`` is «vanlig», «forrige» (the period before) or «denne» (where the rule itself stands).
    After the check exactly one of ``regel``, ``innebygd`` and ``merke`` is set.
    """

    navn: str
    form: str = "vanlig"
    regel: str | None = field(default=None, init=False)
    innebygd: str | None = field(default=None, init=False)
    merke: str | None = field(default=None, init=False)


@dataclass(slots=True)
class VetIkke(Node):
    """``ukjent``: the rule's own value is not known unless the person gives it."""


@dataclass(slots=True)
class ErOppgitt(Node):
    """Whether the person has given a value for an input, there where a name would be read."""

    navn: Navn


@dataclass(slots=True)
class Paa(Node):
    """A rule's value on a day."""

    navn: Navn
    dag: Node


@dataclass(slots=True)
class SettFra(Node):
    """An expression as it was known on a day."""

    uttrykk: Node
    dag: Node


@dataclass(slots=True)
class Med(Node):
    """An expression with another value in the place of a rule."""

    uttrykk: Node
    navn: Navn
    verdi: Node


@dataclass(slots=True)
class Kall(Node):
    """A call of a listed function."""

    funksjon: str
    argumenter: list[Node]


@dataclass(slots=True)
class Samling(Node):
    """A sum, count, average, lowest or highest over periods, members or payments."""

    art: str
    uttrykk: Node
    ting: str
    omfang: str | None
    """None (the rule's own period), «i måneden», «hittil i året» …, or «fra til»."""
    a: Node | None
    b: Node | None
    hvor: Node | None
    velg: int | None = None
    """«de 3 høyeste av»: 3; lowest: negative."""
    arter: tuple[str, ...] = field(default=(), init=False)
    """Payments that can pass the filter, filled in by the checker."""
    tingtype: int = field(default=-1, init=False)
    """The kind of period looped over; -1 for members and payments."""


@dataclass(slots=True)
class Fortegn(Node):
    """Minus."""

    uttrykk: Node


@dataclass(slots=True)
class Ikke(Node):
    """Not."""

    uttrykk: Node


@dataclass(slots=True)
class Regning(Node):
    """Plus, minus, times, divided by."""

    op: str
    a: Node
    b: Node


@dataclass(slots=True)
class Sammenlign(Node):
    """A comparison: = <> < <= > >=."""

    op: str
    a: Node
    b: Node


@dataclass(slots=True)
class Logisk(Node):
    """og / eller."""

    op: str
    a: Node
    b: Node


@dataclass(slots=True)
class Hvis(Node):
    """hvis … så … ellers …."""

    vilkaar: Node
    saa: Node
    ellers: Node


@dataclass(slots=True)
class Konstant(Node):
    """A version's plain value, in base form."""

    verdi: Decimal | bool | date | str


@dataclass(slots=True)
class Oppslag(Node):
    """A version's table: the row whose key is the value of ``etter``."""

    etter: Node
    rader: dict[str, Node]
    fra_og_med: tuple[tuple[Decimal, Node], ...]
    """Rows such as «5+», highest first."""
    ellers: Node | None


@dataclass(slots=True)
class Trinnvis(Node):
    """A version's brackets: of what lies above each limit, the rate; until the next limit."""

    av: Node
    trinn: tuple[tuple[Decimal, Decimal], ...]


def spor_om_belop(node: Samling) -> bool:
    """Tell whether a loop over payments must leave out those of 0 kroner, which are no payments.

    A sum of the amounts themselves need not: 0 adds nothing.
    """
    bare_brutto = isinstance(node.uttrykk, Navn) and node.uttrykk.merke == "brutto"
    return node.ting == "betaling" and not (node.art == "sum" and bare_brutto)


def barn(node: Node) -> tuple[Node, ...]:
    """Return the parts of a node, in the order they are written."""
    match node:
        case Paa():
            return (node.navn, node.dag)
        case SettFra():
            return (node.uttrykk, node.dag)
        case Med():
            return (node.uttrykk, node.verdi)
        case Kall():
            return tuple(node.argumenter)
        case Samling():
            return tuple(n for n in (node.uttrykk, node.a, node.b, node.hvor) if n is not None)
        case Fortegn() | Ikke():
            return (node.uttrykk,)
        case Regning() | Sammenlign() | Logisk():
            return (node.a, node.b)
        case Hvis():
            return (node.vilkaar, node.saa, node.ellers)
        case Oppslag():
            rader = (*node.rader.values(), *(n for _, n in node.fra_og_med))
            return (node.etter, *rader, *((node.ellers,) if node.ellers else ()))
        case Trinnvis():
            return (node.av,)
        case _:
            return ()
