"""Read TOML: what it means from ``tomllib``, where it stands from our own walk."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from functools import cached_property
from typing import Any

from ytelsesrad.lesing.diagnose import DYBDE, SIFFER, Serie, forklar_stopp, forklar_tomllib
from ytelsesrad.lesing.feil import Feil, Feilsamling, Sted
from ytelsesrad.lesing.grenser import MAKS_BYTE, MAKS_NOKKEL
from ytelsesrad.lesing.kart import Kart, Slag
from ytelsesrad.lesing.linjer import Linjer
from ytelsesrad.lesing.skann import Skanner
from ytelsesrad.lesing.stopp import Stopp
from ytelsesrad.lesing.streng import innhold, plass
from ytelsesrad.lesing.vern import Brudd, Funn, finn_brudd, mistenkelig, til_tall


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
        raise _for_stor(fil, serie)
    tekst = _rett(tekst)
    if not tekst.strip():
        raise _samlet(f"{serie}01", Sted(fil), "Filen er tom.", "Fyll den ut, eller slett den.")
    if mistenkelig(tekst):
        _stopp_om_galt(tekst, fil, serie)
    try:
        data = tomllib.loads(tekst, parse_float=til_tall)
    except (ValueError, RecursionError) as galt:
        _stopp_om_galt(tekst, fil, serie, en_linje=True)
        raise Feilsamling((forklar_tomllib(str(galt), tekst, fil, serie),)) from None
    lest = TomlFil(tekst, fil, data)
    # How small a number may be in a situation depends on its unit, so that is checked there.
    if brudd := finn_brudd(data, smaa=serie == "R"):
        _stopp_om_galt(tekst, fil, serie)
        raise _brutt(lest, brudd, serie)
    return lest


def rett_tekst(data: bytes) -> str:
    """Return the text of a file that is known to be good, as ``les_toml_bytes`` would read it."""
    return _rett(data.decode())


def _rett(tekst: str) -> str:
    return tekst.removeprefix("\ufeff").replace("\r\n", "\n")


def les_toml_bytes(data: bytes, fil: str, serie: Serie = "R") -> TomlFil:
    """Read TOML from the bytes of a file. Raises Feilsamling as les_toml, also if not UTF-8."""
    if len(data) > MAKS_BYTE:
        raise _for_stor(fil, serie)
    try:
        tekst = data.decode()
    except UnicodeDecodeError as galt:
        raise _ikke_utf8(data, galt.start, fil, serie) from None
    return les_toml(tekst, fil, serie)


def _antall_byte(tekst: str) -> int:
    return len(tekst.encode(errors="surrogatepass"))


def _stopp_om_galt(tekst: str, fil: str, serie: Serie, *, en_linje: bool = False) -> None:
    skanner = Skanner(tekst, en_linje=en_linje)
    try:
        skanner.kjor()
    except Stopp as stopp:
        raise Feilsamling((forklar_stopp(skanner, stopp, fil, serie),)) from None


def _samlet(kode: str, sted: Sted, hva: str, rett: str) -> Feilsamling:
    return Feilsamling((Feil(kode, sted, hva, rett),))


def _for_stor(fil: str, serie: Serie) -> Feilsamling:
    hva = "Filen er større enn 1 MB, som er grensen."
    return _samlet(f"{serie}02", Sted(fil), hva, "Del den i flere filer.")


def _ikke_utf8(data: bytes, start: int, fil: str, serie: Serie) -> Feilsamling:
    kode = f"{serie}01"
    rett = "Lagre filen på nytt med tegnsettet UTF-8."
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _samlet(kode, Sted(fil), "Filen er lagret som UTF-16, ikke UTF-8.", rett)
    hva = "Filen er ikke lagret som UTF-8, så æ, ø, å og andre tegn kan ikke leses sikkert."
    sted = Linjer(data.decode("latin-1"), fil).sted(start, start + 1)
    return _samlet(kode, sted, hva, rett)


def _brutt(fil: TomlFil, funn: Funn, serie: Serie) -> Feilsamling:
    er_nokkel = funn.brudd == Brudd.NOKKEL
    sted = fil.sted(*funn.sti, verdi=not er_nokkel)
    if er_nokkel:
        hva = f"Navnet er lengre enn {MAKS_NOKKEL} tegn, som er grensen."
        return _samlet(f"{serie}02", sted, hva, "Gi det et kortere navn.")
    if funn.brudd == Brudd.DYBDE:
        return _samlet(f"{serie}02", sted, *DYBDE)
    skrevet = (sted.kildelinje or "")[(sted.kolonne or 1) - 1 :][: sted.lengde]
    if skrevet.lstrip("+-") not in ("nan", "inf"):
        return _samlet(f"{serie}02", sted, *SIFFER)
    hva = f"«{skrevet}» er ikke et tall vi kan regne med."
    rett = "Skriv et vanlig tall."
    if serie == "S" and isinstance(funn.sti[-1], str):
        rett = f'Skriv et vanlig tall, eller, hvis du ikke vet:  {funn.sti[-1]} = "vet ikke"'
    return _samlet(f"{serie}02", sted, hva, rett)
