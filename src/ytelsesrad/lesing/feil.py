"""Faults in files, written so that the person who reads them knows what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

BREDDE = 100
_INNRYKK = 5
_VINDU = 80


@dataclass(frozen=True, slots=True)
class Sted:
    """A place in a file. Lines and columns count from 1; None where only the file is known."""

    fil: str
    linje: int | None = None
    kolonne: int | None = None
    kildelinje: str | None = None
    """The line as it stands."""
    lengde: int = 1
    """How many characters it is about."""
    hvor: str | None = None
    """The part of the file, such as ``[bunnfradrag], versjon 2015-01-01``."""


@dataclass(frozen=True, slots=True)
class Feil:
    """One fault: where, what is wrong, and what to write instead."""

    kode: str
    sted: Sted
    hva: str
    rett: str = ""
    alvor: Literal["feil", "advarsel"] = "feil"

    def __str__(self) -> str:
        """Return the whole message: place, the line with marks under the words, cause, remedy."""
        s = self.sted
        hode = f"{self.kode}  {ren(s.fil)}"
        if s.linje is not None:
            hode += f", linje {s.linje}" + (f", kolonne {s.kolonne}" if s.kolonne else "")
        if s.hvor:
            hode += f", {ren(s.hvor)}"
        linjer = [hode, *_kildelinje(s), *_brutt(self.hva)]
        if self.rett:
            forst, *resten = ren(self.rett, linjeskift=True).split("\n")
            linjer.append(f"{' ' * _INNRYKK}Rett: {forst}".rstrip())
            linjer += [f"{' ' * (_INNRYKK + 6)}{linje}".rstrip() for linje in resten]
        return "\n".join(linjer)


class Feilsamling(Exception):
    """All faults found, in the order of the files."""

    def __init__(self, feil: Iterable[Feil]) -> None:
        unike = dict.fromkeys(feil)
        self.feil: tuple[Feil, ...] = tuple(sorted(unike, key=_rekkefolge))
        super().__init__(self.feil)

    def __str__(self) -> str:
        """Return all messages with a blank line between."""
        return "\n\n".join(str(f) for f in self.feil)


def _rekkefolge(f: Feil) -> tuple[str, int, int]:
    return (f.sted.fil, f.sted.linje or 0, f.sted.kolonne or 0)


def ren(tekst: str, *, linjeskift: bool = False) -> str:
    """Return a text without control characters, safe to print on a terminal."""
    return "".join(
        t if t.isprintable() or t == "\u00a0" or (linjeskift and t == "\n") else "�" for t in tekst
    )


def _brutt(tekst: str) -> list[str]:
    return textwrap.wrap(
        ren(tekst),
        BREDDE,
        initial_indent=" " * _INNRYKK,
        subsequent_indent=" " * _INNRYKK,
        break_on_hyphens=False,
    )


def _kildelinje(s: Sted) -> list[str]:
    if s.kildelinje is None or s.kolonne is None:
        return []
    linje = s.kildelinje.rstrip("\r\n").replace("\t", " ")
    start = s.kolonne - 1
    lengde = max(1, min(s.lengde, len(linje) - start))
    innrykk = len(linje) - len(linje.lstrip())
    fra = min(innrykk, start)
    for_an = ""
    if start - fra > _VINDU // 2:
        fra, for_an = start - _VINDU // 4, "…"
    utsnitt = linje[fra : fra + _VINDU]
    etter = "…" if len(linje) > fra + _VINDU else ""
    merke = " " * (len(for_an) + start - fra) + "^" * min(lengde, _VINDU - (start - fra))
    return [f"       {for_an}{ren(utsnitt)}{etter}", f"       {merke}"]
