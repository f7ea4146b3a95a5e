"""Lines of a fixed width: cleaned, wrapped, indented. Everything printed passes through here."""

from __future__ import annotations

import re
from functools import cache
from textwrap import wrap
from unicodedata import category

from ytelsesrad.lesbart import HARDT_MELLOMROM, TIL

MINSTE_BREDDE = 60
"""Narrower than this, the tables can no longer be read."""

INNRYKK = "  "

_SETNING = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ])")
_HENGER_SAMMEN = re.compile(r"(?<=\d) (?=\d)|(?<=§) ")


def rens(tekst: str) -> str:
    """Return the text on one line without control characters; hard spaces are kept."""
    if not tekst.isprintable():  # neither are hard spaces
        tekst = "".join(map(_renset, tekst))
    return " ".join(ord_ for ord_ in tekst.split(" ") if ord_)


@cache
def _renset(tegn: str) -> str:
    """Return a character as it is printed."""
    if tegn == HARDT_MELLOMROM:
        return tegn
    return " " if tegn.isspace() else "" if category(tegn)[0] == "C" else tegn


def brekk(tekst: str, bredde: int, innrykk: str = "", videre: str | None = None) -> list[str]:
    """Return the text on lines of at most ``bredde``; ``videre`` indents all but the first.

    A line does not break inside a number written in groups, or between «§» and its number.
    """
    return ordrett(_HENGER_SAMMEN.sub(HARDT_MELLOMROM, rens(tekst)), bredde, innrykk, videre)


def ordrett(tekst: str, bredde: int, innrykk: str = "", videre: str | None = None) -> list[str]:
    """Return the text as ``brekk`` does, but with its spaces as they are: for what is pasted."""
    return wrap(
        rens(tekst),
        bredde,
        initial_indent=innrykk,
        subsequent_indent=innrykk if videre is None else videre,
        break_on_hyphens=False,
    )


def avsnitt(tekst: str, bredde: int) -> list[str]:
    """Return a paragraph, indented as everything under a heading."""
    return brekk(tekst, bredde, INNRYKK)


def punkt(merke: str, tekst: str, bredde: int) -> list[str]:
    """Return one point of a list: «  + text», later lines under the text."""
    start = f"{INNRYKK}{merke} "
    return brekk(tekst, bredde, start, " " * len(start))


def ytterst(venstre: str, hoyre: str, bredde: int) -> list[str]:
    """Return one text at each edge of the line, or two lines when they do not fit on one."""
    venstre, hoyre = rens(venstre), rens(hoyre)
    luft = bredde - len(venstre) - len(hoyre)
    if luft >= 2:
        return [f"{venstre}{' ' * luft}{hoyre}"]
    return [*brekk(venstre, bredde), *(linje.rjust(bredde) for linje in brekk(hoyre, bredde))]


def setning(tekst: str) -> str:
    """Return the text with a capital letter first and a full stop last, if it lacks them."""
    ren = rens(tekst)
    if not ren:
        return ""
    ren = ren[0].upper() + ren[1:]
    return ren if ren.rstrip(f"»”){TIL}").endswith((".", "!", "?", ":")) else f"{ren}."


def forste_setning_i(tekst: str) -> str:
    """Return the first sentence of a text."""
    return _SETNING.split(tekst, maxsplit=1)[0]
