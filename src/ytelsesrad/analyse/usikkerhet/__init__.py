"""Low, expected and high: the span of every total, and what makes it wide."""

from ytelsesrad.analyse.usikkerhet.finn import finn_usikkerhet
from ytelsesrad.analyse.usikkerhet.modell import (
    Aarsspenn,
    Driver,
    Maanedsspenn,
    Planspenn,
    Spenn,
    Usikkerhet,
)

__all__ = [
    "Aarsspenn",
    "Driver",
    "Maanedsspenn",
    "Planspenn",
    "Spenn",
    "Usikkerhet",
    "finn_usikkerhet",
]
