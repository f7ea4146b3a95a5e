"""Sums and their like: over periods, members and payments."""

from __future__ import annotations

from dataclasses import replace

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.oversett.grunn import Grunn, Sted
from ytelsesrad.regelspraak.oversett.ord import TING


class Samling(Grunn):
    """The translation of loops."""

    __slots__ = ()

    def _samling(self, node: tre.Samling, k: Sted) -> str:
        if node.ting == "betaling":
            m = self._ny("m")
            fra, til = self._grenser(node, k)
            over = f"E.betalinger({self.konstant(node.arter)}, {fra}, {til})"
            inne = Sted(Periodetype.DAG, f"E.lagt({m}).dagnr", {**k.medlem, "betaling": m}, k.s)
            var = m
        elif node.tingtype >= 0:
            var = self._ny("p")
            fra, til = self._grenser(node, k)
            over = f"E.perioder({node.tingtype}, {fra}, {til})"
            # Days that come out alike are read once; a daily rule keeps that for its own day.
            dager = node.tingtype == Periodetype.DAG and not self.holder
            inne = replace(k, type=Periodetype(node.tingtype), p=var, holder=dager)
            if dager:
                return self._samlet(node, self._dagene(node, var, over, inne))
        else:
            var = self._ny("m")
            over = f"range(E.antall_medlemmer({node.ting!r}))"
            inne = replace(k, medlem={**k.medlem, node.ting: var})
        hvor = f" if {self.kode(node.hvor, inne)}" if node.hvor else ""
        if tre.spor_om_belop(node):
            hvor += f" if E.brutto({var}, {k.s})"
        x = self.kode(node.uttrykk, inne)
        if node.art == "antall":
            return f"Decimal(sum([1 for {var} in {over}{hvor} if {x}]))"
        return self._samlet(node, f"[{x} for {var} in {over}{hvor}]")

    def _dagene(self, node: tre.Samling, dag: str, over: str, inne: Sted) -> str:
        """Return the list of what is summed or counted for each of a row of days."""
        x = self.kode(node.uttrykk, inne)
        if node.art == "antall":
            x = f"1 if {x} else 0"
        if node.hvor is None:
            return f"E.dager(lambda {dag}: {x}, {over})"
        hvor = self.kode(node.hvor, inne)
        liste = f"E.dager(lambda {dag}: ({x}) if {hvor} else None, {over})"
        return f"[x for x in {liste} if x is not None]"

    @staticmethod
    def _samlet(node: tre.Samling, liste: str) -> str:
        """Return what a list of values comes to."""
        if node.art == "antall":
            return f"Decimal(sum({liste}))"
        if node.velg is not None:
            liste = f"de_beste({liste}, {node.velg})"
        match node.art:
            case "sum":
                return f"sum({liste}, NULL)"
            case "snitt":
                return f"snitt({liste})"
            case _:
                dato = node.uttrykk.type is not None and node.uttrykk.type.art is Art.DATO
                funksjon = "min" if node.art == "laveste" else "max"
                if dato:
                    return f"forste_dato({funksjon}, {liste})"
                return f"{funksjon}({liste}, default=NULL)"

    def _grenser(self, node: tre.Samling, k: Sted) -> tuple[str, str]:
        """Return the first and last day of the range."""
        if node.a is not None and node.b is not None:
            return self.kode(node.a, k), self.kode(node.b, k)
        if k.holder:
            return self._grenser_paa_dagen(node, k)
        if node.omfang is None:
            return f"E.k.forste({int(k.type)}, {k.p})", f"E.k.siste({int(k.type)}, {k.p})"
        stor = TING[node.omfang.removeprefix("hittil ")]
        i = self._indeks(k, stor)
        fra = f"E.k.forste({int(stor)}, {i})"
        if not node.omfang.startswith("hittil"):
            return fra, f"E.k.siste({int(stor)}, {i})"
        return fra, f"dagen_for(E.k.forste({int(k.type)}, {k.p}))"

    def _grenser_paa_dagen(self, node: tre.Samling, k: Sted) -> tuple[str, str]:
        """Return the range of a loop in a daily rule: the same in all of the period it is over."""
        if node.omfang is None or node.omfang.startswith("hittil"):
            fra, til = self._grenser(node, replace(k, holder=False))
            return f"E.fest({k.p}, {fra})", til
        stor = TING[node.omfang]
        i = self._indeks(k, stor)
        fra, til = self._grenser(node, replace(k, holder=False))
        return f"E.i_perioden({int(stor)}, {i}, {fra})", til
