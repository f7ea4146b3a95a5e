"""Read an answer back from its JSON."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import ValidationError

from ytelsesrad.analyse import Grenser
from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.modell import Raad

SVAR: dict[str, type[Resultat]] = {"raad-1": Raad, "resultat-1": Resultat}
"""The forms of an answer: the name that stands in ``meta.skjema``, and the model."""
GRENSER = {"grenser-1": Grenser}
FORMER: dict[str, type[Modell]] = {**SVAR, **GRENSER}
"""All forms with a schema."""

_MELDT_FEIL = 3
_SITAT = 31
"""Characters of an unknown name that are repeated."""
M = TypeVar("M", bound=Modell)


def fra_json(tekst: str) -> Resultat:
    """Return the answer that ``som_json`` wrote, equal to the one it came from.

    It is a ``Raad`` when the whole answer was written. Raises ValueError with a sentence in bokmål
    when the text is not an answer of a form that is known.
    """
    return _les(tekst, SVAR)


def grenser_fra_json(tekst: str) -> Grenser:
    """Return the limits that ``som_json`` wrote. Raises ValueError as ``fra_json``."""
    return _les(tekst, GRENSER)


def _les(tekst: str, former: dict[str, type[M]]) -> M:
    navn = _form(tekst)
    ventet = " og ".join(former)
    if navn is not None and navn not in former:
        raise ValueError(
            f"Svaret har formen «{navn[:_SITAT]}», men her leses bare {ventet}. "
            "Regn ut svaret på nytt."
        )
    modell = former[navn] if navn is not None else list(former.values())[-1]
    try:
        return modell.model_validate_json(tekst)
    except ValidationError as feil:
        steder = [".".join(map(str, e["loc"])) for e in feil.errors()[:_MELDT_FEIL]]
        hvor = ", ".join(f"«{sted}»" for sted in steder if sted)
        rett = (
            f"Se på {hvor}: feltet mangler, er ukjent eller har en verdi som ikke passer."
            if hvor
            else "Teksten er ikke gyldig JSON."
        )
        form = navn or list(former)[-1]
        raise ValueError(f"Dette er ikke et svar av formen {form}. {rett}") from feil


def _form(tekst: str) -> str | None:
    """Return the name of the form a text says it has."""
    try:
        data = json.loads(tekst)
    except (ValueError, RecursionError):
        return None
    for sted in (data, data.get("meta") if isinstance(data, dict) else None):
        navn = sted.get("skjema") if isinstance(sted, dict) else None
        if isinstance(navn, str):
            return navn
    return None
