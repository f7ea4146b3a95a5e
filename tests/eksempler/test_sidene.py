"""Sidene om personene: hver har alt som skal være med, og forsiden finner alle."""

from __future__ import annotations

import re
from functools import cache

import pytest
from verktoy.nettsted.eksempler import sider

from tests.eksempler.personer import NAVN, svaret
from ytelsesrad.visning.tekst import forste_setning

OVERSKRIFTER = [
    "Situasjonen",
    "Svaret",
    "Måned for måned",
    "Hvorfor",
    "Hva gjør du når",
    "Hva beholder du",
    "Hva kan gå galt",
    "Hva er usikkert",
    "Slik er det regnet",
]


def som_tekst(laget: dict[str, str | bytes]) -> dict[str, str]:
    return {sti: t.decode("utf-8") if isinstance(t, bytes) else t for sti, t in laget.items()}


@cache
def alle() -> dict[str, str]:
    return som_tekst(sider())


@pytest.mark.parametrize("navn", NAVN)
def test_siden_har_alt(navn: str) -> None:
    tekst = alle()[f"eksempler/{navn}.md"]
    assert re.findall(r"(?m)^## (.+)$", tekst) == OVERSKRIFTER
    assert "Konstruert eksempel" in tekst
    assert forste_setning(svaret(navn)) in tekst
    situasjonen = tekst.split("## Situasjonen")[1].split("## Svaret")[0]
    assert 3 <= situasjonen.count("\n- ") <= 6
    assert re.search(r"(?m)^\*\*.+\?\*\*$", situasjonen)
    assert "<svg" in tekst
    assert f"({navn}.toml)" in tekst
    assert "ytelsesrad forklar" in tekst


@pytest.mark.parametrize("navn", NAVN)
def test_arket_og_hele_svaret_er_filer_ved_siden_av(navn: str) -> None:
    for fil in ("ark", "hele"):
        assert f"({navn}-{fil}.html)" in alle()[f"eksempler/{navn}.md"]
        assert alle()[f"eksempler/{navn}-{fil}.html"].startswith("<!doctype html>")


def test_forsiden_finner_alle_og_sier_hva_de_har() -> None:
    forsiden = alle()["eksempler/index.md"]
    assert {f"p{n}" for n in re.findall(r'href="p(\d+)\.html"', forsiden)} == set(NAVN)
    assert "Barnetillegg" in forsiden
    assert "Utleggstrekk" in forsiden


def test_det_som_vises_er_det_samme_hver_gang() -> None:
    assert som_tekst(sider()) == alle()
