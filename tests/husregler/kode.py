"""Det husreglene ser av Python-koden: ord, tekster og tall, uten docstrings og kommentarer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
SRC = ROT / "src" / "ytelsesrad"

_ORDDEL = re.compile(r"[A-ZÆØÅ]+(?![a-zæøå])|[A-ZÆØÅ]?[a-zæøå]+")
_TALLTEKST = re.compile(r"[+\-−]?(0|[1-9][\d\u00a0 _]*)([.,]\d+)?(e[+-]?\d+)?", re.IGNORECASE)
_NAVNEFELT = ("id", "attr", "arg", "name", "asname", "rest", "module")


@dataclass(frozen=True, slots=True)
class Funn:
    """Noe i en fil: hvor, og hva."""

    fil: str
    linje: int
    hva: str

    def __str__(self) -> str:
        return f"{self.fil}:{self.linje}: {self.hva}"


def pythonfiler(mappe: Path) -> list[Path]:
    return sorted(mappe.rglob("*.py"))


def tre_av(fil: Path) -> ast.Module:
    """Treet av koden, som er det samme for alle reglene som ser på den."""
    return _tre(fil.read_text(encoding="utf-8"))


@cache
def _tre(kode: str) -> ast.Module:
    return ast.parse(kode)


def glem() -> None:
    """Trærne er store, og bare husreglene ser på dem."""
    for husket in (_tre, tekster, navn, tall):
        husket.cache_clear()


@cache
def fold(ord_: str) -> str:
    """Små bokstaver, og samme ord for «måned», «maaned» og «maned»."""
    svar = ord_.lower()
    for fra, til in (("å", "a"), ("æ", "a"), ("ø", "o"), ("aa", "a"), ("ae", "a")):
        svar = svar.replace(fra, til)
    return svar


def orddeler(tekst: str) -> list[str]:
    """Ordene i en tekst eller et navn: delt på alt som ikke er bokstaver, og ved Stor bokstav."""
    return [fold(d) for d in _ORDDEL.findall(tekst)]


@cache
def tekster(tre: ast.Module) -> tuple[tuple[int, str], ...]:
    """Hver tekst i koden, også delene av f-tekster, med linjen.

    Tekster som står alene som en setning, er docstrings, også de under et felt. De er ikke med.
    """
    funnet: list[ast.Constant] = []
    utenom: set[int] = set()
    for node in ast.walk(tre):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            utenom.add(id(node.value))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            funnet.append(node)
    return tuple((c.lineno, str(c.value)) for c in funnet if id(c) not in utenom)


@cache
def navn(tre: ast.Module) -> tuple[tuple[int, str], ...]:
    """Hvert navn i koden: variabler, felt, argumenter, funksjoner, klasser og moduler."""
    return tuple(_navn(tre))


def _navn(tre: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tre):
        for felt in _NAVNEFELT:
            verdi = getattr(node, felt, None)
            if isinstance(verdi, str):
                yield getattr(node, "lineno", 0), verdi
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield from ((node.lineno, n) for n in node.names)


@cache
def tall(tre: ast.Module) -> tuple[tuple[int, str], ...]:
    """Hvert tall i koden, også det som er en tekst («0.4» i Decimal("0.4"))."""
    return tuple(_tall(tre))


def _tall(tre: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tre):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        if isinstance(node.value, int | float | complex):
            yield node.lineno, repr(node.value)
    for linje, tekst in tekster(tre):
        if _TALLTEKST.fullmatch(tekst.strip()):
            yield linje, tekst.strip()
