"""The surprises as sentences, the same ones of several plans said once."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.raad.overraskelser import Overraskelse, note_navn
from ytelsesrad.visning.tekst.planer import gjelder

_ALVOR = ("stopp", "obs", "info")


def overraskelsene(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], *, viktige: bool
) -> list[str]:
    """Return one text for each: what happens, and what to do. The gravest of any plan first.

    ``viktige``: those to think of; else those that are only good to know. What is only good to
    know, and is so today too, is no surprise when there are plans beside the first.
    """
    navn = {p.navn: nr for nr, p in enumerate(resultat.planer)}
    like: dict[tuple[str, str], tuple[int, int, set[int]]] = {}
    for o in overraskelser:
        if (o.alvor != "info") is viktige and o.plan in navn:
            nokkel, alvor = (o.tekst, o.gjor or ""), _ALVOR.index(o.alvor)
            gammel = like.get(nokkel, (alvor, o.rang, set()))
            planer = {*gammel[2], navn[o.plan]}
            like[nokkel] = (min(alvor, gammel[0]), min(o.rang, gammel[1]), planer)
    if not viktige and len(resultat.planer) > 1:
        like = {nokkel: x for nokkel, x in like.items() if x[2] != {0}}
    ordnet = sorted(like.items(), key=lambda x: (*x[1][:2], min(x[1][2])))
    return [_tekst(resultat, *nokkel, planer) for nokkel, (_, _, planer) in ordnet]


def usagte(resultat: Resultat, overraskelser: Sequence[Overraskelse]) -> Resultat:
    """Return the answer without the notes that the surprises have said."""
    sagt = {(o.plan, navn) for o in overraskelser for navn in o.meldinger}

    def igjen(plan: Planresultat) -> Planresultat:
        noter = tuple(m for m in plan.meldinger if (plan.navn, note_navn(m)) not in sagt)
        return plan.model_copy(update={"meldinger": noter})

    return resultat.model_copy(update={"planer": tuple(map(igjen, resultat.planer))})


def _tekst(resultat: Resultat, tekst: str, gjor: str, planer: set[int]) -> str:
    foran = gjelder(resultat, planer)
    return " ".join(d for d in (f"{foran}:" if foran else "", tekst, gjor) if d)
