"""Read a number that is uncertain: the lowest it can be, the likely one, and the highest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

LAV: Final = "lav"
VENTET: Final = "ventet"
HOY: Final = "hoy"
Punkt = Literal["lav", "ventet", "hoy"]
PUNKTER: tuple[Punkt, ...] = (LAV, VENTET, HOY)
_OGSAA = {"høy": HOY}
"""Other ways to write the words."""


def er_spenn(raa: object) -> bool:
    """Tell whether something is written as a range."""
    return isinstance(raa, Mapping) and bool({LAV, HOY, *_OGSAA} & set(raa))


def ett_spenn(raa: Mapping[str, Any]) -> dict[str, Any]:
    """Return the range with its words as they are named here."""
    return {_OGSAA.get(navn, navn): verdi for navn, verdi in raa.items()}
