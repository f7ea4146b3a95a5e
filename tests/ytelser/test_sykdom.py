"""Syk i jobben: lønn i 16 dager, sykepenger når retten finnes, og datoene den begynner."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ytelser.hjelp import UFORETRYGD, betalt, jobb, meldinger, planer
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

SOM_NAA = '[plan."Som nå"]\n'
SEPTEMBER = "syk_fra = 2026-09-01\nsyk_til = 2026-10-31"
AAP = """
[aap]
rett_fra = 2025-03-03
rett_til = 2027-06-30
dagsats_i_vedtaket = { kroner = 1_100, dato = 2026-05-01 }
"""


def test_sytten_dager_i_september_og_hele_oktober_fra_nav(bok):
    tekst = UFORETRYGD + SOM_NAA + jobb("frisk") + jobb("syk", SEPTEMBER)
    p = planer(bok, tekst)
    frisk, syk = betalt(p["frisk"], "lonn"), betalt(p["syk"], "lonn")
    # 1.–16. september har 12 av 22 virkedager. 18 000 · 12 / 22 = 9 818,18
    assert syk["2026-09"] == Decimal(9818)
    assert "2026-10" not in syk
    assert {m: b for m, b in syk.items() if m not in ("2026-09", "2026-10")} == {
        m: b for m, b in frisk.items() if m not in ("2026-09", "2026-10")
    }
    # 18 000 · 12 / 260 = 830,77 → 831 kroner per dag: 10 dager i september, 22 i oktober
    assert betalt(p["syk"], "sykepenger") == {"2026-09": Decimal(8310), "2026-10": Decimal(18282)}
    dager = [b.dato.isoformat() for b in p["syk"].betalinger if b.ytelse == "sykepenger"]
    assert dager == ["2026-10-23", "2026-11-25"]


def test_halvt_sykmeldt_mister_halve_lonnen(bok):
    tekst = UFORETRYGD + SOM_NAA + jobb("syk", f"{SEPTEMBER}\nsykmeldingsgrad = 50")
    p = planer(bok, tekst)["syk"]
    assert betalt(p, "lonn")["2026-10"] == Decimal(9000)
    # 50 prosent av 830,77 = 415,38 → 415
    assert betalt(p, "sykepenger")["2026-10"] == Decimal(415 * 22)


def test_syk_for_fire_uker_gir_verken_lonn_eller_sykepenger(bok):
    tidlig = "syk_fra = 2026-02-01\nsyk_til = 2026-02-28"
    siste = "syk_fra = 2026-02-02\nsyk_til = 2026-02-28"
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("tidlig", tidlig) + jobb("akkurat", siste))
    assert "2026-02" not in betalt(p["tidlig"], "lonn")
    assert betalt(p["tidlig"], "sykepenger") == {}
    assert "sykepenger.syk_for_retten" in meldinger(p["tidlig"])
    # 2. februar er fire uker etter 5. januar: arbeidsgiveren betaler 2.–17. februar
    assert betalt(p["akkurat"], "lonn")["2026-02"] == Decimal(10800)
    assert "sykepenger.syk_for_retten" not in meldinger(p["akkurat"])


def test_brukt_opp_og_uforetrygd_ny_rett_etter_26_uker(bok):
    foer = "syk_fra = 2026-07-05\nsyk_til = 2026-07-31"
    etter = "syk_fra = 2026-07-06\nsyk_til = 2026-07-31"
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("før", foer) + jobb("etter", etter))
    assert betalt(p["før"], "sykepenger") == {}
    assert "sykepenger.ikke_sykepenger_fra_nav" in meldinger(p["før"])
    assert betalt(p["etter"], "sykepenger")
    frister = {m.id: m.frist_dato for m in p["etter"].meldinger}
    assert frister["sykepenger.rett_til_sykepenger"] == date(2026, 2, 2)
    assert frister["sykepenger.egenmelding"] == date(2026, 3, 5)
    assert frister["sykepenger.ny_rett_fra_nav"] == date(2026, 7, 6)


def test_ikke_brukt_opp_gir_sykepenger_uten_aa_vente(bok):
    linjer = "[sykepenger]\nbrukt_opp = false\n"
    syk = "syk_fra = 2026-03-02\nsyk_til = 2026-03-31"
    p = planer(bok, UFORETRYGD + linjer + SOM_NAA + jobb("syk", syk))["syk"]
    # 2.–17. mars fra arbeidsgiveren, 18.–31. mars er ti virkedager
    assert betalt(p, "sykepenger") == {"2026-03": Decimal(8310)}


def test_lonn_under_et_halvt_grunnbelop_gir_bare_arbeidsgiverens_dager(bok):
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("lite", SEPTEMBER, timer="5", lonn="5_600"))["lite"]
    # 5 600 · 12 = 67 200, og grensen er 68 274,50
    assert betalt(p, "sykepenger") == {}
    assert "sykepenger.lav_lonn" in meldinger(p)
    mer = planer(bok, UFORETRYGD + SOM_NAA + jobb("mer", SEPTEMBER, timer="5", lonn="5_700"))
    assert betalt(mer["mer"], "sykepenger")


def test_med_aap_faar_du_ikke_ny_rett_og_timene_gaar_ned(bok):
    tekst = AAP + SOM_NAA + jobb("frisk", timer="15") + jobb("syk", SEPTEMBER, timer="15")
    p = planer(bok, tekst)
    assert betalt(p["syk"], "sykepenger") == {}
    assert "sykepenger.syk_med_aap" in meldinger(p["syk"])
    # Uten lønn og sykepenger i oktober er det ingen timer å trekke for.
    frisk = sum(b for m, b in betalt(p["frisk"], "aap").items() if m == "2026-10")
    syk = sum(b for m, b in betalt(p["syk"], "aap").items() if m == "2026-10")
    assert syk > frisk


def test_med_aap_gaar_sykepenger_foran(bok):
    linjer = "[sykepenger]\nbrukt_opp = false\n"
    tekst = AAP + linjer + SOM_NAA + jobb("frisk", timer="15") + jobb("syk", SEPTEMBER, timer="15")
    p = planer(bok, tekst)
    assert betalt(p["syk"], "sykepenger")["2026-10"] > 0
    # Sykepengene dekker 15 av 37,5 timer, like mye som jobben gjorde.
    assert betalt(p["syk"], "aap")["2026-10"] == betalt(p["frisk"], "aap")["2026-10"]


HALV_STILLING = {
    "timer i uka": "timer_per_uke = 18.75",
    "stillingsprosent": "stillingsprosent = 50",
    "en full uke på 35,5 timer": "stillingsprosent = 50\ntimer_i_full_stilling = 35.5",
    "timer i meldeperioden": "timer_i_meldeperioden = { fra = 2026-01-05, gjentas = [37.5] }",
    "timer dag for dag": (
        "timer_per_dag = { fra = 2026-01-05, gjentas = [7.5, 0, 7.5, 0, 0, 3.75, 0] }"
    ),
}


@pytest.mark.parametrize("timene", HALV_STILLING.values(), ids=HALV_STILLING)
def test_syk_uten_lonn_gir_ingen_timer_paa_kortet_hvordan_timene_enn_er_skrevet(bok, timene):
    job = (
        '[[plan."syk".jobb]]\nstart = 2026-01-05\ntimelonn = 200\n'
        f"syk_fra = 2026-03-02\nsyk_til = 2026-04-30\n{timene}\n"
    )
    foran = "[sykepenger]\nbrukt_opp = false\n"
    brukt_opp = planer(bok, AAP + SOM_NAA + '[plan."syk"]\n' + job)["syk"]
    med_rett = planer(bok, AAP + foran + SOM_NAA + '[plan."syk"]\n' + job)["syk"]

    def kort(p, dag):
        return next(b.brutto for b in p.betalinger if b.ytelse == "aap" and b.fra_dag == dag)

    # Arbeidsgiveren betaler til og med 17. mars. 30. mars–12. april er det ingen timer.
    full = 10 * Decimal(1049)  # 1 100 kroner ved G i 2026 er 1 048,53 ved G i 2025
    assert kort(brukt_opp, date(2026, 3, 30)) == full
    assert betalt(brukt_opp, "lonn").get("2026-04") is None
    # Sykepengene gjelder en halv stilling. Da er AAP halv, og bare halv.
    assert kort(med_rett, date(2026, 3, 30)) == 10 * Decimal(524)
    assert betalt(med_rett, "lonn").get("2026-04") is None
    assert betalt(med_rett, "sykepenger")["2026-04"] > 0


def test_uten_sykdom_er_det_ingenting(bok):
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("frisk"))["frisk"]
    assert {b.ytelse for b in p.betalinger} == {"lonn", "uforetrygd", "skatt"}
    assert not [f for f in p.forutsetninger if f.inndata.startswith("sykepenger.")]


@given(
    syk=st.dates(date(2026, 1, 5), date(2026, 12, 1)),
    dager=st.integers(0, 120),
    lonn=st.integers(1_000, 80_000),
    grad=st.sampled_from([20, 50, 100]),
)
def test_lonn_som_faller_bort_er_aldri_mer_enn_lonnen(bok, syk, dager, lonn, grad):
    til = date.fromordinal(min(syk.toordinal() + dager, date(2026, 12, 31).toordinal()))
    gitt = {
        "lonn.start": date(2026, 1, 5),
        "lonn.slutt": date(2099, 12, 31),
        "lonn.maanedslonn": Decimal(lonn),
        "sykepenger.syk_fra": syk,
        "sykepenger.syk_til": til,
        "sykepenger.sykmeldingsgrad": Decimal(grad) / 100,
    }
    with regnemodus():
        oppgitt = Gitt(tuple(Oppgitt(n, 0, alltid=v) for n, v in gitt.items()), (("jobb", 1),))
        k = bok.kjor(oppgitt, date(2026, 1, 1), date(2026, 12, 31))
        for maaned in range(1, 13):
            dag = date(2026, maaned, 1)
            tapt = k.les("sykepenger.lonn_som_faller_bort", dag)
            igjen = k.les("lonn.lonn_denne_maaneden", dag)
            assert 0 <= tapt <= lonn
            assert igjen >= 0
            if maaned < syk.month or maaned > til.month:
                assert tapt == 0


@pytest.mark.parametrize(
    ("fra", "til", "tekst"),
    [
        ("2026-10-01", "2026-09-01", "er før første sykedag"),
        ("2025-12-01", "2026-01-31", "er før jobben begynner"),
    ],
)
def test_datoer_som_ikke_henger_sammen(bok, fra, til, tekst):
    from ytelsesrad import Feilsamling

    with pytest.raises(Feilsamling, match=tekst):
        planer(bok, UFORETRYGD + SOM_NAA + jobb("syk", f"syk_fra = {fra}\nsyk_til = {til}"))


# ── Det du tjener i alt, og det som ikke skal sies ──────────────────────────────────────────────

TO_SMAA = """
[sykepenger]
brukt_opp = false
[[jobb]]
arbeidsgiver  = "Butikk"
start         = 2025-01-06
timer_per_uke = 4
maanedslonn   = 3_900
syk_fra       = 2026-03-02
syk_til       = 2026-03-31
[[jobb]]
arbeidsgiver  = "Kontor"
start         = 2026-01-05
slutt         = {slutt}
timer_per_uke = 5
maanedslonn   = 5_200
"""


def test_minste_inntekt_maales_mot_lonnen_i_alle_jobbene(bok):
    begge = planer(bok, UFORETRYGD + TO_SMAA.format(slutt="2026-12-31") + SOM_NAA)["Som nå"]
    # 12 · 3 900 = 46 800 og 12 · 5 200 = 62 400 er hver for seg under 65 080, til sammen over.
    # 46 800 / 260 = 180 kroner per dag i ti virkedager, 18.–31. mars
    assert betalt(begge, "sykepenger") == {"2026-03": Decimal(1800)}
    assert "sykepenger.ikke_sykepenger_fra_nav" not in meldinger(begge)
    assert "sykepenger.lav_lonn" not in meldinger(begge)
    # Er den andre jobben slutt før du blir syk, er det bare den ene som teller.
    en = planer(bok, UFORETRYGD + TO_SMAA.format(slutt="2026-02-27") + SOM_NAA)["Som nå"]
    assert betalt(en, "sykepenger") == {}
    assert "sykepenger.ikke_sykepenger_fra_nav" in meldinger(en)


def test_ikke_noe_valg_naar_nav_ikke_betaler_sykepenger(bok):
    ikke_brukt = "[sykepenger]\nbrukt_opp = false\n"
    brukt = planer(bok, AAP + SOM_NAA + jobb("syk", SEPTEMBER))["syk"]
    assert "sykepenger.ikke_sykepenger_fra_nav" in meldinger(brukt)
    assert "sykepenger.velg_aap" not in meldinger(brukt)
    har_rett = planer(bok, AAP + ikke_brukt + SOM_NAA + jobb("syk", SEPTEMBER))["syk"]
    assert "sykepenger.velg_aap" in meldinger(har_rett)


def test_uforetrygden_gaar_ikke_opp_igjen_naar_den_ikke_er_satt_ned(bok):
    tidlig = "syk_fra = 2026-06-01\nsyk_til = 2026-06-30"
    lav, hoy = jobb("lav", tidlig, lonn="3_000"), jobb("høy", tidlig, lonn="28_000")
    p = planer(bok, UFORETRYGD + SOM_NAA + lav + hoy)
    assert "sykepenger.ikke_sykepenger_fra_nav" in meldinger(p["lav"])
    assert "sykepenger.meld_lavere_inntekt" not in meldinger(p["lav"])
    assert "sykepenger.meld_lavere_inntekt" in meldinger(p["høy"])


def test_ferie_uten_lonn_setter_ikke_ned_sykepengene(bok):
    ferie = "feriedager = 20\nferie_fra = 2026-07-01"
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("syk", f"{SEPTEMBER}\n{ferie}"))["syk"]
    assert betalt(p, "lonn")["2026-07"] < Decimal(3000)
    # Som uten ferie: 18 000 · 12 / 260 = 831 kroner per dag, i ti dager
    assert betalt(p, "sykepenger")["2026-09"] == Decimal(8310)
