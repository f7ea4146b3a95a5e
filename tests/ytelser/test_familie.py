"""Stønader for barn: det som følger inntekten, det som ikke gjør det, og trinnene."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ytelser.hjelp import betalt, jobb, meldinger, planer
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, type_verdi

SOM_NAA = '[plan."Som nå"]\n'
BARN = "[[barn]]\nbarn_fodt = 2024-05-10\n"
OVERGANGSSTONAD = """
[overgangsstonad]
har_overgangsstonad = true
innvilget           = 2024-06-01
"""
BARNETRYGD = "[barnetrygd]\nhar_barnetrygd = true\nhar_utvidet_barnetrygd = true\n"


def les(bok, regel: str, dag: date, barn: list[date], gitt: Mapping[str, type_verdi]):
    """Verdien av en regel for det første barnet."""
    oppgitt = [Oppgitt(n, alltid=v) for n, v in gitt.items() if not n.endswith("[0]")]
    oppgitt += [Oppgitt(n[:-3], 0, alltid=v) for n, v in gitt.items() if n.endswith("[0]")]
    oppgitt += [Oppgitt("felles.barn_fodt", i, alltid=f) for i, f in enumerate(barn)]
    with regnemodus():
        k = bok.kjor(
            Gitt(tuple(oppgitt), (("barn", len(barn)),)),
            date(dag.year, 1, 1),
            date(dag.year, 12, 31),
        )
        return k.les(regel, dag)


def test_jobben_tar_av_overgangsstonaden_og_hele_smaabarnstillegget(bok):
    p = planer(bok, BARN + OVERGANGSSTONAD + BARNETRYGD + SOM_NAA + jobb("jobb"))
    foer, etter = betalt(p["Som nå"], "overgangsstonad"), betalt(p["jobb"], "overgangsstonad")
    assert foer["2026-04"] == Decimal(24405)
    assert foer["2026-06"] == Decimal(25603)
    # 216 000 i året. 45 prosent av det over 65 080, delt på 12, er 5 659,50, og halve rundes ned
    assert etter["2026-04"] == Decimal(24405 - 5659)
    # I mai justeres inntekten til 226 600 (ned til nærmeste hundre), og fribeløpet er 68 274,50
    assert etter["2026-06"] == Decimal(25603 - 5937)
    trygd = betalt(p["Som nå"], "barnetrygd")["2026-06"], betalt(p["jobb"], "barnetrygd")["2026-06"]
    assert trygd == (Decimal(2012 + 2572 + 712), Decimal(2012 + 2572))
    assert "barnetrygd.smaabarnstillegg_faller_bort" in meldinger(p["jobb"])


def test_uforetrygd_kommer_i_stedet_for_overgangsstonad(bok):
    uforetrygd = """
[uforetrygd]
innvilget  = 2024-06-01
uforegrad  = 50
trygdetid  = 40
grunnlag_g = 3
ifu_g      = 4
uredusert  = 14_000
"""
    p = planer(bok, BARN + OVERGANGSSTONAD + uforetrygd + SOM_NAA)["Som nå"]
    assert betalt(p, "overgangsstonad")["2026-03"] == Decimal(24405 - 14000)


def test_barnetrygd_er_lik_med_og_uten_jobb(bok):
    p = planer(bok, BARN + BARNETRYGD + SOM_NAA + jobb("jobb", lonn="60_000"))
    assert betalt(p["Som nå"], "barnetrygd") == betalt(p["jobb"], "barnetrygd")
    assert "barnetrygd.barnetrygd_endres_ikke" in meldinger(p["jobb"])


def test_uten_svar_paa_hva_du_faar_er_det_ingen_betaling(bok):
    p = planer(bok, BARN + SOM_NAA + jobb("jobb"))["jobb"]
    assert {b.ytelse for b in p.betalinger} == {"lonn", "skatt"}
    assert "barnetrygd.sok_barnetrygd" in meldinger(p)


def test_bidragsforskuddet_gaar_ned_et_trinn(bok):
    barn = "[[barn]]\nbarn_fodt = 2014-05-10\nhar_forskudd = true\n"
    p = planer(bok, barn + SOM_NAA + jobb("lite", lonn="32_000") + jobb("mye", lonn="33_000"))
    # 12 · 32 000 = 384 000 er under 388 200. 12 · 33 000 = 396 000 er over.
    assert betalt(p["lite"], "bidragsforskudd")["2026-09"] == Decimal(2600)
    assert betalt(p["mye"], "bidragsforskudd")["2026-09"] == Decimal(1560)
    assert betalt(p["Som nå"], "bidragsforskudd")["2026-09"] == Decimal(2600)


def test_bidrag_du_betaler_er_et_minus_og_kan_endres(bok):
    p = planer(bok, "[barnebidrag]\nbetaler_bidrag = 1_500\n" + SOM_NAA + jobb("jobb"))
    assert betalt(p["jobb"], "barnebidrag")["2026-09"] == Decimal(-1500)
    assert "barnebidrag.bidrag_kan_endres" in meldinger(p["jobb"])
    assert "barnebidrag.bidrag_kan_endres" not in meldinger(p["Som nå"])


def test_de_to_regelverkene_har_hver_sin_plikt(bok):
    ny = OVERGANGSSTONAD.replace("2024-06-01", "2026-08-01")
    barn = BARN.replace("2024-05-10", "2026-07-10")
    gammel = planer(bok, BARN + OVERGANGSSTONAD + SOM_NAA)["Som nå"]
    etter_juli = planer(bok, barn + ny + SOM_NAA)["Som nå"]
    assert "overgangsstonad.aktivitetsplikt" in meldinger(gammel)
    assert "overgangsstonad.ikke_aktivitetsplikt" in meldinger(etter_juli)
    # 14 måneder etter 10. juli 2026, ut måneden
    frister = {m.id: m.frist_dato for m in etter_juli.meldinger}
    assert frister["overgangsstonad.overgangsstonad_slutter"] == date(2027, 9, 30)


@given(
    inntekt=st.integers(0, 1_000_000),
    mer=st.integers(0, 50_000),
    dag=st.sampled_from([date(2025, 4, 1), date(2026, 3, 1), date(2026, 10, 1)]),
)
def test_mer_inntekt_gir_aldri_mer_overgangsstonad(bok, inntekt, mer, dag):
    def stonad(i: int) -> Decimal:
        gitt = {"overgangsstonad.forventet_inntekt": Decimal(i)}
        return les(bok, "overgangsstonad.etter_inntekt", dag, [], gitt)

    lite, mye = stonad(inntekt), stonad(inntekt + mer)
    assert 0 <= mye <= lite
    assert lite - mye <= Decimal("0.45") * mer / 12 + 1


@given(
    inntekt=st.integers(0, 800_000),
    mer=st.integers(0, 100_000),
    alder=st.integers(0, 17),
    barn=st.integers(1, 5),
    par=st.booleans(),
)
def test_forskuddet_gaar_bare_ned_og_bare_i_trinn(bok, inntekt, mer, alder, barn, par):
    dag = date(2026, 9, 1)
    trinn = {Decimal(x) for x in (0, 1040, 1560, 2080, 2600)}

    def forskudd(i: int) -> Decimal:
        gitt: dict[str, type_verdi] = {
            "bidragsforskudd.inntekt": Decimal(i),
            "bidragsforskudd.egne_barn": Decimal(barn),
            "felles.har_partner": par,
            "bidragsforskudd.har_forskudd[0]": True,
        }
        return les(bok, "bidragsforskudd.forskudd", dag, [date(2026 - alder, 3, 1)], gitt)

    lite, mye = forskudd(inntekt), forskudd(inntekt + mer)
    assert {lite, mye} <= trinn
    assert mye <= lite


@given(utgift=st.integers(0, 20_000), barn=st.integers(1, 5), kontant=st.integers(0, 7_500))
def test_barnetilsyn_er_aldri_mer_enn_det_du_betaler(bok, utgift, barn, kontant):
    gitt = {
        "barnetilsyn.utgift": Decimal(utgift),
        "barnetilsyn.barn_med_tilsyn": Decimal(barn),
        "barnetilsyn.kontantstotte_for_barnet": Decimal(kontant),
        "barnetilsyn.tilleggsstonad": Decimal(0),
    }
    svar = les(bok, "barnetilsyn.etter_tak", date(2026, 9, 1), [], gitt)
    assert 0 <= svar <= max(0, utgift - kontant)
    assert svar <= Decimal(7237)


@pytest.mark.parametrize(
    ("maaneder", "timer", "ventet"),
    [(12, 0, 0), (13, 0, 7500), (19, 0, 7500), (20, 0, 0), (14, 8, 6000), (14, 9, 4500),
     (14, 24, 3000), (14, 32, 1500), (14, 33, 0)],
)  # fmt: skip
def test_kontantstotte_etter_alder_og_timer(bok, maaneder, timer, ventet):
    fodt = date(2026, 9, 15)
    aar, maaned = divmod(fodt.year * 12 + fodt.month - 1 - maaneder, 12)
    gitt: dict[str, type_verdi] = {
        "kontantstotte.har_kontantstotte": True,
        "kontantstotte.barnehagetimer[0]": Decimal(timer),
    }
    barn = [date(aar, maaned + 1, 15)]
    assert les(bok, "kontantstotte.kontantstotte", date(2026, 9, 1), barn, gitt) == ventet


def test_pengene_kan_komme_tidligere_i_desember_og_det_blir_sagt(bok):
    barnetilsyn = "[barnetilsyn]\nhar_barnetilsyn = true\nutgift = 1_200\n"
    med = planer(bok, BARN + OVERGANGSSTONAD + barnetilsyn + SOM_NAA)["Som nå"]
    uten = planer(bok, BARN + SOM_NAA)["Som nå"]
    tidligere = {"overgangsstonad.dag_i_desember", "barnetilsyn.dag_i_desember"}
    assert tidligere <= {f.id for f in med.forbehold}
    assert not tidligere & {f.id for f in uten.forbehold}
