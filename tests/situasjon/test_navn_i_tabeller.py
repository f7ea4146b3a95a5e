"""Et navn som tabeller har rader for: med store og små bokstaver, nesten riktig, og helt ukjent."""

from __future__ import annotations

import pytest

from tests.situasjon.land import FELLES
from ytelsesrad import Regelbok, Situasjon, beregn
from ytelsesrad.regelbok import ment, skrevet_som, tabellord

FERGE = """
tema    = "Ferge"
hjemmel = "fergeloven § 2"

[kilder]
tinget = { navn = "Tinget", sikkerhet = "lov" }

[sone]
tittel       = "Fergesone"
enhet        = "tall"
periode      = "måned"
tabell_etter = "oy"
2024-01-01   = { tabell = { "Nordøya" = 1, ellers = 0 }, kilde = "tinget" }

[sone.2026-01-01]
kilde  = "tinget"
tabell = { "Nordøya" = 1, "Vestøya" = 2, "Lille Sørøya" = 3, ellers = 0 }

[[krav]]
id      = "ukjent_oy"
periode = "måned"
felt    = ["oy"]
alvor   = "advarsel"
naar    = "sone = 0"
tekst   = "«{oy}» har ingen ferge."
rett    = "Se på kartet."
"""
MAL = """
regnedato = 2026-03-10
fra = 2026-01-01
til = 2026-12-31
[person]
oy = %s
[plan."Som nå"]
"""


@pytest.fixture(scope="module")
def bok() -> Regelbok:
    hode = '[regelsett]\nnavn = "Stripeland"\ndato = 2026-01-01\n'
    hode += "stotter_fra = 2024-01-01\nstotter_til = 2027-12-31\n"
    filer = {"regelsett.toml": hode, "felles/hvem.toml": FELLES, "ferge/sone.toml": FERGE}
    return Regelbok.fra_tekst(filer)


def raadene(bok: Regelbok, skrevet: str) -> list[str]:
    """Det svaret ber en sjekke."""
    (plan,) = beregn(Situasjon.les(MAL % skrevet, bok), bok).planer
    return [a.rett for a in plan.advarsler]


def test_ordene_er_radene_i_alle_versjoner(bok: Regelbok) -> None:
    assert tabellord(bok.samling, bok.finn("oy")) == ("Nordøya", "Vestøya", "Lille Sørøya")
    assert tabellord(bok.samling, bok.finn("har_partner")) == ()


@pytest.mark.parametrize("skrevet", ['"Nordøya"', '"nordøya"', '" NORDØYA "', '"lille   sørøya"'])
def test_store_og_smaa_bokstaver_er_det_samme(bok: Regelbok, skrevet: str) -> None:
    assert raadene(bok, skrevet) == []


@pytest.mark.parametrize(
    ("skrevet", "rett"),
    [
        ('"Nordoya"', "Mente du «Nordøya»? Se på kartet."),
        ('"Lille Sørøy"', "Mente du «Lille Sørøya»? Se på kartet."),
        ('"Atlantis"', "Se på kartet."),
        ('{ 2024-01-01 = "Nordøya", 2026-06-01 = "Vestøye" }', "Mente du «Vestøya»? Se på kartet."),
    ],
)
def test_det_som_nesten_er_et_navn_blir_foreslaatt(bok: Regelbok, skrevet: str, rett: str) -> None:
    assert raadene(bok, skrevet) == [rett]


def test_to_som_er_like_uten_store_bokstaver_blir_staaende() -> None:
    kjente = ("Vik", "VIK")
    assert skrevet_som("vik", kjente) == "vik"
    assert skrevet_som("VIK", kjente) == "VIK"
    assert ment("Vik", kjente) is None


def test_navnene_i_reglene() -> None:
    """I reglene som følger med: kommunen."""
    regler = Regelbok.standard()
    kommuner = tabellord(regler.samling, regler.finn("kommune"))
    assert {"Oslo", "Bærum", "Trondheim"} <= set(kommuner)
    assert skrevet_som("nordre follo", kommuner) == "Nordre Follo"
    assert ment("Trondhjem", kommuner) == "Trondheim"
