"""From at most eight questions to a first, rough answer, and what to ask next."""

from ytelsesrad.sporsmaal.anslag import Anslag, anslag
from ytelsesrad.sporsmaal.fil import situasjonsfil
from ytelsesrad.sporsmaal.gang import neste_sporsmaal, sjekk_svar, sporsmaalene
from ytelsesrad.sporsmaal.modell import (
    INGEN,
    Antakelse,
    Skjerpende,
    Sporsmaal,
    Svar,
    Svarfeil,
    Valgmulighet,
)
from ytelsesrad.sporsmaal.situasjonen import antakelser, data_av, data_saa_langt, situasjon_av
from ytelsesrad.sporsmaal.skjerp import skjerpende

__all__ = [
    "INGEN",
    "Anslag",
    "Antakelse",
    "Skjerpende",
    "Sporsmaal",
    "Svar",
    "Svarfeil",
    "Valgmulighet",
    "anslag",
    "antakelser",
    "data_av",
    "data_saa_langt",
    "neste_sporsmaal",
    "situasjon_av",
    "situasjonsfil",
    "sjekk_svar",
    "skjerpende",
    "sporsmaalene",
]
