"""AAP for en meldeperiode, regnet ut for seg, uten reglene: med heltall og brøker.

Skrevet etter loven og Navs beskrivelse av utregningen (folketrygdloven §§ 11-20, 11-23, 11-25 og
11-28, AAP-forskriften § 8), ikke etter regelfilene. Beløp er i hele øre, G i ti milliarddeler.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

G_KR = {
    2021: 106_399,
    2022: 111_477,
    2023: 118_620,
    2024: 124_028,
    2025: 130_160,
    2026: 136_549,
}
BARNETILLEGG_KR = (
    (date(2026, 1, 1), 38),
    (date(2025, 1, 1), 37),
    (date(2024, 1, 1), 36),
    (date(2023, 2, 1), 35),
    (date(2018, 1, 1), 27),
)
"""Satsen for et barn, og dagen den gjelder fra, den nyeste først."""
TI = 10**10
"""NAV regner i G med ti desimaler."""


def halv_opp(x: Fraction) -> int:
    """Nærmeste hele tall, halve opp. Bare for tall som ikke er negative."""
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


def g(dag: date) -> int:
    """G en dag: nytt beløp 1. mai."""
    return G_KR[dag.year if dag >= date(dag.year, 5, 1) else dag.year - 1]


def fyller(fodt: date, aar: int) -> date:
    """Dagen noen fyller år. Er hun født 29. februar, er det 28. i år uten skuddag."""
    try:
        return fodt.replace(year=fodt.year + aar)
    except ValueError:
        return date(fodt.year + aar, 2, 28)


@dataclass(frozen=True)
class Person:
    """En som får AAP, og det vedtaket sier."""

    fodt: date = date(1980, 6, 15)
    grunnlag: Fraction = Fraction(0)
    """I G."""
    barn: tuple[date, ...] = ()
    rett: Callable[[date], bool] = lambda dag: True
    tak: Callable[[date], int] = lambda dag: 60
    """Hele prosent."""
    arbeidsevne: int = 0
    """Det Nav har fastsatt, i hele prosent."""
    uforegrad: int = 0
    annen_ytelse: int = 0
    institusjon: int = 0
    barnepensjon: int = 0
    """Hele kroner i måneden."""
    tak_90: bool = True
    merknad: str = field(default="", compare=False)


def minste_i_g(person: Person, dag: date) -> int:
    """Den minste årlige ytelsen en dag."""
    full = 2 * TI if dag < date(2024, 7, 1) else 20_410_000_000
    if dag < fyller(person.fodt, 25):
        return halv_opp(Fraction(2 * full, 3))
    return full


def aarlig_i_g(person: Person, dag: date) -> int:
    """66 prosent av grunnlaget, men aldri under det minste."""
    grunnlag = min(person.grunnlag, Fraction(6))
    return max(halv_opp(grunnlag * TI * 66 / 100), minste_i_g(person, dag))


def dagsats_ore(person: Person, dag: date) -> int:
    """Dagsatsen for en hel dag."""
    i_g = halv_opp(Fraction(aarlig_i_g(person, dag), 260))
    return halv_opp(Fraction(i_g * g(dag) * 100, TI))


def barnetillegg_ore(person: Person, dag: date) -> int:
    """Tillegget for alle barna, før taket."""
    antall = sum(født <= dag < fyller(født, 18) for født in person.barn)
    sats = next(kr for fra, kr in BARNETILLEGG_KR if fra <= dag)
    return antall * sats * 100


def hel_dag_ore(person: Person, dag: date) -> tuple[int, int]:
    """Dagsats og barnetillegg for en hel dag, etter taket på 90 prosent av grunnlaget."""
    sats, tillegg = dagsats_ore(person, dag), barnetillegg_ore(person, dag)
    if person.tak_90:
        grunnlag = Fraction(aarlig_i_g(person, dag) * 100, 66)
        tak = Fraction(grunnlag * 9 * g(dag) * 100, 10 * 260 * TI)
        tillegg = max(0, min(tillegg, halv_opp(tak) - sats))
    return sats, tillegg


def arbeidsandeler(person: Person, dager: Sequence[date], timer: Sequence[Fraction]) -> list[int]:
    """Hele prosent arbeid for hver dag. Hver del av perioden med sitt tak regnes for seg."""
    andel: dict[int, int] = {}
    for tak in {person.tak(d) for d in dager}:
        med = [i for i, d in enumerate(dager) if person.rett(d) and person.tak(d) == tak]
        virkedager = sum(dager[i].weekday() < 5 for i in med)
        if not virkedager:
            andel |= dict.fromkeys(med, 0)
            continue
        brok = sum((timer[i] for i in med), Fraction(0)) / (Fraction(15, 2) * virkedager)
        tusendeler = halv_opp(brok * 1000)
        prosent = min(100, halv_opp(Fraction(tusendeler, 10)))
        andel |= dict.fromkeys(med, prosent)
    return [andel.get(i, 0) for i in range(len(dager))]


def utbetalingsgrad(person: Person, dag: date, andel: int) -> int:
    """Hele prosent som betales av en dag."""
    if andel > person.tak(dag):
        return 0
    igjen = max(0, 100 - max(andel, person.arbeidsevne))
    igjen = max(0, igjen - person.uforegrad)
    igjen = max(0, igjen - person.annen_ytelse)
    return halv_opp(Fraction(igjen * (100 - person.institusjon), 100))


def dag_kr(person: Person, dag: date, grad: int) -> int:
    """Hele kroner for en dag som betales."""
    sats, tillegg = hel_dag_ore(person, dag)
    ore = halv_opp(Fraction(sats * grad, 100)) + halv_opp(Fraction(tillegg * grad, 100))
    pensjon = halv_opp(Fraction(person.barnepensjon * 12, 260))
    return halv_opp(Fraction(max(0, ore - 100 * pensjon), 100))


def trekk_for_brudd_kr(person: Person, dag: date) -> int:
    """Det et brudd på aktivitetsplikten koster: dagen uten arbeid, der opphold er prosentpoeng."""
    igjen = 100 - person.uforegrad - person.annen_ytelse - person.institusjon
    return dag_kr(person, dag, max(0, igjen))


def meldeperiode_kr(person: Person, mandag: date, timer: Sequence[Fraction]) -> list[int]:
    """Det som betales for hver av de fjorten dagene."""
    dager = [mandag + timedelta(days=n) for n in range(14)]
    andeler = arbeidsandeler(person, dager, timer)
    return [
        dag_kr(person, d, utbetalingsgrad(person, d, a))
        if d.weekday() < 5 and person.rett(d)
        else 0
        for d, a in zip(dager, andeler, strict=True)
    ]
