"""What happens in a process that is already running."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from benk.maaling import EKSEMPEL, EKSEMPEL_DAGER, Maaling, gjenta
from ytelsesrad import Bevegelse, Regelbok, Situasjon, beregn, finn_grenser, gi_raad
from ytelsesrad.beregning import Utregning, regn
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.beregning.maaneder import finn_maaneder
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.regelbok import regnemodus, standardmappe
from ytelsesrad.regelspraak import Gitt, Oppgitt

_BOK = Regelbok.standard()
_FRA, _TIL = date(2026, 1, 1), date(2027, 12, 31)


def to_aar(fil: Path) -> Situasjon:
    """Return an example over two years, with its first two plans."""
    lest = Situasjon.les(fil, _BOK)
    return lest.model_copy(update={"fra": _FRA, "til": _TIL, "planer": lest.planer[:2]})


def maal_regelbok(ganger: int) -> list[Maaling]:
    """Measure reading the rule book: as it is kept, and from its files, with every check."""
    antall = sum(":" not in r for r in _BOK.samling.regler)
    lagret = gjenta(Regelbok.standard, ganger)
    filene = gjenta(lambda: Regelbok.fra_mapper(standardmappe()), min(ganger, 3))
    return [
        Maaling("Lese regelboken slik den er lagret", lagret, merknad=f"{antall} regler"),
        Maaling("Lese og kontrollere regelboken fra TOML-filene", filene),
    ]


def maal_skatt(ganger: int) -> Maaling:
    """Measure final tax of a year in a run of its own, with every value kept."""
    bok = _BOK
    slutt = min(date(2026, 12, 31), bok.regelsett.til)
    gitt = Gitt(
        (
            Oppgitt("skatt.lonnsinntekt", alltid=Decimal(123_000)),
            Oppgitt("skatt.pensjonsinntekt", alltid=Decimal(0)),
            Oppgitt("skatt.fradrag", alltid=Decimal(8_000)),
            Oppgitt("skatt.i_tiltakssonen", alltid=False),
        )
    )

    def arbeid() -> int:
        kjoring = bok.kjor(gitt, date(slutt.year, 1, 1), slutt)
        kjoring.les("skatt.skatt", slutt)
        return len(kjoring.husket)

    with regnemodus():
        antall = arbeid()
        tall = gjenta(arbeid, ganger, 200)
    return Maaling(
        "Skatt for et år, alle verdier tatt vare på", tall, maal=0.05, merknad=f"{antall} verdier"
    )


def pengene(situasjon: Situasjon) -> None:
    """Compute payments, months and years of every plan, without what is said about them."""
    with regnemodus():
        forste: Utregning | None = None
        for gitt in situasjon.alle_gitt(_BOK).values():
            u = Utregning(_BOK, gitt, _FRA, _TIL)
            if forste is not None:
                u.bruk(forste)
            forste = forste or u
            betalinger = finn_utbetalinger(u)
            finn_aar(u, betalinger)
            finn_maaneder(betalinger, _FRA, _TIL, None, ())


def maal_personer(ganger: int) -> list[Maaling]:
    """Measure the examples over two years and two plans, and one more run with an input changed."""
    person, dager = to_aar(EKSEMPEL), to_aar(EKSEMPEL_DAGER)
    forrige = regn(person, _BOK)
    annen = endret(person)
    return [
        Maaling(
            "Eksempelpersonen, 24 måneder og to planer: betalinger, måneder og år",
            gjenta(lambda: pengene(person), ganger),
            maal=60,
        ),
        Maaling(
            "Det samme med alle meldinger, forutsetninger og forbehold (`beregn`)",
            gjenta(lambda: beregn(person, _BOK), ganger),
            maal=80,
        ),
        Maaling("Med én opplysning endret, fra ny", gjenta(lambda: regn(annen, _BOK), ganger)),
        Maaling(
            "Med én opplysning endret, og svaret før (`forrige`)",
            gjenta(lambda: regn(annen, _BOK, forrige), ganger),
        ),
        Maaling(
            "Dager og uker, 24 måneder og to planer (`beregn`)",
            gjenta(lambda: beregn(dager, _BOK), ganger),
            maal=120,
        ),
        Maaling(
            "Hele svaret for eksempelpersonen (`gi_raad`)",
            gjenta(lambda: gi_raad(Situasjon.les(EKSEMPEL, _BOK), _BOK), ganger),
        ),
    ]


def endret(situasjon: Situasjon) -> Situasjon:
    """Return the situation with more hours in the second plan."""
    forste, plan, *_ = situasjon.planer
    jobb = plan.jobber[0]
    ny = jobb.model_copy(update={"timer_per_uke": Decimal(12)})
    return situasjon.model_copy(
        update={"planer": (forste, plan.model_copy(update={"jobber": (ny,)}))}
    )


def maal_grenser(ganger: int) -> list[Maaling]:
    """Measure every limit along one line, for a year by months and one by days and fortnights."""
    svar = []
    for fil, plan, inndata, til, maal, hvem in (
        (EKSEMPEL, "10 timer i uka", "timer_per_uke", 40, 100, "eksempelpersonen"),
        (EKSEMPEL_DAGER, "50 prosent stilling", "stillingsprosent", 100, 1000, "dager og uker"),
    ):
        bok = _BOK
        situasjon = Situasjon.les(fil, bok)
        langs = [Bevegelse(inndata, Decimal(0), Decimal(til))]
        g = finn_grenser(situasjon, bok, langs, plan=plan)
        tall = gjenta(partial(finn_grenser, situasjon, bok, langs, plan=plan), ganger)
        merknad = f"{g.regninger} langs linjen, {g.eksakte} helt ut"
        svar.append(Maaling(f"Alle grenser langs en linje, {hvem}", tall, "ms", maal, merknad))
    return svar


def maal_trekktabell() -> Maaling:
    """Measure the whole month table of the year: 41 tables, each hundred up to 100 000 kroner."""
    bok = _BOK
    dag = date(2026, 12, 31)

    def rute(nummer: int, belop: int) -> object:
        gitt = Gitt(
            (
                Oppgitt("skatt.trekkgrunnlag", alltid=Decimal(belop)),
                Oppgitt("skatt.trekktabell", alltid=Decimal(nummer)),
                Oppgitt("skatt.trekkperioden", alltid="måned"),
                Oppgitt("skatt.trekkes_som", alltid="lønn"),
            )
        )
        return bok.kjor(gitt, dag.replace(month=1), dag).les("skatt.tabelltrekk", dag)

    start = time.perf_counter()
    with regnemodus():
        ruter = [rute(nr, b) for nr in range(8000, 8401, 10) for b in range(500, 100_001, 500)]
    tid = (time.perf_counter() - start) * 1000
    return Maaling(
        "Hele månedstabellen for 2026, tabell 8000–8400, hver 500. krone til 100 000",
        (tid,),
        merknad=f"{len(ruter)} ruter, regnet én gang",
    )


def maal_varmt(ganger: int) -> list[Maaling]:
    """Measure everything that happens in a process that is already running."""
    return [
        *maal_regelbok(ganger),
        maal_skatt(ganger),
        *maal_personer(ganger),
        *maal_grenser(ganger),
        maal_trekktabell(),
    ]
