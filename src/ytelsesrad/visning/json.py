"""The answer as JSON, its schema, and back again. Money is strings: nothing is lost on the way."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from ytelsesrad.beregning.resultat import Modell, Resultat

SKJEMA_ID = "resultat-1"
"""The name of the form: stands in ``meta.skjema`` of every answer and as ``$id`` of the schema."""

_MELDT_FEIL = 3


def som_json(svar: Modell) -> str:
    """Return an answer as JSON: keys in the order of the model, indented by two spaces."""
    return svar.model_dump_json(indent=2)


def skjema() -> dict[str, Any]:
    """Return the JSON Schema of what ``som_json`` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SKJEMA_ID,
        **Resultat.model_json_schema(mode="serialization"),
    }


def fra_json(tekst: str) -> Resultat:
    """Return the answer that ``som_json`` wrote, equal to the one it came from.

    Raises ValueError with a sentence in bokmål when the text is not such an answer.
    """
    try:
        resultat = Resultat.model_validate_json(tekst)
    except ValidationError as feil:
        steder = [".".join(map(str, e["loc"])) for e in feil.errors()[:_MELDT_FEIL]]
        hvor = ", ".join(f"«{sted}»" for sted in steder if sted)
        rett = (
            f"Se på {hvor}: feltet mangler, er ukjent eller har en verdi som ikke passer."
            if hvor
            else "Teksten er ikke gyldig JSON."
        )
        raise ValueError(f"Dette er ikke et svar av formen {SKJEMA_ID}. {rett}") from feil
    if resultat.meta.skjema != SKJEMA_ID:
        raise ValueError(
            f"Svaret har formen «{resultat.meta.skjema}», men her leses bare {SKJEMA_ID}. "
            "Regn ut svaret på nytt."
        )
    return resultat
