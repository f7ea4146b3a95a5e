"""Write a formula with its figures filled in.

Two manners: ``full`` keeps the shape of the formula; else only the reckoning that gave the value is
written, as on the back of an envelope, with hidden helpers folded in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from ytelsesrad.forklaring.bit import ATOM, PRODUKT, SUM, Bit, regn_vist
from ytelsesrad.forklaring.figurskriv import Figurskriver
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.forklaring.sumskriv import skriv_samling, skriv_trinn
from ytelsesrad.forklaring.verdier import merkelapp
from ytelsesrad.forklaring.vilkaar import i_tall
from ytelsesrad.lesbart import MINUS, liste
from ytelsesrad.regelspraak import Regel, tre
from ytelsesrad.regelspraak.lokale import Lokale

_TEGN = {"+": "+", "-": MINUS, "*": "×", "/": ":"}
_MAKS_INNFOLDING = 6


@dataclass(slots=True)
class Skriver(Figurskriver):
    """Writes parts of one rule's formula."""

    innfold: Callable[[Regel], bool] = lambda regel: False
    er_steg: Callable[[Plass], bool] = lambda plass: True
    """Whether a value has a line of its own, so that its figure needs no label."""
    dybde: int = 0
    noter: list[str] = field(default_factory=list)
    """What is said in brackets after the line: «høyst 70 prosent»."""
    brukte: list[Plass] = field(default_factory=list)
    """The values whose figures stand in what was written."""
    droppet: list[Plass] = field(default_factory=list)
    """The values left out because they add nothing."""

    def skriv(self, node: tre.Node, k: Lokale, *, topp: bool = False) -> Bit:
        """Write a part. ``topp``: nothing stands around it. Raises Ukjent and Regnefeil."""
        match node:
            case tre.Tall():
                return self.tall(node)
            case tre.Navn() if node.regel is None:
                return self.figur(node, k)
            case tre.Navn() | tre.Paa():
                return self._navn(node, k)
            case tre.SettFra():
                return self.skriv(node.uttrykk, self.tolk.under_syn(node, k), topp=topp)
            case tre.Med():
                return self.skriv(node.uttrykk, self.tolk.under_med(node, k), topp=topp)
            case tre.Kall() if node.funksjon in ("laveste", "høyeste"):
                return self._valg(node, k, topp=topp)
            case tre.Kall() if node.funksjon.startswith("avrund"):
                return self._avrundet(node, k, topp=topp)
            case tre.Fortegn():
                inne = self.skriv(node.uttrykk, k)
                vist = None if inne.vist is None else -inne.vist
                return Bit(f"{MINUS}{inne.i(PRODUKT)}", PRODUKT, vist)
            case tre.Regning() if isinstance(self.tolk.verdi(node.a, k), Decimal):
                return self._regning(node, k)
            case tre.Hvis():
                valgt = node.saa if self.tolk.verdi(node.vilkaar, k) else node.ellers
                return self.skriv(valgt, k, topp=topp)
            case tre.Sammenlign() | tre.Logisk() | tre.Ikke():
                return Bit(i_tall(self.tolk, node, k), SUM)
            case tre.Oppslag():
                return self.skriv(self.tolk.rad(node, k), k, topp=topp)
            case tre.Trinnvis():
                return skriv_trinn(self, node, k)
            case tre.Samling():
                return skriv_samling(self, node, k)
            case _:
                return self.figur(node, k)

    def _navn(self, node: tre.Navn | tre.Paa, k: Lokale) -> Bit:
        plass = Plass.for_verdi(*self.tolk.nokkel(node, k))
        regel = plass.regel
        if not self.full and self.dybde < _MAKS_INNFOLDING and self.innfold(regel):
            foldet = trygt(self._fold, plass)
            if foldet is not None:
                return foldet  # type: ignore[no-any-return]
        self.brukte.append(plass)
        bit = self.bit(plass.verdi(), regel.enhet)
        if self.full or self.er_steg(plass) or regel.tittel is None or regel.skjult:
            return bit
        return Bit(f"{merkelapp(regel.tittel)} {bit.tekst}", bit.rang, bit.vist)

    def _fold(self, plass: Plass) -> Bit | None:
        """Write a hidden helper's own reckoning in the place of its value."""
        regning = plass.regning()
        if regning.node is None or regning.opphav not in ("formel", "tabell", "trinn"):
            return None
        inne = Skriver(
            plass.tolk(),
            self.loper,
            self.full,
            "" if regning.opphav == "tabell" else plass.formeltekst(regning),
            self.ore,
            self.innfold,
            self.er_steg,
            self.dybde + 1,
            brukte=self.brukte,
            droppet=self.droppet,
        )
        return inne.skriv(regning.node, inne.tolk.eget)

    # ── reckoning ──────────────────────────────────────────────────────────────────────────────

    def _regning(self, node: tre.Regning, k: Lokale) -> Bit:
        foer = len(self.brukte)
        a = self.skriv(node.a, k)
        midt = len(self.brukte)
        b = self.skriv(node.b, k)
        if not self.full:
            kortet = self._forkort(node, k, a, b)
            if kortet is not None:
                bort = slice(midt, None) if kortet is a else slice(foer, midt)
                self.droppet += self.brukte[bort]
                del self.brukte[bort]
                return kortet
        rang = SUM if node.op in "+-" else PRODUKT
        hoyre = rang + 1 if node.op in "-/" else rang
        if b.tekst.startswith(MINUS):
            hoyre = ATOM
        tekst = f"{a.i(rang)} {_TEGN[node.op]} {b.i(hoyre)}"
        return Bit(tekst, rang, regn_vist(node.op, a.vist, b.vist))

    def _forkort(self, node: tre.Regning, k: Lokale, a: Bit, b: Bit) -> Bit | None:
        """Leave out what adds nothing: plus nothing, times 100 prosent, per one day."""
        if node.op in "+-":
            if b.er_ingenting():
                return a
            return b if node.op == "+" and a.er_ingenting() else None
        if _er_en(node.b, self.tolk.verdi(node.b, k)):
            return a
        return b if node.op == "*" and _er_en(node.a, self.tolk.verdi(node.a, k)) else None

    def _avrundet(self, node: tre.Kall, k: Lokale, *, topp: bool) -> Bit:
        inne = self.skriv(node.argumenter[0], k, topp=topp)
        verdi, raa = self.tolk.verdi(node, k), self.tolk.verdi(node.argumenter[0], k)
        if topp or verdi == raa:
            return inne
        vist = self.bit(verdi, self.tolk.enhet(node)).vist
        if self.full or inne.rang < ATOM:
            return Bit(f"avrundet({inne.tekst})", ATOM, vist)
        return self.figur(node, k)

    def _valg(self, node: tre.Kall, k: Lokale, *, topp: bool) -> Bit:
        verdier = [self.tolk.verdi(a, k) for a in node.argumenter]
        velg = min if node.funksjon == "laveste" else max
        vinner = verdier.index(velg(verdier))
        if self.full:
            alle = [self.skriv(a, k) for a in node.argumenter]
            tekst = f"den {node.funksjon} av {liste(bit.i(PRODUKT) for bit in alle)}"
            return Bit(tekst, SUM)
        valgt = self.skriv(node.argumenter[vinner], k, topp=topp)
        if len(verdier) != 2 or verdier[0] == verdier[1]:
            return valgt
        tapt = self.skriv(node.argumenter[1 - vinner], k)
        if not topp:
            self._noter_tapt(
                node, valgt, tapt, self.bit(verdier[1 - vinner], self.tolk.enhet(node))
            )
            return valgt
        ord_ = "høyst" if node.funksjon == "laveste" else "minst"
        tap = self.bit(verdier[1 - vinner], self.tolk.enhet(node))
        if valgt.rang == ATOM and tapt.rang < ATOM:
            tekst = f"{tapt.tekst} = {tap.tekst}, men {ord_} {valgt.tekst}"
            return Bit(tekst, SUM, valgt.vist)
        if verdier[1 - vinner] != 0:
            etikett = tapt.tekst if tapt.rang == ATOM else tap.tekst
            self.noter.append(f"{ord_} {etikett}")
        return valgt

    def _noter_tapt(self, node: tre.Kall, valgt: Bit, tapt: Bit, tap: Bit) -> None:
        """Note what lost inside a longer reckoning, when it was itself a reckoning."""
        if tapt.rang < ATOM and not tapt.er_ingenting():
            ord_ = "lavere" if node.funksjon == "laveste" else "høyere"
            self.noter.append(f"{valgt.tekst} er {ord_} enn {tapt.tekst} = {tap.tekst}")


def _er_en(node: tre.Node, verdi: object) -> bool:
    """Tell whether a factor is a label or a number that is exactly one."""
    return verdi == 1 and (isinstance(node, tre.Tall) or getattr(node, "merke", None) is not None)
