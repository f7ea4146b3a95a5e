"""Modellene fra Python og fra JSON."""

from __future__ import annotations

import copy
import json
import pickle
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from ytelsesrad import Feilsamling, Jobb, Plan, Situasjon


def feilene(situasjon, land):
    with pytest.raises(Feilsamling) as samling:
        situasjon.alle_gitt(land)
    return samling.value.feil


@pytest.fixture
def situasjon() -> Situasjon:
    return Situasjon(
        regnedato=date(2026, 11, 21),
        person={"oy": {date(2025, 1, 1): "A", date(2026, 8, 1): "B"}},
        husstand={"har_partner": False},
        ytelser={"fyrlys": {"grad": 70, "gitt_fra": date(2019, 3, 1), "meldt": {2026: 5}}},
        jobber=[Jobb(start="2020-01-01", timer=10, timelonn=236.54)],
        medlemmer={"barn": [{"barn_fodt": date(2011, 9, 14)}]},
        planer=[
            Plan(navn="Som nå"),
            Plan(
                navn="10 timer",
                jobber=[Jobb(start=date(2026, 1, 1), timer=10, timelonn="236.54")],
                verdier={"fyrlys": {"grunnlag": Decimal("3.4")}},
            ),
        ],
    )


def test_tall_er_noyaktige_uansett_hvordan_de_er_skrevet(situasjon, land):
    gitt = {(o.regel, o.medlem): o for o in situasjon.gitt(land, "10 timer").verdier}
    assert gitt["fangst.timelonn", 0].alltid == Decimal("236.54")
    assert gitt["fangst.timelonn", 1].alltid == Decimal("236.54")
    assert gitt["fyrlys.grunnlag", None].alltid == Decimal("3.4")
    assert gitt["fyrlys.grad", None].alltid == Decimal("0.7")
    assert gitt["fangst.start", 0].alltid == date(2020, 1, 1)
    assert gitt["fyrlys.meldt", None].perioder[0].verdi == 5
    assert [f.verdi for f in gitt["felles.oy", None].fra] == ["A", "B"]


def test_json_har_tall_som_tekst_og_kan_leses_igjen(situasjon, land):
    tekst = situasjon.model_dump_json()
    assert '"timelonn":"236.54"' in tekst
    igjen = Situasjon.model_validate_json(tekst)
    assert igjen.alle_gitt(land) == situasjon.alle_gitt(land)


def test_modellene_kan_ikke_endres(situasjon):
    with pytest.raises(ValidationError):
        situasjon.tittel = "x"
    with pytest.raises(ValidationError):
        situasjon.jobber[0].timer = 3


def test_det_som_endres_etterpaa_endrer_ikke_situasjonen(land):
    fyrlys = {"grunnlag": 3}
    situasjon = Situasjon(ytelser={"fyrlys": fyrlys})
    fyrlys["grunnlag"] = 99
    assert situasjon.gitt(land, "Som nå").verdier[0].alltid == 3


@pytest.mark.parametrize(
    ("felt", "sted"),
    [
        ({"person": {"fodtt": 1}}, "person.fodtt"),
        ({"husstand": {"har_partner": "ja"}}, "husstand.har_partner"),
        ({"ytelser": {"fyrlys": {"grunnlag": 7}}}, "ytelser.fyrlys.grunnlag"),
        ({"ytelser": {"fyrlyss": {"grunnlag": 7}}}, "ytelser.fyrlyss"),
        ({"jobber": [Jobb(), Jobb(timer=200)]}, "jobber[1].timer"),
        ({"medlemmer": {"barn": [{"barn_fodt": 3}]}}, "medlemmer.barn[0].barn_fodt"),
        ({"medlemmer": {"brn": [{}]}}, "medlemmer.brn[0]"),
        ({"planer": [Plan(navn="A"), Plan(navn="B", jobber=[Jobb(timelon=5)])]},
         "planer[1].jobber[0].timelon"),
        ({"planer": [Plan(navn="A", verdier={"fyrlys": {"grunnlag": {"verdi": 7}}})]},
         "planer[0].verdier.fyrlys.grunnlag.verdi"),
        ({"planer": [Plan(navn="A", medlemmer={"barn": [{"x": 1}]})]},
         "planer[0].medlemmer.barn[0].x"),
    ],
)  # fmt: skip
def test_feil_sier_hvilket_felt(felt, sted, land):
    (feil,) = feilene(Situasjon(**felt), land)
    assert feil.sted.hvor == sted
    assert feil.sted.fil == "Situasjon"


def test_to_planer_med_samme_navn(land):
    (feil,) = feilene(Situasjon(planer=[Plan(navn="A"), Plan(navn="A")]), land)
    assert (feil.kode, "To planer heter «A»" in feil.hva) == ("S12", True)


@pytest.mark.parametrize(
    "tall", [float("nan"), float("inf"), Decimal("NaN"), "1e999", Decimal(10) ** 20]
)
def test_tall_som_ikke_kan_brukes(tall, land):
    (feil,) = feilene(Situasjon(ytelser={"fyrlys": {"utbetalt": tall}}), land)
    assert feil.kode == "S07"


@pytest.mark.parametrize("verdi", [None, object(), b"x", {1, 2}, [[[[[[[[1]]]]]]]]])
def test_verdier_av_andre_slag(verdi, land):
    (feil,) = feilene(Situasjon(ytelser={"fyrlys": {"utbetalt": verdi}}), land)
    assert feil.kode == "S03"


@pytest.mark.parametrize(
    ("lag", "kode", "hvor", "hva", "rett"),
    [
        (
            lambda: Situasjon(tittl="Kari"),
            "S01",
            "tittl",
            "Feltet «tittl» finnes ikke. Mente du «tittel»?",
            "tittel = …",
        ),
        (
            lambda: Situasjon(planer=[{"nvn": "A", "navn": "A"}]),
            "S01",
            "planer[0].nvn",
            "Feltet «nvn» finnes ikke. Mente du «navn»?",
            "navn = …",
        ),
        (lambda: Plan(**{}), "S05", "navn", "Dette mangler.", ""),
        (lambda: Plan(navn=3), "S03", "navn", "Her må det stå tekst.", ""),
        (lambda: Plan(navn=""), "S12", "navn", "Teksten er tom.", ""),
        (
            lambda: Plan(navn="a" * 201),
            "S02",
            "navn",
            "Teksten er for lang (høyst 200 tegn).",
            "",
        ),
        (
            lambda: Situasjon(person=3),
            "S03",
            "person",
            "Her må det stå en dict med opplysninger.",
            "",
        ),
        (
            lambda: Situasjon(regnedato="21.11.2026"),
            "S16",
            "regnedato",
            "Her må det stå en dag: en date, eller tekst med året først (2026-11-21).",
            "",
        ),
        (
            lambda: Situasjon(planer=[Plan(navn=str(nr)) for nr in range(21)]),
            "S02",
            "planer",
            "Her er det for mange: høyst 20.",
            "",
        ),
        (
            lambda: Situasjon(konstruert="ja da"),
            "S03",
            "konstruert",
            "Her må det stå True eller False.",
            "",
        ),
        (
            lambda: Situasjon(planer=["A"]),
            "S03",
            "planer[0]",
            "Her må det stå et objekt av riktig slag, eller en dict.",
            "",
        ),
        (lambda: Situasjon(planer=7), "S03", "planer", "Her må det stå en liste.", ""),
    ],
)
def test_feil_i_selve_modellen_er_en_feil_som_de_andre(lag, kode, hvor, hva, rett):
    with pytest.raises(Feilsamling) as samling:
        lag()
    (feil,) = samling.value.feil
    assert (feil.kode, feil.sted.hvor, feil.hva, feil.rett) == (kode, hvor, hva, rett)


def test_feil_i_selve_modellen_viser_ikke_verdien():
    with pytest.raises(Feilsamling) as feil:
        Situasjon(tittl="Kari Nordmann")
    assert "Nordmann" not in str(feil.value)


@pytest.mark.parametrize("data", [None, [], "hei", 3])
def test_data_som_ikke_er_en_tabell(data, land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.fra_dict(data, land)
    (feil,) = samling.value.feil
    assert feil.kode == "S03"
    assert feil.hva.startswith(
        "Situasjonen er en tabell med opplysninger (et objekt i JSON), ikke "
    )


def test_to_like_situasjoner_er_like_uansett_hvor_de_kommer_fra(situasjon, land):
    data = json.loads(json.dumps(DATA))
    lest = Situasjon.fra_dict(data, land)
    assert lest == Situasjon.fra_dict(data, land)
    assert pickle.loads(pickle.dumps(lest)) == copy.deepcopy(lest) == lest
    assert lest != situasjon


def test_bokstaver_som_er_satt_sammen_paa_en_annen_maate_er_de_samme(land):
    delt = unicodedata.normalize("NFD", "Som nå")
    assert delt != "Som nå"
    (plan,) = Situasjon.fra_dict({"regnedato": "2026-11-21", "plan": {delt: {}}}, land).planer
    assert plan.navn == "Som nå"
    (plan,) = Situasjon.les(f'regnedato = 2026-11-21\n[plan."{delt}"]\n', land).planer
    assert plan.navn == "Som nå"
    assert Plan(navn=delt).navn == "Som nå"


DATA = {
    "regnedato": "2026-11-21",
    "person": {"fodt": "1981-02-14"},
    "fyrlys": {"grad": "70", "gitt_fra": "2019-03-01"},
    "jobb": [{"start": "2020-01-01", "timer": 10.5}],
    "plan": {"Som nå": {}, "B": {"jobb": [{"start": "2027-01-01"}]}},
}


def test_fra_dict_leser_json(land):
    situasjon = Situasjon.fra_dict(json.loads(json.dumps(DATA)), land)
    assert situasjon.regnedato == date(2026, 11, 21)
    gitt = {(o.regel, o.medlem): o.alltid for o in situasjon.gitt(land, "B").verdier}
    assert gitt == {
        ("felles.fodt", None): date(1981, 2, 14),
        ("fyrlys.grad", None): Decimal("0.7"),
        ("fyrlys.gitt_fra", None): date(2019, 3, 1),
        ("fangst.start", 0): date(2020, 1, 1),
        ("fangst.timer", 0): Decimal("10.5"),
        ("fangst.start", 1): date(2027, 1, 1),
    }


@pytest.mark.parametrize(
    ("data", "kode", "sted"),
    [
        ({"regnedato": "21.11.2026"}, "S09", "regnedato"),
        ({"regnedato": "2026-02-30"}, "S09", "regnedato"),
        ({"person": {"fodt": "2026-02-30"}}, "S09", "person.fodt"),
        ({"person": {"fodt": "14.02.1981"}}, "S09", "person.fodt"),
        ({"plan": {"10 timer": {"jobb": [{"timer": "mange"}]}}}, "S03",
         'plan."10 timer".jobb[0].timer'),
        ({"plan": {"": {}}}, "S12", 'plan.""'),
        ({"barn": "x"}, "S01", "barn"),
    ],
)  # fmt: skip
def test_fra_dict_sier_hvor_det_er_galt(data, kode, sted, land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.fra_dict(data, land)
    (feil,) = samling.value.feil
    assert (feil.kode, feil.sted.hvor) == (kode, sted)


def test_les_tar_fil_og_tekst(tmp_path, land):
    fil = tmp_path / "mari.toml"
    fil.write_text("[fyrlys]\ngrunnlag = 9\n", encoding="utf-8")
    for kilde, navn in ((fil, "mari.toml"), (str(fil), "mari.toml"), ("fyrlys.grunnlag = 9", "s")):
        with pytest.raises(Feilsamling) as samling:
            Situasjon.les(kilde, land)
        assert samling.value.feil[0].sted.fil.startswith(navn)
    with pytest.raises(FileNotFoundError):
        Situasjon.les(tmp_path / "finnes_ikke.toml", land)
