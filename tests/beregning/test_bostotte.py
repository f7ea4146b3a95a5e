"""Bostøtte: hele svaret for en med uføretrygd og husleie, og egenskaper ved formelen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad import Situasjon, beregn
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

P4 = Path(__file__).resolve().parents[2] / "docs" / "eksempler" / "p4.toml"

# Regnet ut på egen hånd: det som kommer på konto i 2026 med 10 timer, og mot «som nå».
KONTO_10_TIMER = "28596 23722 23722 23722 23722 28891 24589 24589 24589 26923 26923 30818"
MOT_SOM_NAA = "6765 1891 1891 1891 1891 866 2814 2139 2139 4473 4473 6216"


@pytest.fixture(scope="module")
def p4(bok):
    return beregn(Situasjon.les(P4.read_text(encoding="utf-8"), bok), bok)


def plan(resultat, navn):
    return next(p for p in resultat.planer if p.navn == navn)


def linjer(p, aar=0):
    return {linje.ytelse: linje.gjort_opp for linje in p.aar[aar].linjer}


def test_jobben_tar_bostotten_under_bunnfradraget(p4):
    assert linjer(plan(p4, "Som nå"))["bostotte"] == 5 * 2_420 + 1_617 + 6 * 2_292
    for navn in ("10 timer i uka", "20 timer i uka"):
        assert linjer(plan(p4, navn))["bostotte"] == 0
    assert linjer(plan(p4, "10 timer i uka"))["uforetrygd"] == 288_956  # hele
    endring = {e.plan: round(e.per_maaned) for e in p4.endringer}
    assert endring == {"10 timer i uka": 4_573, "20 timer i uka": 7_752}


def test_maaned_for_maaned(p4):
    maaneder = plan(p4, "10 timer i uka").maaneder
    assert [m.netto for m in maaneder] == [Decimal(x) for x in KONTO_10_TIMER.split()]
    assert [m.mot_grunnlag for m in maaneder] == [Decimal(x) for x in MOT_SOM_NAA.split()]


def test_bostotten_kommer_maaneden_etter(p4):
    """Desember 2025 betales 20. januar. Så er lønnen for høy."""
    (januar,) = [b for b in plan(p4, "10 timer i uka").betalinger if b.ytelse == "bostotte"]
    assert (januar.dato, januar.brutto) == (date(2026, 1, 20), 2_420)
    assert januar.fra_dag == date(2025, 12, 1)
    naa = [b for b in plan(p4, "Som nå").betalinger if b.ytelse == "bostotte"]
    i_2026 = [b for b in naa if b.dato.year == 2026]
    assert [b.dato.day for b in i_2026] == [20, 20, 20, 20, 20, 19, 20, 20, 18, 20, 20, 18]
    # etterbetalingen av ny G i juni teller i juni, og gir mindre bostøtte i juli
    assert [b.brutto for b in i_2026] == [2_420] * 6 + [1_617] + [2_292] * 5


def test_den_sier_at_bostotten_faller_bort_og_maa_sokes_igjen(p4):
    meldinger = {m.id: m for m in plan(p4, "10 timer i uka").meldinger}
    assert meldinger["bostotte.bostotte_faller_bort"].kort == "Bostøtten faller bort."
    assert "over 28\u00a0241\u00a0kroner" in meldinger["bostotte.bostotte_faller_bort"].tekst
    assert meldinger["bostotte.bostotte_soknad_faller_bort"].type == "plikt"
    assert not [m for m in plan(p4, "Som nå").meldinger if "faller_bort" in m.id]


def med_lonn(bok, *maanedslonner: int, mer: str = ""):
    """P4 med én plan for hver månedslønn, hele året."""
    felles = P4.read_text(encoding="utf-8").split('[plan."10 timer i uka"]')[0]
    planer = "".join(
        f'[plan."{n}"]\n[plan."{n}".uforetrygd]\nmelder_fra = 2026-01-05\n[[plan."{n}".jobb]]\n'
        f"start = 2026-01-01\nmaanedslonn = {n}\nlonn_etterskuddsvis = false\n"
        for n in maanedslonner
    )
    return beregn(Situasjon.les(felles + mer + planer, bok), bok)


@pytest.mark.parametrize(
    ("lonn", "bostotte", "uforetrygd"),
    [
        (1_000, 590, 0),  # under grensen: 73,7 prosent av 80 prosent
        (6_000, 0, 0),  # bostøtten er borte, og lønnen er under bunnfradraget
        (15_000, 0, 599),  # over bunnfradraget: 59,90 av hver hundrelapp
    ],
)
def test_hva_hver_ordning_tar_av_tusen_kroner_til(bok, lonn, bostotte, uforetrygd):
    """Forskjellen mellom to regnestykker, i måneden."""
    resultat = med_lonn(bok, lonn, lonn + 1_000)
    foer, etter = (linjer(p) for p in resultat.planer[1:])
    tar = {navn: (foer[navn] - etter[navn]) / 12 for navn in ("bostotte", "uforetrygd", "skatt")}
    assert etter["lonn"] - foer["lonn"] == 12_000
    assert abs(tar["bostotte"] - bostotte) <= 1
    assert abs(tar["uforetrygd"] - uforetrygd) <= 1
    igjen = resultat.endringer[1].per_maaned - resultat.endringer[0].per_maaned
    assert abs(igjen - (1_000 - sum(tar.values()))) < Decimal("0.02")
    # skatten er 33,6 til 34 prosent av det som skattlegges
    skattes = 1_000 - tar["uforetrygd"]
    assert Decimal("0.29") < tar["skatt"] / skattes < Decimal("0.35")


def test_tre_avslag_og_saa_ny_soknad(bok):
    """Jobb fra januar til juni: avslag i mer enn tre måneder, og bostøtte igjen fra juli."""
    tekst = P4.read_text(encoding="utf-8").replace(
        "start               = 2026-01-01", "start = 2026-01-01\nslutt = 2026-06-30", 1
    )
    p = plan(beregn(Situasjon.les(tekst, bok), bok), "10 timer i uka")
    sok = [m for m in p.meldinger if m.id == "bostotte.bostotte_sok_igjen"]
    assert [m.frist_dato for m in sok] == [date(2026, 7, 25)]
    august = [b for b in p.betalinger if b.ytelse == "bostotte" and b.dato > date(2026, 8, 1)]
    assert august[0].dato == date(2026, 8, 20)


def test_kommune_som_ikke_finnes(bok):
    tekst = P4.read_text(encoding="utf-8").replace('"Oslo"', '"Osslo"')
    p = plan(beregn(Situasjon.les(tekst, bok), bok), "Som nå")
    (advarsel,) = [a for a in p.advarsler if a.id == "bostotte.kommune_ikke_kjent"]
    assert "«Osslo» er ikke i listen" in advarsel.tekst


def test_uten_husleie_staar_bostotten_som_ikke_oppgitt(bok):
    tekst = P4.read_text(encoding="utf-8").replace("[bostotte]\nboutgift = 11_500", "[person2]")
    tekst = tekst.split("[person2]")[0] + tekst.split("[person2]")[1].split("\n", 1)[1]
    p = plan(beregn(Situasjon.les(tekst, bok), bok), "Som nå")
    status = {d.ytelse: d.status for d in p.dekning}
    assert status["bostotte"] == "ikke_oppgitt"
    assert status["uforetrygd"] == "beregnet"


# ── Egenskaper ved formelen ─────────────────────────────────────────────────────────────────────


def les(bok, regel, dag, **gitt):
    standard: dict[str, Any] = {
        "bostotte.boutgift": Decimal(12_000),
        "bostotte.voksne": Decimal(1),
        "bostotte.barn_i_husstanden": Decimal(0),
        "bostotte.ung_ufor_i_husstanden": False,
        "felles.kommune": "Hamar",
        "felles.har_partner": False,
    }
    standard |= {f"bostotte.{navn}": v for navn, v in gitt.items()}
    with regnemodus():
        kjoring = bok.kjor(
            Gitt(tuple(Oppgitt(n, alltid=v) for n, v in standard.items())),
            date(dag.year - 1, 1, 1),
            date(dag.year, 12, 31),
        )
        return kjoring.les(f"bostotte.{regel}", dag)


dager = st.dates(date(2024, 7, 1), date(2027, 12, 31))
kroner = st.integers(0, 60_000).map(Decimal)
husstander = st.fixed_dictionaries(
    {
        "voksne": st.integers(1, 4).map(Decimal),
        "barn_i_husstanden": st.integers(0, 5).map(Decimal),
        "boutgift": st.integers(0, 30_000).map(Decimal),
        "ung_ufor_i_husstanden": st.booleans(),
        "andres_inntekt": st.just(Decimal(0)),
    }
)


@given(dag=dager, inntekt=kroner, mer=st.integers(1, 5_000), husstand=husstander)
def test_mer_inntekt_gir_aldri_mer_og_tar_hoyst_59_av_hundre(bok, dag, inntekt, mer, husstand):
    foer = les(bok, "bostotte", dag, inntekt_i_maaneden=inntekt, **husstand)
    etter = les(bok, "bostotte", dag, inntekt_i_maaneden=inntekt + mer, **husstand)
    vekt = les(bok, "vekt", dag, **husstand)
    assert etter <= foer
    if etter > 0:
        assert foer - etter <= Decimal("0.5896") * mer / vekt + 1


@given(dag=dager, husstand=husstander)
def test_grensen_er_der_bostotten_slutter(bok, dag, husstand):
    grense = les(bok, "inntektsgrense", dag, **husstand)
    assert les(bok, "bostotte", dag, inntekt_i_maaneden=grense + 3 * 12, **husstand) == 0
    if grense > 0:
        paa = les(bok, "bostotte", dag, inntekt_i_maaneden=grense, **husstand)
        assert paa == les(bok, "minste_utbetaling", dag)


@given(dag=dager, inntekt=kroner, husstand=husstander)
def test_ett_barn_til_gir_aldri_mindre(bok, dag, inntekt, husstand):
    flere = husstand | {"barn_i_husstanden": husstand["barn_i_husstanden"] + 1}
    ett = les(bok, "bostotte", dag, inntekt_i_maaneden=inntekt, **husstand)
    assert les(bok, "bostotte", dag, inntekt_i_maaneden=inntekt, **flere) >= ett


@pytest.mark.parametrize(
    ("kommune", "gruppe"),
    [("Oslo", 1), ("Sagene", 1), ("Bærum", 2), ("Lillestrøm", 3), ("Skedsmo", 3), ("Hamar", 4)],
)
def test_kommunegruppene(bok, kommune, gruppe):
    with regnemodus():
        kjoring = bok.kjor(
            Gitt((Oppgitt("felles.kommune", alltid=kommune),)), date(2026, 1, 1), date(2026, 12, 31)
        )
        assert kjoring.les("bostotte.kommunegruppe", date(2026, 11, 1)) == gruppe


BARN_PAA_18 = """
regnedato = 2026-11-21
fra       = 2026-01-01
til       = 2026-12-31

[person]
kommune = "Hamar"

[husstand]
har_partner = false

[[barn]]
barn_fodt = 2008-04-15

[[annen_utbetaling]]
slag  = "offentlig uførepensjon"
belop = 26_000

[bostotte]
boutgift = 12_000
"""


def test_et_barn_som_fyller_18_aar_teller_som_voksen_og_ikke_med_inntekt(bok):
    """Vekten er 1,15 i april og 1,13 i mai, og taket er for to i begge."""
    (p,) = beregn(Situasjon.les(BARN_PAA_18, bok), bok).planer
    bostotte = {b.fra_dag.month: b.brutto for b in p.betalinger if b.ytelse == "bostotte"}
    assert not p.mangler
    # 73,7 prosent av 109 820 minus egenandelen av 312 000 / 1,15 og 312 000 / 1,13, delt på 12
    assert [bostotte[4], bostotte[5]] == [2_456, 2_220]
    uten = BARN_PAA_18.replace("boutgift = 12_000", "boutgift = 12_000\nvoksne = 1")
    (alene,) = beregn(Situasjon.les(uten, bok), bok).planer
    assert {b.fra_dag.month for b in alene.betalinger if b.ytelse == "bostotte"} == {12, 1, 2, 3, 4}
