"""Values without brackets or quotes: numbers, dates, true and false."""

from __future__ import annotations

import re
from string import digits

from ytelsesrad.lesing.datoer import finnes
from ytelsesrad.lesing.grenser import MAKS_SIFFER
from ytelsesrad.lesing.stopp import Grunn

_TID = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
_ENKEL = re.compile(
    rf"""true|false|[+-]?(?:inf|nan)
    |[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[Tt ]{_TID}(?:[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?
    |{_TID}
    |0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*+|0o[0-7](?:_?[0-7])*+|0b[01](?:_?[01])*+
    |[+-]?(?:0|[1-9](?:_?[0-9])*+)(?:\.[0-9](?:_?[0-9])*+)?(?:[eE][+-]?[0-9](?:_?[0-9])*+)?""",
    re.VERBOSE,
)
_DATO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ETTER = frozenset(("", *" \t\n,]}#"))


def les_enkel(tekst: str, pos: int) -> tuple[int, Grunn | None]:
    """Return the offset after the value that begins at an offset, and what is wrong with it."""
    treff = _ENKEL.match(tekst, pos)
    if not treff or tekst[treff.end() : treff.end() + 1] not in _ETTER:
        return pos + 1, Grunn.VERDI
    if antall_sifre(treff.group()) > MAKS_SIFFER:
        return treff.end(), Grunn.SIFFER
    if _DATO.match(treff.group()) and not finnes(treff.group()[:10]):
        return pos + 10, Grunn.DATO
    return treff.end(), None


def antall_sifre(tall: str) -> int:
    """Return how many digits a number or date is written with."""
    if tall.startswith("0x"):
        return len(tall) - 2 - tall.count("_")
    return sum(map(tall.count, digits))
