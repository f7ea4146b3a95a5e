"""Rounding and brackets against fractions: the answer is the exact one, ties included."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal as D
from fractions import Fraction as F
from math import ceil, floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ytelsesrad.regelbok.bok import regnemodus
from ytelsesrad.regelspraak import Regnefeil
from ytelsesrad.regelspraak.tallregning import (
    avrund,
    avrund_halv_ned,
    avrund_ned,
    avrund_opp,
    avrund_partall,
    de_beste,
    snitt,
    trinnvis,
)

HALV = F(1, 2)


def _fra_null(q: F) -> int:
    return floor(q + HALV) if q >= 0 else -floor(-q + HALV)


def _partall(q: F) -> int:
    return round(q)


def _mot_null(q: F) -> int:
    return ceil(q - HALV) if q >= 0 else -ceil(-q - HALV)


RUNDINGER: list[tuple[Callable[[D, D], D], Callable[[F], int]]] = [
    (avrund, _fra_null),
    (avrund_ned, floor),
    (avrund_opp, ceil),
    (avrund_partall, _partall),
    (avrund_halv_ned, _mot_null),
]
STEG = st.sampled_from(["1", "0.01", "0.001", "100", "0.5", "10", "0.0001", "5"]).map(D)
BELOP = st.decimals(-(10**7), 10**7, places=4)
DIVISOR = st.sampled_from([3, 7, 9, 11, 12, 13, 17, 19, 40, 52, 60, 75, 144, 260, 366])


@pytest.mark.parametrize(("funksjon", "riktig"), RUNDINGER)
def test_uendelige_delinger_rundes_som_broker(
    funksjon: Callable[[D, D], D], riktig: Callable[[F], int]
) -> None:
    @given(BELOP, st.lists(DIVISOR, max_size=3), st.lists(DIVISOR, max_size=2), STEG)
    def provd(x: D, ned: list[int], opp: list[int], steg: D) -> None:
        with regnemodus():
            verdi, eksakt = x, F(x)
            for n in ned:
                verdi, eksakt = verdi / n, eksakt / n
            for n in opp:
                verdi, eksakt = verdi * n, eksakt * n
            assert funksjon(verdi, steg) == riktig(eksakt / F(steg)) * steg

    provd()


@pytest.mark.parametrize(("funksjon", "riktig"), RUNDINGER)
def test_akkurat_halve_steg_etter_en_uendelig_deling(
    funksjon: Callable[[D, D], D], riktig: Callable[[F], int]
) -> None:
    """(n + ½) · d / d: the tie is lost by anyone who divides with few digits."""

    @given(st.integers(-(10**7), 10**7), DIVISOR, DIVISOR, STEG)
    @example(2, 3, 7, D(1))
    @example(-3, 260, 9, D("0.01"))
    def provd(n: int, a: int, b: int, steg: D) -> None:
        with regnemodus():
            delt = (D(n) + D("0.5")) * steg / a / b
            assert funksjon(delt * a * b, steg) == riktig(F(n) + HALV) * steg

    provd()


def test_28_siffer_holder_ikke() -> None:
    """The ties above are real: in everyday decimals one of them rounds the wrong way."""
    with regnemodus():
        assert avrund(D("0.5") / 3 / 7 * 21, D(1)) == 1
    galt = [n for n in range(100) if (D(n) + D("0.5")) / 3 / 7 * 21 != D(n) + D("0.5")]
    assert galt


@given(
    BELOP,
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 60)), min_size=1, max_size=6),
)
def test_trinn_mot_broker(x: D, raa: list[tuple[int, int]]) -> None:
    trinn = [(D(g), D(s) / 100) for g, s in sorted(dict(raa).items())]
    ventet = F(0)
    for i, (grense, sats) in enumerate(trinn):
        tak = F(trinn[i + 1][0]) if i + 1 < len(trinn) else None
        over = max(F(0), (min(F(x), tak) if tak is not None else F(x)) - F(grense))
        ventet += over * F(sats)
    with regnemodus():
        assert F(trinnvis(x, trinn)) == ventet


def test_trinn_paa_grensen() -> None:
    trinn = [(D(100), D("0.1")), (D(200), D("0.3"))]
    assert [trinnvis(D(x), trinn) for x in (0, 100, 101, 200, 201, -5)] == [
        0,
        0,
        D("0.1"),
        10,
        D("10.3"),
        0,
    ]


def test_snitt_og_de_beste() -> None:
    tall = [D(3), D(9), D(1), D(9), D(4)]
    assert de_beste(tall, 3) == [9, 9, 4]
    assert de_beste(tall, -2) == [1, 3]
    assert de_beste(tall, 9) == [9, 9, 4, 3, 1]
    assert snitt(tall) == D("5.2")
    with pytest.raises(Regnefeil, match="ingen tall"):
        snitt([])
