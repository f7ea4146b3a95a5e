"""Ranges where more gives less than some lower place does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.analyse.modell import Strekning, Tap, Terskel
from ytelsesrad.analyse.tallene import LITE, pen


def finn_tap(strekninger: Sequence[Strekning], terskler: Sequence[Terskel]) -> tuple[Tap, ...]:
    """Return the ranges where more gives less than some lower place."""
    svar: list[Tap] = []
    topp: tuple[Decimal, Decimal] | None = None  # the best so far, and where
    begynte: tuple[Decimal, Decimal, int] | None = None  # where less began, how much, piece
    for nr, s in enumerate(strekninger):
        for t, belop in ((s.fra, s.belop_fra), (s.til, s.belop_til)):
            if topp is None or belop >= topp[0] - LITE:
                if begynte is not None and topp is not None:
                    kryss = s.fra + (topp[0] - s.belop_fra) / s.per_enhet if s.per_enhet else t
                    svar.append(_ett_tap(begynte, max(kryss, s.fra), terskler))
                    begynte = None
                if topp is None or belop > topp[0]:
                    topp = belop, t
            elif begynte is None:
                begynte = topp[1], topp[0] - belop, nr
            else:
                begynte = begynte[0], max(begynte[1], topp[0] - belop), begynte[2]
    if begynte is not None:
        svar.append(_ett_tap(begynte, None, terskler))
    return tuple(svar)


def _ett_tap(
    begynte: tuple[Decimal, Decimal, int], til: Decimal | None, terskler: Sequence[Terskel]
) -> Tap:
    fra, mindre, nr = begynte
    terskel = terskler[nr - 1] if nr else None
    aarsak = terskel.aarsaker[0].tittel if terskel and terskel.aarsaker else ""
    return Tap(
        fra=fra,
        til=None if til is None else pen(til),
        mindre=pen(mindre),
        hvorfor=aarsak,
        terskel=terskel.id if terskel else None,
    )
