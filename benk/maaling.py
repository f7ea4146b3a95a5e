"""A row of the page, and how a piece of work is measured."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
EKSEMPEL = ROT / "docs" / "eksempler" / "p4.toml"
EKSEMPEL_DAGER = ROT / "docs" / "eksempler" / "p1.toml"


@dataclass(frozen=True, slots=True)
class Maaling:
    """One row: figures of repeated runs in milliseconds (or MB), and the most it should be."""

    navn: str
    tall: tuple[float, ...]
    enhet: str = "ms"
    maal: float | None = None
    merknad: str = ""

    @property
    def median(self) -> float:
        """The middle figure."""
        return statistics.median(self.tall)


def gjenta(arbeid: Callable[[], object], ganger: int, runder: int = 1) -> tuple[float, ...]:
    """Return the time (ms) of one piece of work: the mean of ``runder``, several times over."""
    arbeid()
    svar = []
    for _ in range(ganger):
        gc.collect()
        start = time.perf_counter()
        for _ in range(runder):
            arbeid()
        svar.append((time.perf_counter() - start) * 1000 / runder)
    return tuple(svar)
