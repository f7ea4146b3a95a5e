"""Numbers that carry their slope along a line: value = a + b·t, and how far a rounding may move it.

A comparison answers as it does just to the right of where the walk stands (``Fart.t``), and tells
the walk where it would turn. So one evaluation is right all the way to the nearest such place.
"""

from __future__ import annotations

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
    trinn: dict[object, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """Owner of a rounding → the step, and the slope of what was rounded."""

    def vender(self, sted: Decimal) -> None:
        """Note that a comparison turns at a place ahead."""
        if sted < self.naer:
            self.naer = sted
        gammel = self.vendinger.get(self.eier)
        if gammel is None or sted < gammel:
            self.vendinger[self.eier] = sted


Tall = "Linje | Decimal"


class Linje:
    """a + b·t with b ≠ 0. ``w``: the roundings on the way may move it so much up or down."""

    __slots__ = ("a", "b", "f", "w")

    def __init__(self, a: Decimal, b: Decimal, f: Fart, w: Decimal = NULL) -> None:
        self.a = a
        self.b = b
        self.f = f
        self.w = w

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

    # ── arithmetic ─────────────────────────────────────────────────────────────────────────────

    def __neg__(self) -> Linje:
        return Linje(-self.a, -self.b, self.f, self.w)

    def __add__(self, x: Linje | Decimal) -> Linje | Decimal:
        if type(x) is Linje:
            return _lag(self.a + x.a, self.b + x.b, self.f, self.w + x.w)
        return Linje(self.a + x, self.b, self.f, self.w)  # type: ignore[operator]

    __radd__ = __add__

    def __sub__(self, x: Linje | Decimal) -> Linje | Decimal:
        if type(x) is Linje:
            return _lag(self.a - x.a, self.b - x.b, self.f, self.w + x.w)
        return Linje(self.a - x, self.b, self.f, self.w)  # type: ignore[operator]

    def __rsub__(self, x: Decimal) -> Linje:
        return Linje(x - self.a, -self.b, self.f, self.w)

    def __mul__(self, x: Linje | Decimal) -> Linje | Decimal:
        if type(x) is Linje:
            raise Krum("To tall som begge følger linjen, ganges med hverandre.")
        return _lag(self.a * x, self.b * x, self.f, self.w * abs(x))  # type: ignore[operator, arg-type]

    __rmul__ = __mul__

    def __truediv__(self, x: Linje | Decimal) -> Linje | Decimal:
        if type(x) is Linje:
            if abs(self.a * x.b - self.b * x.a) < NAER:
                return self.b / x.b
            raise Krum("Et tall deles på et annet, og begge følger linjen.")
        return _lag(self.a / x, self.b / x, self.f, self.w / abs(x))  # type: ignore[operator, arg-type]

    def __rtruediv__(self, x: Decimal) -> Decimal:
        if not x:
            return x
        raise Krum("Et tall deles på et tall som følger linjen.")

    # ── comparison: to the right of where the walk stands ──────────────────────────────────────

    def _over(self, x: Linje | Decimal) -> bool | None:
        """Tell whether it is above something; None when they are the same line."""
        a, b = self.a, self.b
        if type(x) is Linje:
            a, b = a - x.a, b - x.b
            if -_STOY < b < _STOY:
                return None if -NAER < a < NAER else a > NULL
        else:
            a = a - x  # type: ignore[operator]
        sted = -a / b
        f = self.f
        if sted > f.t + NAER:
            f.vender(sted)
            return b < NULL
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


def _lag(a: Decimal, b: Decimal, f: Fart, w: Decimal) -> Linje | Decimal:
    return a if -_STOY < b < _STOY else Linje(a, b, f, w)
