"""One walk over one formula: what every part of the walk shares."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field

from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import DATO, JA_NEI, UKJENT, Art, Type
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.kapittel import Regel
from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.sjekk.kant import Kant
from ytelsesrad.regelspraak.sjekk.kontekst import Kontekst

_EKSEMPEL = {
    JA_NEI: "Skriv for eksempel «x > 0» eller «x = 'enslig'».",
    DATO: "Skriv for eksempel «første_dag» eller «dato(år, 1, 1)».",
}


@dataclass(slots=True)
class Gang(ABC):
    """The surroundings of a walk. ``kanter`` gathers what it asks; ``feil`` what is wrong."""

    samling: Samling
    enheter: Mapping[str, Type]
    """Type of each rule, by full name."""
    alle_arter: tuple[str, ...]
    kanter: list[Kant] = field(default_factory=list)
    feil: list[FormelFeil] = field(default_factory=list)
    betalingssum: bool = False
    """The formula sums over payments."""
    grupper: set[str] = field(default_factory=set)
    """Groups whose members the formula goes through."""

    def type_av(self, node: tre.Node, k: Kontekst) -> Type:
        """Return the type of a part; a fault is noted once and gives UKJENT."""
        try:
            svar = self._type(node, k)
        except FormelFeil as feil:
            self.feil.append(feil)
            svar = UKJENT
        node.type = svar
        return svar

    @abstractmethod
    def _type(self, node: tre.Node, k: Kontekst) -> Type:
        """Return the type of one kind of part: the walk that is put together in ``typer``."""

    def krev(self, node: tre.Node, k: Kontekst, skal: Type, hva: str) -> Type:
        """Check that a part has a kind."""
        har = self.type_av(node, k)
        if har.art not in (skal.art, Art.UKJENT):
            self.feil.append(feil_i(node, f"{hva} Dette er {slag(har)}.", _EKSEMPEL.get(skal, "")))
        return skal

    def krev_tall(self, node: tre.Node, k: Kontekst, hva: str) -> Type:
        """Check that a part is a number and return its type."""
        har = self.type_av(node, k)
        if har.art not in (Art.TALL, Art.UKJENT):
            raise feil_i(node, f"{hva} virker på tall, ikke {slag(har)}.", "Skriv et tall.")
        return Type(har.art, har.enhet)

    def like(
        self,
        a: tre.Node,
        ta: Type,
        b: tre.Node,
        tb: Type,
        k: Kontekst,
        hva: str = "kan ikke veies mot hverandre",
    ) -> Type:
        """Check that two parts have the same type and return it."""
        if Art.UKJENT in (ta.art, tb.art):
            return tb if ta.art is Art.UKJENT else ta
        if ta.art is not tb.art:
            raise self._ulike(a, ta, b, tb, k, hva)
        if ta.er_tall and ta.enhet != tb.enhet:
            if ta.null:
                return Type(Art.TALL, tb.enhet)
            if tb.null:
                return Type(Art.TALL, ta.enhet)
            raise self._ulike(a, ta, b, tb, k, hva)
        return Type(ta.art, ta.enhet, valg=ta.valg or tb.valg)

    def _ulike(
        self, a: tre.Node, ta: Type, b: tre.Node, tb: Type, k: Kontekst, hva: str
    ) -> FormelFeil:
        hvor = "; ".join(
            f"«{n.navn}» er {t} ({linjen(self.samling.regler[n.regel], k.regel)})"
            for n, t in ((a, ta), (b, tb))
            if isinstance(n, tre.Navn) and n.regel
        )
        feil = feil_i(
            a,
            f"Her står {slag(ta)} og {slag(tb)}. De {hva}." + (f" {hvor}." if hvor else ""),
            "Regn om den ene, eller rett navnet. Vi regner ikke om av oss selv.",
        )
        feil.lengde = b.til - a.fra
        for n, t, annen in ((a, ta, tb), (b, tb, ta)):
            if (str(t), str(annen)) == ("kr/år", "kr/måned") and isinstance(n, tre.Navn):
                feil.rett = f"Skriv for eksempel «{n.navn} / 12 måneder/år»."
        return feil


def feil_i(
    node: tre.Node, hva: str, rett: str = "", kode: str = "R10", *, erstatt: str | None = None
) -> FormelFeil:
    """Return a fault at a part of a formula."""
    return FormelFeil(node.fra, node.til - node.fra, hva, rett, kode, erstatt=erstatt)


def slag(type_: Type) -> str:
    """Return what a part is, as said in a sentence."""
    return {Art.DATO: "en dato", Art.TEKST: "en tekst"}.get(type_.art, str(type_))


def linjen(regel: Regel, sett_fra: Regel) -> str:
    """Return where a rule stands, as seen from another: the line, and the file if it is another."""
    sted = regel.sted.sted()
    samme = regel.sted.fil is sett_fra.sted.fil
    return f"linje {sted.linje}" if samme else f"{sted.fil}, linje {sted.linje}"


def hver(ting: str) -> str:
    """Return «hver» or «hvert» before what is looped over."""
    return "hvert" if ting in ("barn", "år") else "hver"
