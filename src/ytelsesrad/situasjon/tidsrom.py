"""The span that an answer shows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from ytelsesrad.lesing import Feil, Feilsamling, Sted

if TYPE_CHECKING:
    from ytelsesrad.situasjon.modell import Situasjon

MAKS_MAANEDER = 60


def finn_tidsrom(s: Situasjon) -> tuple[date, date, date]:
    """Return regnedato, and the first and last day shown. Raises Feilsamling with all faults."""
    feil: list[Feil] = []

    def meld(nokkel: str, hva: str, rett: str) -> None:
        sted = s.fil.sted(nokkel, verdi=True) if s.fil else Sted("Situasjon", hvor=nokkel)
        feil.append(Feil("S16", sted, hva, rett))

    if s.regnedato is None:
        meld("regnedato", "«regnedato» mangler: dagen det regnes på.", "regnedato = 2026-11-21")
        raise Feilsamling(feil)
    fra = s.fra or date(s.regnedato.year, 1, 1)
    til = s.til or date(max(fra.year, s.regnedato.year), 12, 31)
    if fra.day != 1:
        meld("fra", "«fra» må være den første dagen i en måned.", f"fra = {fra.replace(day=1)}")
    siste = monthrange(til.year, til.month)[1]
    if til.day != siste:
        meld("til", "«til» må være den siste dagen i en måned.", f"til = {til.replace(day=siste)}")
    if til < fra:
        meld("til", f"«til» ({til}) er før «fra» ({fra}).", f"til = {fra.year}-12-31")
    antall = (til.year - fra.year) * 12 + til.month - fra.month + 1
    if antall > MAKS_MAANEDER:
        meld(
            "til",
            f"Tidsrommet er {antall} måneder. Vi viser høyst {MAKS_MAANEDER}.",
            f"til = {fra.year + 1}-12-31",
        )
    if feil:
        raise Feilsamling(feil)
    return s.regnedato, fra, til
