"""From at most eight questions to a first, rough answer, and what to ask next."""

from ytelsesrad.sporsmaal.modell import (
    Antakelse,
    Skjerpende,
    Sporsmaal,
    Svar,
    Svarfeil,
    Valgmulighet,
)

__all__ = ["Antakelse", "Skjerpende", "Sporsmaal", "Svar", "Svarfeil", "Valgmulighet"]
