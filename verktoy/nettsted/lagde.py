"""What each generator makes, made once, so that pages can name each other.

A generator is a module in this folder with::

    def sider() -> dict[str, str | bytes]:    # path under docs/ → Markdown page or static file

Its name stands in ``GENERATORER``.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from functools import cache

GENERATORER = (
    "provselv",
    "eksempler",
    "katalog",
    "utenfor",
    "ordliste",
    "misforstaaelser",
    "nytt",
    "dekker",
)
STATTHOLDERE: dict[str, dict[str, str | bytes]] = {
    "provselv": {"prov-selv/index.html": "<!doctype html><title>Prøv selv</title>"}
}
"""What stands in for pages that need something fetched, when ``NETTSTED_LETT`` is set (tests)."""


@cache
def lagde(navn: str) -> dict[str, str | bytes]:
    """Return the pages of one generator."""
    if navn in STATTHOLDERE and os.environ.get("NETTSTED_LETT"):
        return STATTHOLDERE[navn]
    svar: dict[str, str | bytes] = importlib.import_module(f"verktoy.nettsted.{navn}").sider()
    return svar


def alle(navn: Iterable[str] = GENERATORER) -> dict[str, str | bytes]:
    """Return the pages of all generators. Two may not make the same page."""
    samlet: dict[str, str | bytes] = {}
    for n in navn:
        if felles := samlet.keys() & lagde(n).keys():
            raise ValueError(f"{n} lager sider som finnes fra før: {', '.join(sorted(felles))}")
        samlet |= lagde(n)
    return samlet
