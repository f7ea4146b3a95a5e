"""A JSON Schema of the situation file, made from the inputs that the rule book declares."""

from __future__ import annotations

from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.gitte import FELLES, PERSON
from ytelsesrad.situasjon.verdier import KILDER, VET_IKKE

_DAG = r"^\d{4}-\d{2}-\d{2}$"
_NAAR = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def situasjonsskjema(bok: Regelbok) -> dict[str, Any]:
    """Return the schema (draft 2020-12). Dates are strings, as in JSON."""
    mapper = [m for m in bok.mapper if m != FELLES]
    tabeller: dict[str, Any] = {
        navn: _tabell(
            [
                r
                for r in bok.inndata.values()
                if r.mappe == FELLES and r.for_hver is None and r.inndata and r.inndata.sted == navn
            ]
        )
        for navn in PERSON
    }
    for mappe in mapper:
        regler = [r for r in bok.inndata.values() if r.mappe == mappe and r.for_hver is None]
        if regler:
            tabeller[mappe] = _tabell(regler)
    for gruppe in bok.grupper:
        regler = [r for r in bok.inndata.values() if r.for_hver == gruppe]
        tabeller[gruppe] = {"type": "array", "maxItems": 200, "items": _tabell(regler)}
    dag = {"type": "string", "pattern": _DAG}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"situasjon-1-{bok.hash}",
        "title": "Situasjon",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "tittel": {"type": "string"},
            "konstruert": {"type": "boolean"},
            "anledning": {"type": "string"},
            "bygger_paa": {"type": "string"},
            "regnedato": dag,
            "fra": dag,
            "til": dag,
            **tabeller,
            "plan": {
                "type": "object",
                "maxProperties": 20,
                "additionalProperties": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": tabeller,
                },
            },
        },
    }


def _tabell(regler: list[Regel]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "kilde": {"enum": list(KILDER)},
            **{r.navn: _inndata(r) for r in regler},
        },
    }


def _inndata(regel: Regel) -> dict[str, Any]:
    inndata = regel.inndata
    assert inndata is not None
    verdi = _verdi(regel)
    former: list[dict[str, Any]] = [
        verdi,
        {"const": VET_IKKE},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "verdi": verdi,
                "kroner": {"type": "number"},
                "dato": {"type": "string", "pattern": _DAG},
                "kilde": {"enum": list(KILDER)},
            },
            "anyOf": [{"required": ["verdi"]}, {"required": ["kroner", "dato"]}],
        },
        {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {
                _NAAR: {
                    "anyOf": [
                        verdi,
                        {
                            "type": "object",
                            "patternProperties": {_DAG: verdi},
                            "additionalProperties": False,
                        },
                    ]
                }
            },
            "properties": {"kilde": {"enum": list(KILDER)}},
            "additionalProperties": False,
        },
    ]
    hjelp = f" Står i {inndata.staar_i}." if inndata.staar_i else ""
    return {
        "title": regel.tittel or regel.navn,
        "description": f"{inndata.sporsmaal}{hjelp} Enhet: {regel.enhet}.",
        "anyOf": former,
    }


def _verdi(regel: Regel) -> dict[str, Any]:
    inndata = regel.inndata
    assert inndata is not None
    match les_enhet(regel.enhet)[0].art:
        case Art.JA_NEI:
            return {"type": "boolean"}
        case Art.DATO:
            return {"type": "string", "pattern": _DAG}
        case Art.TALL:
            svar: dict[str, Any] = {"type": "number"}
            if inndata.minst is not None:
                svar["minimum"] = float(inndata.minst)
            if inndata.hoyst is not None:
                svar["maximum"] = float(inndata.hoyst)
            if inndata.steg is not None:
                svar["multipleOf"] = float(inndata.steg)
            return svar
        case _:
            return {"enum": list(regel.valg)} if regel.valg else {"type": "string"}
