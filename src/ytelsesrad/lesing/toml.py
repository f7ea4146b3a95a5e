"""Read TOML: values from ``tomllib``, places from our own walk, and faults in bokmål."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from ytelsesrad.lesing.feil import Feil, Feilsamling, Sted
from ytelsesrad.lesing.grenser import se_etter_for_stort
from ytelsesrad.lesing.skann import Steder, finn_steder, tegnene
from ytelsesrad.lesing.tomlfeil import forklar_tomlfeil

Serie = Literal["R", "S"]


class TomlFil:
    """A file that has been read: its data, and the place of every key and value.

    ``fil`` is the name shown to people. Places are worked out the first time one is asked for.
    """

    def __init__(self, tekst: str, fil: str, data: dict[str, Any]) -> None:
        self.tekst = tekst
        self.fil = fil
        self.data = data

    @cached_property
    def _steder(self) -> Steder:
        return finn_steder(self.tekst)

    @cached_property
    def _linjestart(self) -> list[int]:
        return [0, *(i + 1 for i, t in enumerate(self.tekst) if t == "\n")]

    def sted(self, *nokkel: str | int, verdi: bool = False, hvor: str | None = None) -> Sted:
        """Return the place of a key (or of its value); of the nearest table if it isn't there."""
        steder = self._steder
        for lengde in range(len(nokkel), 0, -1):
            sti = nokkel[:lengde]
            spenn = steder.verdier.get(sti) if verdi else None
            spenn = spenn or steder.nokler.get(sti)
            if spenn is not None:
                return self._sted(spenn[0], spenn[1] - spenn[0], hvor)
        return Sted(self.fil, hvor=hvor)

    def sted_i_tekst(
        self, nokkel: tuple[str | int, ...], fra: int, lengde: int, hvor: str | None = None
    ) -> Sted:
        """Return the place of some characters of the text that a key holds."""
        spenn = self._steder.verdier.get(tuple(nokkel))
        if spenn is None or self.tekst[spenn[0]] not in "\"'":
            return self.sted(*nokkel, verdi=True, hvor=hvor)
        tegn = tegnene(self.tekst, *spenn)
        if not tegn:
            return self._sted(spenn[0], 1, hvor)
        start = tegn[min(fra, len(tegn) - 1)][1]
        slutt = tegn[min(fra + max(1, lengde), len(tegn)) - 1][1] + 1
        return self._sted(start, slutt - start, hvor)

    def _sted(self, fra: int, lengde: int, hvor: str | None) -> Sted:
        nr = bisect_right(self._linjestart, fra)
        start = self._linjestart[nr - 1]
        slutt = self.tekst.find("\n", start)
        linje = self.tekst[start : len(self.tekst) if slutt < 0 else slutt].rstrip("\r")
        kolonne = fra - start + 1
        return Sted(
            self.fil, nr, kolonne, linje, max(1, min(lengde, len(linje) - kolonne + 1)), hvor
        )


def les_toml(tekst: str, fil: str, serie: Serie = "R") -> TomlFil:
    """Read TOML text. Raises Feilsamling with the first fault, its place and its remedy."""
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n")
    tekst = tekst.removeprefix("\ufeff")
    for_stort = se_etter_for_stort(tekst, fil, serie)
    if for_stort is not None:
        raise Feilsamling((for_stort,))
    try:
        data = tomllib.loads(tekst, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ValueError, ArithmeticError) as feil:
        raise Feilsamling((forklar_tomlfeil(str(feil), tekst, fil, serie),)) from None
    except RecursionError:
        raise Feilsamling(
            (
                Feil(
                    f"{serie}02",
                    Sted(fil),
                    "Filen er for dypt nøstet.",
                    "Bruk egne tabeller i stedet for klammer inne i klammer.",
                ),
            )
        ) from None
    return TomlFil(tekst, fil, data)


def les_toml_bytes(data: bytes, fil: str, serie: Serie = "R") -> TomlFil:
    """Read TOML from the bytes of a file. Raises Feilsamling, also when they are not UTF-8."""
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError as feil:
        linje = data[: feil.start].count(b"\n") + 1
        raise Feilsamling(
            (
                Feil(
                    f"{serie}01",
                    Sted(fil, linje),
                    "Filen er ikke lagret som UTF-8, så bokstaver som æ, ø og å kan ikke leses.",
                    "Lagre filen på nytt med tegnsettet UTF-8.",
                ),
            )
        ) from None
    return les_toml(tekst, fil, serie)
