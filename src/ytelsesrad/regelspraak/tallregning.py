"""Exact arithmetic: decimals with 50 digits, and rounding that says how.

A division that does not end keeps 50 digits. Wherever a sign or a rounding is decided, what is
smaller than ``BITTE`` counts as nothing, so that ties are the exact ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

from ytelsesrad.regelspraak.feil import Regnefeil

KONTEKST = Context(prec=50, Emax=999, Emin=-999, traps=[DivisionByZero, InvalidOperation, Overflow])
BITTE = Decimal("1E-30")
NULL = Decimal(0)
_EN = Decimal(1)
_HALV = Decimal("0.5")


def avrund(x: Decimal, steg: Decimal) -> Decimal:
    """Round to the nearest step, halves away from zero."""
    q = x / steg
    if q < 0:
        return -((-q + _HALV + BITTE).to_integral_value(ROUND_FLOOR)) * steg
    return (q + _HALV + BITTE).to_integral_value(ROUND_FLOOR) * steg


def avrund_ned(x: Decimal, steg: Decimal) -> Decimal:
    """Round towards minus infinity."""
    return (x / steg + BITTE).to_integral_value(ROUND_FLOOR) * steg


def avrund_opp(x: Decimal, steg: Decimal) -> Decimal:
    """Round towards plus infinity."""
    return (x / steg - BITTE).to_integral_value(ROUND_CEILING) * steg


def avrund_partall(x: Decimal, steg: Decimal) -> Decimal:
    """Round to the nearest step, halves to the even one."""
    q = x / steg
    gulv = (q + BITTE).to_integral_value(ROUND_FLOOR)
    rest = q - gulv - _HALV
    if -BITTE < rest < BITTE:
        return (gulv if gulv % 2 == 0 else gulv + _EN) * steg
    return (gulv if rest < 0 else gulv + _EN) * steg


def avrund_halv_ned(x: Decimal, steg: Decimal) -> Decimal:
    """Round to the nearest step, halves towards zero."""
    q = x / steg
    if q < 0:
        return -((-q - _HALV - BITTE).to_integral_value(ROUND_CEILING)) * steg
    return (q - _HALV - BITTE).to_integral_value(ROUND_CEILING) * steg


def trinnvis(x: Decimal, trinn: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Lay brackets on a number: above each limit its rate, until the next limit."""
    svar = NULL
    for i, (grense, sats) in enumerate(trinn):
        if x <= grense:
            break
        tak = trinn[i + 1][0] if i + 1 < len(trinn) else x
        svar += ((tak if tak < x else x) - grense) * sats
    return svar


def snitt(tall: Sequence[Decimal]) -> Decimal:
    """Return the mean. Raises Regnefeil when there is nothing to take it of."""
    if not tall:
        raise Regnefeil("Det er ingen tall å regne snittet av.")
    return sum(tall, NULL) / Decimal(len(tall))


def de_beste(tall: Sequence[Decimal], antall: int) -> list[Decimal]:
    """Return the ``antall`` highest (or, when negative, lowest) numbers."""
    sortert = sorted(tall, reverse=antall > 0)
    return sortert[: abs(antall)]
