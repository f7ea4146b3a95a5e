"""The end of every answer: sources, rule set, best before, and that it decides nothing."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Meta, Resultat
from ytelsesrad.lesbart import dato, liste, midt_i
from ytelsesrad.raad.utenfor import IKKE_VEDTAK as IKKE_VEDTAK
from ytelsesrad.visning.tekst.linjer import brekk, rens

_KILDER = "Kilder   "
_HASH = 8
_NEVNES = 3


def slutt(resultat: Resultat, bredde: int) -> list[str]:
    """Return the closing lines."""
    meta = resultat.meta
    kilder = " · ".join(map(rens, resultat.kilder))
    inn = " " * len(_KILDER)
    linjer = brekk(kilder, bredde, inn)
    if linjer:
        linjer[0] = _KILDER + linjer[0][len(_KILDER) :]
    return [
        *linjer,
        *brekk(regelsett(meta), bredde),
        *brekk(IKKE_VEDTAK, bredde),
    ]


def regelsett(meta: Meta) -> str:
    """Return the rule set and the best-before."""
    return (
        f"Regelsett {meta.regelsett} · {meta.regelsett_hash[:_HASH]} · "
        f"Gjelder til {dato(meta.gyldig_til)}{_hvorfor(meta)}. Regn på nytt etter det."
    )


def _hvorfor(meta: Meta) -> str:
    """Return why that is the last day, when it is not simply the end of the year."""
    if meta.gyldig_fordi == "seks_maaneder":
        return ", seks måneder etter at det ble regnet ut"
    if meta.gyldig_fordi == "nytt_aar":
        return ""
    nevnt = [*map(midt_i, meta.gyldig_regler[:_NEVNES])]
    if len(meta.gyldig_regler) > _NEVNES:
        nevnt.append("flere")
    return f", for da endres {liste(nevnt)}" if nevnt else ", for da endres reglene"
