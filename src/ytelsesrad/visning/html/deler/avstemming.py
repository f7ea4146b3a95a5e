"""The reconciliation of a year: every step from the account to what the year gives, and why."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Aar, Avstemmingslinje
from ytelsesrad.lesbart import BOKMAAL, avrundet
from ytelsesrad.visning.html.deler.bygg import tabell
from ytelsesrad.visning.html.felt import celle
from ytelsesrad.visning.oppmerking import El

_KOLONNER = ("", "Kroner", "Grunnen til forskjellen", "Hjemmel")


def avstemt(aar: Aar, sti: str, plan: str) -> El | None:
    """Return the table of one year; nothing when the account and the year are the same.

    ``sti`` is the path to the year in the JSON of the answer.
    """
    steg = [(nr, x) for nr, x in enumerate(aar.avstemming) if avrundet(x.belop)]
    if not steg:
        return None
    s = BOKMAAL
    konto = s("avstemming.konto", aar=aar.aar)
    sum_ = s("avstemming.sum", aar=aar.aar)
    return tabell(
        s("avstemming.tittel", aar=aar.aar),
        _KOLONNER,
        [
            (konto, celle(aar.utbetalt_netto, f"{sti}/utbetalt_netto"), "", ""),
            *(_rad(x, f"{sti}/avstemming/{nr}/belop") for nr, x in steg),
            (sum_, celle(aar.gjort_opp_netto, f"{sti}/gjort_opp_netto"), "", ""),
        ],
        navn=f"{s('avstemming.tittel', aar=aar.aar)}, {plan}",
    )


def _rad(linje: Avstemmingslinje, sti: str) -> tuple[str | El, ...]:
    belop = celle(linje.belop, sti, fortegn=True)
    return linje.tittel, belop, linje.grunn or "", linje.hjemmel or ""
