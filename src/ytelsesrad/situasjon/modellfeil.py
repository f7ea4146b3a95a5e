"""What pydantic finds wrong in an object made from Python, said as every other fault is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

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


class _MedEgneFeil(type(BaseModel)):  # type: ignore[misc]
    """What is made from Python says what is wrong as everything else does: with Feilsamling."""

    def __call__(cls, *args: Any, **felt: Any) -> Any:
        try:
            return super().__call__(*args, **felt)
        except ValidationError as galt:
            raise _som_feilsamling(cls, galt) from None


if TYPE_CHECKING:
    Modell = BaseModel
else:

    class Modell(BaseModel, metaclass=_MedEgneFeil):
        """What the parts of a situation are made of. Raises Feilsamling where pydantic objects."""


def _som_feilsamling(modell: type[BaseModel], galt: ValidationError) -> Feilsamling:
    """Return the faults in bokmål, with the field each is about. What was typed is not repeated."""
    return Feilsamling(_feil(modell, e) for e in galt.errors(include_input=False))


def _feil(modell: type[BaseModel], e: Mapping[str, Any]) -> Feil:
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
    for ledd in loc:
        felt = modell.model_fields.get(str(ledd))
        for inni in get_args(felt.annotation) if felt else ():
            if isinstance(inni, type) and issubclass(inni, BaseModel):
                modell = inni
    return list(modell.model_fields)
