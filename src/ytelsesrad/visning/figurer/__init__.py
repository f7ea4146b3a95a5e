"""Charts: each with its table, its sentence, two widths, and the same as Vega-Lite.

Drawn as plain SVG, with patterns that survive a black and white printer. No other package is
needed.
"""

from __future__ import annotations

import json

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.visning.figurer.figur import Figur, Tabell, Tegn, kort
from ytelsesrad.visning.figurer.fossefall import fossefall
from ytelsesrad.visning.figurer.hundre import av_hundre_figur
from ytelsesrad.visning.figurer.kurve import budsjettkurve
from ytelsesrad.visning.figurer.tidslinje import tidslinje
from ytelsesrad.visning.tekst.planer import aarene

__all__ = [
    "Figur",
    "Tabell",
    "Tegn",
    "av_hundre_figur",
    "budsjettkurve",
    "fossefall",
    "kort",
    "som_vega",
    "tidslinje",
]


def som_vega(resultat: Resultat) -> str:
    """Return the timelines of all plans and years as JSON: a list of Vega-Lite specifications."""
    figurer = (tidslinje(resultat, p, aar) for p in resultat.planer for aar in aarene(resultat))
    return json.dumps([f.vega for f in figurer if f is not None], ensure_ascii=False, indent=2)
