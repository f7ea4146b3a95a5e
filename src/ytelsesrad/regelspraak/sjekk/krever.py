"""What must be given for a condition to come out true, read off the formulas alone.

A note for people on one benefit asks, sooner or later, for the decision of that benefit. For a
person who has given none, the condition can't be true in any period, so it isn't asked in each.

What is needed is kept as clauses: of each clause at least one input must be given. Nothing but
certainties are clauses, so leaving one out is never wrong; it only costs time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Regel
from ytelsesrad.regelspraak.kontrollert import Behov, KontrollertBok
from ytelsesrad.regelspraak.oversett.ord import TING

INGEN: Behov = frozenset()
UMULIG: Behov = frozenset((frozenset(),))
_MAKS_DYBDE = 20
"""Rules below each other that are looked through."""
_MAKS_KRAV, _MAKS_VALG = 12, 8
"""Clauses kept for one rule, and inputs in one clause."""


def finn_krever(bok: KontrollertBok) -> dict[str, Behov]:
    """Return what each condition outside the rules needs; those that need nothing are left out."""
    leting = _Leting(bok)
    regler = bok.samling.regler.items()
    vilkaar = [id_ for id_, r in regler if ":" in id_ and r.enhet == Art.JA_NEI.value]
    svar = {id_: leting.sann_regel(id_) for id_ in vilkaar}
    return {id_: krav for id_, krav in svar.items() if krav}


class _Leting:
    """Looks through the formulas of a book, and keeps what it has found of each rule."""

    def __init__(self, bok: KontrollertBok) -> None:
        self._bok = bok
        self._funnet: dict[tuple[str, bool], Behov] = {}
        self._dybde = 0
        self._type = Periodetype.KONSTANT
        """The period that the part stands in."""

    def sann_regel(self, id_: str) -> Behov:
        """Return what is needed for a rule to be true."""
        return self._regel(id_, sann=True)

    def _regel(self, id_: str, *, sann: bool) -> Behov:
        """Return what is needed for a rule to have a value, or to be true."""
        if (id_, sann) not in self._funnet:
            self._funnet[id_, sann] = INGEN  # also the answer for a rule that asks itself
            if self._dybde < _MAKS_DYBDE:
                self._dybde += 1
                self._funnet[id_, sann] = self._let(self._bok.samling.regler[id_], sann=sann)
                self._dybde -= 1
        return self._funnet[id_, sann]

    def _let(self, regel: Regel, *, sann: bool) -> Behov:
        utenfor, self._type = self._type, PERIODETYPE[regel.periode]
        svar = self._let_i(regel, sann=sann)
        self._type = utenfor
        return svar

    def _let_i(self, regel: Regel, *, sann: bool) -> Behov:
        traer = self._bok.traer[regel.id]
        formler = [t for t in (traer.formel, *traer.versjoner, traer.ved_start) if t is not None]
        inndata = regel.inndata
        if inndata is None:
            return _enten([self._node(t, sann=sann) for t in formler])
        veier = [self._node(t, sann=sann) for t in formler]
        if inndata.antatt is not None:
            if not sann or inndata.antatt.verdi is not False:
                return INGEN
            veier.append(UMULIG)
        return _stram(krav | {regel.id} for krav in (_enten(veier) if veier else UMULIG))

    def _node(self, node: tre.Node, *, sann: bool) -> Behov:
        """Return what is needed for a part to have a value, or to be true."""
        return self._sann(node) if sann else self._verdi(node)

    def _sann(self, node: tre.Node) -> Behov:
        match node:
            case tre.JaNei() | tre.Konstant():
                return UMULIG if node.verdi is False else INGEN
            case tre.Navn(regel=str(id_)):
                return self._regel(id_, sann=True)
            case tre.ErOppgitt():
                return frozenset((frozenset((str(node.navn.regel),)),))
            case tre.Paa():
                return _og(self._verdi(node.dag), self._sann(node.navn))
            case tre.SettFra():
                return _og(self._verdi(node.dag), self._sann(node.uttrykk))
            case tre.Logisk(op="og"):
                return _og(self._sann(node.a), self._sann(node.b))
            case tre.Logisk():
                return _og(self._verdi(node.a), _enten([self._sann(node.a), self._sann(node.b)]))
            case tre.Hvis():
                grener = [_og(self._sann(node.vilkaar), self._sann(node.saa))]
                grener.append(self._sann(node.ellers))
                return _og(self._verdi(node.vilkaar), _enten(grener))
            case _:
                return self._verdi(node)

    def _verdi(self, node: tre.Node) -> Behov:
        """Return what is needed for a part to have a value: of everything that is always read."""
        match node:
            case tre.Navn(regel=str(id_)):
                return self._regel(id_, sann=False)
            case tre.ErOppgitt():
                return INGEN
            case tre.Logisk():
                return self._verdi(node.a)
            case tre.Hvis():
                grener = [self._verdi(node.saa), self._verdi(node.ellers)]
                return _og(self._verdi(node.vilkaar), _enten(grener))
            case tre.Oppslag():
                rader = (*node.rader.values(), *(rad for _, rad in node.fra_og_med))
                alle = [*rader, node.ellers] if node.ellers is not None else rader
                return _og(self._verdi(node.etter), _enten([self._verdi(x) for x in alle]))
            case tre.Samling():
                return self._samling(node)
            case tre.Med():  # what is read with another value can't be told from here
                return self._verdi(node.verdi)
            case _:
                return _og(*(self._verdi(x) for x in tre.barn(node)))

    def _samling(self, node: tre.Samling) -> Behov:
        """Return what a loop always reads: of the first part, when there must be one."""
        grenser = [x for x in (node.a, node.b) if x is not None]
        foerst = node.uttrykk if node.hvor is None else node.hvor
        if grenser or not self._alltid_noen(node):
            return _og(*(self._verdi(x) for x in grenser))
        utenfor, self._type = self._type, Periodetype(node.tingtype)
        svar = self._verdi(foerst)
        self._type = utenfor
        return svar

    def _alltid_noen(self, node: tre.Samling) -> bool:
        """Tell whether there is always a period to go through: shorter ones in all of a longer."""
        if node.tingtype < 0 or (node.omfang or "").startswith("hittil"):
            return False
        return node.tingtype < (TING[node.omfang] if node.omfang else self._type)


def _og(*deler: Behov) -> Behov:
    return _stram(krav for del_ in deler for krav in del_)


def _enten(veier: list[Behov]) -> Behov:
    """Return what is needed when any one of some ways is enough."""
    return reduce(lambda a, b: _stram(x | y for x in a for y in b), veier) if veier else INGEN


def _stram(krav: Iterable[frozenset[str]]) -> Behov:
    """Leave out clauses that others say already, and those there is no room for."""
    svar: list[frozenset[str]] = []
    for x in sorted(set(krav), key=lambda x: (len(x), sorted(x))):
        if len(x) <= _MAKS_VALG and not any(y <= x for y in svar):
            svar.append(x)
    return frozenset(svar[:_MAKS_KRAV])
