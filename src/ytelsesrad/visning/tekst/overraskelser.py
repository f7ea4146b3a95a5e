"""The surprises as sentences, the same ones of several plans said once."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.tekst.planer import gjelder


def egne_eller(resultat: Resultat, overraskelser: Sequence[Overraskelse]) -> Sequence[Overraskelse]:
    """Return the surprises that are given, or else those the answer has itself."""
    if not overraskelser and isinstance(resultat, Raad):
        return resultat.overraskelser
    return overraskelser


def overraskelsene(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], *, viktige: bool
) -> list[str]:
    """Return one text for each: what happens, and what to do.

    ``viktige``: those to think of; else those that are only good to know.
    """
    navn = {p.navn: nr for nr, p in enumerate(resultat.planer)}
    like: dict[tuple[str, str], tuple[int, set[int]]] = {}
    for o in overraskelser:
        if (o.alvor != "info") is viktige and o.plan in navn:
            nokkel = (o.tekst, o.gjor or "")
            rang, planer = like.setdefault(nokkel, (o.rang, set()))
            planer.add(navn[o.plan])
            like[nokkel] = (min(rang, o.rang), planer)
    ordnet = sorted(like.items(), key=lambda x: (x[1][0], min(x[1][1])))
    return [_tekst(resultat, *nokkel, planer) for nokkel, (_, planer) in ordnet]


def _tekst(resultat: Resultat, tekst: str, gjor: str, planer: set[int]) -> str:
    foran = gjelder(resultat, planer)
    return " ".join(d for d in (f"{foran}:" if foran else "", tekst, gjor) if d)
