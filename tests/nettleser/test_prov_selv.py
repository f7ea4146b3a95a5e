"""Siden «Prøv selv» i en ekte nettleser: samme svar som Python, ingenting sendt, for alle."""

from __future__ import annotations

import json
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from verktoy.nettsted.prov_selv.bro.okt import Okt

from tests.nettleser.conftest import EKSEMPLER
from tests.nettleser.prov_selv import TIDER, bruk
from ytelsesrad import Regelbok, Situasjon, beregn
from ytelsesrad.lesing import les_toml
from ytelsesrad.sporsmaal import situasjon_av
from ytelsesrad.visning import som_json
from ytelsesrad.visning.tekst.aapning import forste_setning

FILER = {f.stem: f for f in EKSEMPLER}
TIMER = ["plan", "vist", "jobb", 0, "timer_per_uke"]
SVARENE = {
    "felles.ytelse_i_dag": "uføretrygd",
    "uforetrygd.uredusert": "24 461",
    "uforetrygd.innvilget": "mars 2019",
    "felles.kommune": "Oslo",
    "bostotte.boutgift": "11 500",
    "lonn.timelonn": "236,54",
    "lonn.timer_per_uke": "10",
}
FAMILIEN: dict[str, Any] = {
    "felles.ytelse_i_dag": 2,
    "felles.fodselsdato": "11.2.1992",
    "aap.dagsats_i_vedtaket": "1 200",
    "felles.barn_fodt": ["3.10.2016", "24. august 2020"],
    "felles.kommune": "Bergen",
    "bostotte.boutgift": "13 200",
    "lonn.aarslonn_full_stilling": "400 000",
    "lonn.stillingsprosent": "40",
}
"""En på AAP, alene med to barn, som er tilbudt 40 prosent."""
FAMILIENS_SVAR = {
    **{s: v for s, v in FAMILIEN.items() if isinstance(v, str)},
    "felles.ytelse_i_dag": "AAP",
    "felles.barn_fodt": ", ".join(FAMILIEN["felles.barn_fodt"]),
}
Funn = dict[str, Any]


@pytest.fixture(scope="session")
def bok() -> Regelbok:
    return Regelbok.standard()


def spor(okt: Okt, gjor: str, **felt: object) -> dict[str, Any]:
    svar: dict[str, Any] = json.loads(okt.gjor(json.dumps({"gjor": gjor, **felt})))
    return svar


def aapnet(bok: Regelbok, navn: str) -> Okt:
    okt = Okt(bok)
    tekst = FILER[navn].read_text(encoding="utf-8")
    assert "feil" not in spor(okt, "aapne", tekst=tekst, i_dag="2026-11-21")
    return okt


def overskrift(okt: Okt) -> str:
    topp: str = spor(okt, "svar")["deler"]["topp"]
    return topp.partition("<h2>")[2].partition("</h2>")[0]


@pytest.fixture(scope="session")
def funn(tmp_path_factory: pytest.TempPathFactory, bok: Regelbok) -> Funn:
    ark = {navn: spor(aapnet_og_regnet(bok, navn), "ark")["deler"]["ark"] for navn in FILER}
    return bruk(tmp_path_factory.mktemp("nettsted"), ark, SVARENE, FAMILIEN)


def aapnet_og_regnet(bok: Regelbok, navn: str) -> Okt:
    okt = aapnet(bok, navn)
    spor(okt, "svar")
    return okt


def test_eksempelet_vises_foer_siden_er_i_gang_og_det_som_endres_regnes_ut_etterpaa(
    funn: Funn, bok: Regelbok
) -> None:
    forst, okt = funn["forst"], aapnet(bok, "p4")
    assert forst["overskrift"] == overskrift(okt)
    assert forst["laster"]
    assert forst["gammelt"]  # tallene er fra før timene ble endret, og det står der
    spor(okt, "endre", sti=TIMER, verdi="33")
    assert forst["endret"] == {
        "overskrift": overskrift(okt),
        "tall": "33",
        "gammelt": False,
        "laster": False,
    }


@pytest.mark.parametrize("navn", FILER)
def test_svaret_er_det_samme_som_i_python(funn: Funn, bok: Regelbok, navn: str) -> None:
    ventet = som_json(beregn(Situasjon.les(FILER[navn], bok), bok))
    assert funn["svar"][navn]["json"] == ventet


@pytest.mark.parametrize("navn", FILER)
def test_det_som_vises_er_bibliotekets_egne_ord(funn: Funn, bok: Regelbok, navn: str) -> None:
    vist = funn["svar"][navn]
    assert vist["overskrift"] == overskrift(aapnet(bok, navn))
    assert vist["felt"] > 5
    assert vist["likt_ark"]


@pytest.mark.parametrize("navn", FILER)
def test_filen_som_lagres_leses_som_den_som_ble_aapnet(funn: Funn, navn: str) -> None:
    lagret = les_toml(funn["svar"][navn]["fil"], "lagret.toml", "S").data
    assert lagret == les_toml(FILER[navn].read_text(encoding="utf-8"), "x.toml", "S").data


def test_nye_timer_gir_nytt_svar(funn: Funn, bok: Regelbok) -> None:
    okt = aapnet(bok, "p4")
    for endring in funn["endringer"]:
        spor(okt, "endre", sti=TIMER, verdi=endring["timer"])
        assert endring["overskrift"] == overskrift(okt)
        assert endring["timer"] in endring["overskrift"]
        assert endring["glider"] == endring["timer"].replace(",", ".")
        assert endring["linje"] == spor(okt, "svar")["deler"]["linje-sum"]


def test_galt_svar_faar_bibliotekets_melding_ved_feltet(funn: Funn) -> None:
    galt, rettet = funn["feil"]["galt"], funn["feil"]["rettet"]
    assert galt["ved_feltet"].startswith("Timer i uka kan ikke være 200 timer per uke.")
    assert galt["merket"] == "true"
    assert galt["gammelt"]
    assert galt["overskrift"] == funn["endringer"][-1]["overskrift"]
    assert rettet["ved_feltet"] == ""
    assert rettet["merket"] is None
    assert not rettet["gammelt"]
    assert rettet["overskrift"] != galt["overskrift"]


def test_alt_kan_gjores_med_tastaturet(funn: Funn) -> None:
    for felt in ("eksempel", "glider", "tall", "hvor"):
        assert felt in funn["vei"]
    assert "10,5 timer" in funn["med_pil"]
    skuff = funn["skuff"]
    assert skuff["inni"]
    assert skuff["lukket"]
    assert skuff["tilbake"] == "hvor"


def test_forklaringen_aapnes_i_tre_dybder(funn: Funn) -> None:
    skuff = funn["skuff"]
    assert skuff["tittel"].startswith("Lønn")
    assert "Steg for steg" in skuff["tekst"]
    assert "lonn" in skuff["alt"]


def test_ingen_feil_for_skjermlesere(funn: Funn) -> None:
    assert funn["skjermleser"] == {"feil": [], "skuff": [], "bredder": []}


def test_ingen_rulling_sidelengs_paa_telefon_og_ved_dobbel_storrelse(funn: Funn) -> None:
    assert {b: max(0, n) for b, n in funn["rull"].items()} == {"1280": 0, "640": 0, "360": 0}


def test_trykkflatene_er_store_nok(funn: Funn) -> None:
    assert funn["smaa"] == []


def test_telefonen_har_en_linje_med_sum_og_endring(funn: Funn) -> None:
    assert funn["linjen"]["synlig"]
    assert "å leve for" in funn["linjen"]["tekst"]
    assert "+" in funn["linjen"]["tekst"]


def test_ingenting_hentes_fra_andre(funn: Funn) -> None:
    assert len(funn["hentet"]) > 10
    assert {
        u for u in funn["hentet"] if not u.removeprefix("blob:").startswith(funn["adresse"])
    } == set()


@pytest.mark.parametrize("hvor", ["siden", "arbeideren"])
def test_nettleseren_stopper_sending_og_kode_fra_tekst(funn: Funn, hvor: str) -> None:
    stengt = funn["stengt"][hvor]
    assert (stengt["sendt"], stengt["kode"]) == ("ikke sendt", "EvalError")
    assert set(stengt["stoppet"]) == {"connect-src: https://example.org/", "script-src: eval"}


def test_ingenting_lagres(funn: Funn) -> None:
    ingenting = {"local": 0, "session": 0, "databaser": 0, "mellomlager": 0, "kaker": ""}
    assert funn["lagret"] == ingenting


def test_papiret_er_arket_og_bare_det(funn: Funn) -> None:
    assert funn["papir"]["sider"] == 1
    assert "Gjennomgått med" in funn["papir"]["tekst"]
    assert "Begynn med" not in funn["papir"]["tekst"]


def test_en_lagret_fil_kan_aapnes(funn: Funn) -> None:
    """Navnet på planen står i filen, så det er timene som skiller."""
    assert funn["aapnet"] not in ("", funn["svar"]["p4"]["overskrift"])


def test_alt_som_kan_oppgis_kan_legges_til(funn: Funn, bok: Regelbok) -> None:
    lagt_til = funn["lagt_til"]
    assert lagt_til["valg"] == len(bok.inndata)
    navn = lagt_til["regel"].partition(".")[2]
    assert f"{navn} = 500 " in lagt_til["fil"]


def test_en_plan_til_er_en_kopi_med_eget_navn(funn: Funn) -> None:
    assert funn["ny_plan"] == "10 timer i uka (2)"


def test_tre_planer_kan_staa_ved_siden_av_hverandre(funn: Funn) -> None:
    assert "20 timer i uka" in funn["sammen"]["valg"]
    for navn in ("20 timer i uka", "10 timer i uka (2)"):
        assert navn in funn["sammen"]["hode"]


def test_personen_kan_velges_med_adressen_og_bare_den_staar_der(funn: Funn, bok: Regelbok) -> None:
    adressen = funn["adressen"]
    assert adressen["person"] == "p1"
    assert adressen["overskrift"] == overskrift(aapnet(bok, "p1"))
    assert (adressen["valgt"], adressen["toemt"]) == ("#p3", "")


def test_tidene_skrives_saa_de_kan_vises(funn: Funn) -> None:
    tall = json.loads(TIDER.read_text(encoding="utf-8"))
    assert tall["forste_svar_ms"] == round(funn["tider"]["forste_svar"])
    assert tall["ny_verdi_ms"] > 0
    assert tall["nedlasting_byte"] > tall["nedlasting_pakket_byte"] > 0


def test_toem_glemmer_alt_og_begynner_med_sporsmaalene(funn: Funn) -> None:
    toemt = funn["toemt"]
    assert toemt["fil"].strip() == ""
    assert not toemt["svar"]
    assert toemt["felt"] == ""
    assert toemt["venter"] == "Svaret kommer her. Vi mangler: Hva får du fra Nav i dag?"


def test_hoyst_atte_sporsmaal_gir_et_grovt_svar(funn: Funn, bok: Regelbok) -> None:
    raskt = funn["raskt"]
    assert raskt["antall"] <= 8
    assert raskt["merket"]
    assert raskt["antatt"] > 3
    assert raskt["skjerp"].startswith("Dette spørsmålet skjerper svaret mest: ")
    neste = bok.inndata[raskt["neste"]].inndata
    assert neste is not None
    assert neste.sporsmaal in raskt["skjerp"]
    assert raskt["alle"] > 8
    resultat = beregn(Situasjon.les(raskt["fil"], bok), bok)
    assert raskt["overskrift"] == forste_setning(resultat).rstrip(".")


# ── En på AAP med to barn: fra første felt til papiret ──────────────────────────────────────────


@pytest.fixture(scope="session")
def familien(funn: Funn, bok: Regelbok) -> Okt:
    """Den samme økten i vanlig Python, samme dag."""
    dag = json.loads(funn["familie"]["json"])["meta"]["regnedato"]
    okt = Okt(bok)
    spor(okt, "tom", i_dag=dag)
    for sporsmaal, svar in FAMILIENS_SVAR.items():
        spor(okt, "endre", sti=["svar", sporsmaal], verdi=svar)
    spor(okt, "svar")
    return okt


def test_atte_sporsmaal_gir_familien_et_svar_uten_feil(funn: Funn, familien: Okt) -> None:
    familie = funn["familie"]
    assert familie["forst"] == 1
    assert len(familie["sporsmaal"]) == 7
    assert any("barn under 18 år" in s for s in familie["sporsmaal"])
    assert familie["feil"] == ""
    assert familie["overskrift"] == overskrift(familien)
    assert familie["skjermlesere"] == []


def test_familiens_tall_er_de_samme_som_i_python(funn: Funn, bok: Regelbok) -> None:
    skrevet = funn["familie"]["json"]
    dag = date.fromisoformat(json.loads(skrevet)["meta"]["regnedato"])
    assert skrevet == som_json(beregn(situasjon_av(bok, FAMILIENS_SVAR, dag), bok))
    assert "Barnetrygd" in skrevet


def test_familiens_ark_er_ett_og_merket_som_grovt(funn: Funn, familien: Okt) -> None:
    familie = funn["familie"]
    assert familie["sider"] == 1
    assert familie["ark"] == _bare_tekst(spor(familien, "ark")["deler"]["ark"])
    assert familie["ark"].startswith("Grovt anslag")
    assert "barnetrygd: ja" in familie["ark"]


def test_det_som_skrives_mens_siden_regner_blir_staaende(funn: Funn) -> None:
    """Fødselsdatoen gir nye spørsmål. Svaret på den kommer mens det neste skrives."""
    fodt, dagsats = list(FAMILIEN)[1:3]
    assert funn["tregt"] == {
        fodt: FAMILIEN[fodt],
        dagsats: FAMILIEN[dagsats],
        "staar_i": f"s-{dagsats}",
    }


def test_uten_svar_er_det_ikke_noe_aa_skrive_ut(funn: Funn) -> None:
    familie = funn["familie"]
    assert set(familie["knapper_uten_svar"]) == {"skriv-ut", "lagre-svar"}
    assert set(familie["galt"]["knapper"]) == {"skriv-ut", "lagre-svar"}
    assert familie["galt"]["ark"] == ""


def test_tilbake_i_nettleseren_gir_egne_svar_og_hele_skjemaet_har_dem(funn: Funn) -> None:
    familie = funn["familie"]
    assert familie["tilbake"] == {"overskrift": familie["overskrift"], "raskt": True}
    assert familie["alle"]["overskrift"] == familie["overskrift"]
    assert familie["alle"]["barn"] == ["2016-10-03", "2020-08-24"]


def _bare_tekst(html: str) -> str:
    leser = _Tekst()
    leser.feed(html)
    return "".join(leser.biter)


class _Tekst(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.biter: list[str] = []

    def handle_data(self, data: str) -> None:
        self.biter.append(data)


def test_siden_sier_hva_den_gjor_mens_den_laster(funn: Funn) -> None:
    assert "Henter Python …" in funn["meldinger"]
    assert "Leser reglene …" in funn["meldinger"]


def test_rett_fra_en_mappe_staar_det_hva_en_skal_gjore(funn: Funn) -> None:
    assert "make vis" in funn["fra_mappe"]


def test_ingenting_uventet(funn: Funn) -> None:
    assert [x for x in funn["uventet"] if "Content Security Policy" not in x] == []
