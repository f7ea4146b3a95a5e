"""Linjer gjennom en plan: den naturlige, fra en dag, og tillegg til eller andel av planens tall."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ytelsesrad import Bevegelse, Feilsamling, Regelbok, Situasjon, finn_grenser, naturlig_linje

D = Decimal

FORAN = """
regnedato = 2026-11-21
fra = 2026-01-01
til = 2026-12-31
[person]
fodselsdato = 1980-05-05
[husstand]
har_partner = false
[uforetrygd]
innvilget = 2019-03-01
uforegrad = 100
grunnlag_g = 3.4
ifu_g = 4.1
maate = "riktig"
melder_fra = 2026-01-10
[plan."Jobb"]
[[plan."Jobb".jobb]]
start = 2026-01-01
"""


def les(bok: Regelbok, jobb: str) -> Situasjon:
    return Situasjon.les(FORAN + jobb, bok)


@pytest.mark.parametrize(
    ("jobb", "ventet"),
    [
        ("timer_per_uke = 10\ntimelonn = 250", [("timer_per_uke", 40, "verdi")]),
        ("timer_per_uke = 45\ntimelonn = 250", [("timer_per_uke", 45, "verdi")]),
        (
            "stillingsprosent = 40\naarslonn_full_stilling = 400_000",
            [("stillingsprosent", 100, "verdi")],
        ),
        (
            "stillingsprosent = 40\nmaanedslonn = 12_000",
            [("stillingsprosent", 100, "verdi"), ("maanedslonn", 30_000, "verdi")],
        ),
        ("maanedslonn = 12_000", [("maanedslonn", 60_000, "verdi")]),
        (
            "timer_per_uke = { 2026-01-01 = 10, 2026-06-01 = 20 }\ntimelonn = 250",
            [("timer_per_uke", 150, "andel")],
        ),
        ("timer_per_uke = 0\nmaanedslonn = 0", [("timer_per_uke", 40, "verdi")]),
        (
            "timer_per_uke = 12\nmaanedslonn = 300_000",
            [("timer_per_uke", 15, "verdi"), ("maanedslonn", 399_000, "verdi")],
        ),
        (
            "timer_per_uke = { 2026-01-01 = 10, 2026-06-01 = 70 }\ntimelonn = 250",
            [("timer_per_uke", 114, "andel")],
        ),
    ],
)
def test_planen_sier_hva_det_er_naturlig_aa_gaa_langs(
    bok: Regelbok, jobb: str, ventet: Sequence[object]
) -> None:
    linje = naturlig_linje(les(bok, jobb), bok)
    assert [(b.inndata.removeprefix("lonn."), int(b.til), b.maate) for b in linje] == ventet
    assert {b.fra for b in linje} == {0}


def test_planen_ligger_paa_den_naturlige_linjen(bok: Regelbok) -> None:
    for jobb, sted in (
        ("stillingsprosent = 40\nmaanedslonn = 12_000", 40),
        ("timer_per_uke = { 2026-01-01 = 10, 2026-06-01 = 20 }\ntimelonn = 250", 100),
        ("timer_per_uke = 12\nmaanedslonn = 300_000", 12),
    ):
        s = les(bok, jobb)
        g = finn_grenser(s, bok, naturlig_linje(s, bok))
        (punkt,) = g.planer
        assert (punkt.plan, int(punkt.stilling)) == ("Jobb", sted)
        assert abs(g.belop_ved(sted) - punkt.belop) <= g.baand


def test_uten_jobb_er_det_ingen_naturlig_linje(bok: Regelbok, rot: Path) -> None:
    s = Situasjon.les(rot / "docs" / "eksempler" / "p4.toml", bok)
    assert naturlig_linje(s, bok, "Som nå") == ()
    assert naturlig_linje(s, bok, "10 timer i uka")[0].inndata == "lonn.timer_per_uke"
    with pytest.raises(KeyError):
        naturlig_linje(s, bok, "en annen plan")


def test_det_naermeste_under_og_over_planen(bok: Regelbok) -> None:
    s = les(bok, "timer_per_uke = 20\ntimelonn = 250")
    g = finn_grenser(s, bok, naturlig_linje(s, bok))
    under, over = g.naermest("Jobb")
    assert under is not None
    assert over is not None
    assert under.ved < 20 <= over.ved
    assert not any(under.ved < t.ved < over.ved for t in g.terskler)
    assert g.naermest("Jobb", "fall") == (None, over)
    (punkt,) = g.planer
    assert sum(a.av_100 or D(0) for a in punkt.andeler) == punkt.igjen_av_100
    with pytest.raises(KeyError):
        g.naermest("Som nå")


# ── Hva som flyttes ─────────────────────────────────────────────────────────────────────────────

MONSTER = "timer_per_uke = { 2026-01-01 = 10, 2026-06-01 = 20 }\ntimelonn = 250"


def lonnen(g, sted: Decimal) -> Decimal:
    """Lønnen i året på et sted, av endene på strekningen."""
    s = next(s for s in g.strekninger if s.fra <= sted <= s.til)
    andel = (sted - s.fra) / (s.til - s.fra)
    return s.linjer_fra["lonn"] + andel * (s.linjer_til["lonn"] - s.linjer_fra["lonn"])


def fast(timer_i_maanedene: list[int]) -> Decimal:
    return sum((D(t) * 250 * 52 / 12 for t in timer_i_maanedene), D(0))


@pytest.mark.parametrize(
    ("langs", "sted", "maanedene"),
    [
        (Bevegelse("timer_per_uke", D(0), D(30)), 12, [12] * 12),
        (Bevegelse("timer_per_uke", D(-5), D(10), maate="tillegg"), 4, [14] * 5 + [24] * 7),
        (Bevegelse("timer_per_uke", D(0), D(150), maate="andel"), 50, [5] * 5 + [10] * 7),
        (
            Bevegelse("timer_per_uke", D(0), D(30), fra_dag=date(2026, 8, 1)),
            12,
            [10] * 5 + [20, 20] + [12] * 5,
        ),
        (
            Bevegelse("timer_per_uke", D(0), D(9), maate="tillegg", fra_dag=date(2026, 3, 1)),
            4,
            [10, 10, 14, 14, 14] + [24] * 7,
        ),
    ],
)
def test_monsteret_gjennom_aaret_staar(
    bok: Regelbok, langs: Bevegelse, sted: int, maanedene: list[int]
) -> None:
    g = finn_grenser(les(bok, MONSTER), bok, langs)
    assert abs(lonnen(g, D(sted)) - fast(maanedene)) <= 6  # hver måned er i hele kroner


def test_planen_selv_ligger_ved_null_mer(bok: Regelbok) -> None:
    g = finn_grenser(
        les(bok, MONSTER), bok, Bevegelse("timer_per_uke", D(-5), D(10), maate="tillegg")
    )
    assert [p.stilling for p in g.planer] == [0]


@pytest.mark.parametrize(
    ("jobb", "langs", "sagt"),
    [
        (
            "timer_per_uke = 5\ntimelonn = 250",
            Bevegelse("timer_per_uke", D(-6), D(10), maate="tillegg"),
            "fra −1 til 15",
        ),
        (
            "stillingsprosent = 5\ntimelonn = 250",
            Bevegelse("timer_per_uke", D(0), D(10), maate="tillegg"),
            "oppgir ikke",
        ),
        (
            "timer_per_uke = 5\ntimelonn = 250",
            Bevegelse("timer_i_full_stilling", D(30), D(40), fra_dag=date(2026, 2, 1)),
            "hele tiden",
        ),
        (
            "timer_i_meldeperioden = { fra = 2026-01-05, gjentas = [30, 45] }\ntimelonn = 250",
            Bevegelse("timer_i_meldeperioden", D(0), D(10), None, "tillegg", date(2026, 2, 1)),
            "rekke",
        ),
    ],
)
def test_det_som_ikke_kan_flyttes_slik(
    bok: Regelbok, jobb: str, langs: Bevegelse, sagt: str
) -> None:
    with pytest.raises(Feilsamling) as feil:
        finn_grenser(les(bok, jobb), bok, langs)
    assert feil.value.feil[0].kode == "G01"
    assert sagt in str(feil.value)
