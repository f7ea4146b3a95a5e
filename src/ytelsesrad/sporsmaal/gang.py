"""Which questions the answers so far lead to, and what they are worth in the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ytelsesrad.beregning import Utregning
from ytelsesrad.lesing import Sted
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel, omgivelse
from ytelsesrad.situasjon.verdier import Verdileser
from ytelsesrad.sporsmaal.bygg import antatt_verdi, ellers_av, enhet_av, inndata_av, lag
from ytelsesrad.sporsmaal.les import Ulest, er_vet_ikke, les
from ytelsesrad.sporsmaal.modell import Sporsmaal, Svar, Svarfeil

_KRONER, _DATO, _VERDI = "kroner", "dato", "verdi"


@dataclass(slots=True)
class Gang:
    """The quick way with some answers: what is asked, what is wrong, what is known.

    ``dag`` is the day it is reckoned on. Questions come in order of their numbers; each is on the
    way when its condition holds with the answers before it.
    """

    bok: Regelbok
    svar: Svar
    dag: date
    lagt: dict[str, Any] = field(default_factory=dict)
    """Answers as values of a situation, by input."""
    flere: dict[str, int] = field(default_factory=dict)
    """How many members there are of each group that is asked of by itself."""
    vet_ikke: set[str] = field(default_factory=set)
    feil: list[Svarfeil] = field(default_factory=list)
    sporsmaal: list[Sporsmaal] = field(default_factory=list)
    """All that are on the way, in order."""
    ubesvart: Sporsmaal | None = None
    """The first without an answer that can be used."""
    utregning: Utregning = field(init=False)
    """A run with the answers."""
    _antatte: Utregning | None = None

    def __post_init__(self) -> None:
        """Walk the way as far as the answers go."""
        self._regn([])
        oppgitt: list[Oppgitt] = []
        for regel in spurte(self.bok):
            if not self._med(regel):
                continue
            nye = self._les(regel)
            if nye:
                oppgitt += nye
                self._regn(oppgitt)
                self._krav(regel)

    def medlemmene(self, regel: Regel) -> Sequence[int | None]:
        """Return whom an answer is about: each member that several answers made, or the one job."""
        if regel.for_hver is None:
            return (None,)
        flere = self.flere.get(regel.for_hver)
        return (0,) if flere is None else range(flere)

    def _regn(self, oppgitt: list[Oppgitt]) -> None:
        grupper = {self.bok.samling.regler[o.regel].for_hver for o in oppgitt} - {None}
        medlemmer = {g: self.flere.get(g, 1) for g in sorted(map(str, grupper))}
        gitt = Gitt(tuple(oppgitt), tuple(medlemmer.items()))
        fra, til = self.dag.replace(month=1, day=1), self.dag.replace(month=12, day=31)
        self.utregning = Utregning(self.bok, gitt, fra, til)
        self._antatte = None

    def med_antatte(self) -> Utregning:
        """Return a run with the answers and all that is only assumed, and never asked."""
        if self._antatte is None:
            u = self.utregning
            with regnemodus():
                nye = tuple(
                    Oppgitt(r.id, medlem, alltid=verdi, kilde="antatt")
                    for r in self.bok.inndata.values()
                    if (raskt := inndata_av(r).raskt) is not None
                    and raskt.nr is None
                    and er_med(u, r, self.dag)
                    and (verdi := antatt_verdi(u.kjoring, r, self.dag)) is not None
                    for medlem in self.medlemmene(r)
                )
            gitt = replace(u.gitt, verdier=(*u.gitt.verdier, *nye))
            self._antatte = Utregning(self.bok, gitt, u.fra, u.til)
        return self._antatte

    def _med(self, regel: Regel) -> bool:
        """Tell whether an input is on the way."""
        return er_med(self.utregning, regel, self.dag)

    def _les(self, regel: Regel) -> list[Oppgitt]:
        """Ask a question, and return its answers: one, several, or none that can be used."""
        with regnemodus():
            ellers = ellers_av(self.bok, self.med_antatte().kjoring, regel, self.dag)
        sporsmaal = lag(regel, ellers)
        self.sporsmaal.append(sporsmaal)
        if sporsmaal.flere:
            self.flere[str(regel.for_hver)] = 0
        raa = self.svar.get(regel.id)
        if raa is None or not raa.strip():
            self.ubesvart = self.ubesvart or sporsmaal
            return []
        if er_vet_ikke(raa):
            if sporsmaal.vet_ikke:
                self.vet_ikke.add(regel.id)
            else:
                self._galt(sporsmaal, "Dette må vi vite for å regne.", _finn(sporsmaal))
            return []
        try:
            verdi = les(sporsmaal, raa)
        except Ulest as galt:
            self._galt(sporsmaal, galt.hva, galt.rett)
            return []
        return self._legg(regel, sporsmaal, verdi)

    def _legg(self, regel: Regel, sporsmaal: Sporsmaal, verdi: Any) -> list[Oppgitt]:
        """Check a value as the situation would, and keep it."""
        svar: list[Oppgitt] = []
        if sporsmaal.flere:
            self.flere[str(regel.for_hver)] = len(verdi)
        verdier = verdi if sporsmaal.flere else [verdi]
        for medlem, ett in zip(self.medlemmene(regel), verdier, strict=True):
            leser = Verdileser(self.bok, regel, tekst_er_tall=False)
            with regnemodus():
                lagt = som_skrevet(regel, ett, self.dag)
                oppgitt = leser.les(lagt, medlem, "opplyst", Sted("svaret"))
            if oppgitt is None or leser.galt:
                hva = leser.galt[0].hva if leser.galt else "Svaret kan ikke brukes."
                self._galt(sporsmaal, hva, _finn(sporsmaal))
                return []
            svar.append(oppgitt)
        self.lagt[regel.id] = som_skrevet(regel, verdi, self.dag)
        return svar

    def _krav(self, regel: Regel) -> None:
        """Note a demand of the rules that the answer breaks."""
        u = self.utregning
        for krav in self.bok.samling.krav.values():
            if regel.id not in krav.felt or krav.alvor != "feil":
                continue
            her = omgivelse(krav)
            with regnemodus():
                for p, medlem in u.hver(krav.periode, krav.for_hver):
                    if u.ja(f"{her.id}:naar", p, medlem) is True:
                        sporsmaal = self.sporsmaal[-1]
                        hva = u.tekst(her, f"{her.id}:tekst", krav.tekst, p, medlem) or krav.tekst
                        rett = u.tekst(her, f"{her.id}:rett", krav.rett, p, medlem) or krav.rett
                        self.lagt.pop(regel.id, None)
                        self._galt(sporsmaal, hva, rett)
                        return

    def _galt(self, sporsmaal: Sporsmaal, hva: str, rett: str) -> None:
        self.feil.append(Svarfeil(sporsmaal=sporsmaal.id, hva=hva, rett=rett))
        self.ubesvart = self.ubesvart or sporsmaal


def _finn(sporsmaal: Sporsmaal) -> str:
    hvor = f"Tallet står i {sporsmaal.staar_i}." if sporsmaal.staar_i else "Se etter en gang til."
    if sporsmaal.slag not in ("kroner", "tall", "prosent"):
        hvor = f"Det står i {sporsmaal.staar_i}." if sporsmaal.staar_i else "Se etter en gang til."
    return hvor


def spurte(bok: Regelbok) -> Iterator[Regel]:
    """Return the inputs that can be asked on the quick way, by number."""
    alle = [
        (r.inndata.raskt.nr, r)
        for r in bok.inndata.values()
        if r.inndata and r.inndata.raskt and r.inndata.raskt.nr is not None
    ]
    yield from (r for _, r in sorted(alle, key=lambda x: (x[0], x[1].id)))


def er_med(u: Utregning, regel: Regel, dag: date) -> bool:
    """Tell whether an input belongs to the quick way with what is given."""
    raskt = inndata_av(regel).raskt
    if raskt is None:
        return False
    if raskt.naar is None:
        return True
    with regnemodus():
        return u.ja(f"{regel.mappe}.raskt:{regel.navn}:naar", dag.year) is True


def som_skrevet(regel: Regel, verdi: Any, dag: date, kilde: str | None = None) -> Any:
    """Return a value as a situation holds it: kroner of a day where the rule counts in other."""
    i_kroner = enhet_av(regel) != regel.enhet
    if not i_kroner and kilde is None:
        return verdi
    svar: dict[str, Any] = {_KRONER: verdi, _DATO: dag} if i_kroner else {_VERDI: verdi}
    return svar | ({"kilde": kilde} if kilde else {})


def neste_sporsmaal(bok: Regelbok, svar: Svar, dag: date) -> Sporsmaal | None:
    """Return the next question, or None when there are enough answers to reckon with.

    An answer that can't be used is asked again; ``sjekk_svar`` says why.
    """
    return Gang(bok, svar, dag).ubesvart


def sporsmaalene(bok: Regelbok, svar: Svar, dag: date) -> tuple[Sporsmaal, ...]:
    """Return every question on the way as far as it is known, answered or not: a whole form."""
    return tuple(Gang(bok, svar, dag).sporsmaal)


def sjekk_svar(bok: Regelbok, svar: Svar, dag: date) -> tuple[Svarfeil, ...]:
    """Return what is wrong with the answers, each with how to mend it."""
    gang = Gang(bok, svar, dag)
    kjente: Mapping[str, Regel] = bok.inndata
    ukjente = [
        Svarfeil(sporsmaal=navn, hva=f"«{navn}» er ikke et spørsmål her.", rett="Ta det bort.")
        for navn in svar
        if navn not in kjente
    ]
    return (*gang.feil, *ukjente)
