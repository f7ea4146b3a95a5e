"""Skatteetatens egen trekktabell, rad for rad."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.saker.les import trekkrader
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

PERIODE = {
    "maaned": "måned",
    "14dager": "14 dager",
    "uke": "uke",
    "4dager": "4 dager",
    "3dager": "3 dager",
    "2dager": "2 dager",
    "dag": "dag",
}
# Pensjonstabellene fra 2024 og tabellene for sjøfolk og utenlandske arbeidstakere er ikke med.
RADER = [r for r in trekkrader() if r["type"] == "lonn"]


@pytest.fixture(scope="module")
def bok() -> Regelbok:
    return Regelbok.standard(Path(__file__).parent / "regler")


def tabelltrekk(bok: Regelbok, aar: int, tabell: int, periode: str, belop: Decimal) -> Decimal:
    gitt = Gitt(
        (
            Oppgitt("prove.belop", alltid=belop),
            Oppgitt("prove.periode_i_tabellen", alltid=periode),
            Oppgitt("skatt.tabellnummer", alltid=Decimal(tabell)),
        )
    )
    with regnemodus():
        kjoring = bok.kjor(gitt, date(aar, 1, 1), date(aar, 12, 31))
        (nr,) = kjoring.betalinger(("prove",), date(aar, 3, 1), date(aar, 3, 31))
        regel = bok.program.nummer["skatt.tabelltrekk"]
        svar = kjoring.v(regel, kjoring.lagt(nr).dagnr, nr, 9_999_999)
    assert isinstance(svar, Decimal)
    return svar


@pytest.mark.parametrize("rad", RADER, ids=["-".join(list(r.values())[:5]) for r in RADER])
def test_rad(bok, rad):
    fikk = tabelltrekk(
        bok,
        int(rad["inntektsaar"]),
        int(rad["tabell"]),
        PERIODE[rad["periode"]],
        Decimal(rad["trekkgrunnlag"]),
    )
    # Der den offisielle koden runder binære flyttall, kan svaret være én krone fra det eksakte.
    assert abs(fikk - Decimal(rad["trekk"])) <= (1 if "flyttall" in rad["merk"] else 0)


def test_alle_radene_er_med():
    uten = [r for r in trekkrader() if r["type"] != "lonn"]
    assert len(RADER) + len(uten) == len(trekkrader())
    assert {r["type"] for r in uten} == {"pensjon", "spesial"}
    assert len(uten) == 8
