"""How values are written for people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.lesbart import (
    avrundet,
    dato,
    kr,
    kroner,
    liste,
    maaned,
    maanedsnavn,
    midt_i,
    omtrent_kroner,
    periode,
    tall,
    vis,
)


def _mellomrom(tekst: str) -> str:
    """Every space inside a value must be a hard one; make them ordinary for reading."""
    assert " " not in tekst
    return tekst.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("verdi", "enhet", "skrevet"),
    [
        (Decimal("12345"), "kr", "12 345 kroner"),
        (Decimal("12345.5"), "kr/år", "12 346 kroner"),
        (Decimal("1234567.4"), "kr/måned", "1 234 567 kroner"),
        (Decimal("-987.5"), "kr", "−988 kroner"),
        (Decimal("-0.4"), "kr", "0 kroner"),
        (Decimal("-1"), "kr", "−1 krone"),
        (Decimal("236.54"), "kr/time", "236,54 kroner"),
        (Decimal("236.5"), "kr/time", "236,50 kroner"),
        (Decimal("236"), "kr/time", "236 kroner"),
        (Decimal("1071.914"), "kr/dag", "1 071,91 kroner"),
        (Decimal("0.665"), "prosent", "66,5 prosent"),
        (Decimal("0.7"), "prosent", "70 prosent"),
        (Decimal("0.599046"), "prosent", "59,9 prosent"),
        (Decimal("0.4"), "G", "0,4 G"),
        (Decimal("2.14965"), "G", "2,14965 G"),
        (Decimal("9.5"), "timer/uke", "9,5 timer"),
        (Decimal("10"), "timer/uke", "10 timer"),
        (Decimal("1"), "timer/dag", "1 time"),
        (Decimal("9"), "måneder/år", "9 måneder"),
        (Decimal("1"), "måneder", "1 måned"),
        (Decimal("784"), "dager", "784 dager"),
        (Decimal("34"), "år", "34 år"),
        (Decimal("2026"), "tall", "2026"),
        (Decimal("136549"), "tall", "136 549"),
        (Decimal("0.5"), "tall", "0,5"),
        (7, "tall", "7"),
        (True, "ja/nei", "ja"),
        (False, "ja/nei", "nei"),
        (date(2026, 10, 1), "dato", "1. oktober 2026"),
        (None, "kr", "ukjent"),
    ],
)
def test_vis(verdi: Decimal | int | bool | date | None, enhet: str, skrevet: str) -> None:
    assert _mellomrom(vis(verdi, enhet)) == skrevet


def test_text_and_choices_are_shown_as_they_stand() -> None:
    assert vis("ung par", "valg") == "ung par"
    assert vis("Stripeby kommune", "tekst") == "Stripeby kommune"


def test_decimals_can_be_asked_for() -> None:
    assert vis(Decimal("0.599"), "prosent", desimaler=2) == "59,90\u00a0prosent"
    assert vis(Decimal("477921.5"), "kr/år", desimaler=2) == "477\u00a0921,50\u00a0kroner"


def test_halves_are_rounded_away_from_zero() -> None:
    assert [kr(Decimal(x)) for x in ("0.5", "1.5", "-0.5")] == [
        "1\u00a0kr",
        "2\u00a0kr",
        "\u22121\u00a0kr",
    ]
    assert avrundet(Decimal("4550"), 100) == 4600
    assert avrundet(Decimal("-4550"), 100) == -4600


def test_signs_and_about() -> None:
    assert kroner(4573, fortegn=True) == "+4\u00a0573\u00a0kroner"
    assert tall(0, 0, fortegn=True) == "0"
    assert omtrent_kroner(Decimal("-4573.33")) == "omtrent 4\u00a0600\u00a0kroner"
    assert kr(Decimal("247.29"), ore=True) == "247,29\u00a0kr"


def test_dates_and_months() -> None:
    assert _mellomrom(dato(date(2026, 5, 17))) == "17. mai 2026"
    assert _mellomrom(maaned("2026-01")) == _mellomrom(maaned(date(2026, 1, 31))) == "januar 2026"
    assert [_mellomrom(periode(p)) for p in ("2026", "2026-03", "2026-03-05", "konstant")] == [
        "2026",
        "mars 2026",
        "5. mars 2026",
        "konstant",
    ]
    assert periode("2026-13") == "2026-13"
    with pytest.raises(IndexError):
        maanedsnavn(0)


def test_lists_and_titles() -> None:
    assert liste([]) == ""
    assert liste(["a"]) == "a"
    assert liste(["a", "b", "c"]) == "a, b og c"
    assert liste(["a", "b"], "eller") == "a eller b"
    assert [midt_i(t) for t in ("Stripestønad", "PB", "X", "")] == ["stripestønad", "PB", "X", ""]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_an_amount_reads_back_to_the_nearest_krone(belop: Decimal) -> None:
    skrevet = kr(belop).removesuffix("\u00a0kr").replace("\u00a0", "").replace("\u2212", "-")
    assert abs(Fraction(skrevet) - Fraction(belop)) <= Fraction(1, 2)
    assert skrevet != "-0"
