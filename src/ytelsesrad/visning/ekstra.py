"""Packages that only some views need, and what to say when one of them is not installed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


class ManglerPakke(Exception):
    """A view needs a package that is not installed. The text says which, and how to get it."""

    def __init__(self, hva: str, pakke: str, ekstra: str) -> None:
        self.hva = f"{hva} trenger pakken «{pakke}», og den er ikke installert."
        self.rett = f"pip install 'ytelsesrad[{ekstra}]'"
        super().__init__(f"{self.hva} Rett: {self.rett}")


def hent(pakke: str, hva: str, ekstra: str) -> ModuleType:
    """Return a package. Raises ManglerPakke in bokmål when it is not there."""
    try:
        return import_module(pakke)
    except (ImportError, OSError) as feil:
        raise ManglerPakke(hva, pakke, ekstra) from feil
