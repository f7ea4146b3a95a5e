"""Kommandoen som egen prosess: tegnsett, lukkede strømmer, og feil i programmet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROT = Path(__file__).resolve().parent.parent.parent
P4 = ROT / "docs" / "eksempler" / "p4.toml"
START = "import sys; from ytelsesrad.kommandolinje.prosess import start; sys.exit(start())"


def kjor(*argumenter: str, kode: str = START, **felt):
    miljo = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-c", kode, *argumenter], env=miljo, stderr=subprocess.PIPE, **felt
    )


def test_innlest_tekst_er_utf8_uansett_hvordan_maskinen_er_satt_opp():
    svar = kjor("regn", "-", "--uten-grenser", input=P4.read_bytes(), stdout=subprocess.PIPE)
    fil = kjor("regn", str(P4), "--uten-grenser", stdout=subprocess.PIPE)
    assert svar.returncode == 0
    assert svar.stdout == fil.stdout
    assert "Å LEVE FOR" in svar.stdout.decode()


def test_innlest_tekst_i_et_annet_tegnsett_er_en_feil():
    innhold = P4.read_text(encoding="utf-8").encode("cp1252", "replace")
    svar = kjor("regn", "-", input=innhold, stdout=subprocess.PIPE)
    assert svar.returncode == 2
    assert "Filen er ikke lagret som UTF-8" in svar.stderr.decode()


@pytest.mark.parametrize("kode", [START, START.replace("sys;", "sys; sys.stdout = None;")])
def test_et_svar_som_ikke_kan_skrives_er_en_feil(kode):
    with Path("/dev/full" if Path("/dev/full").exists() else os.devnull).open("wb") as full:
        svar = kjor("regel", "skatt.personfradrag", "--dato", "2026", kode=kode, stdout=full)
    feil = svar.stderr.decode()
    if kode != START or Path("/dev/full").exists():
        assert svar.returncode == 2
        assert "Rett: " in feil
    assert "Traceback" not in feil


def test_en_feil_i_selve_programmet_sies_uten_det_som_er_lagt_inn():
    kode = (
        "import sys; from ytelsesrad.kommandolinje import prosess\n"
        "def hoved(): raise KeyError('Kari Nordmann')\n"
        "prosess.hoved = hoved\nsys.exit(prosess.start())"
    )
    svar = kjor(kode=kode, stdout=subprocess.PIPE)
    feil = svar.stderr.decode()
    assert svar.returncode == 3
    assert feil.startswith("Noe gikk galt i selve programmet (KeyError i ")
    assert "Nordmann" not in feil
    assert "Rett: meld feilen" in feil
