"""Places on a line in words: «31,8 timer», «60,7 prosent», «18 500 kroner»."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ytelsesrad.analyse import Grenser
from ytelsesrad.lesbart import BOKMAAL, HARDT_MELLOMROM, Sprak, avrundet

_TIDEL = Decimal("0.1")
_ORE = Decimal("0.01")
_HUNDRE = Decimal(100)


class Stillinger:
    """Writes places on one line."""

    def __init__(self, grenser: Grenser, s: Sprak = BOKMAAL) -> None:
        self._s = s
        self.forste = grenser.langs[0]
        self.enhet = self.forste.enhet
        ore = self.enhet in ("kr/time", "kr/dag")
        self.maate = self.forste.maate
        if self.maate == "andel":
            self.enhet = "prosent"
        self.trinnvis = grenser.trinnvis
        self.finhet = _ORE if ore else Decimal(1) if self.enhet.startswith("kr") else _TIDEL

    @property
    def langs(self) -> str:
        """What the line goes along, inside a sentence: «timer i uka»."""
        return self._s.midt_i(self.forste.tittel)

    def til_og_med(self, t: Decimal) -> str:
        """Return a place, rounded down: it is not past what is there."""
        return self._vis((t / self.finhet).to_integral_value(ROUND_FLOOR) * self.finhet)

    def fra_og_med(self, t: Decimal) -> str:
        """Return a place, rounded up: it has reached what is there."""
        return self._vis((t / self.finhet).to_integral_value(ROUND_CEILING) * self.finhet)

    def noyaktig(self, t: Decimal) -> str:
        """Return a place people can choose, as it is."""
        return self._vis(avrundet(t, _ORE))

    def valgt(self, t: Decimal, trinn: str | None) -> str:
        """Return a place people can choose, and what the rules count there when they do."""
        return self.noyaktig(t) + (f" ({trinn})" if trinn and self.trinnvis else "")

    def kort_valgt(self, t: Decimal, trinn: str | None) -> str:
        """Return a place people can choose: what the rules count there, and about where it is."""
        if not (trinn and self.trinnvis):
            return self.noyaktig(t)
        return f"{trinn} ({self._vis(avrundet(t, 1))})"

    def kort_avstand(self, t: Decimal) -> str:
        """Return how long a way is, in whole percent between percentages."""
        return self._tall(avrundet(t, Decimal(1))) if self.enhet == "prosent" else self.omtrent(t)

    def omtrent(self, t: Decimal) -> str:
        """Return a length, rounded to the nearest."""
        return self._tall(avrundet(t, self.finhet))

    @property
    def mot_planen(self) -> str:
        """What places are compared with, said once: « enn i planen»."""
        return {"tillegg": " enn i planen", "andel": " av det som står i planen"}.get(
            self.maate, ""
        )

    def avstand(self, t: Decimal) -> str:
        """Return how long a way is; between percentages it is in percentage points."""
        svar = self.omtrent(t)
        return svar.replace("prosent", "prosentenheter") if self.enhet == "prosent" else svar

    def spenn(self, fra: Decimal, til: Decimal) -> str:
        """Return «fra 0 til 3,9 timer»."""
        a, b = self.til_og_med(fra), self.til_og_med(til)
        enhet = b.rpartition(HARDT_MELLOMROM)[2]
        return f"fra {a.removesuffix(f'{HARDT_MELLOMROM}{enhet}')} til {b}"

    def omraade(self, fra: Decimal, til: Decimal) -> str:
        """Return a place, or «3,7–3,9 timer» for a span."""
        a, b = self.til_og_med(fra), self.til_og_med(til)
        if a == b:
            return a
        enhet = b.partition(HARDT_MELLOMROM)[2]
        return f"{a.removesuffix(f'{HARDT_MELLOMROM}{enhet}')}–{b}"

    @property
    def akse(self) -> str:
        """What stands at the level axis of a chart."""
        tittel = self.langs
        return f"{tittel}{self.mot_planen.replace(' enn', ' mer enn')}"

    def _vis(self, t: Decimal) -> str:
        if self.maate != "tillegg":
            return self._tall(t)
        return f"{self._tall(abs(t))} {'mindre' if t < 0 else 'mer'}"

    def _tall(self, t: Decimal) -> str:
        if self.enhet == "prosent":
            t = t / _HUNDRE
        return self._s.vis(t, self.enhet)
