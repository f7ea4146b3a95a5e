"""Skatt av en inntekt, utregnet for seg: uten andre fradrag, utenfor tiltakssonen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.saker.emner.skatt import les

# Inntekt → skatt 2024, 2025, 2026
TABELL = """
100000 7588 88 88
125000 9750 6338 6338
150000 11700 11550 11400
200000 19945 15400 15200
250000 32819 30683 28153
300000 48734 46383 43803
350000 65634 63094 60182
400000 82534 79944 76982
500000 116334 113644 110582
600000 150134 147344 144182
"""


@pytest.mark.parametrize("linje", TABELL.split("\n")[1:-1])
def test_tabellen_over_skatt(linje):
    inntekt, *skatter = (Decimal(x) for x in linje.split())
    for aar, ventet in zip((2024, 2025, 2026), skatter, strict=True):
        assert les("skatt.skatt", aar, {"skatt.lonnsinntekt": inntekt}) == ventet
