"""A TOML file that has been read: what it says, and where each thing in it stands."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import cached_property
from typing import Any

from ytelsesrad.lesing.feil import Sted
from ytelsesrad.lesing.kart import Kart, Slag
from ytelsesrad.lesing.linjer import Linjer
from ytelsesrad.lesing.skann import Skanner
from ytelsesrad.lesing.stopp import Stopp
from ytelsesrad.lesing.streng import innhold, plass
from ytelsesrad.lesing.vern import til_tall


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
