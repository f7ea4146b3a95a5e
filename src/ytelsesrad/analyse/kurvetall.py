"""Numbers that bend along a line: one polynomial over another.

They come when two numbers that both move are multiplied, or one is divided by the other. Then
what the rules compare still turns at exact places: roots of polynomials.
"""

from __future__ import annotations

from collections.abc import Hashable
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse import polynom
from ytelsesrad.analyse.avrunding import INGEN, Rest, ganger, pluss
from ytelsesrad.analyse.linjetall import NAER, Fart, Krum, Langs, Linje, lag
from ytelsesrad.analyse.polynom import Polynom
from ytelsesrad.regelspraak.tallregning import NULL

EN: Polynom = (Decimal(1),)
_RETT = 2


class Kurve(Langs):
    """p / q, polynomials in t. ``q`` is 1 when nothing that moves has been divided by."""

    __slots__ = ("p", "q")

    def __init__(
        self, p: Polynom, q: Polynom, f: Fart, r: Rest = INGEN, g: Decimal | None = None
    ) -> None:
        self.p = p
        self.q = q
        self.f = f
        self.r = r
        self.g = g

    def ved(self, t: Decimal) -> Decimal:
        """Return the value at a place."""
        return polynom.verdi(self.p, t) / polynom.verdi(self.q, t)

    def stigning(self, t: Decimal) -> Decimal:
        """Return how much it grows for each unit of the line, at a place."""
        return polynom.verdi(self._vekst(), t) / polynom.verdi(self.q, t) ** 2

    def _vekst(self) -> Polynom:
        """Return what decides whether it grows: p'q − pq'."""
        opp = polynom.ganger(polynom.derivert(self.p), self.q)
        ned = polynom.ganger(self.p, polynom.derivert(self.q))
        return polynom.pluss(opp, polynom.ganget(ned, Decimal(-1)))

    def steder(self, x: Decimal, fra: Decimal, til: Decimal) -> list[Decimal]:
        """Return every place in a span where it has a value, in order."""
        return polynom.rotter(polynom.pluss(self.p, polynom.ganget(self.q, -x)), fra, til)

    def storst(self, fra: Decimal, til: Decimal) -> Decimal:
        """Return the most it is from nothing in a span."""
        vender = polynom.rotter(self._vekst(), fra, til)
        return max(abs(self.ved(t)) for t in (fra, *vender, til))

    @property
    def er_kvadratisk(self) -> bool:
        """Whether it has no higher power than the second."""
        return self.q == EN and len(self.p) <= _RETT + 1

    def __repr__(self) -> str:
        return f"Kurve({self.p} / {self.q}, {len(self.r)} avrundinger)"

    def _form(self) -> Hashable:
        return self.p, self.q

    def _bratt(self) -> Decimal:
        return abs(self.stigning(self.f.t))

    def _med(self, r: Rest, g: Decimal) -> Kurve:
        return Kurve(self.p, self.q, self.f, r, g)

    # ── arithmetic ─────────────────────────────────────────────────────────────────────────────

    def __neg__(self) -> Kurve:
        minus = Decimal(-1)
        return Kurve(polynom.ganget(self.p, minus), self.q, self.f, ganger(self.r, minus), self.g)

    def __add__(self, x: Any) -> Any:
        p, q, r = _deler(x)
        r = pluss(self.r, r)
        if q == self.q:
            return forenklet(polynom.pluss(self.p, p), q, self.f, r)
        kryss = polynom.pluss(polynom.ganger(self.p, q), polynom.ganger(p, self.q))
        return forenklet(kryss, polynom.ganger(self.q, q), self.f, r)

    __radd__ = __add__

    def __sub__(self, x: Any) -> Any:
        return self + -x

    def __rsub__(self, x: Any) -> Any:
        return -self + x

    def __mul__(self, x: Any) -> Any:
        p, q, _ = _deler(x)
        return forenklet(
            polynom.ganger(self.p, p), polynom.ganger(self.q, q), self.f, self._rest_ganget(x)
        )

    __rmul__ = __mul__

    def __truediv__(self, x: Any) -> Any:
        return self * _en_over(self.f, x)

    def __rtruediv__(self, x: Any) -> Any:
        return x if not x else _en_over(self.f, self) * x

    def __abs__(self) -> Kurve:
        return self if self.over(NULL) else -self

    def _rest_ganget(self, x: Langs | Decimal) -> Rest:
        """Return what roundings leave in a product: no more than this on the rest of the line."""
        if isinstance(x, Decimal):
            return ganger(self.r, x)
        if not self.r and not x.r:
            return INGEN
        f = self.f
        annen = x if isinstance(x, Kurve) else kurve(x)
        a, b = (max(map(abs, y.ytterst())) for y in (self, annen))
        mest = a * annen.storst(f.t, f.til) + b * self.storst(f.t, f.til) + a * b
        return f.avrundinger.ny(("ganget", self._form(), annen._form(), a, b), (-mest, mest))

    def over(self, x: Langs | Decimal) -> bool | None:
        """Tell whether it is above something; None when they are the same all along."""
        forskjell = self - x
        if not isinstance(forskjell, Kurve):
            if isinstance(forskjell, Langs):
                return forskjell.over(NULL)
            return None if -NAER < forskjell < NAER else forskjell > NULL
        f, p, q = self.f, forskjell.p, forskjell.q
        steder = sorted({*polynom.rotter(p, f.t - NAER, f.til), *polynom.rotter(q, f.t, f.til)})
        foran = [t for t in steder if t > f.t + NAER]
        if len(foran) < len(steder):
            f.paa.add(f.eier)
        if foran:
            f.vender(foran[0])
        midt = (f.t + (foran[0] if foran else f.til)) / _RETT
        return forskjell.ved(midt) > NULL


def _deler(x: Langs | Decimal) -> tuple[Polynom, Polynom, Rest]:
    if isinstance(x, Kurve):
        return x.p, x.q, x.r
    if isinstance(x, Linje):
        return (x.a, x.b), EN, x.r
    assert isinstance(x, Decimal)
    return (x,), EN, INGEN


def kurve(x: Langs) -> Kurve:
    """Return a straight number as one that can be multiplied by another that moves."""
    p, q, r = _deler(x)
    return Kurve(p, q, x.f, r, x.g)


def _en_over(f: Fart, x: Langs | Decimal) -> Any:
    """Return 1 divided by something. The walk stops where that is nothing."""
    if isinstance(x, Decimal):
        return Decimal(1) / x
    p, q, r = _deler(x)
    nuller = polynom.rotter(p, f.t + NAER, f.til)
    if nuller:
        f.vender(nuller[0])
    if not r:
        return forenklet(q, p, f, INGEN)
    mest = max(map(abs, x.ytterst()))
    minst = min(abs(x.ved(t)) for t in _ytterpunkter(kurve(x), f.t, f.til))
    if nuller or minst <= mest:
        raise Krum("Det deles på et tall som er rundet av, og som kan bli null på linjen.")
    feil = mest / (minst * (minst - mest))
    return forenklet(q, p, f, f.avrundinger.ny(("delt", p, q, mest), (-feil, feil)))


def _ytterpunkter(x: Kurve, fra: Decimal, til: Decimal) -> list[Decimal]:
    return [fra, *polynom.rotter(x._vekst(), fra, til), til]


def forenklet(p: Polynom, q: Polynom, f: Fart, r: Rest) -> Langs | Decimal:
    """Return p / q as the simplest number it is: plain, straight or bent."""
    if q != EN:
        kvotient = polynom.delt(p, q)
        if kvotient is not None:
            p, q = kvotient, EN
    if q == EN and len(p) <= _RETT:
        return lag(p[0], p[1] if len(p) == _RETT else NULL, f, r)
    return Kurve(p, q, f, r)
