"""Hvordan hver betaling skattlegges: siden i dokumentasjonen, og at de to svarene er like."""

from __future__ import annotations

from datetime import date

import pytest
from verktoy import oppdater_betalinger

from tests.saker.regning import Regning
from ytelsesrad import Regelbok

SLAG = {
    "lonn": "lønn",
    "feriepenger": "feriepenger",
    "aap": "arbeidsavklaringspenger",
    "uforetrygd": "uføretrygd",
    "etteroppgjor": "uføretrygd",
    "barnetillegg": "uføretrygd",
    "sykepenger": "sykepenger",
    "dagpenger": "dagpenger",
    "tiltakspenger": "tiltakspenger",
    "kvalifiseringsstonad": "kvalifiseringsstønad",
    "ungdomsprogramytelse": "ungdomsprogramytelse",
    "overgangsstonad": "overgangsstønad",
    "barnetrygd": "barnetrygd",
    "kontantstotte": "kontantstøtte",
    "barnetilsyn": "stønad til barnetilsyn",
    "barnebidrag": "barnebidrag",
    "bostotte": "bostøtte",
    "sosialhjelp": "økonomisk sosialhjelp",
}
# Uføretrygden trekkes fra overgangsstønaden.
# Regnet uføretrygden den med som inntekt, gikk det i ring.
I_RING = {"overgangsstonad"}
REGLER = Regelbok.standard()


def test_siden_er_den_reglene_gir():
    tekst = oppdater_betalinger.SIDE.read_text(encoding="utf-8")
    assert oppdater_betalinger.oppdatert(tekst, REGLER) == tekst, "Rett: make oppdater"
    for b in REGLER.samling.betalinger.values():
        assert f"| {b.tittel} |" in tekst
    for slag in REGLER.samling.regler["skatt.slag"].valg:
        assert f"| {slag} |" in tekst


def test_en_gammel_side_blir_funnet():
    tekst = oppdater_betalinger.SIDE.read_text(encoding="utf-8")
    gammel = tekst.replace("| AAP |", "| Arbeidsavklaringspenger |")
    assert gammel != tekst
    assert oppdater_betalinger.oppdatert(gammel, REGLER) == tekst


@pytest.mark.parametrize("id_", sorted(SLAG.keys() & REGLER.samling.betalinger.keys()))
def test_merkene_sier_det_samme_som_tabellen_over_ytelser(id_):
    betaling = REGLER.samling.betalinger[id_]
    r = Regning({"skatt.slag": SLAG[id_]}, date(2026, 1, 1), date(2026, 12, 31))
    dag = date(2026, 12, 31)
    assert betaling.merker["skatteklasse"] == r.les("skatt.skatteklasse_for_slag", dag)
    pensjonsgivende = r.les("skatt.pensjonsgivende_for_slag", dag)
    if pensjonsgivende != "usikkert":
        er_med = pensjonsgivende == "ja" and id_ not in I_RING
        assert betaling.merker["pensjonsgivende"] is er_med


def test_det_som_ikke_kan_vaere_med_er_et_forbehold():
    assert "overgangsstonad.overgangsstonad_og_uforetrygd" in REGLER.samling.ikke_modellert


def test_de_vanlige_betalingene_er_proevd():
    assert {"lonn", "aap", "uforetrygd", "dagpenger"} <= SLAG.keys() & set(
        REGLER.samling.betalinger
    )
