"""Felles oppsett for testene."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from ytelsesrad import Regelbok
from ytelsesrad.regelbok import VEDTATT

ROT = Path(__file__).resolve().parent.parent

_VANLIG = 60

# «ci» gir de samme forsøkene hver gang. «grundig» prøver nye, og mange flere:
#     HYPOTHESIS_PROFILE=grundig make test
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=_VANLIG)
settings.register_profile("grundig", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


GRUNDIG = settings().max_examples > _VANLIG
"""Om alt skal prøves, også det som tar lang tid og ligner på det andre."""


def forsok(antall: int) -> settings:
    """Så mange forsøk i «ci» når hvert av dem er tungt, og like mange ganger flere i «grundig»."""
    return settings(max_examples=max(1, antall * settings().max_examples // _VANLIG))


# ── Reglene som følger med ──────────────────────────────────────────────────────────────────────

nylest = Regelbok.standard
"""Boken lest fra filene, uansett hva som er lest før."""


@cache
def _lest(kunnskapsdato: date | None, statuser: frozenset[str]) -> Regelbok:
    return nylest(kunnskapsdato=kunnskapsdato, statuser=statuser)


def _standard(
    *overlegg: Path | str,
    kunnskapsdato: date | None = None,
    statuser: Collection[str] = VEDTATT,
) -> Regelbok:
    if overlegg:
        return nylest(*overlegg, kunnskapsdato=kunnskapsdato, statuser=statuser)
    return _lest(kunnskapsdato, frozenset(statuser))


Regelbok.standard = _standard  # type: ignore[method-assign]
# Hver kommando og hver test som ber om boken, får den som er lest. Med overlegg leses den på nytt.


@pytest.fixture(scope="session")
def bok() -> Regelbok:
    """Reglene som følger med."""
    return Regelbok.standard()


@pytest.fixture(scope="session")
def rot() -> Path:
    """Toppen av prosjektet."""
    return ROT
