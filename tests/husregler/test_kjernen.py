"""Kjernen er ren: ingen klokke, nett, lagring eller logg, og ingen flyttall i penger."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.husregler.kode import SRC, Funn, pythonfiler, tre_av
from tests.husregler.unntak import UNNTAK

FORBUDTE_MODULER = frozenset(
    "asyncio ctypes email ftplib getpass http httpx locale logging marshal multiprocessing pickle "
    "platform random requests secrets shelve signal smtplib socket sqlite3 ssl subprocess tempfile "
    "threading time timeit urllib uuid webbrowser".split()
)
FORBUDTE_KALL = frozenset(
    "now utcnow today fromtimestamp environ getenv putenv getuser urandom eval exec __import__ "
    "breakpoint input print open read_text read_bytes write_text write_bytes float".split()
)
"""Navn som ikke skal forekomme: klokke, miljø, kode som tekst, filer, skjerm og flyttall."""


def urent(mappe: Path) -> list[Funn]:
    """Moduler og kall som ikke hører hjemme i en ren kjerne."""
    svar = []
    for fil in pythonfiler(mappe):
        sted = fil.relative_to(mappe).as_posix()
        for node in ast.walk(tre_av(fil)):
            svar += [Funn(sted, getattr(node, "lineno", 0), n) for n in _navn(node)]
    return svar


def _navn(node: ast.AST) -> Iterable[str]:
    moduler: list[str] = []
    if isinstance(node, ast.Import):
        moduler = [a.name for a in node.names]
    elif isinstance(node, ast.ImportFrom) and not node.level:
        moduler = [node.module or ""]
        yield from (a.name for a in node.names if a.name in FORBUDTE_KALL)
    elif isinstance(node, ast.Attribute) and node.attr in FORBUDTE_KALL:
        yield node.attr
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id in FORBUDTE_KALL:
            yield node.func.id
    elif isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
        yield "float"
    yield from (m for m in moduler if m.split(".")[0] in FORBUDTE_MODULER)


def test_kjernen_er_ren() -> None:
    galt = [str(f) for f in urent(SRC) if f.hva not in UNNTAK["kjernen"].get(f.fil, {})]
    assert not galt, "Ikke i kjernen:\n" + "\n".join(galt)


def test_hvert_unntak_for_kjernen_trengs() -> None:
    sett = {(f.fil, f.hva) for f in urent(SRC)}
    unntak = {(fil, hva) for fil, x in UNNTAK["kjernen"].items() for hva in x}
    assert unntak - sett == set()


@pytest.mark.parametrize(
    ("kilde", "funnet"),
    [
        ("import socket", "socket"),
        ("from urllib.request import urlopen", "urllib.request"),
        ("import logging as l", "logging"),
        ("def f():\n    import time", "time"),
        ("x = datetime.now(UTC)", "now"),
        ("x = date.today()", "today"),
        ("x = os.environ['A']", "environ"),
        ("from os import environ", "environ"),
        ("x = Path('a').read_text()", "read_text"),
        ("x = open('a')", "open"),
        ("print(x)", "print"),
        ("x = eval('1')", "eval"),
        ("x = 0.1", "float"),
        ("x = float(y)", "float"),
    ],
)
def test_renhetssjekken_finner_det_som_er_galt(tmp_path: Path, kilde: str, funnet: str) -> None:
    (tmp_path / "x.py").write_text(f"{kilde}\n")
    assert [f.hva for f in urent(tmp_path)] == [funnet]


def test_renhetssjekken_lar_resten_vaere(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(
        "import re\nfrom decimal import Decimal\nx = re.compile('a'); y = isinstance(x, float)\n"
    )
    assert urent(tmp_path) == []


def lange(mappe: Path, grense: int) -> dict[str, int]:
    """Filer med flere linjer enn grensen."""
    antall = {
        f.relative_to(mappe).as_posix(): len(f.read_text(encoding="utf-8").splitlines())
        for f in pythonfiler(mappe)
    }
    return {fil: n for fil, n in antall.items() if n > grense}


def test_lange_filer_er_delt() -> None:
    assert set(lange(SRC, 450)) == set(UNNTAK.get("lange_filer", {}))


def test_lengdesjekken_kan_feile(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("\n" * 11)
    assert lange(tmp_path, 10) == {"x.py": 11}
