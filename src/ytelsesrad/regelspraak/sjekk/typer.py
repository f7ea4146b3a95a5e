"""Walk a tree: find what each name refers to, and what type each part has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import (
    DATO,
    JA_NEI,
    REN,
    TEKST,
    UKJENT,
    Art,
    Enhet,
    Type,
    les_enhet,
)
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.sjekk.funksjoner import BANKDAG, kalltype, ukjent_funksjon
from ytelsesrad.regelspraak.sjekk.gang import feil_i, slag
from ytelsesrad.regelspraak.sjekk.kontekst import Kontekst
from ytelsesrad.regelspraak.sjekk.lokkegang import Lokkegang

_UTEN_ENHET = {
    12: "12 måneder/år",
    52: "52 uker/år",
    26: "26 meldeperioder/år",
    260: "260 dager/år",
    365: "365 dager/år",
}
_TID = {e: Enhet(((e, 1),)) for e in ("dag", "uke", "måned", "år")}


@dataclass(slots=True)
class Typegang(Lokkegang):
    """One walk over one formula."""

    def _type(self, node: tre.Node, k: Kontekst) -> Type:
        match node:
            case tre.Tall():
                return _tall(node)
            case tre.Dato():
                return DATO
            case tre.Tekst():
                return TEKST
            case tre.JaNei():
                return JA_NEI
            case tre.Navn():
                return self._navn(node, k)
            case tre.ErOppgitt():
                return self._er_oppgitt(node, k)
            case tre.VetIkke():
                return _vet_ikke(node, k)
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
                hva = "kan ikke være svar på det samme"
                return self.like(node.saa, saa, node.ellers, ellers, k, hva)
            case _:
                return UKJENT

    def _sammenlign(self, node: tre.Sammenlign, k: Kontekst) -> Type:
        ta, tb = self.type_av(node.a, k), self.type_av(node.b, k)
        felles = self.like(node.a, ta, node.b, tb, k, "kan ikke sammenlignes")
        if node.op not in ("=", "<>") and felles.art in (Art.TEKST, Art.JA_NEI):
            raise feil_i(
                node,
                f"{felles.art.value.capitalize()} kan bare sammenlignes med = og <>.",
                "Skriv = eller <>.",
            )
        for n, t in ((node.a, tb), (node.b, ta)):
            if isinstance(n, tre.Tekst) and t.valg and n.verdi not in t.valg:
                raise ikke_en_av(n, n.verdi, t.valg)
        return JA_NEI

    def _regning(self, node: tre.Regning, k: Kontekst) -> Type:
        ta, tb = self.type_av(node.a, k), self.type_av(node.b, k)
        if Art.UKJENT in (ta.art, tb.art):
            return UKJENT if node.op in "*/" else (tb if ta.art is Art.UKJENT else ta)
        if Art.DATO in (ta.art, tb.art) and node.op in "+-":
            return _datoregning(node, ta, tb)
        for n, t in ((node.a, ta), (node.b, tb)):
            if not t.er_tall:
                raise feil_i(n, f"«{node.op}» virker på tall, ikke {slag(t)}.", "Skriv et tall.")
        if node.op in "+-":
            hva = "legges sammen" if node.op == "+" else "trekkes fra hverandre"
            felles = self.like(node.a, ta, node.b, tb, k, f"kan ikke {hva}")
            return Type(Art.TALL, felles.enhet)
        if isinstance(node.b, tre.Tall) and node.b.enhet is None and ta.enhet.potenser:
            self._varsle_uten_enhet(node, node.b, ta)
        return Type(Art.TALL, ta.enhet.ganger(tb.enhet, 1 if node.op == "*" else -1))

    def _varsle_uten_enhet(self, node: tre.Regning, tall: tre.Tall, ta: Type) -> None:
        """Warn of «/ 12»: it leaves a yearly amount a yearly amount."""
        mente = _UTEN_ENHET.get(int(tall.verdi)) if tall.verdi == int(tall.verdi) else None
        tid = mente.rsplit("/", 1)[-1] if mente else ""
        if mente and any(p < 0 for e, p in ta.enhet.potenser if e in (tid, *_TID)):
            self.feil.append(
                FormelFeil(
                    tall.fra,
                    tall.til - tall.fra,
                    f"«{node.op} {int(tall.verdi)}» endrer ikke enheten: det er fortsatt {ta}. "
                    f"Mente du «{node.op} {mente}»?",
                    kode="R13",
                    erstatt=mente,
                    advarsel=True,
                )
            )

    def _kall(self, node: tre.Kall, k: Kontekst) -> Type:
        ukjent = ukjent_funksjon(node)
        typer = [self.type_av(arg, k) for arg in node.argumenter]
        if ukjent is not None:
            raise ukjent
        if node.funksjon in BANKDAG and "helligdag" not in self.samling.kalender:
            raise FormelFeil(
                node.fra,
                len(node.funksjon),
                "Bankdager kan ikke regnes ut: ingen regel sier hvilke dager som er helligdag.",
                'I en fil i mappen «felles»:\n[kalender]\nhelligdag = "helligdag"',
                "R07",
            )
        return kalltype(node, typer, lambda a, ta, b, tb: self.like(a, ta, b, tb, k))

    def _er_oppgitt(self, node: tre.ErOppgitt, k: Kontekst) -> Type:
        foer = len(self.kanter)
        self._navn(node.navn, k)
        # The value itself is not read, so this can be no circle.
        self.kanter[foer:] = [
            replace(kant, bak=True, samme_tid=False) for kant in self.kanter[foer:]
        ]
        regel = self.samling.regler.get(str(node.navn.regel))
        if regel is None or regel.inndata is None:
            raise feil_i(
                node,
                f"«{node.navn.navn}» er ikke inndata, så ingen kan oppgi den.",
                "Bruk oppgitt(…) bare på regler med inndata.",
                "R07",
            )
        return JA_NEI

    def _med(self, node: tre.Med, k: Kontekst) -> Type:
        regel = self.finn(node.navn, k)
        node.navn.regel = regel.id
        skal = self.enheter[regel.id]
        har = self.type_av(node.verdi, k)
        self.like(node.navn, skal, node.verdi, har, k, "kan ikke stå i stedet for hverandre")
        return self.type_av(node.uttrykk, k)


def _vet_ikke(node: tre.VetIkke, k: Kontekst) -> Type:
    if k.regel.inndata is None:
        raise feil_i(
            node,
            f"«ukjent» betyr at personen må oppgi «{k.regel.navn}», men den er ikke inndata.",
            "Gi regelen inndata, eller spør om noe som er det.",
            "R07",
        )
    return UKJENT


def _tall(node: tre.Tall) -> Type:
    if node.enhet is None:
        return Type(Art.TALL, REN, null=node.verdi == 0)
    type_, faktor = les_enhet(node.enhet)
    node.verdi = node.verdi * faktor
    node.enhet = str(type_.enhet) if type_.enhet.potenser else None  # now in base form
    return Type(Art.TALL, type_.enhet, null=node.verdi == 0)


def _datoregning(node: tre.Regning, ta: Type, tb: Type) -> Type:
    if ta.art is Art.DATO and tb.art is Art.DATO and node.op == "-":
        return Type(Art.TALL, _TID["dag"])
    if ta.art is Art.DATO and tb.er_tall and tb.enhet in _TID.values():
        return DATO
    hva = "legges sammen" if node.op == "+" else "trekkes fra hverandre"
    vist = " og ".join(slag(t) for t in (ta, tb))
    raise feil_i(
        node,
        f"{vist[:1].upper()}{vist[1:]} kan ikke {hva}.",
        "Skriv for eksempel «første_dag + 4 uker» eller «siste_dag - første_dag».",
    )


def ikke_en_av(node: tre.Node, verdi: str, valg: tuple[str, ...]) -> FormelFeil:
    """Return the fault of a text that is none of the choices."""
    nesten = mente_du(verdi, valg)
    return feil_i(
        node,
        f"«{verdi}» er ikke en av mulighetene: {', '.join(valg)}."
        + (f" Mente du «{nesten}»?" if nesten else ""),
        "Skriv " + " eller ".join(f"'{v}'" for v in valg) + ".",
        "R16",
        erstatt=f"'{nesten}'" if nesten else None,
    )
