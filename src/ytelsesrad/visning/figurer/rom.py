"""What room is taken in a drawing, so that texts do not stand on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ytelsesrad.visning.figurer.flate import Maal, skrevet
from ytelsesrad.visning.oppmerking import El

Boks = tuple[int, int, int, int]
Sted = tuple[int, int, str]
"""Where a text may stand: x, y, anchor."""
_BIT = 60


@dataclass(slots=True)
class Rom:
    """Boxes that are taken: by dots and texts, which no text may cover, and by lines."""

    maal: Maal
    tatt: list[Boks] = field(default_factory=list)
    streker: list[Boks] = field(default_factory=list)

    def oppta(self, x: int, y: int, radius: int) -> None:
        """Take the room of a dot."""
        self.tatt.append((x - radius, y - radius, x + radius, y + radius))

    def oppta_strek(self, x1: int, y1: int, x2: int, y2: int) -> None:
        """Take the room of a straight line; a text stands on it only when nothing else is free."""
        antall = max(1, max(abs(x2 - x1), abs(y2 - y1)) // _BIT)
        for n in range(antall + 1):
            x, y = x1 + (x2 - x1) * n // antall, y1 + (y2 - y1) * n // antall
            self.streker.append((x - 20, y - 20, x + 20, y + 20))

    def skriv(self, tekst: str, steder: Sequence[Sted]) -> El:
        """Return a text at the place with the most room; the first one of those alike."""
        x, y, anker = min(steder, key=lambda sted: self._trangt(tekst, sted))
        self.tatt.append(self._boks(tekst, (x, y, anker)))
        return skrevet(tekst, x, y, anker, glorie=True)

    def ledig(self, tekst: str, sted: Sted) -> bool:
        """Tell whether a text would cover nothing."""
        return self._trangt(tekst, sted) == (0, 0, 0)

    def _trangt(self, tekst: str, sted: Sted) -> tuple[int, int, int]:
        boks = self._boks(tekst, sted)
        utenfor = max(0, self.maal.venstre - boks[0]) + max(0, boks[2] - self.maal.bredde)
        tatt = sum(_over_hverandre(boks, annen) for annen in self.tatt)
        return utenfor, tatt, sum(_over_hverandre(boks, annen) for annen in self.streker)

    def _boks(self, tekst: str, sted: Sted) -> Boks:
        x, y, anker = sted
        lengde = self.maal.lengde(tekst)
        fra = {"start": x, "end": x - lengde}.get(anker, x - lengde // 2)
        return fra, y - self.maal.skrift, fra + lengde, y + self.maal.skrift // 3


def _over_hverandre(a: Boks, b: Boks) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
