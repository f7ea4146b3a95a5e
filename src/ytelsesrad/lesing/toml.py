"""Read TOML: what it means from ``tomllib``, where it stands from our own walk."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from ytelsesrad.lesing.feil import Sted
from ytelsesrad.lesing.grenser import MAKS_BYTE
from ytelsesrad.lesing.kart import Kart, Slag
from ytelsesrad.lesing.linjer import Linjer
from ytelsesrad.lesing.skann import Skanner
from ytelsesrad.lesing.stopp import Stopp
from ytelsesrad.lesing.streng import innhold, plass
from ytelsesrad.lesing.vern import finn_brudd, mistenkelig, til_tall

if TYPE_CHECKING:
    from ytelsesrad.lesing.diagnose import Serie


class TomlFil:
    r"""A file that has been read: its data, and the place of every key and value.

    ``fil`` is the name shown to people, ``tekst`` the text with line ends as ``\n``, and ``data``
    what it says, with numbers as int or Decimal. Places are worked out when one is asked for, and
    so is ``data`` of a text that is known to be good.
    """

    def __init__(self, tekst: str, fil: str, data: dict[str, Any] | None = None) -> None:
        self.tekst = tekst
        self.fil = fil
        if data is not None:
            self.data = data

    @cached_property
    def data(self) -> dict[str, Any]:
        """What the file says."""
        return tomllib.loads(self.tekst, parse_float=til_tall)

    @cached_property
    def _kart(self) -> Kart:
        skanner = Skanner(self.tekst)
        with suppress(Stopp):  # the text is good, so at worst some places are not known
            skanner.kjor()
        return skanner.kart

    @cached_property
    def _linjer(self) -> Linjer:
        return Linjer(self.tekst, self.fil)

    def sted(self, *nokkel: str | int, verdi: bool = False, hvor: str | None = None) -> Sted:
        """Return the place of a key, or of its value.

        A number in the path picks from a list. The key of a table is its whole heading. A path
        that is not there gives the nearest table above it that is; if there is none, only the
        file.
        """
        node, lengde = self._kart.finn(nokkel)
        if not lengde:
            return Sted(self.fil, hvor=hvor)
        i_liste = isinstance(nokkel[lengde - 1], int) and self._kart.slag(node) != Slag.TABELL
        spenn = self._kart.nokkel(node)
        if i_liste or (verdi and lengde == len(nokkel)):
            spenn = self._kart.verdi(node)
        return self._linjer.sted(spenn.fra, spenn.til, hvor)

    def sted_i_tekst(
        self, nokkel: tuple[str | int, ...], fra: int, lengde: int, hvor: str | None = None
    ) -> Sted:
        """Return the place of characters ``fra`` … ``fra + lengde`` of the text that a key holds.

        Counted in the text as it reads, whatever quotes and escapes it is written with.
        """
        node, funnet = self._kart.finn(tuple(nokkel))
        spenn = self._kart.verdi(node)
        if funnet < len(nokkel) or self.tekst[spenn.fra : spenn.fra + 1] not in ('"', "'"):
            return self.sted(*nokkel, verdi=True, hvor=hvor)
        start, _ = plass(self.tekst, spenn.fra, spenn.til, fra)
        siste, slutt = plass(self.tekst, spenn.fra, spenn.til, fra + max(1, lengde) - 1)
        if siste >= innhold(self.tekst, spenn.fra, spenn.til)[1] > start:
            slutt = siste
        return self._linjer.sted(start, slutt, hvor)


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
