"""Read and check formulas, versions and texts of one rule after another, and gather the faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import JA_NEI, Art, Type
from ytelsesrad.regelspraak.formel.grammatikk import les_formel
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.kapittel import Formel, Nokkel, Regel, Tekstvalg
from ytelsesrad.regelspraak.kontrollert import KontrollertBok, Mal, Tekst
from ytelsesrad.regelspraak.samling import Samling
from ytelsesrad.regelspraak.sjekk.gang import slag
from ytelsesrad.regelspraak.sjekk.kant import Kant
from ytelsesrad.regelspraak.sjekk.kontekst import Kontekst
from ytelsesrad.regelspraak.sjekk.maler import les_mal
from ytelsesrad.regelspraak.sjekk.typer import Typegang, ikke_en_av

_OMREGNING = {
    ("kr/år", "kr/måned"): "12 måneder/år",
    ("kr/år", "kr/dag"): "260 dager/år",
    ("kr/år", "kr/uke"): "52 uker/år",
}


@dataclass(slots=True)
class Formelsjekk:
    """Reads formulas and texts of a book; what they ask and what is wrong is gathered."""

    samling: Samling
    feil: list[Feil]
    enheter: dict[str, Type]
    arter: tuple[str, ...]
    bok: KontrollertBok
    kanter: dict[str, list[Kant]] = field(default_factory=dict)
    betalingssum: set[str] = field(default_factory=set)

    def formel(self, regel: Regel, formel: Formel, skal: Type | None) -> tre.Node | None:
        """Read and check one formula; note its faults."""
        try:
            node = les_formel(formel.tekst)
        except FormelFeil as e:
            self.meld(formel.sted, e, formel.tekst)
            return None
        gang = Typegang(self.samling, self.enheter, self.arter)
        gang.type_av(node, Kontekst.for_regel(regel, self.arter))
        for feil in gang.feil:
            self.meld(formel.sted, feil, formel.tekst)
        self.kanter.setdefault(regel.id, []).extend(gang.kanter)
        for gruppe in sorted(gang.grupper):
            self.bok.loper.setdefault(gruppe, set()).add(regel.id)
        if gang.betalingssum:
            self.betalingssum.add(regel.id)
        if any(not feil.advarsel for feil in gang.feil):
            return None
        if skal is not None and node.type is not None:
            self.krev_type(regel, node, node.type, skal, formel)
        return node

    def meld(self, sted: Nokkel, feil: FormelFeil, tekst: str) -> None:
        """Note a fault of a formula, with its place in the file."""
        rett = feil.ferdig(tekst, str(sted.sti[-1]))
        plass = sted.sted(feil.fra, feil.lengde)
        alvor = "advarsel" if feil.advarsel else "feil"
        self.feil.append(Feil(feil.kode, plass, feil.hva, rett, alvor))  # type: ignore[arg-type]

    def krev_type(
        self, regel: Regel, node: tre.Node, har: Type, skal: Type, formel: Formel
    ) -> None:
        """Note a formula that does not give what its rule is."""
        if Art.UKJENT in (har.art, skal.art) or (har.null and skal.er_tall):
            return
        if har.art is not skal.art or har.enhet != skal.enhet:
            self.meld(formel.sted, _feil_type(regel, node, har, skal, formel), formel.tekst)
        elif regel.valg:
            for del_ in _utfall(node):
                if isinstance(del_, tre.Tekst) and del_.verdi not in regel.valg:
                    feil = ikke_en_av(del_, del_.verdi, regel.valg)
                    self.meld(formel.sted, feil, formel.tekst)

    # ── texts ──────────────────────────────────────────────────────────────────────────────────

    def tekster(self, regel: Regel, valg: Iterable[Tekstvalg]) -> list[Tekst]:
        """Read sentences with their conditions."""
        svar = []
        for t in valg:
            naar = self._vilkaar(regel, t.naar) if t.naar else None
            mal = self.mal(regel, t.tekst, t.sted)
            if mal is not None and (naar is not None or t.naar is None):
                svar.append(Tekst(naar, mal))
        return svar

    def _vilkaar(self, regel: Regel, formel: Formel) -> tre.Node | None:
        """Read the condition of a sentence; it is asked by nothing that is computed."""
        kanter = self.kanter.setdefault(regel.id, [])
        start = len(kanter)
        node = self.formel(regel, formel, JA_NEI)
        self.bok.nevnt |= {k.regel for k in kanter[start:]} - {regel.id}
        del kanter[start:]
        return node

    def mal(self, regel: Regel, tekst: str, sted: Nokkel) -> Mal | None:
        """Read a text with holes, as seen from a rule."""
        try:
            mal, hull = les_mal(tekst)
        except FormelFeil as e:
            self.meld(sted, e, "")
            return None
        for hullstart, node in hull:
            gang = Typegang(self.samling, self.enheter, self.arter)
            gang.type_av(node, Kontekst.for_regel(regel, self.arter))
            for feil in gang.feil:
                if not feil.advarsel:
                    self._hullfeil(feil, hullstart, sted)
            self.bok.nevnt |= {k.regel for k in gang.kanter} - {regel.id}
        return mal

    def _hullfeil(self, feil: FormelFeil, hullstart: int, sted: Nokkel) -> None:
        kode = "R20" if feil.kode == "R06" else feil.kode
        rett = feil.rett if feil.erstatt is None else f"{{{feil.erstatt}}}"
        ny = FormelFeil(feil.fra + hullstart, feil.lengde, feil.hva, rett, kode)
        self.meld(sted, ny, "")


_DEL = ":"
"""In the name of a formula that belongs to something else than a rule, and has no unit to mend."""


def _feil_type(regel: Regel, node: tre.Node, har: Type, skal: Type, formel: Formel) -> FormelFeil:
    hva = regel.enhet if skal.er_tall else str(skal)
    vist = slag(har)
    feil = FormelFeil(
        node.fra,
        node.til - node.fra,
        f"«{regel.navn.rpartition(_DEL)[2]}» skal gi {hva}, men formelen gir {vist}.",
        "Rett formelen, eller enheten.",
        "R11",
    )
    tekst = formel.tekst[node.fra : node.til]
    enkel = not isinstance(node, tre.Hvis | tre.Logisk | tre.Sammenlign | tre.Regning)
    ganget = isinstance(node, tre.Regning) and node.op in "*/"
    i_parentes = tekst if enkel or ganget else f"({tekst})"
    if omregning := _OMREGNING.get((str(har), str(skal))):
        feil.erstatt = f"{i_parentes} / {omregning}"
    elif omregning := _OMREGNING.get((str(skal), str(har))):
        feil.erstatt = f"{i_parentes} * {omregning}"
    elif _DEL in regel.navn:
        feil.rett = f"Skriv en formel som gir {hva}."
    elif not har.er_tall or not skal.er_tall or not har.enhet.potenser:
        feil.rett = f'Rett formelen, eller skriv enhet = "{_enhetsord(har)}".'
    elif str(har).count("/") > 1 or " " in str(har):
        feil.rett = "Rett enheten til det formelen bygger på, eller det den ganges eller deles med."
    else:
        feil.rett = f'Rett formelen, eller skriv enhet = "{har}".'
    return feil


def _enhetsord(type_: Type) -> str:
    return str(type_) if not type_.er_tall or type_.enhet.potenser else "tall"


def _utfall(node: tre.Node) -> Iterable[tre.Node]:
    """Return what a formula can come to."""
    while isinstance(node, tre.Hvis):
        yield from _utfall(node.saa)
        node = node.ellers
    yield node
