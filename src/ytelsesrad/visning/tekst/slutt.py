"""The end of every answer: sources, rule set, best before, and that it decides nothing."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Meta, Resultat
from ytelsesrad.lesbart import sprak
from ytelsesrad.raad.utenfor import IKKE_VEDTAK as IKKE_VEDTAK
from ytelsesrad.visning.tekst.dybde import ALT
from ytelsesrad.visning.tekst.linjer import brekk, rens

_KILDER = "Kilder   "
_HASH = 8
_NEVNES = 3


def slutt(resultat: Resultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return the closing lines. ``kort``: only the paragraphs behind the amounts."""
    meta = resultat.meta
    kilder = resultat.hjemler if kort else resultat.kilder
    inn = " " * len(_KILDER)
    linjer = brekk(" · ".join(map(rens, kilder)), bredde, inn)
    if linjer:
        linjer[0] = _KILDER + linjer[0][len(_KILDER) :]
    if kort:
        hvor = f"Hele svaret, med alle kildene: {ALT}. Kilden til ett tall: ytelsesrad forklar"
        linjer += brekk(hvor, bredde, inn)
    return [
        *linjer,
        *brekk(regelsett(meta), bredde),
        *brekk(IKKE_VEDTAK, bredde),
    ]


def regelsett(meta: Meta) -> str:
    """Return the rule set and the best-before."""
    s = sprak(meta.sprak)
    return s(
        "ark.regelsett",
        navn=meta.regelsett,
        hash=meta.regelsett_hash[:_HASH],
        dag=s.dato(meta.gyldig_til),
        fordi=_hvorfor(meta),
    )


def _hvorfor(meta: Meta) -> str:
    """Return why that is the last day, when it is not simply the end of the year."""
    s = sprak(meta.sprak)
    if meta.gyldig_fordi == "seks_maaneder":
        return s("ark.seks_maaneder")
    if meta.gyldig_fordi == "nytt_aar":
        return ""
    nevnt = [*map(s.midt_i, meta.gyldig_regler[:_NEVNES])]
    if len(meta.gyldig_regler) > _NEVNES:
        nevnt.append(s("ark.flere_regler"))
    return s("ark.regler_endres", hva=s.liste(nevnt)) if nevnt else s("ark.reglene_endres")
