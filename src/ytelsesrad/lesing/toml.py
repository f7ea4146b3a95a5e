"""Read TOML: what it means from ``tomllib``, where it stands from our own walk."""

from __future__ import annotations

import tomllib
from types import ModuleType
from typing import TYPE_CHECKING
from unicodedata import normalize

from ytelsesrad.lesing.feil import Sted
from ytelsesrad.lesing.grenser import MAKS_BYTE
from ytelsesrad.lesing.tomlfil import TomlFil
from ytelsesrad.lesing.vern import finn_brudd, mistenkelig, til_tall

if TYPE_CHECKING:
    from ytelsesrad.lesing.diagnose import Serie


def les_toml(tekst: str, fil: str, serie: Serie = "R") -> TomlFil:
    """Read TOML text. Raises Feilsamling with the first fault, its place and its remedy.

    The fault has code 01 of the series for what is not TOML, and 02 for what is too big: above
    1 MB, 40 levels, keys of 200 characters, numbers of 40 digits, 30 000 keys or 100 000 values.
    """
    if len(tekst) > MAKS_BYTE or (not tekst.isascii() and _antall_byte(tekst) > MAKS_BYTE):
        raise _feilene().for_stor(fil, serie)
    tekst = _rett(tekst)
    if not tekst.strip():
        rett = "Fyll den ut, eller slett den."
        raise _feilene().samlet(f"{serie}01", Sted(fil), "Filen er tom.", rett)
    if mistenkelig(tekst):
        _feilene().stopp_om_galt(tekst, fil, serie)
    try:
        data = tomllib.loads(tekst, parse_float=til_tall)
    except (ValueError, RecursionError) as galt:
        _feilene().stopp_om_galt(tekst, fil, serie, en_linje=True)
        raise _feilene().uforklart(str(galt), tekst, fil, serie) from None
    lest = TomlFil(tekst, fil, data)
    # How small a number may be in a situation depends on its unit, so that is checked there.
    if brudd := finn_brudd(data, smaa=serie == "R"):
        _feilene().stopp_om_galt(tekst, fil, serie)
        raise _feilene().brutt(lest, brudd, serie)
    return lest


def _feilene() -> ModuleType:
    from ytelsesrad.lesing import tomlfeil

    return tomlfeil


def rett_tekst(data: bytes) -> str:
    """Return the text of a file that is known to be good, as ``les_toml_bytes`` would read it."""
    return _rett(data.decode())


def _rett(tekst: str) -> str:
    """Return a text without the mark in front, with our line ends, and with whole letters (NFC)."""
    tekst = tekst.removeprefix("\ufeff").replace("\r\n", "\n")
    return tekst if tekst.isascii() else normalize("NFC", tekst)


def les_toml_bytes(data: bytes, fil: str, serie: Serie = "R") -> TomlFil:
    """Read TOML from the bytes of a file. Raises Feilsamling as les_toml, also if not UTF-8."""
    if len(data) > MAKS_BYTE:
        raise _feilene().for_stor(fil, serie)
    try:
        tekst = data.decode()
    except UnicodeDecodeError as galt:
        raise _feilene().ikke_utf8(data, galt.start, fil, serie) from None
    return les_toml(tekst, fil, serie)


def _antall_byte(tekst: str) -> int:
    return len(tekst.encode(errors="surrogatepass"))
