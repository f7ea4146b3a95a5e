"""Where a value stands, for messages: in a file, in data, or in Python objects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from ytelsesrad.lesing import Sted
from ytelsesrad.situasjon.grenser import HUSSTAND, JOBB, MAKS_TEKST, PERSON, PLAN, Sti

FIL = "Situasjon"
_EGNE_FELT = (PERSON, HUSSTAND, PLAN, "regnedato", "fra", "til")
_ENKELT = re.compile(r"[A-Za-z0-9_-]+")


class Steder(Protocol):
    """Knows the place of every key, given its path as in the file. ``TomlFil`` is one."""

    def sted(self, *nokkel: str | int, verdi: bool = False, hvor: str | None = None) -> Sted:
        """Return the place of a key, or of its value."""
        ...


class Datasteder:
    """Places in data of the shape of the file: ``plan."10 timer".jobb[0].start``."""

    def sted(self, *nokkel: str | int, verdi: bool = False, hvor: str | None = None) -> Sted:
        """Return the place as a path."""
        return Sted(FIL, hvor=hvor or som_sti(nokkel))


class Pythonsteder:
    """Places in Python objects: ``planer[1].jobber[0].start``."""

    def __init__(self, planer: Iterable[str]) -> None:
        self._planer = {navn: i for i, navn in enumerate(planer)}

    def sted(self, *nokkel: str | int, verdi: bool = False, hvor: str | None = None) -> Sted:
        """Return the place as the fields that lead there."""
        sti: Sti = nokkel
        foran: Sti = ()
        i_plan = len(sti) > 1 and sti[0] == PLAN
        if i_plan:
            foran, sti = ("planer", self._planer.get(str(sti[1]), 0)), sti[2:]
        if len(sti) > 1 and isinstance(sti[1], int):
            sti = ("jobber", *sti[1:]) if sti[0] == JOBB else ("medlemmer", *sti)
        elif i_plan and sti:
            sti = ("verdier", *sti)
        elif sti and sti[0] not in _EGNE_FELT:
            sti = ("ytelser", *sti)
        return Sted(FIL, hvor=hvor or som_sti((*foran, *sti)))


def som_sti(sti: Sti) -> str:
    """Return a path as text: ``jobb[0].start``; keys that aren't plain words are quoted."""
    svar = ""
    for ledd in sti:
        if isinstance(ledd, int):
            svar += f"[{ledd}]"
        else:
            navn = ledd[:MAKS_TEKST]
            svar += ("." if svar else "") + (navn if _ENKELT.fullmatch(navn) else f'"{navn}"')
    return svar


def klammer(sti: Sti, *, liste: bool = False) -> str:
    """Return the header of a table as it is written in the file: ``[plan."10 timer".jobb]``."""
    inni = som_sti(tuple(ledd for ledd in sti if isinstance(ledd, str)))
    return f"[[{inni}]]" if liste else f"[{inni}]"
