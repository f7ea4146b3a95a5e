"""Kjente svar om skatt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.saker.les import gyldige
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, type_verdi

REGEL = {
    "minstefradrag": "skatt.minstefradrag",
    "alminnelig_inntekt": "skatt.alminnelig_inntekt",
    "trinnskatt": "skatt.trinnskatt",
    "trygdeavgift": "skatt.trygdeavgift",
    "skatt_alminnelig_inntekt": "skatt.inntektsskatt",
    "sum": "skatt.skatt",
    "sum_uten_formuesskatt": "skatt.skatt",
}
INNDATA = {
    "lonn": "skatt.lonnsinntekt",
    "personinntekt": "skatt.lonnsinntekt",
    "lonn_uforetrygd_aap": "skatt.lonnsinntekt",
    "pensjon": "skatt.pensjonsinntekt",
    "andre_fradrag": "skatt.fradrag",
}


def les(bok: Regelbok, regel: str, aar: int, **verdier: type_verdi) -> Decimal:
    gitt: dict[str, type_verdi] = {
        "skatt.lonnsinntekt": Decimal(0),
        "skatt.pensjonsinntekt": Decimal(0),
    }
    gitt |= {navn.replace("__", "."): v for navn, v in verdier.items()}
    oppgitt = Gitt(tuple(Oppgitt(navn, alltid=v) for navn, v in gitt.items()))
    with regnemodus():
        kjoring = bok.kjor(oppgitt, date(aar, 1, 1), date(aar, 12, 31))
        svar = kjoring.les(regel, date(aar, 12, 31))
    assert isinstance(svar, Decimal)
    return svar


def inndata(sak: dict[str, Any]) -> dict[str, Decimal]:
    return {
        INNDATA[n].replace(".", "__"): Decimal(v) for n, v in sak["inputs"].items() if n in INNDATA
    }


SAKER = list(gyldige("skatt.yaml", "sluttskatt", "trinnskatt", "minstefradrag"))


@pytest.mark.parametrize("sak", SAKER, ids=[s["id"] for s in SAKER])
def test_sluttskatt(bok, sak):
    aar = int(sak["inputs"]["inntektsaar"])
    sjekket = 0
    for navn, ventet in sak["expected"].items():
        if navn in REGEL:
            assert les(bok, REGEL[navn], aar, **inndata(sak)) == Decimal(ventet), navn
            sjekket += 1
    assert sjekket


def test_de_tre_delene_av_inntektsskatten_rundes_hver_for_seg(bok):
    (sak,) = [s for s in SAKER if s["id"] == "skatt-slutt-2024-api"]
    grunnlag = les(bok, "skatt.skattegrunnlag", 2024, **inndata(sak))
    for navn, sats in (
        ("inntektsskatt_kommune", "skatt.kommuneskatt_sats"),
        ("inntektsskatt_fylke", "skatt.fylkesskatt_sats"),
        ("fellesskatt", "skatt.fellesskatt_sats"),
    ):
        del_ = les(bok, sats, 2024, **inndata(sak)) * grunnlag
        assert (del_ + Decimal("0.5")).to_integral_value("ROUND_FLOOR") == Decimal(
            sak["expected"][navn]
        )


@pytest.mark.parametrize("sak", list(gyldige("skatt.yaml", "trygdeavgift_opptrapping_slutt")))
def test_trygdeavgiften_naar_full_sats(bok, sak):
    aar = int(sak["inputs"]["inntektsaar"])
    grense = Decimal(sak["expected"]["inntekt_der_25_prosent_regelen_slutter"])
    klasse, sats = ("pensjonsinntekt", "skatt.trygdeavgift_pensjon_sats")
    if sak["inputs"]["sats"] == "mellom":
        klasse, sats = ("lonnsinntekt", "skatt.trygdeavgift_sats")
    full = les(bok, sats, aar)
    nedre = les(bok, "skatt.trygdeavgift_grense", aar)
    # der full sats og 25 prosent av det over nedre grense møtes
    assert (nedre * Decimal("0.25") / (Decimal("0.25") - full)).quantize(Decimal(1)) == grense
    over = les(bok, "skatt.trygdeavgift", aar, **{f"skatt__{klasse}": grense + 1000})
    assert over == ((grense + 1000) * full + Decimal("0.5")).to_integral_value("ROUND_FLOOR")


@pytest.mark.parametrize("sak", list(gyldige("skatt.yaml", "sluttskatt_prosent")))
def test_skatt_i_prosent_av_lonnen(bok, sak):
    lonn = Decimal(sak["inputs"]["lonn"])
    skatt = les(bok, "skatt.skatt", int(sak["inputs"]["inntektsaar"]), skatt__lonnsinntekt=lonn)
    assert (skatt / lonn * 100).quantize(Decimal("0.1")) == Decimal(
        sak["expected"]["skatt_prosent_av_lonn"]
    )


@pytest.mark.parametrize("sak", list(gyldige("skatt.yaml", "marginalskatt")))
def test_marginalskatt(bok, sak):
    if "pensjon" in sak["inputs"]:
        klasse, inntekt = "skatt__pensjonsinntekt", Decimal(sak["inputs"]["pensjon"])
    else:
        klasse, inntekt = "skatt__lonnsinntekt", Decimal(sak["inputs"]["lonn"])
    aar = int(sak["inputs"]["inntektsaar"])
    mer = les(bok, "skatt.skatt", aar, **{klasse: inntekt + 100_000})
    naa = les(bok, "skatt.skatt", aar, **{klasse: inntekt})
    assert ((mer - naa) / 1000).quantize(Decimal("0.1")) == Decimal(
        sak["expected"]["marginalskatt_prosent"]
    )


@pytest.mark.parametrize("sak", list(gyldige("skatt.yaml", "parameter")))
def test_sonen(bok, sak):
    aar = int(sak["inputs"]["inntektsaar"])
    fradrag = les(bok, "skatt.personfradrag", aar) + les(bok, "skatt.finnmarksfradrag", aar)
    assert fradrag == Decimal(sak["expected"]["personfradrag_pluss_finnmarksfradrag"])
    satser = [
        les(bok, f"skatt.{navn}_sats", aar, skatt__i_tiltakssonen=True)
        for navn in ("kommuneskatt", "fylkesskatt", "fellesskatt")
    ]
    assert sum(satser) * 100 == Decimal(sak["expected"]["sats_alminnelig_inntekt_prosent"])


def test_100_000_er_skattefritt_i_praksis(bok):
    (sak,) = gyldige("skatt.yaml", "frikort")
    skatt = les(bok, "skatt.skatt", 2026, skatt__lonnsinntekt=Decimal(sak["inputs"]["lonn"]))
    assert skatt == Decimal(sak["expected"]["beregnet_skatt"])
    assert skatt < les(bok, "skatt.minste_oppgjor", 2026)


# Inntekt → skatt 2024, 2025, 2026: uavhengig utregnet, uten andre fradrag, utenfor sonen.
TABELL = """
100000 7588 88 88
125000 9750 6338 6338
150000 11700 11550 11400
200000 19945 15400 15200
250000 32819 30683 28153
300000 48734 46383 43803
350000 65634 63094 60182
400000 82534 79944 76982
500000 116334 113644 110582
600000 150134 147344 144182
"""


@pytest.mark.parametrize("linje", TABELL.split("\n")[1:-1])
def test_tabellen_over_skatt(bok, linje):
    inntekt, *skatter = (Decimal(x) for x in linje.split())
    for aar, ventet in zip((2024, 2025, 2026), skatter, strict=True):
        assert les(bok, "skatt.skatt", aar, skatt__lonnsinntekt=inntekt) == ventet
