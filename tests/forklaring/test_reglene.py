"""Fasit for noen forklaringer etter reglene som følger med."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.forklaring.fasit import sammenlign
from ytelsesrad.forklaring import forklar, forklar_betaling, tekst
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Kjoring, Meldt, Oppgitt

AAR = date(2026, 1, 1)


def sagt(regel: str, verdi: object, medlem: int | None = None, kilde: str = "opplyst") -> Oppgitt:
    return Oppgitt(regel, medlem=medlem, alltid=verdi, kilde=kilde)  # type: ignore[arg-type]


def mari(bok: Regelbok, timer: int) -> Kjoring:
    """En konstruert person: full uføretrygd siden 2019, og en jobb fra nyttår."""
    meldt = Meldt(AAR, date(2026, 12, 31), date(2026, 1, 5), Decimal(12_300) * timer)
    verdier = (
        sagt("uforetrygd.innvilget", date(2019, 3, 1), kilde="vedtak"),
        sagt("uforetrygd.uforegrad", Decimal(1), kilde="vedtak"),
        sagt("uforetrygd.trygdetid", Decimal(34), kilde="vedtak"),
        sagt("uforetrygd.ifu_g", Decimal(490_000) / Decimal(136_549), kilde="antatt"),
        sagt("uforetrygd.grunnlag_g", Decimal("3.4"), kilde="vedtak"),
        sagt("felles.har_partner", False),
        sagt("felles.fodselsdato", date(1981, 2, 14)),
        sagt("lonn.arbeidsgiver", "Renhold AS", 0),
        sagt("lonn.start", AAR, 0),
        sagt("lonn.timer_per_uke", Decimal(timer), 0, kilde="antatt"),
        sagt("lonn.timelonn", Decimal("236.54"), 0),
        sagt("skatt.trekkprosent", Decimal("0.34"), kilde="antatt"),
        sagt("skatt.tabellnummer", Decimal(8000), kilde="antatt"),
        sagt("skatt.tabell_brukes_av", "Nav"),
        Oppgitt("uforetrygd.meldt_inntekt", meldt=(meldt,), alltid=Decimal(0)),
    )
    return bok.kjor(Gitt(verdier, (("jobb", 1),)), date(2025, 1, 1), date(2026, 12, 31))


FASIT = [
    ("uforetrygd_20_timer", "uforetrygd.uforetrygd", AAR, 20, "1"),
    ("uforetrygd_20_timer", "uforetrygd.uforetrygd", AAR, 20, "2"),
    ("uforetrygd_20_timer", "uforetrygd.uforetrygd", AAR, 20, "alt"),
    ("uforetrygd_40_timer", "uforetrygd.uforetrygd", AAR, 40, "2"),
    ("uforetrygd_10_timer", "uforetrygd.uforetrygd", AAR, 10, "2"),
    ("utbetalt_august", "uforetrygd.utbetalt", date(2026, 8, 1), 20, "2"),
    ("etteroppgjor", "uforetrygd.etteroppgjor", AAR, 20, "2"),
    ("skatt", "skatt.skatt", AAR, 20, "2"),
]


@pytest.mark.parametrize(("navn", "regel", "dag", "timer", "dybde"), FASIT)
def test_fasit(bok, navn, regel, dag, timer, dybde):
    with regnemodus():
        kjoring = mari(bok, timer)
        svar = tekst(forklar(bok, kjoring, kjoring.nokkel(regel, dag)), dybde)
    sammenlign(f"reglene/{navn}_{dybde}", svar)


def test_fasit_for_en_betaling(bok):
    with regnemodus():
        kjoring = mari(bok, 20)
        lagt = next(x for x in kjoring.plan.art("uforetrygd") if x.dato >= date(2026, 8, 1))
        svar = tekst(forklar_betaling(bok, kjoring, lagt.nr), "2")
    sammenlign("reglene/betaling_august_2", svar)
