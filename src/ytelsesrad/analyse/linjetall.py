"""Numbers that carry their slope along a line: value = a + b·t, and what roundings do to it.

A comparison answers as it does just to the right of where the walk stands (``Fart.t``), and tells
the walk where it would turn. So one evaluation is right all the way to the nearest such place.
What is not straight, is in ``kurvetall``.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.avrunding import INGEN, LENGST, Avrundinger, Rest, Tabell, ganger, pluss
from ytelsesrad.regelspraak import Regnefeil
from ytelsesrad.regelspraak.tallregning import NULL

UENDELIG = Decimal("Infinity")
MINUS = Decimal(-1)
NAER = Decimal("1E-20")
"""Places closer than this are the same place."""
_STOY = Decimal("1E-36")
"""A slope smaller than this is left over from a division that does not end."""


Eier = tuple[int, tuple[int, int, int, int]]
"""Who owns a comparison: a run (by number), and a key in it (rule, period, member, view)."""
INGEN_EIER: Eier = (-1, (-1, -1, -1, -1))
"""Nothing is being evaluated."""


class Krum(Regnefeil):
    """A value can't be followed along the line, such as a date worked out from what moves."""


def _ikke_penger(eier: Eier) -> bool:
    """Take every value for something that is counted in steps."""
    return False


def _bare_rett(x: Linje) -> Any:
    """Follow nothing that bends."""
    raise Krum("To tall som begge følger linjen, ganges eller deles.")


@dataclass(slots=True)
class Fart:
    """Where a walk stands, and what was met on the way to its values."""

    t: Decimal
    til: Decimal = UENDELIG
    """Where the line ends."""
    naer: Decimal = UENDELIG
    """The nearest turn ahead of what is being evaluated."""
    eier: Eier = INGEN_EIER
    """What is being evaluated: the one that owns a turn."""
    vendinger: dict[Eier, Decimal] = field(default_factory=dict)
    """Owner → the nearest place where one of its own comparisons turns."""
    paa: set[Eier] = field(default_factory=set)
    """Owners of comparisons that turn exactly where the walk stands."""
    trinn: dict[Eier, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """Owner → step and slope of what is rounded that is not money."""
    telles: set[int] = field(default_factory=set)
    """The rules that round what nothing on the way has rounded: what people count in steps."""
    er_penger: Callable[[Eier], bool] = _ikke_penger
    """Whether the value of an owner is money."""
    rutenett: Decimal | None = None
    """Only multiples of this are looked at; what is whole there, is not moved by rounding."""
    krum: Callable[[Linje], Any] = _bare_rett
    """Return a straight number as one that can be multiplied by another that moves."""
    avrundinger: Avrundinger = field(default_factory=Avrundinger)

    def vender(self, sted: Decimal) -> None:
        """Note that a comparison turns at a place ahead."""
        if sted < self.naer:
            self.naer = sted
        gammel = self.vendinger.get(self.eier)
        if gammel is None or sted < gammel:
            self.vendinger[self.eier] = sted


class Langs:
    """A number that moves along the line. ``r``: what roundings on the way have left in it.

    ``g``: the exact value is a multiple of this, because it has been rounded to it.
    """

    __slots__ = ("f", "g", "r")
    f: Fart
    g: Decimal | None
    r: Rest

    def __init_subclass__(cls) -> None:
        """Refuse a kind of number that lacks a part.

        As ABC does, but without its metaclass, which would make every ``isinstance`` here slow.
        """
        deler = ((navn, getattr(cls, navn)) for navn in dir(cls))
        mangler = [navn for navn, d in deler if getattr(d, "__isabstractmethod__", False)]
        if mangler:
            raise TypeError(f"{cls.__name__} mangler {', '.join(mangler)}.")

    @abstractmethod
    def ved(self, t: Decimal) -> Decimal:
        """Return the value at a place."""

    @abstractmethod
    def stigning(self, t: Decimal) -> Decimal:
        """Return how much it grows for each unit of the line, at a place."""

    @abstractmethod
    def steder(self, x: Decimal, fra: Decimal, til: Decimal) -> list[Decimal]:
        """Return every place in a span where it has a value, in order."""

    def ytterst(self) -> tuple[Decimal, Decimal]:
        """Return the most that roundings can move it, down (below zero) and up."""
        return self.f.avrundinger.ytterst(self.r)

    def rundet(
        self,
        steg: Decimal,
        spenn: tuple[Decimal, Decimal],
        runder: Callable[[Decimal, Decimal], Decimal],
    ) -> Langs:
        """Return it with one more rounding in it, which moves it from and to parts of a step.

        What is counted in steps that are not money is noted: they are a grid, on which it is
        looked up what ``runder`` does.
        """
        f, g = self.f, self.g
        if g is not None and helt(g / steg):
            return self
        if (bratt := self._bratt()) > _STOY and not f.er_penger(f.eier):
            f.trinn[f.eier] = (steg, bratt)
            if not self.r:
                f.telles.add(f.eier[1][0])
        hva = (self._form(), frozenset(self.r.items()), steg, spenn)
        ny = f.avrundinger.ny(
            hva, (spenn[0] * steg, spenn[1] * steg), lambda: self._tabell(steg, runder)
        )
        return self._med(pluss(self.r, ny), steg)

    @abstractmethod
    def _form(self) -> Hashable:
        """Return what it is, apart from what roundings have left in it."""

    @abstractmethod
    def _bratt(self) -> Decimal:
        """Return how fast it moves where the walk stands, whichever way."""

    def _tabell(
        self, steg: Decimal, runder: Callable[[Decimal, Decimal], Decimal]
    ) -> Tabell | None:
        """Return what a rounding does at each step of the grid until it comes again, if it does."""
        return None

    @abstractmethod
    def _med(self, r: Rest, g: Decimal) -> Langs:
        """Return it with something else left by roundings, and as a multiple of a step."""

    # ── comparison: to the right of where the walk stands ──────────────────────────────────────

    @abstractmethod
    def over(self, x: Langs | Decimal) -> bool | None:
        """Tell whether it is above something; None when they are the same all along."""

    def __lt__(self, x: Langs | Decimal) -> bool:
        return self.over(x) is False

    def __gt__(self, x: Langs | Decimal) -> bool:
        return self.over(x) is True

    def __le__(self, x: Langs | Decimal) -> bool:
        return self.over(x) is not True

    def __ge__(self, x: Langs | Decimal) -> bool:
        return self.over(x) is not False

    def __bool__(self) -> bool:
        return self.over(NULL) is not None

    def __hash__(self) -> int:
        return hash(self._form())

    def __eq__(self, x: object) -> bool:
        """Tell whether it is the same number (used for keys; rules never compare numbers so)."""
        return isinstance(x, Langs) and self._form() == x._form() and self.r == x.r


class Linje(Langs):
    """a + b·t. b is only nothing when roundings have left something in a number that stands."""

    __slots__ = ("a", "b")

    def __init__(
        self, a: Decimal, b: Decimal, f: Fart, r: Rest = INGEN, g: Decimal | None = None
    ) -> None:
        self.a = a
        self.b = b
        self.f = f
        self.r = r
        self.g = g

    def ved(self, t: Decimal) -> Decimal:
        """Return the value at a place."""
        return self.a + self.b * t

    def stigning(self, t: Decimal) -> Decimal:
        """Return how much it grows for each unit of the line: the same everywhere."""
        return self.b

    def steder(self, x: Decimal, fra: Decimal, til: Decimal) -> list[Decimal]:
        """Return the place in a span where it has a value."""
        t = (x - self.a) / self.b if self.b else UENDELIG
        return [t] if fra <= t <= til else []

    def __repr__(self) -> str:
        return f"Linje({self.a} + {self.b}·t, {len(self.r)} avrundinger)"

    def _form(self) -> Hashable:
        return self.a, self.b

    def _bratt(self) -> Decimal:
        return abs(self.b)

    def _tabell(
        self, steg: Decimal, runder: Callable[[Decimal, Decimal], Decimal]
    ) -> Tabell | None:
        """Return what a rounding does at each step of the grid until it comes again, if it does."""
        nett, kjente = self.f.rutenett, self.f.avrundinger
        grunn = kjente.periode(self.r)
        if nett is None or grunn is None:
            return None
        per_trinn = self.b * nett / steg
        mulige = range(grunn, LENGST + 1, grunn)
        antall = next((n for n in mulige if helt(per_trinn * n)), 0)
        svar = []
        for n in range(antall):
            x = self.a + self.b * nett * n + kjente.paa_trinn(self.r, n)
            svar.append(runder(x, steg) - x)
            if helt(2 * x / steg) and not helt(x / steg):
                # Half a step: it must go the same way each time it comes again on the line.
                forst, sist = (int((t / nett - n) / antall) for t in (self.f.t, self.f.til))
                andre = [
                    x + self.b * nett * antall * g for g in {forst, forst + 1, sist} if g <= sist
                ]
                if any(abs(runder(y, steg) - y - svar[-1]) > NAER for y in andre):
                    return None
        return tuple(svar) or None

    def _med(self, r: Rest, g: Decimal) -> Linje:
        return Linje(self.a, self.b, self.f, r, g)

    # ── arithmetic ─────────────────────────────────────────────────────────────────────────────

    def __neg__(self) -> Linje:
        return Linje(-self.a, -self.b, self.f, ganger(self.r, MINUS), self.g)

    def __add__(self, x: Any) -> Any:
        if type(x) is Linje:
            return lag(self.a + x.a, self.b + x.b, self.f, pluss(self.r, x.r))
        if isinstance(x, Langs):
            return NotImplemented
        return Linje(self.a + x, self.b, self.f, self.r, self.g and _felles(self.g, x))

    __radd__ = __add__

    def __sub__(self, x: Any) -> Any:
        if type(x) is Linje:
            r = pluss(self.r, ganger(x.r, MINUS)) if x.r else self.r
            return lag(self.a - x.a, self.b - x.b, self.f, r)
        if isinstance(x, Langs):
            return NotImplemented
        return Linje(self.a - x, self.b, self.f, self.r, self.g and _felles(self.g, x))

    def __rsub__(self, x: Any) -> Any:
        r, g = ganger(self.r, MINUS), self.g and _felles(self.g, x)
        return Linje(x - self.a, -self.b, self.f, r, g)

    def __mul__(self, x: Any) -> Any:
        if type(x) is Linje:
            return self.f.krum(self) * x
        if isinstance(x, Langs):
            return NotImplemented
        return lag(self.a * x, self.b * x, self.f, ganger(self.r, x), self.g and self.g * abs(x))

    __rmul__ = __mul__

    def __truediv__(self, x: Any) -> Any:
        if type(x) is Linje:
            return self.f.krum(self) / x
        if isinstance(x, Langs):
            return NotImplemented
        return lag(self.a / x, self.b / x, self.f, ganger(self.r, 1 / x) if self.r else self.r)

    def __rtruediv__(self, x: Any) -> Any:
        return x if not x else x / self.f.krum(self)

    def __abs__(self) -> Linje:
        return self if self.over(NULL) else -self

    def over(self, x: Langs | Decimal) -> bool | None:
        """Tell whether it is above something; None when they are the same all along."""
        a, b = self.a, self.b
        if isinstance(x, Linje):
            a, b = a - x.a, b - x.b
        elif isinstance(x, Langs):
            snudd = x.over(self)
            return None if snudd is None else not snudd
        else:
            a = a - x
        if -_STOY < b < _STOY:
            return None if -NAER < a < NAER else a > NULL
        sted = -a / b
        f = self.f
        if sted > f.t + NAER:
            f.vender(sted)
            return b < NULL
        if sted > f.t - NAER:
            f.paa.add(f.eier)
        return b > NULL


def _felles(g: Decimal, x: Decimal) -> Decimal | None:
    """Return the step again when a number is a multiple of it."""
    return g if helt(x / g) else None


def helt(x: Decimal) -> bool:
    """Tell whether a number is whole."""
    return abs(x - x.to_integral_value()) < NAER


def lag(a: Decimal, b: Decimal, f: Fart, r: Rest, g: Decimal | None = None) -> Linje | Decimal:
    """Return a number that moves, or a plain one when nothing in it does."""
    return a if not r and -_STOY < b < _STOY else Linje(a, b, f, r, g)
