"""What pydantic finds wrong in an object made from Python, said as every other fault is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.situasjon.steder import som_sti

_HVA = (
    ("missing", "S05", "Dette mangler."),
    ("string_too_short", "S12", "Teksten er tom."),
    ("string_too_long", "S02", "Teksten er for lang (høyst {max_length} tegn)."),
    ("string", "S03", "Her må det stå tekst."),
    ("too_long", "S02", "Her er det for mange: høyst {max_length}."),
    ("tuple", "S03", "Her må det stå en liste."),
    ("dict", "S03", "Her må det stå en dict med opplysninger."),
    ("model", "S03", "Her må det stå et objekt av riktig slag, eller en dict."),
    ("bool", "S03", "Her må det stå True eller False."),
    ("date", "S16", "Her må det stå en dag: en date, eller tekst med året først (2026-11-21)."),
)
"""The beginning of pydantic's name of a fault → our code, and what is wrong."""


def som_feilsamling(modell: type[BaseModel], galt: ValidationError) -> Feilsamling:
    """Return the faults in bokmål, with the field each is about. What was typed is not repeated."""
    return Feilsamling(_feil(modell, e) for e in galt.errors(include_input=False))


def _feil(modell: type[BaseModel], e: ErrorDetails) -> Feil:
    sted = Sted(modell.__name__, hvor=som_sti(e["loc"]))
    if e["type"] == "extra_forbidden":
        kjente = _felt_ved(modell, e["loc"])
        navn = str(e["loc"][-1])
        nesten = mente_du(navn, kjente)
        mente = f" Mente du «{nesten}»?" if nesten else ""
        rett = f"{nesten} = …" if nesten else f"Bruk et av disse: {', '.join(kjente)}."
        return Feil("S01", sted, f"Feltet «{navn}» finnes ikke.{mente}", rett)
    for slag, kode, hva in _HVA:
        if e["type"].startswith(slag):
            return Feil(kode, sted, hva.format(**e.get("ctx", {})))
    return Feil("S15", sted, "Verdien kan ikke brukes her.")


def _felt_ved(modell: type[BaseModel], loc: Iterable[Any]) -> list[str]:
    """Return the names of the fields where a fault is: of the model, or of one inside it."""
    if any(isinstance(ledd, int) for ledd in loc):
        from ytelsesrad.situasjon.modell import Plan

        modell = Plan
    return list(modell.model_fields)
