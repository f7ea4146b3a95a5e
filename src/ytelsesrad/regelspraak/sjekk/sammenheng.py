"""How the parts of a book fit together: payments and labels, coverage, notes, inputs, calendar."""

from __future__ import annotations

from collections.abc import Mapping

from ytelsesrad.lesing import Feil, mente_du
from ytelsesrad.regelspraak.enheter import Art, Type, UkjentEnhet, les_enhet
from ytelsesrad.regelspraak.kapittel import Betaling, Merke, Nokkel, Periode, Regel, type_verdi
from ytelsesrad.regelspraak.samling import BETALING, FELLES, Samling
from ytelsesrad.regelspraak.sjekk.graf import lukning
from ytelsesrad.regelspraak.sjekk.kontrollert import KontrollertBok


def sjekk_sammenheng(
    samling: Samling,
    enheter: Mapping[str, Type],
    bok: KontrollertBok,
    betalingssum: set[str],
    feil: list[Feil],
) -> None:
    """Note every part that names something that is not there or does not fit."""
    s = _Sammenheng(samling, enheter, feil)
    under = lukning(bok.avhenger)
    for b in samling.betalinger.values():
        s.betaling(b)
        dag = f"{b.mappe}.betaling:{b.id}:dag"
        if under.get(dag, frozenset()) & betalingssum:
            s.meld("R19", b.dag.sted, "Betalingsdagen kan ikke avhenge av hva som er betalt.")
    s.trekk()
    s.ytelser()
    s.navnelister()
    s.kalender(under)
    s.ubrukte(bok)


class _Sammenheng:
    def __init__(self, samling: Samling, enheter: Mapping[str, Type], feil: list[Feil]) -> None:
        self.samling = samling
        self.enheter = enheter
        self.feil = feil

    def meld(
        self, kode: str, sted: Nokkel, hva: str, rett: str = "", *, advarsel: bool = False
    ) -> None:
        alvor = "advarsel" if advarsel else "feil"
        self.feil.append(Feil(kode, sted.sted(), hva, rett, alvor))  # type: ignore[arg-type]

    def finn(self, navn: str, sted: Nokkel, hva: str) -> Regel | None:
        regler = self.samling.regler
        regel = regler.get(navn)
        kort = navn.split(".", 1)[-1]
        if regel is None and f"{FELLES}.{kort}" in regler:
            return regler[f"{FELLES}.{kort}"]
        if regel is None:
            nesten = mente_du(navn, [r for r in regler if ":" not in r])
            vist = nesten.removeprefix(f"{navn.split('.')[0]}.") if nesten else None
            self.meld(
                "R06",
                sted,
                f"{hva} nevner «{kort}», som ikke finnes."
                + (f" Mente du «{vist}»?" if vist else ""),
                f"Skriv «{vist}»." if vist else "",
            )
        return regel

    def betaling(self, b: Betaling) -> None:
        belop = self.finn(b.belop, b.sted, f"betaling.{b.id}")
        if belop is not None:
            type_ = self.enheter[belop.id]
            if type_.art is Art.TALL and type_.enhet.potens("kr") != 1:
                self.meld(
                    "R11", b.sted, f"Beløpet «{belop.navn}» er {type_}. En betaling er kroner."
                )
            if belop.periode is Periode.KONSTANT:
                self.meld(
                    "R08",
                    b.sted,
                    f"Beløpet «{belop.navn}» har ingen periode, så vi vet ikke hvor mange "
                    "betalinger det blir.",
                    'periode = "måned"',
                )
            if b.betaler_regel:
                self._merkeregel(b, belop, "betaler", b.betaler_regel, Art.TEKST)
        for navn, merke in self.samling.merker.items():
            self._merke(b, belop, navn, merke)
        for navn in (*b.merker, *b.merkeregler):
            if navn not in self.samling.merker:
                nesten = mente_du(navn, self.samling.merker)
                self.meld(
                    "R17",
                    b.sted,
                    f"betaling.{b.id}: merket «{navn}» finnes ikke."
                    + (f" Mente du «{nesten}»?" if nesten else ""),
                    f"{nesten} = …" if nesten else f"[merke.{navn}]",
                )
        ytelse = b.ytelse or b.id
        if ytelse not in self.samling.ytelser:
            self.meld(
                "R17",
                b.sted,
                f"betaling.{b.id} hører ikke til noen ytelse, så den får ingen linje i svaret.",
                f'ytelse = "…"   eller   [ytelse.{ytelse}]',
            )

    def _merke(self, b: Betaling, belop: Regel | None, navn: str, merke: Merke) -> None:
        if navn in b.merkeregler:
            try:
                art = les_enhet(merke.enhet)[0].art
            except UkjentEnhet:
                return
            self._merkeregel(b, belop, navn, b.merkeregler[navn], art)
        elif navn in b.merker:
            self._merkeverdi(b, navn, merke, b.merker[navn])
        elif merke.pakrevd:
            valg = ", ".join(f"«{v}»" for v in merke.valg) or merke.enhet
            self.meld(
                "R17",
                b.sted,
                f"betaling.{b.id} mangler merket «{navn}»: {merke.sporsmaal} Velg {valg}.",
                f"merker = {{ …, {navn} = … }}",
            )

    def _merkeregel(
        self, b: Betaling, belop: Regel | None, navn: str, regelnavn: str, art: Art
    ) -> None:
        regel = self.finn(regelnavn, b.sted, f"betaling.{b.id}, {navn}")
        if regel is None:
            return
        if self.enheter[regel.id].art not in (art, Art.UKJENT):
            self.meld(
                "R17",
                b.sted,
                f"betaling.{b.id}: «{navn}» skal være {art.value}, men regelen «{regel.navn}» er "
                f"{self.enheter[regel.id]}.",
            )
        if belop is not None and regel.for_hver not in (None, belop.for_hver):
            self.meld(
                "R09",
                b.sted,
                f"betaling.{b.id}: regelen «{regel.navn}» er for hver {regel.for_hver}, men "
                f"beløpet er {'for hver ' + belop.for_hver if belop.for_hver else 'ett'}.",
            )

    def _merkeverdi(self, b: Betaling, navn: str, merke: Merke, verdi: type_verdi) -> None:
        if merke.valg and verdi not in merke.valg:
            nesten = mente_du(str(verdi), merke.valg)
            self.meld(
                "R17",
                b.sted,
                f"betaling.{b.id}: «{navn}» kan ikke være «{verdi}»."
                + (f" Mente du «{nesten}»?" if nesten else ""),
                "Velg " + ", ".join(f'"{v}"' for v in merke.valg) + ".",
            )
        if merke.enhet == "ja/nei" and not isinstance(verdi, bool):
            self.meld(
                "R17", b.sted, f"betaling.{b.id}: «{navn}» er true eller false.", f"{navn} = true"
            )

    def trekk(self) -> None:
        for t in self.samling.trekk.values():
            regel = self.finn(t.belop, t.sted, f"trekk.{t.id}")
            if regel is not None and regel.for_hver != BETALING:
                self.meld(
                    "R09",
                    t.sted,
                    f"trekk.{t.id}: regelen «{regel.navn}» må være for hver betaling.",
                    'for_hver = "betaling"',
                )
            for annet in t.etter:
                if annet not in self.samling.trekk:
                    self.meld("R06", t.sted, f"trekk.{t.id}: trekket «{annet}» finnes ikke.")
            if t.ytelse is not None and t.ytelse not in self.samling.ytelser:
                self.meld("R06", t.sted, f"trekk.{t.id}: ytelsen «{t.ytelse}» finnes ikke.")

    def ytelser(self) -> None:
        for y in self.samling.ytelser.values():
            if y.rett is None:
                continue
            regel = self.finn(y.rett, y.sted, f"ytelse.{y.id}")
            if regel is not None and self.enheter[regel.id].enhet.potens("kr") != 1:
                self.meld("R11", y.sted, f"Retten «{regel.navn}» er ikke kroner.")

    def navnelister(self) -> None:
        for g in self.samling.ikke_modellert.values():
            for navn in g.berorer:
                self.finn(navn, g.sted, f"Forbeholdet «{g.id}»")
        for x in self.samling.krav.values():
            for navn in x.felt:
                regel = self.finn(navn, x.sted, f"Kravet «{x.id}»")
                if regel is not None and regel.inndata is None:
                    self.meld("R06", x.sted, f"Kravet «{x.id}»: «{regel.navn}» er ikke inndata.")
        for regel in self.samling.regler.values():
            if regel.inndata is None:
                continue
            andre = [*regel.inndata.krever, *filter(None, (regel.inndata.spor_om,))]
            for navn in andre:
                fullt = navn if "." in navn else f"{regel.mappe}.{navn}"
                self.finn(fullt, regel.sted, f"Inndata «{regel.navn}»")
        for enhet, navn in self.samling.enheter.items():
            self.finn(navn, self.samling.kapitler[0].regler[0].sted, f"Enheten «{enhet}»")

    def kalender(self, under: Mapping[str, frozenset[str]]) -> None:
        for hva, navn in self.samling.kalender.items():
            regel = self.samling.regler.get(navn)
            if regel is None:
                sted = next(r.sted for r in self.samling.regler.values())
                self.finn(navn, sted, f"kalender.{hva}")
                continue
            if hva == "helligdag":
                har_inndata = any(
                    self.samling.regler[r].inndata
                    for r in under.get(navn, ())
                    if r in self.samling.regler
                )
                if regel.periode is not Periode.DAG or regel.enhet != "ja/nei" or har_inndata:
                    self.meld(
                        "R08",
                        regel.sted,
                        "Helligdager skal være en ja/nei-regel per dag, uten inndata.",
                        'periode = "dag", enhet = "ja/nei"',
                    )
            elif regel.periode is not Periode.KONSTANT or regel.enhet != "dato":
                self.meld(
                    "R08",
                    regel.sted,
                    "Starten på en meldeperiode skal være en konstant dato.",
                    'periode = "konstant", enhet = "dato"',
                )

    def ubrukte(self, bok: KontrollertBok) -> None:
        brukt: set[str] = {n for navn in bok.avhenger.values() for n in navn}
        s = self.samling
        brukt |= {b.belop for b in s.betalinger.values()}
        brukt |= {r for b in s.betalinger.values() for r in b.merkeregler.values()}
        brukt |= {b.betaler_regel for b in s.betalinger.values() if b.betaler_regel}
        brukt |= {t.belop for t in s.trekk.values()}
        brukt |= {y.rett for y in s.ytelser.values() if y.rett}
        brukt |= {*s.enheter.values(), *s.kalender.values()}
        brukt |= bok.nevnt
        for regel in s.regler.values():
            if regel.id not in brukt and ":" not in regel.id and regel.inndata is None:
                self.meld(
                    "R21",
                    regel.sted,
                    f"Ingen bruker regelen «{regel.navn}».",
                    "Slett den, eller bruk den.",
                    advarsel=True,
                )
