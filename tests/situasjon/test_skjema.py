"""JSON Schema for situasjonsfilen: det riktige går gjennom, og det gale gjør ikke."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.situasjon import situasjonsskjema


def som_json(raa: Any) -> Any:
    if isinstance(raa, dict):
        return {k: som_json(v) for k, v in raa.items()}
    if isinstance(raa, list):
        return [som_json(v) for v in raa]
    if isinstance(raa, date):
        return raa.isoformat()
    return float(raa) if isinstance(raa, Decimal) else raa


@cache
def validator(bok: Regelbok) -> Draft202012Validator:
    """Et skjema som er gyldig. Å sjekke det tar lang tid, så det gjøres én gang for hver bok."""
    skjema = situasjonsskjema(bok)
    Draft202012Validator.check_schema(skjema)
    return Draft202012Validator(skjema)


def feil(bok, tekst: str) -> list[str]:
    data = som_json(tomllib.loads(tekst))
    return [f.json_path for f in validator(bok).iter_errors(data)]


@pytest.mark.parametrize("navn", ["p4", "full"])
def test_eksemplene(navn, rot, bok):
    assert feil(bok, (rot / f"docs/eksempler/{navn}.toml").read_text(encoding="utf-8")) == []


RIKTIG = """
tittel = "x"
regnedato = 2026-11-21
[person]
oy = { 2026-01-01 = "A", 2026-05 = "B", 2025 = "C", kilde = "opplyst" }
[fyrlys]
kilde = "vedtak"
grad = 55
gitt_fra = "vet ikke"
grunnlag = { kroner = 3, dato = 2026-06-01, kilde = "antatt" }
bidrag = { 2026-01-01 = { kroner = 3, dato = 2026-06-01 } }
meldt = { 2026 = { 2026-01-01 = 3 } }
slag = { verdi = "rødt", dato = 2026-01-01 }
[[barn]]
barn_fodt = 2011-01-01
[plan."Som nå"]
[[plan."Som nå".jobb]]
timer = 3
"""


def test_alle_former(land):
    assert feil(land, RIKTIG) == []
    Situasjon.les(RIKTIG, land)


def test_tall_kan_vaere_tekst_i_json(land):
    data = {
        "regnedato": "2026-11-21",
        "fyrlys": {
            "grad": "55",
            "gitt_fra": "2019-03-01",
            "grunnlag": {"kroner": "3.5", "dato": "2026-06-01"},
        },
        "jobb": [{"timer": "7.25"}],
    }
    skjema = validator(land)
    assert [*skjema.iter_errors(data)] == []
    Situasjon.fra_dict(data, land)
    assert [*skjema.iter_errors({"fyrlys": {"grad": "55 prosent"}})] != []


@pytest.mark.parametrize(
    "galt",
    [
        "titel = 'x'",
        "fyrlys = 3",
        "[fyrlys]\ngrad = 53",
        "[fyrlys]\ngrad = 120",
        "[fyrlys]\nslag = 'blått'",
        "[fyrlys]\ngrunnlag = { kroner = 3 }",
        "[fyrlys]\ngrunnlag = { 2026 = 3 }",
        "[fyrlys]\nutbetalt = { kroner = 3, dato = 2026-01-01 }",
        "[fyrlys]\nutbetalt = { 2026 = { 2026-01-01 = 3 } }",
        "[fyrlys]\nmeldt = { 2026-03 = 3 }",
        "[fyrlys]\nkilde = 'x'",
        "[[jobb]]\ntimelon = 3",
        "[barn]\nbarn_fodt = 2011-01-01",
        "[plan.A]\ntittel = 'x'",
        "[plan.A.person]\nfodt = 3",
    ],
)
def test_det_som_er_galt_for_skjemaet_er_galt_for_oss(galt, land):
    assert feil(land, f"{galt}\n") != []
    with pytest.raises(Exception, match="S"):
        Situasjon.les(f"{galt}\n", land)


def test_skjemaet_sier_sporsmaal_og_hvor_det_staar(land):
    skjema = situasjonsskjema(land)
    grad = skjema["$defs"]["tabell.fyrlys"]["properties"]["grad"]
    assert grad["title"] == "Fyrgrad"
    assert grad["description"] == ("Hvor stor er graden? Det står i fyrbrevet. Enhet: prosent.")
    verdi = skjema["$defs"]["verdi.fyrlys.grad"]
    tall = {"type": "number", "minimum": 20, "maximum": 100, "multipleOf": 5}
    assert verdi == {"anyOf": [tall, {"$ref": "#/$defs/tall_som_tekst"}]}
