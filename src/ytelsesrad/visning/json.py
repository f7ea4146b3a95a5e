"""Answers as JSON, and the schemas of what is written. Money is strings: nothing is lost."""

from __future__ import annotations

from typing import Any

from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.lese import FORMER, fra_json, grenser_fra_json

__all__ = ["FORMER", "fra_json", "grenser_fra_json", "skjema", "som_json"]


def som_json(svar: Modell) -> str:
    """Return an answer as JSON: keys in the order of the model, indented by two spaces."""
    return svar.model_dump_json(indent=2)


def skjema(form: str = "raad-1") -> dict[str, Any]:
    """Return the JSON Schema of what ``som_json`` writes, for a form named in ``FORMER``.

    Raises KeyError for another form.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": form,
        **FORMER[form].model_json_schema(mode="serialization"),
    }
