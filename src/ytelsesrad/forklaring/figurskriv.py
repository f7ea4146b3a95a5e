"""Write the figures of a formula: the values of its parts, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.forklaring.bit import ATOM, PRODUKT, Bit
from ytelsesrad.forklaring.gang import Loper
from ytelsesrad.forklaring.verdier import er_penger, figur, vist_tall
from ytelsesrad.lesbart import MINUS
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.lokale import Lokale
from ytelsesrad.regelspraak.tolk import Tolk

_PER_TID = ("år", "måned", "uke", "dag", "meldeperiode")


@dataclass(slots=True)
class Figurskriver:
    """Writes values of one rule's formula. ``full``: what is written keeps the formula's shape."""

    tolk: Tolk
    loper: Loper
    full: bool
    kilde: str = ""
    """The text of the formula, where the units of numbers stand."""
    ore: bool = False

    def figur(self, node: tre.Node, k: Lokale) -> Bit:
        """Write a part as its value."""
        enhet = self.tolk.enhet(node)
        if isinstance(node, tre.Konstant):
            enhet = self.tolk.regel.enhet
        elif isinstance(node, tre.Navn) and node.merke in k.kjoring.program.bok.samling.merker:
            enhet = k.kjoring.program.bok.samling.merker[node.merke].enhet
        return self.bit(self.tolk.verdi(node, k), enhet)

    def bit(self, verdi: object, enhet: str) -> Bit:
        """Write a value."""
        tekst = figur(verdi, enhet, ore=self.ore)  # type: ignore[arg-type]
        if not isinstance(verdi, Decimal):
            return Bit(tekst)
        rang = PRODUKT if tekst.startswith(MINUS) else ATOM
        return Bit(tekst, rang, vist_tall(verdi, enhet, ore=self.ore))

    def tall(self, node: tre.Tall) -> Bit:
        """Write a number of the law in the unit it is written in."""
        hva, _, per = (node.enhet or "tall").partition("/")
        if "prosent" in self.kilde[node.fra : node.til]:
            hva = "prosent"
        if per in _PER_TID and not er_penger(hva) and not hva.startswith("time"):
            hva = "tall"  # 12 måneder/år only turns one unit into another
        return self.bit(node.verdi, hva)
