"""Fasit som tekstfiler: en forklaring som endrer seg, skal synes når endringen leses gjennom.

Skriv filene på nytt med ``SKRIV_FASIT=1 python -m pytest tests/forklaring``, og les endringene.
"""

from __future__ import annotations

import os
from pathlib import Path

MAPPE = Path(__file__).parent / "fasit"


def sammenlign(navn: str, tekst: str) -> None:
    """Sammenlign en tekst med filen, eller skriv filen når SKRIV_FASIT er satt."""
    fil = MAPPE / f"{navn}.txt"
    if os.environ.get("SKRIV_FASIT"):
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(f"{tekst}\n", encoding="utf-8")
    assert fil.is_file(), f"{fil.name} mangler. {__doc__}"
    assert f"{tekst}\n" == fil.read_text(encoding="utf-8"), f"{navn} er endret. {__doc__}"
