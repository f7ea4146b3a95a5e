"""Den raske veien: høyst åtte spørsmål, i rekkefølge, og bare det svarene fører til."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.raad.lite_land import land
from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.sporsmaal import (
    Sporsmaal,
    antakelser,
    data_av,
    data_saa_langt,
    neste_sporsmaal,
    situasjon_av,
    situasjonsfil,
    sjekk_svar,
    sporsmaalene,
)

DAG = date(2026, 11, 21)
UFOR = {
    "felles.ytelse_i_dag": "uføretrygd",
    "uforetrygd.uredusert": "24 461",
    "uforetrygd.innvilget": "mars 2019",
    "felles.barn_fodt": "ingen",
    "felles.kommune": "Oslo",
    "bostotte.boutgift": "11 500",
    "lonn.timelonn": "236,54",
    "lonn.timer_per_uke": "10",
}
AAP = {
    "felles.ytelse_i_dag": "AAP",
    "felles.fodselsdato": "12. april 1999",
    "aap.dagsats_i_vedtaket": "1 071,91",
    "felles.barn_fodt": "3.10.2016 og 24. august 2020",
    "felles.kommune": "Drammen",
    "bostotte.boutgift": "0",
    "lonn.aarslonn_full_stilling": "400 000",
    "lonn.stillingsprosent": "50 %",
}


def veien(bok: Regelbok, svar: dict[str, str], dag: date = DAG) -> Iterator[Sporsmaal]:
    """Spørsmålene etter hverandre når de besvares slik."""
    gitt: dict[str, str] = {}
    while (s := neste_sporsmaal(bok, gitt, dag)) is not None:
        yield s
        gitt[s.id] = svar[s.id]


@pytest.mark.parametrize("svar", [UFOR, AAP], ids=["uføretrygd", "AAP"])
def test_spoer_i_rekkefolge_og_hoeyst_aatte(bok: Regelbok, svar: dict[str, str]) -> None:
    stilt = list(veien(bok, svar))
    assert [s.id for s in stilt] == list(svar)
    assert [s.nr for s in stilt] == list(range(1, 9))
    assert [s.ved_svaret for s in stilt] == [False] * 7 + [True]


def test_aldri_flere_enn_aatte_paa_noen_vei(bok: Regelbok) -> None:
    (forste,) = sporsmaalene(bok, {}, DAG)[:1]
    assert forste.tekst == "Hva får du fra Nav i dag?"
    for valg in forste.valg:
        assert len(sporsmaalene(bok, {forste.id: valg.verdi}, DAG)) <= 8


def test_hvert_spoersmaal_sier_hva_en_skal_gjoere(bok: Regelbok) -> None:
    for svar in (UFOR, AAP):
        for s in veien(bok, svar):
            assert s.tekst.endswith("?")
            assert s.hjelp
            assert s.eksempel or s.staar_i or s.valg


def test_barna_blir_medlemmer_og_foelger_med_i_alt(bok: Regelbok) -> None:
    data = data_av(bok, AAP, DAG)
    assert data["barn"] == [{"barn_fodt": date(2016, 10, 3)}, {"barn_fodt": date(2020, 8, 24)}]
    assert data["barnetrygd"]["har_barnetrygd"] == {"verdi": True, "kilde": "antatt"}
    uten = data_av(bok, {**AAP, "felles.barn_fodt": "ingen"}, DAG)
    assert "barn" not in uten
    assert "barnetrygd" not in uten
    med_barn, alene = (
        {x.ytelse: x.gjort_opp or 0 for x in beregn(s, bok).planer[0].aar[0].linjer}
        for s in (Situasjon.fra_dict(data, bok), Situasjon.fra_dict(uten, bok))
    )
    assert med_barn["aap"] > alene["aap"]  # barnetillegget
    assert med_barn["barnetrygd"] > 0


@pytest.mark.parametrize(
    ("svar", "antall"),
    [
        ("ingen", 0),
        ("Nei", 0),
        ("ingen barn", 0),
        ("3.10.2016", 1),
        ("3.10.2016, 24.8.2020", 2),
        ("3. oktober 2016; 24. august 2020 og 1.1.2024", 3),
        (", ".join(["30. september 2016"] * 15), 15),
    ],
)
def test_flere_svar_skrives_som_folk_gjoer(bok: Regelbok, svar: str, antall: int) -> None:
    data = data_av(bok, {**AAP, "felles.barn_fodt": svar}, DAG)
    assert len(data.get("barn", [])) == antall


def test_ett_galt_blant_flere_sies_for_seg(bok: Regelbok) -> None:
    (feil,) = sjekk_svar(bok, {**AAP, "felles.barn_fodt": "3.10.2016, i fjor"}, DAG)
    assert feil.hva == "«i fjor» er ikke en dato."
    assert feil.rett


def test_uten_svar_er_det_ingen_og_det_staar_blant_det_antatte(bok: Regelbok) -> None:
    svar = {**AAP, "felles.barn_fodt": "vet ikke"}
    antatt = {a.inndata: a for a in antakelser(bok, svar, DAG)}
    assert (antatt["felles.barn_fodt"].tittel, antatt["felles.barn_fodt"].verdi) == (
        "Barn",
        "ingen",
    )
    besvart = {a.inndata for a in antakelser(bok, {**AAP, "felles.barn_fodt": "nei"}, DAG)}
    assert "felles.barn_fodt" not in besvart


def test_det_som_er_svart_saa_langt_tas_med_videre(bok: Regelbok) -> None:
    svar = {k: v for k, v in AAP.items() if not k.startswith(("lonn", "bostotte"))}
    data = data_saa_langt(bok, {**svar, "felles.kommune": ""}, DAG)
    assert data["aap"]["dagsats_i_vedtaket"] == {"kroner": Decimal("1071.91"), "dato": DAG}
    assert len(data["barn"]) == 2
    assert "kommune" not in data["person"]


@pytest.mark.parametrize(
    ("felt", "svar", "del_av_hva"),
    [
        ("felles.ytelse_i_dag", "ufør", None),
        ("felles.ytelse_i_dag", "pensjon", "ikke en av mulighetene"),
        ("uforetrygd.uredusert", "mye", "«mye» er ikke et tall"),
        ("uforetrygd.uredusert", "99 999", "kan ikke være"),
        ("uforetrygd.innvilget", "i fjor", "ikke en dato"),
        ("uforetrygd.innvilget", "31. februar 2019", "finnes ikke"),
        ("lonn.timer_per_uke", "90", "kan ikke være"),
        ("lonn.timer_per_uke", "vet ikke", "må vi vite"),
        ("lonn.timer_per_uke", "NaN", "ikke et tall"),
    ],
)
def test_galt_svar_faar_en_melding_og_spoerres_paa_nytt(
    bok: Regelbok, felt: str, svar: str, del_av_hva: str | None
) -> None:
    feil = sjekk_svar(bok, {**UFOR, felt: svar}, DAG)
    if del_av_hva is None:
        assert feil == ()
        return
    assert [f.sporsmaal for f in feil] == [felt]
    assert del_av_hva in feil[0].hva
    assert feil[0].rett
    igjen = neste_sporsmaal(bok, {**UFOR, felt: svar}, DAG)
    assert igjen is not None
    assert igjen.id == felt
    with pytest.raises(Feilsamling):
        situasjon_av(bok, {**UFOR, felt: svar}, DAG)


def test_et_barn_som_ikke_kan_vaere_foedt_sies(bok: Regelbok) -> None:
    feil = sjekk_svar(bok, {**AAP, "felles.barn_fodt": "3.10.2016, 5. mai 2300"}, DAG)
    assert [f.sporsmaal for f in feil] == ["felles.barn_fodt"]


def test_svar_paa_noe_som_ikke_finnes_sies(bok: Regelbok) -> None:
    (feil,) = sjekk_svar(bok, {"hva.somhelst": "1"}, DAG)
    assert feil.sporsmaal == "hva.somhelst"


def test_et_svar_som_ikke_hoerer_til_veien_brukes_ikke(bok: Regelbok) -> None:
    data = data_av(bok, {**UFOR, "lonn.stillingsprosent": "50"}, DAG)
    assert "stillingsprosent" not in str(data)


# ── Situasjonen ─────────────────────────────────────────────────────────────────────────────────


def test_svarene_gir_en_situasjon(bok: Regelbok) -> None:
    data = data_av(bok, UFOR, DAG)
    assert data["uforetrygd"]["ifu_g"] == {
        "kroner": Decimal("477921.5"),
        "dato": DAG,
        "kilde": "antatt",
    }
    assert data["uforetrygd"]["innvilget"] == date(2019, 3, 1)
    assert data["uforetrygd"]["uforegrad"] == {"verdi": Decimal(100), "kilde": "antatt"}
    assert list(data["plan"]) == ["Som nå", "10 timer i uka"]
    (jobb,) = data["plan"]["10 timer i uka"]["jobb"]
    assert jobb["timer_per_uke"] == 10
    assert jobb["start"] == {"verdi": date(2026, 1, 1), "kilde": "antatt"}


def test_alt_som_er_antatt_er_merket_slik(bok: Regelbok) -> None:
    svar = {**UFOR, "felles.barn_fodt": "vet ikke"}
    antatt = {a.inndata: a for a in antakelser(bok, svar, DAG)}
    assert set(antatt) == {
        "felles.barn_fodt",
        "felles.har_partner",
        "lonn.start",
        "uforetrygd.ifu_g",
        "uforetrygd.uforegrad",
        "uforetrygd.uredusert",
    }
    samme = antatt.pop("uforetrygd.uredusert")  # er svart på, men tas for å gjelde hele året
    assert samme.verdi.startswith("samme beløp hele året")
    assert antatt["uforetrygd.ifu_g"].verdi == "477\u00a0922\u00a0kroner"
    assert all(a.fordi for a in antatt.values())
    resultat = beregn(situasjon_av(bok, svar, DAG), bok)
    kilder = {f.inndata: f.kilde for f in resultat.planer[1].forutsetninger}
    assert all(kilder[i] == "antatt" for i in antatt if i in kilder)
    assert kilder["uforetrygd.uredusert"] == "opplyst"


@pytest.mark.parametrize("svar", [UFOR, AAP], ids=["uføretrygd", "AAP"])
def test_filen_er_den_samme_situasjonen(bok: Regelbok, svar: dict[str, str]) -> None:
    fil = situasjonsfil(bok, svar, DAG)
    fra_fil = beregn(Situasjon.les(fil, bok), bok)
    assert fra_fil == beregn(situasjon_av(bok, svar, DAG), bok)
    assert "grovt anslag" in fil


def test_den_raske_veien_gir_det_samme_som_hele_filen(bok: Regelbok, rot: Any) -> None:
    """Sam har minste AAP: dagsatsen i kroner gir de samme tallene som vedtaket om minste ytelse."""
    hele = beregn(Situasjon.les(rot / "docs" / "eksempler" / "p1.toml", bok), bok)
    rask = beregn(situasjon_av(bok, {**AAP, "felles.barn_fodt": "ingen"}, DAG), bok)
    assert rask.planer[0].aar[0].gjort_opp_netto == hele.planer[0].aar[0].gjort_opp_netto


def test_ingen_av_delene_gir_bare_loenn_og_skatt(bok: Regelbok) -> None:
    svar = {
        "felles.ytelse_i_dag": "ingen av delene",
        "felles.barn_fodt": "ingen",
        "felles.kommune": "Oslo",
        "bostotte.boutgift": "0",
        "lonn.timelonn": "236,54",
        "lonn.timer_per_uke": "10",
    }
    assert [s.id for s in veien(bok, svar)] == list(svar)
    naa, plan = beregn(situasjon_av(bok, svar, DAG), bok).planer
    assert naa.aar[0].gjort_opp_netto == 0
    assert {x.ytelse for x in plan.aar[0].linjer if x.gjort_opp} == {"lonn", "skatt"}


# ── Et oppfunnet land: spørsmålene kommer fra reglene, og fra ingen andre ───────────────────────

LAND_DAG = date(2031, 1, 15)


def test_et_annet_land_har_sine_egne_spoersmaal() -> None:
    bok = land()
    svar = {"felles.slags": "stub", "stub.full_stub": "vet ikke", "slit.timer": "40"}
    stilt = list(veien(bok, svar, LAND_DAG))
    assert [s.tekst for s in stilt] == [
        "Hva får du?",
        "Hvor mye stub får du?",
        "Hvor mange timer?",
    ]
    assert stilt[1].ellers == "9\u00a0000\u00a0kroner (det er vanlig)"
    assert stilt[1].enhet == "kroner per måned"
    assert stilt[1].staar_i == "stubbrevet"
    data = data_av(bok, svar, LAND_DAG)
    assert data["stub"]["stub_fra"] == {"verdi": date(2030, 1, 1), "kilde": "antatt"}
    assert list(data["plan"]) == ["Som nå", "40 timer i måneden"]


def test_et_annet_valg_gir_en_annen_vei() -> None:
    stilt = list(veien(land(), {"felles.slags": "ingenting"}, LAND_DAG))
    assert [s.id for s in stilt] == ["felles.slags"]
    data = data_av(land(), {"felles.slags": "2"}, LAND_DAG)
    assert data["felles" if "felles" in data else "person"] == {"slags": "ingenting"}
    assert "stub" not in data
