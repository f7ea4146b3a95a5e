"""Nettstedet i en ekte nettleser, rett fra mappen: for alle, på stor og liten skjerm, uten nett."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.husregler.kode import ROT
from tests.nettsted.conftest import bygg

HER = Path(__file__).parent
SIDER = (
    "index.html",
    "regler/uforetrygd/reduksjon.html",
    "regler/satser.html",
    "regler/ikke-med.html",
    "regler/betalinger.html",
    "eksempler/index.html",
    "eksempler/p4.html",
    "eksempler/uforetrygd.html",
    "endringer/index.html",
    "ord/index.html",
    "ord/misforstaaelser.html",
    "slik-gjor-du/legg-til-en-ytelse.html",
    "referanse/python.html",
    "referanse/hva-raadet-skal-dekke.html",
    "for-utviklere/index.html",
)
SOK = "bunnfradrag"
TEMAETS: dict[str, str] = {}
"""Feil i temaet som vi ikke kan rette: begynnelsen av feilen → grunnen. Ingen i dag."""


@pytest.fixture(scope="module")
def funn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    nettleser = shutil.which("chromium")
    assert nettleser, "Fant ikke chromium. Rett: make test-nettleser"
    bygd = os.environ.get("NETTSTED")
    mappe = ROT / bygd if bygd else bygg(tmp_path_factory.mktemp("nettsted") / "site", "0").ferdig()
    valg = {"chromium": nettleser, "sider": [str(mappe / s) for s in SIDER], "sok": SOK}
    kjort = subprocess.run(
        ["node", "nettsted.mjs", json.dumps(valg)],
        cwd=HER,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert kjort.returncode == 0, kjort.stderr
    return {str(n).removeprefix(f"{mappe}/"): f for n, f in json.loads(kjort.stdout).items()}


@pytest.mark.parametrize("side", [*SIDER, "sok"])
def test_ingen_feil_for_skjermlesere(funn: dict[str, Any], side: str) -> None:
    assert [f for f in funn[side]["feil"] if not f.startswith(tuple(TEMAETS))] == []


@pytest.mark.parametrize("side", [*SIDER, "sok"])
def test_ingen_rulling_sidelengs_og_ingenting_hentes(funn: dict[str, Any], side: str) -> None:
    assert {b: max(0, n) for b, n in funn[side]["rull"].items()} == {"1280": 0, "360": 0}
    assert funn[side]["hentet"] == []
    assert funn[side]["uventet"] == []


def test_soket_viser_ordet_forst(funn: dict[str, Any]) -> None:
    assert funn["sok"]["treff"][:2] == ["Ord og begreper", SOK]
