"""Ways of showing an answer. Every view reads the same frozen ``Resultat`` and adds no figures.

Names are loaded when they are first used, so that text does not pay for charts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk

if TYPE_CHECKING:
    from ytelsesrad.visning.csv import grenser_csv
    from ytelsesrad.visning.figurer import (
        av_hundre_figur,
        budsjettkurve,
        fossefall,
        som_vega,
        tidslinje,
    )
    from ytelsesrad.visning.json import fra_json, skjema, som_json
    from ytelsesrad.visning.tekst import svar
    from ytelsesrad.visning.tekst.grenser import grenser_tekst

__all__ = [
    "av_hundre_figur",
    "budsjettkurve",
    "fossefall",
    "fra_json",
    "grenser_csv",
    "grenser_tekst",
    "skjema",
    "som_json",
    "som_vega",
    "svar",
    "tidslinje",
]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "csv": "grenser_csv",
        "figurer": "av_hundre_figur budsjettkurve fossefall som_vega tidslinje",
        "json": "fra_json skjema som_json",
        "tekst": "svar",
        "tekst.grenser": "grenser_tekst",
    },
)
