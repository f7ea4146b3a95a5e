"""Måned for måned i 2025, mot en fordeling skrevet for seg med brøker."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from tests.uforetrygd.personer import UT, Person, maanedene, meldt, tilfeldige
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

GAMMEL, NY = 124_028, 130_160
Meldinger = list[tuple[date, int]]


def krone(x: Fraction) -> int:
    return int(x + Fraction(1, 2))


class Aaret:
    """Året 2025 slik Nav ser det en måned: med G som er kjent da, og det som er meldt."""

    def __init__(self, p: Person, meldinger: Meldinger) -> None:
        self.meldinger = meldinger
        if p.ung:
            minste, ifu = ("2.709" if p.partner else "2.959"), Fraction("4.5")
        else:
            minste = "2.329" if p.partner else "2.529"
            ifu = Fraction("3.3" if p.partner else "3.5")
        sats = max(Fraction("0.66") * Fraction(str(p.grunnlag_g)), Fraction(minste))
        self.sats = sats * p.trygdetid / 40
        self.grad = Fraction(str(p.grad))
        self.ifu = max(ifu, Fraction(str(p.ifu_g)))
        self.ieu = Fraction(str(p.ieu_g))

    def fullt(self, maaned: int, naa: int) -> int:
        """Uføretrygd uten inntekt for en måned, slik den ser ut nå."""
        g = NY if maaned >= 5 and naa >= 5 else GAMMEL
        return krone(self.sats * g * self.grad / 12)

    def inntekt(self, naa: int) -> int:
        kjent = [belop for dag, belop in self.meldinger if dag < date(2025, naa, 1)]
        return kjent[-1] if kjent else 0

    def hele(self, naa: int, inntekt: int) -> Fraction:
        """Uføretrygden for hele året med det som er kjent."""
        g = NY if naa >= 5 else GAMMEL
        alt = sum(self.fullt(m, naa) for m in range(1, 13))
        if inntekt > Fraction("0.8") * self.ifu * g:
            return Fraction(0)
        prosent = Fraction(krone(self.sats / self.ifu * 10_000), 10_000)
        over = inntekt - (self.ieu + Fraction("0.4")) * g
        return max(Fraction(0), alt - prosent * max(Fraction(0), over))

    def termin(self, m: int, betalt: list[int], *, med: int | None = None) -> int:
        """Beløpet for måned m. `med` er måneden som avgjør hvilken G som er kjent."""
        naa, inntekt = med or m, self.inntekt(m)
        aar, fullt = self.hele(naa, inntekt), self.fullt(m, naa)
        if m > 1 and (aar, fullt) == (
            self.hele(min(naa, m - 1), self.inntekt(m - 1)),
            self.fullt(m - 1, min(naa, m - 1)),
        ):
            return betalt[-1]
        igjen = sum(self.fullt(i, naa) for i in range(m, 13))
        return min(fullt, max(0, krone(fullt * (aar - sum(betalt)) / igjen)))

    def utbetalt(self) -> list[int]:
        termin: list[int] = []
        mai = 0
        for m in range(1, 13):
            if m == 5:
                mai = self.termin(5, termin, med=4)
            termin.append(self.termin(m, termin))
        svar = [*termin[:4], mai, termin[5] + termin[4] - mai, *termin[6:]]
        return svar


@pytest.mark.parametrize("fro", range(4))
def test_utbetalingene_i_2025(bok, fro):
    r = Random(fro)
    proevd = 0
    with regnemodus():
        for p in tilfeldige(60, fro=fro):
            if p.innvilget >= date(2025, 1, 1):
                continue
            meldinger = sorted(
                (date(2025, r.randrange(1, 13), r.randrange(1, 29)), r.randrange(0, 600_000, 500))
                for _ in range(r.randrange(1, 4))
            )
            utenom = {UT + "meldt_for_maaneden", UT + "inntekt_i_aaret"}
            verdier = [v for v in p.gitt().verdier if v.regel not in utenom]
            verdier += [
                Oppgitt(UT + "maate", alltid="egne tall"),
                meldt(2025, (date(2024, 1, 1), 0), *meldinger),
                Oppgitt(UT + "inntekt_i_aaret", alltid=Decimal(0)),
            ]
            kjoring = bok.kjor(Gitt(tuple(verdier)), date(2024, 1, 1), date(2025, 12, 31))
            fikk = [int(x) for x in maanedene(kjoring, "utbetalt", 2025)]
            assert fikk == Aaret(p, meldinger).utbetalt(), (p, meldinger)
            proevd += 1
    assert proevd > 30
