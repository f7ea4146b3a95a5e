"""Kjente svar om skattetrekk utenom tabellen, og om hvordan betalingene skattlegges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.saker.les import gyldige
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, type_verdi

BETALING = {"lonn": "lonn", "uforetrygd": "uforetrygd"}


@pytest.fixture(scope="module")
def bok() -> Regelbok:
    return Regelbok.standard(Path(__file__).parent / "regler")


def forskuddstrekk(bok: Regelbok, belop: str, periode: str, **gitt: type_verdi) -> type_verdi:
    verdier: dict[str, type_verdi] = {
        "prove.belop": Decimal(belop),
        "prove.periode_i_tabellen": periode,
    }
    verdier |= {navn.replace("__", "."): v for navn, v in gitt.items()}
    oppgitt = Gitt(tuple(Oppgitt(navn, alltid=v) for navn, v in verdier.items()))
    with regnemodus():
        kjoring = bok.kjor(oppgitt, date(2026, 1, 1), date(2026, 12, 31))
        (nr,) = kjoring.betalinger(("prove",), date(2026, 3, 1), date(2026, 3, 31))
        regel = bok.program.nummer["skatt.forskuddstrekk"]
        return kjoring.v(regel, kjoring.lagt(nr).dagnr, nr, 9_999_999)


# Uførepensjon fra en pensjonskasse og AAP trekkes likt, men betalingene er ikke med i reglene.
ETTERBETALING = list(gyldige("skatt.yaml", "forskuddstrekk_etterbetaling"))


@pytest.mark.parametrize("sak", ETTERBETALING, ids=[s["id"] for s in ETTERBETALING])
def test_etterbetaling_for_tidligere_aar(bok, sak):
    belop = sak["inputs"]["etterbetaling_for_tidligere_aar"]
    i_sonen = sak["inputs"]["bosted"] == "tiltakssone"
    fikk = forskuddstrekk(bok, belop, "tidligere år", skatt__i_tiltakssonen=i_sonen)
    assert fikk == Decimal(sak["expected"]["forskuddstrekk"])


def test_uten_skattekort(bok):
    (sak,) = [s for s in gyldige("skatt.yaml", "forskuddstrekk") if "skattekort" in s["inputs"]]
    for ytelse in BETALING:
        belop = sak["inputs"]["utbetalinger"][ytelse]
        fikk = forskuddstrekk(bok, belop, "måned", skatt__har_skattekort=False)
        assert fikk == Decimal(sak["expected"][ytelse])


def test_uforetrygd_skattlegges_som_lonn_men_er_ikke_pensjonsgivende(bok):
    (sak,) = [
        s for s in gyldige("skatt.yaml", "klassifisering") if s["inputs"]["ytelse"] == "uføretrygd"
    ]
    merker = bok.samling.betalinger["uforetrygd"].merker
    assert sak["expected"]["minstefradrag"] == "lonn"
    assert merker["skatteklasse"] == "lønn"
    assert merker["pensjonsgivende"] is (sak["expected"]["pensjonsgivende"] == "true")
    assert sak["expected"]["trekkfritt"] == "juni fritt, desember halvt"
    with regnemodus():
        kjoring = bok.kjor()
        andeler = [
            kjoring.les("uforetrygd.trekkandel_maanedsytelse", date(2026, m, 1)) for m in (5, 6, 12)
        ]
    assert andeler == [1, 0, Decimal("0.5")]
