"""Elements of HTML and SVG. Text is always escaped: nothing a person typed can become markup.

What is written is both HTML and well-formed XML, so that it can be read by either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from unicodedata import category

from ytelsesrad.lesbart import FRA, HOVEDSPRAK, TIL

_TOMME = frozenset("br circle col hr img input line link meta path polyline rect".split())
"""Elements without content."""
_BARE_TEKST = frozenset("title desc text".split())
"""Elements that cannot have others in them."""
_PAA_BOKMAAL = re.compile(f"{FRA}([^{FRA}{TIL}]*){TIL}")
UOVERSATT = "nb"
"""The class of what is not translated."""

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
    return El(merke, tuple(_felt(felt)), tuple(_barn(barn, marker=merke not in _BARE_TEKST)))


def er_uoversatt(innhold: El) -> bool:
    """Tell whether something in an element stands in bokmål because it is not translated."""
    return any(
        er_uoversatt(b) or (b.merke == "sup" and ("class", UOVERSATT) in b.felt)
        for b in innhold.barn
        if isinstance(b, El)
    )


def _felt(felt: dict[str, object]) -> Iterable[tuple[str, str]]:
    for navn, verdi in felt.items():
        if verdi is None:
            continue
        ekte = "class" if navn == "klasse" else navn.rstrip("_").replace("_", "-")
        yield ekte, str(verdi)


def _barn(barn: Iterable[object], *, marker: bool) -> Iterable[str | El | Stilark]:
    for b in barn:
        if b is None or b == "":
            continue
        if isinstance(b, str):
            yield from _med_sprak(b) if marker else (b,)
        elif isinstance(b, El | Stilark):
            yield b
        elif isinstance(b, Iterable):
            yield from _barn(b, marker=marker)
        else:
            yield str(b)


def _med_sprak(tekst: str) -> Iterable[str | El]:
    """Yield a text in parts: what stands in bokmål on a page of another language is marked so."""
    for nr, del_ in enumerate(_PAA_BOKMAAL.split(tekst)):
        if nr % 2:
            yield El("span", (("lang", HOVEDSPRAK), ("class", UOVERSATT)), (del_,))
            yield El("sup", (("class", UOVERSATT),), (HOVEDSPRAK,))
        elif del_:
            yield del_


def _trygg(tekst: str) -> str:
    """Escape a text, without control characters and what turns the direction of writing."""
    rent = "".join(t if t == "\n" or category(t)[0] != "C" else "" for t in tekst)
    return escape(rent, quote=True)
