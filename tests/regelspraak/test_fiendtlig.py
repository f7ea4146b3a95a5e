"""Whatever a rule file says, it ends in a clear message, within a second and 100 MB."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from fiendtlig import (
    GAAR_BRA,
    STOPPES_NAAR_DET_REGNES,
    STOPPES_NAAR_FILEN_LESES,
    provd,
)

from ytelsesrad.regelbok import Regelbok

SEKUNDER = 3.0
"""Measured in the time of the process, so that a busy machine does not fail the tests."""


def _paa_tid(tekst: str) -> str:
    start = time.process_time()
    svar = provd(tekst)
    assert time.process_time() - start < SEKUNDER
    return svar


@pytest.mark.parametrize("sak", STOPPES_NAAR_FILEN_LESES)
def test_stoppes_naar_filen_leses(sak: str) -> None:
    assert _paa_tid(STOPPES_NAAR_FILEN_LESES[sak]) == "feil"


@pytest.mark.parametrize("sak", STOPPES_NAAR_DET_REGNES)
def test_stoppes_naar_det_regnes(sak: str) -> None:
    assert _paa_tid(STOPPES_NAAR_DET_REGNES[sak]) == "regnefeil"


@pytest.mark.parametrize("sak", GAAR_BRA)
def test_gaar_bra(sak: str) -> None:
    assert _paa_tid(GAAR_BRA[sak]) == "svar"


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
    """A large book is read in time that grows with its size."""
    regler = "".join(
        f'[r{i}]\nenhet = "tall"\nformel = "{f"r{i - 1} + 1" if i else "1"}"\n' for i in range(1500)
    )
    start = time.process_time()
    hode = 'tema = "T"\nhjemmel = "h"\nperiode = "år"\n'
    Regelbok.fra_tekst({"mappe/fil.toml": hode + regler})
    assert time.process_time() - start < 5 * SEKUNDER
