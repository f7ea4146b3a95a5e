"""How values are written for people: amounts, hours, dates and lists, in each language.

The bottom of the house: imports nothing of ours, so that every text, from an explanation to a
printed table, writes a number in the same way. The functions here write bokmål; a ``Sprak`` has
the same ones for its own language.
"""

from ytelsesrad.lesbart.ordbok import FRA, HOVEDSPRAK, TIL, katalog, sprakene, uoversatt
from ytelsesrad.lesbart.planer import er_som_naa, naa_eller_med, omtale
from ytelsesrad.lesbart.sprak import BOKMAAL, Sprak, sprak
from ytelsesrad.lesbart.tall import HARDT_MELLOMROM, MINUS, avrundet

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
    "er_som_naa",
    "katalog",
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
    "sprak",
    "sprakene",
    "tall",
    "uoversatt",
    "vis",
]
