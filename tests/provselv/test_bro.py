"""Broen mellom siden og biblioteket, i vanlig Python."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verktoy.nettsted import provselv
from verktoy.nettsted.prov_selv.bro.akse import nytt_navn
from verktoy.nettsted.prov_selv.bro.felt import Felt
from verktoy.nettsted.prov_selv.bro.okt import Okt
from verktoy.nettsted.prov_selv.bro.tomlfil import skriv_fil

from tests.eksempler.personer import svaret
from ytelsesrad import Regelbok, Situasjon, naturlig_linje
from ytelsesrad.kommandolinje.hoved import hoved
from ytelsesrad.lesing import les_toml
from ytelsesrad.visning import som_json

EKSEMPLER = sorted((Path(__file__).parents[2] / "docs" / "eksempler").glob("*.toml"))
TIMER = ["plan", "vist", "jobb", 0, "timer_per_uke"]


@pytest.fixture(scope="session")
def bok() -> Regelbok:
    return Regelbok.standard()


def spor(okt: Okt, gjor: str, **felt: object) -> dict[str, Any]:
    svar: dict[str, Any] = json.loads(okt.gjor(json.dumps({"gjor": gjor, **felt})))
    return svar


def aapnet(bok: Regelbok, navn: str = "p4") -> Okt:
    okt = Okt(bok)
    fil = next(f for f in EKSEMPLER if f.stem == navn)
    spor(okt, "aapne", tekst=fil.read_text(encoding="utf-8"), i_dag="2026-11-21")
    return okt


@cache
def lest(navn: str) -> Okt:
    """En økt som bare blir spurt, og aldri endret."""
    return aapnet(Regelbok.standard(), navn)


# ── Filen ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda f: f.stem)
def test_det_som_lagres_er_det_samme_som_ble_aapnet(fil: Path) -> None:
    data = les_toml(fil.read_text(encoding="utf-8"), "a.toml", "S").data
    assert les_toml(skriv_fil(data), "b.toml", "S").data == data


VERDIER = st.recursive(
    st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.decimals(-(10**6), 10**6, places=2)
    | st.dates(date(1900, 1, 1), date(2199, 12, 31))
    | st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20),
    lambda under: st.dictionaries(st.text("abcæ _-.1", min_size=1, max_size=8), under, max_size=3),
    max_leaves=5,
)
TABELL = st.dictionaries(st.text("abc_", min_size=1, max_size=6), VERDIER, max_size=4)


@given(
    st.fixed_dictionaries(
        {
            "tittel": st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20).map(
                lambda tekst: normalize("NFC", tekst)
            ),
            "person": TABELL,
            "barn": st.lists(TABELL, min_size=1, max_size=3),
            "plan": st.dictionaries(
                st.text("abcæøå 0123,\"'", min_size=1, max_size=12),
                st.fixed_dictionaries({"skatt": TABELL, "jobb": st.lists(TABELL, min_size=1)}),
                max_size=3,
            ),
        }
    )
)
def test_alt_som_kan_staa_i_en_fil_kommer_tilbake(data: dict[str, Any]) -> None:
    assert les_toml(skriv_fil(data), "b.toml", "S").data == data


@pytest.mark.parametrize("navn", ["p1", "p4", "p6"])
def test_kommandoen_leser_filen_som_lagres(
    bok: Regelbok, navn: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fil = tmp_path / "mitt.toml"
    fil.write_text(spor(aapnet(bok, navn), "lagre")["fil"], encoding="utf-8")
    svar = []
    for en in (fil, next(f for f in EKSEMPLER if f.stem == navn)):
        assert hoved(["regn", str(en), "--uten-grenser"]) == 0
        svar.append(capsys.readouterr().out)
    assert svar[0] == svar[1]


def test_filen_sier_hva_hvert_svar_er_svar_paa(bok: Regelbok) -> None:
    fil = spor(aapnet(bok), "lagre")["fil"]
    assert fil.startswith("# Skrevet av «Prøv selv».")
    assert "boutgift = 11500  # Hva" in fil
    assert "timelonn = 236.54  # Hva er timelønnen" in fil


# ── Svaret ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda f: f.stem)
def test_hele_svaret_er_bibliotekets(fil: Path) -> None:
    assert spor(lest(fil.stem), "json")["fil"] == som_json(svaret(fil.stem))


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda f: f.stem)
def test_hvert_tall_i_tabellen_kan_forklares(fil: Path) -> None:
    okt = lest(fil.stem)
    deler = spor(okt, "svar")["deler"]
    steder = [b.partition('"')[0] for b in deler["hoved"].split('data-hvorfor="')[1:]]
    assert len(steder) >= 3
    for sted in steder:
        svar = spor(okt, "hvorfor", fra=sted)
        assert svar["tittel"]
        if sted.endswith("netto:12"):
            assert svar["html"].count("data-hvorfor") >= 2
            continue
        assert "Steg for steg" in svar["html"]
        assert spor(okt, "alt", nr=0)["tekst"]


def test_hver_betaling_i_maaneden_blir_forklart(bok: Regelbok) -> None:
    okt = aapnet(bok)
    spor(okt, "svar")
    svar = spor(okt, "hvorfor", fra="/planer/1/maaneder/3/netto")
    assert svar["tittel"] == "Hva kommer inn i april\u00a02026?"
    assert "Renhold AS betaler" in svar["html"]


def test_bare_den_forste_planen_og_den_som_vises_regnes(bok: Regelbok) -> None:
    okt = aapnet(bok)
    spor(okt, "plan", plan="20 timer i uka")
    tabell = spor(okt, "svar")["deler"]["hoved"]
    assert "20 timer i uka" in tabell
    assert "10 timer i uka" not in tabell


def test_en_plan_til_kan_staa_ved_siden_av(bok: Regelbok) -> None:
    okt = aapnet(bok)
    svar = spor(okt, "plan", plan="20 timer i uka")
    assert (svar["andre"], svar["sammen"]) == (["10 timer i uka"], "")
    assert spor(okt, "sammen", plan="10 timer i uka")["sammen"] == "10 timer i uka"
    tabell = spor(okt, "svar")["deler"]["hoved"]
    assert 0 < tabell.index("10 timer i uka") < tabell.index("20 timer i uka")
    assert spor(okt, "plan", plan="Som nå")["andre"] == []
    assert "20 timer i uka" not in spor(okt, "svar")["deler"]["hoved"]


# ── Det som skyves ──────────────────────────────────────────────────────────────────────────────


def test_den_faste_lonnen_folger_stillingen_og_kommer_tilbake(bok: Regelbok) -> None:
    okt = aapnet(bok, "p10")
    stilling = ["plan", "vist", "jobb", 0, "stillingsprosent"]
    for prosent, lonn in (("30", "11400"), ("0", "0"), ("45", "17100"), ("60", "22800")):
        svar = spor(okt, "endre", sti=stilling, verdi=prosent)
        assert svar["akse"]["vist"] == prosent
        assert f"maanedslonn = {lonn} " in spor(okt, "lagre")["fil"]


def test_vakter_som_varierer_skyves_som_andel_av_planen(bok: Regelbok) -> None:
    okt = aapnet(bok, "p2")
    akse = spor(okt, "alle")["akse"]
    assert (akse["sti"], akse["vist"], akse["hoyst"]) == (["andel"], "100", "150")
    svar = spor(okt, "endre", sti=["andel"], verdi="50")
    assert svar["akse"]["vist"] == "50"
    fil = spor(okt, "lagre")["fil"]
    assert "gjentas = [12.88, 17.12, 25, 9.25]" in fil
    assert "feil" not in spor(okt, "svar")
    spor(okt, "endre", sti=["andel"], verdi="100")
    assert "gjentas = [25.75, 34.25, 50, 18.5]" in spor(okt, "lagre")["fil"]


@pytest.mark.parametrize("fil", EKSEMPLER, ids=lambda f: f.stem)
def test_hver_plan_med_en_linje_har_noe_aa_skyve(bok: Regelbok, fil: Path) -> None:
    okt, situasjon = aapnet(bok, fil.stem), Situasjon.les(fil, bok)
    for plan in situasjon.planer:
        linje = naturlig_linje(situasjon, bok, plan.navn)
        akse = spor(okt, "plan", plan=plan.navn)["akse"]
        assert (akse is None) == (not linje)
        if linje:
            som_andel = akse["sti"] == ["andel"]  # et usikkert tall skyves også som andel
            assert som_andel or linje[0].maate == "verdi"
            assert Decimal(akse["hoyst"]) == (150 if som_andel else linje[0].til)
            assert "<svg" in spor(okt, "grenser")["deler"]["kurve"]


# ── Det som skrives ─────────────────────────────────────────────────────────────────────────────


def test_tall_skrives_som_folk_skriver_dem(bok: Regelbok) -> None:
    felt = Felt(("bostotte", "boutgift"), bok.finn("bostotte.boutgift"))
    assert felt.tolk(" 11 500,50 ") == Decimal("11500.50")
    assert felt.tolk("11\u00a0500") == Decimal(11500)
    assert felt.tolk("") is None
    assert felt.tolk("vet ikke") == "vet ikke"
    assert felt.tolk("11.500") == "11.500"  # elleve eller elleve tusen: biblioteket sier fra


def test_planen_som_heter_etter_timene_folger_dem(bok: Regelbok) -> None:
    okt = aapnet(bok)
    assert spor(okt, "endre", sti=TIMER, verdi="12,5")["plan"] == "12,5 timer i uka"
    assert spor(okt, "endre", sti=TIMER, verdi="tolv")["plan"] == "12,5 timer i uka"
    svar = spor(okt, "endre", sti=TIMER, verdi="20")
    assert svar["planer"] == ["Som nå", "20 timer i uka (2)", "20 timer i uka"]
    assert spor(okt, "endre", sti=TIMER, verdi="9")["planer"][1] == "9 timer i uka"


@pytest.mark.parametrize(
    ("navn", "foer", "etter", "nytt"),
    [
        ("50 prosent stilling", "50", "60", "60 prosent stilling"),
        ("65 prosent med vedtak", "65", "70", "70 prosent med vedtak"),
        ("Kveldsvakter", "10", "12", "Kveldsvakter"),
        ("110 timer", "10", "12", "110 timer"),
        ("10,5 timer", "10", "12", "10,5 timer"),
        ("10 timer", "10", "mange", "10 timer"),
    ],
)
def test_bare_tallet_i_navnet_byttes(navn: str, foer: str, etter: str, nytt: str) -> None:
    assert nytt_navn(navn, foer, etter) == nytt


def test_det_som_staar_ved_siden_av_et_tall_blir_staaende(bok: Regelbok) -> None:
    okt = aapnet(bok)
    spor(okt, "endre", sti=TIMER, verdi="12")
    spor(okt, "endre", sti=["uforetrygd", "ifu_g"], verdi="500 000")
    fil = spor(okt, "lagre")["fil"]
    assert 'timer_per_uke = { verdi = 12, kilde = "antatt" }' in fil
    assert "ifu_g = { kroner = 500000, dato = 2026-05-01 }" in fil  # svart, og ikke lenger antatt


def test_en_feil_peker_paa_feltet_og_er_bibliotekets_egen(bok: Regelbok) -> None:
    okt = aapnet(bok)
    spor(okt, "endre", sti=TIMER, verdi="200")
    (feil,) = spor(okt, "svar")["feil"]
    assert feil["hvor"].startswith("plan.vist.jobb[0].timer_per_uke")
    assert feil["hva"].startswith("Timer i uka kan ikke være 200 timer per uke.")
    assert feil["rett"].startswith("20\n")
    spor(okt, "endre", sti=TIMER, verdi="20")
    assert "feil" not in spor(okt, "svar")


def test_en_fil_med_feil_aapnes_ikke(bok: Regelbok) -> None:
    okt = aapnet(bok)
    for tekst, hva in (
        ("[person]\nfodt = 1", "fodt"),
        ("[person\n", "]"),
        ("{]", "En linje skrives"),
    ):
        (feil,) = spor(okt, "aapne", tekst=tekst, navn="gal.toml", i_dag="2026-11-21")["feil"]
        assert hva in feil["hva"] + feil["rett"]
    assert "Mari" in spor(okt, "lagre")["fil"]


def test_skjemaet_har_sporsmaal_hjelp_og_det_som_er_svart(bok: Regelbok) -> None:
    okt = Okt(bok)
    tekst = EKSEMPLER[0].parent.joinpath("p4.toml").read_text(encoding="utf-8")
    svar = spor(okt, "aapne", tekst=tekst, i_dag="2026-11-21")
    assert svar["planer"] == ["Som nå", "10 timer i uka", "20 timer i uka"]
    assert (svar["akse"]["vist"], svar["akse"]["hoyst"]) == ("10", "40")
    skjema = svar["skjema"]
    assert "Hvor mange prosent ufør er du?" in skjema
    assert "Det står i vedtaket om uføretrygd. Fra 20 til 100, i trinn på 5." in skjema
    assert 'value="490\u00a0000"' in skjema
    assert "Hvor mange timer i uka?" not in skjema  # står ved siden av svaret


# ── De raske spørsmålene ────────────────────────────────────────────────────────────────────────

SVAR = {
    "felles.ytelse_i_dag": "AAP",
    "felles.fodselsdato": "11.2.1992",
    "aap.dagsats_i_vedtaket": "1 200",
    "felles.barn_fodt": "3.10.2016, 24.8.2020",
    "felles.kommune": "Bergen",
    "bostotte.boutgift": "13 200",
    "lonn.aarslonn_full_stilling": "400 000",
    "lonn.stillingsprosent": "40",
}


def besvart(bok: Regelbok, svar: dict[str, str]) -> Okt:
    okt = Okt(bok)
    spor(okt, "tom", i_dag="2026-11-21")
    for sporsmaal, verdi in svar.items():
        spor(okt, "endre", sti=["svar", sporsmaal], verdi=verdi)
    return okt


def test_forst_ett_sporsmaal_saa_resten(bok: Regelbok) -> None:
    okt = Okt(bok)
    tomt = spor(okt, "tom", i_dag="2026-11-21")
    assert tomt["skjema"].count('class="sp"') == 1
    assert tomt["akse"] is None
    etter = spor(okt, "endre", sti=["svar", "felles.ytelse_i_dag"], verdi="AAP")
    assert etter["skjema"].count('class="sp"') == 7
    assert etter["akse"]["nr"] == 8
    assert "Har du barn under 18 år" in etter["skjema"]


def test_flere_svar_faar_hvert_sitt_felt(bok: Regelbok) -> None:
    okt = besvart(bok, SVAR)
    skjema = spor(okt, "endre", sti=["svar", "felles.ytelse_i_dag"], verdi="")["skjema"]
    assert 'value="3.10.2016"' in skjema
    assert 'id="s-felles.barn_fodt-2"' in skjema
    assert 'value="24.8.2020"' in skjema


def test_ingenting_gaar_tapt_paa_vei_til_hele_skjemaet(bok: Regelbok) -> None:
    okt = besvart(bok, SVAR)
    raskt = spor(okt, "svar")["deler"]
    skjema = spor(okt, "alle")["skjema"]
    assert skjema.count('data-regel="felles.barn_fodt"') == 2
    assert spor(okt, "svar")["deler"]["hoved"] == raskt["hoved"]
    assert raskt["antatt"]


def test_svaret_er_grovt_til_det_antatte_er_rettet(bok: Regelbok) -> None:
    okt = besvart(bok, SVAR)
    assert spor(okt, "svar")["grovt"]
    assert spor(okt, "alle")["skjema"].count("Dette er antatt.") == 5
    assert spor(okt, "svar")["grovt"]
    for sti, verdi in (
        (["husstand", "har_partner"], "false"),
        (["aap", "rett_fra"], "2025-02-10"),
        (["person", "meldeperiode_starter"], "2026-01-12"),
        (["barnetrygd", "har_barnetrygd"], "true"),
        (["plan", "vist", "jobb", 0, "start"], "2026-01-12"),
    ):
        spor(okt, "endre", sti=sti, verdi=verdi)
    assert not spor(okt, "svar")["grovt"]
    assert "Grovt" not in spor(okt, "ark")["deler"]["ark"]


def test_det_vi_ikke_vet_har_en_knapp_til_spoersmaalet(bok: Regelbok) -> None:
    okt = besvart(bok, {k: v for k, v in SVAR.items() if k != "felles.kommune"})
    spor(okt, "alle")
    mangler = spor(okt, "svar")["deler"]["mangler"]
    assert 'data-svar="felles.kommune"' in mangler
    assert "<pre" not in mangler


def test_halvt_utfylt_tas_med_til_hele_skjemaet_og_filen(bok: Regelbok) -> None:
    halvt = {k: v for k, v in SVAR.items() if not k.startswith("lonn")}
    okt = besvart(bok, halvt | {"bostotte.boutgift": "mye"})
    fil = les_toml(spor(okt, "lagre")["fil"], "x.toml", "S").data
    assert fil["aap"]["dagsats_i_vedtaket"]["kroner"] == 1200
    assert len(fil["barn"]) == 2
    hele = spor(okt, "alle")
    assert 'value="1\u00a0200"' in hele["skjema"]
    for sporres_igjen in ("bostotte.boutgift", "lonn.stillingsprosent"):
        assert f'data-regel="{sporres_igjen}"' in hele["skjema"]


def test_arket_av_de_raske_sporsmaalene_er_merket_grovt(bok: Regelbok) -> None:
    okt = besvart(bok, SVAR)
    spor(okt, "svar")
    ark = spor(okt, "ark")["deler"]["ark"]
    assert '<span class="merke">Grovt anslag</span>' in ark
    assert "barnetrygd: ja" in ark
    annet = aapnet(bok)
    spor(annet, "svar")
    assert "Grovt" not in spor(annet, "ark")["deler"]["ark"]


def test_et_eksempel_tar_ikke_det_en_selv_har_skrevet(bok: Regelbok) -> None:
    okt = besvart(bok, SVAR)
    mitt = spor(okt, "svar")["deler"]["hoved"]
    for navn in ("p4", "p1"):
        tekst = next(f for f in EKSEMPLER if f.stem == navn).read_text(encoding="utf-8")
        spor(okt, "aapne", tekst=tekst, i_dag="2026-11-21", eksempel=True)
        assert spor(okt, "svar")["deler"]["hoved"] != mitt
    assert spor(okt, "egne", i_dag="2026-11-21")["raskt"]
    assert spor(okt, "svar")["deler"]["hoved"] == mitt
    spor(okt, "tom", i_dag="2026-11-21")
    assert spor(okt, "egne", i_dag="2026-11-21")["akse"] is None


def test_uten_barn_er_det_ingen_ukjente_barn_i_hele_skjemaet(bok: Regelbok) -> None:
    okt = besvart(bok, {k: v for k, v in SVAR.items() if k != "felles.barn_fodt"})
    raskt = spor(okt, "svar")["deler"]["hoved"]
    assert "felles.barn_fodt" not in spor(okt, "alle")["skjema"]
    assert spor(okt, "svar")["deler"]["hoved"] == raskt


# ── Det siden viser før den er i gang ───────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def vises_foerst() -> dict[str, bytes]:
    return provselv.eksempler()


@pytest.mark.parametrize("navn", ["p1", "p4", "p12"])
def test_det_som_vises_foerst_er_det_samme_hvilken_dag_siden_enn_aapnes(
    bok: Regelbok, vises_foerst: dict[str, bytes], navn: str
) -> None:
    forst = json.loads(vises_foerst[f"eksempler/{navn}.json"])
    fil = next(f for f in EKSEMPLER if f.stem == navn)
    for dag in ("2026-01-02", "2027-06-30"):
        okt = Okt(bok)
        tekst = fil.read_text(encoding="utf-8")
        skjema = spor(okt, "aapne", tekst=tekst, navn=fil.name, i_dag=dag, eksempel=True)
        assert {"skjema": skjema, "svar": spor(okt, "svar")} == forst


def test_det_foerste_spoersmaalet_er_det_samme_hver_dag(bok: Regelbok) -> None:
    alle = []
    for dag in ("2025-03-01", "2026-12-01", "2027-12-31"):
        okt = Okt(bok)
        alle.append((spor(okt, "tom", i_dag=dag), spor(okt, "svar")))
    assert alle[0] == alle[1] == alle[2]
