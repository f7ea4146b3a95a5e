"""AAP for en meldeperiode: reglene mot en utregning for seg, og det som alltid må stemme.

Timene går hele veien fra jobben, dag for dag, til det som betales. Bare det en person kan oppgi, er
oppgitt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.beregning.aap_for_haand import Person, hel_dag_ore, meldeperiode_kr, trekk_for_brudd_kr
from tests.conftest import forsok
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import ForPeriode, Gitt, Kjoring, Oppgitt, type_verdi

MANDAG = date(2026, 6, 1)
LENGE = (date(2021, 1, 1), date(2028, 12, 31))


def fordelt(halvtimer: int) -> list[Fraction]:
    """Halvtimer spredt på alle fjorten dagene, også lørdager og søndager."""
    per_dag = [0] * 14
    for n in range(halvtimer):
        per_dag[5 * n % 14] += 1
    return [Fraction(n, 2) for n in per_dag]


def kjoring(
    bok: Regelbok,
    person: Person,
    mandag: date,
    timer: Sequence[Fraction],
    ekstra: Sequence[Oppgitt] = (),
    grupper: Sequence[tuple[str, int]] = (),
    vedtak: Mapping[str, type_verdi] = MappingProxyType({}),
) -> Kjoring:
    """Et regnestykke med det en person kan oppgi. Timene er de fra og med mandagen."""
    enkle: dict[str, type_verdi] = {
        "felles.fodselsdato": person.fodt,
        "felles.meldeperiode_starter": mandag,
        "aap.rett_fra": LENGE[0],
        "aap.rett_til": LENGE[1],
        "aap.grunnlag_g": Decimal(person.grunnlag.numerator) / person.grunnlag.denominator,
        "aap.fastsatt_arbeidsevne": Decimal(person.arbeidsevne) / 100,
        "aap.uforegrad_ved_aap": Decimal(person.uforegrad) / 100,
        "aap.andre_ytelser_prosent": Decimal(person.annen_ytelse) / 100,
        "aap.institusjonsreduksjon": Decimal(person.institusjon) / 100,
        "aap.barnepensjon_per_maaned": Decimal(person.barnepensjon),
    }
    enkle |= vedtak
    dager = tuple(
        ForPeriode(d, d, Decimal(t.numerator) / t.denominator)
        for n, t in enumerate(timer)
        for d in (mandag + timedelta(days=n),)
    )
    oppgitt = [Oppgitt(navn, alltid=v) for navn, v in enkle.items()]
    oppgitt += [Oppgitt("felles.barn_fodt", n, alltid=d) for n, d in enumerate(person.barn)]
    oppgitt += [
        Oppgitt("lonn.start", 0, alltid=mandag),
        Oppgitt("lonn.slutt", 0, alltid=mandag + timedelta(days=len(timer) - 1)),
        Oppgitt("lonn.timer_per_dag", 0, perioder=dager),
    ]
    medlemmer = (("barn", len(person.barn)), ("jobb", 1), *grupper)
    start, slutt = mandag - timedelta(days=60), mandag + timedelta(days=len(timer) + 60)
    return bok.kjor(Gitt((*oppgitt, *ekstra), medlemmer), start, slutt)


def tall(k: Kjoring, regel: str, dag: date) -> Decimal:
    svar = k.les(regel, dag)
    assert isinstance(svar, Decimal)
    return svar


def dag_for_dag(k: Kjoring, mandag: date, regel: str = "aap.utbetalt_for_dagen") -> list[Decimal]:
    """Et beløp for hver dag i perioden."""
    return [tall(k, regel, mandag + timedelta(days=n)) for n in range(14)]


def betalt(bok: Regelbok, person: Person, mandag: date, timer: Sequence[Fraction]) -> Decimal:
    """Det som betales for perioden."""
    with regnemodus():
        return tall(kjoring(bok, person, mandag, timer), "aap.utbetalt", mandag)


# ── Hver halvtime fra 0 til 90, for typiske personer ────────────────────────────────────────────


@dataclass(frozen=True)
class Tilfelle:
    """En person, en meldeperiode, og det vedtaket sier utenom tallene i personen."""

    person: Person
    mandag: date = MANDAG
    vedtak: Mapping[str, type_verdi] = field(default_factory=dict)


TORSDAG = MANDAG + timedelta(days=3)
TO_MAANEDER = date(2026, 5, 15)
TILFELLER = {
    "minste ytelse": Tilfelle(Person()),
    "under 25 år": Tilfelle(Person(fodt=date(2004, 2, 29))),
    "fyller 25 år i perioden": Tilfelle(Person(fodt=date(2001, 6, 10))),
    "høyeste ytelse": Tilfelle(Person(grunnlag=Fraction(6))),
    "midt imellom": Tilfelle(Person(grunnlag=Fraction("3.7"))),
    "ett barn": Tilfelle(Person(barn=(date(2015, 3, 1),))),
    "tre barn, ett blir født og ett fyller 18": Tilfelle(
        Person(
            grunnlag=Fraction("4.2500000001"),
            barn=(date(2026, 6, 3), date(2008, 6, 12), date(2012, 2, 29)),
        )
    ),
    "tolv barn, taket på 90 prosent": Tilfelle(Person(barn=(date(2016, 1, 1),) * 12)),
    "7 virkedager med rett": Tilfelle(
        Person(rett=lambda d: d >= TORSDAG), vedtak={"aap.rett_fra": TORSDAG}
    ),
    "9 virkedager med rett": Tilfelle(
        Person(rett=lambda d: d <= date(2026, 6, 11), grunnlag=Fraction(5)),
        vedtak={"aap.rett_til": date(2026, 6, 11)},
    ),
    "bare en lørdag og søndag med rett": Tilfelle(
        Person(rett=lambda d: d >= date(2026, 6, 13)), vedtak={"aap.rett_fra": date(2026, 6, 13)}
    ),
    "taket går opp i perioden": Tilfelle(
        Person(tak=lambda d: 80 if d >= TORSDAG else 60), vedtak={"aap.opptrapping_fra": TORSDAG}
    ),
    "opptrappingen slutter i perioden": Tilfelle(
        Person(tak=lambda d: 80 if d < date(2026, 6, 9) else 60),
        vedtak={
            "aap.opptrapping_fra": date(2025, 9, 1),
            "aap.opptrapping_til": date(2026, 6, 8),
        },
    ),
    "yrkesskade": Tilfelle(Person(tak=lambda d: 70), vedtak={"aap.yrkesskade": True}),
    "halv uføretrygd": Tilfelle(Person(uforegrad=50, grunnlag=Fraction(4))),
    "på institusjon": Tilfelle(Person(institusjon=50, grunnlag=Fraction(4))),
    "på institusjon med sykepenger": Tilfelle(Person(institusjon=50, annen_ytelse=15)),
    "fastsatt arbeidsevne": Tilfelle(Person(arbeidsevne=30)),
    "ny G i perioden": Tilfelle(Person(grunnlag=Fraction(2)), date(2026, 4, 27)),
    "ny sats for barn i perioden": Tilfelle(
        Person(barn=(date(2015, 3, 1),) * 2), date(2025, 12, 22)
    ),
}


@pytest.mark.parametrize("navn", TILFELLER)
def test_hver_halvtime_fra_0_til_90(bok, navn):
    t = TILFELLER[navn]
    for halvtimer in range(181):
        timer = fordelt(halvtimer)
        with regnemodus():
            k = kjoring(bok, t.person, t.mandag, timer, vedtak=t.vedtak)
            fikk = dag_for_dag(k, t.mandag)
            i_alt = tall(k, "aap.utbetalt", t.mandag)
        assert fikk == meldeperiode_kr(t.person, t.mandag, timer), f"{navn}, {halvtimer / 2} timer"
        assert i_alt == sum(fikk)


# ── Det som alltid må stemme ────────────────────────────────────────────────────────────────────

MANDAGER = st.integers(0, 254).map(lambda n: date(2022, 1, 3) + timedelta(days=7 * n))
TIMELISTER = st.lists(st.integers(0, 20), min_size=14, max_size=14).map(
    lambda halve: [Fraction(n, 2) for n in halve]
)
VANLIGE = st.builds(
    Person,
    fodt=st.dates(date(1962, 1, 1), date(2006, 12, 31)),
    grunnlag=st.integers(0, 600).map(lambda n: Fraction(n, 100)),
    barn=st.lists(st.dates(date(2005, 1, 1), date(2026, 12, 1)), max_size=4).map(tuple),
)
ALLE = st.builds(
    Person,
    fodt=st.dates(date(1962, 1, 1), date(2006, 12, 31)),
    grunnlag=st.integers(0, 600).map(lambda n: Fraction(n, 100)),
    barn=st.lists(st.dates(date(2005, 1, 1), date(2026, 12, 1)), max_size=13).map(tuple),
    arbeidsevne=st.integers(0, 60),
    uforegrad=st.sampled_from([0, 0, 20, 25, 45, 50, 75, 95]),
    annen_ytelse=st.sampled_from([0, 0, 15, 40, 100]),
    institusjon=st.sampled_from([0, 0, 50]),
    barnepensjon=st.sampled_from([0, 0, 0, 4_300, 10_336, 30_000]),
)


@forsok(25)
@given(ALLE, MANDAGER, TIMELISTER)
def test_reglene_gir_det_samme_som_utregningen_for_seg(bok, person, mandag, timer):
    with regnemodus():
        fikk = dag_for_dag(kjoring(bok, person, mandag, timer), mandag)
    assert fikk == meldeperiode_kr(person, mandag, timer)


@forsok(25)
@given(ALLE, MANDAGER, TIMELISTER, st.integers(0, 13), st.integers(1, 10))
def test_flere_timer_gir_aldri_mer_aap(bok, person, mandag, timer, dag, halvtimer):
    mer = list(timer)
    mer[dag] += Fraction(halvtimer, 2)
    assert betalt(bok, person, mandag, mer) <= betalt(bok, person, mandag, timer)


@forsok(25)
@given(ALLE, MANDAGER, st.integers(0, 100), st.randoms(use_true_random=False))
def test_like_kort_gir_like_mye(bok, person, mandag, halvtimer, tilfeldig):
    """Hvilke dager timene er på, betyr ingenting når retten og taket er de samme hele perioden."""
    timer = fordelt(halvtimer)
    stokket = list(timer)
    tilfeldig.shuffle(stokket)
    assert betalt(bok, person, mandag, stokket) == betalt(bok, person, mandag, timer)


def storste_fall(sats: int, tillegg: int, prosent: int) -> int:
    """Det meste AAP for en periode kan falle når graden faller så mange prosent.

    Hvert av de ti dagsbeløpene er to produkter rundet til øre (før og etter, høyst to øre i alt)
    og så rundet til hele kroner: fallet er høyst neste hele krone.
    """
    return 10 * ceil(Fraction((sats + tillegg) * prosent, 10_000) + Fraction(2, 100))


# Hvert forsøk regner ut 92 meldeperioder.
@forsok(8)
@given(VANLIGE, st.sampled_from([MANDAG, date(2025, 2, 3), date(2026, 9, 7)]))
def test_lonn_og_aap_faller_bare_ved_taket_naar_timelonnen_er_hoy_nok(bok, person, mandag):
    """En halvtime tar høyst én prosent av AAP, og halvannen time tar nøyaktig to.

    Lønn og AAP til sammen faller derfor aldri for en halvtime mer når timelønnen er minst 20 ganger
    det største fallet i et dagsbeløp for én prosent, og aldri for halvannen time mer når den er
    minst 10 / 1,5 ganger det største fallet for to. Over taket faller alt bort, hva lønnen enn er.
    """
    # Barn som fyller 18, og 25-årsdagen, endrer satsen i perioden. Her skal den være én.
    siste = mandag + timedelta(days=13)
    if hel_dag_ore(person, mandag) != hel_dag_ore(person, siste):
        person = replace(person, barn=(), fodt=date(1980, 1, 1))
    sats, tillegg = hel_dag_ore(person, mandag)
    aap = [betalt(bok, person, mandag, fordelt(h)) for h in range(92)]
    under_taket = aap[:91]
    fall = [a - b for a, b in pairwise(under_taket)]
    fall_halvannen = [a - b for a, b in zip(under_taket, under_taket[3:], strict=False)]
    assert max(fall) <= storste_fall(sats, tillegg, 1)
    assert max(fall_halvannen) <= storste_fall(sats, tillegg, 2)

    def faller(timelonn: Fraction, steg: int) -> bool:
        penger = [timelonn * Fraction(h, 2) + Fraction(a) for h, a in enumerate(under_taket)]
        return any(b < a for a, b in zip(penger, penger[steg:], strict=False))

    nok = Fraction(storste_fall(sats, tillegg, 1)) * 2
    nok_halvannen = Fraction(storste_fall(sats, tillegg, 2)) / Fraction(3, 2)
    assert not faller(nok, 1)
    assert not faller(nok_halvannen, 3)
    # Grensen er nøyaktig det bratteste trinnet: tjener du litt mindre, taper du på det.
    assert faller(Fraction(max(fall)) * 2 - Fraction(1, 100), 1)
    assert faller(Fraction(max(fall_halvannen)) / Fraction(3, 2) - Fraction(1, 100), 3)
    # Halvtimen over taket koster alt som er igjen.
    assert aap[91] == 0 < aap[90]


# ── Meldekort som kommer for sent, og trekk for brudd: det som tas, er det som skyldes ──────────


@forsok(25)
@given(ALLE, MANDAGER, TIMELISTER, st.integers(-7, 25))
def test_et_sent_kort_koster_dagene_til_det_kom(bok, person, mandag, timer, dager_for_sent):
    neste = mandag + timedelta(days=14)
    frist = mandag + timedelta(days=21)
    if frist in (date(2026, 4, 6), date(2026, 5, 25)):
        frist += timedelta(days=1)
    sendt = frist + timedelta(days=dager_for_sent)
    kort = Oppgitt(
        "aap.kort_sendt", perioder=(ForPeriode(mandag, neste - timedelta(days=1), sendt),)
    )
    with regnemodus():
        k = kjoring(bok, person, mandag, [*timer, *timer], [kort])
        forste, andre = (dag_for_dag(k, m) for m in (mandag, neste))
        opptjent = [dag_for_dag(k, m, "aap.dagbelop") for m in (mandag, neste)]
        tapt = tall(k, "aap.tapt_for_sent_kort", neste)
    assert forste == opptjent[0]
    borte = max(0, min(14, (sendt - neste).days)) if dager_for_sent > 0 else 0
    assert andre == [Decimal(0)] * borte + opptjent[1][borte:]
    assert sum(opptjent[1]) - sum(andre) == tapt == sum(opptjent[1][:borte])


@forsok(25)
@given(VANLIGE, MANDAGER, st.integers(0, 90))
def test_uten_kort_stanser_pengene_til_det_neste(bok, person, mandag, halvtimer):
    """Perioden kortet mangler for, og den neste, der kortet skulle vært sendt. Så går det igjen."""
    perioder = [mandag + timedelta(days=14 * n) for n in range(3)]
    mangler = ForPeriode(mandag, perioder[1] - timedelta(days=1), True)
    timer = fordelt(halvtimer) * 3
    with regnemodus():
        uten = [Oppgitt("aap.kort_ikke_sendt", perioder=(mangler,))]
        k = kjoring(bok, person, mandag, timer, uten)
        fikk = [tall(k, "aap.utbetalt", m) for m in perioder]
        k = kjoring(bok, person, mandag, timer)
        ellers = [tall(k, "aap.utbetalt", m) for m in perioder]
    assert fikk == [0, 0, ellers[2]]


@forsok(25)
@given(ALLE, MANDAGER, st.integers(0, 13))
def test_et_brudd_koster_en_dag_uten_arbeid(bok, person, mandag, dag):
    dagen = mandag + timedelta(days=dag)
    ekstra = [Oppgitt("aap.brudd_dag", 0, alltid=dagen)]
    with regnemodus():
        k = kjoring(bok, person, mandag, fordelt(60), ekstra, [("brudd", 1)])
        trekk = tall(k, "aap.trekk_for_bruddet", dagen)
    assert trekk == trekk_for_brudd_kr(person, dagen)


@forsok(25)
@given(
    VANLIGE,
    MANDAGER,
    st.lists(st.tuples(st.integers(0, 13), st.integers(1, 9_000)), min_size=1, max_size=4),
    st.lists(st.sampled_from([0, 40, 91]), min_size=5, max_size=5),
)
def test_trekk_for_brudd_tar_det_som_skyldes(bok, person, mandag, brudd, halvtimer):
    """Fra de første dagene med penger i perioden etter. Resten følger med til den er tatt."""
    skyldes = [Decimal(kr) for _, kr in brudd]
    ekstra = [
        *(
            Oppgitt("aap.brudd_dag", n, alltid=mandag + timedelta(days=d))
            for n, (d, _) in enumerate(brudd)
        ),
        *(Oppgitt("aap.trekk_for_bruddet", n, alltid=kr) for n, kr in enumerate(skyldes)),
    ]
    timer = [t for h in (0, *halvtimer) for t in fordelt(h)]
    perioder = [mandag + timedelta(days=14 * n) for n in range(6)]
    with regnemodus():
        k = kjoring(bok, person, mandag, timer, ekstra, [("brudd", len(brudd))])
        opptjent = [dag_for_dag(k, m, "aap.dagbelop_etter_kortet") for m in perioder]
        utbetalt = [dag_for_dag(k, m) for m in perioder]
        slutt = perioder[-1] + timedelta(days=13)
        igjen, begynt = (tall(k, f"aap.{n}", slutt) for n in ("trekk_igjen", "brudd_begynt"))
    assert utbetalt[0] == opptjent[0]
    tatt = [
        a - b for o, u in zip(opptjent, utbetalt, strict=True) for a, b in zip(o, u, strict=True)
    ]
    assert all(t >= 0 for t in tatt)
    assert all(u >= 0 for periode in utbetalt for u in periode)
    # Det som ikke er tatt, står igjen eller er ikke begynt på.
    plass = [sum(d < dag for d, _ in brudd) + 1 for dag, _ in brudd]
    ikke_begynt = sum((kr for kr, p in zip(skyldes, plass, strict=True) if p > begynt), Decimal(0))
    assert sum(tatt) + igjen + ikke_begynt == sum(skyldes)
    # Hvert brudd begynner på en ny dag, så det trengs litt mer penger enn det som skyldes.
    penger = sum((sum(o, Decimal(0)) for o in opptjent[1:]), Decimal(0))
    if penger >= sum(skyldes) + len(brudd) * max(max(o) for o in opptjent):
        assert sum(tatt) == sum(skyldes)
