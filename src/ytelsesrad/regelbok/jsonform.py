"""Chapters and trees as JSON, and back again, equal to what they were.

A class is an object with its name under ``_`` and the fields that are not as they are when nothing
is said. What a field's annotation tells (a date, a number, a row) is not said again. Reading makes
only the classes listed here, so it runs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import Feil, Sted, TomlFil
from ytelsesrad.regelspraak import kapittel, kontrollert, tre
from ytelsesrad.regelspraak.enheter import Art, Enhet, Type
from ytelsesrad.regelspraak.kapittel import Periode

_MODULER = (kapittel, kontrollert, tre)
KLASSER: dict[str, type] = {
    f"{modul.__name__.rsplit('.', 1)[-1]}.{navn}": klasse
    for modul in _MODULER
    for navn, klasse in vars(modul).items()
    if is_dataclass(klasse) and isinstance(klasse, type) and klasse.__module__ == modul.__name__
} | {k.__name__: k for k in (Feil, Sted, Type, Enhet)}
_NAVN = {klasse: navn for navn, klasse in KLASSER.items()}
_RETT_FRAM: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "date": (date.isoformat, date.fromisoformat),
    "Decimal": (str, Decimal),
    "Periode": (str, Periode),
    "Art": (lambda art: art.value, Art),
    "set[str]": (sorted, set),
}
"""How a field of an annotation is written and read."""


def _annotering(felt: Any) -> str:
    return str(felt.type).removesuffix(" | None")


def _er_rekke(annotering: str) -> bool:
    return annotering.startswith("tuple[") and "|" not in annotering.split("]")[-1]


class Skriver:
    """Turns values into what ``json`` can write. ``typer`` are gathered on the way."""

    def __init__(self, filer: Iterable[TomlFil]) -> None:
        self._filer = {id(fil): nr for nr, fil in enumerate(filer)}
        self._typer: dict[Type, int] = {}

    @property
    def typer(self) -> list[Any]:
        """The types of nodes, in the order of their numbers."""
        return [self.verdi(t) for t in self._typer]

    def verdi(self, x: Any) -> Any:
        """Return a value as JSON has it. Raises TypeError for what is not listed."""
        match x:
            case None | bool() | str():
                return x
            case int():
                return int(x)
            case Decimal():
                return {"_": "Decimal", "v": str(x)}
            case date():
                return {"_": "date", "v": x.isoformat()}
            case tuple():
                return {"_": "tuple", "v": [self.verdi(y) for y in x]}
            case list():
                return [self.verdi(y) for y in x]
            case dict():
                return {"_": "dict", "v": [[k, self.verdi(y)] for k, y in x.items()]}
            case _:
                return self._klasse(x)

    def _klasse(self, x: Any) -> dict[str, Any]:
        svar: dict[str, Any] = {"_": _NAVN[type(x)]}
        for felt in fields(x):
            verdi = getattr(x, felt.name)
            if verdi is None or _er_som_ingenting(felt, verdi):
                if verdi is None and felt.default is not None:
                    svar[felt.name] = None
                continue
            svar[felt.name] = self._felt(_annotering(felt), verdi)
        return svar

    def _felt(self, annotering: str, verdi: Any) -> Any:
        if annotering == "TomlFil":
            return self._filer[id(verdi)]
        if annotering == "Type":
            return self._typer.setdefault(verdi, len(self._typer))
        if annotering in _RETT_FRAM:
            return _RETT_FRAM[annotering][0](verdi)
        if _er_rekke(annotering):
            return [self.verdi(y) for y in verdi]
        return self.verdi(verdi)


def _er_som_ingenting(felt: Any, verdi: Any) -> bool:
    """Tell whether a field is as it is when nothing is said."""
    if felt.default_factory is not MISSING:
        return bool(verdi == felt.default_factory())
    return (
        felt.default is not MISSING and verdi == felt.default and type(verdi) is type(felt.default)
    )


class Leser:
    """Reads what ``Skriver`` wrote. Raises KeyError, TypeError or ValueError for anything else."""

    def __init__(self, filer: Sequence[TomlFil], typer: str = "[]") -> None:
        self._filer = filer
        self._typer: list[Type] = []
        self._lesere: dict[str, Callable[[dict[str, Any]], Any]] = {
            "Decimal": lambda d: Decimal(d["v"]),
            "date": lambda d: date.fromisoformat(d["v"]),
            "tuple": lambda d: tuple(d["v"]),
            "dict": lambda d: dict(d["v"]),
        }
        self._typer = self.verdi(typer)

    def verdi(self, tekst: str) -> Any:
        """Return the value that a JSON text stands for."""
        return json.loads(tekst, object_hook=self._objekt)

    def _objekt(self, d: dict[str, Any]) -> Any:
        navn = d.pop("_")
        les = self._lesere.get(navn)
        if les is None:
            les = self._lesere[navn] = self._leser(KLASSER[navn])
        return les(d)

    def _leser(self, klasse: type) -> Callable[[dict[str, Any]], Any]:
        """Return what makes a class of its fields."""
        gjor: list[tuple[str, Callable[[Any], Any]]] = []
        siden: list[str] = []
        for felt in fields(klasse):
            annotering = _annotering(felt)
            if annotering == "TomlFil":
                gjor.append((felt.name, self._filer.__getitem__))
            elif annotering == "Type":
                gjor.append((felt.name, self._typer.__getitem__))
            elif annotering in _RETT_FRAM:
                gjor.append((felt.name, _RETT_FRAM[annotering][1]))
            elif _er_rekke(annotering):
                gjor.append((felt.name, tuple))
            if not felt.init:
                siden.append(felt.name)

        def lag(d: dict[str, Any]) -> Any:
            for navn, les in gjor:
                if d.get(navn) is not None:
                    d[navn] = les(d[navn])
            if not siden:
                return klasse(**d)
            etter = {navn: d.pop(navn) for navn in siden if navn in d}
            svar = klasse(**d)
            for navn, verdi in etter.items():
                setattr(svar, navn, verdi)
            return svar

        return lag
