"""Short names are explained where they are first used."""

from __future__ import annotations

import re

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import sprak

_MED_KORTNAVN = re.compile(r"^(.+?) \(([A-ZÆØÅ]{2,6})\)$")


class Forklarer:
    """Writes «the long name (LN)» the first time LN is used on a page. Names: the rule book's."""

    def __init__(self, resultat: Resultat) -> None:
        """Collect the short names from the coverage lines and the assumptions."""
        self._lange: dict[str, str] = {}
        self._midt_i = sprak(resultat.meta.sprak).midt_i
        for plan in resultat.planer:
            for navn in (
                *(d.navn for d in plan.dekning),
                *(f.tittel.split(", ")[0] for f in plan.forutsetninger),
            ):
                if treff := _MED_KORTNAVN.match(navn):
                    self._lange.setdefault(treff.group(2), treff.group(1))

    def __call__(self, tekst: str) -> str:
        """Return the text with each short name explained, if it is not explained before."""
        for kort, lang in list(self._lange.items()):
            treff = re.search(rf"(?<![\wÆØÅæøå]){kort}(?![\wÆØÅæøå])", tekst)
            if treff is None:
                continue
            del self._lange[kort]
            start, slutt = treff.span()
            if tekst[:start].endswith("(") or f"{lang} ({kort})".casefold() in tekst.casefold():
                continue
            forst = lang if start == 0 else self._midt_i(lang)
            tekst = f"{tekst[:start]}{forst} ({kort}){tekst[slutt:]}"
        return tekst
