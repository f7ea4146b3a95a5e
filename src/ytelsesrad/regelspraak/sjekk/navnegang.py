"""Names in a formula: the rule, the payment's own value or the built-in that each refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import (
    DATO,
    JA_NEI,
    TALL,
    TEKST,
    UKJENT,
    Art,
    Enhet,
    Type,
    UkjentEnhet,
    les_enhet,
)
from ytelsesrad.regelspraak.formel.leksing import FormelFeil
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Merke, Periode, Regel
from ytelsesrad.regelspraak.samling import BETALING, FELLES
from ytelsesrad.regelspraak.sjekk.funksjoner import FUNKSJONER, SAMLINGER
from ytelsesrad.regelspraak.sjekk.gang import Gang, feil_i, hver, linjen
from ytelsesrad.regelspraak.sjekk.kant import Kant
from ytelsesrad.regelspraak.sjekk.kontekst import PERIODENAVN, Kontekst, kan_leses

INNEBYGD = {
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


@dataclass(slots=True)
class Navnegang(Gang):
    """The part of a walk that finds out what names mean."""

    def _navn(self, node: tre.Navn, k: Kontekst, *, paa: bool = False) -> Type:
        if node.navn.startswith("betaling.") and node.form == "vanlig" and not paa:
            return self._betalingsverdi(node, k)
        if node.navn in INNEBYGD and node.form != "forrige" and not paa:
            egen = k.utenfor(self.alle_arter) if node.form == "denne" else k
            return self._innebygd(node, egen)
        regel = self.finn(node, k)
        sted = k.utenfor(self.alle_arter) if node.form == "denne" else k
        til = PERIODETYPE[regel.periode]
        if not paa and not kan_leses(sted.periode, til):
            raise _for_fin_periode(node, regel, sted)
        self._krev_medlem(node, regel, sted)
        node.regel = regel.id
        bak = node.form == "forrige" and not k.i_lokke
        bak = bak or (sted.hittil and not paa and til <= sted.periode)
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
        ting = regel.for_hver
        if ting is None or ting in k.grupper:
            return
        art = self.enheter[regel.id].art
        eks = f"sum({node.navn} for {hver(ting)} {ting})"
        if art is not Art.TALL:
            eks = f"antall({node.navn} … for {hver(ting)} {ting})"
        raise feil_i(
            node,
            f"«{node.navn}» har en verdi for {hver(ting)} {ting}, og her står det ikke hvilken.",
            f'Skriv for eksempel «{eks}», eller gjør regelen for_hver = "{ting}".',
            "R09",
        )

    def _innebygd(self, node: tre.Navn, k: Kontekst) -> Type:
        her = _INNEBYGD_I[k.periode]
        if node.navn not in her:
            hva = f"«{node.navn}» finnes ikke i en regel som gjelder per {PERIODENAVN[k.periode]}."
            rett = f"Her finnes {', '.join(her)}."
            if k.periode is Periodetype.KONSTANT:
                hva = f"«{node.navn}» finnes ikke her: regelen er konstant og har ingen periode."
                rett = 'Gi regelen en periode, for eksempel periode = "år".'
            raise feil_i(node, hva, rett, "R08")
        node.innebygd = node.navn
        return INNEBYGD[node.navn]

    def _betalingsverdi(self, node: tre.Navn, k: Kontekst) -> Type:
        navn = node.navn.removeprefix("betaling.")
        if BETALING not in k.grupper:
            raise feil_i(
                node,
                f'«{node.navn}» finnes bare i en regel for_hver = "betaling" eller i en sum '
                "for hver betaling.",
                f"Skriv for eksempel «sum({node.navn} for hver betaling)».",
                "R09",
            )
        node.merke = navn
        for art in k.arter:
            for regel, regelart in self._betalingskanter(navn, art):
                egen = art if k.egen_betaling else None
                self.kanter.append(Kant(regel, regelart, k.hittil, node.fra, egen, False))
        if navn in BETALINGSVERDIER:
            return BETALINGSVERDIER[navn]
        merke = self.samling.merker.get(navn)
        if merke is None:
            nesten = mente_du(navn, [*BETALINGSVERDIER, *self.samling.merker])
            raise feil_i(
                node,
                f"Betalinger har ikke noe merke «{navn}»."
                + (f" Mente du «betaling.{nesten}»?" if nesten else ""),
                f"[merke.{navn}]   (lag merket først)",
                "R06",
                erstatt=f"betaling.{nesten}" if nesten else None,
            )
        return _merketype(merke)

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
            eget, felles = f"{k.regel.mappe}.{node.navn}", f"{FELLES}.{node.navn}"
            regel = regler.get(eget) or regler.get(felles)
        if regel is not None:
            return regel
        if node.navn in (*FUNKSJONER, *SAMLINGER):
            hva = f"«{node.navn}» er en funksjon, og må ha parentes med verdier."
            raise feil_i(node, hva, f"Skriv {node.navn}(…).", "R07")
        kort = node.navn.rsplit(".", 1)[-1]
        andre = [r for r in regler.values() if r.navn == kort and not r.skjult]
        if andre:
            hvor = linjen(andre[0], k.regel)
            raise feil_i(
                node,
                f"«{node.navn}» finnes ikke her, men i mappen «{andre[0].mappe}» ({hvor}).",
                f"Skriv «{andre[0].id}».",
                "R06",
                erstatt=andre[0].id,
            )
        naere = {
            (r.navn if r.mappe in (k.regel.mappe, FELLES) else r.id): r
            for r in regler.values()
            if ":" not in r.id
        }
        nesten = mente_du(node.navn, [*naere, *INNEBYGD])
        hvor = f" ({linjen(naere[nesten], k.regel)})" if nesten in naere else ""
        raise feil_i(
            node,
            f"«{node.navn}» finnes verken i mappen «{k.regel.mappe}» eller i «{FELLES}»."
            + (f" Mente du «{nesten}»{hvor}?" if nesten else ""),
            f"Lag regelen [{kort}], eller rett navnet." if nesten is None else "",
            "R06",
            erstatt=nesten,
        )


def _merketype(merke: Merke) -> Type:
    try:
        type_ = les_enhet(merke.enhet)[0]
    except UkjentEnhet:
        return UKJENT
    return Type(type_.art, type_.enhet, valg=merke.valg)


def _for_fin_periode(node: tre.Navn, regel: Regel, k: Kontekst) -> FormelFeil:
    ting = regel.periode.value
    lokke = f"{node.navn} for {hver(ting)} {ting}"
    kan_samles = k.periode > PERIODETYPE[regel.periode] and k.periode < Periodetype.KONSTANT
    rett = f"Skriv «{node.navn} på første_dag» eller «sum({lokke} i året)»."
    if k.periode is Periodetype.KONSTANT:
        rett = f"Skriv «{node.navn} på <dato>» eller «sum({lokke} fra <dato> til <dato>)»."
    elif kan_samles:
        rett = f"Skriv «{node.navn} på første_dag» eller «snitt({lokke})»."
    summeres = kan_samles and regel.enhet.endswith(f"/{ting}") and node.form == "vanlig"
    her = "en konstant regel" if k.periode is Periodetype.KONSTANT else None
    return feil_i(
        node,
        f"«{node.navn}» gjelder per {Periode(ting).value}, men her trengs en verdi "
        + (f"i {her}." if her else f"per {PERIODENAVN[k.periode]}."),
        rett,
        "R08",
        erstatt=f"sum({lokke})" if summeres else None,
    )
