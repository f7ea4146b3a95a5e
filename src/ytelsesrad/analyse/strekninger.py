"""From the pieces of a walk to those of an answer: joined where nothing that counts has turned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ytelsesrad.analyse.kurvetall import Kurve
from ytelsesrad.analyse.modell import Andel, Strekning
from ytelsesrad.analyse.sveip import Stykke, Sveip, Tall, baand, stigning, verdi
from ytelsesrad.analyse.tallene import FLATT, HALV, HUNDRE, LITE, ORE, pen
from ytelsesrad.beregning.aarene import beregnede
from ytelsesrad.regelspraak import Ytelse
from ytelsesrad.regelspraak.tallregning import NULL

Vekst = Callable[[Tall], Decimal]
"""How much a number grows for each unit of the line: at a place, or on average."""
_MINST = Decimal("1E-6")
"""The part of a line that is not split further."""


@dataclass(frozen=True, slots=True)
class Strekk:
    """Makes the pieces of an answer, and says what is left of more."""

    sv: Sveip

    @property
    def ytelser(self) -> Sequence[Ytelse]:
        """The coverage lines that are computed."""
        return beregnede(self.sv.u)

    @property
    def opphav(self) -> tuple[str, ...]:
        """The coverage lines that grow because of the line itself."""
        mapper = {x.regel.mappe for x in self.sv.akse.ledd}
        return tuple(y.id for y in self.ytelser if y.mappe in mapper and y.fortegn > 0)

    def stykker(self) -> list[Stykke]:
        """Return the pieces of the walk, joined where neither the sum nor any line has turned."""
        bratt = self._bratt()
        svar: list[Stykke] = []
        for s in self.sv.stykker:
            if svar and not _vender(svar[-1], s, bratt):
                svar[-1] = _sammen(svar[-1], s)
            elif s.til > s.fra:
                svar.append(s)
        return svar

    def _bratt(self) -> Decimal:
        """Return how steeply the line itself earns, at the most; 1 when it earns nothing."""
        bratt = [abs(self.brutto(s, ved(t))) for s in self.sv.stykker for t in (s.fra, s.til)]
        return max(bratt) or Decimal(1)

    def brutto(self, s: Stykke, vekst: Vekst) -> Decimal:
        """Return how much the line itself earns for each unit."""
        return sum((vekst(s.linjer[y]) for y in self.opphav), NULL)

    def av_100(self, s: Stykke, x: Tall, vekst: Vekst) -> Decimal | None:
        """Return how much of 100 kroner that are earned a number grows by."""
        brutto = self.brutto(s, vekst)
        return pen(HUNDRE * vekst(x) / brutto) if brutto > 0 else None

    def andeler(self, s: Stykke, vekst: Vekst) -> tuple[Andel, ...]:
        """Return what each coverage line does with more of what moves."""
        return tuple(
            Andel(
                ytelse=y.id,
                navn=y.kort or y.navn,
                per_enhet=pen(vekst(s.linjer[y.id])),
                av_100=self.av_100(s, s.linjer[y.id], vekst),
            )
            for y in self.ytelser
            if pen(vekst(s.linjer[y.id]))
        )

    def strekninger(self, stykker: Sequence[Stykke]) -> tuple[Strekning, ...]:
        """Return the pieces of the answer. What bends more than a second power is split."""
        minst = _MINST * (self.sv.akse.til - self.sv.akse.fra)
        return tuple(self._strekning(d) for s in stykker for d in _delt(s, minst))

    def _strekning(self, s: Stykke) -> Strekning:
        snitt = mellom(s.fra, s.til)
        buer = {y: pen(_bue(x, s.fra, s.til)) for y, x in s.linjer.items()}
        return Strekning(
            fra=pen(s.fra),
            til=pen(s.til),
            belop_fra=pen(s.ved(s.fra)),
            belop_til=pen(s.ved(s.til)),
            linjer_fra={y: pen(verdi(x, s.fra)) for y, x in s.linjer.items()},
            linjer_til={y: pen(verdi(x, s.til)) for y, x in s.linjer.items()},
            buer={y: bue for y, bue in buer.items() if bue},
            per_enhet=pen(snitt(s.sum)),
            igjen_av_100=self.av_100(s, s.sum, snitt),
            andeler=self.andeler(s, snitt),
            baand=(baand(s.sum) + s.avvik).quantize(ORE),
        )


def ved(t: Decimal) -> Vekst:
    """Return how much numbers grow at a place."""
    return lambda x: stigning(x, t)


def mellom(fra: Decimal, til: Decimal) -> Vekst:
    """Return how much numbers grow on average."""
    return lambda x: (verdi(x, til) - verdi(x, fra)) / (til - fra)


def _vender(a: Stykke, b: Stykke, bratt: Decimal) -> bool:
    t = b.fra
    par = [(a.linjer[y], b.linjer[y]) for y in b.linjer]
    if any(abs(stigning(x, t) - stigning(y, t)) > FLATT * bratt for x, y in par):
        return True
    if any(abs(verdi(x, s) - verdi(y, s)) >= LITE for x, y in par for s in (t, b.til)):
        return True
    return any(isinstance(x, Kurve) and x != y for x, y in par)


def _sammen(a: Stykke, b: Stykke) -> Stykke:
    """Return two pieces as one, which the second may be a little off."""
    avvik = max(abs(a.ved(t) - b.ved(t)) for t in (b.fra, b.til))
    return replace(a, til=b.til, avvik=max(a.avvik, b.avvik + avvik))


# ── what bends ──────────────────────────────────────────────────────────────────────────────────


def _bue(x: Tall, fra: Decimal, til: Decimal) -> Decimal:
    """Return how far above the middle of its ends a number is halfway."""
    if not isinstance(x, Kurve):
        return NULL
    return x.ved((fra + til) * HALV) - (x.ved(fra) + x.ved(til)) * HALV


def _delt(s: Stykke, minst: Decimal) -> Iterator[Stykke]:
    """Go through parts of a piece that second powers follow closely, as their roots prove."""
    skarpe = [x for x in s.linjer.values() if isinstance(x, Kurve) and not x.er_kvadratisk]
    avvik = sum((_avvik(x, s.fra, s.til) for x in skarpe), NULL)
    if avvik <= HALV or s.til - s.fra < minst:
        yield replace(s, avvik=s.avvik + avvik)
        return
    midt = (s.fra + s.til) * HALV
    yield from _delt(replace(s, til=midt), minst)
    yield from _delt(replace(s, fra=midt), minst)


def _avvik(x: Kurve, fra: Decimal, til: Decimal) -> Decimal:
    """Return the most a number is from the second power through its ends and its middle."""
    h, bue = til - fra, 4 * _bue(x, fra, til)
    stige = (x.ved(til) - x.ved(fra)) / h
    # straight between the ends + bue · u(1 − u), where u = (t − fra) / h
    krum = -bue / (h * h)
    p = (
        x.ved(fra) - stige * fra + krum * fra * til,
        stige - krum * (fra + til),
        krum,
    )
    forskjell = x - Kurve(p, (Decimal(1),), x.f)
    return forskjell.storst(fra, til) if isinstance(forskjell, Kurve) else NULL
