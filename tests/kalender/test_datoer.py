"""Dates: known Easters, working days counted one by one, ages around 29 February."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.kalender import (
    alder,
    dato,
    flytt,
    hele_maaneder,
    paaskedag,
    siste_i_maaneden,
    virkedager,
)

DAGER = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "dag",
    [
        # earliest and latest possible, and those of the years around now, as in the almanac
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
        date(2031, 4, 13),
        date(2038, 4, 25),
        date(2285, 3, 22),
    ],
)
def test_paaske_i_almanakken(dag: date) -> None:
    assert paaskedag(dag.year) == dag


@given(st.integers(1900, 2299))
def test_paasken_er_en_sondag_om_vaaren(aar: int) -> None:
    dag = paaskedag(aar)
    assert dag.weekday() == 6
    assert date(aar, 3, 22) <= dag <= date(aar, 4, 25)


@given(DAGER, st.integers(-30, 800))
def test_virkedager_talt_en_for_en(fra: date, antall: int) -> None:
    til = fra + timedelta(days=antall)
    dager = (fra + timedelta(days=i) for i in range(antall + 1))
    assert virkedager(fra, til) == sum(dag.weekday() < 5 for dag in dager)


def test_virkedager_i_et_aar_og_ei_uke() -> None:
    assert virkedager(date(2026, 1, 1), date(2026, 12, 31)) == 261
    assert virkedager(date(2024, 1, 1), date(2024, 12, 31)) == 262  # a leap year
    assert virkedager(date(2026, 6, 6), date(2026, 6, 7)) == 0  # a weekend
    assert virkedager(date(2026, 6, 8), date(2026, 6, 7)) == 0


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2025, 2, 27), 24),
        (date(2025, 2, 28), 25),  # no 29 February that year: the 28th counts
        (date(2025, 3, 1), 25),
        (date(2024, 2, 28), 23),
        (date(2024, 2, 29), 24),
        (date(2000, 2, 29), 0),
        (date(2000, 2, 28), -1),
    ],
)
def test_alder_for_den_som_er_fodt_29_februar(dag: date, ventet: int) -> None:
    assert alder(date(2000, 2, 29), dag) == ventet


@given(DAGER, st.integers(0, 120))
def test_alderen_oker_paa_dagen(fodt: date, aar: int) -> None:
    if fodt.year + aar > 2200:
        return
    dag = flytt(fodt, aar=aar)
    assert alder(fodt, dag) == aar
    assert alder(fodt, dag - timedelta(days=1)) == aar - 1


@given(DAGER, DAGER)
def test_hele_maaneder_er_saa_mange_som_gaar_inn(fra: date, til: date) -> None:
    antall = hele_maaneder(fra, til)
    if til < fra:
        assert antall == 0
        return
    assert flytt(fra, maaneder=antall) <= til < flytt(fra, maaneder=antall + 1)


def test_dato_stopper_ved_slutten_av_maaneden() -> None:
    assert dato(2026, 2, 30) == date(2026, 2, 28)
    assert dato(2024, 2, 31) == date(2024, 2, 29)
    assert dato(2026, 4, 31) == date(2026, 4, 30)
    assert dato(2026, 7, 20) == date(2026, 7, 20)


def test_flytt_med_hver_enhet() -> None:
    assert flytt(date(2024, 2, 29), aar=1) == date(2025, 2, 28)
    assert flytt(date(2024, 2, 29), aar=4) == date(2028, 2, 29)
    assert flytt(date(2026, 1, 31), maaneder=1) == date(2026, 2, 28)
    assert flytt(date(2026, 3, 31), maaneder=-1) == date(2026, 2, 28)
    assert flytt(date(2026, 12, 31), dager=1) == date(2027, 1, 1)
    assert flytt(date(2026, 1, 1), uker=-1) == date(2025, 12, 25)


def test_siste_i_maaneden() -> None:
    assert [siste_i_maaneden(2024, m).day for m in (1, 2, 4, 12)] == [31, 29, 30, 31]
    assert siste_i_maaneden(2100, 2).day == 28  # no leap year
