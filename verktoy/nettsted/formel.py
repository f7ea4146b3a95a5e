"""Formulas and texts with holes, as people read them: × and ≤, comma, and names that are links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from textwrap import dedent

from verktoy.nettsted.oppslag import Oppslag, tittel

from ytelsesrad.lesbart import HARDT_MELLOMROM, MINUS, dato_kort, midt_i
from ytelsesrad.regelspraak.formel.leksing import Slag, Token, les_tokens
from ytelsesrad.visning.oppmerking import El, el

_TEGN = {"*": "×", "-": MINUS, "<=": "≤", ">=": "≥", "<>": "≠"}
_ORD = frozenset(
    """hvis så ellers og eller ikke på sett fra med for hver hvert hvor i hittil til de av
    sum antall snitt laveste høyeste forrige denne oppgitt""".split()
)
_HULL = re.compile(r"\{([^{}]*)\}")
_ETT_NAVN = re.compile(r"[\w.]+")


def formel(o: Oppslag, side: str, mappe: str, tekst: str) -> list[str | El]:
    """Return a formula with its names as links to the rules, line breaks kept."""
    ren = dedent(tekst.strip("\n")).strip()
    biter: list[str | El] = []
    her = 0
    for t in les_tokens(ren):
        biter.append(ren[her : t.fra])
        biter.append(_bit(o, side, mappe, t))
        her = t.til
    return [b for b in biter if b != ""]


def _bit(o: Oppslag, side: str, mappe: str, t: Token) -> str | El:
    if t.slag is Slag.TALL:
        return _tall(t.tekst)
    if t.slag is Slag.TEGN:
        return _TEGN.get(t.tekst, t.tekst)
    if t.slag is Slag.TEKST:
        return f"«{t.tekst[1:-1]}»"
    if t.slag is Slag.DATO:
        return dato_kort(date.fromisoformat(t.tekst))
    if t.slag is not Slag.ORD:
        return t.tekst
    regel = o.finn(t.tekst, mappe)
    if regel is not None:
        return el("a", t.tekst, href=o.lenke(side, regel.id), title=tittel(regel))
    return el("b", t.tekst) if t.tekst in _ORD else t.tekst


def _tall(skrevet: str) -> str:
    hele, _, brok = skrevet.replace("_", "").partition(".")
    if len(hele) > 4:
        hele = f"{int(hele):,}".replace(",", HARDT_MELLOMROM)
    return f"{hele},{brok}" if brok else hele


def setning(o: Oppslag, side: str, mappe: str, tekst: str) -> list[str | El]:
    """Return a text with its holes as the titles of what is filled in."""
    return list(_setning(o, side, mappe, tekst))


def _setning(o: Oppslag, side: str, mappe: str, tekst: str) -> Iterator[str | El]:
    her = 0
    for treff in _HULL.finditer(tekst):
        yield tekst[her : treff.start()]
        inni = treff[1].strip()
        regel = o.finn(inni, mappe) if _ETT_NAVN.fullmatch(inni) else None
        if regel is not None:
            yield el("a", midt_i(tittel(regel)), klasse="hull", href=o.lenke(side, regel.id))
        else:
            yield el("span", formel(o, side, mappe, inni), klasse="hull")
        her = treff.end()
    yield tekst[her:]
