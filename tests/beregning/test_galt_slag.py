"""Noe annet enn en situasjon og en regelbok: feilen sier hva som trengs og hvordan det skrives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ytelsesrad import Regelbok, Situasjon, beregn, gi_raad

P4 = Path(__file__).parents[2] / "docs" / "eksempler" / "p4.toml"


@pytest.mark.parametrize("regn", [beregn, gi_raad])
@pytest.mark.parametrize("galt", ["mari.toml", P4, None, {"person": {}}])
def test_filnavnet_er_ikke_situasjonen(regn: Any, galt: object) -> None:
    with pytest.raises(
        TypeError, match=r"Her trengs en Situasjon, ikke \w+\.\nRett: Situasjon\.les"
    ):
        regn(galt, Regelbok.standard())


@pytest.mark.parametrize("galt", ["rules", None])
def test_mappen_er_ikke_regelboken(galt: Any) -> None:
    situasjon = Situasjon.les(P4, Regelbok.standard())
    with pytest.raises(TypeError, match=r"Her trengs en Regelbok, ikke \w+\.\nRett: Regelbok\."):
        beregn(situasjon, galt)
