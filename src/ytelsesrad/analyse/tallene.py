"""What counts as a difference along a line, and how places and amounts are kept in answers."""

from __future__ import annotations

from decimal import Decimal

LITE = Decimal(10)
"""Kroner a year: a smaller leap is only a rounding that stops or starts."""
FLATT = Decimal("0.0001")
"""A change of slope smaller than this part of what is earned is none."""
HUNDRE = Decimal(100)
HALV = Decimal("0.5")
ORE = Decimal("0.01")
_PLASSER = Decimal("1E-8")


def pen(x: Decimal) -> Decimal:
    """Return a number with at most eight decimals, and none that are only zeros."""
    svar = x.quantize(_PLASSER)
    hele = svar.to_integral_value()
    return hele if svar == hele else svar.normalize()
