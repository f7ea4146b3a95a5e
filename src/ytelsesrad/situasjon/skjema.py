"""A JSON Schema of the situation file, made from the inputs that the rule book declares."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Periode, Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.grenser import (
    KILDE,
    KILDER,
    MAKS_DATERTE,
    MAKS_MEDLEMMER,
    MAKS_PLANER,
    MAKS_TEKST,
    PLAN,
    VET_IKKE,
)
from ytelsesrad.situasjon.rekker import FRA, GJENTAS, VERDIER
from ytelsesrad.situasjon.spenn import PUNKTER
from ytelsesrad.situasjon.tabeller import inndata_av, medlemsregler, regler_i, tabellnavn

_DAG = r"^\d{4}-\d{2}-\d{2}$"
_MAANED = r"^\d{4}-\d{2}$"
_AAR = r"^\d{4}$"
_TALL = r"^-?\d+(\.\d+)?$"
_FASTE = {
    "tittel": "Hvem det gjelder, slik det skal stå øverst i svaret.",
    "konstruert": "Om personen er oppdiktet. Da står det i svaret.",
    "anledning": "Hvorfor det regnes, for eksempel «tilbud om jobb».",
    "bygger_paa": "En tidligere beregning denne bygger på.",
    "regnedato": "Dagen det regnes på. Uten den brukes dagen i dag.",
    "fra": "Første dag i det som vises. Den første i en måned.",
    "til": "Siste dag i det som vises. Den siste i en måned.",
}
Skjema = dict[str, Any]


def situasjonsskjema(bok: Regelbok) -> Skjema:
    """Return the schema (draft 2020-12) of the file, read as JSON.

    Dates are strings there, and numbers may be, so that no decimal is lost on the way.
    """
    deler: dict[str, Skjema] = {
        "dag": {"type": "string", "format": "date", "pattern": _DAG},
        "tekst": {"type": "string", "maxLength": MAKS_TEKST},
        "kilde": {"enum": list(KILDER), "description": "Hvor opplysningen kommer fra."},
        "vet_ikke": {"const": VET_IKKE},
        "tall_som_tekst": {"type": "string", "pattern": _TALL, "maxLength": MAKS_TEKST},
    }
    felt: dict[str, Skjema] = {}
    for navn in tabellnavn(bok):
        deler[f"tabell.{navn}"] = _tabell(regler_i(bok, navn).values(), bok, deler)
        felt[navn] = _ref(f"tabell.{navn}")
    for navn, gruppe in bok.grupper.items():
        deler[f"medlem.{navn}"] = _tabell(medlemsregler(bok, navn).values(), bok, deler)
        liste = {
            "title": gruppe.flertall,
            "type": "array",
            "maxItems": MAKS_MEDLEMMER,
            "items": _ref(f"medlem.{navn}"),
        }
        felt[navn] = {"anyOf": [felt[navn], liste]} if navn in felt else liste
    deler["plan"] = {"type": "object", "additionalProperties": False, "properties": felt}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"situasjon-1-{bok.hash}",
        "title": "Situasjon",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{navn: {**_fast(navn), "description": hva} for navn, hva in _FASTE.items()},
            **felt,
            PLAN: {
                "title": "Planer",
                "description": "Det du kan gjøre. De andre sammenlignes med den første.",
                "type": "object",
                "maxProperties": MAKS_PLANER,
                "propertyNames": {"minLength": 1, "maxLength": MAKS_TEKST},
                "additionalProperties": _ref("plan"),
            },
        },
        "$defs": deler,
    }


def _ref(navn: str) -> Skjema:
    return {"$ref": f"#/$defs/{navn}"}


def _fast(navn: str) -> Skjema:
    if navn == "konstruert":
        return {"type": "boolean"}
    return _ref("dag" if navn in ("regnedato", "fra", "til") else "tekst")


def _tabell(regler: Iterable[Regel], bok: Regelbok, deler: dict[str, Skjema]) -> Skjema:
    felt = {KILDE: _ref("kilde")}
    for regel in regler:
        deler[f"verdi.{regel.id}"] = _verdi(regel)
        felt[regel.navn] = _inndata(regel, regel.enhet in bok.enheter)
    return {"type": "object", "additionalProperties": False, "properties": felt}


def _inndata(regel: Regel, har_kroner: bool) -> Skjema:
    inndata = inndata_av(regel)
    verdi = _ref(f"verdi.{regel.id}")
    if les_enhet(regel.enhet)[0].art is Art.TALL:
        verdi = {"anyOf": [verdi, _spenn(verdi)]}
    former = [verdi, _ref("vet_ikke"), _objekt({"verdi": {"anyOf": [verdi, _ref("vet_ikke")]}})]
    dert = [verdi]
    if har_kroner:
        kroner: Skjema = {"kroner": {"anyOf": [{"type": "number"}, _ref("tall_som_tekst")]}}
        former.append(_objekt(kroner, "dato"))
        dert.append(
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["kroner", "dato"],
                "properties": {**kroner, "dato": _ref("dag")},
            }
        )
    if regel.periode is not Periode.KONSTANT:
        ett = dert[0] if len(dert) == 1 else {"anyOf": dert}
        former += [_datert(regel, ett), _rekke(verdi, VERDIER), _rekke(verdi, GJENTAS)]
    hjelp = f" Det står i {inndata.staar_i}." if inndata.staar_i else ""
    return {
        "title": regel.tittel or regel.navn,
        "description": f"{inndata.sporsmaal}{hjelp} Enhet: {regel.enhet}.",
        "anyOf": former,
    }


def _spenn(verdi: Skjema) -> Skjema:
    """Return the schema of a number that is uncertain."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(PUNKTER),
        "properties": {**dict.fromkeys(PUNKTER, verdi), KILDE: _ref("kilde")},
    }


def _objekt(felt: Skjema, *kreves: str) -> Skjema:
    """Return the schema of a value with a source mark and a date."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [*felt, *kreves],
        "properties": {**felt, "dato": _ref("dag"), KILDE: _ref("kilde")},
    }


def _datert(regel: Regel, verdi: Skjema) -> Skjema:
    """Return the schema of values from a day, for a month or a year, and of reports."""
    meldt: Skjema = {"type": "object", "patternProperties": {_DAG: verdi}}
    meldt["additionalProperties"] = False
    navngitt = {"anyOf": [verdi, meldt]} if inndata_av(regel).meldes else verdi
    nokler = {_DAG: verdi, _AAR: navngitt}
    if regel.periode is not Periode.AAR:
        nokler[_MAANED] = navngitt
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": MAKS_DATERTE + 1,
        "patternProperties": nokler,
        "properties": {KILDE: _ref("kilde")},
        "additionalProperties": False,
    }


def _rekke(verdi: Skjema, navn: str) -> Skjema:
    """Return the schema of values for one period after another."""
    liste = {"type": "array", "minItems": 1, "maxItems": MAKS_DATERTE, "items": verdi}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [FRA, navn],
        "properties": {FRA: _ref("dag"), navn: liste, KILDE: _ref("kilde")},
        "patternProperties": {_MAANED: verdi, _AAR: verdi},
    }


def _verdi(regel: Regel) -> Skjema:
    inndata = inndata_av(regel)
    match les_enhet(regel.enhet)[0].art:
        case Art.JA_NEI:
            return {"type": "boolean"}
        case Art.DATO:
            return _ref("dag")
        case Art.TALL:
            grenser = {
                "minimum": inndata.minst,
                "maximum": inndata.hoyst,
                "multipleOf": inndata.steg,
            }
            tall = {navn: _tall(grense) for navn, grense in grenser.items() if grense is not None}
            return {"anyOf": [{"type": "number", **tall}, _ref("tall_som_tekst")]}
        case _:
            return _valg(regel) if regel.valg else _ref("tekst")


def _valg(regel: Regel) -> Skjema:
    if not regel.vist:
        return {"enum": list(regel.valg)}
    return {"oneOf": [{"const": v, "title": str(regel.valget(v))} for v in regel.valg]}


def _tall(grense: Decimal) -> int | float:
    """Return a limit as a number of JSON."""
    return int(grense) if grense == grense.to_integral_value() else float(grense)
