"""Kjente svar om uføretrygd, fra Nav og andre."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any

import pytest

from tests.saker.les import gyldige
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, type_verdi

INNVILGET = date(2010, 1, 1)


def les(bok: Regelbok, regel: str, dag: date, sett_fra: date | None = None, **gitt: Any):
    standard: dict[str, type_verdi] = {
        "uforetrygd.innvilget": INNVILGET,
        "uforetrygd.uforegrad": Decimal(1),
        "uforetrygd.grunnlag_g": Decimal(0),
        "felles.har_partner": False,
    }
    standard |= {navn.replace("__", "."): v for navn, v in gitt.items()}
    oppgitt = Gitt(tuple(Oppgitt(navn, alltid=v) for navn, v in standard.items()))
    with regnemodus():
        kjoring = bok.kjor(oppgitt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31))
        return kjoring.les(regel, dag, sett_fra=sett_fra)


def hele(verdi: Decimal) -> Decimal:
    return (verdi + Decimal("0.5")).to_integral_value("ROUND_FLOOR")


@pytest.mark.parametrize("sak", list(gyldige("uforetrygd.yaml", "grunnbelop")))
def test_grunnbelopet(bok, sak):
    dag = date.fromisoformat(sak["as_of"])
    g = les(bok, "felles.G", dag)
    assert g == Decimal(sak["expected"]["grunnbelop_kr"])
    snitt = sak["expected"][f"gjennomsnitt_{dag.year}_kr"]
    assert les(bok, "felles.G_snitt", dag) == Decimal(snitt)
    toleranse = Decimal(sak["expected"].get("omregningsfaktor_toleranse", "0.0000005"))
    forrige = les(bok, "felles.G", date(dag.year - 1, 5, 1))
    assert abs(g / forrige - Decimal(sak["expected"]["omregningsfaktor"])) <= toleranse


def test_reguleringen_i_2026(bok):
    (sak,) = gyldige("uforetrygd.yaml", "regulering")
    for navn, dag in (("g_before_kr", date(2026, 4, 30)), ("g_after_kr", date(2026, 5, 1))):
        assert les(bok, "felles.G", dag) == Decimal(sak["inputs"][navn])
    # maibeløpet etter ny G kommer i juni, og 20. juni 2026 er en lørdag
    with regnemodus():
        kjoring = bok.kjor(
            Gitt((Oppgitt("uforetrygd.innvilget", alltid=INNVILGET),)),
            date(2026, 1, 1),
            date(2026, 12, 31),
        )
        (juni,) = kjoring.betalinger(("uforetrygd",), date(2026, 6, 1), date(2026, 6, 30))
        assert kjoring.lagt(juni).dato == date(2026, 6, 19)


@pytest.mark.parametrize(
    "sak", [s for s in gyldige("uforetrygd.yaml", "storste_uforetrygd") if "ut-range" in s["id"]]
)
def test_laveste_og_hoyeste_uforetrygd(bok, sak):
    dag = date.fromisoformat(sak["as_of"])
    g = les(bok, "felles.G", dag)
    lavest = les(bok, "uforetrygd.sats_g", dag, felles__har_partner=True)
    hoyest = les(bok, "uforetrygd.sats_g", dag, uforetrygd__grunnlag_g=Decimal(6))
    assert hele(lavest * g) == Decimal(sak["expected"]["lowest_yearly_kr"])
    assert hele(hoyest * g) == Decimal(sak["expected"]["highest_yearly_kr"])


def test_minstesatsene_for_og_etter_juli_2024(bok):
    grupper: dict[str, dict[str, Any]] = {
        "couple_g": {"felles__har_partner": True},
        "couple_converted_g": {"felles__har_partner": True, "uforetrygd__konvertert": True},
        "single_g": {},
        "ung_ufor_couple_g": {"felles__har_partner": True, "uforetrygd__ung_ufor": True},
        "ung_ufor_single_g": {"uforetrygd__ung_ufor": True},
    }
    sjekket = 0
    for sak in gyldige("uforetrygd.yaml", "minstesats"):
        if not sak["id"].startswith("ut-minstesats-sats"):
            continue
        dag = date.fromisoformat(sak["as_of"])
        for navn, ventet in sak["expected"].items():
            assert les(bok, "uforetrygd.minstesats_g", dag, **grupper[navn]) == Decimal(ventet)
            sjekket += 1
    assert sjekket == 10


@pytest.mark.parametrize(
    "sak", [s for s in gyldige("uforetrygd.yaml", "minstesats") if "couple-2025" in s["id"]]
)
def test_minstesats_for_par_i_kroner(bok, sak):
    konvertert = sak["inputs"]["converted_uforepensjon"] == "true"
    sats = les(
        bok,
        "uforetrygd.minstesats_g",
        date.fromisoformat(sak["as_of"]),
        felles__har_partner=True,
        uforetrygd__konvertert=konvertert,
    )
    assert sats == Decimal(sak["expected"]["sats_g"])
    assert hele(sats * Decimal(sak["inputs"]["g_kr"])) == Decimal(sak["expected"]["yearly_kr"])


def test_kuttet_i_minstesatsen_som_ble_gjort_om(bok):
    (sak,) = [
        s for s in gyldige("uforetrygd.yaml", "minstesats") if s["id"].startswith("ut-converted")
    ]
    gitt: dict[str, Any] = {"felles__har_partner": True, "uforetrygd__konvertert": True}
    juli = date(2026, 7, 1)
    regel = "uforetrygd.minstesats_g"
    ventet = sak["expected"]
    betalt = les(bok, regel, juli, sett_fra=date(2026, 8, 1), **gitt)
    assert betalt == Decimal(ventet["rate_used_july_to_september_2026_g"])
    etter = les(bok, regel, juli, sett_fra=date(2026, 10, 1), **gitt)
    assert etter == Decimal(ventet["rate_from_2026_10_01_g"]) == les(bok, regel, juli, **gitt)


@pytest.mark.parametrize("sak", list(gyldige("uforetrygd.yaml", "fribelop")))
def test_fribelop(bok, sak):
    if "had_uforepensjon_before" in sak["inputs"]:
        gammel, ny = sak["expected"].values()
        for aar, ventet in ((2018, Decimal(gammel)), (2019, None)):
            dag = date(aar, 12, 31)
            ventet = ventet or Decimal(ny) * les(bok, "felles.G", dag)
            assert les(bok, "uforetrygd.fribelop", dag, uforetrygd__konvertert=True) == ventet
        return
    dag = date.fromisoformat(sak["as_of"])
    sjekket = 0
    for navn, ventet in sak["expected"].items():
        vta = "vta" in navn or "bonus" in navn
        ung = dag.replace(year=dag.year - 1) if "1g" not in navn else INNVILGET
        fribelop = les(
            bok,
            "uforetrygd.fribelop",
            dag
            if dag.month >= 5 or "g_kr" not in sak["inputs"]
            else dag.replace(year=dag.year - 1),
            uforetrygd__innvilget=ung,
            uforetrygd__vta=vta,
            felles__G_fra_mai=Decimal(sak["inputs"].get("g_kr", les(bok, "felles.G", dag))),
        )
        if navn == "fribelop_g":
            g = les(bok, "uforetrygd.fribelop_g", dag, uforetrygd__innvilget=ung)
            assert g == Decimal(ventet)
        elif navn.endswith("_1g_kr") and not vta:
            assert Decimal(sak["inputs"]["g_kr"]) == Decimal(ventet)
        elif navn.endswith("_kr"):
            tall = Decimal(ventet)
            assert tall in (
                fribelop,
                hele(fribelop),
                fribelop.quantize(Decimal(1), ROUND_DOWN),
            ), navn
        else:
            continue
        sjekket += 1
    assert sjekket


def test_kim_med_halv_uforetrygd(bok):
    (sak,) = [s for s in gyldige("uforetrygd.yaml", "inntektsreduksjon") if "gradert" in s["id"]]
    g = Decimal(sak["inputs"]["g_kr"])
    bunnfradrag = les(
        bok,
        "uforetrygd.bunnfradrag",
        date(2025, 12, 31),
        uforetrygd__uforegrad=Decimal("0.5"),
        uforetrygd__ieu_g=Decimal(sak["inputs"]["ieu_kr"]) / g,
        uforetrygd__ifu_g=Decimal(sak["inputs"]["full_time_pay_kr"]) / g,
    )
    assert hele(bunnfradrag) == Decimal(sak["expected"]["inntektsgrense_kr"])


@pytest.mark.parametrize(
    ("prosent", "over", "ned"),
    [
        (
            s["inputs"].get("reduksjonsprosent") or s["inputs"]["kompensasjonsgrad"],
            s["inputs"].get("income_over_bunnfradrag_kr") or s["inputs"]["income_over_grense_kr"],
            s["expected"]["reduction_kr"],
        )
        for s in gyldige("uforetrygd.yaml", "inntektsreduksjon")
        if "reduction_kr" in s["expected"]
    ],
)
def test_reduksjonen(bok, prosent, over, ned):
    svar = les(
        bok,
        "uforetrygd.reduksjon",
        date(2026, 12, 31),
        uforetrygd__reduksjonsprosent=Decimal(prosent) / 100,
        uforetrygd__over_bunnfradraget=Decimal(over),
    )
    assert svar == Decimal(ned)


@pytest.mark.parametrize(
    ("ifu", "tak"),
    [
        (s["inputs"]["ifu_oppjustert_kr"], s["expected"]["inntektstak_kr"])
        for s in gyldige("uforetrygd.yaml", "inntektsreduksjon")
        if "inntektstak_kr" in s["expected"]
    ]
    + [
        (s["inputs"]["ifu_kr"], s["expected"]["no_payment_above_kr"])
        for s in gyldige("uforetrygd.yaml", "annet")
        if "no_payment_above_kr" in s["expected"]
    ],
)
def test_inntektstaket_er_strengt(bok, ifu, tak):
    for over, ventet in ((0, True), (1, False)):
        uforetrygd = les(
            bok,
            "uforetrygd.uforetrygd",
            date(2026, 12, 31),
            uforetrygd__oppjustert_ifu=Decimal(ifu),
            uforetrygd__ifu_g=Decimal(4),
            uforetrygd__inntekt_i_aaret=Decimal(tak) + over,
        )
        assert (uforetrygd > 0) is ventet


def test_prosenten_som_ble_70(bok):
    (sak,) = gyldige("uforetrygd.yaml", "reduksjonsprosent")
    aar = date(2026, 12, 31)
    gitt: dict[str, Any] = {
        "uforetrygd__reduksjonsprosent_uten_tak": Decimal(sak["inputs"]["kompensasjonsgrad_before"])
        / 100
    }
    regel = "uforetrygd.reduksjonsprosent"
    ventet = sak["expected"]
    juni = les(bok, regel, aar, sett_fra=date(2026, 6, 30), **gitt)
    juli = les(bok, regel, aar, sett_fra=date(2026, 7, 1), **gitt)
    assert juni * 100 == Decimal(ventet["used_in_payments_until_2026_06_30"])
    assert juli * 100 == Decimal(ventet["used_in_payments_from_2026_07_01"])
    assert les(bok, regel, aar, **gitt) * 100 == Decimal(ventet["used_in_etteroppgjor_2026"])


def test_minste_inntekt_for_uforhet(bok):
    (sak,) = gyldige("uforetrygd.yaml", "minste_ifu")
    regel = "uforetrygd.minste_ifu_g"
    ventet = sak["expected"]
    par: dict[str, Any] = {"felles__har_partner": True}
    assert les(bok, regel, date(2025, 12, 31), **par) == Decimal(ventet["min_ifu_g_before_2026"])
    naa = date(2026, 12, 31)
    assert les(bok, regel, naa, **par) == Decimal(ventet["min_ifu_g_from_2026_01_01"])
    assert les(bok, regel, naa) == Decimal(ventet["single_min_ifu_g"])
    ung = les(bok, regel, naa, uforetrygd__ung_ufor=True)
    assert ung == Decimal(ventet["ung_ufor_min_ifu_g"])
