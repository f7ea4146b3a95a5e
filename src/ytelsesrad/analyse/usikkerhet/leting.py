"""Search what the uncertain inputs of a plan can come to, one by one and together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import product

from ytelsesrad.analyse.usikkerhet.dimensjon import Dimensjon, Sted
from ytelsesrad.beregning import Aar, Maanedslinje, Utregning
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.beregning.maaneder import finn_maaneder
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt

MAKS_HJORNER = 4
"""Inputs whose ends are all tried together; with more, each is moved in turn."""
_RUNDER = 3
"""Times the search goes through all inputs."""


@dataclass(frozen=True)
class Utfall:
    """A plan with some values: its years and months."""

    aar: tuple[Aar, ...]
    maaneder: tuple[Maanedslinje, ...]


@dataclass
class Leting:
    """One plan's search. ``gitt`` is the plan as expected."""

    bok: Regelbok
    gitt: Gitt
    fra: date
    til: date
    dimensjoner: Sequence[Dimensjon]
    regninger: int = 0
    _forste: Utregning | None = None
    """The first run: the others take from it what is the same in them."""
    _utfall: dict[Gitt, Utfall] = field(default_factory=dict)
    _steder: dict[tuple[int, Gitt], list[Sted]] = field(default_factory=dict)
    _baand: dict[int, Decimal] = field(default_factory=dict)

    def utfall(self, gitt: Gitt) -> Utfall:
        """Return a plan with other values, computed once."""
        if gitt not in self._utfall:
            u = Utregning(self.bok, gitt, self.fra, self.til)
            if self._forste is None:
                self._forste = u
            u.bruk(self._forste)
            betalinger = finn_utbetalinger(u)
            self.regninger += 1
            self._utfall[gitt] = Utfall(
                finn_aar(u, betalinger), finn_maaneder(betalinger, self.fra, self.til, None, ())
            )
        return self._utfall[gitt]

    def steder(self, nr: int, gitt: Gitt) -> list[Sted]:
        """Return where an input can give the least or most, with the others as they stand."""
        if (nr, gitt) not in self._steder:
            funnet, baand = self.dimensjoner[nr].steder(self.bok, gitt, self.fra, self.til)
            self._baand[nr] = max(baand, self._baand.get(nr, baand))
            self.regninger += len(funnet)
            self._steder[nr, gitt] = funnet
        return self._steder[nr, gitt]

    def baand(self, nr: int) -> Decimal:
        """Return how much roundings can move an amount when an input is followed."""
        return self._baand.get(nr, Decimal(0))

    def punkter(self) -> Iterator[Gitt]:
        """Return the plans to compute: as expected, the ends, and where there is least and most."""
        yield self.gitt
        for nr, d in enumerate(self.dimensjoner):
            yield d.med(self.gitt, d.lavest)
            yield d.med(self.gitt, d.hoyest)
            for verdi, _ in _ytterst(self.steder(nr, self.gitt)):
                yield d.med(self.gitt, verdi)
        if len(self.dimensjoner) > 1:
            yield from self._hjorner()
            yield self._let(-1)
            yield self._let(1)

    def _hjorner(self) -> Iterator[Gitt]:
        if len(self.dimensjoner) > MAKS_HJORNER:
            return
        for ender in product(*((d.lavest, d.hoyest) for d in self.dimensjoner)):
            gitt = self.gitt
            for d, verdi in zip(self.dimensjoner, ender, strict=True):
                gitt = d.med(gitt, verdi)
            yield gitt

    def _let(self, retning: int) -> Gitt:
        """Move one input at a time to where it gives the least (-1) or most (1), over and over."""
        gitt, best = self.gitt, None
        for _ in range(_RUNDER):
            flyttet = False
            for nr, d in enumerate(self.dimensjoner):
                ytterst = _ytterst(self.steder(nr, gitt))
                if not ytterst:
                    continue
                verdi, belop = ytterst[0 if retning < 0 else -1]
                if best is None or (belop - best) * retning > 0:
                    gitt, best, flyttet = d.med(gitt, verdi), belop, True
            if not flyttet:
                break
        return gitt


def _ytterst(steder: Sequence[Sted]) -> list[tuple[Oppgitt, Decimal]]:
    """Return the place with the least and the one with the most, of those that are known."""
    kjente = [(v, b) for v, b in steder if b is not None]
    if not kjente:
        return []
    return [min(kjente, key=lambda x: x[1]), max(kjente, key=lambda x: x[1])]
