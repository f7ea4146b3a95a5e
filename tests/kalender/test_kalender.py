"""Datoer og perioder, mot opptelling dag for dag."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.kalender import (
    Kalender,
    Periodetype,
    UtenMandagError,
    alder,
    dato,
    flytt,
    hele_maaneder,
    paaskedag,
    periodenavn,
    siste_i_maaneden,
    virkedager,
)

DAGER = st.dates(date(1990, 1, 1), date(2060, 12, 31))
TYPER = [Periodetype.DAG, Periodetype.MELDEPERIODE, Periodetype.MAANED, Periodetype.AAR]
MANDAG = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("aar", "ventet"),
    [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))],
)
def test_paaskedag(aar, ventet):
    assert paaskedag(aar) == date(aar, *ventet)


@given(DAGER, st.integers(0, 60))
def test_virkedager_er_opptalte_hverdager(fra, antall):
    til = fra + timedelta(days=antall)
    dagene = [fra + timedelta(days=i) for i in range(antall + 1)]
    assert virkedager(fra, til) == sum(d.weekday() < 5 for d in dagene)
    assert virkedager(til + timedelta(days=1), fra) == 0


@given(DAGER, DAGER)
def test_alder_er_antall_fodselsdager(fodt, dag):
    if dag < fodt:
        fodt, dag = dag, fodt
    fodselsdager = [flytt(fodt, aar=n) for n in range(1, 80)]
    assert alder(fodt, dag) == sum(d <= dag for d in fodselsdager)


def test_den_som_er_fodt_29_februar_fyller_aar_28():
    fodt = date(2000, 2, 29)
    assert alder(fodt, date(2025, 2, 27)) == 24
    assert alder(fodt, date(2025, 2, 28)) == 25
    assert alder(fodt, date(2024, 2, 28)) == 23
    assert alder(fodt, date(2024, 2, 29)) == 24


@given(DAGER, DAGER)
def test_hele_maaneder(fra, til):
    n = hele_maaneder(fra, til)
    assert n >= 0
    if til >= fra:
        assert flytt(fra, maaneder=n) <= til < flytt(fra, maaneder=n + 1)


def test_dag_etter_maanedens_slutt_blir_den_siste():
    assert dato(2026, 2, 31) == date(2026, 2, 28)
    assert dato(2024, 2, 30) == date(2024, 2, 29)
    assert siste_i_maaneden(2026, 12) == date(2026, 12, 31)


@given(st.sampled_from(TYPER), DAGER)
def test_hver_dag_er_i_noyaktig_en_periode(type_, dag):
    k = Kalender(MANDAG)
    p = k.indeks(type_, dag)
    assert k.forste(type_, p) <= dag <= k.siste(type_, p)
    assert k.siste(type_, p) + timedelta(days=1) == k.forste(type_, p + 1)
    assert k.indeks(type_, k.siste(type_, p - 1)) == p - 1


@given(DAGER)
def test_meldeperioder_folger_personens_mandag(dag):
    k = Kalender(MANDAG)
    p = k.indeks(Periodetype.MELDEPERIODE, dag)
    forste = k.forste(Periodetype.MELDEPERIODE, p)
    assert forste.weekday() == 0
    assert (forste - MANDAG).days % 14 == 0


def test_uten_mandag_finnes_ingen_meldeperiode():
    with pytest.raises(UtenMandagError):
        Kalender().indeks(Periodetype.MELDEPERIODE, MANDAG)


def test_periodenavn():
    k = Kalender(MANDAG)
    dag = date(2026, 3, 9)
    navn = [periodenavn(k, t, k.indeks(t, dag)) for t in TYPER]
    assert navn == ["2026-03-09", "2026-03-02", "2026-03", "2026"]
    assert periodenavn(k, Periodetype.KONSTANT, 0) == ""


@pytest.mark.parametrize(
    ("aar", "stengt"),
    [
        # Skjærtorsdag, langfredag, 2. påskedag, 1. mai, Kr. himmelfart, 17. mai (søndag),
        # 2. pinsedag, julaften, 1. juledag (og 2. juledag er en lørdag)
        (2026, "01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-24 12-25"),
        (2027, "01-01 03-25 03-26 03-29 05-06 05-17 12-24"),
    ],
)
def test_hverdager_bankene_er_stengt(bok, aar, stengt):
    from ytelsesrad.regelbok import regnemodus

    with regnemodus():
        kjoring = bok.kjor(start=date(aar, 1, 1), slutt=date(aar, 12, 31))
        dag, funnet = date(aar, 1, 1), []
        while dag.year == aar:
            if dag.weekday() < 5 and not kjoring.er_bankdag(dag):
                funnet.append(f"{dag:%m-%d}")
            dag += timedelta(days=1)
    assert funnet == stengt.split()
