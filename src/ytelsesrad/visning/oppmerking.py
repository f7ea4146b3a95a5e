"""Elements of HTML and SVG. Text is always escaped: nothing a person typed can become markup.

What is written is both HTML and well-formed XML, so that it can be read by either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from unicodedata import category

_TOMME = frozenset("br circle col hr img input line link meta path polyline rect".split())
"""Elements without content."""

Innhold = "str | El | Stilark | None | Iterable[Innhold]"
"""What can stand in an element. None is left out; a list is laid out."""


@dataclass(frozen=True, slots=True)
class El:
    """An element with attributes and content."""

    merke: str
    felt: tuple[tuple[str, str], ...] = ()
    barn: tuple[str | El | Stilark, ...] = field(default=())

    def __str__(self) -> str:
        felt = "".join(f' {navn}="{_trygg(verdi)}"' for navn, verdi in self.felt)
        if self.merke in _TOMME:
            return f"<{self.merke}{felt}/>"
        inni = "".join(_trygg(b) if isinstance(b, str) else str(b) for b in self.barn)
        return f"<{self.merke}{felt}>{inni}</{self.merke}>"


@dataclass(frozen=True, slots=True)
class Stilark:
    """A style sheet of ours, as it stands."""

    css: str

    def __str__(self) -> str:
        if "<" in self.css or "]]>" in self.css:
            raise ValueError("Et stilark kan ikke ha «<» i seg.")
        return f"<style>{self.css}</style>"


def el(merke: str, /, *barn: object, **felt: object) -> El:
    """Return an element. ``klasse`` is class, ``for_`` is for, ``a_b`` is a-b; None is left out."""
    return El(merke, tuple(_felt(felt)), tuple(_barn(barn)))


def _felt(felt: dict[str, object]) -> Iterable[tuple[str, str]]:
    for navn, verdi in felt.items():
        if verdi is None:
            continue
        ekte = "class" if navn == "klasse" else navn.rstrip("_").replace("_", "-")
        yield ekte, str(verdi)


def _barn(barn: Iterable[object]) -> Iterable[str | El | Stilark]:
    for b in barn:
        if b is None or b == "":
            continue
        if isinstance(b, str | El | Stilark):
            yield b
        elif isinstance(b, Iterable):
            yield from _barn(b)
        else:
            yield str(b)


def _trygg(tekst: str) -> str:
    """Escape a text, without control characters and what turns the direction of writing."""
    rent = "".join(t if t == "\n" or category(t)[0] != "C" else "" for t in tekst)
    return escape(rent, quote=True)
