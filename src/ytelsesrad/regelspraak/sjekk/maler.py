"""Texts with holes: split them, and read the expression in each hole."""

from __future__ import annotations

import re

from ytelsesrad.regelspraak.formel.grammatikk import les_formel
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.kontrollert import Mal
from ytelsesrad.regelspraak.tre import Node

_HULL = re.compile(r"\{([^{}]*)\}")


def les_mal(tekst: str) -> tuple[Mal, list[tuple[int, Node]]]:
    """Split a text in pieces and expressions; return also where each hole begins.

    Raises FormelFeil with the place in the text.
    """
    biter: list[str | Node] = []
    hull: list[tuple[int, Node]] = []
    her = 0
    for treff in _HULL.finditer(tekst):
        if treff.start() > her:
            biter.append(tekst[her : treff.start()])
        start = treff.start(1)
        if not treff.group(1).strip():
            raise FormelFeil(treff.start(), 2, "Hullet er tomt.", "{navn}", "R20")
        try:
            node = les_formel(treff.group(1))
        except FormelFeil as feil:
            raise FormelFeil(start + feil.fra, feil.lengde, feil.hva, feil.rett, "R20") from None
        biter.append(node)
        hull.append((start, node))
        her = treff.end()
    if her < len(tekst):
        biter.append(tekst[her:])
    rest = _HULL.sub(lambda treff: " " * len(treff.group()), tekst)
    for tegn in "{}":
        if tegn in rest:
            raise FormelFeil(
                rest.index(tegn),
                1,
                f"Teksten har en «{tegn}» uten makker.",
                "Et hull skrives {navn}. Slett tegnet om det ikke skal være noe hull.",
                "R20",
            )
    return Mal(biter), hull
