"""How values are written for people: amounts, hours, dates and lists in bokmål.

The bottom of the house: imports nothing of ours, so that every text, from an explanation to a
printed table, writes a number in the same way.
"""

from ytelsesrad.lesbart.dager import dato, dato_kort, maaned, maanedsnavn, periode, spenn
from ytelsesrad.lesbart.planer import er_som_naa, naa_eller_med, omtale
from ytelsesrad.lesbart.tall import (
    HARDT_MELLOMROM,
    MINUS,
    avrundet,
    kr,
    kroner,
    liste,
    midt_i,
    omtrent_kroner,
    tall,
    vis,
)

__all__ = [
    "HARDT_MELLOMROM",
    "MINUS",
    "avrundet",
    "dato",
    "dato_kort",
    "er_som_naa",
    "kr",
    "kroner",
    "liste",
    "maaned",
    "maanedsnavn",
    "midt_i",
    "naa_eller_med",
    "omtale",
    "omtrent_kroner",
    "periode",
    "spenn",
    "tall",
    "vis",
]
