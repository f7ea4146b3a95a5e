"""The whole answer: what a plan gives, what it rests on, and what to think of."""

from ytelsesrad.raad.gi import gi_raad
from ytelsesrad.raad.lese import FORMER, fra_json, grenser_fra_json
from ytelsesrad.raad.mindre import Mindre
from ytelsesrad.raad.modell import Raad, Raadmeta

__all__ = ["FORMER", "Mindre", "Raad", "Raadmeta", "fra_json", "gi_raad", "grenser_fra_json"]
