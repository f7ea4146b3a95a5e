"""Walk a TOML text and map where every key and value stands.

``tomllib`` is the judge of what is TOML and what it means; this walk says where. On a text that is
not TOML it stops where it can't go on, and says why. One pass, no recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ytelsesrad.lesing.enkel import les_enkel
from ytelsesrad.lesing.grenser import MAKS_DYBDE, MAKS_NOKLER, MAKS_VERDIER
from ytelsesrad.lesing.kart import Kart, Slag, Spenn
from ytelsesrad.lesing.stopp import Grunn, Stopp
from ytelsesrad.lesing.streng import UkjentTegn, avkodet, innhold, skilletegn, strengslutt

_MELLOMROM = re.compile(r"[ \t]*")
_TOMT = re.compile(r"[ \t\n]*")
_KOMMENTAR = re.compile(r"#[^\n]*")
_BAR = re.compile(r"[A-Za-z0-9_-]+")
STYRETEGN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_STENGT = {
    Slag.UNDERFORSTAATT: (Slag.VERDI, Slag.INNLINJE),
    Slag.PUNKTER: (Slag.VERDI, Slag.INNLINJE, Slag.TABELL, Slag.TABELLISTE),
}
"""What a heading, or a dotted key, can't go through."""


class Del(NamedTuple):
    """A part of a dotted key."""

    navn: str
    sted: Spenn


@dataclass(slots=True)
class _Ramme:
    """An open bracket: its node, where it opened, which closes it, and how deep it is."""

    node: int
    aapnet: int
    lukker: str
    dybde: int
    antall: int = 0


class Skanner:
    r"""Walks a text with line ends as ``\n``. ``kart`` holds what is found so far.

    ``en_linje`` refuses line ends and a last comma in ``{…}``, as TOML 1.0 does.
    """

    def __init__(self, tekst: str, *, en_linje: bool = False) -> None:
        self.tekst = tekst
        self.kart = Kart()
        self.tabell: tuple[Del, ...] = ()
        self.nokkel: Spenn | None = None
        self.verdi: int | None = None
        self._aapne: list[_Ramme] = []
        self._en_linje = en_linje

    def kjor(self) -> None:
        """Walk the whole text. Raises Stopp at the first thing that is not TOML or is too big."""
        pos, tabell, dybde = 0, 0, 0
        while (pos := self._hopp(pos)) < len(self.tekst):
            self.nokkel = self.verdi = None
            if self.tekst[pos] == "[":
                pos, tabell, dybde = self._overskrift(pos)
                grunn = Grunn.ETTER_OVERSKRIFT
            else:
                pos = self._tildeling(pos, tabell, dybde)
                grunn = Grunn.ETTER_VERDI
            pos = self._forbi(_MELLOMROM, pos)
            if self.tekst[pos : pos + 1] not in ("", "\n", "#"):
                raise self._stopp(grunn, pos)

    def _stopp(self, grunn: Grunn, pos: int, til: int | None = None, forst: int = -1) -> Stopp:
        ramme = self._aapne[-1] if self._aapne else None
        return Stopp(
            grunn,
            pos,
            pos + 1 if til is None else til,
            nokkel=self.nokkel,
            verdi=self.verdi,
            klamme=ramme.aapnet if ramme else None,
            forst=forst,
        )

    def _forbi(self, monster: re.Pattern[str], pos: int) -> int:
        treff = monster.match(self.tekst, pos)
        return treff.end() if treff else pos

    def _hopp(self, pos: int) -> int:
        """Return the offset after spaces, line ends and comments."""
        while (pos := self._forbi(_TOMT, pos)) < len(self.tekst) and self.tekst[pos] == "#":
            slutt = self._forbi(_KOMMENTAR, pos)
            self._uten_styretegn(pos, slutt)
            pos = slutt
        return pos

    def _uten_styretegn(self, fra: int, til: int) -> None:
        if treff := STYRETEGN.search(self.tekst, fra, til):
            raise self._stopp(Grunn.STYRETEGN, treff.start())

    def _streng(self, pos: int) -> int:
        slutt = strengslutt(self.tekst, pos)
        if slutt < 0:
            raise self._stopp(Grunn.STRENG, pos)
        self._uten_styretegn(*innhold(self.tekst, pos, slutt))
        return slutt

    def _avkodet(self, fra: int, til: int) -> str:
        try:
            return avkodet(self.tekst, fra, til)
        except UkjentTegn as galt:
            raise self._stopp(Grunn.OMVENDT, galt.fra, galt.fra + 2) from None

    def _deler(self, pos: int, dybde: int) -> tuple[int, tuple[Del, ...]]:
        """Read a dotted key; return the offset after it and its parts."""
        deler: list[Del] = []
        while True:
            pos = self._forbi(_MELLOMROM, pos)
            if self.tekst[pos : pos + 1] in ('"', "'"):
                tom = len(skilletegn(self.tekst, pos)) == 3  # a key has one quote, so it is ""
                slutt = pos + 2 if tom else self._streng(pos)
                navn = self._avkodet(pos, slutt)
            else:
                slutt = self._forbi(_BAR, pos)
                navn = self.tekst[pos:slutt]
                if not navn:
                    raise self._stopp(Grunn.NOKKEL, pos)
            deler.append(Del(navn, Spenn(pos, slutt)))
            self.nokkel = Spenn(deler[0].sted.fra, slutt)
            if dybde + len(deler) > MAKS_DYBDE:
                raise self._stopp(Grunn.DYBDE, pos, slutt)
            if self.kart.antall_nokler > MAKS_NOKLER:
                raise self._stopp(Grunn.NOKLER, pos, slutt)
            pos = self._forbi(_MELLOMROM, slutt)
            if not self.tekst.startswith(".", pos):
                return pos, tuple(deler)
            pos += 1

    def _overskrift(self, pos: int) -> tuple[int, int, int]:
        """Read ``[a.b]`` or ``[[a.b]]``; return the offset after it, its node and its depth."""
        start, antall = pos, 2 if self.tekst.startswith("[[", pos) else 1
        self.tabell = ()
        pos, deler = self._deler(pos + antall, 0)
        if not self.tekst.startswith("]" * antall, pos):
            raise self._stopp(Grunn.OVERSKRIFT, start, pos)
        hele = Spenn(start, pos + antall)
        self.tabell = deler
        node, dybde = self._ned(0, deler[:-1], Slag.UNDERFORSTAATT, hele)
        node = (self._i_tabelliste if antall == 2 else self._i_tabell)(node, deler[-1], hele)
        dybde += 1 + (antall == 2)
        if dybde > MAKS_DYBDE:
            raise self._stopp(Grunn.DYBDE, hele.fra, hele.til)
        return hele.til, node, dybde

    def _i_tabell(self, over: int, siste: Del, hele: Spenn) -> int:
        node = self.kart.under(over, siste.navn)
        if node is None:
            return self.kart.legg_til(over, siste.navn, hele, Slag.TABELL)
        if self.kart.slag(node) != Slag.UNDERFORSTAATT:
            raise self._dobbel(node, hele, Grunn.DOBBEL_TABELL)
        self.kart.sett_slag(node, Slag.TABELL)
        self.kart.sett_nokkel(node, hele)
        self.kart.sett_verdi(node, hele.fra, hele.til)
        return node

    def _i_tabelliste(self, over: int, siste: Del, hele: Spenn) -> int:
        node = self.kart.under(over, siste.navn)
        if node is None:
            node = self.kart.legg_til(over, siste.navn, hele, Slag.TABELLISTE)
        elif self.kart.slag(node) != Slag.TABELLISTE:
            raise self._dobbel(node, hele, Grunn.DOBBEL_TABELL)
        return self.kart.legg_i_liste(node, hele, Slag.TABELL)

    def _ned(
        self, node: int, deler: tuple[Del, ...], slag: Slag, hele: Spenn | None = None
    ) -> tuple[int, int]:
        """Go down a dotted path, making tables as needed; return the node and levels passed.

        A table that only a heading speaks of stands at that heading (``hele``).
        """
        nivaaer = 0
        for del_ in deler:
            under = self.kart.under(node, del_.navn)
            if under is None:
                under = self.kart.legg_til(node, del_.navn, hele or del_.sted, slag)
            elif self.kart.slag(under) in _STENGT[slag]:
                raise self._dobbel(under, del_.sted, Grunn.DOBBEL)
            if self.kart.slag(under) == Slag.TABELLISTE:
                under, nivaaer = self.kart.siste(under), nivaaer + 1
            node, nivaaer = under, nivaaer + 1
        return node, nivaaer

    def _dobbel(self, node: int, her: Spenn, grunn: Grunn) -> Stopp:
        if grunn == Grunn.DOBBEL_TABELL and self.kart.slag(node) in (Slag.VERDI, Slag.INNLINJE):
            grunn = Grunn.DOBBEL
        return self._stopp(grunn, her.fra, her.til, forst=self.kart.nokkel(node).fra)

    def _tildeling(self, pos: int, tabell: int, dybde: int) -> int:
        pos, node, dybde = self._frem_til_verdi(pos, tabell, dybde)
        return self._verdi(pos, node, dybde)

    def _frem_til_verdi(self, pos: int, over: int, dybde: int) -> tuple[int, int, int]:
        """Read a key and ``=``; return where the value begins, its node and its depth."""
        self.nokkel = self.verdi = None
        pos, deler = self._deler(pos, dybde)
        if not self.tekst.startswith("=", pos):
            raise self._stopp(Grunn.LIKHETSTEGN, pos)
        over, nivaaer = self._ned(over, deler[:-1], Slag.PUNKTER)
        siste = deler[-1]
        finnes = self.kart.under(over, siste.navn)
        if finnes is not None:
            raise self._dobbel(finnes, siste.sted, Grunn.DOBBEL)
        node = self.kart.legg_til(over, siste.navn, siste.sted, Slag.VERDI)
        return self._forbi(_MELLOMROM, pos + 1), node, dybde + nivaaer + 1

    def _verdi(self, pos: int, node: int, dybde: int) -> int:
        """Read a value with all that is inside it; return the offset after it."""
        aapne = self._aapne
        while True:
            self.verdi = pos
            if dybde > MAKS_DYBDE:
                raise self._stopp(Grunn.DYBDE, pos)
            if self.tekst[pos : pos + 1] in ("[", "{"):
                lukker = "]" if self.tekst[pos] == "[" else "}"
                self.kart.sett_slag(node, Slag.INNLINJE)
                aapne.append(_Ramme(node, pos, lukker, dybde))
                pos += 1
            else:
                slutt = self._enkel(pos)
                self.kart.sett_verdi(node, pos, slutt)
                pos = slutt
            while aapne:
                neste = self._i_klamme(pos, aapne[-1])
                if neste is not None:
                    pos, node, dybde = neste
                    break
                pos = self._etter_klamme(pos)
            else:
                return pos

    def _luft(self, pos: int, ramme: _Ramme) -> int:
        if ramme.lukker == "}" and self._en_linje:
            return self._forbi(_MELLOMROM, pos)
        return self._hopp(pos)

    def _i_klamme(self, pos: int, ramme: _Ramme) -> tuple[int, int, int] | None:
        """Go on to the next value inside an open bracket; None when the bracket closes here."""
        pos = self._luft(pos, ramme)
        if ramme.antall and self.tekst.startswith(",", pos):
            pos = self._luft(pos + 1, ramme)
            if ramme.lukker == "}" and self._en_linje and self.tekst.startswith("}", pos):
                raise self._stopp(Grunn.SISTE_KOMMA, pos)
        elif ramme.antall and not self.tekst.startswith(ramme.lukker, pos):
            raise self._stopp(Grunn.I_KLAMME, pos)
        if self.tekst.startswith(ramme.lukker, pos):
            return None
        if pos >= len(self.tekst):
            raise self._stopp(Grunn.I_KLAMME, pos)
        ramme.antall += 1
        if ramme.lukker == "}":
            return self._frem_til_verdi(pos, ramme.node, ramme.dybde)
        if self.kart.antall_verdier >= MAKS_VERDIER:
            raise self._stopp(Grunn.VERDIER, pos)
        node = self.kart.legg_i_liste(ramme.node, Spenn(pos, pos + 1), Slag.VERDI)
        return pos, node, ramme.dybde + 1

    def _etter_klamme(self, pos: int) -> int:
        """Close the innermost bracket; return the offset after it."""
        ramme = self._aapne[-1]
        pos = self._luft(pos, ramme)
        if self.tekst.startswith(",", pos):
            pos = self._luft(pos + 1, ramme)
        self._aapne.pop()
        self.kart.sett_verdi(ramme.node, ramme.aapnet, pos + 1)
        return pos + 1

    def _enkel(self, pos: int) -> int:
        """Read a value without brackets; return the offset after it."""
        if self.tekst[pos : pos + 1] in ('"', "'"):
            slutt = self._streng(pos)
            if self.tekst[pos] == '"' and "\\" in self.tekst[pos:slutt]:
                self._avkodet(pos, slutt)
            return slutt
        slutt, grunn = les_enkel(self.tekst, pos)
        if grunn is not None:
            raise self._stopp(grunn, pos, slutt)
        return slutt
