"""Ordene i svarene: det personen må få vite, står der, og det som ikke gjelder, står der ikke."""

from __future__ import annotations

import pytest

from tests.eksempler.personer import NAVN, svaret
from ytelsesrad.visning import som_json
from ytelsesrad.visning.tekst import forste_setning
from ytelsesrad.visning.tekst.planer import viktigst_forst


def meldinger(navn: str, plan: str) -> dict[str, str]:
    """Meldingene i en plan, etter navn."""
    funnet = next(p for p in svaret(navn).planer if p.navn == plan)
    return {m.id: m.tekst.replace("\u00a0", " ") for m in funnet.meldinger}


@pytest.mark.parametrize("navn", NAVN)
def test_ingen_setning_har_hull(navn: str) -> None:
    tekster = [m.tekst for p in svaret(navn).planer for m in p.meldinger]
    assert [t for t in tekster if "ukjent" in t or "{" in t] == []


@pytest.mark.parametrize(("navn", "aar"), [("p5", [2027, 2026]), ("p7", [2027, 2026])])
def test_det_forste_hele_aaret_med_jobben_kommer_forst(navn: str, aar: list[int]) -> None:
    assert viktigst_forst(svaret(navn)) == aar
    assert f"i måneden i {aar[0]}" in forste_setning(svaret(navn)).replace("\u00a0", " ")


@pytest.mark.parametrize("navn", ["p1", "p4", "p8", "p12"])
def test_er_det_bare_ett_aar_er_det_det(navn: str) -> None:
    assert viktigst_forst(svaret(navn)) == [2026]


@pytest.mark.parametrize(("navn", "plan"), [("p5", "20 prosent stilling"), ("p7", "Full jobb")])
def test_feriepenger_er_ikke_andre_ytelser(navn: str, plan: str) -> None:
    assert "uforetrygd.ytelser_teller_som_inntekt" not in meldinger(navn, plan)


def test_kim_faar_ikke_hore_om_margin_naar_noen_kort_er_over_taket() -> None:
    alle, byttet = meldinger("p2", "Alle vaktene"), meldinger("p2", "Vakter byttet")
    assert "aap.over_taket" in alle
    assert alle.keys().isdisjoint({"aap.god_margin", "aap.liten_margin", "aap.ingen_margin"})
    assert "bare 0,5 timer igjen" in byttet["aap.liten_margin"]


def test_ali_faar_vite_naar_de_to_aarene_er_gaatt() -> None:
    tekster = meldinger("p5", "20 prosent stilling")
    assert "Fra 1. mars 2027 har du hatt uføretrygd i to år" in tekster["uforetrygd.snart_to_aar"]
    assert "122 894 kroner i 2027" in tekster["uforetrygd.to_aar_i_aar"]


def test_per_kan_verne_maanedene_for_jobben_og_komme_tilbake() -> None:
    overtid = meldinger("p7", "Full jobb med overtid")
    # januar til april: 4 · 27 431 = 109 724
    assert "omtrent 109 700 kroner" in overtid["uforetrygd.arbeidsforsok_kan_verne"]
    assert "uforetrygd.over_inntektstaket" in overtid
    assert "31. desember 2036" in " ".join(meldinger("p7", "Full jobb").values())


@pytest.mark.parametrize("ord_", ["LAR", "rus", "diagnose", "Lar-"])
def test_helsen_til_per_staar_ikke_i_svaret(ord_: str) -> None:
    ordene = som_json(svaret("p7")).replace('"', " ").replace(",", " ").replace(".", " ").split()
    assert ord_ not in ordene


def test_siri_har_ikke_ny_rett_til_sykepenger_for_26_uker_etter_aap() -> None:
    # 30. april 2027 er siste dag med AAP. 26 uker fra 1. mai er 30. oktober
    tekster = meldinger("p10", "60 prosent, syk i høst")
    assert "30. oktober 2027" in tekster["sykepenger.ny_rett_etter_aap"]
    assert "sykepenger.ikke_sykepenger_fra_nav" in tekster
    assert "AAP-perioden går ut 30. april 2027" in tekster["aap.perioden_gaar_ut"]


def test_jo_faar_vite_at_nav_kan_godkjenne_laeretiden() -> None:
    uten, som_tiltak = meldinger("p11", "Lære uten tiltak"), meldinger("p11", "Lære som tiltak")
    assert "høyst 60 prosent" in uten["aap.larling_som_tiltak"]
    assert "aap.sok_opptrapping" not in uten
    assert "aap.larling_som_tiltak" not in som_tiltak
    assert "aap.larling_paa_tiltak" in som_tiltak


def test_ane_faar_vite_om_endringene_i_2026() -> None:
    tekster = meldinger("p12", "12 timer i uka")
    assert "3,3 til 3,5" in tekster["uforetrygd.ifu_er_loftet"]
    assert "mer uføretrygd i oktober" in tekster["uforetrygd.minstesats_ned_og_tilbake"]
    assert svaret("p12").planer[1].advarsler == ()
