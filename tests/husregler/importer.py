"""Hvem som importerer hvem."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.husregler.kode import pythonfiler, tre_av


@dataclass(frozen=True, slots=True)
class Import:
    """En import: fra modul til modul."""

    fra: str
    til: str
    linje: int


def moduler(pakke: Path) -> dict[str, Path]:
    """Modulnavn → fil, for alle filer i en pakke."""
    svar = {}
    for fil in pythonfiler(pakke):
        deler = fil.relative_to(pakke.parent).with_suffix("").parts
        svar[".".join(deler[:-1] if deler[-1] == "__init__" else deler)] = fil
    return svar


def importer(pakke: Path) -> list[Import]:
    """Alle importer mellom filene i en pakke, også de sene og de som bare er for typer."""
    alle = moduler(pakke)
    return [i for navn, fil in alle.items() for i in _i_fil(navn, fil, alle)]


def _i_fil(navn: str, fil: Path, alle: Mapping[str, Path]) -> Iterator[Import]:
    for node in _setninger(tre_av(fil).body):
        if isinstance(node, ast.Import):
            maal = [a.name for a in node.names]
        else:
            base = _base(navn, fil, node)
            maal = [f"{base}.{a.name}" if f"{base}.{a.name}" in alle else base for a in node.names]
        yield from (Import(navn, m, node.lineno) for m in dict.fromkeys(maal) if m in alle)


def _base(navn: str, fil: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    deler = navn.split(".")
    opp = node.level - (1 if fil.name == "__init__.py" else 0)
    return ".".join([*deler[: len(deler) - opp], *(node.module or "").split(".")]).rstrip(".")


def _setninger(kropp: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in kropp:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        else:
            yield from _setninger(_under(node))


def _under(node: ast.AST) -> list[ast.stmt]:
    """Setningene rett under en setning, også dem under «except» og «case»."""
    svar: list[ast.stmt] = []
    for b in ast.iter_child_nodes(node):
        if isinstance(b, ast.stmt):
            svar.append(b)
        elif isinstance(b, ast.ExceptHandler | ast.match_case):
            svar += b.body
    return svar


def ringer(kanter: Mapping[str, set[str]]) -> list[list[str]]:
    """Moduler som når hverandre, hver ring én gang."""

    def naar(start: str) -> set[str]:
        sett: set[str] = set()
        igjen = [start]
        while igjen:
            for neste in kanter.get(igjen.pop(), ()):
                if neste not in sett:
                    sett.add(neste)
                    igjen.append(neste)
        return sett

    naadd = {m: naar(m) for m in kanter}
    svar = {
        tuple(sorted(n for n in kanter if n in naadd[m] and m in naadd[n]))
        for m in kanter
        if m in naadd[m]
    }
    return [list(r) for r in sorted(svar)]
