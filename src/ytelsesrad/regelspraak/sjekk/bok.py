"""Check a whole book: read every formula, then look at how the parts fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import (
    JA_NEI,
    UKJENT,
    Art,
    Type,
    les_enhet,
)
from ytelsesrad.regelspraak.grammatikk import les_formel
from ytelsesrad.regelspraak.kapittel import (
    Formel,
    Nokkel,
    Periode,
    Regel,
    Tekstvalg,
    Versjon,
)
from ytelsesrad.regelspraak.leksing import FormelFeil
from ytelsesrad.regelspraak.samling import BETALING, Samling
from ytelsesrad.regelspraak.sjekk.graf import finn_ring, sterke_komponenter
from ytelsesrad.regelspraak.sjekk.kontekst import Kontekst
from ytelsesrad.regelspraak.sjekk.kontrollert import (
    Kant,
    KontrollertBok,
    Mal,
    Regeltraer,
    Tekst,
)
from ytelsesrad.regelspraak.sjekk.maler import les_mal
from ytelsesrad.regelspraak.sjekk.sammenheng import sjekk_sammenheng
from ytelsesrad.regelspraak.sjekk.tidsrom import sjekk_tidsrom
from ytelsesrad.regelspraak.sjekk.typer import Typegang

Node = tuple[str, str | None]


@dataclass(slots=True)
class _Sjekk:
    samling: Samling
    feil: list[Feil]
    enheter: dict[str, Type]
    arter: tuple[str, ...]
    bok: KontrollertBok
    kanter: dict[str, list[Kant]] = field(default_factory=dict)
    steder: dict[tuple[str, int], Nokkel] = field(default_factory=dict)
    betalingssum: set[str] = field(default_factory=set)

    def formel(self, regel: Regel, formel: Formel, skal: Type | None) -> tre.Node | None:
        """Read and check one formula; note its faults."""
        try:
            node = les_formel(formel.tekst)
        except FormelFeil as feil:
            self.meld(formel.sted, feil)
            return None
        k = Kontekst.for_regel(regel, self.arter)
        gang = self._gang(regel, node, k, formel.sted)
        if gang.feil:
            return None
        if skal is not None and node.type is not None:
            self._krev_type(regel, node, node.type, skal, formel.sted)
        return node

    def _gang(self, regel: Regel, node: tre.Node, k: Kontekst, sted: Nokkel) -> Typegang:
        gang = Typegang(self.samling, self.enheter, self.arter)
        gang.type_av(node, k)
        for feil in gang.feil:
            self.meld(sted, feil)
        self.kanter.setdefault(regel.id, []).extend(gang.kanter)
        if gang.betalingssum:
            self.betalingssum.add(regel.id)
        return gang

    def meld(self, sted: Nokkel, feil: FormelFeil, forskyv: int = 0) -> None:
        self.feil.append(
            Feil(feil.kode, sted.sted(feil.fra + forskyv, feil.lengde), feil.hva, feil.rett)
        )

    def _krev_type(self, regel: Regel, node: tre.Node, har: Type, skal: Type, sted: Nokkel) -> None:
        if Art.UKJENT in (har.art, skal.art) or (har.null and skal.er_tall):
            return
        if har.art is not skal.art or har.enhet != skal.enhet:
            rett = ""
            if {str(har), str(skal)} == {"kr/år", "kr/måned"}:
                rett = (
                    "Skal det deles på 12 måneder/år?"
                    if str(har) == "kr/år"
                    else ("Skal det være en sum for hver måned?")
                )
            self.meld(
                sted,
                FormelFeil(
                    node.fra,
                    node.til - node.fra,
                    f"«{regel.navn}» skal gi {skal}, men formelen gir {har}.",
                    rett,
                    "R11",
                ),
            )
        elif regel.valg and isinstance(node, tre.Tekst | tre.Hvis):
            for del_ in _utfall(node):
                if isinstance(del_, tre.Tekst) and del_.verdi not in regel.valg:
                    self.meld(
                        sted,
                        FormelFeil(
                            del_.fra,
                            del_.til - del_.fra,
                            f"«{del_.verdi}» er ikke en av mulighetene: {', '.join(regel.valg)}.",
                            kode="R16",
                        ),
                    )

    # ── one rule ───────────────────────────────────────────────────────────────────────────────

    def regel(self, regel: Regel) -> None:
        """Read all formulas of a rule."""
        skal = self.enheter[regel.id]
        traer = Regeltraer(regel)
        self.bok.traer[regel.id] = traer
        self.kanter.setdefault(regel.id, [])
        if regel.formel:
            traer.formel = self.formel(regel, regel.formel, skal)
        for v in regel.versjoner:
            traer.versjoner.append(self._versjon(regel, v, skal))
        if regel.ved_start:
            traer.ved_start = self.formel(regel, regel.ved_start, skal)
        if regel.inndata and regel.inndata.antatt and regel.inndata.antatt.formel:
            traer.antatt = self.formel(regel, regel.inndata.antatt.formel, skal)
        traer.forklaring = self.tekster(regel, regel.forklaring)
        for i, v in enumerate(regel.versjoner):
            if v.forklaring:
                traer.versjonsforklaring[i] = self.tekster(regel, v.forklaring)

    def _versjon(self, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
        if v.formel:
            return self.formel(regel, v.formel, skal)
        if v.tabell is not None:
            return self._oppslag(regel, v, skal)
        if v.trinn is not None:
            return self._trinn(regel, v, skal)
        if v.verdi is not None:
            if regel.valg and v.verdi not in regel.valg:
                self.feil.append(
                    Feil(
                        "R16",
                        v.sted.sted(),
                        f"«{v.verdi}» er ikke en av mulighetene: {', '.join(regel.valg)}.",
                    )
                )
            return tre.Konstant(0, 0, v.verdi)
        return None

    def _oppslag(self, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
        if regel.tabell_etter is None:
            self.feil.append(
                Feil(
                    "R04",
                    v.sted.sted(),
                    "Tabellen sier ikke hvilken regel som velger raden.",
                    'tabell_etter = "…"',
                )
            )
            return None
        etter = self.formel(regel, regel.tabell_etter, None)
        if etter is None or v.tabell is None:
            return None
        rader: dict[str, tre.Node] = {}
        fra_og_med: list[tuple[Decimal, tre.Node]] = []
        ellers = None
        for nokkel, celle in v.tabell:
            if isinstance(celle, Formel):
                node = self.formel(regel, celle, None)
                if node is not None and node.type is not None and node.type.enhet.potenser:
                    self._krev_type(regel, node, node.type, skal, celle.sted)
            else:
                node = tre.Konstant(0, 0, celle)
            if node is None:
                continue
            if nokkel == "ellers":
                ellers = node
            elif nokkel.endswith("+") and nokkel[:-1].isdigit():
                fra_og_med.append((Decimal(nokkel[:-1]), node))
            else:
                rader[nokkel] = node
        if not (isinstance(etter, tre.Navn) and etter.merke):
            self._sjekk_rader(v, etter.type, rader, ellers)
        hoyest = sorted(fra_og_med, key=lambda rad: -rad[0])
        return tre.Oppslag(etter.fra, etter.til, etter, rader, tuple(hoyest), ellers)

    def _sjekk_rader(
        self, v: Versjon, etter: Type | None, rader: Mapping[str, tre.Node], ellers: object
    ) -> None:
        if etter is None or not etter.valg:
            return
        for valg in etter.valg:
            if valg not in rader and ellers is None:
                self.feil.append(
                    Feil(
                        "R16",
                        v.sted.sted(),
                        f"Verdien kan være «{valg}», men tabellen for {v.virkning} har ingen slik "
                        "rad og ingen «ellers».",
                        f'"{valg}" = …',
                    )
                )
        for rad in rader:
            if rad not in etter.valg:
                self.feil.append(
                    Feil(
                        "R16",
                        v.sted.sted(),
                        f"Raden «{rad}» kan aldri velges. Mulighetene er: {', '.join(etter.valg)}.",
                        "Slett raden, eller rett navnet.",
                    )
                )

    def _trinn(self, regel: Regel, v: Versjon, skal: Type) -> tre.Node | None:
        if regel.trinn_av is None:
            self.feil.append(
                Feil(
                    "R04",
                    v.sted.sted(),
                    "Trinnene sier ikke hva de skal legges på.",
                    'trinn_av = "…"',
                )
            )
            return None
        av = self.formel(regel, regel.trinn_av, skal)
        return None if av is None else tre.Trinnvis(av.fra, av.til, av, v.trinn or ())

    # ── texts ──────────────────────────────────────────────────────────────────────────────────

    def tekster(self, regel: Regel, valg: Iterable[Tekstvalg]) -> list[Tekst]:
        """Read sentences with their conditions."""
        svar = []
        for t in valg:
            naar = self._tekstformel(regel, t.naar) if t.naar else None
            mal = self.mal(regel, t.tekst, t.sted)
            if mal is not None and (naar is not None or t.naar is None):
                svar.append(Tekst(naar, mal))
        return svar

    def _tekstformel(self, regel: Regel, formel: Formel) -> tre.Node | None:
        start = len(self.kanter[regel.id])
        node = self.formel(regel, formel, JA_NEI)
        self.bok.nevnt |= {k.regel for k in self.kanter[regel.id][start:]}
        del self.kanter[regel.id][start:]
        return node

    def mal(self, regel: Regel, tekst: str, sted: Nokkel) -> Mal | None:
        """Read a text with holes, as seen from a rule."""
        try:
            mal, hull = les_mal(tekst)
        except FormelFeil as feil:
            self.meld(sted, feil)
            return None
        for hullstart, node in hull:
            gang = Typegang(self.samling, self.enheter, self.arter)
            gang.type_av(node, Kontekst.for_regel(regel, self.arter))
            for galt in gang.feil:
                kode = "R20" if galt.kode == "R06" else galt.kode
                ny = FormelFeil(galt.fra, galt.lengde, galt.hva, galt.rett, kode)
                self.meld(sted, ny, forskyv=hullstart)
            self.bok.nevnt |= {k.regel for k in gang.kanter}
        return mal

    # ── the graph ──────────────────────────────────────────────────────────────────────────────

    def graf(self) -> None:
        """Look for circles, and find the rules that are built from their own past."""
        ut: dict[Node, list[Node]] = {}
        for id_, kanter in self.kanter.items():
            regel = self.samling.regler.get(id_)
            if regel is None:
                continue
            arter = self.arter if regel.for_hver == BETALING else (None,)
            for art in arter:
                ut[id_, art] = [
                    (k.regel, k.art) for k in kanter if not k.bak and k.egen_art in (None, art)
                ]
        for komponent in sterke_komponenter(ut, lambda n: ut.get(n, ())):
            node = komponent[0]
            if len(komponent) > 1 or node in ut.get(node, ()):
                self._ring(finn_ring(komponent, lambda n: ut.get(n, ())))
        self.bok.avhenger = {id_: {k.regel for k in kanter} for id_, kanter in self.kanter.items()}
        avhenger = self.bok.avhenger
        for gruppe in sterke_komponenter(avhenger, lambda n: avhenger.get(n, ())):
            if len(gruppe) > 1 or gruppe[0] in avhenger.get(gruppe[0], ()):
                self.bok.tilstand |= {
                    id_ for id_ in gruppe if any(k.bak for k in self.kanter.get(id_, ()))
                }

    def _ring(self, ring: list[Node]) -> None:
        navn = []
        for regel, art in ring:
            sted = self.samling.regler[regel].sted.sted()
            av = f" av betalingen «{art}»" if art else ""
            navn.append(f"{regel}{av} ({sted.fil}, linje {sted.linje})")
        self.feil.append(
            Feil(
                "R18",
                self.samling.regler[ring[0][0]].sted.sted(),
                "Reglene spør hverandre i ring, så ingen av dem får et svar: "
                + " → ".join(navn)
                + ".",
                "Bryt ringen: ta betalingen ut av summen med «hvor …», eller bruk forrige(…) "
                "eller «hittil i året».",
            )
        )


def _utfall(node: tre.Node) -> Iterable[tre.Node]:
    while isinstance(node, tre.Hvis):
        yield from _utfall(node.saa)
        node = node.ellers
    yield node


def sjekk_bok(
    samling: Samling, feil: list[Feil], stotter: tuple[date, date] | None = None
) -> KontrollertBok:
    """Check a book and return its trees. Faults are added to ``feil``."""
    enheter = {id_: _type(r) for id_, r in samling.regler.items()}
    bok = KontrollertBok(samling)
    sjekk = _Sjekk(samling, feil, enheter, tuple(samling.betalinger), bok)
    for regel in samling.regler.values():
        if regel.for_hver is not None and regel.for_hver not in (*samling.grupper, BETALING):
            feil.append(
                Feil(
                    "R06",
                    regel.sted.sted(),
                    f"Gruppen «{regel.for_hver}» finnes ikke.",
                    f"[gruppe.{regel.for_hver}]",
                )
            )
        sjekk.regel(regel)
    _meldingstekster(sjekk)
    sjekk.graf()
    sjekk_sammenheng(samling, enheter, bok, sjekk.betalingssum, feil)
    sjekk_tidsrom(samling, sjekk.kanter, stotter, feil)
    return bok


def _type(regel: Regel) -> Type:
    try:
        type_ = les_enhet(regel.enhet)[0]
    except ValueError:
        return UKJENT
    return Type(type_.art, type_.enhet, valg=regel.valg)


def _meldingstekster(sjekk: _Sjekk) -> None:
    for m in sjekk.samling.meldinger.values():
        regel = _omgivelse(m.mappe, f"melding:{m.id}", m.periode, m.for_hver, m.sted)
        for nokkel, tekst in (("tekst", m.tekst), ("kort", m.kort), ("frist", m.frist)):
            if tekst is not None:
                sted = Nokkel(m.sted.fil, (*m.sted.sti, nokkel), m.sted.hvor)
                mal = sjekk.mal(regel, tekst, sted)
                if mal is not None:
                    sjekk.bok.maler[f"{regel.id}:{nokkel}"] = mal
    for x in sjekk.samling.krav.values():
        regel = _omgivelse(x.mappe, f"krav:{x.id}", x.periode, x.for_hver, x.sted)
        for nokkel, tekst in (("tekst", x.tekst), ("rett", x.rett)):
            sted = Nokkel(x.sted.fil, (*x.sted.sti, nokkel), x.sted.hvor)
            mal = sjekk.mal(regel, tekst, sted)
            if mal is not None:
                sjekk.bok.maler[f"{regel.id}:{nokkel}"] = mal


def _omgivelse(
    mappe: str, navn: str, periode: Periode, for_hver: str | None, sted: Nokkel
) -> Regel:
    """Return a stand-in rule: the surroundings a text is read in."""
    return Regel(
        id=f"{mappe}.{navn}",
        mappe=mappe,
        navn=navn,
        enhet="tekst",
        periode=periode,
        sted=sted,
        for_hver=for_hver,
        skjult=True,
    )
