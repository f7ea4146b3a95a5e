"""From data in the shape of the file to the model: the fixed keys, the tables and the plans."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from ytelsesrad.lesing import Feil, Feilsamling, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.gitte import gitt_for_alle
from ytelsesrad.situasjon.grenser import (
    HUSSTAND,
    JOBB,
    MAKS_FEIL,
    MAKS_MEDLEMMER,
    MAKS_PLANER,
    MAKS_TEKST,
    PERSON,
    PLAN,
    Sti,
)
from ytelsesrad.situasjon.modell import Jobb, Plan, Situasjonsdata
from ytelsesrad.situasjon.ord import gjett_dag, kort, skriv, slag
from ytelsesrad.situasjon.perioder import hva_er_galt, les_dag
from ytelsesrad.situasjon.steder import Datasteder, Steder, klammer
from ytelsesrad.situasjon.tabeller import eksempler, hjem_for, regler_i, tabellnavn
from ytelsesrad.situasjon.tidsrom import foer_reglene, sjekk_tidsrom

_TEKSTER = {
    "tittel": '"Mari, 45 år"',
    "anledning": '"tilbud om jobb"',
    "bygger_paa": '"beregning fra mai 2026"',
}
_DATOER = {"regnedato": "2026-11-21", "fra": "2026-01-01", "til": "2026-12-31"}
FASTE = (*_TEKSTER, "konstruert", *_DATOER)
"""The keys at the top of a file."""
S = TypeVar("S", bound=Situasjonsdata)


def fra_data(klasse: type[S], data: Mapping[str, Any], steder: Steder, bok: Regelbok) -> S:
    """Make a situation and check everything in it. Raises Feilsamling with every fault."""
    if not isinstance(data, Mapping):
        hva = f"Situasjonen er en tabell med opplysninger (et objekt i JSON), ikke {slag(data)}."
        rett = '{"regnedato": "2026-11-21", "person": {…}, "plan": {…}}'
        raise Feilsamling((Feil("S03", steder.sted(), hva, rett),))
    leser = _Leser(steder, bok)
    faste = {navn: leser.fast(navn, data[navn]) for navn in FASTE if navn in data}
    verdier, medlemmer = leser.tabeller(
        (), {n: v for n, v in data.items() if n not in FASTE and n != PLAN}
    )
    situasjon = klasse(
        **{n: v for n, v in faste.items() if v is not None},
        person=verdier.pop(PERSON, {}),
        husstand=verdier.pop(HUSSTAND, {}),
        ytelser=verdier,
        jobber=_jobber(medlemmer),
        medlemmer=medlemmer,
        planer=leser.planer(data.get(PLAN, {})),
    ).med_steder(steder)
    leser.feil += sjekk_tidsrom(situasjon) or foer_reglene(situasjon, bok)
    gitt_for_alle(situasjon, bok, leser.feil)
    if leser.feil:
        raise Feilsamling(leser.feil)
    return situasjon


def _jobber(medlemmer: dict[str, list[dict[str, Any]]]) -> tuple[Jobb, ...]:
    return tuple(Jobb.model_validate(j) for j in medlemmer.pop(JOBB, ()))


def _rett(navn: str, verdiene: tuple[str, ...]) -> str:
    return "  eller  ".join(f"{navn} = {v}" for v in verdiene)


class _Leser:
    """Sorts data into tables, members and plans. Faults are added to ``feil``."""

    def __init__(self, steder: Steder, bok: Regelbok) -> None:
        self.steder = steder
        self.bok = bok
        self.feil: list[Feil] = []
        self.kjente = (*tabellnavn(bok), *bok.grupper)

    def fast(self, navn: str, raa: Any) -> object:
        """Return the value of a key at the top, or None when it is wrong."""
        if navn in _DATOER and isinstance(self.steder, Datasteder) and isinstance(raa, str):
            dag = les_dag(raa, ogsaa_tekst=True)
            if dag is None:
                galt, dager = gjett_dag(raa) or ("Datoen må skrives med år først.", ())
                rett = _rett(navn, dager or (_DATOER[navn],))
                self._meld((navn,), "S09", hva_er_galt(raa) or galt, rett, verdi=True)
                return None
            raa = dag
        ventet, eksempel, riktig = "true eller false", "true", isinstance(raa, bool)
        if navn in _DATOER:
            ventet, eksempel = "en dato", _DATOER[navn]
            riktig = isinstance(raa, date) and not isinstance(raa, datetime)
        elif navn in _TEKSTER:
            ventet, eksempel = "tekst", _TEKSTER[navn]
            riktig = isinstance(raa, str)
        if not riktig:
            hva = f"Her må det stå {ventet}, ikke {slag(raa)}."
            dagene: tuple[str, ...] = ()
            if navn in _DATOER and (funnet := gjett_dag(raa)):
                hva, dagene = f"{hva} {funnet[0]}", funnet[1]
            self._meld((navn,), "S03", hva, _rett(navn, dagene or (eksempel,)), verdi=True)
            return None
        if isinstance(raa, str) and len(raa) > MAKS_TEKST:
            hva = f"Teksten er for lang ({MAKS_TEKST} tegn er grensen)."
            self._meld((navn,), "S02", hva, f"{navn} = {eksempel}", verdi=True)
            return None
        return raa

    def planer(self, raa: Any) -> tuple[Plan, ...]:
        """Return the plans; none when there is something wrong with how they are named."""
        if not isinstance(raa, Mapping) or not all(isinstance(p, Mapping) for p in raa.values()):
            hva = "En plan er en tabell med et navn."
            self._meld((PLAN,), "S12", hva, '[plan."10 timer i uka"]')
            return ()
        if len(raa) > MAKS_PLANER:
            hva = f"Her er det {len(raa)} planer. Vi sammenligner høyst {MAKS_PLANER}."
            self._meld((PLAN,), "S12", hva, "Del planene på flere filer.")
            return ()
        svar = []
        for navn, tabell in raa.items():
            if not 0 < len(navn) <= MAKS_TEKST or not navn.strip():
                hva = f"En plan må ha et navn på 1 til {MAKS_TEKST} tegn."
                self._meld((PLAN, navn), "S12", hva, '[plan."10 timer i uka"]')
                continue
            verdier, medlemmer = self.tabeller((PLAN, navn), tabell)
            jobber = _jobber(medlemmer)
            svar.append(Plan(navn=navn, verdier=verdier, jobber=jobber, medlemmer=medlemmer))
        return tuple(svar)

    def tabeller(
        self, foran: Sti, data: Mapping[str, Any]
    ) -> tuple[dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]:
        """Sort what stands in a table into tables of inputs and lists of members."""
        verdier: dict[str, dict[str, Any]] = {}
        medlemmer: dict[str, list[dict[str, Any]]] = {}
        tabeller = tabellnavn(self.bok)
        for navn, raa in data.items():
            if len(self.feil) > MAKS_FEIL:
                break
            sti = (*foran, navn)
            if navn in tabeller and isinstance(raa, Mapping):
                verdier[navn] = dict(raa)
            elif navn in self.bok.grupper:
                if self._er_liste(sti, raa):
                    medlemmer[navn] = raa
            elif navn in tabeller:
                linjer = list(eksempler(regler_i(self.bok, navn)))[:1]
                hva = f"«{navn}» er en tabell med opplysninger, ikke {slag(raa)}."
                self._meld(sti, "S03", hva, "\n".join([klammer(sti), *linjer]))
            else:
                self._ukjent(foran, navn, raa)
        return verdier, medlemmer

    def _er_liste(self, sti: Sti, raa: Any) -> bool:
        """Tell whether members are written as they should be."""
        riktig = klammer(sti, liste=True)
        if not isinstance(raa, list) or not all(isinstance(m, Mapping) for m in raa):
            hva = f"«{sti[-1]}» skrives med to klammer, én gang for hver."
            self._meld(sti, "S01", hva, riktig)
            return False
        if len(raa) > MAKS_MEDLEMMER:
            hva = f"Her er det {len(raa)} av «{sti[-1]}». {MAKS_MEDLEMMER} er grensen."
            self._meld(sti, "S02", hva, riktig)
            return False
        return True

    def _ukjent(self, foran: Sti, navn: str, raa: Any) -> None:
        er_tabell = isinstance(raa, Mapping | list)
        hjem = None if er_tabell else hjem_for(self.bok, navn, foran)
        if hjem is not None:
            hva = f"«{navn}» står utenfor tabellen sin."
            self._meld((*foran, navn), "S01", hva, f"{hjem}\n{navn} = {skriv(raa) or '…'}")
        elif foran and navn in FASTE:
            hva = f"«{navn}» gjelder for hele filen, ikke for én plan."
            self._meld((*foran, navn), "S01", hva, "Skriv det øverst i filen, før tabellene.")
        else:
            kandidater: Collection[str] = self.kjente
            if not foran:
                kandidater = (*self.kjente, PLAN) if er_tabell else (*FASTE, *self.kjente)
            nesten = mente_du(navn, kandidater)
            hva = f"{'Tabellen' if er_tabell else 'Ordet'} «{kort(navn)}» finnes ikke."
            hva += f" Mente du «{nesten}»?" if nesten else ""
            self._meld((*foran, navn), "S01", hva, self._rett(foran, nesten, raa, kandidater))

    def _rett(self, foran: Sti, nesten: str | None, raa: Any, kandidater: Collection[str]) -> str:
        if nesten is None:
            return "Bruk et av disse: " + ", ".join(kandidater) + "."
        if nesten in FASTE:
            return f"{nesten} = {skriv(raa) or '…'}"
        if nesten == PLAN:
            return '[plan."10 timer i uka"]'
        return klammer((*foran, nesten), liste=nesten in self.bok.grupper)

    def _meld(self, sti: Sti, kode: str, hva: str, rett: str, *, verdi: bool = False) -> None:
        self.feil.append(Feil(kode, self.steder.sted(*sti, verdi=verdi), hva, rett))
