"""CSV, regneark, Vega-Lite og skriving til fil."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import altair
import pytest
from stripeland_mira import mira

from ytelsesrad import Regelbok, Situasjon, beregn
from ytelsesrad.beregning import Resultat
from ytelsesrad.kommandolinje import hoved
from ytelsesrad.visning.figurer import som_vega
from ytelsesrad.visning.regneark import regneark
from ytelsesrad.visning.svar_csv import svar_csv, ufarlig

Capsys = pytest.CaptureFixture[str]
P4 = Path(__file__).resolve().parents[2] / "docs" / "eksempler" / "p4.toml"


@pytest.fixture(scope="module")
def mari() -> Resultat:
    bok = Regelbok.standard()
    return beregn(Situasjon.les(P4, bok), bok)


def test_csv_for_programmer_har_alle_maanedene(mari: Resultat) -> None:
    rader = list(csv.DictReader(io.StringIO(svar_csv(mari))))
    assert len(rader) == sum(len(p.maaneder) for p in mari.planer)
    for rad, m in zip(rader, (m for p in mari.planer for m in p.maaneder), strict=True):
        netto = sum(Decimal(v) for k, v in rad.items() if k.endswith("_netto"))
        assert Decimal(rad["netto"]) == netto == m.netto
        assert rad["maaned"] == m.maaned


def test_csv_for_norsk_regneark_sier_det_samme(mari: Resultat) -> None:
    tekst = svar_csv(mari, "betalinger", regneark=True)
    assert tekst.startswith("\ufeffPlan;På konto;")
    rader = list(csv.reader(io.StringIO(tekst[1:]), delimiter=";"))[1:]
    andre = list(csv.reader(io.StringIO(svar_csv(mari, "betalinger"))))[1:]
    assert [[c.replace(",", ".") for c in r] for r in rader] == [
        [c.replace(",", ".") for c in r] for r in andre
    ]


@pytest.mark.parametrize("tekst", ["=1+1", "+47", "-x", "@SUM(A1)", "\t=1", "\r=1"])
def test_tekst_blir_aldri_en_formel(tekst: str) -> None:
    assert ufarlig(tekst) == f"'{tekst}"
    assert ufarlig(f"a{tekst}") == f"a{tekst}"


def test_regnearket_har_de_samme_tallene(mari: Resultat) -> None:
    bok = zipfile.ZipFile(io.BytesIO(regneark(mari)))
    ark = ElementTree.fromstring(bok.read("xl/worksheets/sheet3.xml"))
    rom = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    tall = [
        Decimal(c.findtext(f"{rom}v") or "0")
        for c in ark.iter(f"{rom}c")
        if (c.get("r") or "").startswith("J") and c.get("t") != "s"
    ]
    assert tall == [b.netto for p in mari.planer for b in p.betalinger]
    assert not list(ark.iter(f"{rom}f"))
    assert regneark(mari) == regneark(mari)


def test_vega_er_gyldig(mari: Resultat) -> None:
    figurer = json.loads(som_vega(mari))
    assert len(figurer) == 5  # månedene i tre planer, og forskjellen for to av dem
    for vega in figurer:
        altair.Chart.from_dict(vega).to_dict()
    summer = {v["maaned"]: 0 for v in figurer[1]["layer"][0]["data"]["values"]}
    for v in figurer[1]["layer"][0]["data"]["values"]:
        summer[v["maaned"]] += v["kroner"]
    for m in mari.planer[1].maaneder:
        assert abs(summer[m.maaned] - m.netto) <= 2


def test_skriver_hele_filen_eller_ingenting(tmp_path: Path, capsys: Capsys) -> None:
    fil = tmp_path / "svar.html"
    assert hoved(["regn", str(P4), "--format", "html-side", "--til", str(fil)]) == 0
    forst = fil.read_bytes()
    assert forst.startswith(b"<!doctype html>")
    assert b"Mari" not in forst
    assert hoved(["regn", str(P4), "--format", "html-side", "--til", str(fil)]) == 0
    assert fil.read_bytes() == forst
    assert [f.name for f in tmp_path.iterdir()] == ["svar.html"]
    assert hoved(["regn", str(P4), "--til", str(tmp_path / "finnes ikke" / "x.txt")]) == 2
    assert "Rett: velg en mappe som finnes" in capsys.readouterr().err


def test_mangler_pakken_sies_det_hva_en_skal_installere(
    monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert hoved(["regn", str(P4), "--format", "regneark"]) == 2
    feil = capsys.readouterr().err
    assert "Et regneark trenger pakken «xlsxwriter», og den er ikke installert." in feil
    assert "Rett: pip install 'ytelsesrad[regneark]'" in feil


def test_feil_plan_paa_siden(capsys: Capsys) -> None:
    assert hoved(["regn", str(P4), "--format", "html-side", "--vis-plan", "40 timer"]) == 2
    assert "Planen «40 timer» finnes ikke. Velg blant «Som nå»" in capsys.readouterr().err


def test_stripeland_vises_ogsaa() -> None:
    assert svar_csv(mira(), "aar").count("\r\n") > 3
