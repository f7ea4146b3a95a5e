"""Tall, datoer og beløp i Python som kan være loven."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.husregler.kode import Funn, pythonfiler, tall, tekster, tre_av

_DATO = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d)")
_BELOP = re.compile(
    r"(?<![\w.,{])\d[\d\u00a0 ]*(?:[.,]\d+)?[\u00a0 ]?(?:kr\b|kroner\b|prosent\b|%|G\b)"
)
_LANGT = re.compile(r"(?<![\w.,\u00a0-])(?:\d{1,3}(?:[\u00a0 ]\d{3})+|\d[\d_]{3,})(?![\w-])")


def tall_i(mappe: Path) -> Iterator[Funn]:
    """Hvert tall som er skrevet i koden. 136_549 og 136549 er det samme."""
    for fil in pythonfiler(mappe):
        for linje, verdi in tall(tre_av(fil)):
            yield Funn(fil.relative_to(mappe).as_posix(), linje, verdi.lstrip("+-−"))


def datoer_i(mappe: Path) -> Iterator[Funn]:
    """Hver fast dato: date(2026, 1, 1), og «2026-01-01» i en tekst uten ord.

    En setning som viser hvordan en dato skrives, er ingen fast dato.
    """
    for fil in pythonfiler(mappe):
        sted, tre = fil.relative_to(mappe).as_posix(), tre_av(fil)
        for node in ast.walk(tre):
            if not isinstance(node, ast.Call):
                continue
            navn = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            deler = [*node.args, *(k.value for k in node.keywords)]
            if (
                navn in ("date", "datetime", "fromisoformat", "strptime")
                and deler
                and all(isinstance(d, ast.Constant) for d in deler)
            ):
                yield Funn(sted, node.lineno, ast.unparse(node))
        for linje, tekst in tekster(tre):
            if not re.search(r"[^\W\d_]", _DATO.sub("", tekst)):
                yield from (Funn(sted, linje, d) for d in _DATO.findall(tekst))


def belop_i(mappe: Path) -> Iterator[Funn]:
    """Hvert beløp, hver prosent og hvert tall på fire siffer eller mer i en tekst."""
    for fil in pythonfiler(mappe):
        sted = fil.relative_to(mappe).as_posix()
        for linje, tekst in tekster(tre_av(fil)):
            uten = _DATO.sub(" ", tekst)
            treff = [m.group() for m in _BELOP.finditer(uten)]
            treff += [m.group() for m in _LANGT.finditer(_BELOP.sub(" ", uten))]
            yield from (Funn(sted, linje, t.strip()) for t in treff)
