"""Load a public name of a package the first time it is used, so that one does not pay for others.

A package says where each name is, and its own ``__getattr__`` and ``__dir__`` come from here::

    __getattr__, __dir__ = ved_bruk(__name__, {"tekst": "svar", "figurer": "fossefall tidslinje"})
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def ved_bruk(
    pakke: str, hvor: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and ``__dir__`` of a package.

    ``hvor``: module inside the package → the names it has, with spaces between. A name that is not
    there raises AttributeError, as it does for any module. What ``dir`` says is ``__all__``.
    """
    modulen = {navn: modul for modul, alle in hvor.items() for navn in alle.split()}

    def hent(navn: str) -> object:
        if navn not in modulen:
            raise AttributeError(f"module {pakke!r} has no attribute {navn!r}")
        svar = getattr(import_module(f"{pakke}.{modulen[navn]}"), navn)
        setattr(sys.modules[pakke], navn, svar)
        return svar

    return hent, lambda: sorted(sys.modules[pakke].__all__)


__all__ = ["ved_bruk"]
