"""Unntakene fra husreglene, lest fra unntak.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

UNNTAK: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("unntak.toml").read_text(encoding="utf-8")
)


def linjer(data: Mapping[str, Any] = UNNTAK, sti: str = "") -> Iterator[str]:
    """Hvert unntak på en linje: hvor, hva og hvorfor."""
    for nokkel, verdi in data.items():
        if isinstance(verdi, Mapping):
            yield from linjer(verdi, f"{sti}{nokkel} · ")
        else:
            yield f"{sti}{nokkel}: {verdi}"
