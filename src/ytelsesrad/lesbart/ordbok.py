"""The texts of a language: one file in ``katalog`` for each, with the same keys.

A file is read when its first text is asked for, so that importing us costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

HOVEDSPRAK = "nb"
_KATALOG = Path(__file__).with_name("katalog")
FRA, TIL = "⟦", "⟧"
"""Around a text that stands in bokmål because it is not translated."""


class Ordbok:
    """The texts of one language by key; what it lacks is taken from bokmål."""

    def __init__(self, kode: str) -> None:
        """``kode`` is one of ``sprakene()``."""
        self.kode = kode

    @cached_property
    def _egne(self) -> Mapping[str, Any]:
        return katalog(self.kode)

    @cached_property
    def _felles(self) -> Mapping[str, Any]:
        return katalog(HOVEDSPRAK)

    def __call__(self, nokkel: str, /, *i_rekke: object, **verdier: object) -> str:
        """Return a text with its holes filled. KeyError for a key that no language has.

        A text that the language lacks is said in bokmål, between ``⟦`` and ``⟧``.
        """
        mal = self._egne.get(nokkel)
        if isinstance(mal, str):
            return mal.format(*i_rekke, **verdier)
        return uoversatt(str(self._felles[nokkel]).format(*i_rekke, **verdier))

    def tegn(self, nokkel: str) -> str:
        """Return a sign or a form of writing."""
        return str(self._egne.get(nokkel, self._felles[nokkel]))

    def ledd(self, nokkel: str) -> tuple[str, ...]:
        """Return a list of words, such as the names of the months."""
        return tuple(self._egne.get(nokkel, self._felles[nokkel]))

    def har(self, nokkel: str) -> bool:
        """Tell whether the language itself has a text."""
        return nokkel in self._egne


def uoversatt(tekst: str) -> str:
    """Return a text marked as standing in bokmål."""
    return f"{FRA}{tekst}{TIL}" if tekst else tekst


@cache
def sprakene() -> tuple[str, ...]:
    """Return the codes of the languages, bokmål first."""
    return (HOVEDSPRAK, *sorted({fil.stem for fil in _KATALOG.glob("*.toml")} - {HOVEDSPRAK}))


@cache
def katalog(kode: str) -> Mapping[str, Any]:
    """Return the texts of a language by key, such as ``plan.med``."""
    import tomllib

    fil = _KATALOG / f"{kode}.toml"
    return dict(_flat(tomllib.loads(fil.read_text(encoding="utf-8"))))


def _flat(data: Mapping[str, Any], foran: str = "") -> Iterator[tuple[str, Any]]:
    for navn, verdi in data.items():
        if isinstance(verdi, dict):
            yield from _flat(verdi, f"{foran}{navn}.")
        else:
            yield f"{foran}{navn}", verdi
