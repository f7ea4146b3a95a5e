"""En ytelse som bare er regelfiler i en egen mappe, er med overalt uten en linje Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ytelsesrad import Feilsamling, Regelbok, Situasjon, regn
from ytelsesrad.forklaring import forklar, tekst
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.visning import svar

REGLER = Path(__file__).parent / "regler"
SITUASJON = """
regnedato = 2026-11-21
fra       = 2026-01-01
til       = 2026-12-31

[blomsterstonad]
blomster_fra = 2026-03-01
blomstergrad = 50

[plan."Som nå"]

[plan."Jobb"]
[[plan."Jobb".jobb]]
start            = 2026-01-01
stillingsprosent = 20
maanedslonn = 8_000
"""


@pytest.fixture(scope="module")
def bok() -> Regelbok:
    return Regelbok.standard(REGLER)


def regn_ut(bok: Regelbok, tekst: str = SITUASJON):
    return regn(Situasjon.les(tekst, bok), bok)


def test_den_er_en_betaling_paa_riktig_dag_med_riktig_belop(bok):
    som_naa, jobb = regn_ut(bok).resultat.planer
    uten = [b for b in som_naa.betalinger if b.ytelse == "blomsterstonad"]
    med = [b for b in jobb.betalinger if b.ytelse == "blomsterstonad"]
    # 50 prosent av 4 200 er 2 100. Med 8 000 i lønn: minus 20 prosent av 3 000 = 600.
    assert {b.brutto for b in uten} == {Decimal(2100)}
    assert {b.brutto for b in med} == {Decimal(1500)}
    assert len(uten) == 10
    # 10. mai 2026 er en søndag, så pengene kommer mandag 11.
    assert [b.dato.isoformat() for b in uten][:3] == ["2026-03-10", "2026-04-10", "2026-05-11"]


def test_den_skattlegges_og_teller_i_aaret(bok):
    jobb = regn_ut(bok).resultat.planer[1]
    linjer = {linje.ytelse: linje for linje in jobb.aar[0].linjer}
    assert linjer["blomsterstonad"].gjort_opp == 15_000
    # 96 000 + 15 000 = 111 000: trygdeavgift 25 prosent av det over 99 650, ingen annen skatt.
    assert linjer["skatt"].gjort_opp == -Decimal(2838)
    assert jobb.aar[0].gjort_opp_netto == 96_000 + 15_000 - 2838


def test_den_er_i_dekning_meldinger_og_forbehold(bok):
    som_naa = regn_ut(bok).resultat.planer[0]
    dekning = {d.ytelse: d.status for d in som_naa.dekning}
    assert dekning["blomsterstonad"] == "beregnet"
    assert "Plukk blomster for 21\u00a0000\u00a0kroner i 2026." in [
        m.tekst for m in som_naa.meldinger
    ]
    assert "blomsterstonad.visne" in [f.id for f in som_naa.forbehold]


def test_den_kan_forklares(bok):
    beregning = regn_ut(bok)
    kjoring = beregning.utregninger["Jobb"].kjoring
    with regnemodus():
        from datetime import date

        nokkel = kjoring.nokkel("blomsterstonad.blomsterstonad", date(2026, 6, 1))
        forklart = tekst(forklar(bok, kjoring, nokkel), dybde="alt")
    assert "blomsterloven § 1" in forklart.replace("\u00a0", " ")
    assert "1 500" in forklart.replace("\u00a0", " ")


def test_den_vises_i_svaret(bok):
    vist = svar(regn_ut(bok).resultat, dybde="alt")
    assert "Blomsterstønad" in vist
    assert "Visne blomster er ikke regnet med." in vist


def test_kravet_stopper_alt_og_sier_hvor(bok):
    galt = SITUASJON.replace("blomster_fra = 2026-03-01", "blomster_fra = 2024-03-01")
    with pytest.raises(Feilsamling) as feil:
        regn_ut(bok, galt)
    assert "Blomsterstønaden begynner 1. mars 2024" in str(feil.value).replace("\u00a0", " ")
    assert "linje 7" in str(feil.value)


def test_trinn_grenser_og_det_som_henger_sammen_sjekkes(bok):
    for gammel, ny, ventet in (
        ("blomstergrad = 50", "blomstergrad = 37", "trinn"),
        ("blomstergrad = 50", "", "blomstergrad"),
        ("blomstergrad = 50", "blomstergra = 50", "blomstergrad"),
    ):
        with pytest.raises(Feilsamling) as feil:
            regn_ut(bok, SITUASJON.replace(gammel, ny))
        assert ventet in str(feil.value)
