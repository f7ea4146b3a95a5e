"""Sidene vises i en ekte nettleser én gang, og alle testene ser på det som ble funnet."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.nettleser.ekstrem import ekstrem
from ytelsesrad import Regelbok, Situasjon, gi_raad
from ytelsesrad.beregning import Resultat
from ytelsesrad.visning.html import rapport, side

HER = Path(__file__).parent
ROT = HER.parents[1]
EKSEMPLER = sorted((ROT / "docs" / "eksempler").glob("p*.toml"))
SLAG: dict[str, Callable[[Resultat], str]] = {"side": side, "rapport": rapport}
PAA_ENGELSK = [f"{f.stem}-en" for f in EKSEMPLER]
"""Sider som vises på engelsk også: bare arket er oversatt."""
BEGGE = ("p1", "p4", "ekstrem")
"""Hele svaret leses av skjermleseren også på en telefon for disse. Arket leses for alle."""
NAVN = [*(f.stem for f in EKSEMPLER), "ekstrem"]


@dataclass(frozen=True)
class Vist:
    """En side slik nettleseren viste den, og svaret den skal vise."""

    resultat: Resultat
    html: str
    funn: dict[str, Any]


@pytest.fixture(scope="session")
def viste(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Vist]:
    nettleser = shutil.which("chromium")
    assert nettleser, "Fant ikke chromium. Rett: make test-nettleser"
    assert (HER / "node_modules").is_dir(), "Pakkene mangler. Rett: make test-nettleser"
    mappe = tmp_path_factory.mktemp("sider")
    bok = Regelbok.standard()
    svar: dict[str, Resultat] = {f.stem: gi_raad(Situasjon.les(f, bok), bok) for f in EKSEMPLER}
    svar["ekstrem"] = ekstrem()
    filer = {}
    for navn, resultat in svar.items():
        for slag, lag in SLAG.items():
            filer[navn, slag] = mappe / f"{navn}-{slag}.html"
            filer[navn, slag].write_text(lag(resultat), encoding="utf-8")
    engelsk = bok.paa("en")
    for navn, eksempel in zip(PAA_ENGELSK, EKSEMPLER, strict=True):
        raad = gi_raad(Situasjon.les(eksempel, engelsk), engelsk, grenser=False)
        svar[navn] = raad
        filer[navn, "side"] = mappe / f"{navn}-side.html"
        ark = side(raad)
        filer[navn, "side"].write_text(ark, encoding="utf-8")
    lange = [str(f) for (navn, slag), f in filer.items() if slag == "rapport" and navn not in BEGGE]
    valg = json.dumps(
        {"chromium": nettleser, "sider": [str(f) for f in filer.values()], "lange": lange}
    )
    kjort = subprocess.run(
        ["node", "kjor.mjs", valg],
        cwd=HER,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert kjort.returncode == 0, kjort.stderr
    funn = json.loads(kjort.stdout)
    return {
        (navn, slag): Vist(svar[navn], fil.read_text(encoding="utf-8"), funn[str(fil)])
        for (navn, slag), fil in filer.items()
    }
