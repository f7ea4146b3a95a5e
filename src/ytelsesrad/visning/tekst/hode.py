"""The header: what the answer is about, which day it was computed, and with which years' rules."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Meta, Resultat
from ytelsesrad.lesbart import dato
from ytelsesrad.visning.tekst.linjer import brekk

SKILLE = " · "


def _aar(meta: Meta) -> str:
    fra, til = meta.fra.year, meta.til.year
    if fra == til:
        return str(fra)
    return f"{fra} og {til}" if til == fra + 1 else f"{fra}–{til}"


def regnet(meta: Meta) -> str:
    """Return which day it was computed and with which rules."""
    tekst = f"regnet {dato(meta.regnedato)} med reglene for {_aar(meta)}"
    if meta.kunnskapsdato is not None:
        tekst += f", slik de var kjent {dato(meta.kunnskapsdato)}"
    return tekst


def hode(resultat: Resultat, bredde: int) -> list[str]:
    """Return the header lines."""
    meta = resultat.meta
    deler = [meta.tittel or ""]
    if meta.konstruert:
        deler.append("konstruert eksempel")
    deler.append(regnet(meta))
    linje = SKILLE.join(del_ for del_ in deler if del_)
    bakgrunn = [
        f"{navn}: {verdi}"
        for navn, verdi in (("Anledning", meta.anledning), ("Bygger på", meta.bygger_paa))
        if verdi
    ]
    return [
        *brekk(linje[0].upper() + linje[1:], bredde),
        *brekk(SKILLE.join(bakgrunn), bredde),
    ]
