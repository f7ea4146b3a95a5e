"""The four kinds of strings in TOML: where they end, and where each character is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

_ESCAPE = {
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    '"': '"',
    "\\": "\\",
}
_HEX = {"x": 2, "u": 4, "U": 8}
_STOPP = {
    '"': re.compile(r'["\\\n]'),
    '"""': re.compile(r'"""|\\'),
    "'": re.compile(r"['\n]"),
    "'''": re.compile(r"'''"),
}
_LINJESLUTT = re.compile(r"\\[ \t]*\n[ \t\n]*")
_VANLIG = re.compile(r"[^\\]+")


class UkjentTegn(ValueError):
    """A backslash is followed by something that means nothing. ``fra`` is its offset."""

    def __init__(self, fra: int) -> None:
        super().__init__(fra)
        self.fra = fra


def skilletegn(tekst: str, fra: int) -> str:
    """Return the quotes that open the string at an offset: one or three."""
    tegn = tekst[fra]
    return tegn * 3 if tekst.startswith(tegn * 3, fra) else tegn


def strengslutt(tekst: str, fra: int) -> int:
    """Return the offset after the string that begins at an offset, or -1 if it never ends."""
    skille = skilletegn(tekst, fra)
    stopp = _STOPP[skille]
    pos = fra + len(skille)
    while treff := stopp.search(tekst, pos):
        funnet = treff.group()
        pos = treff.end()
        if funnet == skille:
            while len(skille) == 3 and pos < treff.end() + 2 and tekst.startswith(skille[0], pos):
                pos += 1
            return pos
        if funnet == "\n":
            return -1
        pos += 1  # past what the backslash covers
        if len(skille) == 1 and tekst.startswith("\n", pos - 1):
            return -1
    return -1


def innhold(tekst: str, fra: int, til: int) -> tuple[int, int]:
    """Return the offsets of what stands between the quotes (a first line end is left out)."""
    antall = len(skilletegn(tekst, fra)) if til - fra >= 6 else 1
    start = fra + antall
    if antall == 3 and tekst.startswith("\n", start):
        start += 1
    return start, til - antall


def biter(tekst: str, fra: int, til: int) -> Iterator[tuple[str, int, int]]:
    """Yield what a string says, piece by piece: the piece, its offset, and its written length.

    A piece of more than one character is written just as it reads. Raises UkjentTegn.
    """
    pos, slutt = innhold(tekst, fra, til)
    if tekst[fra] == "'":
        yield tekst[pos:slutt], pos, slutt - pos
        return
    while pos < slutt:
        if treff := _VANLIG.match(tekst, pos, slutt):
            yield treff.group(), pos, treff.end() - pos
            pos = treff.end()
        elif treff := _LINJESLUTT.match(tekst, pos, slutt):
            pos = treff.end()
        else:
            tegn, lengde = _escape(tekst, pos, slutt)
            yield tegn, pos, lengde
            pos += lengde


def _escape(tekst: str, pos: int, slutt: int) -> tuple[str, int]:
    kode = tekst[pos + 1 : pos + 2] if pos + 1 < slutt else ""
    if kode in _ESCAPE:
        return _ESCAPE[kode], 2
    sifre = tekst[pos + 2 : min(pos + 2 + _HEX.get(kode, 0), slutt)]
    if kode in _HEX and re.fullmatch(rf"[0-9A-Fa-f]{{{_HEX[kode]}}}", sifre):
        with suppress(ValueError, OverflowError):  # not the number of a character
            tegn = chr(int(sifre, 16))
            tegn.encode()
            return tegn, 2 + _HEX[kode]
    raise UkjentTegn(pos)


def avkodet(tekst: str, fra: int, til: int) -> str:
    """Return what a string says. Raises UkjentTegn."""
    return "".join(bit for bit, _, _ in biter(tekst, fra, til))


def plass(tekst: str, fra: int, til: int, nummer: int) -> tuple[int, int]:
    """Return from and to where character ``nummer`` (from 0) of what a string says is written.

    A number past the end gives the first of the closing quotes.
    """
    igjen = max(nummer, 0)
    for bit, pos, lengde in biter(tekst, fra, til):
        if igjen < len(bit):
            return (pos, pos + lengde) if len(bit) == 1 else (pos + igjen, pos + igjen + 1)
        igjen -= len(bit)
    slutt = innhold(tekst, fra, til)[1]
    return slutt, slutt + 1
