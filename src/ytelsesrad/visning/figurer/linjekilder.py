"""What a chart along a line is made of: kinds of source, plans, falls and leaps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Strekning, Terskel
from ytelsesrad.lesbart import kr, liste, midt_i
from ytelsesrad.visning.figurer.merker import MAANEDER
from ytelsesrad.visning.figurer.monster import Monster, monster
from ytelsesrad.visning.tekst.planer import er_som_naa


@dataclass(frozen=True, slots=True)
class Linjekilde:
    """A kind of source along a line: how it looks, and which coverage lines it is made of."""

    navn: str
    monster: Monster
    ytelser: tuple[str, ...]

    def fra(self, s: Strekning) -> Decimal:
        """Return what it gives a month where a piece begins."""
        return sum((s.linjer_fra[y] for y in self.ytelser), Decimal(0)) / MAANEDER

    def til(self, s: Strekning) -> Decimal:
        """Return what it gives a month where a piece ends."""
        return sum((s.linjer_til[y] for y in self.ytelser), Decimal(0)) / MAANEDER

    def bue(self, s: Strekning) -> Decimal:
        """Return how far above the middle of its ends it is halfway on a piece, a month."""
        return sum((s.buer.get(y, Decimal(0)) for y in self.ytelser), Decimal(0)) / MAANEDER


def linjekilder(g: Grenser) -> list[Linjekilde]:
    """Return the kinds of source with money on the line, in the order of the rule book."""
    alle = list(dict.fromkeys(g.grupper.values()))
    samlet: dict[str, list[str]] = {}
    for y, gruppe in g.grupper.items():
        if any(s.linjer_fra[y] or s.linjer_til[y] for s in g.strekninger):
            samlet.setdefault(gruppe, []).append(y)
    return [
        Linjekilde(_navn([g.navn[y] for y in ytelser]), monster(alle.index(gruppe)), tuple(ytelser))
        for gruppe, ytelser in sorted(samlet.items(), key=lambda x: alle.index(x[0]))
    ]


def _navn(navn: list[str]) -> str:
    return liste([navn[0], *map(midt_i, navn[1:])])


@dataclass(frozen=True, slots=True)
class Prikk:
    """A plan on the line: its name, where it is, and what it gives a month."""

    navn: str
    ved: Decimal
    belop: Decimal


def prikker(g: Grenser) -> list[Prikk]:
    """Return the plans on the line; the first plan, which they are compared with, is «i dag»."""
    return [
        Prikk("i dag" if er_som_naa(p.plan) else p.plan, p.stilling, p.belop / MAANEDER)
        for p in g.planer
    ]


def sprang(g: Grenser) -> dict[Decimal, Terskel]:
    """Return each place where money to live on falls or leaps."""
    return {t.ved: t for t in g.terskler if t.art != "knekk"}


def hopp_i_ord(belop: Decimal) -> str:
    """Return a leap as it stands in a chart: «−7 528 kr»."""
    return f"{'−' if belop < 0 else '+'}{kr(abs(belop))}"
