"""Skatteetatens egen trekktabell, rad for rad."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning
from tests.saker.sak import IkkeStottet, Sak, som_tall
from tests.saker.sammenligning import Svar

KAPITTEL = Kapittel("trekktabell")

PERIODE = {
    "maaned": "måned",
    "14dager": "14 dager",
    "uke": "uke",
    "4dager": "4 dager",
    "3dager": "3 dager",
    "2dager": "2 dager",
    "dag": "dag",
}
TYPER = ("lonn", "pensjon", "spesial")


def tabelltrekk(
    aar: int, tabell: Decimal, periode: str, belop: Decimal, som: str = "lønn"
) -> Decimal:
    """Trekket etter en tabell."""
    gitt: Gitte = {
        "skatt.trekkgrunnlag": belop,
        "skatt.trekktabell": tabell,
        "skatt.trekkperioden": periode,
        "skatt.trekkes_som": som,
    }
    regning = Regning(gitt, date(aar, 1, 1), date(aar, 12, 31))
    return regning.tall("skatt.tabelltrekk", date(aar, 12, 31))


@KAPITTEL.emne("trekktabell")
def trekktabell(sak: Sak) -> Svar:
    """En rad. Navnet på tabellen slutter med P når den er for pensjon (til og med 2024)."""
    navn, aar = str(sak.inn["tabell"]), int(sak.inn.tall("inntektsaar"))
    type_ = str(sak.inn["type"]) if sak.inn.har("type") else "lonn"
    if type_ not in TYPER:
        raise IkkeStottet(f"tabelltypen «{type_}» er ikke med i reglene")
    som = "pensjon" if type_ == "pensjon" or navn.endswith("P") else "lønn"
    tabell = som_tall(navn.removesuffix("P"), "tabell")
    if not 2024 <= aar <= 2026:
        raise IkkeStottet(f"trekktabellene for {aar} er ikke med i reglene")
    kjent = Regning({"skatt.tabellnummer": tabell}, date(aar, 1, 1), date(aar, 12, 31))
    if not kjent.ja("skatt.tabellen_finnes", date(aar, 12, 31)):
        raise IkkeStottet(f"tabell {navn} er ikke med i reglene for {aar}")
    periode = str(sak.inn["periode"])
    if periode not in PERIODE:
        raise IkkeStottet(f"perioden «{periode}» er ikke kjent")
    belop = sak.inn.tall("trekkgrunnlag")
    if belop < 0:
        raise IkkeStottet(f"trekkgrunnlaget er mindre enn null: {belop}")
    return {"trekk": tabelltrekk(aar, tabell, PERIODE[periode], belop, som)}
