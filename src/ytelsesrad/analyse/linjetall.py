"""Numbers that carry their slope along a line: value = a + b·t, and how far a rounding may move it.

A comparison answers as it does just to the right of where the walk stands (``Fart.t``), and tells
the walk where it would turn. So one evaluation is right all the way to the nearest such place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from ytelsesrad.regelspraak import Regnefeil
from ytelsesrad.regelspraak.tallregning import NULL

UENDELIG = Decimal("Infinity")
NAER = Decimal("1E-20")
"""Places closer than this are the same place."""
_STOY = Decimal("1E-36")
"""A slope smaller than this is left over from a division that does not end."""


class Krum(Regnefeil):
    """A value does not follow a straight line: two numbers that both move are multiplied."""


@dataclass(slots=True)
class Fart:
    """Where a walk stands, and what was met on the way to its values."""

    t: Decimal
    naer: Decimal = UENDELIG
    """The nearest turn ahead of what is being evaluated."""
    eier: object = None
    """What is being evaluated: the one that owns a turn."""
    vendinger: dict[object, Decimal] = field(default_factory=dict)
    """Owner → the nearest place where one of its own comparisons turns."""
    paa: set[object] = field(default_factory=set)
    """Owners of comparisons that turn exactly where the walk stands."""
    trinn: dict[object, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """Owner → step and slope of the first thing on the way that is counted in steps, not money."""
    er_penger: Callable[[object], bool] = bool
    """Whether the value of an owner is money."""
    rutenett: Decimal | None = None
    """Only multiples of this are looked at; what is whole there, is not moved by rounding."""

    def vender(self, sted: Decimal) -> None:
        """Note that a comparison turns at a place ahead."""
        if sted < self.naer:
            self.naer = sted
        gammel = self.vendinger.get(self.eier)
        if gammel is None or sted < gammel:
            self.vendinger[self.eier] = sted


class Linje:
    """a + b·t with b ≠ 0. ``w``: the roundings on the way may move it so much up or down.

    ``g``: the exact value is a multiple of this, because it has been rounded to it.
    """

    __slots__ = ("a", "b", "f", "g", "w")

    def __init__(
        self, a: Decimal, b: Decimal, f: Fart, w: Decimal = NULL, g: Decimal | None = None
    ) -> None:
        self.a = a
        self.b = b
        self.f = f
        self.w = w
        self.g = g

    def ved(self, t: Decimal) -> Decimal:
        """Return the value at a place."""
        return self.a + self.b * t

    def __repr__(self) -> str:
        return f"Linje({self.a} + {self.b}·t ± {self.w})"

    def __hash__(self) -> int:
        return hash((self.a, self.b))

    def __eq__(self, x: object) -> bool:
        """Tell whether it is the same line (used for keys; rules never compare numbers so)."""
        return isinstance(x, Linje) and self.a == x.a and self.b == x.b

    def rundet(self, steg: Decimal, del_: Decimal) -> Linje:
        """Return it with a wider band: a rounding may move it a part of a step.

        What is counted in steps that are not money is noted, and moves nothing at whole steps.
        """
        f, g = self.f, self.g
        if g is not None and _helt(g / steg):
            return self
        if not self.w and not f.er_penger(f.eier):
            f.trinn[f.eier] = (steg, abs(self.b))
            nett = f.rutenett
            if nett is not None and _helt(self.a / steg) and _helt(self.b * nett / steg):
                return self
        return Linje(self.a, self.b, f, self.w + steg * del_, steg)

    # ── arithmetic ─────────────────────────────────────────────────────────────────────────────

    def __neg__(self) -> Linje:
        return Linje(-self.a, -self.b, self.f, self.w, self.g)

    def __add__(self, x: Linje | Decimal) -> Linje | Decimal:
        if isinstance(x, Linje):
            return _lag(self.a + x.a, self.b + x.b, self.f, self.w + x.w)
        return Linje(self.a + x, self.b, self.f, self.w, self.g and _felles(self.g, x))

    __radd__ = __add__

    def __sub__(self, x: Linje | Decimal) -> Linje | Decimal:
        if isinstance(x, Linje):
            return _lag(self.a - x.a, self.b - x.b, self.f, self.w + x.w)
        return Linje(self.a - x, self.b, self.f, self.w, self.g and _felles(self.g, x))

    def __rsub__(self, x: Decimal) -> Linje:
        return Linje(x - self.a, -self.b, self.f, self.w, self.g and _felles(self.g, x))

    def __mul__(self, x: Linje | Decimal) -> Linje | Decimal:
        if isinstance(x, Linje):
            raise Krum("To tall som begge følger linjen, ganges med hverandre.")
        return _lag(self.a * x, self.b * x, self.f, self.w * abs(x), self.g and self.g * abs(x))

    __rmul__ = __mul__

    def __truediv__(self, x: Linje | Decimal) -> Linje | Decimal:
        if isinstance(x, Linje):
            if abs(self.a * x.b - self.b * x.a) < NAER:
                return self.b / x.b
            raise Krum("Et tall deles på et annet, og begge følger linjen.")
        return _lag(self.a / x, self.b / x, self.f, self.w / abs(x))

    def __rtruediv__(self, x: Decimal) -> Decimal:
        if not x:
            return x
        raise Krum("Et tall deles på et tall som følger linjen.")

    # ── comparison: to the right of where the walk stands ──────────────────────────────────────

    def _over(self, x: Linje | Decimal) -> bool | None:
        """Tell whether it is above something; None when they are the same line."""
        a, b = self.a, self.b
        if isinstance(x, Linje):
            a, b = a - x.a, b - x.b
            if -_STOY < b < _STOY:
                return None if -NAER < a < NAER else a > NULL
        else:
            a = a - x
        sted = -a / b
        f = self.f
        if sted > f.t + NAER:
            f.vender(sted)
            return b < NULL
        if sted > f.t - NAER:
            f.paa.add(f.eier)
        return b > NULL

    def __lt__(self, x: Linje | Decimal) -> bool:
        return self._over(x) is False

    def __gt__(self, x: Linje | Decimal) -> bool:
        return self._over(x) is True

    def __le__(self, x: Linje | Decimal) -> bool:
        return self._over(x) is not True

    def __ge__(self, x: Linje | Decimal) -> bool:
        return self._over(x) is not False

    def __bool__(self) -> bool:
        self._over(NULL)
        return True

    def __abs__(self) -> Linje:
        return self if self._over(NULL) else -self


def _felles(g: Decimal, x: Decimal) -> Decimal | None:
    """Return the step again when a number is a multiple of it."""
    return g if _helt(x / g) else None


def _helt(x: Decimal) -> bool:
    return abs(x - x.to_integral_value()) < NAER


def _lag(a: Decimal, b: Decimal, f: Fart, w: Decimal, g: Decimal | None = None) -> Linje | Decimal:
    return a if -_STOY < b < _STOY else Linje(a, b, f, w, g or None)
