"""Pakken slik den blir installert: reglene er med, og svaret er det samme som i prosjektet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROSJEKT = Path(__file__).resolve().parent.parent.parent
EKSEMPEL = PROSJEKT / "docs" / "eksempler" / "p4.toml"
FRA_PYTHON = """
import sys
from ytelsesrad import Regelbok, Situasjon, gi_raad
from ytelsesrad.visning import svar
bok = Regelbok.standard()
print(svar(gi_raad(Situasjon.les(sys.argv[1], bok), bok)))
"""


@pytest.fixture(scope="module")
def pakket_ut(tmp_path_factory) -> Path:
    mappe = tmp_path_factory.mktemp("hjul")
    bygg = f"from hatchling.build import build_wheel; print(build_wheel({str(mappe)!r}))"
    svar = subprocess.run(
        [sys.executable, "-c", bygg], cwd=PROSJEKT, capture_output=True, text=True, check=True
    )
    hjul = mappe / svar.stdout.split()[-1]
    with zipfile.ZipFile(hjul) as arkiv:
        arkiv.extractall(mappe / "ut")
    return mappe / "ut"


def kjor(pakke: Path, *argumenter: str) -> str:
    miljo = {**os.environ, "PYTHONPATH": str(pakke), "PYTHONUTF8": "1"}
    svar = subprocess.run(
        [sys.executable, *argumenter],
        cwd=pakke.parent,
        env=miljo,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return svar.stdout.strip()


def test_reglene_og_typene_er_med(pakket_ut):
    assert (pakket_ut / "ytelsesrad" / "py.typed").is_file()
    med = {
        p.relative_to(pakket_ut / "ytelsesrad" / "rules")
        for p in (pakket_ut / "ytelsesrad" / "rules").rglob("*.toml")
    }
    i_prosjektet = {p.relative_to(PROSJEKT / "rules") for p in (PROSJEKT / "rules").rglob("*.toml")}
    assert med == i_prosjektet
    assert not list(pakket_ut.rglob("tests"))


def test_samme_svar_fra_kommandolinjen_og_fra_python(pakket_ut):
    fra_hjulet = kjor(pakket_ut, "-m", "ytelsesrad", "regn", str(EKSEMPEL))
    fra_prosjektet = kjor(PROSJEKT / "src", "-m", "ytelsesrad", "regn", str(EKSEMPEL))
    assert "MED 10 TIMER I UKA" in fra_hjulet
    assert kjor(pakket_ut, "-c", FRA_PYTHON, str(EKSEMPEL)) == fra_hjulet
    # versjonen av pakken kan mangle i mappen; alt annet er likt, også regelsettets hash
    assert fra_hjulet == fra_prosjektet


FERDIG_LEST = """
from ytelsesrad import Regelbok
bok = Regelbok.standard()
print(len(bok.samling.regler), not isinstance(bok.program.bok.traer, dict))
"""


def test_regelboken_i_hjulet_er_ferdig_lest_til_en_fil_er_endret(pakket_ut):
    for_ = kjor(pakket_ut, "-c", FERDIG_LEST).split()
    assert for_[1] == "True"
    regel = next((pakket_ut / "ytelsesrad" / "rules" / "felles").glob("*.toml"))
    opprinnelig = regel.read_bytes()
    try:
        regel.write_bytes(opprinnelig + b"\n")
        assert kjor(pakket_ut, "-c", FERDIG_LEST).split() == [for_[0], "False"]
    finally:
        regel.write_bytes(opprinnelig)


def test_den_ferdige_regelboken_er_data(pakket_ut):
    fil = pakket_ut / "ytelsesrad" / "rules" / "ferdig.jsonl"
    linjer = fil.read_text(encoding="utf-8").split("\n")
    assert len(linjer) > 1000
    for linje in linjer:
        json.loads(linje)
