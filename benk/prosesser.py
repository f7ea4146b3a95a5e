"""Processes, measured from outside: wall time and peak memory of each."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from benk.maaling import EKSEMPEL, ROT, Maaling

MB = 1024 * 1024


def prosess(argumenter: Sequence[str], ganger: int) -> tuple[list[float], list[float]]:
    """Return wall time (ms) and peak memory (MB) of a Python process, run several times."""
    tider, minner = [], []
    miljo = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(ganger + 1):
        start = time.perf_counter()
        barn = subprocess.Popen(
            [sys.executable, *argumenter], cwd=ROT, env=miljo, stdout=subprocess.DEVNULL
        )
        _, status, bruk = os.wait4(barn.pid, 0)
        tider.append((time.perf_counter() - start) * 1000)
        barn.returncode = os.waitstatus_to_exitcode(status)
        if barn.returncode:
            raise SystemExit(f"{' '.join(argumenter)} ga sluttkode {barn.returncode}")
        enhet = 1 if sys.platform == "darwin" else 1024
        minner.append(bruk.ru_maxrss * enhet / MB)
    return tider[1:], minner[1:]  # the first run fills the file cache


def maal_prosesser(ganger: int) -> list[Maaling]:
    """Measure the interpreter, the imports, and the command from cold."""
    tom, _ = prosess(["-c", "pass"], ganger)
    roten, _ = prosess(["-c", "import ytelsesrad"], ganger)
    navnene, _ = prosess(["-c", "from ytelsesrad import Regelbok, Situasjon, beregn"], ganger)
    kommando = ["-m", "ytelsesrad", "regn", str(EKSEMPEL.relative_to(ROT))]
    kald, minne = prosess(kommando, ganger)
    uten, _ = prosess([*kommando, "--uten-grenser"], ganger)
    return [
        Maaling("Tom Python", tuple(tom), merknad="til sammenligning"),
        Maaling("`import ytelsesrad`", tuple(roten), maal=200),
        Maaling("`from ytelsesrad import Regelbok, Situasjon, beregn`", tuple(navnene), maal=200),
        Maaling("`ytelsesrad regn docs/eksempler/p4.toml` fra kald start", tuple(kald), maal=400),
        Maaling("Samme kommando, `--uten-grenser`", tuple(uten)),
        Maaling("Minne i hele kommandoen, det meste", tuple(minne), "MB", 80),
    ]
