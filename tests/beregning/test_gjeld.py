"""Utleggstrekk: det som trekkes i dag, og det høyeste det kan settes til."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.beregning.personer import mari, sam
from ytelsesrad import Situasjon, beregn
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

HUSLEIE = "\n[bostotte]\nhar_bostotte = false\nboutgift = 9_000\n"


def svar(bok, trekk: str, *timer: int):
    tekst = mari(*timer).replace(
        "[skatt]", f"[gjeld]\nhar_utleggstrekk = true\n{trekk}\n{HUSLEIE}\n[skatt]"
    )
    return beregn(Situasjon.les(tekst, bok), bok)


def trukket(p, betaling: str) -> list[Decimal]:
    return [
        sum((t.belop for t in b.trekk if t.trekk == "utleggstrekk"), Decimal(0))
        for b in p.betalinger
        if b.betaling == betaling and b.dato.year == 2026
    ]


def test_fast_trekk_hos_nav_er_det_samme_med_og_uten_jobb(bok):
    r = svar(bok, "trekk_kroner = 1_500", 10)
    for p in r.planer:
        assert trukket(p, "uforetrygd") == [1_500] * 12
        assert sum(trukket(p, "lonn")) == 0
    linjer = {linje.ytelse: linje for linje in r.planer[1].aar[0].linjer}
    assert linjer["utleggstrekk"].gjort_opp == linjer["utleggstrekk"].utbetalt == -18_000


def test_trekket_tas_etter_skatten(bok):
    (januar, *_) = svar(bok, "trekk_kroner = 1_500").planer[0].betalinger
    assert [t.trekk for t in januar.trekk] == ["forskuddstrekk", "utleggstrekk"]
    assert januar.netto == januar.brutto - januar.trekk[0].belop - 1_500


def test_prosent_hos_arbeidsgiveren_folger_lonnen(bok):
    r = svar(bok, 'trekk_prosent = 10\ntrekkes_hos = "arbeidsgiver"', 10, 20)
    naa, ti, tjue = r.planer
    assert trukket(naa, "lonn") == []
    assert set(trukket(ti, "lonn")) == {Decimal(1_025)}
    assert set(trukket(tjue, "lonn")) == {Decimal(2_050)}
    assert any(
        "av seg selv" in m.tekst for m in ti.meldinger if m.id == "gjeld.trekket_folger_lonnen"
    )


def test_trekket_blir_aldri_mer_enn_det_som_er_igjen_av_betalingen(bok):
    p = svar(bok, 'trekk_kroner = 20_000\ntrekkes_hos = "arbeidsgiver"', 10).planer[1]
    for b in p.betalinger:
        if b.betaling == "lonn":
            assert b.netto == 0


def test_den_sier_hvor_hoyt_trekket_kan_settes(bok):
    r = svar(bok, "trekk_kroner = 1_500", 20)
    (melding,) = [m for m in r.planer[1].meldinger if m.id == "gjeld.trekket_kan_settes_opp"]
    assert melding.kort == "Trekket for gjeld kan bli satt opp."
    # Etter skatt i snitt minus livsopphold (11 046 og 11 388) og 9 000 i husleie.
    lonn = sum(b.brutto - b.trekk[0].belop for b in r.planer[1].betalinger if b.betaling == "lonn")
    trygd = sum(
        b.brutto - sum(t.belop for t in b.trekk if t.trekk == "forskuddstrekk")
        for b in r.planer[1].betalinger
        if b.betaling == "uforetrygd"
    )
    rom = (lonn + trygd) / 12 - (11_046 + 11_388) / Decimal(2) - 9_000
    vist = f"{int(rom // 100 * 100):,}".replace(",", "\u00a0")
    assert vist in melding.tekst
    assert not [m for m in r.planer[0].meldinger if m.id == "gjeld.trekket_kan_settes_opp"]


def test_for_hoyt_trekk_gir_rett_til_lavere(bok):
    p = svar(bok, "trekk_kroner = 5_000").planer[0]
    assert [m.type for m in p.meldinger if m.id == "gjeld.trekket_kan_settes_ned"] == ["rettighet"]


def test_ukjent_trekk_spor_etter_brevet(bok):
    p = svar(bok, "").planer[0]
    (mangel,) = [m for m in p.mangler if m.inndata.startswith("gjeld.")]
    assert mangel.inndata == "gjeld.trekk_kroner"


def test_gjeldsordning_sier_hva_en_gjor_foerst(bok):
    tekst = mari(10).replace("[skatt]", "[gjeld]\nhar_gjeldsordning = true\n[skatt]")
    r = beregn(Situasjon.les(tekst, bok), bok)
    (plikt,) = [m for m in r.planer[1].meldinger if m.id == "gjeld.gjeldsordning_ring_foerst"]
    assert plikt.tekst.startswith("Ring namsmannen før du begynner")
    assert "Gjeldsordning" in r.endringer[0].utelater


def les(bok, dag: date, fodt: list[date], *, par: bool = False) -> Decimal:
    oppgitt = [Oppgitt("felles.har_partner", alltid=par)]
    oppgitt += [Oppgitt("felles.barn_fodt", m, alltid=d) for m, d in enumerate(fodt)]
    with regnemodus():
        gitt = Gitt(tuple(oppgitt), (("barn", len(fodt)),))
        kjoring = bok.kjor(gitt, date(dag.year, 1, 1), date(dag.year, 12, 31))
        svar = kjoring.les("gjeld.livsopphold", dag)
    assert isinstance(svar, Decimal)
    return svar


@pytest.mark.parametrize(
    ("par", "alder", "belop"),
    [
        (False, [], 11_046),
        (True, [], 9_354),
        (False, [3, 12], 11_046 + 3_535 + 5_919),
        (False, [3, 7, 12], 11_046 + 2_828 + 4_690 + 5_919),  # den yngste er nummer fire
        (True, [3, 7], 9_354 + 2_828 + 4_690),
        (True, [3, 7, 16], 9_354 + 2_828 + 3_752 + 6_809),
        (
            False,
            [4, 4, 16],
            11_046 + Decimal("0.9") * 2 * 3_535 + 6_809,
        ),  # tvillinger: én er nummer fire
        (False, [18], 11_046),
    ],
)
def test_livsopphold_fra_juli_2025(bok, par, alder, belop):
    fodt = [date(2025 - a, 1, 15) for a in alder]
    assert les(bok, date(2025, 7, 31), fodt, par=par) == belop


@given(
    dag=st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    fodt=st.lists(st.dates(date(2008, 1, 1), date(2023, 12, 31)), max_size=5),
    par=st.booleans(),
)
def test_ett_barn_til_gir_mer_livsopphold_og_rekkefolgen_er_uten_betydning(bok, dag, fodt, par):
    med = les(bok, dag, [*fodt, date(2023, 12, 31)], par=par)
    assert med > les(bok, dag, fodt, par=par)
    assert les(bok, dag, fodt[::-1], par=par) == les(bok, dag, fodt, par=par)


def test_to_betalinger_samme_dag_deler_det_faste_trekket(bok):
    """Feriepengene kommer med den siste lønnen: 2 000 kroner tas én gang den måneden."""
    trekk = '[gjeld]\nhar_utleggstrekk = true\ntrekk_kroner = 2_000\ntrekkes_hos = "arbeidsgiver"\n'
    jobb = ("timer_per_uke = 15", "timelonn = 250", "slutt = 2026-10-31")
    tekst = sam(*jobb).replace("[skatt]", f"{trekk}{HUSLEIE}\n[skatt]")
    (p,) = beregn(Situasjon.les(tekst, bok), bok).planer
    i_maaneden: dict[int, list[Decimal]] = {}
    for b in p.betalinger:
        tatt = [t.belop for t in b.trekk if t.trekk == "utleggstrekk" and t.belop]
        if tatt and b.dato.year == 2026:
            i_maaneden.setdefault(b.dato.month, []).extend(tatt)
    assert {m: sum(x) for m, x in i_maaneden.items()} == dict.fromkeys(i_maaneden, 2_000)
    assert max(len(x) for x in i_maaneden.values()) == 2
