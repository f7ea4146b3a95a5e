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
from ytelsesrad.visning.figurer.samlet import (
    Linjefigurer,
    figurene,
    fossefallene,
    linjefigurer,
)
from ytelsesrad.visning.figurer.tidslinje import tidslinje

__all__ = [
    "Figur",
    "Linjefigurer",
    "Tabell",
    "Tegn",
    "av_hundre_figur",
    "budsjettkurve",
    "figurene",
    "fossefall",
    "fossefallene",
    "kort",
    "linjefigurer",
    "som_vega",
    "tidslinje",
]


def som_vega(resultat: Resultat) -> str:
    """Return all charts of an answer as JSON: a list of Vega-Lite specifications.

    Those along lines are there when the answer has limits, as ``gi_raad`` gives it.
    """
    return json.dumps([f.vega for f in figurene(resultat)], ensure_ascii=False, indent=2)
