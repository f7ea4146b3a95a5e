"""From a checked tree to plain Python.

The text that is compiled is made from the tree alone: names become numbers of rules, and literals
become constants handed in beside the text, so nothing a file says is ever part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import hjelpere, tre
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Regel

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.kapittel import type_verdi
    from ytelsesrad.regelspraak.kjoring import Kjoring

Funksjon = Callable[["Kjoring", int, int, int], "type_verdi"]
"""A version of a rule: run, period, member and view in, value out."""

SLUTT = 9_999_999
"""The view «as it finally is»: later than any date."""

TING = {
    "dag": Periodetype.DAG,
    "meldeperiode": Periodetype.MELDEPERIODE,
    "måned": Periodetype.MAANED,
    "år": Periodetype.AAR,
}
FUNKSJON = {
    "avrund": "avrund",
    "avrund_ned": "avrund_ned",
    "avrund_opp": "avrund_opp",
    "avrund_partall": "avrund_partall",
    "avrund_halv_ned": "avrund_halv_ned",
    "laveste": "min",
    "høyeste": "max",
    "påskedag": "paaskedag",
    "dato": "dato",
    "ukedag": "ukedag",
    "dag_i_måned": "dag_i_maaned",
    "månedsnr": "maanedsnr",
    "årstall": "aarstall",
    "virkedager": "virkedager",
    "er_virkedag": "er_virkedag",
    "alder": "alder",
    "hele_måneder": "hele_maaneder",
}
_DAGEN = ("dagen", "første_dag", "siste_dag")
"""Names of a daily rule's own day."""
_SNUDD = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
BANKDAG = {
    "er_bankdag": "er_bankdag",
    "bankdag_før": "bankdag_for",
    "bankdag_etter": "bankdag_etter",
}


@dataclass(frozen=True, slots=True)
class _Sted:
    """Names of the variables that hold the period, the members and the view."""

    type: Periodetype
    p: str
    medlem: Mapping[str, str]
    s: str
    holder: bool = False
    """Whether this is the rule's own day, and it is asked how long the value holds."""


@dataclass(slots=True)
class Oversetter:
    """Makes the Python of one formula."""

    regel: Regel
    nummer: Mapping[str, int]
    regler: Mapping[str, Regel]
    folsom: Callable[[str], bool]
    """Whether a rule's value depends on the view."""
    holder: bool = False
    """Whether it is asked how long the value holds (``holdetid``)."""
    konstanter: dict[str, Any] = field(default_factory=dict)
    lokker: int = 0

    def funksjon(self, node: tre.Node) -> Funksjon:
        """Compile a tree."""
        sted = self._eget()
        kilde = f"lambda E, p, m, s: {self.kode(node, sted)}"
        navn = {**hjelpere.NAVN, **self.konstanter}
        # The text comes from the tree of the rule language only; see the note above.
        svar: Funksjon = eval(compile(kilde, f"<{self.regel.id}>", "eval"), navn)
        return svar

    def _eget(self) -> _Sted:
        gruppe = {self.regel.for_hver: "m"} if self.regel.for_hver else {}
        return _Sted(PERIODETYPE[self.regel.periode], "p", gruppe, "s", self.holder)

    def konstant(self, verdi: object) -> str:
        """Hand a value in beside the text and return its name there."""
        navn = f"K{len(self.konstanter)}"
        self.konstanter[navn] = verdi
        return navn

    # ── the parts ──────────────────────────────────────────────────────────────────────────────

    def kode(self, node: tre.Node, k: _Sted) -> str:
        """Return the Python of a part."""
        match node:
            case tre.Tall() | tre.Dato() | tre.Tekst() | tre.Konstant():
                return self.konstant(node.verdi)
            case tre.JaNei():
                return str(node.verdi)
            case tre.Navn():
                return self._navn(node, k)
            case tre.ErOppgitt():
                return self._er_oppgitt(node.navn, k)
            case tre.VetIkke():
                m = "m" if self.regel.for_hver else "0"
                return f"E.vet_ikke({self.nummer[self.regel.id]}, {m})"
            case tre.Paa():
                return self._paa(node, k)
            case tre.SettFra():
                s = self._ny("s")
                inne = self.kode(node.uttrykk, replace(k, s=s))
                egen = self.nummer.get(self.regel.id)
                return f"(lambda {s}: {inne})(E.syn({self.kode(node.dag, k)}, {egen}))"
            case tre.Med():
                nr = self.nummer[str(node.navn.regel)]
                verdi = self.kode(node.verdi, k)
                return f"(lambda E: {self.kode(node.uttrykk, k)})(E.med({nr}, {verdi}))"
            case tre.Kall():
                return self._kall(node, k)
            case tre.Samling():
                return self._samling(node, k)
            case tre.Fortegn():
                return f"(-{self.kode(node.uttrykk, k)})"
            case tre.Ikke():
                return f"(not {self.kode(node.uttrykk, k)})"
            case tre.Logisk():
                op = "and" if node.op == "og" else "or"
                return f"({self.kode(node.a, k)} {op} {self.kode(node.b, k)})"
            case tre.Sammenlign():
                return self._sammenlign(node, k)
            case tre.Regning():
                return self._regning(node, k)
            case tre.Hvis():
                return (
                    f"({self.kode(node.saa, k)} if {self.kode(node.vilkaar, k)} "
                    f"else {self.kode(node.ellers, k)})"
                )
            case tre.Oppslag():
                return self._oppslag(node, k)
            case tre.Trinnvis():
                return f"trinnvis({self.kode(node.av, k)}, {self.konstant(node.trinn)})"
            case _:
                raise TypeError(type(node).__name__)

    def _ny(self, bokstav: str) -> str:
        self.lokker += 1
        return f"{bokstav}{self.lokker}"

    def _v(self, regel: Regel, p: str, k: _Sted) -> str:
        m = k.medlem[regel.for_hver] if regel.for_hver else "0"
        s = k.s if self.folsom(regel.id) else "SLUTT"
        return f"E.v({self.nummer[regel.id]}, {p}, {m}, {s})"

    def _indeks(self, k: _Sted, til: Periodetype) -> str:
        """Return the index of the period of kind ``til`` that contains where we stand."""
        if til is k.type:
            return k.p
        if til is Periodetype.KONSTANT:
            return "0"
        if k.type is Periodetype.MAANED and til is Periodetype.AAR:
            return f"({k.p} // 12)"
        return f"E.k.indeks({int(til)}, E.k.forste({int(k.type)}, {k.p}))"

    def _navn(self, node: tre.Navn, k: _Sted) -> str:
        if node.merke is not None:
            return self._betaling(node.merke, k)
        if node.innebygd is not None:
            return self._innebygd(node.innebygd, self._eget() if node.form == "denne" else k)
        regel = self.regler[str(node.regel)]
        sted = replace(self._eget(), s=k.s) if node.form == "denne" else k
        type_ = PERIODETYPE[regel.periode]
        p = self._indeks(sted, type_)
        kode = self._v(regel, f"{p} - 1" if node.form == "forrige" else p, sted)
        if not sted.holder or type_ is Periodetype.KONSTANT:
            return kode
        if type_ is not Periodetype.DAG:
            return f"E.i_perioden({int(type_)}, {p}, {kode})"
        if node.form == "forrige":
            return f"E.fest({sted.p}, {kode})"
        return kode.replace("E.v(", "E.vs(", 1)

    def _er_oppgitt(self, node: tre.Navn, k: _Sted) -> str:
        """Ask whether an input is given. The period is worked out only where anything is."""
        regel = self.regler[str(node.regel)]
        sted = replace(self._eget(), s=k.s) if node.form == "denne" else k
        type_ = PERIODETYPE[regel.periode]
        p, nr = self._indeks(sted, type_), self.nummer[regel.id]
        kode = self._v(regel, p, sted).replace("E.v(", "E.oppgitt(", 1)
        if sted.holder and type_ is Periodetype.DAG:
            m = sted.medlem[regel.for_hver] if regel.for_hver else "0"
            kode = f"E.gitt_paa_dagen({nr}, {sted.p}, {m}, {kode})"
        elif sted.holder and type_ is not Periodetype.KONSTANT:
            kode = f"E.i_perioden({int(type_)}, {p}, {kode})"
        return f"(E.har({nr}) and {kode})"

    def _innebygd(self, navn: str, k: _Sted) -> str:
        if not k.holder:
            return self._innebygd_verdi(navn, k)
        lengre = {"år": Periodetype.AAR, "månedsnummer": Periodetype.MAANED}.get(navn)
        kode = self._innebygd_verdi(navn, k)
        if lengre is None:
            return f"E.fest({k.p}, {kode})"
        return f"E.i_perioden({int(lengre)}, {self._indeks(k, lengre)}, {kode})"

    def _innebygd_verdi(self, navn: str, k: _Sted) -> str:
        type_ = int(k.type)
        match navn:
            case "år" if k.type is Periodetype.AAR:
                return f"Decimal({k.p})"
            case "år" if k.type is Periodetype.MAANED:
                return f"Decimal({k.p} // 12)"
            case "år":
                return f"Decimal(E.k.forste({type_}, {k.p}).year)"
            case "månedsnummer" if k.type is Periodetype.MAANED:
                return f"Decimal({k.p} % 12 + 1)"
            case "månedsnummer":
                return f"Decimal(E.k.forste({type_}, {k.p}).month)"
            case "siste_dag":
                return f"E.k.siste({type_}, {k.p})"
            case _:
                return f"E.k.forste({type_}, {k.p})"

    def _betaling(self, navn: str, k: _Sted) -> str:
        m = k.medlem["betaling"]
        match navn:
            case "brutto" | "netto":
                return f"E.{navn}({m}, {k.s})"
            case "dato" | "fra_dag" | "til_dag" | "kilde" | "oppgjor":
                return f"E.lagt({m}).{navn}"
            case _:
                return f"E.merke({m}, {navn!r}, {k.s})"

    def _paa(self, node: tre.Paa, k: _Sted) -> str:
        regel = self.regler[str(node.navn.regel)]
        type_ = PERIODETYPE[regel.periode]
        dag = self.kode(node.dag, k)
        p = "0" if type_ is Periodetype.KONSTANT else f"E.k.indeks({int(type_)}, {dag})"
        if node.navn.form == "forrige":
            p = f"{p} - 1"
        return self._v(regel, p, k)

    def _kall(self, node: tre.Kall, k: _Sted) -> str:
        if node.funksjon == "er_virkedag" and self._er_dagen(node.argumenter[0], k):
            return f"E.dag_paa_hverdag({k.p})"
        arg = ", ".join(self.kode(a, k) for a in node.argumenter)
        if node.funksjon in BANKDAG:
            return f"E.{BANKDAG[node.funksjon]}({arg})"
        return f"{FUNKSJON[node.funksjon]}({arg})"

    def _er_dagen(self, node: tre.Node, k: _Sted) -> bool:
        """Tell whether a part is the rule's own day, where it is asked how long a value holds."""
        return k.holder and isinstance(node, tre.Navn) and node.innebygd in _DAGEN

    def _dag_mot_dag(self, node: tre.Sammenlign, k: _Sted) -> str | None:
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

    def _sammenlign(self, node: tre.Sammenlign, k: _Sted) -> str:
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

    def _regning(self, node: tre.Regning, k: _Sted) -> str:
        a, b = self.kode(node.a, k), self.kode(node.b, k)
        if node.a.type is not None and node.a.type.art is Art.DATO:
            if node.b.type is not None and node.b.type.art is Art.DATO:
                return f"dager_mellom({a}, {b})"
            enhet = node.b.type.enhet.potenser[0][0] if node.b.type else "dag"
            return f"flytt_dato({a}, {'-' if node.op == '-' else ''}{b}, {enhet!r})"
        return f"({a} {node.op} {b})"

    def _oppslag(self, node: tre.Oppslag, k: _Sted) -> str:
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

    # ── sums and their like ────────────────────────────────────────────────────────────────────

    def _samling(self, node: tre.Samling, k: _Sted) -> str:
        if node.ting == "betaling":
            m = self._ny("m")
            fra, til = self._grenser(node, k)
            over = f"E.betalinger({self.konstant(node.arter)}, {fra}, {til})"
            inne = _Sted(Periodetype.DAG, f"E.lagt({m}).dagnr", {**k.medlem, "betaling": m}, k.s)
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

    def _dagene(self, node: tre.Samling, dag: str, over: str, inne: _Sted) -> str:
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

    def _grenser(self, node: tre.Samling, k: _Sted) -> tuple[str, str]:
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

    def _grenser_paa_dagen(self, node: tre.Samling, k: _Sted) -> tuple[str, str]:
        """Return the range of a loop in a daily rule: the same in all of the period it is over."""
        if node.omfang is None or node.omfang.startswith("hittil"):
            fra, til = self._grenser(node, replace(k, holder=False))
            return f"E.fest({k.p}, {fra})", til
        stor = TING[node.omfang]
        i = self._indeks(k, stor)
        fra, til = self._grenser(node, replace(k, holder=False))
        return f"E.i_perioden({int(stor)}, {i}, {fra})", til
