"""From a situation to what a run is given, plan by plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel
from ytelsesrad.situasjon.grenser import JOBB, KILDE, MAKS_FEIL, PLAN, Sti
from ytelsesrad.situasjon.krever import sjekk_krever
from ytelsesrad.situasjon.medlemmer import Samlet, medlemsnumre, overstyrt
from ytelsesrad.situasjon.modell import Plan, Situasjonsdata, grupper, stedene, tabeller
from ytelsesrad.situasjon.ord import kalles, kort, lignende, riktig_form, skriv
from ytelsesrad.situasjon.skjedd import siste_dag
from ytelsesrad.situasjon.steder import Datasteder, Steder, klammer
from ytelsesrad.situasjon.tabeller import (
    hjem_for,
    medlemsregler,
    regler_i,
    tabellnavn,
)
from ytelsesrad.situasjon.verdier import Verdileser, les_kilde, nesten_kilde


def alle_gitt(situasjon: Situasjonsdata, bok: Regelbok) -> dict[str, Gitt]:
    """Return what is given in each plan. Raises Feilsamling with every fault of all plans."""
    feil: list[Feil] = []
    svar = gitt_for_alle(situasjon, bok, feil)
    if feil:
        raise Feilsamling(feil)
    return svar


def gitt_for_alle(situasjon: Situasjonsdata, bok: Regelbok, feil: list[Feil]) -> dict[str, Gitt]:
    """Return what is given in each plan; faults are added to ``feil``."""
    steder, dag = stedene(situasjon), situasjon.regnedato
    samler = _Samler(bok, feil, steder, not _er_fil(situasjon.steder), dag, dag)
    for navn, antall in Counter(p.navn for p in situasjon.planer).items():
        if antall > 1:
            hva = f"To planer heter «{kort(navn)}». Da kan de ikke skilles i svaret."
            rett = f'Gi den ene et annet navn, for eksempel "{kort(navn)} fra mars".'
            feil.append(Feil("S12", steder.sted(PLAN, navn), hva, rett))
    egne = samler.les(situasjon, ())
    samler.regnedato = None
    svar = {}
    for plan in situasjon.planer:
        svar[plan.navn] = samler.med_plan(egne, plan)
    return svar


def _er_fil(steder: Steder | None) -> bool:
    return steder is not None and not isinstance(steder, Datasteder)


@dataclass(slots=True)
class _Innhold:
    """What one level says: values, and the number of members of each group."""

    verdier: Samlet = field(default_factory=dict)
    antall: dict[str, int] = field(default_factory=dict)
    skrevet: set[tuple[str, int | None]] = field(default_factory=set)
    """Inputs that something is written for, right or wrong."""


@dataclass(slots=True)
class _Samler:
    bok: Regelbok
    feil: list[Feil]
    steder: Steder
    tekst_er_tall: bool
    idag: date | None
    regnedato: date | None
    """Reports later than this are faults (None: in a plan, where they are part of the plan)."""

    def med_plan(self, egne: _Innhold, plan: Plan) -> Gitt:
        """Join what the situation says and what the plan says instead."""
        jobber = egne.antall.get(JOBB, 0)
        nytt = self.les(plan, (PLAN, plan.navn), egne)
        for ny, gammel in overstyrt(self.bok, egne.verdier, nytt.verdier):
            self._overstyrt(ny, gammel)
        byttes = {g for g in nytt.antall if g != JOBB}
        verdier = {
            nokkel: o
            for nokkel, o in egne.verdier.items()
            if self.bok.inndata[nokkel[0]].for_hver not in byttes
        }
        antall = {**egne.antall, **nytt.antall}
        antall[JOBB] = max(jobber, nytt.antall.get(JOBB, 0))
        alle = tuple({**verdier, **nytt.verdier}.values())
        sjekk_krever(self.bok, alle, egne.skrevet | nytt.skrevet, self.feil)
        return Gitt(alle, tuple((g, n) for g, n in antall.items() if g in self.bok.grupper))

    def les(self, fra: Situasjonsdata | Plan, foran: Sti, egne: _Innhold | None = None) -> _Innhold:
        """Read one level. ``egne``: what is there already, when this is a plan."""
        innhold = _Innhold()
        for navn, verdier in tabeller(fra).items():
            if navn in tabellnavn(self.bok):
                sti, regler = (*foran, navn), regler_i(self.bok, navn)
                self._tabell(innhold, sti, verdier, regler, None)
            elif verdier:
                self._ukjent_tabell((*foran, navn), tabellnavn(self.bok))
        for navn, liste in grupper(fra).items():
            if navn not in self.bok.grupper:
                self._ukjent_tabell((*foran, navn, 0), self.bok.grupper)
                continue
            her = egne if egne is not None and navn == JOBB else _Innhold()
            fra_foer = her.antall.get(navn, 0)
            numre = medlemsnumre(self.bok, navn, liste, her.verdier, fra_foer)
            innhold.antall[navn] = max([n + 1 for n in numre], default=fra_foer)
            for i, (nr, verdier) in enumerate(zip(numre, liste, strict=True)):
                self._tabell(innhold, (*foran, navn, i), verdier, medlemsregler(self.bok, navn), nr)
        return innhold

    def _tabell(
        self,
        innhold: _Innhold,
        sti: Sti,
        verdier: Mapping[str, Any],
        regler: Mapping[str, Regel],
        medlem: int | None,
    ) -> None:
        """Read one table of inputs."""
        kilde = "opplyst"
        if KILDE in verdier and KILDE not in regler:
            kilde, galt = les_kilde(verdier[KILDE])
            if galt is not None:
                self._meld((*sti, KILDE), "S14", galt, nesten_kilde(verdier[KILDE]))
        for navn, raa in verdier.items():
            if len(self.feil) > MAKS_FEIL:
                return
            regel = regler.get(navn)
            if regel is not None:
                innhold.skrevet.add((regel.id, medlem))
                oppgitt = self._verdi(regel, (*sti, navn), raa, medlem, kilde)
                if oppgitt is not None:
                    innhold.verdier[regel.id, medlem] = oppgitt
            elif navn != KILDE:
                ment = self._ukjent((*sti, navn), navn, raa, regler)
                if ment is not None:
                    innhold.skrevet.add((ment.id, medlem))

    def _verdi(
        self, regel: Regel, sti: Sti, raa: Any, medlem: int | None, kilde: str
    ) -> Oppgitt | None:
        leser = Verdileser(self.bok, regel, self.tekst_er_tall)
        oppgitt = leser.les(raa, medlem, kilde, self.steder.sted(*sti, verdi=True))
        for galt in leser.galt:
            sted = self.steder.sted(*sti, *galt.under, verdi=not galt.nokkel)
            self.feil.append(Feil(galt.kode, sted, galt.hva, galt.rett))
        for m in oppgitt.meldt if oppgitt is not None and self.regnedato is not None else ():
            if self.regnedato is not None and m.meldt > self.regnedato:
                hva = f"{m.meldt} er etter dagen det regnes på ({self.regnedato}). Det som ikke "
                hva += "er meldt ennå, hører til i en plan."
                rett = f"Skriv meldingen under {klammer((PLAN, '…', sti[0]))}, eller rett datoen."
                self._meld(sti, "S17", hva, rett)
        if oppgitt is not None and regel.inndata is not None and regel.inndata.skjedd:
            self._sjekk_skjedd(regel, sti, oppgitt)
        return oppgitt

    def _overstyrt(self, ny: Oppgitt, gammel: Oppgitt) -> None:
        """Note what a plan changes without effect, since something else is given for it."""
        a, b = self.bok.inndata[ny.regel].navn, self.bok.inndata[gammel.regel].navn
        hva = f"Planen endrer «{a}», men «{b}» er oppgitt utenfor planen, og da er det den som "
        hva += "gjelder."
        rett = f"Skriv {b} i planen, eller bytt ut {b} med {a} utenfor den."
        self.feil.append(Feil("S18", ny.sted or Sted("Situasjon"), hva, rett))

    def _sjekk_skjedd(self, regel: Regel, sti: Sti, oppgitt: Oppgitt) -> None:
        """Note what is said to have happened after the day it is reckoned on."""
        if self.idag is None:
            return
        siste = siste_dag(oppgitt, regel.periode)
        if siste is not None and siste > self.idag:
            hva = f"«{regel.navn}» er det som har skjedd, men {siste} er etter dagen det regnes "
            hva += f"på ({self.idag})."
            self._meld(sti, "S17", hva, "Ta bort det som ikke har skjedd ennå.")

    def _ukjent(self, sti: Sti, navn: str, raa: Any, regler: Mapping[str, Regel]) -> Regel | None:
        """Note a word that is not there, and return the input that it is likely to be."""
        hvor = klammer(sti[:-1], liste=isinstance(sti[-2], int))
        nesten, hjem = mente_du(navn, regler), hjem_for(self.bok, navn, sti)
        kalt, verdi = kalles(regler, navn), skriv(raa) or "…"
        if kalt is not None:
            hva = f"Ordet «{kort(navn)}» finnes ikke under {hvor}. Her heter det «{kalt}»."
            rett = f"{kalt} = {riktig_form(regler[kalt], raa)}"
        elif hjem is not None:
            hva = f"Ordet «{kort(navn)}» hører ikke til under {hvor}."
            rett = f"{hjem}\n{navn} = {verdi}\n{lignende(regler, raa, hvor)}".rstrip()
        else:
            hva = f"Ordet «{kort(navn)}» finnes ikke under {hvor}."
            hva += f" Mente du «{nesten}»?" if nesten else ""
            rett = (
                f"{nesten} = {riktig_form(regler[nesten], raa)}"
                if nesten
                else lignende(regler, raa, hvor)
            )
        self.feil.append(Feil("S01", self.steder.sted(*sti), hva, rett))
        return regler.get(kalt or nesten or "") if hjem is None or kalt else None

    def _ukjent_tabell(self, sti: Sti, kjente: Any) -> None:
        navn, liste = str(sti[-2] if isinstance(sti[-1], int) else sti[-1]), sti[-1] == 0
        nesten = mente_du(navn, kjente)
        hva = f"Tabellen «{kort(navn)}» finnes ikke."
        hva += f" Mente du «{nesten}»?" if nesten else ""
        rett = klammer((nesten,), liste=liste) if nesten else "Bruk en av disse: "
        rett += "" if nesten else ", ".join(klammer((n,), liste=liste) for n in kjente)
        self.feil.append(Feil("S01", self.steder.sted(*sti), hva, rett))

    def _meld(self, sti: Sti, kode: str, hva: str, rett: str) -> None:
        self.feil.append(Feil(kode, self.steder.sted(*sti, verdi=True), hva, rett))
