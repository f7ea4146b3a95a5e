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


# De tyngste filene først, og hver hel: den siste skal ikke være en stor som bare én kjerne har.
TUNGE = """
nettleser/test_prov_selv.py nettleser/test_sidene.py
nettsted/test_nettstedet.py analyse/test_langs_linjer.py provselv/test_bro.py
nettsted/test_slik_gjor_du.py raad/test_egenskaper.py regelbok/test_ferdig.py
visning/test_arket_paa_sprak.py analyse/test_mot_telling.py eksempler/test_sidene.py
lesing/test_grenser.py beregning/test_arv.py kommandolinje/test_grenser.py
kommandolinje/test_kommandoer.py beregning/test_egenskaper.py beregning/test_aap_meldeperiode.py
beregning/test_avstemming.py kommandolinje/test_spor.py analyse/test_usikkerhet.py
skatt/test_oppgjor.py ny_ytelse/test_ny_ytelse.py kommandolinje/test_hele_svaret.py
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Se TUNGE; Makefile ber om at rekkefølgen holdes."""
    rang = {ROT / "tests" / fil: nr for nr, fil in enumerate(TUNGE)}
    items.sort(key=lambda x: rang.get(x.path, len(rang)))


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
