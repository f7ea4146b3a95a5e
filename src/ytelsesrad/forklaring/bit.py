"""A written part of a formula."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

SUM, PRODUKT, ATOM = 1, 2, 3
"""How tightly a written part binds."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A written part: its text, how tightly it binds, and the number its figures give."""

    tekst: str
    rang: int = ATOM
    vist: Decimal | None = None

    @property
    def er_bare_verdi(self) -> bool:
        """Whether it is a figure and no reckoning."""
        return self.rang == ATOM

    def i(self, rang: int) -> str:
        """Return the text, in brackets if it binds looser than needed."""
        return self.tekst if self.rang >= rang else f"({self.tekst})"

    def er_ingenting(self) -> bool:
        """Tell whether it is a plain 0, or a product that is 0."""
        return self.tekst == "0" or (self.rang == PRODUKT and self.vist == 0)


def regn_vist(op: str, a: Decimal | None, b: Decimal | None) -> Decimal | None:
    """Return what two shown numbers give, when both are known."""
    if a is None or b is None or (op == "/" and not b):
        return None
    match op:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case _:
            return a / b
