"""Det skatten ikke regner med, og et kommunenavn som ikke finnes, blir sagt."""

from __future__ import annotations

import pytest

from tests.skatt.test_trekk import jobb, plan, situasjon

PENSJON = """
[[annen_utbetaling]]
navn = "Pensjon"
slag = "alderspensjon"
belop = 9_000
"""


def ider(p, hva):
    return {x.id for x in getattr(p, hva)}


@pytest.mark.parametrize(("mer", "sies"), [(PENSJON, True), ("", False)])
def test_den_som_har_pensjon_faar_vite_om_skattefradraget(mer, sies):
    p = plan(situasjon(mer=jobb(10_000) + mer))
    assert ("skatt.skattefradrag_pensjon" in ider(p, "forbehold")) == sies


@pytest.mark.parametrize(
    ("kommune", "ukjent", "i_sonen"),
    [
        ("Vadsøy", True, False),
        ("vadsø", False, True),
        ("Vadsø", False, True),
        ("Oslo", False, False),
    ],
)
def test_et_kommunenavn_som_ikke_finnes_sies_foer_skatten_regnes(kommune, ukjent, i_sonen):
    p = plan(situasjon(mer=f'[person]\nkommune = "{kommune}"\n' + jobb(10_000)))
    assert ("skatt.kommune_ikke_kjent" in ider(p, "advarsler")) == ukjent
    assert ("skatt.tabell_i_tiltakssonen" in ider(p, "forbehold")) == i_sonen


def test_den_som_har_lest_av_kortet_faar_ikke_forbeholdet_om_tabellen():
    nord = '[person]\nkommune = "Alta"\n' + jobb(10_000)
    p = plan(situasjon(skatt="tabellnummer = 8110", mer=nord))
    assert "skatt.tabell_i_tiltakssonen" not in ider(p, "forbehold")
