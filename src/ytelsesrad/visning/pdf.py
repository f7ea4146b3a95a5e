"""The one page as PDF: the same HTML, laid out by weasyprint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.visning.ekstra import hent
from ytelsesrad.visning.html import side


def pdf(resultat: Resultat, *, planer: Sequence[str] = (), med_tittel: bool = False) -> bytes:
    """Return the page as PDF. Arguments as ``html.side``.

    Raises ManglerPakke when weasyprint, or what it needs of the machine, is not installed.
    Nothing is fetched from the net.
    """
    weasyprint: Any = hent("weasyprint", "En PDF", "pdf")
    tekst = side(resultat, planer=planer, med_tittel=med_tittel)
    svar: bytes = weasyprint.HTML(string=tekst, url_fetcher=_ingenting).write_pdf(
        pdf_variant="pdf/ua-1"
    )
    return svar


def _ingenting(adresse: str, *_: object, **__: object) -> dict[str, Any]:
    """Refuse to fetch anything."""
    raise ValueError(f"En side henter ingenting utenfra, heller ikke {adresse[:20]}.")
