"""Et valg har en nøkkel i filen, og ord der folk leser det."""

from __future__ import annotations

import pytest

from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.situasjon.skjema import _verdi
from ytelsesrad.sporsmaal.bygg import lag

LAND = {
    "regelsett.toml": """[regelsett]
navn = "Stripeland"
dato = 2031-12-01
stotter_fra = 2030-01-01
stotter_til = 2032-12-31
""",
    "stotte/stotte.toml": """tema = "Støtte"
hjemmel = "loven"
periode = "år"

[kilder]
loven = { navn = "Loven" }

[ytelse.stotte]
navn = "Støtte"
rett = "stotte"

[slags]
tittel  = "Det du får"
enhet   = "valg"
periode = "konstant"
valg    = ["stripe", "prikk_2"]
vist    = { stripe = "stripete støtte", prikk_2 = "to prikker" }
inndata = { sporsmaal = "Hva får du?", antatt = { verdi = "prikk_2", fordi = "det er vanlig" } }

[stotte]
enhet      = "kr/år"
forklaring = "Du får {slags}."
formel     = "hvis slags = 'stripe' så 100 kr/år ellers 200 kr/år"
""",
}


@pytest.fixture(scope="module")
def land() -> Regelbok:
    return Regelbok.fra_tekst(LAND)


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [('[stotte]\nslags = "stripe"\n', "stripete støtte"), ("", "to prikker")],
    ids=["oppgitt", "antatt"],
)
def test_svaret_skriver_ordene(land: Regelbok, skrevet: str, ventet: str) -> None:
    fil = f'regnedato = 2031-05-01\n{skrevet}[plan."Som nå"]\n'
    (plan,) = beregn(Situasjon.les(fil, land), land).planer
    (forutsatt,) = (f for f in plan.forutsetninger if f.inndata == "stotte.slags")
    assert forutsatt.verdi == ventet


def test_sporsmaalet_har_noekkelen_inni_og_ordene_utenpaa(land: Regelbok) -> None:
    valg = lag(land.finn("stotte.slags")).valg
    assert [(v.verdi, v.tekst) for v in valg] == [
        ("stripe", "stripete støtte"),
        ("prikk_2", "to prikker"),
    ]


@pytest.mark.parametrize("skrevet", ["strip", "stripete støtte"])
def test_feilen_nevner_noeklene_med_ordene_og_skjoenner_begge(land: Regelbok, skrevet: str) -> None:
    with pytest.raises(Feilsamling) as galt:
        Situasjon.les(f'[stotte]\nslags = "{skrevet}"\n', land)
    (feil,) = galt.value.feil
    assert "stripe (stripete støtte), prikk_2 (to prikker)" in feil.hva
    assert feil.rett == 'slags = "stripe"'


def test_skjemaet_har_ordene_som_titler(land: Regelbok) -> None:
    assert _verdi(land.finn("stotte.slags")) == {
        "oneOf": [
            {"const": "stripe", "title": "stripete støtte"},
            {"const": "prikk_2", "title": "to prikker"},
        ]
    }


def test_ingen_valg_som_folk_leser_er_en_noekkel(bok: Regelbok) -> None:
    for regel in bok.samling.regler.values():
        assert not [v for v in regel.valg if "_" in str(regel.valget(v))]
    assert bok.finn("uforetrygd.maate").valget("ikke meldt") == "du melder ikke fra"
