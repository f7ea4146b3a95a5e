"""Svaret til hver person er som i fasiten. Endret? Kjør make oppdater, og les endringene."""

from __future__ import annotations

import pytest

from tests.eksempler.fasit import MAPPE, fasiten
from tests.eksempler.personer import NAVN, svaret


@pytest.mark.parametrize("navn", NAVN)
def test_svaret_er_som_i_fasiten(navn: str) -> None:
    assert fasiten(navn) == (MAPPE / f"{navn}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("navn", NAVN)
def test_personen_er_merket_og_svaret_er_helt(navn: str) -> None:
    resultat = svaret(navn)
    assert resultat.meta.konstruert
    assert [p.feil for p in resultat.planer] == [() for _ in resultat.planer]
    assert [e.per_maaned for e in resultat.endringer if e.per_maaned is None] == []


def test_det_er_ingen_fasit_uten_person() -> None:
    assert sorted(f.stem for f in MAPPE.glob("*.txt")) == sorted(NAVN)
