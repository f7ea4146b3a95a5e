"""From a checked tree to plain Python.

The text that is compiled is made from the tree alone: names become numbers of rules, and literals
become constants handed in beside the text, so nothing a file says is ever part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.oversett import hjelpere
from ytelsesrad.regelspraak.oversett.grunn import Sted
from ytelsesrad.regelspraak.oversett.navn import Navn
from ytelsesrad.regelspraak.oversett.regning import Regning
from ytelsesrad.regelspraak.oversett.samling import Samling
from ytelsesrad.regelspraak.verdinokkel import Funksjon


@dataclass(slots=True)
class Oversetter(Navn, Regning, Samling):
    """Makes the Python of one formula."""

    def funksjon(self, node: tre.Node) -> Funksjon:
        """Compile a tree."""
        sted = self._eget()
        kilde = f"lambda E, p, m, s: {self.kode(node, sted)}"
        navn = {**hjelpere.NAVN, **self.konstanter}
        # The text comes from the tree of the rule language only; see the note above.
        svar: Funksjon = eval(compile(kilde, f"<{self.regel.id}>", "eval"), navn)
        return svar

    def kode(self, node: tre.Node, k: Sted) -> str:
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
