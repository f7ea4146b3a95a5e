"""Tall som krummer: to som følger linjen, ganget eller delt, og stedene der de vender."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.analyse import polynom
from ytelsesrad.analyse.kurvetall import Kurve, kurve
from ytelsesrad.analyse.linjehjelp import LINJENAVN
from ytelsesrad.analyse.linjetall import Fart, Krum, Linje
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import tallregning

D = Decimal
NAER = D("1E-25")


def linje(a: int | str, b: int | str, t: int | str = 0, til: int | str = 40) -> Linje:
    return Linje(D(a), D(b), Fart(D(t), D(til), krum=kurve))


def test_ganget_og_delt_er_det_samme_som_sted_for_sted() -> None:
    with regnemodus():
        x, y = linje(10, 2), linje(-3, "0.5", til=40)
        y.f = x.f
        for regn in (
            lambda x, y: x * y + D(7),
            lambda x, y: (x + D(1)) * (D(2) - y) * x,
            lambda x, y: y / (x + D(5)) - x,
            lambda x, y: D(100) / x + y * y / x,
            lambda x, y: -(x * y) * D(3) / D(2),
            lambda x, y: x * y - y * y + x / (x * x),
        ):
            svar: Any = regn(x, y)
            for t in (D(0), D(1), D("17.3"), D(40)):
                assert abs(svar.ved(t) - regn(x.ved(t), y.ved(t))) < NAER
                h = D("1E-12")
                bratt = (svar.ved(t + h) - svar.ved(t - h)) / (2 * h)
                assert abs(svar.stigning(t) - bratt) < D("1E-6")


def test_det_som_ikke_lenger_krummer_er_rett_igjen() -> None:
    with regnemodus():
        x, y = linje(10, 2), linje(-3, 1)
        y.f = x.f
        assert x / x == D(1)
        assert type(x * y / y - x) is Decimal
        assert isinstance(x * y / y, Linje)
        assert isinstance(x * y - x * y, Decimal)
        assert isinstance((x * y + x) - x * y, Linje)


@pytest.mark.parametrize(
    ("t", "over", "naer"),
    [(0, False, "5"), (5, True, None), (6, True, None)],
)
def test_sammenligning_finner_roten(t: int, over: bool, naer: str | None) -> None:
    with regnemodus():
        x = linje(0, 2, t)
        areal = x * x  # 4 t²
        assert (areal > D(100)) is over
        assert (D(100) < areal) is over
        assert (areal <= D(100)) is not over
        assert x.f.naer == (D(naer) if naer else D("Infinity"))


def test_alt_som_vender_paa_veien_er_funnet() -> None:
    with regnemodus():
        x = linje(0, 1)
        kubikk = (x - D(1)) * (x - D(3)) * (x - D(7))
        funnet = []
        while x.f.naer:
            x.f.naer = D("Infinity")
            assert (kubikk > D(0)) is (polynom.verdi(kubikk.p, x.f.t + D("0.01")) > 0)
            if x.f.naer > 40:
                break
            funnet.append(x.f.naer)
            x.f.t = x.f.naer
        assert [round(t, 20) for t in funnet] == [1, 3, 7]


def test_en_nevner_som_blir_null_er_en_grense() -> None:
    with regnemodus():
        x = linje(-10, 2)
        assert D(6) / x < D(0)
        assert x.f.naer == 5
    with pytest.raises(Krum):
        D(6) / LINJENAVN["avrund"](linje(-10, 2), D(1))


@given(
    st.lists(st.integers(-30, 30), min_size=1, max_size=4, unique=True),
    st.integers(1, 5),
)
def test_alle_rotter_er_funnet(rotter: list[int], k: int) -> None:
    with regnemodus():
        p: polynom.Polynom = (D(k),)
        for r in rotter:
            p = polynom.ganger(p, (D(-r), D(1)))
        funnet = polynom.rotter(p, D(-20), D(20))
        assert [round(x, 18) for x in funnet] == sorted(D(r) for r in rotter if -20 <= r <= 20)


@given(
    st.tuples(*[st.integers(-200, 200).map(lambda n: D(n) / 8)] * 4),
    st.sampled_from(["avrund", "avrund_ned", "avrund_opp"]),
    st.integers(0, 320),
)
def test_avrundinger_i_et_produkt_holder_seg_innenfor(
    tall: tuple[Decimal, ...], navn: str, n: int
) -> None:
    with regnemodus():
        a, b, c, d = tall
        f = Fart(D(0), D(40), krum=kurve, er_penger=lambda _: True)
        x, y = Linje(a, b or D(1), f), Linje(c, d or D(1), f)
        rund = getattr(tallregning, navn)
        svar = LINJENAVN[navn](x, D(1)) * LINJENAVN["avrund"](y, D("0.1"))
        t = D(n) / 8
        virkelig = rund(x.ved(t), D(1)) * tallregning.avrund(y.ved(t), D("0.1"))
        assert isinstance(svar, Kurve)
        ned, opp = svar.ytterst()
        assert ned <= virkelig - svar.ved(t) <= opp
