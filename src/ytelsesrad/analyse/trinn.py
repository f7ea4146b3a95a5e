"""The steps people can choose on a line, exact amounts at them, and the steps around a fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ytelsesrad.analyse.modell import Side
from ytelsesrad.analyse.sveip import Stykke, Sveip, steder
from ytelsesrad.analyse.tallene import pen
from ytelsesrad.regelspraak.tallregning import NULL

_MAKS_LETING = 12
"""Steps on each side of where a fall ought to be, that are looked through for it."""


@dataclass(frozen=True, slots=True)
class Trinn:
    """The steps of a walk that is done."""

    sv: Sveip
    stykker: Sequence[Stykke]
    steg: Decimal

    def rundt(self, t: Decimal) -> tuple[Decimal, Decimal]:
        """Return the last step that is not past a place, and the next one."""
        foran = self._paa_steg(t, ROUND_FLOOR)
        return foran, min(foran + self.steg, self.sv.akse.til)

    def _paa_steg(self, t: Decimal, vei: str) -> Decimal:
        antall = (t / self.steg).quantize(Decimal("1E-12")).to_integral_value(vei)
        return max(min(antall * self.steg, self.sv.akse.til), self.sv.akse.fra)

    def let(self, a: Stykke, b: Stykke, foran: Decimal, bak: Decimal) -> tuple[Decimal, Decimal]:
        """Return the two steps a fall lies between: roundings may move it a little."""

        def er_for(t: Decimal) -> bool:
            belop = sum(self.sv.eksakt(t).values(), NULL)
            return abs(belop - a.ved(t)) < abs(belop - b.ved(t))

        for _ in range(_MAKS_LETING):
            if not er_for(foran) and foran > self.sv.akse.fra:
                foran, bak = max(foran - self.steg, self.sv.akse.fra), foran
            elif er_for(bak) and bak < self.sv.akse.til:
                foran, bak = bak, min(bak + self.steg, self.sv.akse.til)
            else:
                break
        return foran, bak

    def side(self, t: Decimal) -> Side:
        """Return what is so at a place, exactly."""
        linjer = self.sv.eksakt(t)
        return Side(
            stilling=pen(t),
            belop=sum(linjer.values(), NULL),
            linjer={y: x for y, x in linjer.items() if x},
            trinn=self.vist(t),
        )

    def vist(self, t: Decimal) -> str | None:
        """Return what the rules count in steps, as it is at a place, for people."""
        svar = self.trinnverdi(t)
        return None if svar is None else self.sv.u.bok.sprak.vis(*svar)

    def trinnverdi(self, t: Decimal) -> tuple[Decimal, str] | None:
        """Return what the rules count in steps, as it is at a place, and its unit."""
        regler = self.sv.u.bok.program.regler
        synlige = [e for e in self.sv.trinn if not e[0] and not regler[e[1][0]].regel.skjult]
        if not synlige:
            return None
        bratt = max(synlige, key=lambda e: (self.sv.trinn[e][1], e[1][1]))
        svar = self.sv.punkt(t).les_stille(bratt[1])
        return (svar, regler[bratt[1][0]].regel.enhet) if isinstance(svar, Decimal) else None

    # ── past a fall ────────────────────────────────────────────────────────────────────────────

    def like_mye(self, b: Stykke, foran: Decimal, etter: Side) -> Decimal | None:
        """Return the lowest step close below a fall that gives as much as just after it.

        It is never past ``foran``, the last step before the fall, which gives more.
        """
        svar = None
        for s in reversed([s for s in self.stykker if s.til <= b.fra]):
            if s.ved(s.til) < etter.belop:
                svar = s.til
                break
            kryss = steder(s.sum, etter.belop, s.fra, s.til)
            if kryss:
                svar = kryss[-1]
                break
        if svar is None:
            return None  # everywhere below there is more
        svar = min(self._paa_steg(svar, ROUND_CEILING), foran)
        for _ in range(2):
            if sum(self.sv.eksakt(svar).values(), NULL) >= etter.belop:
                return pen(svar)
            svar = min(svar + self.steg, foran)
        return None

    def innhentet(self, b: Stykke, for_: Side) -> Decimal | None:
        """Return the first step past a fall that gives as much as just before it."""
        for s in self.stykker:
            if s.fra < b.fra:
                continue
            over = s.ved(s.fra) >= for_.belop
            kryss = [s.fra] if over else steder(s.sum, for_.belop, s.fra, s.til)
            if not kryss:
                continue
            t = self._paa_steg(kryss[0], ROUND_CEILING)
            if sum(self.sv.eksakt(t).values(), NULL) < for_.belop and t < self.sv.akse.til:
                t = min(t + self.steg, self.sv.akse.til)
            return pen(t)
        return None
