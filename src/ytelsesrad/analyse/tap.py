"""Ranges where more gives less than some lower place does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ytelsesrad.analyse.modell import Strekning, Tap, Terskel
from ytelsesrad.analyse.tallene import LITE, pen
from ytelsesrad.regelspraak.tallregning import NULL


def finn_tap(
    strekninger: Sequence[Strekning], terskler: Sequence[Terskel], *, trinnvis: bool
) -> tuple[Tap, ...]:
    """Return the ranges where more gives less than some lower place.

    Where the rules count in steps, only the steps on each side of a fall can be chosen.
    """
    bak = {t.ved: t.etter.stilling for t in terskler if t.etter is not None and trinnvis}
    foran = {t.ved: t.for_.stilling for t in terskler if t.for_ is not None and trinnvis}
    svar: list[Tap] = []
    topp = strekninger[0].belop_fra, strekninger[0].fra  # the best so far, and where
    naa: tuple[Decimal, Decimal] | None = None  # where less began, and how much less at the most
    for s in strekninger:
        start = min(max(bak.get(s.fra, s.fra), s.fra), s.til)
        slutt = max(min(foran.get(s.til, s.til), s.til), start)
        midt = s.vendepunkt() or slutt
        for fra, til in pairwise((start, *([midt] if start < midt < slutt else []), slutt)):
            for t in (fra, til):
                belop = s.belop(t)
                if belop >= topp[0] - LITE:
                    if naa is not None:
                        kryss = [x for x in s.steder(topp[0]) if fra <= x <= til]
                        svar.append(_ett_tap(naa, kryss[0] if kryss else t, terskler))
                        naa = None
                    topp = max(topp, (belop, t), key=lambda x: x[0])
                else:
                    naa = naa or (topp[1], NULL)
                    naa = naa[0], max(naa[1], topp[0] - belop)
    if naa is not None:
        svar.append(_ett_tap(naa, None, terskler))
    return tuple(svar)


def _ett_tap(naa: tuple[Decimal, Decimal], til: Decimal | None, terskler: Sequence[Terskel]) -> Tap:
    fra, mindre = naa
    terskel = next((t for t in reversed(terskler) if t.ved <= fra), None)
    aarsak = terskel.aarsaker[0].tittel if terskel and terskel.aarsaker else ""
    return Tap(
        fra=fra,
        til=None if til is None else pen(til),
        mindre=pen(mindre),
        hvorfor=aarsak,
        terskel=terskel.id if terskel else None,
    )
