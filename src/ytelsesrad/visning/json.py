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

    New fields may come without a new number, so an answer with more fields than these is valid.
    Raises KeyError for another form.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": form,
        **_aapent(FORMER[form].model_json_schema(mode="serialization")),
    }


def _aapent(skjema: Any) -> Any:
    """Return a schema without the bans on fields that are not in it."""
    if isinstance(skjema, list):
        return [_aapent(ledd) for ledd in skjema]
    if not isinstance(skjema, dict):
        return skjema
    return {
        navn: _aapent(del_)
        for navn, del_ in skjema.items()
        if (navn, del_) != ("additionalProperties", False)
    }
