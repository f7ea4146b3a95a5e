"""The header: what the answer is about, which day it was computed, and with which years' rules."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Meta, Resultat
from ytelsesrad.lesbart import sprak
from ytelsesrad.visning.tekst.linjer import brekk

SKILLE = " · "


def _aar(meta: Meta) -> str:
    fra, til = meta.fra.year, meta.til.year
    if fra == til:
        return str(fra)
    return sprak(meta.sprak)("ark.to_aar" if til == fra + 1 else "ark.aar_til", fra=fra, til=til)


def regnet(meta: Meta) -> str:
    """Return which day it was computed and with which rules."""
    s = sprak(meta.sprak)
    tekst = s("ark.regnet", dag=s.dato(meta.regnedato), aar=_aar(meta))
    if meta.kunnskapsdato is not None:
        tekst += s("ark.kjent", dag=s.dato(meta.kunnskapsdato))
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
