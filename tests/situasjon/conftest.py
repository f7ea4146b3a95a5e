"""Det oppdiktede landet."""

from __future__ import annotations

import pytest

from tests.situasjon.land import bok
from ytelsesrad import Regelbok


@pytest.fixture(scope="session")
def land() -> Regelbok:
    return bok()
