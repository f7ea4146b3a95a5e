"""How much of an answer is shown. What is left out is counted, and pointed to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from ytelsesrad.visning.tekst.linjer import INNRYKK

Dybde = Literal["1", "2", "alt"]
"""``1``: the answer and the table. ``2``: what matters most. ``alt``: everything there is."""

ALT = "--dybde alt"
_Ting = TypeVar("_Ting")


def delt(ting: Iterable[tuple[_Ting, bool]], *, kort: bool) -> tuple[list[_Ting], int]:
    """Return what is shown of things that are marked as important or not, and how many are not."""
    alle = list(ting)
    vist = [t for t, viktig in alle if viktig or not kort]
    return vist, len(alle) - len(vist)


def til(antall: int, *, noen: bool = True) -> list[str]:
    """Return the line that says how many more there are, or nothing. ``noen``: some are shown."""
    if not antall:
        return []
    hvor_mange = f"og {antall} til" if noen else f"{antall} i hele svaret"
    return [f"{INNRYKK}{hvor_mange}: {ALT}"]


def boks(tittel: str, punkter: Sequence[Sequence[str]], utelatt: int = 0) -> list[str]:
    """Return points under a heading, with how many are left out; nothing when there are none."""
    if not punkter and not utelatt:
        return []
    return [tittel, *(linje for p in punkter for linje in p), *til(utelatt, noen=bool(punkter))]
