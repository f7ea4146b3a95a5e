"""Hva en plan gjør med det som er sagt ellers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ytelsesrad import Feilsamling, Situasjon

FIL = """
[fyrlys]
grunnlag = 3
utbetalt = { 2026-01 = 1, 2026-02 = 2 }

[[jobb]]
start = 2020-01-01
timer = 10

[[barn]]
barn_fodt = 2010-01-01
[[barn]]
barn_fodt = 2012-01-01

[plan."Som nå"]

[plan.B.fyrlys]
utbetalt = { 2026-03 = 3 }
[[plan.B.jobb]]
start = 2027-01-01
timer = 5
[[plan.B.barn]]
barn_fodt = 2014-01-01
"""


def verdier(situasjon, land, plan):
    return {(o.regel, o.medlem): o for o in situasjon.gitt(land, plan).verdier}


@pytest.fixture
def situasjon(land) -> Situasjon:
    return Situasjon.les(FIL, land)


def test_uten_planer_er_det_en():
    assert [p.navn for p in Situasjon().planer] == ["Som nå"]
    assert [p.navn for p in Situasjon(planer=()).planer] == ["Som nå"]


def test_rekkefolgen_er_filens(situasjon, land):
    assert list(situasjon.alle_gitt(land)) == ["Som nå", "B"]


def test_planens_verdi_gjelder_i_stedet_for_hele(situasjon, land):
    (periode,) = verdier(situasjon, land, "B")["fyrlys.utbetalt", None].perioder
    assert periode.verdi == 3
    assert verdier(situasjon, land, "B")["fyrlys.grunnlag", None].alltid == 3
    assert len(verdier(situasjon, land, "Som nå")["fyrlys.utbetalt", None].perioder) == 2


def test_planens_jobber_kommer_i_tillegg(situasjon, land):
    assert dict(situasjon.gitt(land, "B").medlemmer)["jobb"] == 2
    assert dict(situasjon.gitt(land, "Som nå").medlemmer)["jobb"] == 1
    b = verdier(situasjon, land, "B")
    assert b["fangst.timer", 0].alltid == Decimal(10)
    assert b["fangst.timer", 1].alltid == Decimal(5)


def test_andre_grupper_blir_byttet_ut(situasjon, land):
    assert dict(situasjon.gitt(land, "B").medlemmer)["barn"] == 1
    b = verdier(situasjon, land, "B")
    assert b["felles.barn_fodt", 0].alltid == date(2014, 1, 1)
    assert ("felles.barn_fodt", 1) not in b


def test_gitt_tar_ogsa_planen_selv(situasjon, land):
    assert situasjon.gitt(land, situasjon.planer[1]) == situasjon.gitt(land, "B")
    with pytest.raises(KeyError):
        situasjon.gitt(land, "C")


def test_det_som_kreves_kan_staa_i_planen(land):
    Situasjon.les("[fyrlys]\ngrad = 50\n[plan.A.fyrlys]\ngitt_fra = 2020-01-01\n", land)


def test_det_som_kreves_ses_plan_for_plan(land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(
            "[[plan.A.jobb]]\ntimer = 3\ntimelonn = 200\n[[plan.B.jobb]]\ntimelonn = 200\n", land
        )
    (feil,) = samling.value.feil
    assert (feil.kode, feil.sted.linje) == ("S05", 5)


def test_det_som_meldes_i_en_plan_kan_vaere_i_framtiden(land):
    Situasjon.les("regnedato = 2026-01-01\n[plan.A.fyrlys]\nmeldt = {2026={2026-03-10=1}}\n", land)
    with pytest.raises(Feilsamling, match="S17"):
        Situasjon.les("regnedato = 2026-01-01\n[fyrlys]\nmeldt = {2026={2026-03-10=1}}\n", land)


def test_tidsrom():
    s = Situasjon(regnedato=date(2026, 11, 21))
    assert s.tidsrom() == (date(2026, 11, 21), date(2026, 1, 1), date(2026, 12, 31))
    til = s.model_copy(update={"til": date(2027, 6, 30)}).tidsrom()
    assert til[1:] == (date(2026, 1, 1), date(2027, 6, 30))
    fra = s.model_copy(update={"fra": date(2027, 3, 1)}).tidsrom()
    assert fra[1:] == (date(2027, 3, 1), date(2027, 12, 31))
    with pytest.raises(Feilsamling, match="regnedato"):
        Situasjon().tidsrom()
    assert Situasjon().med_regnedato(date(2025, 2, 3)).tidsrom()[1] == date(2025, 1, 1)


def test_samme_kjennetegn_er_samme_jobb(land):
    tekst = """
[[jobb]]
hos = "Skipet"
start = 2020-01-01
timer = 10
[[jobb]]
hos = "Brygga"
start = 2021-01-01
timer = 3
[plan.A]
[plan.B]
[[plan.B.jobb]]
hos = "Verftet"
start = 2027-01-01
timer = 5
[[plan.B.jobb]]
hos = "Brygga"
timer = { 2021-01-01 = 3, 2027-01-01 = 8 }
"""
    situasjon = Situasjon.les(tekst, land)
    gitt = situasjon.gitt(land, "B")
    assert dict(gitt.medlemmer)["jobb"] == 3
    v = verdier(situasjon, land, "B")
    assert [v["fangst.hos", m].alltid for m in range(3)] == ["Skipet", "Brygga", "Verftet"]
    assert [v["fangst.start", m].alltid.year for m in range(3)] == [2020, 2021, 2027]
    assert [f.verdi for f in v["fangst.timer", 1].fra] == [3, 8]
    assert v["fangst.timer", 0].alltid == 10
    assert verdier(situasjon, land, "A")["fangst.timer", 1].alltid == 3


def test_det_som_ikke_ville_hatt_noen_virkning_er_en_feil(land):
    tekst = """
[[jobb]]
hos = "Skipet"
start = 2020-01-01
timer = 10
[[plan.B.jobb]]
hos = "Skipet"
andel = 50
"""
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(tekst, land)
    (feil,) = samling.value.feil
    assert (feil.kode, feil.sted.linje) == ("S18", 8)
    assert "Planen endrer «andel», men «timer» er oppgitt utenfor" in feil.hva
    Situasjon.les(tekst.replace("timer = 10", "andel = 25"), land)
    Situasjon.les(tekst + "timer = 20\n", land)
