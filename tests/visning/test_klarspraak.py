"""Klart språk i alt som kan vises: hver tekst i reglene og i ordbøkene, på hvert språk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from klarspraak import LOFTER, setninger, uforklarte

from ytelsesrad import Regelbok
from ytelsesrad.lesbart import katalog, sprakene
from ytelsesrad.regelbok import alle_tekster

LENGST = {"nb": 32, "nn": 32, "en": 36}
"""Ord i en setning. Engelsk deler det norsk setter sammen til ett ord."""
_HULL = re.compile(r"\{[^{}]*\}")
_IKKE_SETNINGER = ("sprak.", "dager.", "enheter.", "kjent.")


def tekstene(bok: Regelbok, kode: str) -> Iterator[tuple[str, str]]:
    """Hver tekst på et språk, med hvor den står. Det som står i et hull, er «…»."""
    paa = bok.paa(kode)
    for t in alle_tekster(bok.samling):
        tekst = t.tekst if paa.oversettelse is None else paa.oversettelse.finn(t.tekst, t.mappe)
        if tekst is not None:
            yield f"{t.sted.fil.fil}: {t.tekst[:40]}", _HULL.sub("…", tekst)
    for nokkel, tekst in katalog(kode).items():
        if isinstance(tekst, str) and not nokkel.startswith(_IKKE_SETNINGER):
            yield nokkel, _HULL.sub("…", tekst)


@pytest.mark.parametrize("kode", sprakene())
def test_ingen_lofter_og_ingen_fremmede_ord(bok: Regelbok, kode: str) -> None:
    funnet = {sted: LOFTER[kode].findall(tekst) for sted, tekst in tekstene(bok, kode)}
    assert {sted: f for sted, f in funnet.items() if f} == {}


@pytest.mark.parametrize("kode", sprakene())
def test_korte_setninger(bok: Regelbok, kode: str) -> None:
    lange = [
        (sted, setning)
        for sted, tekst in tekstene(bok, kode)
        for setning in setninger(tekst)
        if len(setning.split()) > LENGST[kode]
    ]
    assert lange == []


@pytest.mark.parametrize("kode", sprakene())
def test_forkortelser_er_forklart(bok: Regelbok, kode: str) -> None:
    funnet = {sted: uforklarte(tekst) for sted, tekst in tekstene(bok, kode)}
    assert {sted: f for sted, f in funnet.items() if f} == {}


@pytest.mark.parametrize("kode", ["en", "nn"])
def test_sitater_og_tegn_er_hele(bok: Regelbok, kode: str) -> None:
    for sted, tekst in tekstene(bok, kode):
        assert tekst == tekst.strip() or ".toml" not in sted, sted
        assert tekst.count("(") == tekst.count(")"), sted
        assert tekst.count("«") == tekst.count("»"), sted
        assert tekst.count("“") == tekst.count("”"), sted
        assert "  " not in tekst, sted


@pytest.mark.parametrize(
    ("kode", "tekst"),
    [
        ("nb", "Det lønner seg alltid å jobbe."),
        ("nn", "Det løner seg alltid å jobbe."),
        ("en", "Work always pays."),
        ("en", "We guarantee it."),
    ],
)
def test_et_lofte_blir_funnet(kode: str, tekst: str) -> None:
    assert LOFTER[kode].search(tekst)


def test_en_forkortelse_blir_funnet() -> None:
    assert uforklarte("Du må sende XYZ.") == {"XYZ"}
    assert uforklarte("Inntekt før uførhet (IFU). Se FOR-2025-06-20.") == set()
    assert setninger("Du får det. Så går det ned 1. oktober. X mer; og slutt: ja") == [
        "Du får det.",
        "Så går det ned 1. oktober.",
        "X mer",
        "og slutt",
        "ja",
    ]
