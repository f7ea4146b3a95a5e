"""Measure the library and write docs/for-utviklere/ytelse.md.

Run: make bench    or: python -m benk.maal [--dato 2026-11-30] [--ganger 15] [--til FIL]

Processes are measured from outside (wall time and peak memory of each), the rest inside one warm
process. Medians are shown with the lowest and the highest: a busy machine only makes things slower.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from benk.deler import maal_deler
from benk.maaling import ROT
from benk.prosesser import maal_prosesser
from benk.side import side, tall
from benk.varmt import maal_varmt


def i_dag() -> date:
    """Return today's date where the machine is."""
    return datetime.now(UTC).astimezone().date()


def hoved(argumenter: Sequence[str]) -> None:
    """Measure, and write the page."""
    p = argparse.ArgumentParser(description="Mål farten, og skriv docs/for-utviklere/ytelse.md.")
    p.add_argument("--dato", type=date.fromisoformat, default=i_dag())
    p.add_argument("--ganger", type=int, default=15)
    p.add_argument("--til", type=Path, default=ROT / "docs" / "for-utviklere" / "ytelse.md")
    valg = p.parse_args(argumenter)
    maalinger = maal_prosesser(valg.ganger) + maal_varmt(valg.ganger)
    deler = maal_deler(min(valg.ganger, 7))
    valg.til.write_text(side(maalinger, deler, valg.dato, valg.ganger), encoding="utf-8")
    for m in (*maalinger, *deler):
        sys.stdout.write(f"{tall(m.median):>8} {m.enhet}  {m.navn}\n")
    sys.stdout.write(f"Skrev {valg.til}.\n")


if __name__ == "__main__":
    hoved(sys.argv[1:])
