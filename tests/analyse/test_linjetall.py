"""Tall som bærer sin egen stigning: regning, sammenligning og avrunding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ytelsesrad.analyse.linjehjelp import LINJENAVN
from ytelsesrad.analyse.linjetall import INGEN_EIER, Fart, Krum, Langs, Linje
from ytelsesrad.regelspraak import tallregning
from ytelsesrad.regelspraak.tallregning import de_beste, snitt, trinnvis

D = Decimal


def linje(a: int | str, b: int | str, t: int | str = 0) -> Linje:
    return Linje(D(a), D(b), Fart(D(t)))


def ved(x: Any, t: int) -> Decimal:
    assert isinstance(x, Linje)
    return x.ved(D(t))


def test_regning_folger_linjen() -> None:
    x = linje(10, 2)
    y = (x + D(5) - D(1)) * D(3) / D(2)
    assert isinstance(y, Linje)
    assert [y.ved(D(0)), y.ved(D(4))] == [D(21), D(33)]
    assert (D(5) - x).ved(D(1)) == -7
    assert ved(D(2) * x, 1) == 24
    assert (-x).ved(D(1)) == -12
    assert ved(sum([x, x], D(0)), 1) == 24


def test_det_som_staar_stille_blir_et_vanlig_tall() -> None:
    x = linje(10, 2)
    assert x - x == D(0)
    assert type(x - x) is Decimal
    assert x * D(0) == D(0)


def test_uten_kurver_kan_to_som_flytter_seg_ikke_ganges() -> None:
    x = linje(10, 2)
    for regn in (lambda: x * x, lambda: D(1) / x, lambda: x / linje(3, 1)):
        with pytest.raises(Krum):
            regn()
    with pytest.raises(Krum):
        LINJENAVN["dato"](x, D(1), D(1))


@pytest.mark.parametrize(
    ("t", "over", "vender"),
    [(0, False, 5), (5, True, None), (7, True, None)],
)
def test_sammenligning_svarer_som_rett_etter_stedet(t: int, over: bool, vender: int | None) -> None:
    x = linje(0, 2, t)
    assert (x > D(10)) is over
    assert (x >= D(10)) is over
    assert (x < D(10)) is not over
    assert (D(10) < x) is over
    assert x.f.naer == (D(vender) if vender else D("Infinity"))


def test_den_naermeste_vendingen_teller() -> None:
    x = linje(0, 1)
    _ = x > D(7), x > D(3), x > D(9), x < D(-1)
    assert x.f.naer == 3
    _ = max(x, D(2)), min(x, linje(2, "0.5", 0))
    assert x.f.naer == 2


def test_trinn_snitt_og_de_beste_virker_paa_linjer() -> None:
    x = linje(0, 1, 150)
    skatt = trinnvis(x, ((D(100), D("0.1")), (D(200), D("0.3"))))  # type: ignore[arg-type]
    assert isinstance(skatt, Linje)
    assert (skatt.b, skatt.ved(D(150)), x.f.naer) == (D("0.1"), 5, 200)
    tall: list[Any] = [D(10), x, D(500)]
    assert ved(snitt(tall[:2]), 150) == 80
    assert de_beste(tall, 2) == [D(500), x]


def test_avrunding_slipper_linjen_gjennom_og_sier_hvor_mye_den_kan_flytte() -> None:
    x = linje(10, 2)
    x.f.er_penger = lambda _: True
    y = LINJENAVN["avrund"](x, D(1))
    assert (y.a, y.b, y.ytterst()) == (10, 2, (D("-0.5"), D("0.5")))
    assert LINJENAVN["avrund"](y, D(1)) is y  # den er alt hel
    assert LINJENAVN["avrund"](y + D("0.25"), D(1)).ytterst() == (D(-1), D(1))
    assert LINJENAVN["avrund_ned"](x, D(1)).ytterst() == (D(-1), D(0))
    assert LINJENAVN["avrund_opp"](x, D(1)).ytterst() == (D(0), D(1))
    assert LINJENAVN["avrund"](D("10.4"), D(1)) == 10
    assert not x.f.trinn


def test_den_samme_avrundingen_er_den_samme_overalt() -> None:
    x = linje(10, 2)
    a, b = LINJENAVN["avrund"](x, D(1)), LINJENAVN["avrund"](x + D(0), D(1))
    assert (a + b).ytterst() == (D(-1), D(1))
    assert (a - a * D("0.34")).ytterst() == (D("-0.33"), D("0.33"))
    borte = a - b
    assert borte == D(0)
    assert type(borte) is Decimal
    rest = a - x
    assert isinstance(rest, Linje)
    assert rest.ved(D(7)) == 0
    assert rest.ytterst() == (D("-0.5"), D("0.5"))


def test_det_som_telles_i_trinn_er_helt_paa_trinnene() -> None:
    f = Fart(D(0), D(100), er_penger=lambda _: False, rutenett=D("0.25"))
    x = Linje(D(0), D(2), f)
    hel = LINJENAVN["avrund_ned"](x, D("0.5"))
    assert hel.ytterst() == (0, 0)
    assert f.trinn == {INGEN_EIER: (D("0.5"), D(2))}
    f.rutenett = D("0.2")
    assert LINJENAVN["avrund_ned"](x + D(1), D("0.5")).ytterst() == (D("-0.4"), 0)


def test_det_som_staar_stille_er_ingen_trinn_paa_linjen() -> None:
    x = linje(10, 2)
    stille = LINJENAVN["avrund"](x, D(1)) - x  # bare det avrundingen gjorde
    x.f.trinn.clear()
    LINJENAVN["avrund"](stille, D("0.3"))
    assert not x.f.trinn


@pytest.mark.parametrize("navn", ["avrund", "avrund_partall", "avrund_halv_ned", "avrund_ned"])
@pytest.mark.parametrize("b", ["0.3", "0.25", "-0.5", "0.125", "1.375"])
def test_det_avrunding_gjor_paa_trinnene_er_regnet_ut(navn: str, b: str) -> None:
    f = Fart(D(0), D(60), er_penger=lambda _: True, rutenett=D("0.5"))
    x = Linje(D(20), D(b), f)
    y = LINJENAVN[navn](x, D(1))
    ned, opp = y.ytterst()
    alle = [
        getattr(tallregning, navn)(x.ved(n * D("0.5")), D(1)) - x.ved(n * D("0.5"))
        for n in range(121)
    ]
    assert ned <= min(alle)
    assert max(alle) <= opp
    if navn == "avrund_ned" or b == "0.3":
        assert (ned, opp) == (min(alle), max(alle))


def test_oppslag_i_en_tabell_vender_ved_radene() -> None:
    x = linje(0, 1, 4)
    rad = LINJENAVN["slaa_opp"](
        x, {"2": lambda: "to"}, [(D(5), lambda: "fem"), (D(3), lambda: "tre")], None
    )
    assert rad == "tre"
    assert x.f.naer == 5


def test_et_slag_tall_som_mangler_en_del_kan_ikke_lages() -> None:
    with pytest.raises(TypeError, match="Halvt mangler over, steder"):

        class Halvt(Langs):
            ved = Linje.ved
            stigning = Linje.stigning
            _form = Linje._form
            _bratt = Linje._bratt
            _med = Linje._med
