"""The texts of a rule book in another language: data beside the rules, read when asked for.

A translation is a pair of texts, the one in bokmål and the one in the language. It holds as long as
the book says the same in bokmål; a text that is changed there has no translation any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from ytelsesrad.lesbart import Sprak, sprak, uoversatt
from ytelsesrad.regelbok.les_oversettelse import Par
from ytelsesrad.regelbok.tekster import alle_tekster, delt, hullene
from ytelsesrad.regelspraak import Mal
from ytelsesrad.regelspraak.samling import FELLES, Samling


class Oversettelse:
    """The translated texts of one language.

    A text is looked up in its own folder, then in ``felles``, then in the other folders.
    """

    def __init__(self, kode: str, par: Iterable[Par], samling: Samling) -> None:
        self.sprak: Sprak = sprak(kode)
        self._samling = samling
        self._i_mappen: dict[str, dict[str, str]] = {}
        for p in par:
            self._i_mappen.setdefault(p.mappe, {})[p.fra] = p.til

    def finn(self, tekst: str, mappe: str) -> str | None:
        """Return the translation of a text of a folder, with its holes as they are, or None."""
        for navn in (mappe, FELLES):
            if tekst in self._i_mappen.get(navn, {}):
                return self._i_mappen[navn][tekst]
        return self._andre.get(tekst)

    def ord(self, tekst: str, mappe: str) -> str:
        """Return a text without holes in the language.

        A text of the book that has no translation is marked as bokmål; what is not of the book,
        such as a name somebody typed, is returned as it is.
        """
        funnet = self.finn(tekst, mappe)
        if funnet is not None:
            return funnet
        return uoversatt(tekst) if tekst in self._bokens else tekst

    def mal(self, mal: Mal, tekst: str, mappe: str) -> Mal | None:
        """Return a text with holes in the language: the same holes, in its own order. Or None."""
        funnet = self.finn(tekst, mappe)
        if funnet is None:
            return None
        noder = [bit for bit in mal.biter if not isinstance(bit, str)]
        av_hull = dict(zip(hullene(tekst), noder, strict=True))
        return Mal([av_hull[bit] if i_hull else bit for bit, i_hull in delt(funnet)])

    @cached_property
    def _andre(self) -> Mapping[str, str]:
        svar: dict[str, str] = {}
        for mappe in sorted(self._i_mappen):
            svar = self._i_mappen[mappe] | svar
        return svar

    @cached_property
    def _bokens(self) -> frozenset[str]:
        return frozenset(t.tekst for t in alle_tekster(self._samling))
