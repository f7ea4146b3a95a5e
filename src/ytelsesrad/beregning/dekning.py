"""The coverage matrix: everything a change of income can touch, and what became of it."""

from __future__ import annotations

from typing import Literal

from ytelsesrad.beregning.aarene import aktuell
from ytelsesrad.beregning.resultat import Dekningslinje
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelspraak import Ytelse

Status = Literal[
    "beregnet", "ikke_aktuelt", "ikke_oppgitt", "endres_ikke", "ikke_modellert", "mangler"
]


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
        holdes, avklart = _sagt(u, y, "holdes_hvis")
        status = "ikke_aktuelt" if avklart and not holdes else "ikke_modellert"
    elif any(y.navn in hva for hva in u.ukjente.values()):
        status = "mangler"
    elif any(aktuell(u, y, aar) for aar in u.aar):
        status = "beregnet"
    else:
        status = "ikke_aktuelt" if _sagt(u, y, "aktuell_hvis")[1] else "ikke_oppgitt"
    return Dekningslinje(
        ytelse=y.id,
        navn=u.bok.ord(y.navn, y.mappe),
        status=status,
        holdes=holdes,
        spor=u.ord(y.spor, y),
        merknad=u.ord(y.merknad, y),
    )


def _sagt(
    u: Utregning, y: Ytelse, vilkaar: Literal["holdes_hvis", "aktuell_hvis"]
) -> tuple[bool, bool]:
    """Return whether a condition holds in any year, and whether that is said and not assumed."""
    if getattr(y, vilkaar) is None:
        return False, False
    id_ = f"{y.mappe}.ytelse:{y.id}:{vilkaar}"
    svar = [u.ja(id_, aar) for aar in u.aar]
    antatt = any(
        slag == "antatt" for aar in u.aar for slag, _ in u.kjoring.merker(u.nokkel(id_, aar))
    )
    return True in svar, None not in svar and not antatt
