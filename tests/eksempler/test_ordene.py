"""Ordene i svarene: det personen må få vite, står der, og det som ikke gjelder, står der ikke."""

from __future__ import annotations

import pytest

from tests.eksempler.personer import MAPPE, NAVN, regelbok, svaret
from ytelsesrad import Situasjon, beregn
from ytelsesrad.raad import gi_raad
from ytelsesrad.visning import som_json
from ytelsesrad.visning.tekst import forste_setning
from ytelsesrad.visning.tekst.aapning import videre
from ytelsesrad.visning.tekst.mangler import spurt
from ytelsesrad.visning.tekst.overraskelser import overraskelsene
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


def _overrasker(navn: str) -> list[str]:
    fil = MAPPE / f"{navn}.toml"
    raad = gi_raad(Situasjon.les(fil, regelbok()), regelbok(), grenser=False)
    alle = [
        t for v in (True, False) for t, _ in overraskelsene(raad, raad.overraskelser, viktige=v)
    ]
    return [t.replace("\u00a0", " ") for t in alle]


def test_per_hoerer_ikke_om_et_oppgjoer_som_bare_er_avrunding() -> None:
    # tolv måneder rundet av til hele kroner kan gi høyst seks kroner
    oppgjor = [o for p in svaret("p7").planer for a in p.aar for o in a.oppgjor]
    assert [o.belop for o in oppgjor if o.bare_avrunding] == [-1, -1, -4]
    assert [t for t in _overrasker("p7") if "betale 1 krone" in t or "betale 4 kroner" in t] == []
    assert any("138 500 kroner" in t for t in _overrasker("p7"))


@pytest.mark.parametrize("navn", ["p1", "p4", "p7"])
def test_ingen_linje_staar_to_ganger(navn: str) -> None:
    linjer = _overrasker(navn)
    assert len(linjer) == len(set(linjer))


def test_raadet_om_rettigheter_nevner_ikke_det_personen_har() -> None:
    nor, lea = meldinger("p3", "40 prosent stilling"), meldinger("p8", "10 timer i uka")
    assert "bostotte.sjekk_bostotte" not in nor
    assert "uforetrygd.sjekk_barnetillegg" not in lea
    assert "bostotte.sjekk_bostotte" in lea
    assert "bostøtte" not in nor["helse.kan_du_ha_rett_til_mer"]


def test_det_som_mangler_sier_hvilken_maaned() -> None:
    tekst = (MAPPE / "p9.toml").read_text(encoding="utf-8")
    uten_mai = tekst.replace("{ 2025-11-01 = 0, 2026-06-01 = 1_500,", "{ 2026-06-01 = 1_500,")
    assert uten_mai != tekst
    svar = beregn(Situasjon.les(uten_mai, regelbok()), regelbok())
    (mangel,) = svar.planer[1].mangler
    assert mangel.perioder == ("2026-05",)
    assert "Det mangler for mai 2026." in spurt(mangel).replace("\u00a0", " ")


def _tre_aar(navn: str, fra: str, til: str) -> str:
    linjer = (MAPPE / f"{navn}.toml").read_text(encoding="utf-8").splitlines()
    nye = {"fra ": f"fra = {fra}", "til ": f"til = {til}"}
    tekst = "\n".join(nye.get(linje[:4], linje) for linje in linjer) + "\n"
    svar = beregn(Situasjon.les(tekst, regelbok()), regelbok())
    return " ".join([forste_setning(svar), *videre(svar)]).replace("\u00a0", " ")


def test_det_samme_i_flere_aar_sies_en_gang() -> None:
    tekst = _tre_aar("p7", "2026-01-01", "2028-12-31")
    assert "i måneden i 2027. I 2026 får du" in tekst
    assert "Uføretrygden stanser for hele 2027 og 2028, fordi" in tekst
    assert tekst.count("Retten består") == 1


def test_aar_foer_jobben_begynner_nevnes_ikke() -> None:
    tekst = _tre_aar("p5", "2025-01-01", "2027-12-31")
    assert "2025" not in tekst
    assert "I 2026 får du omtrent 1 500 kroner mer i måneden, i snitt for hele året." in tekst
