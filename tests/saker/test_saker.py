"""Alle sakene som følger med.

En sak som ikke er støttet, må stå i ikke_stottet.toml, med grunnen.
"""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from tests.saker.__main__ import HER, egne_filer, linje
from tests.saker.kjoring import kjor
from tests.saker.lesing import les_fil

FILER = {fil.stem: les_fil(fil) for fil in egne_filer()}
SAKER = [(fil, sak) for fil, lest in FILER.items() for sak in lest.saker]
IKKE_STOTTET = tomllib.loads((HER / "ikke_stottet.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("fil", "sak"), SAKER, ids=[s.id for _, s in SAKER])
def test_sak(fil, sak):
    resultat = kjor(sak)
    ventet = IKKE_STOTTET.get(fil, {}).get(sak.id)
    if ventet is None:
        assert resultat.utfall == "ok", linje(resultat)
    else:
        assert resultat.utfall == "ikke støttet", f"Ta saken ut av ikke_stottet.toml: {sak.id}"
        assert resultat.grunn == ventet, f'Skriv: "{sak.id}" = "{resultat.grunn}"'


def test_alle_filene_er_lest_uten_feil():
    assert {fil: lest.feil for fil, lest in FILER.items() if lest.feil} == {}
    assert all(lest.saker for lest in FILER.values())


def test_listen_over_det_som_ikke_er_stottet_har_bare_saker_som_finnes():
    for fil, saker in IKKE_STOTTET.items():
        finnes = {sak.id for sak in FILER[fil].saker}
        assert set(saker) <= finnes


def test_hver_sak_har_sitt_eget_navn():
    antall = Counter((fil, sak.id) for fil, sak in SAKER)
    assert [navn for navn, n in antall.items() if n > 1] == []
