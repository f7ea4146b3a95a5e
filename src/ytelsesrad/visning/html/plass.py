"""How much fits on one A4 page: heights are reckoned a little high, so that nothing falls off.

Lengths are hundredths of a millimetre, type sizes tenths of a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SIDE = 27_500
"""The height between the margins of the page."""
BREDDE = 18_400
LUFT = 200
"""What is never filled: browsers round differently."""

_TEGN_PER_EM = 48
"""The width of a letter in hundredths of the type size: a little more than in most typefaces."""
_PUNKT = 353
"""A tenth of a point, in ten-thousandths of a millimetre."""


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column of running text."""

    bredde: int
    skrift: int
    linjeavstand: int
    """In hundredths of the type size."""
    mellom: int = 0
    """Space after each paragraph."""

    @property
    def linje(self) -> int:
        """The height of a line."""
        return self.skrift * _PUNKT * self.linjeavstand // 10_000

    def linjer(self, tekst: str) -> int:
        """Return how many lines a text takes, at most."""
        plass = max(1, self.bredde * 10_000 // (self.skrift * _PUNKT * _TEGN_PER_EM))
        antall, brukt = 1, 0
        for ord_ in tekst.split(" "):
            bit = len(ord_)
            if brukt and brukt + 1 + bit > plass:
                antall, brukt = antall + 1, 0
            brukt += bit + (1 if brukt else 0)
            if brukt > plass:
                antall += (brukt - 1) // plass
                brukt = brukt % plass or plass
        return antall

    def hoyde(self, *avsnitt: str) -> int:
        """Return the height of some paragraphs."""
        return sum(self.linjer(a) * self.linje + self.mellom for a in avsnitt if a)

    def som_faar_plass(self, avsnitt: Sequence[str], hoyde: int, slutt: str = "") -> list[int]:
        """Return which of the paragraphs there is room for, the first always.

        What is too long is passed over for what comes after it. ``slutt`` follows if not all are
        taken; its braces are how many are left out.
        """
        if self.hoyde(*avsnitt) <= hoyde:
            return list(range(len(avsnitt)))
        igjen = hoyde - self.hoyde(slutt.format(len(avsnitt)))
        valgt: list[int] = []
        for nr, tekst in enumerate(avsnitt):
            trengs = self.hoyde(tekst)
            if not valgt or trengs <= igjen:
                valgt.append(nr)
                igjen -= trengs
        return valgt

    def fordel(
        self, avsnitt: Sequence[Sequence[str]], hoyde: int, slutt: str = ""
    ) -> list[tuple[int, int]]:
        """Return which of the paragraphs there is room for, and which way each is written.

        Each can be written several ways, the fullest first. As many as possible are there, what
        comes first before what comes after; then the first of them that have room are written
        more fully. The first is always taken, and what has no room in any way is passed over.
        ``slutt`` is as in ``som_faar_plass``.
        """
        if self.hoyde(*(maater[0] for maater in avsnitt)) <= hoyde:
            return [(nr, 0) for nr in range(len(avsnitt))]
        igjen = hoyde - self.hoyde(slutt.format(len(avsnitt)))
        hoyder = [[self.hoyde(tekst) for tekst in maater] for maater in avsnitt]
        valgt: dict[int, int] = {}
        for nr, maatene in enumerate(hoyder):
            if not valgt or maatene[-1] <= igjen:
                valgt[nr] = len(maatene) - 1
                igjen -= maatene[-1]
        for nr, maate in valgt.items():
            maatene = hoyder[nr]
            fyldig = next(
                m for m in range(maate + 1) if maatene[m] <= igjen + maatene[maate] or m == maate
            )
            igjen += maatene[maate] - maatene[fyldig]
            valgt[nr] = fyldig
        return list(valgt.items())


TITTEL = Spalte(BREDDE, 180, 114)
INGRESS = Spalte(BREDDE, 104, 134)
TABELL = Spalte(BREDDE, 92, 136)
LITEN = Spalte(BREDDE, 86, 136)
BOKS = (
    Spalte(4_900, 86, 130, 60),
    Spalte(5_550, 86, 130, 60),
    Spalte(5_950, 86, 130, 60),
)
MAANEDER = Spalte(BREDDE, 80, 130)
FOT = (Spalte(9_700, 82, 132), Spalte(8_100, 82, 132))
