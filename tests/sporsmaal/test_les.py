"""Svar skrives slik folk skriver, og det som leses, er det de mente."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.lesbart import dato, kroner, tall
from ytelsesrad.sporsmaal import Sporsmaal, Valgmulighet
from ytelsesrad.sporsmaal.les import Ulest, les
from ytelsesrad.sporsmaal.modell import Svarslag


def spm(slag: Svarslag, *valg: str) -> Sporsmaal:
    """Et spørsmål av et slag."""
    return Sporsmaal(
        id="x.y",
        nr=1,
        ved_svaret=False,
        tekst="Hva?",
        tittel="Det",
        hjelp=None,
        staar_i=None,
        slag=slag,
        enhet=None,
        valg=tuple(Valgmulighet(verdi=v, tekst=v) for v in valg),
        eksempel="10",
    )


@pytest.mark.parametrize(
    ("skrevet", "verdi"),
    [
        ("24 461", "24461"),
        ("24.461", "24461"),
        ("24\u00a0461 kr", "24461"),
        ("24461 kroner", "24461"),
        ("236,54", "236.54"),
        ("236.54", "236.54"),
        ("1 071,91 kr", "1071.91"),
        ("50 %", "50"),
        ("50 prosent", "50"),
        ("7,5 timer", "7.5"),
        ("0", "0"),
        ("-5", "-5"),
        ("400_000", "400000"),
        ("10 timer i uka", "10"),
        ("40 prosent stilling", "40"),
        ("236,54 kr per time", "236.54"),
        ("24 461 kr i måneden", "24461"),
    ],
)
def test_tall(skrevet: str, verdi: str) -> None:
    assert les(spm("kroner"), skrevet) == Decimal(verdi)


@pytest.mark.parametrize("skrevet", ["", "mye", "1 2 3", "12,3,4", "NaN", "Infinity", "1e", "--1"])
def test_det_som_ikke_er_tall(skrevet: str) -> None:
    with pytest.raises(Ulest):
        les(spm("kroner"), skrevet)


@pytest.mark.parametrize(
    ("skrevet", "dag"),
    [
        ("2026-01-05", date(2026, 1, 5)),
        ("5.1.2026", date(2026, 1, 5)),
        ("05.01.2026", date(2026, 1, 5)),
        ("5. januar 2026", date(2026, 1, 5)),
        ("5 jan 2026", date(2026, 1, 5)),
        ("mars 2019", date(2019, 3, 1)),
        ("MARS 2019", date(2019, 3, 1)),
    ],
)
def test_datoer(skrevet: str, dag: date) -> None:
    assert les(spm("dato"), skrevet) == dag


@pytest.mark.parametrize(
    "skrevet", ["31.2.2026", "j 2026", "ju 2026", "5.13.2026", "5.1.26", "i går"]
)
def test_det_som_ikke_er_datoer(skrevet: str) -> None:
    with pytest.raises(Ulest):
        les(spm("dato"), skrevet)


def test_ja_nei_og_valg() -> None:
    assert les(spm("ja_nei"), "Ja") is True
    assert les(spm("ja_nei"), "n") is False
    valg = spm("valg", "rød", "grønn", "grå")
    assert les(valg, "1") == "rød"
    assert les(valg, "GRØNN") == "grønn"
    assert les(valg, "grø") == "grønn"
    for galt in ("gr", "0", "4", "blå"):
        with pytest.raises(Ulest):
            les(valg, galt)
    with pytest.raises(Ulest):
        les(spm("ja_nei"), "kanskje")


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_det_biblioteket_skriver_kan_leses(hele: int, ore: int) -> None:
    verdi = Decimal(hele) + Decimal(ore) / 100
    assert les(spm("kroner"), kroner(verdi, ore=True)) == verdi
    assert les(spm("tall"), tall(verdi)) == verdi


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_datoer_som_biblioteket_skriver_kan_leses(dag: date) -> None:
    assert les(spm("dato"), dato(dag)) == dag
    assert les(spm("dato"), dag.isoformat()) == dag


@given(st.text(max_size=300))
def test_ingen_tekst_gir_noe_annet_enn_et_svar_eller_en_melding(tekst: str) -> None:
    for slag in ("dato", "kroner", "ja_nei", "valg"):
        try:
            svar = les(spm(slag, "en", "to"), tekst)
        except Ulest as galt:
            svar = f"{galt.hva} {galt.rett}"
        assert svar is not None
