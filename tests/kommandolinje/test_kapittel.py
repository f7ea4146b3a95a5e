"""Kommandoen «kapittel»: alle reglene i en mappe, og noen av dem langs en inntekt."""

from __future__ import annotations

import csv
import io
import json

import pytest

from ytelsesrad.kommandolinje import hoved


@pytest.fixture
def kjor(capsys):
    def _kjor(*argumenter: str) -> tuple[int, str, str]:
        kode = hoved(["kapittel", *argumenter])
        ut = capsys.readouterr()
        return kode, ut.out.replace("\u00a0", " "), ut.err.replace("\u00a0", " ")

    return _kjor


SKATT = ("skatt", "--dato", "2026", "--gitt", "lonnsinntekt=300000")


def test_delene_og_summen_staar_under_hverandre(kjor):
    kode, ut, feil = kjor(*SKATT)
    assert (kode, feil) == (0, "")
    linjer = [" ".join(linje.split()) for linje in ut.splitlines()]
    assert "Gitt: inntekt som skattlegges som lønn 300 000 kroner." in linjer
    i = linjer.index("Skatt og trygdeavgift i året (antatt) 43 803 kroner")
    assert linjer[i + 1 : i + 4] == [
        "+ skatt på alminnelig inntekt 19 747 kroner",
        "+ trinnskatt 1 256 kroner",
        "+ trygdeavgift 22 800 kroner",
    ]
    assert "Trekk etter tabell (antatt) 4 520 kroner" in linjer


def test_bare_det_som_bygger_paa_det_som_er_gitt(kjor):
    noe, alt = kjor(*SKATT)[1], kjor(*SKATT, "--alle")[1]
    assert "Personfradrag" not in noe
    assert "Skatteoppgjør" not in noe  # det er ingen betalinger å trekke av
    assert "Personfradrag" in alt
    assert "Skatteoppgjør" in alt


def test_setningene(kjor):
    assert "Minstefradraget er 95 700 kroner" not in kjor(*SKATT)[1]
    assert "Minstefradraget er 95 700 kroner" in kjor(*SKATT, "--setninger")[1]


def test_med_en_jobb_er_det_betalinger_og_et_oppgjor(kjor):
    ut = kjor(
        "skatt", "--dato", "2026", "--gitt", "lonn.maanedslonn=20000", "lonn.start=2026-01-01"
    )[1]
    assert "Skatteoppgjør" in ut
    assert "Av 100 kroner mer i lønn i 2026" in ut


@pytest.mark.parametrize("bredde", ["60", "80", "100"])
def test_ingen_linje_er_for_bred(kjor, bredde):
    ut = kjor(*SKATT, "--bredde", bredde, "--setninger")[1]
    assert max(map(len, ut.splitlines())) <= int(bredde)


def test_json(kjor):
    data = json.loads(kjor(*SKATT, "--format", "json")[1])
    assert data["dato"] == "2026-12-31"
    regler = {r["regel"]: r for r in data["regler"]}
    skatt = regler["skatt.skatt"]
    assert (skatt["verdi"], skatt["enhet"], skatt["merker"]) == ("43803", "kr/år", ["antatt"])
    assert sum(int(x["verdi"]) for x in skatt["ledd"]) == 43803
    assert skatt["setning"].replace("\u00a0", " ").startswith("Skatten for 2026 blir 43 803 kroner")
    assert regler["skatt.marginalskatt"]["verdi"] == "31.3"
    assert regler["skatt.lonnsinntekt"]["gitt"] is True


def test_csv(kjor):
    rader = list(csv.DictReader(io.StringIO(kjor(*SKATT, "--format", "csv")[1])))
    assert {r["regel"]: r["verdi"] for r in rader}["skatt.trygdeavgift"] == "22800"


LANGS = ("skatt", "--dato", "2026", "--langs", "lonnsinntekt")


def test_langs_en_inntekt(kjor):
    kode, ut, _ = kjor(*LANGS, "--fra", "100000", "--til", "300000", "--steg", "100000")
    rader = [linje.split("  ") for linje in ut.splitlines()[1:]]
    tall = [[c.strip() for c in r if c.strip()] for r in rader if r[-1].strip()[-1:].isdigit()]
    assert kode == 0
    assert tall == [
        ["100 000", "0", "0", "88", "88", "15,1"],
        ["200 000", "0", "0", "15 200", "15 200", "28,6"],
        ["300 000", "19 747", "1 256", "22 800", "43 803"],
    ]


def test_langs_som_data(kjor):
    argumenter = (*LANGS, "--fra", "300000", "--til", "302000", "--steg", "1000")
    vis = ("--vis", "skatt", "marginalskatt")
    data = json.loads(kjor(*argumenter, *vis, "--format", "json")[1])
    assert [k["regel"] for k in data["kolonner"]] == ["skatt.skatt", "skatt.marginalskatt"]
    assert data["rader"][0] == {
        "x": "300000",
        "verdier": ["43803", "31.3"],
        "endring": ["0.313", "0"],
    }
    assert data["rader"][-1]["endring"] == [None, None]
    rader = list(csv.reader(io.StringIO(kjor(*argumenter, *vis, "--format", "csv")[1])))
    assert rader[0][:3] == ["skatt.lonnsinntekt", "skatt.skatt", "skatt.marginalskatt"]
    assert rader[1] == ["300000", "43803", "31.3", "0.313", "0"]


@pytest.mark.parametrize("mappe", ["uforetrygd", "aap", "lonn", "felles"])
def test_andre_kapitler(kjor, mappe):
    kode, _, feil = kjor(mappe, "--dato", "2026")
    assert (kode, feil) in ((0, ""), (3, ""))


def test_uten_svar_sier_hva_som_mangler(kjor):
    ut = kjor("uforetrygd", "--dato", "2026", "--gitt", "uforegrad=50")[1]
    assert "Uten svar" in ut
    assert "mangler" in ut


@pytest.mark.parametrize(
    ("argumenter", "ventet"),
    [
        (["skat", "--dato", "2026"], "Kapitlet «skat» finnes ikke. Mente du «skatt»?"),
        (["skatt", "--dato", "2023"], "Reglene svarer for 1. januar 2024 til 31. desember 2027"),
        ([*LANGS], "Tabellen trenger --fra, --til og --steg."),
        ([*LANGS, "--fra", "10", "--til", "0", "--steg", "1"], "Steget må være over 0"),
        ([*LANGS, "--fra", "0", "--til", "9", "--steg", "0"], "Steget må være over 0"),
        ([*LANGS, "--fra", "0", "--til", "9999", "--steg", "1"], "Vi viser høyst 2000."),
        ([*LANGS, "--fra", "null"], "er ikke et tall vi kan bruke"),
        (
            [
                "skatt",
                "--dato",
                "2026",
                "--langs",
                "i_tiltakssonen",
                *"--fra 0 --til 1 --steg 1".split(),
            ],
            "Bare tall kan gå fra noe til noe.",
        ),
        ([*SKATT, "tabellnummer=8005"], "Tabell 8005 finnes ikke i 2026."),
        ([*SKATT, "tabellnummer=6000"], "skal være minst 7 100 og høyst 9 400"),
        ([*SKATT, "trekkprosent=55"], "55 prosent er mer enn noen betaler"),
        ([*SKATT, "frikortbelop=120000"], "Et frikort kan ikke være på 120 000 kroner."),
        (["helse", *"--dato 2026 --langs x --fra 0 --til 1 --steg 1".split()], "finnes ikke"),
    ],
)
def test_feil_sier_hva_som_er_galt(kjor, argumenter, ventet):
    kode, ut, feil = kjor(*argumenter)
    assert kode == 2
    assert ut == ""
    assert ventet in " ".join(feil.split())
    assert "Traceback" not in feil


def test_en_hoy_prosent_som_er_sjekket_blir_brukt(kjor):
    assert kjor(*SKATT, "trekkprosent=55", "prosent_er_sjekket=ja")[0] == 0
