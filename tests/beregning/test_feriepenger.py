"""Feriepenger: tjent ett år, betalt i juni året etter, og ferien de er til."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.beregning.personer import mari
from ytelsesrad import Situasjon, beregn


def plan(bok, tekst: str, nr: int = 1):
    return beregn(Situasjon.les(tekst, bok), bok).planer[nr]


def betalt(p, betaling: str, aar: int):
    return [b for b in p.betalinger if b.betaling == betaling and b.dato.year == aar]


def test_det_foerste_aaret_er_uendret_og_ferie_uten_lonn_er_et_valg(bok):
    p = plan(bok, mari(10))
    assert not betalt(p, "feriepenger", 2026)
    assert [b.brutto for b in betalt(p, "lonn", 2026)] == [10_250] * 12
    assert "lonn.ferie_foerste_aar" in [f.id for f in p.forbehold]
    (verdt,) = [m.tekst for m in p.meldinger if m.id == "lonn.foerste_ferie_uten_lonn"]
    assert "21 dager ferie betyr omtrent 9\u00a0900\u00a0kroner mindre" in verdt
    (dager,) = [f for f in p.forutsetninger if f.inndata == "lonn.feriedager"]
    assert (dager.kilde, dager.verdi) == ("antatt", "0\u00a0dager")


def test_feriepengene_kommer_i_juni_uten_trekk_og_teller_som_inntekt(bok):
    p = plan(bok, mari(10, til="2027-12-31"))
    (ferie,) = betalt(p, "feriepenger", 2027)
    assert (ferie.dato, ferie.brutto, ferie.netto) == (date(2027, 6, 15), 12_546, 12_546)
    assert (ferie.fra_dag, ferie.til_dag) == (date(2026, 1, 1), date(2026, 12, 31))
    # 21 virkedager ferie fra 1. juli: 21 av 22 virkedager i juli er uten lønn
    lonn = [b.brutto for b in betalt(p, "lonn", 2027)]
    assert lonn == [10_250] * 6 + [466] + [10_250] * 5
    linjer = {linje.ytelse: linje.gjort_opp for linje in p.aar[1].linjer}
    assert linjer["feriepenger"] == 12_546
    # skatten tas med i året de betales
    assert linjer["lonn"] == sum(lonn)


def test_feriepenger_teller_mot_bunnfradraget_aaret_de_betales(bok):
    """11,5 timer i uka er 141 450 kroner i 2027 uten ferie. Med feriepenger og ferie er det mer."""
    uten = mari(11, til="2027-12-31")
    ifra = plan(bok, uten)
    inntekt = [m.tekst for m in ifra.meldinger if m.id == "uforetrygd.sjekk_meldt_inntekt"]
    lonn = sum(b.brutto for b in betalt(ifra, "lonn", 2027))
    ferie = sum(b.brutto for b in betalt(ifra, "feriepenger", 2027))
    assert ferie == (sum(b.brutto for b in betalt(ifra, "lonn", 2026)) * Decimal("0.102")).quantize(
        1
    )
    vist = f"{int(lonn + ferie):,}".replace(",", "\u00a0")
    assert not inntekt or vist in inntekt[0]


def test_feriepenger_fra_foer_innvilgelsen_holdes_utenfor(bok):
    """Tjent i 2025, betalt i 2026: de teller bare når uføretrygden var der da de ble tjent."""

    def uforetrygd(start: str, innvilget: str) -> tuple[Decimal, Decimal]:
        tekst = mari(20, start=start).replace("2019-03-01", innvilget)
        p = plan(bok, tekst.replace("lonningsdag   = 15", "lonningsdag = 15\nferiedager = 0"))
        linjer = {linje.ytelse: linje.gjort_opp for linje in p.aar[0].linjer}
        return linjer["feriepenger"], linjer["uforetrygd"]

    tjent = Decimal(25_092)  # 10,2 prosent av 246 000
    ny, gammel = "2026-01-01", "2019-03-01"
    assert uforetrygd("2025-01-01", ny) == (tjent, uforetrygd("2026-01-01", ny)[1])
    foer, etter = uforetrygd("2026-01-01", gammel), uforetrygd("2025-01-01", gammel)
    assert (foer[0], etter[0]) == (Decimal(0), tjent)
    assert abs(foer[1] - etter[1] - tjent * Decimal("0.599")) <= 1


def test_den_som_slutter_faar_feriepengene_med_den_siste_lonnen_og_med_trekk(bok):
    tekst = mari(10).replace("start         = 2026-01-01", "start = 2026-01-01\nslutt = 2026-08-31")
    tekst = tekst.replace("lonningsdag   = 15", "lonningsdag = 15\nlonn_etterskuddsvis = false")
    (ferie,) = betalt(plan(bok, tekst), "feriepenger", 2026)
    assert ferie.dato == date(2026, 8, 14)
    assert ferie.brutto == (8 * 10_250 * Decimal("0.102")).quantize(1)
    assert ferie.netto < ferie.brutto


def test_valgt_ferie_uten_lonn_det_foerste_aaret(bok):
    tekst = mari(10).replace("lonningsdag   = 15", "lonningsdag = 15\nferiedager = { 2026 = 25 }")
    p = plan(bok, tekst)
    tapt = 123_000 - sum(b.brutto for b in betalt(p, "lonn", 2026))
    # hele juli (23 virkedager) og to dager i august (21 virkedager)
    assert tapt == 10_250 + round(Decimal(10_250) * 2 / 21)
    assert "lonn.ferie_foerste_aar" not in [f.id for f in p.forbehold]


def test_fem_uker_gir_12_prosent(bok):
    tekst = mari(10, til="2027-12-31").replace(
        "lonningsdag   = 15", "lonningsdag = 15\nfem_uker_ferie = true"
    )
    (ferie,) = betalt(plan(bok, tekst), "feriepenger", 2027)
    assert ferie.brutto == 14_760


@pytest.mark.parametrize(("fodt", "prosent"), [("1967-06-01", "12.5"), ("1968-01-01", "10.2")])
def test_over_60_gir_mer_fra_aaret_en_fyller_59(bok, fodt, prosent):
    tekst = mari(10, til="2027-12-31").replace(
        "[husstand]", f"[person]\nfodselsdato = {fodt}\n[husstand]"
    )
    (ferie,) = betalt(plan(bok, tekst), "feriepenger", 2027)
    assert ferie.brutto == (123_000 * Decimal(prosent) / 100).quantize(1)


def test_er_ikke_lonnen_i_fjor_kjent_spor_den_etter_grunnlaget(bok):
    tekst = mari(10, start="2024-01-01").replace(
        "timelonn      = 236.54", "timelonn = { 2025-05-01 = 236.54 }"
    )
    (mangel,) = [m for m in plan(bok, tekst).mangler if "feriepenge" in m.inndata]
    assert mangel.inndata == "lonn.feriepengegrunnlag"
    assert "lønnsslippen" in (mangel.staar_i or "")
    svar = plan(
        bok,
        tekst.replace(
            "lonningsdag   = 15", "lonningsdag = 15\nferiepengegrunnlag = { 2025 = 120_000 }"
        ),
    )
    assert [b.brutto for b in betalt(svar, "feriepenger", 2026)] == [12_240]


def test_i_ferien_er_det_ingen_timer_aa_fore_paa_meldekortet(bok):
    from ytelsesrad.regelbok import regnemodus

    s = Situasjon.les(mari(10, til="2027-12-31"), bok)
    with regnemodus():
        kjoring = bok.kjor(s.gitt(bok, "10 timer"), date(2025, 1, 1), date(2027, 12, 31))
        assert kjoring.les("lonn.timer_per_dag", date(2027, 7, 5)) == 0
        assert kjoring.les("lonn.timer_per_dag", date(2027, 6, 7)) == 2
