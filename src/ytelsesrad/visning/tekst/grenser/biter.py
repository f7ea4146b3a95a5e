"""The pieces of a line in few: those that give about as much are one, with what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Strekning, Terskel
from ytelsesrad.raad.utvalg import Uvesentlig
from ytelsesrad.visning.tekst.grenser.satser import bitene, fallet

NAER = Decimal("0.03")
"""A piece shorter than this part of the line is about an hour: it stands with its neighbour."""
_MAANEDER, _HUNDRE = 12, 100
_INGEN = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bit:
    """Some pieces beside each other, seen as one."""

    biter: tuple[Strekning, ...]
    opphav: tuple[str, ...]
    fall: Terskel | None
    """The fall or leap just before it."""

    @property
    def fra(self) -> Decimal:
        """Where it begins."""
        return self.biter[0].fra

    @property
    def til(self) -> Decimal:
        """Where it ends."""
        return self.biter[-1].til

    @property
    def samlet(self) -> bool:
        """Whether there are several, so that the figure is what they give in all."""
        return len(self.biter) > 1

    @property
    def igjen(self) -> Decimal | None:
        """What is left of hundre kroner more, from one end to the other."""
        if not self.samlet:
            return self.biter[0].igjen_av_100
        brutto = self._brutto
        mer = self.biter[-1].belop_til - self.biter[0].belop_fra
        return mer / brutto * _HUNDRE if brutto else None

    def andel(self, ytelse: str) -> Decimal:
        """Return what a coverage line gives or takes of hundre kroner more."""
        if not self.samlet:
            x = self.biter[0]
            funnet = (a.av_100 for a in x.andeler if a.ytelse == ytelse)
            return next(funnet, None) or _INGEN
        return self._endring(ytelse) / self._brutto * _HUNDRE if self._brutto else _INGEN

    @property
    def _brutto(self) -> Decimal:
        return sum((self._endring(y) for y in self.opphav), _INGEN)

    def _endring(self, ytelse: str) -> Decimal:
        forst, sist = self.biter[0], self.biter[-1]
        return sist.linjer_til.get(ytelse, _INGEN) - forst.linjer_fra.get(ytelse, _INGEN)


def korte_biter(g: Grenser, uvesentlig: Uvesentlig | None) -> Iterator[Bit]:
    """Go through the pieces, with those joined that differ by too little to matter.

    A fall of more than is too little always stands between two pieces.
    """
    lengde = g.langs[0].til - g.langs[0].fra
    opphav = tuple(g.opphav)
    grupper: list[list[Strekning]] = []
    fall: list[Terskel | None] = []
    for _, x, t in bitene(g):
        stort = t is not None and _stort(t, g, uvesentlig)
        if grupper and not stort and _hoerer_sammen(grupper[-1], x, opphav, lengde, uvesentlig):
            grupper[-1].append(x)
        else:
            grupper.append([x])
            fall.append(t if stort else None)
    for biter, t in zip(grupper, fall, strict=True):
        yield Bit(tuple(biter), opphav, t)


def _stort(t: Terskel, g: Grenser, u: Uvesentlig | None) -> bool:
    minst = u.kroner_i_maaneden * _MAANEDER if u else _INGEN
    return abs(fallet(t, trinnvis=g.trinnvis)) >= minst


def _hoerer_sammen(
    gruppe: Sequence[Strekning],
    x: Strekning,
    opphav: tuple[str, ...],
    lengde: Decimal,
    u: Uvesentlig | None,
) -> bool:
    if u is None:
        return False
    if x.til - x.fra < NAER * lengde:
        return True
    igjen = Bit(tuple(gruppe), opphav, None).igjen
    if igjen is None or x.igjen_av_100 is None:
        return igjen is None and x.igjen_av_100 is None
    return abs(igjen - x.igjen_av_100) < u.av_hundre
