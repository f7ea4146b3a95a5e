"""Felles oppsett for testene."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from ytelsesrad import Regelbok

ROT = Path(__file__).resolve().parent.parent

settings.register_profile("fast", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("fast")


@pytest.fixture(scope="session")
def bok() -> Regelbok:
    """Reglene som følger med."""
    return Regelbok.standard()


@pytest.fixture(scope="session")
def rot() -> Path:
    """Toppen av prosjektet."""
    return ROT
