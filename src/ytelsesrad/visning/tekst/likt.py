"""Texts that are the same but for some figures: said once, with the other plans' figures after."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import HARDT_MELLOMROM, sprak
from ytelsesrad.visning.tekst.planer import Samlet, gjelder

T = TypeVar("T")
_HOVEDPLAN = 1
"""The plan in the headline: its figures stand in the sentence."""
_FLEST = 2
"""Figures that may differ: with more, no one sees which is which."""
_TEGN = ".,:;()!?"


def fold(
    samlet: Sequence[Samlet[T]],
    tekst: Callable[[T], str],
    likhet: Callable[[T], Hashable],
) -> list[Samlet[T]]:
    """Put together what several plans say with other figures, each in the place of its first.

    ``likhet`` says what else must be equal. A plan has at most one text in each.
    """
    grupper: dict[Hashable, list[list[Samlet[T]]]] = {}
    rekke: list[list[Samlet[T]]] = []
    for s in samlet:
        nokkel = (likhet(s.forste), tuple(_uten_tall(tekst(s.forste))))
        for gruppe in grupper.setdefault(nokkel, []):
            if _kan_med(gruppe, s, tekst):
                gruppe.append(s)
                break
        else:
            ny = [s]
            grupper[nokkel].append(ny)
            rekke.append(ny)
    return [_samlet(gruppe) for gruppe in rekke]


def _samlet(gruppe: list[Samlet[T]]) -> Samlet[T]:
    forst = next((s for s in gruppe if _HOVEDPLAN in s.planer), gruppe[0])
    return replace(forst, andre=tuple(s for s in gruppe if s is not forst))


def _kan_med(gruppe: list[Samlet[T]], ny: Samlet[T], tekst: Callable[[T], str]) -> bool:
    """Tell whether a text differs from the group's where they already differ, and only there."""
    if any(ny.planer & s.planer for s in gruppe):
        return False
    alle = [tekst(s.forste) for s in gruppe]
    ulike = _ulike([alle[0], tekst(ny.forste)])
    return len(ulike) <= _FLEST and (len(alle) == 1 or set(ulike) <= set(_ulike(alle)))


def de_andre(
    resultat: Resultat, samlet: Samlet[T], tekst: Callable[[T], str], *, kort: bool = False
) -> str:
    """Return «30 prosent: 12 100 kroner · 60 prosent: 24 300 kroner», or nothing.

    ``kort``: many plans are told as the lowest and the highest figure of them.
    """
    if not samlet.andre:
        return ""
    s = sprak(resultat.meta.sprak)
    alle = [samlet, *samlet.andre]
    ulike = _ulike([tekst(x.forste) for x in alle])
    if kort and len(samlet.andre) > _FLEST:
        tekstene = [tekst(x.forste).split(" ") for x in samlet.andre]
        spenn = [_spenn([_med_enhet(ordene, nr) for ordene in tekstene]) for nr in ulike]
        if all(spenn):
            hva = s.liste(s("punkt.fra_til", fra=x[0], til=x[1]) for x in spenn if x)
            return s("punkt.i_de_andre", hva=hva)
    deler = []
    for x in samlet.andre:
        ordene = tekst(x.forste).split(" ")
        hva = s.liste(_med_enhet(ordene, nr) for nr in ulike)
        deler.append(f"{gjelder(resultat, set(x.planer))}: {hva}")
    return f"{' · '.join(deler)}."


def _spenn(tall: Sequence[str]) -> tuple[str, str] | None:
    """Return the lowest and the highest of some figures; None when they are not of one unit."""
    enheter = {"".join(t for t in x if t.isalpha()) for x in tall}
    if len(enheter) > 1 or not all(enheter):
        return None
    ordnet = sorted(tall, key=lambda x: int("".join(t for t in x if t.isdecimal())))
    return ordnet[0], ordnet[-1]


def _med_enhet(ordene: Sequence[str], nr: int) -> str:
    """Return a figure with its unit, also where the unit is a word of its own."""
    tall = ordene[nr].strip(_TEGN)
    uten_enhet = not any(tegn.isalpha() for tegn in tall) and ordene[nr][-1] not in _TEGN
    if not uten_enhet or nr + 1 == len(ordene):
        return tall
    return f"{tall}{HARDT_MELLOMROM}{ordene[nr + 1].strip(_TEGN)}"


def hvem(resultat: Resultat, samlet: Samlet[T]) -> str:
    """Return the plans that the sentence itself is about; with others after it, always named."""
    if samlet.andre:
        return gjelder(resultat, set(samlet.planer), alltid=True)
    return samlet.gjelder


def _uten_tall(tekst: str) -> list[str]:
    """Return the words, with nothing in the place of those that have a figure."""
    return ["" if _har_tall(ord_) else ord_ for ord_ in tekst.split(" ")]


def _har_tall(ord_: str) -> bool:
    return any(tegn.isdigit() for tegn in ord_)


def _ulike(tekster: Sequence[str]) -> list[int]:
    """Return the places of the words that are not the same in all."""
    return [
        nr
        for nr, ordene in enumerate(zip(*(t.split(" ") for t in tekster), strict=True))
        if len(set(ordene)) > 1
    ]
