"""Limits as a table for other programs: one row for each end of each straight piece."""

from __future__ import annotations

import csv
from io import StringIO

from ytelsesrad.analyse import Grenser

_FAST = ("stilling", "side", "a_leve_for", "igjen_av_100", "per_enhet")


def grenser_csv(grenser: Grenser) -> str:
    """Return the curve as CSV: comma between fields, point in decimals, kroner a year.

    Each straight piece has two rows, so that a fall is two rows with the same place. ``terskel``
    and ``regel`` say what turns at the place.
    """
    ut = StringIO()
    ytelser = list(grenser.navn)
    skriver = csv.writer(ut, lineterminator="\n")
    skriver.writerow([*_FAST, *ytelser, "terskel", "regel"])
    ved = {t.ved: t for t in grenser.terskler}
    for s in grenser.strekninger:
        for sted, side, belop, linjer in (
            (s.fra, "etter", s.belop_fra, s.linjer_fra),
            (s.til, "for", s.belop_til, s.linjer_til),
        ):
            t = ved.get(sted)
            aarsak = t.aarsaker[0].regel if t is not None and t.aarsaker else ""
            igjen = "" if s.igjen_av_100 is None else f"{s.igjen_av_100:f}"
            belopene = [f"{linjer.get(y, 0):f}" for y in ytelser]
            rad = [f"{sted:f}", side, f"{belop:f}", igjen, f"{s.per_enhet:f}", *belopene]
            skriver.writerow([*rad, t.id if t is not None else "", aarsak])
    return ut.getvalue()
