"""Full uføretrygd og en deltidsjobb i 2026, mot tall regnet ut på egen hånd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.beregning.personer import mari
from tests.conftest import nylest
from ytelsesrad import Situasjon, beregn

# Utbetalt uføretrygd måned for måned i 2026, januar–desember.
UTBETALT = {
    "Som nå": "23317 23317 23317 23317 23317 25605 24461 24461 24461 24461 24461 24461",
    "10 timer": "23317 19454 19454 19454 19454 22126 20790 20790 20790 24461 24461 24461",
    "20 timer": "23317 12756 12756 12756 12756 15428 14092 14092 14092 24461 24461 24461",
}
# Lønn, uføretrygd og skatt for 2026 når alt er gjort opp.
GJORT_OPP = {
    "Som nå": (0, 288_956, -40_347),
    "10 timer": (123_000, 288_956, -81_001),
    "20 timer": (246_000, 223_395, -100_299),
}
ETTEROPPGJOR = {"Som nå": 0, "10 timer": 29_944, "20 timer": 17_967}


@pytest.fixture(scope="module")
def resultat(bok):
    return beregn(Situasjon.les(mari(10, 20), bok), bok)


def plan(resultat, navn):
    return next(p for p in resultat.planer if p.navn == navn)


@pytest.mark.parametrize("navn", UTBETALT)
def test_uforetrygd_maaned_for_maaned(resultat, navn):
    fikk = [b.brutto for b in plan(resultat, navn).betalinger if b.betaling == "uforetrygd"]
    assert fikk == [Decimal(x) for x in UTBETALT[navn].split()]


@pytest.mark.parametrize("navn", GJORT_OPP)
def test_aaret_naar_alt_er_gjort_opp(resultat, navn):
    aar = plan(resultat, navn).aar[0]
    linjer = {linje.ytelse: linje.gjort_opp for linje in aar.linjer}
    lonn, uforetrygd, skatt = GJORT_OPP[navn]
    assert linjer["lonn"] == lonn
    assert linjer["uforetrygd"] == uforetrygd
    assert linjer["skatt"] == skatt
    assert aar.gjort_opp_netto == lonn + uforetrygd + skatt


@pytest.mark.parametrize("navn", ETTEROPPGJOR)
def test_etteroppgjoret(resultat, navn):
    oppgjor = [b for b in plan(resultat, navn).betalinger if b.betaling == "etteroppgjor"]
    assert sum(b.brutto for b in oppgjor) == ETTEROPPGJOR[navn]
    assert all(b.dato.year == 2027 and b.oppgjor for b in oppgjor)


def test_skattetrekket_i_januar_og_desember(resultat):
    """Tabell 8000 hos Nav og 34 prosent hos arbeidsgiveren; halvt trekk i desember."""
    betalinger = plan(resultat, "10 timer").betalinger
    januar = [b for b in betalinger if b.dato.month == 1]
    assert [(b.brutto, b.netto) for b in januar] == [(10_250, 6_765), (23_317, 19_411)]
    desember = [b for b in betalinger if b.dato == date(2026, 12, 15)]
    assert [b.brutto - b.netto for b in desember] == [1_742]
    juni = [b for b in betalinger if b.betaling == "uforetrygd" and b.dato.month == 6]
    assert [b.trekk for b in juni] == [()]


def test_summen_inn_paa_konto(resultat):
    maaneder = plan(resultat, "10 timer").maaneder
    assert [m.netto for m in maaneder] == [
        Decimal(x)
        for x in "26176 23722 23722 23722 23722 28891 24589 24589 24589 26923 26923 30818".split()
    ]
    assert [m.maaned for m in maaneder if m.lavest] == ["2026-02"]
    assert sum(m.netto for m in maaneder) == plan(resultat, "10 timer").aar[0].utbetalt_netto


def test_dagene_flyttes_fra_helg(resultat):
    datoer = [b.dato for b in plan(resultat, "Som nå").betalinger if b.dato.year == 2026]
    assert [d.day for d in datoer] == [20, 20, 20, 20, 20, 19, 20, 20, 18, 20, 20, 18]


def test_endringen_mot_forste_plan(resultat):
    endring = {e.plan: e for e in resultat.endringer}
    assert endring["10 timer"].gjort_opp == 123_000 - (81_001 - 40_347)
    assert endring["10 timer"].per_maaned == Decimal("6862.17")
    assert endring["20 timer"].gjort_opp == 246_000 - 65_561 - (100_299 - 40_347)


def test_meldt_senere_gir_mer_na_og_mindre_siden(bok):
    """Samme år gjort opp, men meldes jobben først i mai, betaler Nav mer før og mindre etter."""
    mer = '[plan."PLAN".uforetrygd]\nmelder_fra = 2026-05-10'
    tidlig = plan(beregn(Situasjon.les(mari(20), bok), bok), "20 timer")
    sent = plan(beregn(Situasjon.les(mari(20, mer=mer), bok), bok), "20 timer")
    assert sent.aar[0].gjort_opp_netto == tidlig.aar[0].gjort_opp_netto
    utbetalt = [b.brutto for b in sent.betalinger if b.betaling == "uforetrygd"]
    assert utbetalt[:4] == [23_317] * 4
    assert utbetalt[6] < 14_092


def test_ikke_meldt_gir_krav_om_tilbakebetaling_eller_mindre_etterbetaling(bok):
    """Nav ser lønnen i a-ordningen to måneder etter, og bare når den er over bunnfradraget."""
    mer = '[plan."PLAN".uforetrygd]\nmaate = "ikke meldt"'
    ikke = plan(beregn(Situasjon.les(mari(20, mer=mer), bok), bok), "20 timer")
    meldt = plan(beregn(Situasjon.les(mari(20), bok), bok), "20 timer")
    assert ikke.aar[0].gjort_opp_netto == meldt.aar[0].gjort_opp_netto
    utbetalt = [b.brutto for b in ikke.betalinger if b.betaling == "uforetrygd"]
    # Gammelt bunnfradrag på 0,4 G i bruk: 52 064 før mai. Lønn t.o.m. mars (61 500) sees i mai.
    assert utbetalt[:4] == [23_317] * 4
    assert utbetalt[4] < 23_317
    assert sum(utbetalt) > sum(b.brutto for b in meldt.betalinger if b.betaling == "uforetrygd")


def test_egne_meldinger_virker_fra_maaneden_etter(bok):
    mer = (
        '[plan."PLAN".uforetrygd]\nmaate = "egne tall"\n'
        "meldt_inntekt = { 2026 = { 2025-12-01 = 0, 2026-03-10 = 246_000 } }"
    )
    svar = plan(beregn(Situasjon.les(mari(20, mer=mer), bok), bok), "20 timer")
    utbetalt = [b.brutto for b in svar.betalinger if b.betaling == "uforetrygd"]
    assert utbetalt[:3] == [23_317] * 3
    assert utbetalt[3] < 23_317


def test_over_inntektstaket_stanser_aaret_men_retten_hviler(bok):
    svar = plan(beregn(Situasjon.les(mari(35), bok), bok), "35 timer")
    linjer = {linje.ytelse: linje.gjort_opp for linje in svar.aar[0].linjer}
    assert linjer["uforetrygd"] == 0
    assert any("hviler" in m.tekst for m in svar.meldinger)


def test_2027_er_anslag_og_sier_det(bok):
    svar = plan(beregn(Situasjon.les(mari(10, til="2027-12-31"), bok), bok), "10 timer")
    assert [a.sikkerhet for a in svar.aar] == ["beregnet", "anslag"]
    assert "anslag" in [f.id for f in svar.forbehold]
    i_2027 = [b for b in svar.betalinger if b.betaling == "lonn" and b.dato.year == 2027]
    assert {b.sikkerhet for b in i_2027} == {"beregnet"} or i_2027


def test_like_svar_for_like_ting(bok):
    tekst = mari(10, 20)
    ett = beregn(Situasjon.les(tekst, bok), bok).model_dump_json()
    to = beregn(Situasjon.les(tekst, bok), bok).model_dump_json()
    assert ett == to


def test_det_som_ikke_er_med_staar_i_forste_setning(bok):
    from ytelsesrad.visning import svar

    tekst = mari(10) + "\n[pensjon]\nhar_uforepensjon = true\n"
    resultat = beregn(Situasjon.les(tekst, bok), bok)
    assert resultat.endringer[0].utelater == ("Uførepensjon fra pensjonskasse",)
    forste = svar(resultat, dybde="alt").split("\n\n")[1]
    assert "UFØREPENSJON FRA PENSJONSKASSE" in " ".join(forste.upper().split())


def test_ukjent_inntekt_for_uforhet_kommer_tilbake_som_sporsmaal(bok):
    tekst = mari(10, 35).replace(
        "ifu_g                 = { kroner = 490_000, dato = 2026-05-01 }", 'ifu_g = "vet ikke"'
    )
    resultat = beregn(Situasjon.les(tekst, bok), bok)
    (mangel,) = plan(resultat, "10 timer").mangler
    assert mangel.inndata == "uforetrygd.ifu_g"
    assert mangel.sporsmaal.endswith("?")
    assert "vedtaket" in (mangel.staar_i or "")
    assert mangel.virkning is not None


def test_maaneder_med_noe_ukjent_sammenlignes_ikke_og_blir_aldri_null(bok):
    """En utbetaling som ikke kan regnes ut, skal ikke se ut som null kroner."""
    from ytelsesrad.visning import svar

    tekst = mari(10).replace(
        "ifu_g                 = { kroner = 490_000, dato = 2026-05-01 }", 'ifu_g = "vet ikke"'
    )
    resultat = beregn(Situasjon.les(tekst, bok), bok)
    assert plan(resultat, "Som nå").aar[0].gjort_opp_netto is not None
    for m in plan(resultat, "10 timer").maaneder:
        assert "Uføretrygd" in m.mangler
        assert m.mot_grunnlag is None
        assert not m.lavest
    vist = svar(resultat, dybde="alt")
    assert "mindre inn på konto" not in vist
    februar = next(linje for linje in vist.split("\n") if linje.startswith("  februar"))
    assert februar.count("ukjent") == 3


def test_kildene_er_de_samme_uansett_hva_boken_har_regnet_foer(bok):
    """Bankdagene huskes i boken. Et svar til nevner likevel helligdagene det bygger på."""
    tekst = mari(10)
    ny = nylest()
    ett = beregn(Situasjon.les(tekst, ny), ny).kilder
    beregn(Situasjon.les(mari(20, til="2027-12-31"), ny), ny)
    assert beregn(Situasjon.les(tekst, ny), ny).kilder == ett
    assert any("helligdag" in k for k in ett)
