"""Whatever a rule file says, it ends in a clear message, without much work and within 100 MB."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from fiendtlig import (
    GAAR_BRA,
    STOPPES_NAAR_DET_REGNES,
    STOPPES_NAAR_FILEN_LESES,
    provd,
)
from tests.skritt import skritt

from ytelsesrad.regelbok import Regelbok

MEST = 1_000_000
"""Calls that reading a small file may take, whatever it says. None of these takes a third of it."""


@pytest.mark.parametrize("sak", STOPPES_NAAR_FILEN_LESES)
def test_stoppes_naar_filen_leses(sak: str) -> None:
    svar: list[str] = []
    assert skritt(lambda: svar.append(provd(STOPPES_NAAR_FILEN_LESES[sak]))) < MEST
    assert svar == ["feil"]


@pytest.mark.parametrize("sak", STOPPES_NAAR_DET_REGNES)
def test_stoppes_naar_det_regnes(sak: str) -> None:
    assert provd(STOPPES_NAAR_DET_REGNES[sak]) == "regnefeil"


@pytest.mark.parametrize("sak", GAAR_BRA)
def test_gaar_bra(sak: str) -> None:
    assert provd(GAAR_BRA[sak]) == "svar"


def test_minnet_holder() -> None:
    her = Path(__file__).parent
    ut = subprocess.run(
        [sys.executable, str(her / "fiendtlig.py")],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(sys.modules["ytelsesrad"].__path__[0]).parent)},
    )
    assert int(ut.stdout) < 100


def test_mange_regler() -> None:
    """Twice as large a book is twice the work to read."""

    def les(antall: int) -> Regelbok:
        regler = "".join(
            f'[r{i}]\nenhet = "tall"\nformel = "{f"r{i - 1} + 1" if i else "1"}"\n'
            for i in range(antall)
        )
        hode = 'tema = "T"\nhjemmel = "h"\nperiode = "år"\n'
        return Regelbok.fra_tekst({"mappe/fil.toml": hode + regler})

    les(1)
    assert skritt(partial(les, 400)) < 2.1 * skritt(partial(les, 200))
