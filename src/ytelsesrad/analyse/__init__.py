"""Comparison along lines: every limit, exact marginal rates, and what a plan gives."""

from ytelsesrad.analyse.akse import Bevegelse
from ytelsesrad.analyse.gevinst import Gevinst, gevinster
from ytelsesrad.analyse.grenser import finn_grenser
from ytelsesrad.analyse.modell import (
    Aarsak,
    Andel,
    Avstand,
    Grenser,
    Inndataledd,
    Planpunkt,
    Side,
    Strekning,
    Tap,
    Terskel,
)
from ytelsesrad.analyse.naturlig import naturlig_linje

__all__ = [
    "Aarsak",
    "Andel",
    "Avstand",
    "Bevegelse",
    "Gevinst",
    "Grenser",
    "Inndataledd",
    "Planpunkt",
    "Side",
    "Strekning",
    "Tap",
    "Terskel",
    "finn_grenser",
    "gevinster",
    "naturlig_linje",
]
