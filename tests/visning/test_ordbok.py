"""Ordbøkene: engelsk er hel, hullene er de samme, og tall og datoer skrives på språkets måte."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from ytelsesrad.lesbart import BOKMAAL, Sprak, katalog, sprak, sprakene

HELE = ("en", "nn")
"""Språkene som skal ha hver eneste tekst."""
_HULL = re.compile(r"\{\w*\}")
_FRITT = ("sprak.", "kjent.")
"""Det et språk har for seg selv."""


def nokler(kode: str) -> set[str]:
    return {n for n in katalog(kode) if not n.startswith(_FRITT)}


def test_spraakene() -> None:
    assert sprakene() == ("nb", "en", "nn")


@pytest.mark.parametrize("kode", HELE)
def test_spraket_er_helt(kode: str) -> None:
    assert nokler("nb") - nokler(kode) == set()
    assert nokler(kode) - nokler("nb") == set()


@pytest.mark.parametrize("kode", [k for k in sprakene() if k != "nb"])
def test_hullene_er_de_samme(kode: str) -> None:
    for nokkel, tekst in katalog("nb").items():
        if isinstance(tekst, str) and nokkel in katalog(kode):
            andre = katalog(kode)[nokkel]
            assert Counter(_HULL.findall(tekst)) == Counter(_HULL.findall(andre)), nokkel


@pytest.mark.parametrize("kode", sprakene())
def test_lister_er_like_lange(kode: str) -> None:
    for nokkel, liste in katalog("nb").items():
        if isinstance(liste, list) and nokkel.startswith(("dager.", "enheter.")):
            assert len(katalog(kode)[nokkel]) == len(liste), nokkel


def test_det_som_mangler_staar_paa_bokmaal_med_merke() -> None:
    class Halvt(Sprak):
        def __init__(self) -> None:
            super().__init__("nn")
            self._egne = {}

    assert Halvt()("plan.med", plan="x") == "⟦med x⟧"
    with pytest.raises(KeyError):
        BOKMAAL("finnes.ikke")


def test_et_sprak_som_ikke_finnes() -> None:
    with pytest.raises(ValueError, match="Velg mellom nb, en, nn"):
        sprak("tlh")


@pytest.mark.parametrize(
    ("kode", "belop", "ore", "dag", "prosent", "timer"),
    [
        ("nb", "12 345 kroner", "216,04 kroner", "15. januar 2025", "66,5 prosent", "1 time"),
        ("nn", "12 345 kroner", "216,04 kroner", "15. januar 2025", "66,5 prosent", "1 time"),
        ("en", "NOK 12,345", "NOK 216.04", "15 January 2025", "66.5 per cent", "1 hour"),
    ],
)
def test_tall_og_datoer(
    kode: str, belop: str, ore: str, dag: str, prosent: str, timer: str
) -> None:
    s = sprak(kode)
    skrevet = (
        s.kroner(12_345),
        s.vis(Decimal("216.04"), "kr/time"),
        s.dato(date(2025, 1, 15)),
        s.vis(Decimal("0.665"), "prosent"),
        s.vis(Decimal(1), "timer/uke"),
    )
    assert tuple(t.replace("\u00a0", " ") for t in skrevet) == (belop, ore, dag, prosent, timer)


@pytest.mark.parametrize(
    ("skrevet", "engelsk"),
    [
        ("Som nå", "As now"),
        ("10 timer i uka", "10 hours a week"),
        ("7,5 timer i uka", "7.5 hours a week"),
        ("50 prosent stilling", "50 per cent of full time"),
        ("50 prosent stilling hos Kari", "50 prosent stilling hos Kari"),
        ("mange timer i uka", "mange timer i uka"),
    ],
)
def test_navn_paa_planer_som_kjennes_igjen(skrevet: str, engelsk: str) -> None:
    assert sprak("en").kjent(skrevet) == engelsk
    assert BOKMAAL.kjent(skrevet) == skrevet


def test_forste_bokstav_inne_i_en_setning() -> None:
    en = sprak("en")
    assert en.midt_i("Housing allowance") == "housing allowance"
    assert en.midt_i("Nav pays") == "Nav pays"
    assert en.liste(["a", "b", "c"]) == "a, b and c"


def test_ingen_ordbok_leses_naar_vi_importeres() -> None:
    kode = "import sys, ytelsesrad.lesbart; print(*sys.modules)"
    svar = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert "ytelsesrad.lesbart.ordbok" in svar.stdout.split()
    assert "tomllib" not in svar.stdout.split()


@pytest.mark.parametrize(
    ("dager", "maanedene", "datoene"),
    [
        ([], "", ""),
        ([date(2027, 8, 20)], "august 2027", "20. august 2027"),
        (
            [date(2027, 8, 20), date(2027, 9, 24)],
            "august og september 2027",
            "20. august og 24. september 2027",
        ),
        (
            [date(2027, 11, 1), date(2027, 11, 20), date(2028, 1, 3)],
            "november 2027 og januar 2028",
            "1. november, 20. november 2027 og 3. januar 2028",
        ),
    ],
)
def test_flere_dager_har_aaret_en_gang(dager: list[date], maanedene: str, datoene: str) -> None:
    assert BOKMAAL.maanedene(dager).replace("\u00a0", " ") == maanedene
    assert BOKMAAL.datoene(dager).replace("\u00a0", " ") == datoene
