"""Hver blokk i «Kom i gang» og «Slik gjør du» gjør det siden sier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.husregler.kode import ROT
from tests.nettsted.blokker import Blokk, Kjorer, blokker, mappe, passer

SIDER = [s for m in ("kom-i-gang", "slik-gjor-du") for s in sorted((ROT / "docs" / m).glob("*.md"))]


@pytest.fixture
def der(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """En mappe som en leser har."""
    monkeypatch.chdir(mappe(tmp_path))
    return tmp_path


@pytest.mark.parametrize("side", SIDER, ids=lambda s: s.stem)
def test_alle_blokker_gjor_det_siden_sier(side: Path, der: Path) -> None:
    Kjorer(der, tuple(blokker(side.read_text(encoding="utf-8")))).alle()


def test_det_som_er_galt_blir_funnet(der: Path) -> None:
    k = Kjorer(der)
    k.kjor(Blokk("python", "", "print(1)\nprint(2)\n", 1))
    k.kjor(Blokk("text", "", "1\n2\n", 1))
    for gal in (
        Blokk("text", "", "1\n3\n", 1),
        Blokk("text", "", "1\n", 1),
        Blokk("sh", "", "rm -r rules\n", 1),
        Blokk("sh", "", "ytelsesrad regn finnes-ikke.toml\n", 1),
        Blokk("sh", "", "make finnes-ikke\n", 1),
        Blokk("toml", "", "a = 1\n", 1),
        Blokk("toml", "mari.toml, etter", "står ikke der\n", 1),
        Blokk("console", "", "$ ls\n", 1),
        Blokk("text", "", "$ ytelsesrad regn mari.toml\n", 1),
    ):
        with pytest.raises(AssertionError):
            k.kjor(gal)


def test_utelatt() -> None:
    assert passer("a\n…\nd", "a\nb\nc\nd")
    assert passer("…\nb\n…", "a\nb\nc")
    assert not passer("…\nb", "a\nb\nc")
    assert not passer("b\n…", "a\nb\nc")
    assert not passer("…\nx\n…", "a\nb\nc")
