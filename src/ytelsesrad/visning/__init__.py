"""Ways of showing an answer. Every view reads the same frozen ``Resultat`` and adds no figures.

Names are loaded when they are first used, so that text does not pay for charts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

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

_HVOR = {
    "av_hundre_figur": "figurer",
    "budsjettkurve": "figurer",
    "fossefall": "figurer",
    "fra_json": "json",
    "grenser_csv": "csv",
    "grenser_tekst": "tekst.grenser",
    "skjema": "json",
    "som_json": "json",
    "som_vega": "figurer",
    "svar": "tekst",
    "tidslinje": "figurer",
}


def __getattr__(navn: str) -> object:
    """Load a public name the first time it is used."""
    if navn not in _HVOR:
        raise AttributeError(f"module 'ytelsesrad.visning' has no attribute {navn!r}")
    svar = getattr(import_module(f"ytelsesrad.visning.{_HVOR[navn]}"), navn)
    globals()[navn] = svar
    return svar


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
