"""Stedet under et fall som gir like mye som rett etter, ligger aldri over fallet."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from ytelsesrad import Raad, Regelbok, Situasjon, gi_raad
from ytelsesrad.visning import svar

PLAN = "50 prosent stilling"


@pytest.fixture(scope="module")
def sam_med_bostotte(rot: Path, bok: Regelbok) -> Raad:
    fil = rot / "docs" / "eksempler" / "p1.toml"
    data = tomllib.loads(fil.read_text(encoding="utf-8"), parse_float=Decimal)
    data["plan"] = {navn: data["plan"][navn] for navn in ("Som nå", PLAN)}
    data["bostotte"] = {"har_bostotte": True, "eieform": "leie", "boutgift": 9_500}
    return gi_raad(Situasjon.fra_dict(data, bok), bok)


def test_like_mye_er_ikke_over_fallet(sam_med_bostotte: Raad) -> None:
    fall = [t for g in sam_med_bostotte.grenser for t in g.terskler if t.like_mye is not None]
    assert len(fall) > 1
    for t in fall:
        assert t.for_ is not None
        assert t.like_mye is not None
        assert t.like_mye <= t.for_.stilling + Decimal("0.00000001")


def test_et_lite_fall_er_ikke_null_kroner(sam_med_bostotte: Raad) -> None:
    tekst = svar(sam_med_bostotte).replace("\u00a0", " ")
    assert "Over grensen:" in tekst
    assert "omtrent 0 kroner" not in tekst
