"""Tables as text: columns of fixed width, cells that wrap, headings that stand on the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ytelsesrad.visning.tekst.linjer import INNRYKK, brekk, rens

GAP = 2
"""Spaces between two columns."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """Width of a column in characters, and whether its cells stand to the right."""

    bredde: int
    hoyre: bool = True


def samlet_bredde(kolonner: Sequence[Kolonne]) -> int:
    """Return how wide a row of the columns is, indent included."""
    return len(INNRYKK) + sum(k.bredde for k in kolonner) + GAP * (len(kolonner) - 1)


def _celle(tekst: str, bredde: int) -> list[str]:
    """Wrap a cell; a word that is too long is cut with a hyphen."""
    ord_ = []
    for helt in rens(tekst).split(" "):
        rest = helt
        while len(rest) > bredde and rest[bredde - 2 : bredde].isalpha():
            ord_.append(f"{rest[: bredde - 1]}-")
            rest = rest[bredde - 1 :]
        ord_.append(rest)
    return brekk(" ".join(ord_), bredde) or [""]


def rad(celler: Sequence[str], kolonner: Sequence[Kolonne], *, hode: bool = False) -> list[str]:
    """Return the lines of one row, as many as its highest cell. Headings stand on the bottom."""
    brutt = [_celle(celle, k.bredde) for celle, k in zip(celler, kolonner, strict=True)]
    hoyde = max(map(len, brutt))
    for i, linjer in enumerate(brutt):
        tomme = [""] * (hoyde - len(linjer))
        brutt[i] = tomme + linjer if hode else linjer + tomme
    return [
        (
            INNRYKK
            + (" " * GAP).join(
                linjer[n].rjust(k.bredde) if k.hoyre else linjer[n].ljust(k.bredde)
                for linjer, k in zip(brutt, kolonner, strict=True)
            )
        ).rstrip()
        for n in range(hoyde)
    ]


def strek(celler: Sequence[str], kolonner: Sequence[Kolonne]) -> list[str]:
    """Return the rule above a sum, as long in each column as the text given for it."""
    return rad(
        ["-" * min(len(c), k.bredde) for c, k in zip(celler, kolonner, strict=True)], kolonner
    )
