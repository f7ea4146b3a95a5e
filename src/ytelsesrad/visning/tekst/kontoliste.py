"""The account, day by day: every payment in order, and what has come in so far in the year."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat, Utbetaling
from ytelsesrad.lesbart import dato_kort, tall
from ytelsesrad.visning.tekst.linjer import ytterst
from ytelsesrad.visning.tekst.tabell import Kolonne, rad, samlet_bredde

_KOLONNER = (
    Kolonne(14, hoyre=False),
    Kolonne(34, hoyre=False),
    Kolonne(10),
    Kolonne(9),
    Kolonne(10),
    Kolonne(10),
)


def kontoliste(resultat: Resultat, plan: Planresultat) -> list[str]:
    """Return every payment of the shown span by day, with a running sum for each year."""
    til = resultat.meta.til
    betalinger = [b for b in plan.betalinger if b.dato <= til]
    if not betalinger:
        return []
    tittel = f"Inn på konto dag for dag, {plan.navn}"
    linjer = ytterst(tittel, "kr", samlet_bredde(_KOLONNER))
    hode = ["", "", "Før trekk", "Trekk", "Inn på konto", "Hittil i året"]
    linjer += rad(hode, _KOLONNER, hode=True)
    aar, hittil = 0, Decimal(0)
    for b in betalinger:
        hittil = b.netto if b.dato.year != aar else hittil + b.netto
        aar = b.dato.year
        linjer += rad(_celler(b, hittil), _KOLONNER)
    return linjer


def _celler(b: Utbetaling, hittil: Decimal) -> list[str]:
    trekk = sum((t.belop for t in b.trekk), Decimal(0))
    hvem = f"{b.tittel} ({b.betaler})" if b.betaler else b.tittel
    return [
        dato_kort(b.dato),
        hvem,
        tall(b.brutto, 0),
        tall(-trekk, 0) if trekk else "",
        tall(b.netto, 0),
        tall(hittil, 0),
    ]
