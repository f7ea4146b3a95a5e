"""Tekstene handler om prosjektet slik det er, og viser bare til det som er her."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.husregler.kode import ROT

FRASER = re.compile(
    r"(?i)\bissues?\b|\bmock-?ups?\b|(?<![\w/])(?:\.\./)*shared/|/work/|\bTODO\b|\bFIXME\b|\bXXX\b"
    r"|\blorem ipsum\b"
)
"""Notater til en selv, og steder som ikke er en del av prosjektet."""
TEKST = {".py", ".toml", ".md", ".txt", ".yml", ".yaml", ".cff", ".csv", ".json", ".cfg", ""}
UTENOM = {Path(__file__).name}
"""Denne filen, som må nevne frasene."""


def prosjektets_filer(rot: Path = ROT) -> list[Path]:
    """Filene i prosjektet, uten det git overser."""
    kommando = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    svar = subprocess.run(kommando, cwd=rot, capture_output=True, text=True, check=False)
    if svar.returncode:  # pakket ut fra et arkiv, uten git
        skjult = re.compile(r"(^|/)(\.[^/]+|__pycache__|site|build|dist)/")
        alle = (f for f in rot.rglob("*") if f.is_file())
        return sorted(f for f in alle if not skjult.search(f.relative_to(rot).as_posix()))
    return sorted(rot / navn for navn in svar.stdout.split("\0") if navn and (rot / navn).is_file())


def fraser(filer: Iterable[Path], rot: Path) -> list[str]:
    """Hver frase som ikke skal stå i prosjektet, med fil og linje."""
    svar = []
    for fil in filer:
        if fil.suffix not in TEKST or fil.name in UTENOM:
            continue
        for nr, linje in enumerate(fil.read_text(encoding="utf-8").splitlines(), 1):
            if treff := FRASER.search(linje):
                svar.append(f"{fil.relative_to(rot).as_posix()}:{nr}: {treff.group()}")
    return svar


def test_ingen_notater_til_oss_selv() -> None:
    filer = prosjektets_filer()
    assert ROT / "pyproject.toml" in filer
    assert fraser(filer, ROT) == []


@pytest.mark.parametrize(
    "tekst",
    ["see issue 3", "som i mock-up", "fra shared/x.md", "../shared/x", "/work/a", "# TODO: x"],
)
def test_tekstsjekken_finner_det_som_er_galt(tmp_path: Path, tekst: str) -> None:
    fil = tmp_path / "x.md"
    fil.write_text(f"ok\n{tekst}\n", encoding="utf-8")
    assert [f.split(":")[:2] for f in fraser([fil], tmp_path)] == [["x.md", "2"]]


def test_tekstsjekken_lar_resten_vaere(tmp_path: Path) -> None:
    fil = tmp_path / "x.md"
    fil.write_text("tissue, framework/, delte filer i felles/, todofull\n", encoding="utf-8")
    assert fraser([fil], tmp_path) == []


def test_filene_finnes_ogsaa_uten_git(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    for navn in (".venv/a.py", "b.py"):
        (tmp_path / navn).write_text("")
    assert prosjektets_filer(tmp_path) == [tmp_path / "b.py"]
