"""Units and types: what may be added to, compared with and multiplied by what.

A unit is a product of base units with whole powers. Percent, G and plain numbers are pure numbers
that only look different.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

GRUNNENHETER = ("kr", "time", "dag", "uke", "måned", "meldeperiode", "år")
_ORD: dict[str, tuple[str | None, Decimal]] = {
    "kr": ("kr", Decimal(1)),
    "øre": ("kr", Decimal("0.01")),
    "time": ("time", Decimal(1)),
    "timer": ("time", Decimal(1)),
    "dag": ("dag", Decimal(1)),
    "dager": ("dag", Decimal(1)),
    "uke": ("uke", Decimal(1)),
    "uker": ("uke", Decimal(1)),
    "måned": ("måned", Decimal(1)),
    "måneder": ("måned", Decimal(1)),
    "meldeperiode": ("meldeperiode", Decimal(1)),
    "meldeperioder": ("meldeperiode", Decimal(1)),
    "år": ("år", Decimal(1)),
    "prosent": (None, Decimal("0.01")),
    "gang": (None, Decimal(1)),
    "ganger": (None, Decimal(1)),
    "G": (None, Decimal(1)),
    "tall": (None, Decimal(1)),
}
_MAKS_TEGN = 60
_FLERTALL = {
    "time": "timer",
    "dag": "dager",
    "uke": "uker",
    "måned": "måneder",
    "meldeperiode": "meldeperioder",
}


class Art(Enum):
    """Kind of value."""

    TALL = "tall"
    JA_NEI = "ja/nei"
    DATO = "dato"
    TEKST = "tekst"
    UKJENT = "ukjent"
    """After a fault: fits everything, so that one fault gives one message."""


@dataclass(frozen=True, slots=True)
class Enhet:
    """A unit: the powers of the base units, in the order of GRUNNENHETER. Empty: a pure number."""

    potenser: tuple[tuple[str, int], ...] = ()

    def ganger(self, annen: Enhet, fortegn: int = 1) -> Enhet:
        """Return the product (or, with -1, the quotient) of two units."""
        potenser = dict(self.potenser)
        for navn, n in annen.potenser:
            potenser[navn] = potenser.get(navn, 0) + fortegn * n
        return Enhet(tuple((g, potenser[g]) for g in GRUNNENHETER if potenser.get(g)))

    def potens(self, navn: str) -> int:
        """Return the power of a base unit, 0 when it is not there."""
        return dict(self.potenser).get(navn, 0)

    def __str__(self) -> str:
        over = [(n, p) for n, p in self.potenser if p > 0]
        under = [(n, -p) for n, p in self.potenser if p < 0]
        if not over and not under:
            return "et rent tall"
        topp = " ".join([_FLERTALL.get(n, n) for n, p in over for _ in range(p)]) or "ganger"
        return "/".join([topp, *[n for n, p in under for _ in range(p)]])


REN = Enhet()


@dataclass(frozen=True, slots=True)
class Type:
    """What a part of an expression is: a kind, and for numbers a unit.

    ``null`` marks the number 0 written out, which fits every unit. ``kilde`` is the name a fault
    is blamed on.
    """

    art: Art
    enhet: Enhet = REN
    null: bool = False
    valg: tuple[str, ...] = ()

    @property
    def er_tall(self) -> bool:
        """Whether it is a number."""
        return self.art is Art.TALL

    def __str__(self) -> str:
        return str(self.enhet) if self.er_tall else self.art.value


UKJENT = Type(Art.UKJENT)
JA_NEI = Type(Art.JA_NEI)
DATO = Type(Art.DATO)
TEKST = Type(Art.TEKST)
TALL = Type(Art.TALL)


class UkjentEnhet(ValueError):
    """The words are not a unit of the language."""


def les_enhet(tekst: str) -> tuple[Type, Decimal]:
    """Read the words of a unit: its type, and what one of it is in base form (prosent: 0.01).

    Raises UkjentEnhet.
    """
    match tekst:
        case "ja/nei":
            return JA_NEI, Decimal(1)
        case "dato":
            return DATO, Decimal(1)
        case "valg" | "tekst":
            return TEKST, Decimal(1)
        case _:
            pass
    if len(tekst) > _MAKS_TEGN:
        raise UkjentEnhet(tekst)
    enhet, faktor = REN, Decimal(1)
    for nr, del_ in enumerate(tekst.split("/")):
        ordene = del_.split()
        if not ordene:
            raise UkjentEnhet(tekst)
        for ordet in ordene:
            if ordet not in _ORD:
                raise UkjentEnhet(ordet)
            navn, verdt = _ORD[ordet]
            if navn is not None:
                enhet = enhet.ganger(Enhet(((navn, 1),)), 1 if nr == 0 else -1)
            faktor = faktor * verdt if nr == 0 else faktor / verdt
    return Type(Art.TALL, enhet), faktor


def kjente_enheter() -> list[str]:
    """Return the words a unit may be made of, for error texts."""
    return [*_ORD, "ja/nei", "dato", "valg", "tekst"]
