"""The functions that compiled formulas may call, for numbers that carry their slope.

Roundings let such a number through with its slope, and note how far they may move it: half a step
each way for the nearest, a whole step down or up. Of numbers that stand still they round as always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.linjetall import Krum, Langs
from ytelsesrad.regelspraak import Regnefeil, tallregning
from ytelsesrad.regelspraak.oversett import hjelpere

_NAERMEST = Decimal("-0.5"), Decimal("0.5")
_NED, _OPP = (Decimal(-1), Decimal(0)), (Decimal(0), Decimal(1))


def _rundes(
    vanlig: Callable[[Decimal, Decimal], Decimal], spenn: tuple[Decimal, Decimal]
) -> Callable[..., Any]:
    """Return a rounding that lets lines through. ``spenn``: the parts of a step it may move."""

    def rund(x: Any, steg: Any) -> Any:
        if isinstance(steg, Langs):
            raise Krum("Det rundes av med et steg som følger linjen.")
        return x.rundet(steg, spenn, vanlig) if isinstance(x, Langs) else vanlig(x, steg)

    return rund


def _stille(vanlig: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of the calendar, which can't follow a line."""

    def kall(*arg: Any) -> Any:
        if any(isinstance(a, Langs) for a in arg):
            raise Krum("En dato regnes ut av et tall som følger linjen.")
        return vanlig(*arg)

    return kall


def _slaa_opp(
    nokkel: Any,
    rader: Mapping[str, Callable[[], Any]],
    fra_og_med: Sequence[tuple[Decimal, Callable[[], Any]]],
    ellers: Callable[[], Any] | None,
) -> Any:
    """Return the row of a table, also for a key that follows the line."""
    if not isinstance(nokkel, Langs):
        return hjelpere.slaa_opp(nokkel, rader, fra_og_med, ellers)
    for tekst in rader:
        try:
            nokkel > Decimal(tekst)  # noqa: B015 - tells the walk where the row would be taken
        except ArithmeticError:
            continue
    for grense, rad in fra_og_med:
        if nokkel >= grense:
            return rad()
    if ellers is not None:
        return ellers()
    raise Regnefeil("Tabellen har ingen rad for et tall mellom radene.")


LINJENAVN: dict[str, Any] = {
    "avrund": _rundes(tallregning.avrund, _NAERMEST),
    "avrund_ned": _rundes(tallregning.avrund_ned, _NED),
    "avrund_opp": _rundes(tallregning.avrund_opp, _OPP),
    "avrund_partall": _rundes(tallregning.avrund_partall, _NAERMEST),
    "avrund_halv_ned": _rundes(tallregning.avrund_halv_ned, _NAERMEST),
    "slaa_opp": _slaa_opp,
    **{navn: _stille(hjelpere.NAVN[navn]) for navn in ("paaskedag", "dato", "flytt_dato")},
}
"""What is called by another function than in ``hjelpere.NAVN``; the rest is the same."""
