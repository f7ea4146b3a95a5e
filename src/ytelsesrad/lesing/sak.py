"""What a faulty text looks like around the place where the walk stopped."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from ytelsesrad.lesing.grenser import UTDRAG
from ytelsesrad.lesing.stopp import Stopp
from ytelsesrad.lesing.verdifeil import forklar_verdi

_SLUTT_I_KLAMME = re.compile(r"[,\]}#\n]")


class Forklaring(NamedTuple):
    """What is wrong, the remedy, and the offsets it is about; ``flere`` are further offsets."""

    hva: str
    rett: str
    fra: int
    til: int
    flere: tuple[int, ...] = ()


class Sak(NamedTuple):
    """A text and where the walk stopped."""

    tekst: str
    stopp: Stopp

    @property
    def i_klamme(self) -> bool:
        """Whether a ``[`` or ``{`` of a value is open."""
        return self.stopp.klamme is not None

    def linjestart(self, pos: int) -> int:
        """Return the offset where the line of an offset begins."""
        return self.tekst.rfind("\n", 0, pos) + 1

    def linjeslutt(self, pos: int) -> int:
        """Return the offset of the line end after an offset."""
        slutt = self.tekst.find("\n", pos)
        return len(self.tekst) if slutt < 0 else slutt

    def raa(self, fra: int) -> str:
        """Return the text of a bare value: to the line end, a comment, or the end of its part."""
        slutt = self.linjeslutt(fra)
        if self.i_klamme:
            treff = _SLUTT_I_KLAMME.search(self.tekst, fra)
            slutt = treff.start() if treff else slutt
        return self.tekst[fra:slutt].split("#", 1)[0].rstrip()

    def forrige(self, pos: int) -> int:
        """Return the offset after what stands before an offset on the same line."""
        start = self.linjestart(pos)
        return start + len(self.tekst[start:pos].rstrip())

    def byttet(self, fra: int, til: int, ny: str) -> str:
        """Return the line with something else from ``fra`` to ``til``, ready to paste."""
        for_an = self.tekst[self.linjestart(fra) : fra].lstrip()
        if not self.i_klamme:
            return for_an + ny if len(for_an) < UTDRAG else ny
        hele = for_an + ny + self.tekst[til : self.linjeslutt(til)].rstrip()
        return hele if len(hele) < UTDRAG else ny

    def rett(self, fra: int, til: int, forslag: tuple[str, ...]) -> str:
        """Return the line with each of the values, or with the only one."""
        if self.i_klamme and len(forslag) > 1:
            return "  eller  ".join(forslag)
        return "  eller  ".join(self.byttet(fra, til, ny) for ny in forslag)


def gyldig_verdi(raa: str) -> str:
    """Return a value as it stands if it is TOML, else the best guess, else «…»."""
    if not raa or len(raa) > UTDRAG:
        return "…"
    try:
        tomllib.loads(f"x = {raa}")
    except (ValueError, RecursionError):
        forslag = forklar_verdi(raa).forslag
        return forslag[0] if forslag else "…"
    return raa
