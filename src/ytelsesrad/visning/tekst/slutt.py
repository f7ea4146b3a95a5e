"""The end of every answer: sources, rule set, best before, and that it decides nothing."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Meta, Resultat
from ytelsesrad.lesbart import BOKMAAL, sprak
from ytelsesrad.visning.tekst.linjer import brekk, rens

IKKE_VEDTAK = BOKMAAL("ark.ikke_vedtak")
"""The last line of every answer."""

_KILDER = "Kilder   "
_HASH = 8


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
    s = sprak(meta.sprak)
    return s(
        "ark.regelsett",
        navn=meta.regelsett,
        hash=meta.regelsett_hash[:_HASH],
        dag=s.dato(meta.gyldig_til),
    )
