"""The coverage matrix: everything a change of income can touch, and what became of it."""

from __future__ import annotations

from typing import Literal

from ytelsesrad.beregning.aarene import aktuell
from ytelsesrad.beregning.resultat import Dekningslinje
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelspraak import Ytelse

Status = Literal["beregnet", "ikke_aktuelt", "endres_ikke", "ikke_modellert", "mangler"]


def finn_dekning(u: Utregning) -> tuple[Dekningslinje, ...]:
    """Return one line for each benefit, tax, supplement and service of the book."""
    ytelser = sorted(u.bok.samling.ytelser.values(), key=lambda y: y.rekkefolge)
    return tuple(_linje(u, y) for y in ytelser)


def _linje(u: Utregning, y: Ytelse) -> Dekningslinje:
    holdes = False
    status: Status
    if y.status == "endres_ikke":
        status = "endres_ikke"
    elif y.status == "ikke_modellert":
        holdes, avklart = _holdes(u, y)
        status = "ikke_aktuelt" if avklart and not holdes else "ikke_modellert"
    elif any(y.navn in hva for hva in u.ukjente.values()):
        status = "mangler"
    else:
        status = "beregnet" if any(aktuell(u, y, aar) for aar in u.aar) else "ikke_aktuelt"
    return Dekningslinje(
        ytelse=y.id,
        navn=y.navn,
        status=status,
        holdes=holdes,
        spor=y.spor,
        merknad=y.merknad,
    )


def _holdes(u: Utregning, y: Ytelse) -> tuple[bool, bool]:
    """Return whether the person has it, and whether that is said and not assumed."""
    if y.holdes_hvis is None:
        return False, False
    id_ = f"{y.mappe}.ytelse:{y.id}:holdes_hvis"
    svar = [u.ja(id_, aar) for aar in u.aar]
    antatt = any(
        slag == "antatt" for aar in u.aar for slag, _ in u.kjoring.merker(u.nokkel(id_, aar))
    )
    return True in svar, None not in svar and not antatt
