"""Limits that keep a hostile or broken file from using much time or memory.

Before ``tomllib``: a cheap look for what could make it slow, deep or big. It may suspect a good
file (the walk then decides) but never passes a bad one. After: what the values may not be.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Any, NamedTuple

from ytelsesrad.lesing.grenser import (
    MAKS_DYBDE,
    MAKS_NOKKEL,
    MAKS_NOKLER,
    MAKS_SIFFER,
    MAKS_VERDIER,
)
from ytelsesrad.lesing.streng import strengslutt

_ENKEL_STRENG = re.compile(r"""(?:"[^"\\\n]*"|'[^'\n]*')(?!["'])|\#[^\n]*""")
_START = re.compile(r"""["'#]""")
_KLAMMER = re.compile(r"[\[{]|[\]}]")
_LEDD = re.compile(r"[=,\[\]{}\n]")
_LANGT_TALL = re.compile(rf"(?<![\w.+-])[+-]?[0-9][\w.+-]{{{MAKS_SIFFER},}}")


def mistenkelig(tekst: str) -> bool:
    """Tell whether a text may be too deep, or have too many keys or too long numbers."""
    skjelett = _uten_tekster(tekst)
    if _LANGT_TALL.search(skjelett) is not None:
        return True
    ledd = _LEDD.split(skjelett)
    if max(d.count(".") for d in ledd) >= MAKS_DYBDE:
        return True
    if skjelett.count(",") + skjelett.count("[") > MAKS_VERDIER:
        return True
    nokler = skjelett.count("=") + skjelett.count("[") + skjelett.count(".")
    return nokler > MAKS_NOKLER or _dypest(skjelett) > MAKS_DYBDE


def _uten_tekster(tekst: str) -> str:
    """Return the text with strings and comments taken out, up to a string that never ends."""
    biter: list[str] = []
    pos = 0
    while treff := _START.search(tekst, pos):
        start = treff.start()
        biter.append(tekst[pos:start])
        if enkel := _ENKEL_STRENG.match(tekst, start):
            pos = enkel.end()
        else:
            pos = strengslutt(tekst, start)
        if pos < 0:
            return "".join(biter)
    biter.append(tekst[pos:])
    return '"'.join(biter)


def _dypest(skjelett: str) -> int:
    dybde = dypest = 0
    for klamme in _KLAMMER.findall(skjelett):
        if klamme in "[{":
            dybde += 1
            dypest = max(dypest, dybde)
        elif dybde:
            dybde -= 1
    return dypest


class Brudd(Enum):
    """What a value may not be."""

    DYBDE = auto()
    NOKKEL = auto()
    UENDELIG = auto()
    STORRELSE = auto()


class Funn(NamedTuple):
    """A break of a limit and the path of the key."""

    brudd: Brudd
    sti: tuple[str | int, ...]


class _Gren(NamedTuple):
    innhold: dict[str, Any] | list[Any]
    dybde: int
    nokkel: str | int
    over: _Gren | None


def til_tall(tekst: str) -> Decimal:
    """Return a number with decimals; one that no Decimal can hold becomes infinite."""
    try:
        return Decimal(tekst)
    except InvalidOperation:
        return Decimal("Infinity")


def finn_brudd(data: dict[str, Any], *, smaa: bool = True) -> Funn | None:
    """Return a value that is too deep, too long a key, not finite, or beyond 40 digits.

    Without ``smaa``, numbers that are only too small (``1e-99``) are let through.
    """
    igjen = [_Gren(data, 0, "", None)]
    while igjen:
        gren = igjen.pop()
        if isinstance(gren.innhold, dict):
            par: Any = gren.innhold.items()
            if gren.innhold and len(max(gren.innhold, key=len)) > MAKS_NOKKEL:
                return Funn(Brudd.NOKKEL, _sti(gren, max(gren.innhold, key=len)))
        else:
            par = enumerate(gren.innhold)
        if gren.innhold and gren.dybde >= MAKS_DYBDE:
            return Funn(Brudd.DYBDE, _sti(gren, next(iter(par))[0]))
        for nokkel, verdi in par:
            if isinstance(verdi, dict | list):
                igjen.append(_Gren(verdi, gren.dybde + 1, nokkel, gren))
            elif isinstance(verdi, Decimal):
                if not verdi.is_finite():
                    return Funn(Brudd.UENDELIG, _sti(gren, nokkel))
                if _for_stort(verdi, smaa):
                    return Funn(Brudd.STORRELSE, _sti(gren, nokkel))
    return None


def _for_stort(tall: Decimal, smaa: bool) -> bool:
    """Tell whether a number needs more than 40 digits when it is written out."""
    eksponent = tall.as_tuple().exponent
    utenfor = smaa and isinstance(eksponent, int) and -eksponent > MAKS_SIFFER
    return utenfor or tall.adjusted() >= MAKS_SIFFER


def _sti(gren: _Gren, nokkel: str | int) -> tuple[str | int, ...]:
    sti: list[str | int] = [nokkel]
    her: _Gren | None = gren
    while her is not None and her.over is not None:
        sti.append(her.nokkel)
        her = her.over
    return tuple(reversed(sti))
