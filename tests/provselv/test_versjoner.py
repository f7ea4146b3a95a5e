"""Det som kjører i nettleseren, er de samme versjonene som alt annet prøves med."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

ROT = Path(__file__).parents[2]
MAPPE = ROT / "verktoy" / "nettsted" / "prov_selv"
PROVD = tomllib.loads((MAPPE / "versjoner.toml").read_text(encoding="utf-8"))["provd"]
_KRAV = re.compile(r"(?m)^([\w.-]+)==(\S+)(?: --hash=sha256:([0-9a-f]{64}))?$")


def krav(fil: Path) -> dict[str, tuple[str, str]]:
    treff = _KRAV.findall(fil.read_text(encoding="utf-8"))
    return {navn.replace("-", "_").lower(): (versjon, sum_) for navn, versjon, sum_ in treff}


def test_nettleseren_har_de_samme_pakkene_som_kravene() -> None:
    alle, i_nettleseren = krav(ROT / "krav.txt"), krav(MAPPE / "krav-nettleser.txt")
    assert {n: v for n, (v, _) in i_nettleseren.items()} == {n: alle[n][0] for n in i_nettleseren}
    assert all(sum_ for _, sum_ in i_nettleseren.values())


def test_de_tre_som_maa_passe_sammen_er_de_som_er_proevd() -> None:
    i_nettleseren = krav(MAPPE / "krav-nettleser.txt")
    laas = json.loads((MAPPE / "package-lock.json").read_text(encoding="utf-8"))
    assert PROVD["pydantic"] == i_nettleseren["pydantic"][0]
    assert PROVD["pydantic_core"] == i_nettleseren["pydantic_core"][0]
    assert PROVD["pyodide"] == laas["packages"]["node_modules/pyodide"]["version"]


def test_pakkene_hentes_for_den_abi_en_som_er_proevd() -> None:
    make = (ROT / "Makefile").read_text(encoding="utf-8")
    assert f"pyemscripten_{PROVD['abi']}_wasm32" in make
    assert f"--python-version {''.join(PROVD['python'].split('.')[:2])} " in make
