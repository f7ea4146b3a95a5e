"""The years of an answer, and the one to speak of first."""

from __future__ import annotations

from datetime import date

from ytelsesrad.beregning import Resultat


def aarene(resultat: Resultat) -> list[int]:
    """Return the calendar years of the answer, in order."""
    return sorted({aar.aar for plan in resultat.planer for aar in plan.aar})


def viktigst_forst(resultat: Resultat) -> list[int]:
    """Return the calendar years, the one to speak of first in front: plan two's first whole year.

    A year that the plan begins in the middle of is half old and half new, and says little about
    what a month is like. Without a whole year it is the one the plan begins in.
    """
    aar = aarene(resultat)
    begynner = _begynner(resultat)
    if begynner is None:
        return aar
    hele = [a for a in aar if date(a, 1, 31) >= begynner]
    forst = hele[0] if hele else begynner.year
    return [forst, *(a for a in aar if a != forst)] if forst in aar else aar


def _begynner(resultat: Resultat) -> date | None:
    """Return the end of the first period that plan two has other pay for than plan one.

    The end, since holiday pay is for the whole year that it is earned in.
    """
    forste, *andre = resultat.planer
    if not andre:
        return None
    like = {(b.betaling, b.fra_dag, b.medlem, b.brutto) for b in forste.betalinger}
    nye = (
        b.til_dag
        for b in andre[0].betalinger
        if not b.oppgjor and (b.betaling, b.fra_dag, b.medlem, b.brutto) not in like
    )
    return min(nye, default=None)
