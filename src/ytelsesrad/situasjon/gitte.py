"""From a situation to what a run is given, plan by plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel
from ytelsesrad.situasjon.modell import JOBB, Plan, Situasjon, grupper
from ytelsesrad.situasjon.verdier import KILDER, Verdileser

PERSON = ("person", "husstand")
FELLES = "felles"
_KILDE = "kilde"
Sti = tuple[str | int, ...]


def alle_gitt(situasjon: Situasjon, bok: Regelbok) -> dict[str, Gitt]:
    """Return what is given in each plan. Raises Feilsamling with every fault of all plans."""
    feil: list[Feil] = []
    svar = gitt_for_alle(situasjon, bok, feil)
    if feil:
        raise Feilsamling(feil)
    return svar


def gitt_for_alle(situasjon: Situasjon, bok: Regelbok, feil: list[Feil]) -> dict[str, Gitt]:
    """Return what is given in each plan; faults are added to ``feil``."""
    navn = [p.navn for p in situasjon.planer]
    for dobbel in {n for n in navn if navn.count(n) > 1}:
        feil.append(
            Feil(
                "S12",
                Sted("Situasjon", hvor="planer"),
                f"To planer heter «{dobbel}». Da kan de ikke skilles i svaret.",
                "Gi den ene et annet navn.",
            )
        )
    return {p.navn: _Samler(situasjon, bok, feil).plan(p) for p in situasjon.planer}


@dataclass(slots=True)
class _Samler:
    situasjon: Situasjon
    bok: Regelbok
    feil: list[Feil]
    verdier: dict[tuple[str, int | None], Oppgitt] = field(default_factory=dict)

    def plan(self, plan: Plan) -> Gitt:
        """Gather what the situation says, and then what the plan says instead."""
        s = self.situasjon
        fra_plan: Sti = ("plan", plan.navn)
        self.tabeller(s.verdier, ())
        self.tabeller(plan.verdier, fra_plan)
        egne = grupper(s.jobber, s.medlemmer)
        nye = grupper(plan.jobber, plan.medlemmer)
        antall = []
        for navn in dict.fromkeys((*egne, *nye)):
            antall.append((navn, self.gruppe(navn, egne.get(navn), nye.get(navn), fra_plan)))
        self.krever()
        return Gitt(tuple(self.verdier.values()), tuple(antall))

    def gruppe(self, navn: str, egne: Any, nye: Any, fra_plan: Sti) -> int:
        """Gather members: a plan's jobs come on top, other groups take the place."""
        if navn not in self.bok.grupper:
            self.meld((navn,), "S01", f"Gruppen «{navn}» finnes ikke.", "")
            return 0
        liste = [((navn, i), m) for i, m in enumerate(egne or ())]
        if nye is not None:
            ekstra = [((*fra_plan, navn, i), m) for i, m in enumerate(nye)]
            liste = [*liste, *ekstra] if navn == JOBB else list(ekstra)
        for nr, (sti, verdier) in enumerate(liste):
            self.tabell(sti, verdier, self.medlemsregler(navn), f"[[{navn}]]", nr)
        return len(liste)

    def tabeller(self, tabeller: Mapping[str, Mapping[str, Any]], foran: Sti) -> None:
        for navn, verdier in tabeller.items():
            if navn in PERSON:
                regler = {
                    r.navn: r
                    for r in self.bok.inndata.values()
                    if r.mappe == FELLES
                    and r.for_hver is None
                    and r.inndata is not None
                    and r.inndata.sted == navn
                }
            elif navn in self.bok.mapper and navn != FELLES:
                regler = {
                    r.navn: r
                    for r in self.bok.inndata.values()
                    if r.mappe == navn and r.for_hver is None
                }
            else:
                nesten = mente_du(navn, [*PERSON, *self.bok.mapper])
                self.meld(
                    (*foran, navn),
                    "S01",
                    f"Tabellen «{navn}» finnes ikke."
                    + (f" Mente du «{nesten}»?" if nesten else ""),
                    f"[{nesten}]" if nesten else "",
                )
                continue
            self.tabell((*foran, navn), verdier, regler, f"[{navn}]", None)

    def medlemsregler(self, gruppe: str) -> dict[str, Regel]:
        return {r.navn: r for r in self.bok.inndata.values() if r.for_hver == gruppe}

    def tabell(
        self,
        sti: Sti,
        verdier: Mapping[str, Any],
        regler: Mapping[str, Regel],
        hvor: str,
        medlem: int | None,
    ) -> None:
        """Read one table of inputs."""
        kilde = "opplyst"
        if _KILDE in verdier and _KILDE not in regler:
            kilde = verdier[_KILDE]
            if kilde not in KILDER:
                nesten = mente_du(str(kilde), KILDER)
                self.meld(
                    (*sti, _KILDE),
                    "S14",
                    f"Kilden «{kilde}» finnes ikke. Velg {', '.join(KILDER)}.",
                    f'kilde = "{nesten or KILDER[0]}"',
                )
                kilde = "opplyst"
        for navn, verdi in verdier.items():
            if navn == _KILDE and navn not in regler:
                continue
            regel = regler.get(navn)
            if regel is None:
                self.ukjent((*sti, navn), navn, regler, hvor)
                continue
            leser = Verdileser(self.bok, regel, self.situasjon.fil is None)
            oppgitt = leser.les(verdi, medlem, kilde, self.sted((*sti, navn), verdi=True))
            for hva, rett, kode, under in leser.feil:
                self.meld((*sti, navn, *under), kode, hva, rett, verdi=True)
            if oppgitt is not None:
                self.verdier[regel.id, medlem] = oppgitt

    def ukjent(self, sti: Sti, navn: str, regler: Mapping[str, Regel], hvor: str) -> None:
        nesten = mente_du(navn, regler)
        andre = [r for r in self.bok.inndata.values() if r.navn == navn]
        if nesten is None and andre:
            hjem = hjem_for(andre[0])
            self.meld(
                sti, "S01", f"Ordet «{navn}» hører ikke hjemme under {hvor}.", f"Skriv det under {hjem}."
            )
            return
        rett = f"{nesten} = …" if nesten else "Kjente ord her: " + ", ".join(sorted(regler)) + "."
        self.meld(
            sti,
            "S01",
            f"Ordet «{navn}» finnes ikke under {hvor}."
            + (f" Mente du «{nesten}»?" if nesten else ""),
            rett,
        )

    def krever(self) -> None:
        """Check inputs that make no sense alone."""
        for (id_, medlem), oppgitt in self.verdier.items():
            regel = self.bok.inndata[id_]
            krav = regel.inndata.krever if regel.inndata else ()
            if not krav:
                continue
            fulle = [self.bok.finn(k if "." in k else f"{regel.mappe}.{k}") for k in krav]
            if any(
                (r.id, medlem if r.for_hver else None) in self.verdier
                or (r.id, None) in self.verdier
                for r in fulle
            ):
                continue
            navn = " eller ".join(f"«{r.navn}»" for r in fulle)
            forst = fulle[0]
            eksempel = (forst.inndata.eksempel if forst.inndata else None) or "…"
            hjelp = forst.inndata.staar_i if forst.inndata else None
            self.feil.append(
                Feil(
                    "S05",
                    oppgitt.sted or Sted("Situasjon"),
                    f"«{regel.navn}» er oppgitt, men {navn} mangler. Det ene sier ikke nok alene."
                    + (f" Tallet står i {hjelp}." if hjelp else ""),
                    f"{forst.navn} = {eksempel}",
                )
            )

    def sted(self, sti: Sti, *, verdi: bool = False) -> Sted:
        fil = self.situasjon.fil
        if fil is not None:
            return fil.sted(*sti, verdi=verdi)
        return Sted("Situasjon", hvor="".join(_ledd(sti)))

    def meld(self, sti: Sti, kode: str, hva: str, rett: str, *, verdi: bool = False) -> None:
        self.feil.append(Feil(kode, self.sted(sti, verdi=verdi), hva, rett))


def hjem_for(regel: Regel) -> str:
    """Return the table of the file that an input belongs in."""
    if regel.for_hver:
        return f"[[{regel.for_hver}]]"
    if regel.mappe == FELLES and regel.inndata is not None:
        return f"[{regel.inndata.sted}]"
    return f"[{regel.mappe}]"


def _ledd(sti: Sti) -> Iterator[str]:
    for i, del_ in enumerate(sti):
        yield f"[{del_}]" if isinstance(del_, int) else (f".{del_}" if i else str(del_))
