"""Reckoning: functions, comparisons, arithmetic and tables."""

from __future__ import annotations

from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.oversett.grunn import Grunn, Sted
from ytelsesrad.regelspraak.oversett.ord import BANKDAG, FUNKSJON

_DAGEN = ("dagen", "første_dag", "siste_dag")
"""Names of a daily rule's own day."""
_SNUDD = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


class Regning(Grunn):
    """The translation of what is worked out from its parts."""

    __slots__ = ()

    def _kall(self, node: tre.Kall, k: Sted) -> str:
        if node.funksjon == "er_virkedag" and self._er_dagen(node.argumenter[0], k):
            return f"E.dag_paa_hverdag({k.p})"
        arg = ", ".join(self.kode(a, k) for a in node.argumenter)
        if node.funksjon in BANKDAG:
            return f"E.{BANKDAG[node.funksjon]}({arg})"
        return f"{FUNKSJON[node.funksjon]}({arg})"

    def _er_dagen(self, node: tre.Node, k: Sted) -> bool:
        """Tell whether a part is the rule's own day, where it is asked how long a value holds."""
        return k.holder and isinstance(node, tre.Navn) and node.innebygd in _DAGEN

    def _dag_mot_dag(self, node: tre.Sammenlign, k: Sted) -> str | None:
        """Compare the rule's own day with another, and know until when it comes out so."""
        op, annen = node.op, node.b
        if not self._er_dagen(node.a, k):
            if not self._er_dagen(node.b, k):
                return None
            op, annen = _SNUDD.get(op, op), node.a
        dag = self.kode(annen, k)
        match op:
            case "<":
                return f"E.dag_foer({k.p}, {dag})"
            case ">=":
                return f"(not E.dag_foer({k.p}, {dag}))"
            case "<=":
                return f"E.dag_foer({k.p}, dagen_etter({dag}))"
            case ">":
                return f"(not E.dag_foer({k.p}, dagen_etter({dag})))"
            case "=":
                return f"E.dag_er({k.p}, {dag})"
            case _:
                return f"(not E.dag_er({k.p}, {dag}))"

    def _sammenlign(self, node: tre.Sammenlign, k: Sted) -> str:
        mot = self._dag_mot_dag(node, k)
        if mot is not None:
            return mot
        a, b = self.kode(node.a, k), self.kode(node.b, k)
        tall = node.a.type is not None and node.a.type.art is Art.TALL
        if not tall:
            op = {"=": "==", "<>": "!="}.get(node.op, node.op)
            return f"({a} {op} {b})"
        match node.op:
            case "=":
                return f"(-BITTE < {a} - {b} < BITTE)"
            case "<>":
                return f"(not -BITTE < {a} - {b} < BITTE)"
            case "<":
                return f"({a} - {b} < MINUS_BITTE)"
            case ">":
                return f"({a} - {b} > BITTE)"
            case "<=":
                return f"({a} - {b} < BITTE)"
            case _:
                return f"({a} - {b} > MINUS_BITTE)"

    def _regning(self, node: tre.Regning, k: Sted) -> str:
        a, b = self.kode(node.a, k), self.kode(node.b, k)
        if node.a.type is not None and node.a.type.art is Art.DATO:
            if node.b.type is not None and node.b.type.art is Art.DATO:
                return f"dager_mellom({a}, {b})"
            enhet = node.b.type.enhet.potenser[0][0] if node.b.type else "dag"
            return f"flytt_dato({a}, {'-' if node.op == '-' else ''}{b}, {enhet!r})"
        return f"({a} {node.op} {b})"

    def _oppslag(self, node: tre.Oppslag, k: Sted) -> str:
        rader = ", ".join(
            f"{self.konstant(nokkel)}: lambda: {self.kode(rad, k)}"
            for nokkel, rad in node.rader.items()
        )
        fra = ", ".join(
            f"({self.konstant(grense)}, lambda: {self.kode(rad, k)})"
            for grense, rad in node.fra_og_med
        )
        ellers = f"lambda: {self.kode(node.ellers, k)}" if node.ellers else "None"
        return f"slaa_opp({self.kode(node.etter, k)}, {{{rader}}}, [{fra}], {ellers})"
