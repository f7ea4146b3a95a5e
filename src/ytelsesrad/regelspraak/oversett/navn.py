"""Names: rules, inputs, what the language has built in, and labels of payments."""

from __future__ import annotations

from dataclasses import replace

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.kapittel import PERIODETYPE
from ytelsesrad.regelspraak.oversett.grunn import Grunn, Sted


def _indeks_av_dag(type_: Periodetype, dag: str) -> str:
    """Return the index of the period that contains a day; the simple ones need not be asked for."""
    match type_:
        case Periodetype.KONSTANT:
            return "0"
        case Periodetype.AAR:
            return f"{dag}.year"
        case Periodetype.DAG:
            return f"{dag}.toordinal()"
        case _:
            return f"E.k.indeks({int(type_)}, {dag})"


class Navn(Grunn):
    """The translation of names."""

    __slots__ = ()

    def _navn(self, node: tre.Navn, k: Sted) -> str:
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

    def _er_oppgitt(self, node: tre.Navn, k: Sted) -> str:
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

    def _innebygd(self, navn: str, k: Sted) -> str:
        if not k.holder:
            return self._innebygd_verdi(navn, k)
        lengre = {"år": Periodetype.AAR, "månedsnummer": Periodetype.MAANED}.get(navn)
        kode = self._innebygd_verdi(navn, k)
        if lengre is None:
            return f"E.fest({k.p}, {kode})"
        return f"E.i_perioden({int(lengre)}, {self._indeks(k, lengre)}, {kode})"

    def _innebygd_verdi(self, navn: str, k: Sted) -> str:
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

    def _betaling(self, navn: str, k: Sted) -> str:
        m = k.medlem["betaling"]
        match navn:
            case "brutto" | "netto":
                return f"E.{navn}({m}, {k.s})"
            case "dato" | "fra_dag" | "til_dag" | "kilde" | "oppgjor":
                return f"E.lagt({m}).{navn}"
            case _:
                return f"E.merke({m}, {navn!r}, {k.s})"

    def _paa(self, node: tre.Paa, k: Sted) -> str:
        regel = self.regler[str(node.navn.regel)]
        type_ = PERIODETYPE[regel.periode]
        dag = self.kode(node.dag, k)
        p = _indeks_av_dag(type_, dag)
        if node.navn.form == "forrige":
            p = f"{p} - 1"
        return self._v(regel, p, k)
