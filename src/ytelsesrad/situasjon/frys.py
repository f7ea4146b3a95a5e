"""Make plain data of what is given from Python, so that a model never changes behind our back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from unicodedata import normalize

_DYPT = 6


def frys(raa: Any, dybde: int = 0) -> Any:
    """Return a copy with text keys and with every number as a Decimal.

    A float is taken as it is written: ``236.54`` is exactly 236.54. Days and years may be keys.
    Letters are whole (NFC), however the machine they come from puts them together.
    """
    if isinstance(raa, str):
        return normalize("NFC", raa)
    if isinstance(raa, bool) or dybde > _DYPT:
        return raa
    if isinstance(raa, int):
        return Decimal(raa)
    if isinstance(raa, float):
        return Decimal(repr(raa))
    if isinstance(raa, Mapping):
        return {_nokkel(k): frys(v, dybde + 1) for k, v in raa.items()}
    if isinstance(raa, list | tuple):
        return [frys(v, dybde + 1) for v in raa]
    return raa


def _nokkel(nokkel: object) -> str:
    if isinstance(nokkel, date) and not isinstance(nokkel, datetime):
        return nokkel.isoformat()
    return normalize("NFC", str(nokkel))
