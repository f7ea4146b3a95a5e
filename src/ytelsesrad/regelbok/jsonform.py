"""Chapters and trees as JSON, and back again, equal to what they were.

A value that JSON has, stands as it is. All others are rows that begin with what they are: a letter,
or for a class its number here, and then its fields in order, as far as they say something. What a
field's annotation tells (a date, a number, a row) is not said again, and what is said many times
(sources, types) stands once. Reading makes only the classes listed here, so it runs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import Feil, Sted, TomlFil
from ytelsesrad.regelspraak import kapittel, kontrollert, tre
from ytelsesrad.regelspraak.enheter import Art, Enhet, Type
from ytelsesrad.regelspraak.kapittel import Kilde, Periode

_MODULER = (kapittel, kontrollert, tre)
KLASSER: tuple[type, ...] = (
    *(
        klasse
        for modul in _MODULER
        for klasse in vars(modul).values()
        if isinstance(klasse, type) and is_dataclass(klasse) and klasse.__module__ == modul.__name__
    ),
    *(Feil, Sted, Type, Enhet),
)
_NUMMER = {klasse: nr for nr, klasse in enumerate(KLASSER)}
_RETT_FRAM: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "date": (date.isoformat, date.fromisoformat),
    "Decimal": (str, Decimal),
    "Periode": (str, Periode),
    "Art": (lambda art: art.value, Art),
    "set[str]": (sorted, set),
    "tuple[str, ...]": (list, tuple),
    "tuple[str | int, ...]": (list, tuple),
}
"""How a field of an annotation is written and read."""
_RADER: dict[str, Callable[[Any], Any]] = {"tuple": tuple, "list": list}


def _annotering(felt: Field[Any]) -> str:
    return str(felt.type).removesuffix(" | None")


def _rad(annotering: str) -> Callable[[Any], Any] | None:
    """Return what makes a row of an annotation; None for what is not always a row."""
    art, _, resten = annotering.partition("[")
    return _RADER.get(art) if resten and "|" not in resten.split("]")[-1] else None


def _felt(klasse: type) -> list[Field[Any]]:
    """Return the fields of a class: first those it is made of, then those that are filled in."""
    return sorted(fields(klasse), key=lambda felt: not felt.init)


class Skriver:
    """Turns values into what ``json`` can write. ``felles`` is gathered on the way."""

    def __init__(self, filer: Iterable[TomlFil]) -> None:
        self._filer = {id(fil): nr for nr, fil in enumerate(filer)}
        self._felles: dict[Type | Kilde, int] = {}

    @property
    def felles(self) -> list[Any]:
        """What is said many times, in the order of the numbers."""
        return [self._klasse(x) for x in self._felles]

    def verdi(self, x: Any) -> Any:
        """Return a value as JSON has it. Raises KeyError for what is not listed."""
        match x:
            case None | bool() | str():
                return x
            case int():
                return int(x)
            case Decimal():
                return ["D", str(x)]
            case date():
                return ["a", x.isoformat()]
            case tuple():
                return ["t", *map(self.verdi, x)]
            case list():
                return ["l", *map(self.verdi, x)]
            case dict():
                return ["d", *([k, self.verdi(y)] for k, y in x.items())]
            case Type() | Kilde():
                return ["f", self._felles.setdefault(x, len(self._felles))]
            case _:
                return self._klasse(x)

    def _klasse(self, x: Any) -> list[Any]:
        felt = _felt(type(x))
        while felt and _er_som_ingenting(felt[-1], getattr(x, felt[-1].name)):
            felt.pop()
        return [_NUMMER[type(x)], *(self._i_felt(_annotering(f), getattr(x, f.name)) for f in felt)]

    def _i_felt(self, annotering: str, verdi: Any) -> Any:
        if verdi is None:
            return None
        if annotering == "TomlFil":
            return self._filer[id(verdi)]
        if annotering in _RETT_FRAM:
            return _RETT_FRAM[annotering][0](verdi)
        if _rad(annotering) is not None:
            return [self.verdi(y) for y in verdi]
        return self.verdi(verdi)


def _er_som_ingenting(felt: Field[Any], verdi: Any) -> bool:
    """Tell whether a field is as it is when nothing is said."""
    if felt.default_factory is not MISSING:
        return bool(verdi == felt.default_factory())
    return (
        felt.default is not MISSING and verdi == felt.default and type(verdi) is type(felt.default)
    )


class Leser:
    """Reads what ``Skriver`` wrote. Raises KeyError, TypeError or ValueError for anything else."""

    def __init__(self, filer: Sequence[TomlFil], felles: str = "[]") -> None:
        self._filer = filer
        self._lesere: dict[str | int, Callable[[list[Any]], Any]] = {
            "D": lambda x: Decimal(x[1]),
            "a": lambda x: date.fromisoformat(x[1]),
            "t": lambda x: tuple(map(self._les, x[1:])),
            "l": lambda x: list(map(self._les, x[1:])),
            "d": lambda x: {k: self._les(y) for k, y in x[1:]},
            "f": lambda x: self._felles[x[1]],
        }
        self._felles = [self._les(x) for x in json.loads(felles)]

    def verdi(self, tekst: str) -> Any:
        """Return the value that a JSON text stands for."""
        return self._les(json.loads(tekst))

    def _les(self, x: Any) -> Any:
        if type(x) is not list:
            return x
        les = self._lesere.get(x[0])
        if les is None:
            les = self._lesere[x[0]] = self._leser(KLASSER[x[0]])
        return les(x)

    def _leser(self, klasse: type) -> Callable[[list[Any]], Any]:
        """Return what makes a class of its row."""
        felt = _felt(klasse)
        alle = [self._feltleser(_annotering(f)) for f in felt]
        lesere = [(nr, les) for nr, les in enumerate(alle, 1) if les is not None]
        forbi = sum(f.init for f in felt) + 1
        etter = [f.name for f in felt[forbi - 1 :]]

        def lag(x: list[Any]) -> Any:
            antall = len(x)
            for nr, les in lesere:
                if nr >= antall:
                    break
                if x[nr] is not None:
                    x[nr] = les(x[nr])
            if antall <= forbi:
                return klasse(*x[1:])
            svar = klasse(*x[1:forbi])
            for navn, verdi in zip(etter, x[forbi:], strict=False):
                setattr(svar, navn, verdi)
            return svar

        return lag

    def _feltleser(self, annotering: str) -> Callable[[Any], Any] | None:
        """Return what reads a field of an annotation; None when it stands as it is."""
        if annotering in ("str", "int", "bool"):
            return None
        if annotering == "TomlFil":
            return self._filer.__getitem__
        if annotering in _RETT_FRAM:
            return _RETT_FRAM[annotering][1]
        rad = _rad(annotering)
        return self._les if rad is None else lambda x: rad(map(self._les, x))
