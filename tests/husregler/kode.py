"""Det husreglene ser av Python-koden: ord, tekster og tall, uten docstrings og kommentarer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    return ast.parse(fil.read_text(encoding="utf-8"), str(fil))


def fold(ord_: str) -> str:
    """Små bokstaver, og samme ord for «måned», «maaned» og «maned»."""
    svar = ord_.lower()
    for fra, til in (("å", "a"), ("æ", "a"), ("ø", "o"), ("aa", "a"), ("ae", "a")):
        svar = svar.replace(fra, til)
    return svar


def orddeler(tekst: str) -> list[str]:
    """Ordene i en tekst eller et navn: delt på alt som ikke er bokstaver, og ved Stor bokstav."""
    return [fold(d) for d in _ORDDEL.findall(tekst)]


def docstrings(tre: ast.AST) -> set[int]:
    """Tekster som står alene som en setning: docstrings, også de under et felt."""
    return {
        id(node.value)
        for node in ast.walk(tre)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def tekster(tre: ast.Module) -> Iterator[tuple[int, str]]:
    """Hver tekst i koden, også delene av f-tekster, med linjen."""
    utenom = docstrings(tre)
    for node in ast.walk(tre):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in utenom
        ):
            yield node.lineno, node.value


def navn(tre: ast.Module) -> Iterator[tuple[int, str]]:
    """Hvert navn i koden: variabler, felt, argumenter, funksjoner, klasser og moduler."""
    for node in ast.walk(tre):
        for felt in _NAVNEFELT:
            verdi = getattr(node, felt, None)
            if isinstance(verdi, str):
                yield getattr(node, "lineno", 0), verdi
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield from ((node.lineno, n) for n in node.names)


def tall(tre: ast.Module) -> Iterator[tuple[int, str]]:
    """Hvert tall i koden, også det som er en tekst («0.4» i Decimal("0.4"))."""
    for node in ast.walk(tre):
        if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
            continue
        if isinstance(node.value, int | float | complex):
            yield node.lineno, repr(node.value)
    for linje, tekst in tekster(tre):
        if _TALLTEKST.fullmatch(tekst.strip()):
            yield linje, tekst.strip()
