"""What a chart along a line is made of: kinds of source, plans, and names of limits with room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Strekning, Terskel
from ytelsesrad.lesbart import kr, liste, midt_i
from ytelsesrad.visning.figurer.akse import Akse
from ytelsesrad.visning.figurer.flate import Maal, skrevet
from ytelsesrad.visning.figurer.monster import STREK, Monster, monster
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.planer import er_som_naa
from ytelsesrad.visning.tekst.stillinger import Stillinger

MAANEDER = 12
_NAER = Decimal("0.03")
"""Limits of one cause closer than this part of the line share a name."""


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


# ── the names of limits ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Merke:
    """A limit, or several of one cause close together, with its name."""

    fra: Decimal
    til: Decimal
    navn: str
    vekt: Decimal
    """How much it matters: a fall before a kink, and the larger before the smaller."""


def merkene(g: Grenser) -> list[Merke]:
    """Return the limits to mark, those of one cause close together as one with a span."""
    s = Stillinger(g)
    naer = _NAER * (g.langs[0].til - g.langs[0].fra)
    samlet: list[list[Terskel]] = []
    for t in g.terskler:
        forrige = next((x for x in reversed(samlet) if _hva(x[0]) == _hva(t)), None)
        if forrige is not None and t.ved - forrige[0].ved <= naer:
            forrige.append(t)
        else:
            samlet.append([t])
    return [
        Merke(
            x[0].ved,
            x[-1].ved,
            f"{_hva(x[0])}, {s.omraade(x[0].ved, x[-1].ved)}",
            max(abs(t.hopp) * MAANEDER + abs(t.per_enhet_etter - t.per_enhet_for) for t in x),
        )
        for x in samlet
    ]


def _hva(t: Terskel) -> str:
    if not t.aarsaker:
        return "Grense"
    return t.aarsaker[0].grense or t.aarsaker[0].tittel


def tegn_merker(merker: Sequence[Merke], x: Akse, maal: Maal) -> Iterator[El]:
    """Go through dashed verticals, with names where there is room: the weightiest first."""
    rader: list[list[tuple[int, int]]] = [[] for _ in range(maal.navn)]
    for m in sorted(merker, key=lambda m: -m.vekt):
        sted = x.plass((m.fra + m.til) / 2)
        plass = _ledig(rader, sted, maal.lengde(m.navn), maal)
        topp = maal.topp if plass is None else maal.skrift * (plass[0] + 1) + 60
        d = f"M{sted} {topp}V{maal.bunn}"
        yield el("path", d=d, stroke=STREK, stroke_width=10, stroke_dasharray="60 40")
        if plass is not None:
            rad, fra, anker = plass
            venstre = {"start": fra, "end": fra + maal.lengde(m.navn)}[anker]
            yield skrevet(m.navn, venstre, maal.skrift * (rad + 1), anker)


def _ledig(
    rader: list[list[tuple[int, int]]], sted: int, lengde: int, maal: Maal
) -> tuple[int, int, str] | None:
    """Return the first row with room for a name beside a place, where it begins, and its anchor."""
    for rad, tatt in enumerate(rader):
        for anker, fra in (("start", sted - 40), ("end", sted + 40 - lengde)):
            til = fra + lengde
            inne = maal.venstre // 2 <= fra and til <= maal.bredde
            if inne and all(til + maal.skrift < a or fra - maal.skrift > b for a, b in tatt):
                tatt.append((fra, til))
                return rad, fra, anker
    return None


def hopp_i_ord(belop: Decimal) -> str:
    """Return a leap as it stands in a chart: «−7 528 kr»."""
    return f"{'−' if belop < 0 else '+'}{kr(abs(belop))}"
