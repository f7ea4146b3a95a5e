"""The graph of who asks whom: circles, and rules that are built from their own past."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
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


def lukning(avhenger: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Return, for each rule, all rules it rests on (itself included)."""
    svar: dict[str, frozenset[str]] = {}
    komponenter = sterke_komponenter(avhenger, lambda n: avhenger.get(n, ()))
    for komponent in komponenter:
        alle = set(komponent)
        for node in komponent:
            for nabo in avhenger.get(node, ()):
                if nabo in svar:
                    alle |= svar[nabo]
        frosset = frozenset(alle)
        for node in komponent:
            svar[node] = frosset
    return svar
