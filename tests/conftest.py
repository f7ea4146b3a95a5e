"""Felles oppsett for testene."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from ytelsesrad import Regelbok

ROT = Path(__file__).resolve().parent.parent

# «ci» gir de samme forsøkene hver gang. «grundig» prøver nye, og mange flere:
#     HYPOTHESIS_PROFILE=grundig make test
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("grundig", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def bok() -> Regelbok:
    """Reglene som følger med."""
    from ytelsesrad import Regelbok

    return Regelbok.standard()


@pytest.fixture(scope="session")
def rot() -> Path:
    """Toppen av prosjektet."""
    return ROT
