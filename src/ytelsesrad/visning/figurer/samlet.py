"""All the charts of an answer, with ids of their own, in the order they are read."""

from __future__ import annotations

from dataclasses import dataclass

from ytelsesrad.analyse import Grenser
from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.visning.figurer.figur import Figur
from ytelsesrad.visning.figurer.fossefall import fossefall
from ytelsesrad.visning.figurer.hundre import av_hundre_figur
from ytelsesrad.visning.figurer.kurve import budsjettkurve
from ytelsesrad.visning.figurer.tidslinje import tidslinje
from ytelsesrad.visning.tekst.planer import aarene


@dataclass(frozen=True, slots=True)
class Linjefigurer:
    """The charts along one line."""

    grenser: Grenser
    sti: str
    """Where it is in the JSON of the answer."""
    kurve: Figur
    av_hundre: Figur | None
    av_hundre_delt: Figur | None


def fossefallene(resultat: Resultat) -> list[Figur]:
    """Return how each plan differs from the first one, as far as it is known."""
    alle = [
        fossefall(resultat, plan, forstavelse=f"foss{nr}")
        for nr, plan in enumerate(resultat.planer[1:], 1)
    ]
    return [f for f in alle if f is not None]


def linjefigurer(resultat: Resultat) -> list[Linjefigurer]:
    """Return the charts along each line; none when limits were not asked for."""
    if not isinstance(resultat, Raad):
        return []
    return [
        Linjefigurer(
            g,
            f"/grenser/{nr}",
            budsjettkurve(g, forstavelse=f"kurve{nr}"),
            av_hundre_figur(g, forstavelse=f"hundre{nr}"),
            av_hundre_figur(g, delt=True, forstavelse=f"delt{nr}"),
        )
        for nr, g in enumerate(resultat.grenser)
    ]


def figurene(resultat: Resultat) -> list[Figur]:
    """Return every chart: the months of each plan and year, differences, and along lines."""
    alle = [
        tidslinje(resultat, plan, aar, f"p{nr}-{aar}")
        for nr, plan in enumerate(resultat.planer)
        for aar in aarene(resultat)
    ]
    alle += fossefallene(resultat)
    for x in linjefigurer(resultat):
        alle += [x.kurve, x.av_hundre, x.av_hundre_delt]
    return [f for f in alle if f is not None]
