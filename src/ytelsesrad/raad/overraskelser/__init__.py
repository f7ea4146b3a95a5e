"""Surprises: what comes on the account set against what is earned and what is settled."""

from ytelsesrad.raad.overraskelser.finn import finn_overraskelser, viktigste
from ytelsesrad.raad.overraskelser.meldinger import note_navn
from ytelsesrad.raad.overraskelser.modell import Overraskelse, Slag

__all__ = ["Overraskelse", "Slag", "finn_overraskelser", "note_navn", "viktigste"]
