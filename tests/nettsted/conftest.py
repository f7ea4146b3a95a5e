"""Nettstedet bygges én gang for alle testene her."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.husregler.kode import ROT


def bygg(til: Path, hashfro: str) -> Path:
    """Bygg nettstedet i en mappe, med alle advarsler som feil."""
    miljo = {n: v for n, v in os.environ.items() if n != "SOURCE_DATE_EPOCH"}
    miljo |= {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": hashfro,
        "PYTHONUTF8": "1",
        "NETTSTED_LETT": "1",
    }
    kommando = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(til)]
    svar = subprocess.run(kommando, cwd=ROT, env=miljo, capture_output=True, encoding="utf-8")
    assert svar.returncode == 0, svar.stderr
    return til


@pytest.fixture(scope="session")
def nettsted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mappen nettstedet er bygd i."""
    return bygg(tmp_path_factory.mktemp("nettsted") / "site", "0")
