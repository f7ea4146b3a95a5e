"""Skatteetatens egen trekktabell, rad for rad."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning
from tests.saker.sak import IkkeStottet, Sak
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


def tabelltrekk(aar: int, tabell: Decimal, periode: str, belop: Decimal) -> Decimal:
    """Trekket etter en tabell."""
    gitt: Gitte = {
        "prove.belop": belop,
        "prove.periode_i_tabellen": periode,
        "skatt.tabellnummer": tabell,
    }
    regning = Regning(gitt, date(aar, 1, 1), date(aar, 12, 31))
    svar = regning.for_betaling("skatt.tabelltrekk", "prove", date(aar, 3, 1), date(aar, 3, 31))
    assert isinstance(svar, Decimal)
    return svar


@KAPITTEL.emne("trekktabell")
def trekktabell(sak: Sak) -> Svar:
    if sak.inn["type"] != "lonn":
        raise IkkeStottet(
            "tabellene for pensjon (2024) og spesialtabellene 7150–7170 er ikke med i reglene"
        )
    periode = str(sak.inn["periode"])
    if periode not in PERIODE:
        raise IkkeStottet(f"perioden «{periode}» er ikke kjent")
    aar = int(sak.inn.tall("inntektsaar"))
    trekk = tabelltrekk(
        aar, sak.inn.tall("tabell"), PERIODE[periode], sak.inn.tall("trekkgrunnlag")
    )
    return {"trekk": trekk}
