"""Walk a tree: find what each name refers to, and what type each part has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import (
    DATO,
    JA_NEI,
    REN,
    TALL,
    TEKST,
    UKJENT,
    Art,
    Enhet,
    Type,
    UkjentEnhet,
    les_enhet,
)
from ytelsesrad.regelspraak.grammatikk import er_tidsting
from ytelsesrad.regelspraak.kapittel import Merke, Regel
from ytelsesrad.regelspraak.leksing import FormelFeil
from ytelsesrad.regelspraak.samling import BETALING, FELLES, Samling
from ytelsesrad.regelspraak.sjekk.funksjoner import BANKDAG, FOLK, FUNKSJONER, kalltype
from ytelsesrad.regelspraak.sjekk.kontekst import PERIODENAVN, PERIODETYPE, Kontekst, kan_leses
from ytelsesrad.regelspraak.sjekk.kontrollert import Kant
from ytelsesrad.regelspraak.sjekk.merkefilter import kan_passere

_TING = {
    "dag": Periodetype.DAG,
    "meldeperiode": Periodetype.MELDEPERIODE,
    "måned": Periodetype.MAANED,
    "år": Periodetype.AAR,
}
_INNEBYGD = {
    "år": TALL,
    "månedsnummer": TALL,
    "første_dag": DATO,
    "siste_dag": DATO,
    "dagen": DATO,
}
_INNEBYGD_I = {
    Periodetype.DAG: ("år", "månedsnummer", "første_dag", "siste_dag", "dagen"),
    Periodetype.MELDEPERIODE: ("første_dag", "siste_dag"),
    Periodetype.MAANED: ("år", "månedsnummer", "første_dag", "siste_dag"),
    Periodetype.AAR: ("år", "første_dag", "siste_dag"),
    Periodetype.KONSTANT: (),
}
BETALINGSVERDIER = {
    "brutto": Type(Art.TALL, Enhet((("kr", 1),))),
    "netto": Type(Art.TALL, Enhet((("kr", 1),))),
    "dato": DATO,
    "fra_dag": DATO,
    "til_dag": DATO,
    "betaler": TEKST,
    "kilde": TEKST,
    "oppgjor": JA_NEI,
}
_TIDSENHET = {
    Periodetype.DAG: "dag",
    Periodetype.MELDEPERIODE: "meldeperiode",
    Periodetype.MAANED: "måned",
    Periodetype.AAR: "år",
}


@dataclass(slots=True)
class Typegang:
    """One walk over one formula. ``kanter`` gathers what it asks; ``feil`` what is wrong."""

    samling: Samling
    enheter: Mapping[str, Type]
    """Type of each rule, by full name."""
    alle_arter: tuple[str, ...]
    kanter: list[Kant] = field(default_factory=list)
    feil: list[FormelFeil] = field(default_factory=list)
    betalingssum: bool = False
    """The formula sums over payments."""

    def type_av(self, node: tre.Node, k: Kontekst) -> Type:
        """Return the type of a part; a fault is noted once and gives UKJENT."""
        try:
            svar = self._type(node, k)
        except FormelFeil as feil:
            self.feil.append(feil)
            svar = UKJENT
        node.type = svar
        return svar

    def _type(self, node: tre.Node, k: Kontekst) -> Type:
        match node:
            case tre.Tall():
                return self._tall(node)
            case tre.Dato():
                return DATO
            case tre.Tekst():
                return TEKST
            case tre.JaNei():
                return JA_NEI
            case tre.Navn():
                return self._navn(node, k)
            case tre.Paa():
                self.krev(node.dag, k, DATO, "Etter «på» må det stå en dato.")
                return self._navn(node.navn, k, paa=True)
            case tre.SettFra():
                self.krev(node.dag, k, DATO, "Etter «sett fra» må det stå en dato.")
                return self.type_av(node.uttrykk, k)
            case tre.Med():
                return self._med(node, k)
            case tre.Kall():
                return self._kall(node, k)
            case tre.Samling():
                return self._samling(node, k)
            case tre.Fortegn():
                return self.krev_tall(node.uttrykk, k, "Minus")
            case tre.Ikke():
                return self.krev(node.uttrykk, k, JA_NEI, "Etter «ikke» må det stå et ja/nei.")
            case tre.Logisk():
                for del_ in (node.a, node.b):
                    self.krev(del_, k, JA_NEI, f"«{node.op}» binder sammen ja/nei.")
                return JA_NEI
            case tre.Sammenlign():
                return self._sammenlign(node, k)
            case tre.Regning():
                return self._regning(node, k)
            case tre.Hvis():
                self.krev(node.vilkaar, k, JA_NEI, "Etter «hvis» må det stå et ja/nei.")
                saa, ellers = self.type_av(node.saa, k), self.type_av(node.ellers, k)
                return self.like(node.saa, saa, node.ellers, ellers)
            case _:
                return UKJENT

    # ── names ──────────────────────────────────────────────────────────────────────────────────

    def _navn(self, node: tre.Navn, k: Kontekst, *, paa: bool = False) -> Type:
        if node.navn.startswith("betaling.") and node.form == "vanlig" and not paa:
            return self._betalingsverdi(node, k)
        if node.navn in _INNEBYGD and node.form != "forrige" and not paa:
            egen = k.utenfor(self.alle_arter) if node.form == "denne" else k
            return self._innebygd(node, egen)
        regel = self.finn(node, k)
        sted = k.utenfor(self.alle_arter) if node.form == "denne" else k
        til = PERIODETYPE[regel.periode]
        if not paa and not kan_leses(sted.periode, til):
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«{node.navn}» gjelder per {regel.periode.value}, men her trengs en verdi per "
                f"{PERIODENAVN[sted.periode]}.",
                f"Skriv «{node.navn} på <dato>» eller «sum({node.navn} for hver "
                f"{regel.periode.value})».",
                "R08",
            )
        self._krev_medlem(node, regel, sted)
        node.regel = regel.id
        bak = node.form == "forrige" and not k.i_lokke
        bak = bak or (k.hittil and not paa and til <= k.periode)
        samme = not (bak or paa or k.i_lokke)
        self._kant(node, regel, sted, bak=bak, samme=samme)
        return Type(self.enheter[regel.id].art, self.enheter[regel.id].enhet, valg=regel.valg)

    def _kant(self, node: tre.Navn, regel: Regel, k: Kontekst, *, bak: bool, samme: bool) -> None:
        if regel.for_hver == BETALING:
            for art in k.arter:
                egen = art if k.egen_betaling else None
                self.kanter.append(Kant(regel.id, art, bak, node.fra, egen, samme))
        else:
            self.kanter.append(Kant(regel.id, None, bak, node.fra, None, samme))

    def _krev_medlem(self, node: tre.Navn, regel: Regel, k: Kontekst) -> None:
        if regel.for_hver is None or regel.for_hver in k.grupper:
            return
        ting = regel.for_hver
        hver = "hvert" if ting == "barn" else "hver"
        raise FormelFeil(
            node.fra,
            node.til - node.fra,
            f"«{node.navn}» har en verdi for {hver} {ting}.",
            f"Bruk «sum({node.navn} for {hver} {ting})» eller lignende, eller gjør regelen "
            f'for_hver = "{ting}".',
            "R09",
        )

    def _innebygd(self, node: tre.Navn, k: Kontekst) -> Type:
        if node.navn not in _INNEBYGD_I[k.periode]:
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«{node.navn}» finnes ikke i en regel som gjelder per {PERIODENAVN[k.periode]}."
                if k.periode is not Periodetype.KONSTANT
                else f"«{node.navn}» finnes ikke her: regelen er konstant og har ingen periode.",
                kode="R08",
            )
        node.innebygd = node.navn
        return _INNEBYGD[node.navn]

    def _betalingsverdi(self, node: tre.Navn, k: Kontekst) -> Type:
        navn = node.navn.removeprefix("betaling.")
        if BETALING not in k.grupper:
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f'«{node.navn}» finnes bare i en regel for_hver = "betaling" eller i en sum '
                "for hver betaling.",
                kode="R09",
            )
        node.merke = navn
        for art in k.arter:
            for kant in self._betalingskanter(navn, art):
                egen = art if k.egen_betaling else None
                self.kanter.append(Kant(kant[0], kant[1], k.hittil, node.fra, egen, False))
        if navn in BETALINGSVERDIER:
            return BETALINGSVERDIER[navn]
        merke = self.samling.merker.get(navn)
        if merke is None:
            kjente = [*BETALINGSVERDIER, *self.samling.merker]
            nesten = mente_du(navn, kjente)
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"Betalinger har ikke noe merke «{navn}»."
                + (f" Mente du «betaling.{nesten}»?" if nesten else ""),
                f"betaling.{nesten}" if nesten else f"[merke.{navn}]  (lag merket først)",
                "R06",
            )
        return self._merketype(merke)

    @staticmethod
    def _merketype(merke: Merke) -> Type:
        try:
            type_ = les_enhet(merke.enhet)[0]
        except UkjentEnhet:
            return UKJENT
        return Type(type_.art, type_.enhet, valg=merke.valg)

    def _betalingskanter(self, navn: str, art: str) -> Iterator[tuple[str, str | None]]:
        b = self.samling.betalinger[art]
        if navn in ("brutto", "netto") and b.belop in self.samling.regler:
            yield b.belop, None
        if navn == "netto":
            for trekk in self.samling.trekk.values():
                yield trekk.belop, art
        if navn == "betaler" and b.betaler_regel:
            yield b.betaler_regel, None
        if navn in b.merkeregler:
            yield b.merkeregler[navn], None

    def finn(self, node: tre.Navn, k: Kontekst) -> Regel:
        """Find the rule a name refers to from where it stands."""
        regler = self.samling.regler
        if "." in node.navn:
            regel = regler.get(node.navn)
        else:
            regel = regler.get(f"{k.regel.mappe}.{node.navn}") or regler.get(
                f"{FELLES}.{node.navn}"
            )
        if regel is not None:
            return regel
        kort = node.navn.rsplit(".", 1)[-1]
        andre = [r for r in regler.values() if r.navn == kort and not r.skjult]
        if andre:
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«{node.navn}» finnes ikke her, men den finnes i en annen mappe.",
                f"Skriv «{andre[0].id}».",
                "R06",
            )
        naere = {
            (r.navn if r.mappe in (k.regel.mappe, FELLES) else r.id): r
            for r in regler.values()
            if ":" not in r.id
        }
        nesten = mente_du(node.navn, [*naere, *_INNEBYGD])
        sted = naere[nesten].sted.sted() if nesten in naere else None
        hvor = f" ({sted.fil}, linje {sted.linje})" if sted is not None else ""
        raise FormelFeil(
            node.fra,
            node.til - node.fra,
            f"Ukjent navn «{node.navn}»." + (f" Mente du «{nesten}»{hvor}?" if nesten else ""),
            f"Skriv «{nesten}»." if nesten else "Lag regelen, eller rett navnet.",
            "R06",
        )

    # ── arithmetic ─────────────────────────────────────────────────────────────────────────────

    def _tall(self, node: tre.Tall) -> Type:
        if node.enhet is None:
            return Type(Art.TALL, REN, null=node.verdi == 0)
        type_, faktor = les_enhet(node.enhet)
        node.verdi = node.verdi * faktor
        node.enhet = str(type_.enhet) if type_.enhet.potenser else None  # now in base form
        return Type(Art.TALL, type_.enhet, null=node.verdi == 0)

    def krev(self, node: tre.Node, k: Kontekst, skal: Type, hva: str) -> Type:
        """Check that a part has a kind."""
        har = self.type_av(node, k)
        if har.art not in (skal.art, Art.UKJENT):
            self.feil.append(
                FormelFeil(node.fra, node.til - node.fra, f"{hva} Dette er {har}.", kode="R10")
            )
        return skal

    def krev_tall(self, node: tre.Node, k: Kontekst, hva: str) -> Type:
        """Check that a part is a number and return its type."""
        har = self.type_av(node, k)
        if har.art not in (Art.TALL, Art.UKJENT):
            raise FormelFeil(
                node.fra, node.til - node.fra, f"{hva} virker på tall, ikke {har}.", kode="R10"
            )
        return Type(har.art, har.enhet)

    def like(self, a: tre.Node, ta: Type, b: tre.Node, tb: Type) -> Type:
        """Check that two parts have the same type and return it."""
        if Art.UKJENT in (ta.art, tb.art):
            return tb if ta.art is Art.UKJENT else ta
        if ta.art is not tb.art:
            raise self._ulike(a, ta, b, tb, "hører ikke sammen")
        if ta.er_tall and ta.enhet != tb.enhet:
            if ta.null:
                return Type(Art.TALL, tb.enhet)
            if tb.null:
                return Type(Art.TALL, ta.enhet)
            raise self._ulike(a, ta, b, tb, "kan ikke legges sammen eller sammenlignes")
        return Type(ta.art, ta.enhet, valg=ta.valg or tb.valg)

    def _ulike(self, a: tre.Node, ta: Type, b: tre.Node, tb: Type, hva: str) -> FormelFeil:
        detaljer = "; ".join(
            f"«{n.navn}» er {t} ({r.sted.sted().fil}, linje {r.sted.sted().linje})"
            for n, t in ((a, ta), (b, tb))
            if isinstance(n, tre.Navn) and n.regel and (r := self.samling.regler[n.regel])
        )
        enheter = {ta.enhet.potens("år") + tb.enhet.potens("måned") * 10, 0}
        rett = ""
        if {str(ta), str(tb)} == {"kr/år", "kr/måned"} and len(enheter) > 1:
            n = b if str(tb) == "kr/måned" else a
            navn = n.navn if isinstance(n, tre.Navn) else "…"
            rett = f"Skriv for eksempel «sum({navn} for hver måned)», eller del på 12 måneder/år."
        return FormelFeil(
            a.fra,
            b.til - a.fra,
            f"{ta} og {tb} {hva}." + (f" {detaljer}." if detaljer else ""),
            rett,
            "R10",
        )

    def _sammenlign(self, node: tre.Sammenlign, k: Kontekst) -> Type:
        ta, tb = self.type_av(node.a, k), self.type_av(node.b, k)
        felles = self.like(node.a, ta, node.b, tb)
        if node.op not in ("=", "<>") and felles.art in (Art.TEKST, Art.JA_NEI):
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"{felles} kan bare sammenlignes med = og <>.",
                kode="R10",
            )
        for n, t in ((node.a, tb), (node.b, ta)):
            if isinstance(n, tre.Tekst) and t.valg and n.verdi not in t.valg:
                nesten = mente_du(n.verdi, t.valg)
                raise FormelFeil(
                    n.fra,
                    n.til - n.fra,
                    f"«{n.verdi}» er ikke en av mulighetene: {', '.join(t.valg)}."
                    + (f" Mente du «{nesten}»?" if nesten else ""),
                    f"'{nesten}'" if nesten else "",
                    "R16",
                )
        return JA_NEI

    def _regning(self, node: tre.Regning, k: Kontekst) -> Type:
        ta, tb = self.type_av(node.a, k), self.type_av(node.b, k)
        if Art.UKJENT in (ta.art, tb.art):
            return UKJENT if node.op in "*/" else (tb if ta.art is Art.UKJENT else ta)
        if Art.DATO in (ta.art, tb.art) and node.op in "+-":
            return self._datoregning(node, ta, tb)
        for n, t in ((node.a, ta), (node.b, tb)):
            if not t.er_tall:
                raise FormelFeil(
                    n.fra, n.til - n.fra, f"«{node.op}» virker på tall, ikke {t}.", kode="R10"
                )
        if node.op in "+-":
            felles = self.like(node.a, ta, node.b, tb)
            return Type(Art.TALL, felles.enhet)
        return Type(Art.TALL, ta.enhet.ganger(tb.enhet, 1 if node.op == "*" else -1))

    def _datoregning(self, node: tre.Regning, ta: Type, tb: Type) -> Type:
        if ta.art is Art.DATO and tb.art is Art.DATO and node.op == "-":
            return Type(Art.TALL, Enhet((("dag", 1),)))
        tid = {e: Enhet(((e, 1),)) for e in ("dag", "uke", "måned", "år")}
        if ta.art is Art.DATO and tb.er_tall and tb.enhet in tid.values():
            return DATO
        raise FormelFeil(
            node.fra,
            node.til - node.fra,
            f"{ta} {node.op} {tb} går ikke an.",
            "Skriv for eksempel «dagen + 4 uker» eller «slutt - start».",
            "R10",
        )

    def _kall(self, node: tre.Kall, k: Kontekst) -> Type:
        if node.funksjon not in FUNKSJONER:
            folk = FOLK.get(node.funksjon)
            nesten = folk or mente_du(node.funksjon, [*FUNKSJONER, "sum", "antall", "snitt"])
            for arg in node.argumenter:
                self.type_av(arg, k)
            raise FormelFeil(
                node.fra,
                len(node.funksjon),
                f"Ukjent funksjon «{node.funksjon}»."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f"{nesten}(…)" if nesten else "",
                "R07",
            )
        if node.funksjon in BANKDAG and "helligdag" not in self.samling.kalender:
            raise FormelFeil(
                node.fra,
                len(node.funksjon),
                "Bankdager kan ikke regnes ut: ingen regel sier hvilke dager som er helligdag.",
                '[kalender]\nhelligdag = "helligdag"',
                "R07",
            )
        typer = [self.type_av(arg, k) for arg in node.argumenter]
        return kalltype(node, typer, self.like)

    def _med(self, node: tre.Med, k: Kontekst) -> Type:
        regel = self.finn(node.navn, k)
        node.navn.regel = regel.id
        skal = self.enheter[regel.id]
        har = self.type_av(node.verdi, k)
        self.like(node.navn, skal, node.verdi, har)
        return self.type_av(node.uttrykk, k)

    # ── sums and their like ────────────────────────────────────────────────────────────────────

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
        return self._samletype(node, x, k, ting=ting)

    def _som_passerer(self, hvor: tre.Node, k: Kontekst) -> tuple[str, ...]:
        return tuple(a for a in k.arter if kan_passere(hvor, self.samling.betalinger[a]))

    def _inne_i_tid(self, node: tre.Samling, k: Kontekst) -> Kontekst:
        type_ = _TING[node.ting]
        node.tingtype = type_
        hva = node.omfang
        if hva is None and (k.periode is Periodetype.KONSTANT or type_ >= k.periode):
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«for hver {node.ting}» trenger et omfang her, for regelen gjelder per "
                f"{PERIODENAVN[k.periode]}.",
                f"Skriv «for hver {node.ting} i året», «hittil i året» eller «fra … til …».",
                "R08",
            )
        if hva is not None and hva != "fra til":
            stor = _TING[hva.removeprefix("hittil ")]
            if not kan_leses(k.periode, stor) or type_ > stor:
                raise FormelFeil(
                    node.fra,
                    node.til - node.fra,
                    f"«i {hva.removeprefix('hittil ')}» passer ikke i en regel som gjelder per "
                    f"{PERIODENAVN[k.periode]}.",
                    "Skriv «fra … til …».",
                    "R08",
                )
        hittil = bool(hva and hva.startswith("hittil"))
        return k.med(periode=type_, hittil=k.hittil or hittil, i_lokke=True)

    def _inne_i_gruppe(self, node: tre.Samling, k: Kontekst) -> Kontekst:
        ting = node.ting
        if ting == BETALING:
            self._inne_i_betalinger(node, k)
            self.betalingssum = True
            return k.med(
                periode=Periodetype.DAG,
                grupper=k.grupper | {BETALING},
                arter=self.alle_arter,
                hittil=k.hittil or bool(node.omfang and node.omfang.startswith("hittil")),
                i_lokke=True,
                egen_betaling=False,
            )
        gruppe = ting if ting in self.samling.grupper else None
        if gruppe is None:
            alle = [BETALING, *_TING, *self.samling.grupper]
            nesten = mente_du(ting, alle)
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«for hver {ting}»: {ting} er verken en periode eller en gruppe."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                f"[gruppe.{ting}]  (lag gruppen først)",
                "R06",
            )
        if node.omfang is not None:
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                f"«for hver {ting}» kan ikke ha et omfang i tid.",
                kode="R08",
            )
        return k.med(grupper=k.grupper | {ting}, i_lokke=True)

    def _inne_i_betalinger(self, node: tre.Samling, k: Kontekst) -> None:
        if node.omfang is None and k.periode is Periodetype.KONSTANT:
            raise FormelFeil(
                node.fra,
                node.til - node.fra,
                "En sum over betalinger trenger et tidsrom her, for regelen er konstant.",
                "Skriv «for hver betaling fra … til …».",
                "R08",
            )
        if node.omfang not in (None, "fra til"):
            stor = _TING[str(node.omfang).removeprefix("hittil ")]
            if not kan_leses(k.periode, stor):
                raise FormelFeil(
                    node.fra,
                    node.til - node.fra,
                    f"Omfanget passer ikke i en regel som gjelder per {PERIODENAVN[k.periode]}.",
                    "Skriv «fra … til …».",
                    "R08",
                )

    def _samletype(self, node: tre.Samling, x: Type, k: Kontekst, *, ting: bool) -> Type:
        if node.art == "antall":
            if x.art not in (Art.JA_NEI, Art.UKJENT):
                raise FormelFeil(
                    node.uttrykk.fra,
                    node.uttrykk.til - node.uttrykk.fra,
                    f"«antall» teller der noe er ja. Dette er {x}.",
                    "Skriv for eksempel «antall(x > 0 for hver måned)».",
                    "R10",
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
            raise FormelFeil(
                node.uttrykk.fra,
                node.uttrykk.til - node.uttrykk.fra,
                f"«{node.art}» virker på tall, ikke {x}.",
                kode="R10",
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
