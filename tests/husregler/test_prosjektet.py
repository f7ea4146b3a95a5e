"""README, Makefile, versjoner og lister stemmer med hverandre."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from tests.husregler.kode import ROT
from ytelsesrad.beregning.versjon import __version__

PROSJEKT = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))
MAKE = (ROT / "Makefile").read_text(encoding="utf-8")


def kommandoer_i(tekst: str, overskrift: str) -> list[str]:
    """Linjene i kodeblokkene for skall under en overskrift."""
    del_ = re.split(r"(?m)^## ", tekst.split(f"\n## {overskrift}\n", 1)[1])[0]
    blokker = re.findall(r"```(?:sh|console|bash)\n(.*?)```", del_, re.DOTALL)
    return [linje.strip() for blokk in blokker for linje in blokk.splitlines() if linje.strip()]


def maal_i(makefil: str) -> set[str]:
    """Målene i en Makefile som en kan be om."""
    phony = re.search(r"(?m)^\.PHONY:(.*)$", makefil)
    erklaert = set(phony.group(1).split()) if phony else set()
    return {m for m in erklaert if re.search(rf"(?m)^{re.escape(m)}:", makefil)}


def test_readme_har_noyaktig_to_kommandoer() -> None:
    kommandoer = kommandoer_i((ROT / "README.md").read_text(encoding="utf-8"), "Kom i gang")
    assert kommandoer == ["make eksempel", "make test"]


def test_make_har_alt_som_er_nevnt() -> None:
    maal = maal_i(MAKE)
    assert {"eksempel", "test", "docs", "bench", "ren"} <= maal
    for side in ("README.md", "CONTRIBUTING.md", ".ci/run", "docs/for-utviklere/bygg.md"):
        tekst = (ROT / side).read_text(encoding="utf-8")
        assert set(re.findall(r"`?make ([a-zæøå-]+)", tekst)) <= maal, side


def test_hjelpen_i_makefile_har_alle_maal() -> None:
    hjelp = set(re.findall(r'@echo "make ([\w-]+)', MAKE))
    assert hjelp == maal_i(MAKE) - {"hjelp"}


def test_readme_og_makefile_kan_leses_feil() -> None:
    tekst = "# x\n\n## Kom i gang\n\n```sh\nmake a\nmake b\n```\n\n## B\n\n```sh\nmake c\n```\n"
    assert kommandoer_i(tekst, "Kom i gang") == ["make a", "make b"]
    assert maal_i(".PHONY: a b\na:\n\techo\nc:\n") == {"a"}


def test_ci_kjorer_det_samme() -> None:
    ci = ROT / ".ci" / "run"
    assert "steg test" in ci.read_text(encoding="utf-8")
    assert ci.stat().st_mode & 0o111, ".ci/run kan ikke kjøres"


# ── Versjoner ───────────────────────────────────────────────────────────────────────────────────


def laast() -> dict[str, str]:
    """Pakke → versjon i krav.txt."""
    linjer = (ROT / "krav.txt").read_text(encoding="utf-8").splitlines()
    par = (linje.split("==") for linje in linjer if linje and not linje.startswith("#"))
    return {navn.lower().replace("_", "-"): versjon for navn, versjon in par}


def utenfor(krav: list[str], laaste: dict[str, str]) -> list[str]:
    """Krav som mangler i det som er låst, eller er låst til noe kravet ikke tillater."""
    svar = []
    for tekst in krav:
        k = Requirement(tekst)
        versjon = laaste.get(k.name.lower().replace("_", "-"))
        if k.name != PROSJEKT["project"]["name"] and (
            versjon is None or not k.specifier.contains(versjon)
        ):
            svar.append(tekst)
    return svar


def test_krav_passer_med_grensene() -> None:
    p = PROSJEKT["project"]
    ekstra = [k for liste in p["optional-dependencies"].values() for k in liste]
    assert (
        utenfor([*p["dependencies"], *ekstra, *PROSJEKT["build-system"]["requires"]], laast()) == []
    )


def test_kravsjekken_kan_feile() -> None:
    assert utenfor(["a>=2", "b<2", "c"], {"a": "1.0", "b": "1.0"}) == ["a>=2", "c"]


def test_bare_to_avhengigheter() -> None:
    navn = {Requirement(k).name for k in PROSJEKT["project"]["dependencies"]}
    assert navn == {"pydantic", "python-dateutil"}


def fremmede(mappe: Path, lov: set[str]) -> set[str]:
    """Pakker som importeres og verken er våre, Pythons egne eller lov."""
    svar: set[str] = set()
    for fil in mappe.rglob("*.py"):
        for node in ast.walk(ast.parse(fil.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                svar |= {a.name.split(".")[0] for a in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                svar.add(node.module.split(".")[0])
    return svar - set(sys.stdlib_module_names) - lov


def test_koden_bruker_bare_det_den_sier() -> None:
    assert fremmede(ROT / "src", {"ytelsesrad", "pydantic", "dateutil"}) == set()


def test_avhengighetssjekken_kan_feile(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("import numpy.linalg\nimport re\nfrom yaml import load\n")
    assert fremmede(tmp_path, set()) == {"numpy", "yaml"}


def test_samme_versjon_overalt() -> None:
    versjon = PROSJEKT["project"]["version"]
    endringer = re.findall(r"(?m)^## (\S+)", (ROT / "CHANGELOG.md").read_text(encoding="utf-8"))
    sitat = yaml.safe_load((ROT / "CITATION.cff").read_text(encoding="utf-8"))
    assert endringer[0] == versjon
    assert versjon == __version__
    assert sitat["version"] == versjon
    assert sitat["license"] == PROSJEKT["project"]["license"]


# ── Beslutninger ────────────────────────────────────────────────────────────────────────────────

FELT = ["Hva", "Hvorfor", "Følger", "Dato", "Status"]


def feil_i_beslutning(navn: str, tekst: str) -> str | None:
    """Hva som er galt med en beslutning, eller ingenting."""
    if not re.match(rf"# {navn[:4]} \S", tekst):
        return f"{navn}: overskriften begynner ikke med nummeret"
    felt = re.findall(r"(?m)^- \*\*(\w+):\*\* \S", tekst)
    return None if felt == FELT else f"{navn}: har feltene {felt}, ikke {FELT}"


def sider_i(meny: Any) -> set[str]:
    """Alle sider i menyen."""
    if isinstance(meny, str):
        return {meny}
    under = meny.values() if isinstance(meny, dict) else meny
    return {side for u in under for side in sider_i(u)}


def test_beslutninger_har_fem_linjer_og_staar_i_listene() -> None:
    mappe = ROT / "docs" / "beslutninger"
    filer = sorted(f for f in mappe.glob("*.md") if f.name != "index.md")
    feil = [feil_i_beslutning(f.name, f.read_text(encoding="utf-8")) for f in filer]
    assert [f for f in feil if f] == []
    numre = [f.name[:4] for f in filer]
    assert numre == [f"{n:04d}" for n in range(1, len(filer) + 1)]
    liste = (mappe / "index.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\((\d{4}[^)]*\.md)\)", liste)) == {f.name for f in filer}
    meny = yaml.safe_load((ROT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert {f"beslutninger/{f.name}" for f in filer} <= sider_i(meny)


@pytest.mark.parametrize(
    "tekst",
    [
        "# 0002 Navn\n\n- **Hva:** a\n",
        "# 0001 Navn\n\n- **Hva:** a\n- **Hvorfor:** b\n- **Følger:** c\n- **Dato:** d\n",
    ],
)
def test_beslutningssjekken_kan_feile(tekst: str) -> None:
    assert feil_i_beslutning("0001-navn.md", tekst)


def test_alle_sider_staar_i_menyen() -> None:
    meny = yaml.safe_load((ROT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    sider = {f.relative_to(ROT / "docs").as_posix() for f in (ROT / "docs").rglob("*.md")}
    assert sider - sider_i(meny) == set()
