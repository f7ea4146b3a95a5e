"""Axes: round figures to mark, and where a value stands, in whole units of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Akse:
    """Values from ``lavest`` to ``hoyest`` laid out from ``fra`` to ``til``."""

    lavest: Decimal
    hoyest: Decimal
    steg: Decimal
    fra: int
    til: int

    def plass(self, verdi: Decimal) -> int:
        """Return where a value stands."""
        andel = (verdi - self.lavest) / (self.hoyest - self.lavest)
        return int((self.fra + andel * (self.til - self.fra)).quantize(Decimal(1), ROUND_HALF_UP))

    def merker(self) -> list[Decimal]:
        """Return the round figures to mark."""
        antall = int((self.hoyest - self.lavest) / self.steg)
        return [self.lavest + n * self.steg for n in range(antall + 1)]


def akse(lavest: Decimal, hoyest: Decimal, fra: int, til: int, antall: int) -> Akse:
    """Return an axis that holds both values, with at most about ``antall`` round marks."""
    spenn = hoyest - lavest if hoyest > lavest else Decimal(1)
    steg = _rundt(spenn / antall)
    return Akse(
        (lavest / steg).to_integral_value(ROUND_FLOOR) * steg,
        (hoyest / steg).to_integral_value(ROUND_CEILING) * steg
        if hoyest > lavest
        else (lavest / steg).to_integral_value(ROUND_FLOOR) * steg + steg,
        steg,
        fra,
        til,
    )


def _rundt(minst: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5, 10, 20 … (and tenths) that is not less."""
    steg = Decimal(1).scaleb(minst.adjusted())
    return next(steg * n for n in (1, 2, 5, 10) if steg * n >= minst)
