"""«Mente du …»."""

from __future__ import annotations

import pytest

from ytelsesrad.lesing import mente_du

ORD = ["timelonn", "timer_per_uke", "fribelop_g", "bunnfradrag", "skatt.personinntekt", "år"]


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        ("timelon", "timelonn"),
        ("timelønn", "timelonn"),
        ("TIMELONN", "timelonn"),
        ("bunfradrag", "bunnfradrag"),
        ("bunnfradarg", "bunnfradrag"),
        ("personinntekt", "skatt.personinntekt"),
        ("helt_annet", None),
        ("", None),
    ],
)
def test_forslag(skrevet, ventet):
    assert mente_du(skrevet, ORD) == ventet


def test_ingen_kandidater():
    assert mente_du("noe", []) is None
