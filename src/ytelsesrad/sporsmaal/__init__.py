"""From at most eight questions to a first, rough answer, and what to ask next."""

from ytelsesrad.sporsmaal.gang import neste_sporsmaal, sjekk_svar, sporsmaalene
from ytelsesrad.sporsmaal.modell import (
    Antakelse,
    Skjerpende,
    Sporsmaal,
    Svar,
    Svarfeil,
    Valgmulighet,
)
from ytelsesrad.sporsmaal.situasjonen import antakelser, data_av, situasjon_av

__all__ = [
    "Antakelse",
    "Skjerpende",
    "Sporsmaal",
    "Svar",
    "Svarfeil",
    "Valgmulighet",
    "antakelser",
    "data_av",
    "neste_sporsmaal",
    "situasjon_av",
    "sjekk_svar",
    "sporsmaalene",
]
