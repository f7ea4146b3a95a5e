"""Alt som står i docs/referanse/situasjon.md, og eksemplene, stemmer med koden og reglene."""

from __future__ import annotations

import re

import pytest

from tests.situasjon.noklene import SIDE, med_nye_tabeller
from ytelsesrad import Feilsamling, Regelbok, Situasjon

TEKST = SIDE.read_text(encoding="utf-8")
BLOKK = re.compile(r"```(\w+)\n(.*?)```(?:\n\n<!-- feil -->\n```text\n(.*?)```)?", re.DOTALL)
BLOKKER = [m.groups() for m in BLOKK.finditer(TEKST)]
TOML = [innhold for sprak, innhold, feil in BLOKKER if sprak == "toml" and feil is None]
FEIL = [(innhold, feil) for sprak, innhold, feil in BLOKKER if feil is not None]
PYTHON = [innhold for sprak, innhold, _ in BLOKKER if sprak == "python"]


def test_siden_begynner_med_hele_filen(rot):
    assert TOML[0] == (rot / "docs/eksempler/full.toml").read_text(encoding="utf-8")


def test_siden_har_noe_av_alt():
    assert len(TOML) >= 2
    assert len(FEIL) >= 3
    assert len(PYTHON) >= 1


@pytest.mark.parametrize("tekst", TOML)
def test_filene_paa_siden_kan_leses(tekst, bok):
    Situasjon.les(tekst, bok).alle_gitt(bok)


@pytest.mark.parametrize(("tekst", "feil"), FEIL)
def test_feilene_paa_siden_ser_slik_ut(tekst, feil, bok):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(tekst, bok)
    assert f"{samling.value}\n" == feil


@pytest.mark.parametrize("kode", PYTHON)
def test_python_paa_siden_virker(kode):
    exec(compile(kode, "situasjon.md", "exec"), {})


def test_tabellene_over_nokler_er_de_reglene_har(bok: Regelbok):
    hjelp = "skriv dem på nytt: python -m tests.situasjon.noklene"
    assert med_nye_tabeller(TEKST, bok) == TEKST, hjelp


@pytest.mark.parametrize("navn", ["p4", "full"])
def test_eksemplene_kan_leses_og_er_merket(navn, rot, bok):
    situasjon = Situasjon.les(rot / f"docs/eksempler/{navn}.toml", bok)
    assert situasjon.konstruert
    assert situasjon.regnedato is not None
    assert len(situasjon.alle_gitt(bok)) == len(situasjon.planer) > 1
