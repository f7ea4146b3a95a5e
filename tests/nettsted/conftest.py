"""Nettstedet bygges to ganger for alle testene her, eller én når NETTSTED sier hvor det er bygd."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.husregler.kode import ROT


@dataclass(frozen=True)
class Bygg:
    """Nettstedet mens det bygges i en mappe, med alle advarsler som feil."""

    til: Path
    prosess: subprocess.Popen[str]

    def ferdig(self) -> Path:
        """Mappen, når alt er bygd."""
        _, feil = self.prosess.communicate()
        assert self.prosess.returncode == 0, feil
        return self.til


def bygg(til: Path, hashfro: str, *, lett: bool = True) -> Bygg:
    """Begynn å bygge nettstedet i en mappe; lett er uten det som må hentes til «Prøv selv»."""
    miljo = {n: v for n, v in os.environ.items() if n != "SOURCE_DATE_EPOCH"}
    miljo |= {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": hashfro,
        "PYTHONUTF8": "1",
        "NETTSTED_LETT": "1" if lett else "",
    }
    kommando = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(til)]
    return Bygg(
        til,
        subprocess.Popen(
            kommando,
            cwd=ROT,
            env=miljo,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ),
    )


@pytest.fixture(scope="session")
def to_bygg(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """To mapper nettstedet er bygd i, med hver sin rekkefølge i Pythons mengder."""
    mappe = tmp_path_factory.mktemp("nettsted")
    if bygd := os.environ.get("NETTSTED"):
        return ROT / bygd, bygg(mappe / "site", "1", lett=False).ferdig()
    forste, andre = bygg(mappe / "en" / "site", "0"), bygg(mappe / "to" / "site", "1")
    return forste.ferdig(), andre.ferdig()


@pytest.fixture(scope="session")
def nettsted(to_bygg: tuple[Path, Path]) -> Path:
    """Mappen nettstedet er bygd i."""
    return to_bygg[0]
