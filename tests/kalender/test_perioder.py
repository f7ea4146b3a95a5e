"""Periods: indexes there and back, and fortnights that follow the person's own Monday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.kalender import Kalender, Periodetype, UtenMandagError, periodenavn

MANDAG = date(2026, 1, 5)
DAGER = st.dates(date(1950, 1, 1), date(2099, 12, 31))
TYPER = st.sampled_from(
    [Periodetype.DAG, Periodetype.MELDEPERIODE, Periodetype.MAANED, Periodetype.AAR]
)


@given(DAGER, TYPER)
def test_dagen_ligger_i_sin_egen_periode(dag: date, type_: Periodetype) -> None:
    k = Kalender(MANDAG)
    p = k.indeks(type_, dag)
    assert k.forste(type_, p) <= dag <= k.siste(type_, p)


@given(DAGER, TYPER)
def test_perioder_folger_tett_paa_hverandre(dag: date, type_: Periodetype) -> None:
    k = Kalender(MANDAG)
    p = k.indeks(type_, dag)
    assert k.siste(type_, p) + timedelta(days=1) == k.forste(type_, p + 1)
    assert k.indeks(type_, k.forste(type_, p)) == p == k.indeks(type_, k.siste(type_, p))


@pytest.mark.parametrize(
    ("dag", "indeks", "forste"),
    [
        (date(2026, 1, 5), 0, date(2026, 1, 5)),
        (date(2026, 1, 18), 0, date(2026, 1, 5)),
        (date(2026, 1, 19), 1, date(2026, 1, 19)),
        (date(2026, 1, 4), -1, date(2025, 12, 22)),  # over the turn of the year
        (date(2025, 12, 21), -2, date(2025, 12, 8)),
        (date(2026, 12, 31), 25, date(2026, 12, 21)),
        (date(2027, 1, 3), 25, date(2026, 12, 21)),
        (date(2027, 1, 4), 26, date(2027, 1, 4)),
    ],
)
def test_meldeperioder(dag: date, indeks: int, forste: date) -> None:
    k = Kalender(MANDAG)
    assert k.indeks(Periodetype.MELDEPERIODE, dag) == indeks
    assert k.forste(Periodetype.MELDEPERIODE, indeks) == forste
    assert k.siste(Periodetype.MELDEPERIODE, indeks) == forste + timedelta(days=13)


@given(DAGER, st.integers(-60, 60))
def test_enhver_mandag_i_gruppen_gir_de_samme_periodene(dag: date, n: int) -> None:
    a, b = Kalender(MANDAG), Kalender(MANDAG + timedelta(days=14 * n))
    skjov = Kalender(MANDAG + timedelta(days=7))
    t = Periodetype.MELDEPERIODE
    assert a.forste(t, a.indeks(t, dag)) == b.forste(t, b.indeks(t, dag))
    assert a.forste(t, a.indeks(t, dag)) != skjov.forste(t, skjov.indeks(t, dag))


def test_uten_mandag_finnes_det_ingen_meldeperioder() -> None:
    k = Kalender()
    with pytest.raises(UtenMandagError):
        k.indeks(Periodetype.MELDEPERIODE, MANDAG)
    with pytest.raises(UtenMandagError):
        k.forste(Periodetype.MELDEPERIODE, 0)
    assert k.indeks(Periodetype.MAANED, MANDAG) == 2026 * 12


@pytest.mark.parametrize(
    ("type_", "p", "navn"),
    [
        (Periodetype.AAR, 2026, "2026"),
        (Periodetype.AAR, 800, "0800"),
        (Periodetype.MAANED, 2026 * 12 + 2, "2026-03"),
        (Periodetype.MAANED, 2026 * 12 + 11, "2026-12"),
        (Periodetype.DAG, date(2026, 3, 9).toordinal(), "2026-03-09"),
        (Periodetype.MELDEPERIODE, 1, "2026-01-19"),
        (Periodetype.KONSTANT, 0, ""),
    ],
)
def test_periodenavn(type_: Periodetype, p: int, navn: str) -> None:
    assert periodenavn(Kalender(MANDAG), type_, p) == navn


@pytest.mark.parametrize(
    ("type_", "p"),
    [(Periodetype.AAR, 0), (Periodetype.AAR, 10_000), (Periodetype.MAANED, 11)],
)
def test_utenfor_kalenderen(type_: Periodetype, p: int) -> None:
    with pytest.raises(ValueError, match="year"):
        Kalender().forste(type_, p)
