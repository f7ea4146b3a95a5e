"""How values are written for people: amounts, hours, dates and lists, in each language.

The bottom of the house: imports nothing of ours, so that every text, from an explanation to a
printed table, writes a number in the same way. The functions here write bokmål; a ``Sprak`` has
the same ones for its own language.
"""

from ytelsesrad.lesbart.ordbok import FRA, HOVEDSPRAK, TIL, katalog, sprakene, uoversatt
from ytelsesrad.lesbart.sprak import Sprak, sprak
from ytelsesrad.lesbart.tall import HARDT_MELLOMROM, MINUS, avrundet

BOKMAAL = sprak(HOVEDSPRAK)

dato = BOKMAAL.dato
dato_kort = BOKMAAL.dato_kort
kr = BOKMAAL.kr
kroner = BOKMAAL.kroner
liste = BOKMAAL.liste
maaned = BOKMAAL.maaned
maanedsnavn = BOKMAAL.maanedsnavn
midt_i = BOKMAAL.midt_i
omtrent_kroner = BOKMAAL.omtrent_kroner
periode = BOKMAAL.periode
spenn = BOKMAAL.spenn
tall = BOKMAAL.tall
vis = BOKMAAL.vis

__all__ = [
    "BOKMAAL",
    "FRA",
    "HARDT_MELLOMROM",
    "HOVEDSPRAK",
    "MINUS",
    "TIL",
    "Sprak",
    "avrundet",
    "dato",
    "dato_kort",
    "katalog",
    "kr",
    "kroner",
    "liste",
    "maaned",
    "maanedsnavn",
    "midt_i",
    "omtrent_kroner",
    "periode",
    "spenn",
    "sprak",
    "sprakene",
    "tall",
    "uoversatt",
    "vis",
]
