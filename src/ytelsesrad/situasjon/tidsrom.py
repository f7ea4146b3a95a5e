"""The span that an answer shows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ytelsesrad.lesing import Feil, Feilsamling
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.grenser import MAKS_MAANEDER
from ytelsesrad.situasjon.modell import Situasjonsdata, stedene
from ytelsesrad.situasjon.perioder import umulig

_EKSEMPEL = {"regnedato": "2026-11-21", "fra": "2026-01-01", "til": "2026-12-31"}


def finn_tidsrom(s: Situasjonsdata) -> tuple[date, date, date]:
    """Return regnedato, and the first and last day shown. Raises Feilsamling with all faults."""
    feil = sjekk_tidsrom(s)
    if s.regnedato is None:
        sted = stedene(s).sted("regnedato")
        hva = "«regnedato» mangler. Det er dagen det regnes på."
        feil.append(Feil("S16", sted, hva, "regnedato = 2026-11-21"))
    if feil or s.regnedato is None:
        raise Feilsamling(feil)
    return s.regnedato, *_fra_til(s, s.regnedato)


def sjekk_tidsrom(s: Situasjonsdata) -> list[Feil]:
    """Return what is wrong with the dates at the top. A missing regnedato is not a fault here."""
    steder = stedene(s)
    feil: list[Feil] = []

    def meld(nokkel: str, hva: str, rett: str) -> None:
        feil.append(Feil("S16", steder.sted(nokkel, verdi=True), hva, rett))

    for navn, dag in (("regnedato", s.regnedato), ("fra", s.fra), ("til", s.til)):
        if dag is not None and (galt := umulig(dag)) is not None:
            meld(navn, galt, f"{navn} = {_EKSEMPEL[navn]}")
    if feil:
        return feil
    byttet = s.fra is not None and s.til is not None and s.til < s.fra
    if s.fra is not None and s.fra.day != 1 and not byttet:
        hva = "«fra» må være den første dagen i en måned."
        meld("fra", hva, f"fra = {s.fra.replace(day=1)}")
    siste = monthrange(s.til.year, s.til.month)[1] if s.til is not None else 0
    if s.til is not None and s.til.day != siste and not byttet:
        hva = "«til» må være den siste dagen i en måned."
        meld("til", hva, f"til = {s.til.replace(day=siste)}")
    regnedato = s.regnedato or s.fra or s.til
    if regnedato is None:
        return feil
    fra, til = _fra_til(s, regnedato)
    nokkel = "til" if s.til is not None else "fra"
    antall = (til.year - fra.year) * 12 + til.month - fra.month + 1
    if til < fra:
        hva = f"«til» ({til}) er før «fra» ({fra})."
        meld(nokkel, hva, f"fra = {til.year}-01-01\ntil = {til.year}-12-31")
    elif antall > MAKS_MAANEDER:
        hva = f"Tidsrommet er {antall} måneder. Vi viser høyst {MAKS_MAANEDER}."
        meld(nokkel, hva, f"til = {fra.year + 1}-12-31")
    return feil


def foer_reglene(s: Situasjonsdata, bok: Regelbok) -> list[Feil]:
    """Return the fault of a span that begins before the rules do."""
    dag = s.regnedato or s.fra or s.til
    forste = bok.regelsett.fra
    if dag is None or (fra := _fra_til(s, dag)[0]) >= forste:
        return []
    hva = f"Reglene her begynner {forste}, så det som er fra {fra}, kan ikke regnes ut."
    sted = stedene(s).sted("fra" if s.fra else "regnedato", verdi=True)
    return [Feil("S16", sted, hva, f"fra = {forste}")]


def _fra_til(s: Situasjonsdata, regnedato: date) -> tuple[date, date]:
    """Return the span: what is said, else the calendar year of regnedato."""
    fra = s.fra or date(min(regnedato.year, (s.til or regnedato).year), 1, 1)
    return fra, s.til or date(max(fra.year, regnedato.year), 12, 31)
