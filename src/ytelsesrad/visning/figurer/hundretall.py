"""The figures of «of 100 kroner more»: range by range, and who takes the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Andel, Grenser, Strekning
from ytelsesrad.lesbart import avrundet, liste, midt_i
from ytelsesrad.visning.figurer.linjekilder import Linjekilde, linjekilder
from ytelsesrad.visning.tekst.grenser.satser import bitene

HUNDRE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Trinn:
    """A range with one rate: kroner of 100 kroner more, unrounded, signed as in «å leve for»."""

    fra: Decimal
    til: Decimal
    igjen: Decimal
    av: tuple[Decimal, ...]
    """What each kind of source adds or takes."""
    fra_sti: str
    """The piece it begins with, as a path in the answer."""
    av_stier: tuple[str, ...]

    @property
    def tar(self) -> tuple[Decimal, ...]:
        """How much each kind of source takes, and nothing where it adds."""
        return tuple(max(-x, Decimal(0)) for x in self.av)

    @property
    def hoyest(self) -> Decimal:
        """How high the stack of what is left and what is taken is."""
        return max(self.igjen, Decimal(0)) + sum(self.tar, Decimal(0))


def tjent(g: Grenser) -> str:
    """Return what more is earned, inside a sentence: «lønn»."""
    return liste(midt_i(g.navn[y]) for y in g.opphav)


def som_tar(g: Grenser) -> list[Linjekilde]:
    """Return the kinds of source that take or add when more is earned."""
    svar = []
    for k in linjekilder(g):
        andre = tuple(y for y in k.ytelser if y not in g.opphav)
        if any(a.ytelse in andre and avrundet(a.av_100 or 0) for a in _andeler(g)):
            svar.append(Linjekilde(k.navn, k.monster, andre))
    return svar


def _andeler(g: Grenser) -> Iterator[Andel]:
    for s in g.strekninger:
        yield from s.andeler


def _av(s: Strekning, k: Linjekilde) -> Decimal:
    return sum((a.av_100 or Decimal(0) for a in s.andeler if a.ytelse in k.ytelser), Decimal(0))


def _stier(s: Strekning, nr: int, k: Linjekilde) -> str:
    return " + ".join(
        f"strekninger/{nr}/andeler/{n}/av_100"
        for n, a in enumerate(s.andeler)
        if a.ytelse in k.ytelser
    )


def trinnene(g: Grenser, kilder: Sequence[Linjekilde]) -> list[Trinn]:
    """Return the ranges, those that look alike in whole kroner joined."""
    nummer = {s.fra: nr for nr, s in reversed(list(enumerate(g.strekninger)))}
    return [
        Trinn(
            s.fra,
            s.til,
            s.igjen_av_100,
            tuple(_av(s, k) for k in kilder),
            f"strekninger/{nummer[s.fra]}",
            tuple(_stier(s, nummer[s.fra], k) for k in kilder),
        )
        for _, s, _ in bitene(g)
        if s.igjen_av_100 is not None
    ]
