"""Les sakene: hver verdi som tekst, slik den står i filen."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HER = Path(__file__).parent


def saker(fil: str) -> list[dict[str, Any]]:
    with (HER / fil).open(encoding="utf-8") as f:
        return list(yaml.load(f, Loader=yaml.BaseLoader)["cases"])


def gyldige(fil: str, *emner: str) -> Iterator[dict[str, Any]]:
    """Sakene om noen emner, uten dem der kilden selv tar feil."""
    for sak in saker(fil):
        if sak["topic"] in emner and not sak.get("recomputed", "").startswith("differs"):
            yield sak


def trekkrader() -> list[dict[str, str]]:
    with (HER / "trekktabell.csv").open(encoding="utf-8") as f:
        return list(csv.DictReader(f))
