"""The one hook of the site: adds generated pages to the build, and to the menu.

What is made, and by what, stands in ``lagde.py``. Pages come into the menu where ``mkdocs.yml``
says ``folder/*``, in the order ``sider()`` gives them, titled by their first heading; a folder with
an ``index.md`` becomes a section of its own. Nothing is written under docs/.

Two builds give the same bytes: the only date in the output is that of the rule set.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROT = Path(__file__).resolve().parent.parent.parent
ALLE = "/*"
TABELL = re.compile(r'(<div class="rull[^>]*>\s*)?<table>(.*?)</table>', re.DOTALL)

_lagd: dict[str, str | bytes] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the pages, and put them in the menu."""
    if str(ROT) not in sys.path:
        sys.path.insert(0, str(ROT))
    _lagd.clear()
    _lagd.update(importlib.import_module("verktoy.nettsted.lagde").alle())
    os.environ.setdefault("SOURCE_DATE_EPOCH", _regelsettets_dag())
    config.nav = fyll_menyen(config.nav or [], _lagd)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what was made to the build."""
    for sti, innhold in _lagd.items():
        files.append(File.generated(config, sti, content=innhold))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let every table scroll inside a box of its own, so that the page never does."""
    return TABELL.sub(_i_boks, html)


def _i_boks(treff: re.Match[str]) -> str:
    boks, innhold = treff.groups()
    tabell = f'<table class="tabell">{innhold}</table>'
    return f"{boks}{tabell}" if boks else f'<div class="rull">{tabell}</div>'


def on_post_build(config: MkDocsConfig) -> None:
    """Remove the page for missing addresses: it only works from the top of a host."""
    (Path(config.site_dir) / "404.html").unlink(missing_ok=True)


def _regelsettets_dag() -> str:
    from verktoy.nettsted.oppslag import oppslag

    dag = oppslag().bok.regelsett.dato
    return str(int(datetime(dag.year, dag.month, dag.day, tzinfo=UTC).timestamp()))


# ── The menu ────────────────────────────────────────────────────────────────────────────────────


def fyll_menyen(meny: list[Any], sider: Mapping[str, str | bytes]) -> list[Any]:
    """Return the menu with every ``folder/*`` replaced by the pages made there."""
    nevnt = set(_stier(meny))
    uten = {s: t for s, t in sider.items() if s not in nevnt and isinstance(t, str)}
    return _fylt(meny, {s: t for s, t in uten.items() if s.endswith(".md")})


def _stier(meny: Any) -> Iterable[str]:
    if isinstance(meny, str):
        yield meny
        return
    for under in meny.values() if isinstance(meny, dict) else meny:
        yield from _stier(under)


def _fylt(meny: list[Any], sider: Mapping[str, str]) -> list[Any]:
    ny: list[Any] = []
    for post in meny:
        if isinstance(post, str) and post.endswith(ALLE):
            ny += _mappen(post.removesuffix("*"), sider)
        elif isinstance(post, dict):
            ny.append({n: _fylt(u, sider) if isinstance(u, list) else u for n, u in post.items()})
        else:
            ny.append(post)
    return ny


def _mappen(mappe: str, sider: Mapping[str, str]) -> list[Any]:
    """Return the menu of one folder: its pages, and its folders as sections."""
    ny: list[Any] = []
    seksjoner: dict[str, list[Any]] = {}
    for sti, tekst in sider.items():
        if not sti.startswith(mappe):
            continue
        under, skille, _ = sti.removeprefix(mappe).partition("/")
        if not skille:
            ny.append(sti if under == "index.md" else {_tittel(tekst, sti): sti})
        elif under not in seksjoner:
            seksjoner[under] = _mappen(f"{mappe}{under}/", sider)
            tittel = _tittel(sider.get(f"{mappe}{under}/index.md", ""), under)
            ny.append({tittel: seksjoner[under]})
    return ny


def _tittel(tekst: str, ellers: str) -> str:
    treff = re.search(r"(?m)^# (.+?)(?: *\{[^}]*\})?$", tekst)
    return treff[1] if treff else ellers
