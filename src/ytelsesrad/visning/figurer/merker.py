"""The names of limits above a drawing: dashed verticals, and names that no line goes through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.visning.figurer.akse import Akse
from ytelsesrad.visning.figurer.flate import Maal, skrevet
from ytelsesrad.visning.figurer.monster import STREK
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.stillinger import Stillinger

MAANEDER = 12
_NAER = Decimal("0.05")
"""Limits of one cause within this part of the line share a name."""


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


@dataclass(frozen=True, slots=True)
class _Navn:
    """A name in its row: where its line goes down, and what it covers."""

    sted: int
    rad: int
    fra: int
    til: int
    anker: str

    def dekker(self, x: int, luft: int) -> bool:
        """Tell whether a vertical goes through the name."""
        return self.fra - luft < x < self.til + luft


def tegn_merker(merker: Sequence[Merke], x: Akse, maal: Maal) -> Iterator[El]:
    """Go through dashed verticals, with names where there is room: the weightiest first."""
    steder = {m: x.plass((m.fra + m.til) / 2) for m in merker}
    navngitt: list[Merke] = []
    plasser: dict[Merke, _Navn] = {}
    for m in sorted(merker, key=lambda m: -m.vekt):
        forsok = sorted([*navngitt, m], key=lambda m: steder[m])
        funnet = _legg_ut([(steder[y], maal.lengde(y.navn)) for y in forsok], maal)
        if funnet is not None:
            navngitt = forsok
            plasser = dict(zip(forsok, funnet, strict=True))
    for m in merker:
        n = plasser.get(m)
        topp = maal.topp if n is None else maal.skrift * (n.rad + 1) + 60
        d = f"M{steder[m]} {topp}V{maal.bunn}"
        yield el("path", d=d, stroke=STREK, stroke_width=10, stroke_dasharray="60 40")
    for m, n in plasser.items():
        yield skrevet(m.navn, n.fra if n.anker == "start" else n.til, _linje(n, maal), n.anker)


def _linje(n: _Navn, maal: Maal) -> int:
    return maal.skrift * (n.rad + 1)


def _legg_ut(navn: Sequence[tuple[int, int]], maal: Maal) -> list[_Navn] | None:
    """Return a place for every name (where, how long), from the left; None without room for all.

    The first ones stand to the right of their lines, as stairs down to the right, and the rest to
    the left of theirs, as stairs down to the left, so that no line goes through a name.
    """
    for delt in range(len(navn), -1, -1):
        forst = [(x, min(x - 40, maal.bredde - n), n) for x, n in navn[:delt]]
        sist = [(x, max(x + 40 - n, 0), n) for x, n in reversed(navn[delt:])]
        trapp = _trapp(sist, "end", maal, _trapp(forst, "start", maal, []))
        alle = [*trapp[:delt], *reversed(trapp[delt:])]
        if all(_inne(n, maal) for n in alle) and not _gjennom(alle, maal.skrift // 2):
            return alle
    return None


def _trapp(
    bokser: Sequence[tuple[int, int, int]], anker: str, maal: Maal, foran: Sequence[_Navn]
) -> list[_Navn]:
    svar = list(foran)
    for sted, fra, lengde in bokser:
        til = fra + lengde
        over = [n.rad for n in svar if n.fra < til + maal.skrift and fra - maal.skrift < n.til]
        svar.append(_Navn(sted, max(over, default=-1) + 1, fra, til, anker))
    return svar


def _inne(n: _Navn, maal: Maal) -> bool:
    return n.fra >= 0 and n.til <= maal.bredde and n.rad < maal.navn


def _gjennom(alle: Sequence[_Navn], luft: int) -> bool:
    """Tell whether a line goes through a name, or two names stand on each other."""
    for a in alle:
        for b in alle:
            if a is b:
                continue
            if a.rad <= b.rad and b.dekker(a.sted, luft):
                return True
            if a.rad == b.rad and a.fra < b.til + luft and b.fra < a.til + luft:
                return True
    return False
