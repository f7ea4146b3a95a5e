"""The functions that compiled formulas may call, for numbers that carry their slope.

Roundings let such a number through with its slope and widen its band: half a step for the
nearest, a whole step for up and down. Of numbers that stand still they round as always.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.linjetall import Krum, Linje
from ytelsesrad.regelspraak import Regnefeil, hjelpere, tallregning

_HALV = Decimal("0.5")
_EN = Decimal(1)


def _rundes(vanlig: Callable[[Decimal, Decimal], Decimal], del_: Decimal) -> Callable[..., Any]:
    """Return a rounding that lets lines through. ``del_``: the part of a step it may move."""

    def rund(x: Any, steg: Any) -> Any:
        if type(steg) is Linje:
            raise Krum("Det rundes av med et steg som følger linjen.")
        if type(x) is not Linje:
            return vanlig(x, steg)
        return x.rundet(steg, del_)

    return rund


def _stille(vanlig: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of the calendar, which can't follow a line."""

    def kall(*arg: Any) -> Any:
        if any(type(a) is Linje for a in arg):
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
    if type(nokkel) is not Linje:
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
    "avrund": _rundes(tallregning.avrund, _HALV),
    "avrund_ned": _rundes(tallregning.avrund_ned, _EN),
    "avrund_opp": _rundes(tallregning.avrund_opp, _EN),
    "avrund_partall": _rundes(tallregning.avrund_partall, _HALV),
    "avrund_halv_ned": _rundes(tallregning.avrund_halv_ned, _HALV),
    "slaa_opp": _slaa_opp,
    **{navn: _stille(hjelpere.NAVN[navn]) for navn in ("paaskedag", "dato", "flytt_dato")},
}
"""What is called by another function than in ``hjelpere.NAVN``; the rest is the same."""
