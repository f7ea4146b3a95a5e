"""The whole answer: what a plan gives, what it rests on, and what to think of."""

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk
from ytelsesrad.raad.gi import gi_raad
from ytelsesrad.raad.mindre import Mindre
from ytelsesrad.raad.modell import Raad, Raadmeta

if TYPE_CHECKING:
    from ytelsesrad.raad.lese import FORMER, fra_json, grenser_fra_json

__all__ = ["FORMER", "Mindre", "Raad", "Raadmeta", "fra_json", "gi_raad", "grenser_fra_json"]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "lese": "FORMER fra_json grenser_fra_json",
    },
)
