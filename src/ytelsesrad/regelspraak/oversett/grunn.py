"""What every part of the translation shares: where it stands, and the names it hands in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Regel


@dataclass(frozen=True, slots=True)
class Sted:
    """Names of the variables that hold the period, the members and the view."""

    type: Periodetype
    p: str
    medlem: Mapping[str, str]
    s: str
    holder: bool = False
    """Whether this is the rule's own day, and it is asked how long the value holds."""


@dataclass(slots=True)
class Grunn(ABC):
    """The translation of one formula, without the translation of any kind of part."""

    regel: Regel
    nummer: Mapping[str, int]
    regler: Mapping[str, Regel]
    folsom: Callable[[str], bool]
    """Whether a rule's value depends on the view."""
    holder: bool = False
    """Whether it is asked how long the value holds (``holdetid``)."""
    konstanter: dict[str, Any] = field(default_factory=dict)
    lokker: int = 0

    @abstractmethod
    def kode(self, node: tre.Node, k: Sted) -> str:
        """Return the Python of a part."""

    def _eget(self) -> Sted:
        gruppe = {self.regel.for_hver: "m"} if self.regel.for_hver else {}
        return Sted(PERIODETYPE[self.regel.periode], "p", gruppe, "s", self.holder)

    def konstant(self, verdi: object) -> str:
        """Hand a value in beside the text and return its name there."""
        navn = f"K{len(self.konstanter)}"
        self.konstanter[navn] = verdi
        return navn

    def _ny(self, bokstav: str) -> str:
        self.lokker += 1
        return f"{bokstav}{self.lokker}"

    def _v(self, regel: Regel, p: str, k: Sted) -> str:
        m = k.medlem[regel.for_hver] if regel.for_hver else "0"
        s = k.s if self.folsom(regel.id) else "SLUTT"
        return f"E.v({self.nummer[regel.id]}, {p}, {m}, {s})"

    def _indeks(self, k: Sted, til: Periodetype) -> str:
        """Return the index of the period of kind ``til`` that contains where we stand."""
        if til is k.type:
            return k.p
        if til is Periodetype.KONSTANT:
            return "0"
        if k.type is Periodetype.MAANED and til is Periodetype.AAR:
            return f"({k.p} // 12)"
        if til is Periodetype.AAR:
            return f"E.k.forste({int(k.type)}, {k.p}).year"
        if k.type is Periodetype.MAANED and til is Periodetype.DAG:
            return f"E.k.forste({int(k.type)}, {k.p}).toordinal()"
        return f"E.k.indeks({int(til)}, E.k.forste({int(k.type)}, {k.p}))"
