"""Loops in a formula: sums, counts and their like, over periods, members and payments."""

from __future__ import annotations

from dataclasses import dataclass

from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import DATO, JA_NEI, TALL, UKJENT, Art, Enhet, Type
from ytelsesrad.regelspraak.formel.grammatikk import er_tidsting
from ytelsesrad.regelspraak.samling import BETALING
from ytelsesrad.regelspraak.sjekk.gang import feil_i, hver, slag
from ytelsesrad.regelspraak.sjekk.kant import Kant
from ytelsesrad.regelspraak.sjekk.kontekst import PERIODENAVN, Kontekst, kan_leses
from ytelsesrad.regelspraak.sjekk.merkefilter import kan_passere
from ytelsesrad.regelspraak.sjekk.navnegang import Navnegang

_TING = {
    "dag": Periodetype.DAG,
    "meldeperiode": Periodetype.MELDEPERIODE,
    "måned": Periodetype.MAANED,
    "år": Periodetype.AAR,
}
_BESTEMT = {"meldeperiode": "meldeperioden", "måned": "måneden", "år": "året"}
_TIDSENHET = {
    Periodetype.DAG: "dag",
    Periodetype.MELDEPERIODE: "meldeperiode",
    Periodetype.MAANED: "måned",
    Periodetype.AAR: "år",
}
_FRA_TIL = "Skriv «fra <dato> til <dato>»."


@dataclass(slots=True)
class Lokkegang(Navnegang):
    """The part of a walk that goes into loops."""

    def _samling(self, node: tre.Samling, k: Kontekst) -> Type:
        for grense in (node.a, node.b):
            if grense is not None:
                self.krev(grense, k, DATO, "«fra … til …» går mellom datoer.")
        ting = er_tidsting(node.ting)
        inne = self._inne_i_tid(node, k) if ting else self._inne_i_gruppe(node, k)
        if node.hvor is not None:
            kanter, feil = len(self.kanter), len(self.feil)
            self.krev(node.hvor, inne, JA_NEI, "Etter «hvor» må det stå et ja/nei.")
            if node.ting == BETALING and len(self.feil) == feil:
                # Only payments that can pass are asked, also by the filter itself.
                inne = inne.med(arter=self._som_passerer(node.hvor, inne))
                del self.kanter[kanter:]
                self.type_av(node.hvor, inne)
        node.arter = inne.arter if node.ting == BETALING else ()
        x = self.type_av(node.uttrykk, inne)
        if tre.spor_om_belop(node):
            for belop in {self.samling.betalinger[art].belop for art in node.arter}:
                if belop in self.samling.regler:
                    self.kanter.append(Kant(belop, None, inne.hittil, node.fra, None, False))
        return self._samletype(node, x, k, ting=ting)

    def _som_passerer(self, hvor: tre.Node, k: Kontekst) -> tuple[str, ...]:
        return tuple(a for a in k.arter if kan_passere(hvor, self.samling.betalinger[a]))

    def _inne_i_tid(self, node: tre.Samling, k: Kontekst) -> Kontekst:
        type_ = _TING[node.ting]
        node.tingtype = type_
        hva = node.omfang
        if hva is None and (k.periode is Periodetype.KONSTANT or type_ >= k.periode):
            rett = f"Skriv «for {hver(node.ting)} {node.ting} i året», «hittil i året» eller "
            konstant = k.periode is Periodetype.KONSTANT
            raise feil_i(
                node,
                f"«for {hver(node.ting)} {node.ting}» trenger et omfang her, for regelen gjelder "
                f"per {PERIODENAVN[k.periode]}."
                if not konstant
                else f"«for {hver(node.ting)} {node.ting}» trenger et omfang her, for regelen er "
                "konstant.",
                _FRA_TIL if konstant or node.ting == "år" else f"{rett}«fra <dato> til <dato>».",
                "R08",
            )
        if hva is not None and hva != "fra til":
            self._krev_omfang(node, k, hva.removeprefix("hittil "), type_)
        hittil = bool(hva and hva.startswith("hittil")) or (k.hittil and hva is None)
        return k.med(periode=type_, hittil=hittil, i_lokke=True)

    @staticmethod
    def _krev_omfang(
        node: tre.Samling, k: Kontekst, hva: str, type_: Periodetype = Periodetype.DAG
    ) -> None:
        stor = _TING[hva]
        if not kan_leses(k.periode, stor) or type_ > stor:
            grunn = (
                f"{hver(node.ting)} {node.ting} er lengre enn {_BESTEMT[hva]}"
                if type_ > stor
                else f"regelen gjelder per {PERIODENAVN[k.periode]}"
            )
            raise feil_i(node, f"«i {_BESTEMT[hva]}» passer ikke her: {grunn}.", _FRA_TIL, "R08")

    def _inne_i_gruppe(self, node: tre.Samling, k: Kontekst) -> Kontekst:
        ting = node.ting
        if ting == BETALING:
            if node.omfang is None and k.periode is Periodetype.KONSTANT:
                raise feil_i(
                    node,
                    "En sum over betalinger trenger et tidsrom her, for regelen er konstant.",
                    "Skriv «for hver betaling fra <dato> til <dato>».",
                    "R08",
                )
            if node.omfang not in (None, "fra til"):
                self._krev_omfang(node, k, str(node.omfang).removeprefix("hittil "))
            self.betalingssum = True
            return k.med(
                periode=Periodetype.DAG,
                grupper=k.grupper | {BETALING},
                arter=self.alle_arter,
                hittil=bool(node.omfang and node.omfang.startswith("hittil"))
                or (k.hittil and node.omfang is None),
                i_lokke=True,
                egen_betaling=False,
            )
        if ting not in self.samling.grupper:
            alle = [BETALING, *_TING, *self.samling.grupper]
            nesten = mente_du(ting, alle)
            raise feil_i(
                node,
                f"«for {hver(ting)} {ting}»: «{ting}» er verken en periode eller en gruppe."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f"Skriv «for {hver(nesten)} {nesten}»."
                if nesten
                else "Skriv en av: " + ", ".join(alle) + ".",
                "R06",
            )
        if node.omfang is not None:
            raise feil_i(
                node,
                f"«for {hver(ting)} {ting}» kan ikke ha et omfang i tid.",
                f"Skriv «for {hver(ting)} {ting}», eller sett summen inn i en sum over tid.",
                "R08",
            )
        self.grupper.add(ting)
        return k.med(grupper=k.grupper | {ting}, i_lokke=True)

    def _samletype(self, node: tre.Samling, x: Type, k: Kontekst, *, ting: bool) -> Type:
        if node.art == "antall":
            if x.art not in (Art.JA_NEI, Art.UKJENT):
                raise feil_i(
                    node.uttrykk,
                    f"«antall» teller der noe er ja. Dette er {slag(x)}.",
                    f"Skriv for eksempel «antall(x > 0 for {hver(node.ting)} {node.ting})».",
                )
            if not ting:
                return TALL
            enhet = Enhet(((_TIDSENHET[_TING[node.ting]], 1),))
            return Type(Art.TALL, self._per(enhet, node, k))
        if x.art is Art.UKJENT:
            return UKJENT
        if node.art in ("laveste", "høyeste") and x.art is Art.DATO and node.velg is None:
            return DATO
        if not x.er_tall:
            raise feil_i(
                node.uttrykk,
                f"«{node.art}» virker på tall, ikke {slag(x)}.",
                f"Skriv for eksempel «antall({_ja(x)} for {hver(node.ting)} {node.ting})».",
            )
        if node.art != "sum":
            return Type(Art.TALL, x.enhet)
        if node.ting == BETALING:
            return Type(Art.TALL, self._per(x.enhet, node, k) if x.enhet.potenser else x.enhet)
        if ting:
            tid = _TIDSENHET[_TING[node.ting]]
            if x.enhet.potens(tid) < 0:
                per = x.enhet.ganger(Enhet(((tid, 1),)))
                return Type(Art.TALL, self._per(per, node, k))
        return Type(Art.TALL, x.enhet)

    @staticmethod
    def _per(enhet: Enhet, node: tre.Samling, k: Kontekst) -> Enhet:
        """Return the unit «per the range»: nothing for «fra … til …»."""
        if node.omfang == "fra til":
            return enhet
        stor = k.periode if node.omfang is None else _TING[node.omfang.removeprefix("hittil ")]
        return enhet.ganger(Enhet(((_TIDSENHET[stor], 1),)), -1)


def _ja(x: Type) -> str:
    return "x" if x.art is Art.JA_NEI else "x > første_dag" if x.art is Art.DATO else "x = 'a'"
