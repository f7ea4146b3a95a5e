"""«Mente du …»: nær nok er et forslag, ellers ingenting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.skritt import skritt
from ytelsesrad.lesing import mente_du

ORD = ["timelonn", "tittel", "fribelop", "maaned", "uforetrygd", "skatt.personinntekt", "år", "G"]


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [
        ("timelon", "timelonn"),
        ("timelønn", "timelonn"),
        ("TIMELONN", "timelonn"),
        ("timeloonn", "timelonn"),
        ("itmelonn", "timelonn"),
        ("tittle", "tittel"),
        ("friblop", "fribelop"),
        ("måned", "maaned"),
        ("maned", "maaned"),
        ("uføretrygd", "uforetrygd"),
        ("ufoeretrygd", "uforetrygd"),
        ("personinntkt", "skatt.personinntekt"),
        ("skatt.personintekt", "skatt.personinntekt"),
        ("aar", "år"),
        ("g", "G"),
        ("helt annet", None),
        ("x", None),
        ("", None),
        ("timelonn", None),
    ],
)
def test_mente_du(skrevet, ment):
    assert mente_du(skrevet, ORD) == ment


def test_naermest_vinner_og_forst_av_like():
    assert mente_du("abcdef", ["abcdxx", "abcdex"]) == "abcdex"
    assert mente_du("abcd", ["abcx", "abcy"]) == "abcx"
    assert mente_du("abcd", iter(["abcy", "abcx"])) == "abcx"
    assert mente_du("abcd", []) is None


def test_en_del_av_et_navn_finner_det_eneste_navnet_som_har_den():
    navn = ["ifu_g", "har_barnetillegg", "ung_ufor", "ung_ufor_fra", "ieu_av_graden"]
    assert mente_du("ifu", navn) == "ifu_g"
    assert mente_du("mitt_barnetillegg_i_aar", [*navn, "barnetillegg"]) == "barnetillegg"
    assert mente_du("ufor", navn) is None  # to har den
    assert mente_du("av", navn) is None  # for kort


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_svaret_er_en_kandidat_eller_ingenting(skrevet, kandidater):
    svar = mente_du(skrevet, kandidater)
    assert svar is None or (svar in kandidater and svar != skrevet)


@given(st.text("abcdefghij", min_size=7, max_size=15), st.data())
def test_en_endring_i_et_langt_ord_finnes_igjen(ordet, data):
    i = data.draw(st.integers(0, len(ordet) - 2))
    endret = data.draw(
        st.sampled_from(
            [
                ordet[:i] + ordet[i + 1 :],
                ordet[:i] + "x" + ordet[i:],
                ordet[:i] + "x" + ordet[i + 1 :],
                ordet[:i] + ordet[i + 1] + ordet[i] + ordet[i + 2 :],
            ]
        )
    )
    if endret != ordet:
        assert mente_du(endret, [ordet]) == ordet


@pytest.mark.parametrize(
    ("skrevet", "kandidat", "mest"),
    [("x" * 10**7, "x" * 10**4, 20), ("ab" * 100, "ba" * 100, 4_000), ("timelonn", "timel", 60)],
)
def test_lange_ord_og_mange_kandidater_er_lite_arbeid(skrevet, kandidat, mest):
    """Like mye for hver kandidat, og bare nær diagonalen når to lange ord sammenlignes."""
    kandidater = [f"{kandidat}{i}" for i in range(100)]
    assert skritt(lambda: mente_du(skrevet, kandidater)) < mest * len(kandidater)
