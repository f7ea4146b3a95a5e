"""The graph of who asks whom: circles, and rules that are built from their own past."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def sterke_komponenter(noder: Iterable[N], ut: Callable[[N], Iterable[N]]) -> list[list[N]]:
    """Return the strongly connected parts of a graph (Tarjan's method, without recursion)."""
    nummer: dict[N, int] = {}
    lav: dict[N, int] = {}
    stabel: list[N] = []
    paa_stabel: set[N] = set()
    svar: list[list[N]] = []
    for rot in noder:
        if rot in nummer:
            continue
        arbeid = [(rot, iter(ut(rot)))]
        nummer[rot] = lav[rot] = len(nummer)
        stabel.append(rot)
        paa_stabel.add(rot)
        while arbeid:
            node, naboer = arbeid[-1]
            nabo = next(naboer, None)
            if nabo is None:
                arbeid.pop()
                if arbeid:
                    lav[arbeid[-1][0]] = min(lav[arbeid[-1][0]], lav[node])
                if lav[node] == nummer[node]:
                    svar.append(_ta_av(stabel, paa_stabel, node))
            elif nabo not in nummer:
                nummer[nabo] = lav[nabo] = len(nummer)
                stabel.append(nabo)
                paa_stabel.add(nabo)
                arbeid.append((nabo, iter(ut(nabo))))
            elif nabo in paa_stabel:
                lav[node] = min(lav[node], nummer[nabo])
    return svar


def _ta_av(stabel: list[N], paa_stabel: set[N], til: N) -> list[N]:
    del_ = []
    while True:
        node = stabel.pop()
        paa_stabel.discard(node)
        del_.append(node)
        if node == til:
            return del_


def finn_ring(komponent: Iterable[N], ut: Callable[[N], Iterable[N]]) -> list[N]:
    """Return a short circle inside a strongly connected part, first node repeated last."""
    innenfor = set(komponent)
    start = min(innenfor, key=repr)
    forrige: dict[N, N] = {}
    ko = [start]
    for node in ko:
        for nabo in ut(node):
            if nabo == start:
                sti = [node]
                while sti[-1] != start:
                    sti.append(forrige[sti[-1]])
                return [*reversed(sti), start]
            if nabo in innenfor and nabo not in forrige:
                forrige[nabo] = node
                ko.append(nabo)
    return [start, start]


class Lukning(Mapping[str, frozenset[str]]):
    """For each rule all rules it rests on (itself included), worked out when asked for.

    Keeping them all at once would take the square of the number of rules.
    """

    def __init__(self, avhenger: Mapping[str, set[str]]) -> None:
        self._avhenger = avhenger
        self._svar: dict[str, frozenset[str]] = {}

    def __getitem__(self, id_: str) -> frozenset[str]:
        if id_ not in self._svar:
            if id_ not in self._avhenger:
                raise KeyError(id_)
            self._svar[id_] = naadd_fra((id_,), self._avhenger)
        return self._svar[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._avhenger)

    def __len__(self) -> int:
        return len(self._avhenger)


def naadd_fra(start: Iterable[str], ut: Mapping[str, set[str]]) -> frozenset[str]:
    """Return all that can be reached from some nodes, themselves included."""
    sett = set(start)
    ko = list(sett)
    while ko:
        for nabo in ut.get(ko.pop(), ()):
            if nabo not in sett:
                sett.add(nabo)
                ko.append(nabo)
    return frozenset(sett)


def snudd(ut: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return the graph with every edge turned round."""
    svar: dict[str, set[str]] = {}
    for node, naboer in ut.items():
        for nabo in naboer:
            svar.setdefault(nabo, set()).add(node)
    return svar
