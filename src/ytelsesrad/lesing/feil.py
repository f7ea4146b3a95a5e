"""Faults in files: where, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ytelsesrad.lesing.utskrift import avsnitt, kildelinjer, ren


@dataclass(frozen=True, slots=True)
class Sted:
    """A place in a file. Lines and columns count from 1; None where only the file is known."""

    fil: str
    """The name shown to people, such as ``folder/chapter.toml``."""
    linje: int | None = None
    kolonne: int | None = None
    kildelinje: str | None = None
    """The line as it stands."""
    lengde: int = 1
    """How many characters of the line it is about."""
    hvor: str | None = None
    """The part of the file, such as ``[bunnfradrag], versjon 2015-01-01``."""


@dataclass(frozen=True, slots=True)
class Feil:
    """One fault: what is wrong, where, and how to mend it. ``str`` gives the whole message.

    ``kode`` begins with ``S`` for a situation and ``R`` for a rule file, and stays the same when
    words change. ``hva`` and ``rett`` may have several lines; ``rett`` is ready to paste. What is
    an ``advarsel`` stops nothing.

    ``flere`` are further places of the same fault, as when a key stands twice. The message then
    names all the lines and shows them without marks.
    """

    kode: str
    sted: Sted
    hva: str
    rett: str = ""
    alvor: Literal["feil", "advarsel"] = "feil"
    flere: tuple[Sted, ...] = ()

    def __str__(self) -> str:
        """Return the whole message: place, the line with marks, cause, remedy."""
        linjer = [self._hode(), *self._kilde(), *avsnitt(self.hva)]
        if self.rett:
            linjer += avsnitt(self.rett, "Rett: ")
        return "\n".join(linjer)

    def _hode(self) -> str:
        """Return «S01  mari.toml, linje 12, kolonne 1», and the part of the file if it is set."""
        s = self.sted
        hode = f"{ren(self.kode)}  {ren(s.fil)}"
        numre = sorted({t.linje for t in (s, *self.flere) if t.linje is not None})
        if numre:
            *forst, sist = map(str, numre)
            hode += ", linje " + (f"{', '.join(forst)} og {sist}" if forst else sist)
        if len(numre) == 1 and s.kolonne is not None:
            hode += f", kolonne {s.kolonne}"
        if s.hvor:
            hode += f", {ren(s.hvor)}"
        return hode

    def _kilde(self) -> list[str]:
        s = self.sted
        if not self.flere:
            return [] if s.kildelinje is None else kildelinjer(s.kildelinje, s.kolonne, s.lengde)
        alle = sorted((s, *self.flere), key=lambda t: t.linje or 0)
        linjer = [kildelinjer(t.kildelinje, None) for t in alle if t.kildelinje is not None]
        return list(dict.fromkeys(linje for vist in linjer for linje in vist))


class Feilsamling(Exception):
    """All faults found, each once, by file and line (``feil``). ``str`` gives all the messages."""

    def __init__(self, feil: Iterable[Feil]) -> None:
        self.feil: tuple[Feil, ...] = tuple(sorted(dict.fromkeys(feil), key=_rekkefolge))
        super().__init__(self.feil)

    def __str__(self) -> str:
        """Return all messages with a blank line between."""
        return "\n\n".join(str(f) for f in self.feil)


def _rekkefolge(f: Feil) -> tuple[str, int, int, str]:
    return (f.sted.fil, f.sted.linje or 0, f.sted.kolonne or 0, f.kode)
