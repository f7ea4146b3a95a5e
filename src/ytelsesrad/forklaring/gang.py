"""Walk a formula once over kept values: what it read, which ways it took, what it summed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ytelsesrad.forklaring.ord import lest_forrige, lest_med, lest_paa, lest_sett_fra, spenn
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.verdinokkel import SLUTT

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.lokale import Lokale
    from ytelsesrad.regelspraak.tolk import Tolk

_MAKS_LOP = 12


@dataclass(frozen=True, slots=True)
class Ref:
    """A value that was read, and how."""

    plass: Plass
    lest: str
    vilkaar: bool
    antall: int = 1
    hvor: str = ""
    gruppe: str | None = None


@dataclass(frozen=True, slots=True)
class Sumlop:
    """Equal values in a row of a loop: the places they were read in, and the value."""

    steder: list[Lokale]
    verdi: Any


@dataclass(slots=True)
class Funn:
    """What a walk found. Nodes come with where they were read."""

    refs: dict[tuple[Plass, str], Ref] = field(default_factory=dict)
    grener: list[tuple[tre.Hvis, Lokale, bool]] = field(default_factory=list)
    valg: list[tuple[tre.Kall, Lokale, list[Any]]] = field(default_factory=list)
    summer: list[tuple[tre.Samling, Lokale]] = field(default_factory=list)
    oppslag: list[tuple[tre.Oppslag, Lokale, tre.Node]] = field(default_factory=list)
    trinn: list[tuple[tre.Trinnvis, Lokale]] = field(default_factory=list)


class Loper:
    """What loops read, worked out once for each place."""

    def __init__(self) -> None:
        self._husket: dict[tuple[object, ...], list[Sumlop] | None] = {}

    def les(self, tolk: Tolk, node: tre.Samling, k: Lokale) -> list[Sumlop] | None:
        """Return the values a loop reads, equal ones gathered; None when some are unknown."""
        sted = (id(node), id(k.kjoring), k.p, *sorted(k.medlem.items()), k.s)
        if sted not in self._husket:
            self._husket[sted] = trygt(_loep, tolk, node, k)
        return self._husket[sted]


class Gang:
    """One walk."""

    def __init__(self, tolk: Tolk, loper: Loper) -> None:
        self.tolk = tolk
        self.loper = loper
        self.funn = Funn()

    def gaa(self, node: tre.Node, k: Lokale, lest: str = "", *, vilkaar: bool = False) -> None:
        """Walk a part: only the ways that were taken."""
        match node:
            case tre.Navn() if node.regel is not None:
                self._ref(node, k, lest, vilkaar)
            case tre.Navn() if node.merke in ("brutto", "netto"):
                self._betaling(node, k, lest, vilkaar)
            case tre.Paa():
                self.gaa(node.dag, k, lest, vilkaar=True)
                dag = trygt(self.tolk.verdi, node.dag, k)
                self._ref(node, k, _sammen(lest_paa(dag), lest), vilkaar)
            case tre.SettFra():
                self.gaa(node.dag, k, lest, vilkaar=True)
                inne = trygt(self.tolk.under_syn, node, k)
                if inne is not None:
                    ny = _sammen(lest, lest_sett_fra(trygt(self.tolk.verdi, node.dag, k)))
                    self.gaa(node.uttrykk, inne, ny, vilkaar=vilkaar)
            case tre.Med():
                self.gaa(node.verdi, k, lest, vilkaar=vilkaar)
                inne = trygt(self.tolk.under_med, node, k)
                if inne is not None:
                    ny = _sammen(lest, lest_med(self.tolk, node, k))
                    self.gaa(node.uttrykk, inne, ny, vilkaar=vilkaar)
            case tre.Samling():
                self._samling(node, k, lest, vilkaar=vilkaar)
            case tre.Hvis():
                self._hvis(node, k, lest, vilkaar=vilkaar)
            case tre.Logisk():
                self.gaa(node.a, k, lest, vilkaar=vilkaar)
                a = trygt(self.tolk.verdi, node.a, k)
                if a is not None and a is not (node.op == "eller"):
                    self.gaa(node.b, k, lest, vilkaar=vilkaar)
            case tre.Oppslag():
                self.gaa(node.etter, k, lest, vilkaar=True)
                rad = trygt(self.tolk.rad, node, k)
                if rad is not None:
                    self.funn.oppslag.append((node, k, rad))
                    self.gaa(rad, k, lest, vilkaar=vilkaar)
            case tre.Trinnvis():
                self.funn.trinn.append((node, k))
                self.gaa(node.av, k, lest, vilkaar=vilkaar)
            case _:
                if isinstance(node, tre.Kall) and node.funksjon in ("laveste", "høyeste"):
                    verdier = [trygt(self.tolk.verdi, a, k) for a in node.argumenter]
                    if None not in verdier:
                        self.funn.valg.append((node, k, verdier))
                for del_ in tre.barn(node):
                    self.gaa(del_, k, lest, vilkaar=vilkaar)

    def _ref(self, node: tre.Navn | tre.Paa, k: Lokale, lest: str, vilkaar: bool) -> None:
        funnet = trygt(self.tolk.nokkel, node, k)
        if funnet is not None:
            plass = Plass.for_verdi(*funnet)
            if isinstance(node, tre.Navn) and node.form == "forrige":
                lest = _sammen(lest_forrige(plass.kregel.type), lest)
            self._legg_til(Ref(plass, lest, vilkaar))

    def _legg_til(self, ref: Ref) -> None:
        nokkel = (ref.plass, ref.hvor)
        gammel = self.funn.refs.get(nokkel)
        if gammel is None or (gammel.vilkaar and not ref.vilkaar):
            self.funn.refs[nokkel] = ref

    def _betaling(self, node: tre.Navn, k: Lokale, lest: str, vilkaar: bool) -> None:
        e = k.kjoring
        m = k.medlem["betaling"]
        lagt = e.lagt(m)
        belop = [(lagt.belop, lagt.p, lagt.medlem)]
        if node.merke == "netto":
            belop += [(nr, lagt.dagnr, m) for nr in e.plan.trekknumre]
        for nr, p, medlem in belop:
            s = k.s if e.program.folsom(e.program.regler[nr].regel.id) else SLUTT
            plass = Plass.for_verdi(e, (nr, p, medlem, s))
            self._legg_til(Ref(plass, lest, vilkaar, gruppe="betaling"))

    def _hvis(self, node: tre.Hvis, k: Lokale, lest: str, *, vilkaar: bool) -> None:
        self.gaa(node.vilkaar, k, lest, vilkaar=True)
        sant = trygt(self.tolk.verdi, node.vilkaar, k)
        if sant is not None:
            self.funn.grener.append((node, k, sant))
            self.gaa(node.saa if sant else node.ellers, k, lest, vilkaar=vilkaar)

    def _samling(self, node: tre.Samling, k: Lokale, lest: str, *, vilkaar: bool) -> None:
        for grense in (node.a, node.b):
            if grense is not None:
                self.gaa(grense, k, lest, vilkaar=True)
        alle = self.loper.les(self.tolk, node, k)
        if alle is None:
            self._uten_verdi(node, k, lest, vilkaar=vilkaar)
            return
        self.funn.summer.append((node, k))
        for lop in alle[:_MAKS_LOP]:
            inne = Gang(self.tolk, self.loper)
            inne.gaa(node.uttrykk, lop.steder[0], lest)
            hvor, antall = spenn(node, lop.steder), len(lop.steder)
            for ref in inne.funn.refs.values():
                ny = replace(ref, vilkaar=vilkaar or ref.vilkaar)
                if _varierer(ref, node):
                    ny = replace(ny, antall=antall * ref.antall, hvor=hvor, gruppe=node.ting)
                self._legg_til(ny)

    def _uten_verdi(self, node: tre.Samling, k: Lokale, lest: str, *, vilkaar: bool) -> None:
        """Walk the first turn of a loop that has no value, to find what is missing."""
        for x in trygt(self.tolk.inne, node, k) or []:
            if trygt(self.tolk.verdi, node.uttrykk, x) is None:
                self.gaa(node.uttrykk, x, lest, vilkaar=vilkaar)
                return


def _varierer(ref: Ref, node: tre.Samling) -> bool:
    """Tell whether a value belongs to one turn of a loop, and not to all of it."""
    r = ref.plass.kregel
    if ref.gruppe is not None or r.regel.for_hver == node.ting:
        return True
    return r.type <= node.tingtype


def _loep(tolk: Tolk, node: tre.Samling, k: Lokale) -> list[Sumlop]:
    """Return the values a loop reads, equal ones in a row gathered. Raises Ukjent, Regnefeil."""
    leddene = [(x, tolk.verdi(node.uttrykk, x)) for x in tolk.inne(node, k)]
    if node.ting == "betaling":
        arter = list(dict.fromkeys(_art(x) for x, _ in leddene))
        leddene.sort(key=lambda ledd: arter.index(_art(ledd[0])))

    def likt(ledd: tuple[Lokale, Any]) -> tuple[Any, Any]:
        x, verdi = ledd
        return (_art(x) if node.ting == "betaling" else "", verdi)

    grupper = (list(g) for _, g in groupby(leddene, key=likt))
    return [Sumlop([x for x, _ in g], g[0][1]) for g in grupper]


def _art(x: Lokale) -> str:
    """Return the kind of the payment that is read."""
    return x.kjoring.lagt(x.medlem["betaling"]).kilde


def _sammen(*ord_: str) -> str:
    return ", ".join(o for o in ord_ if o)
