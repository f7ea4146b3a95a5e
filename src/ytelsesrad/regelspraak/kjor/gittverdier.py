"""What is given, looked up by rule, period, member and view."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from ytelsesrad.kalender import Kalender, Periodetype
from ytelsesrad.regelspraak.feil import Ukjent
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.gitt import Gitt, Oppgitt, Rekke
from ytelsesrad.regelspraak.kjor.program import Kregel, Program

FORST, SIST = 0, date.max.toordinal()
"""Before and after all days."""


class Mangler:
    """Nothing is given (not the same as unknown)."""


MANGLER = Mangler()


class Gittverdier:
    """The inputs of a run."""

    def __init__(self, program: Program, gitt: Gitt) -> None:
        self._program = program
        self._verdier: dict[tuple[int, int], Oppgitt] = {}
        for o in gitt.verdier:
            self._verdier[program.nummer[o.regel], o.medlem or 0] = o
        self.numre = {nr for nr, _ in self._verdier}
        """The rules something is given for."""
        regler = (program.regler[nr].regel for nr in self.numre)
        self.mapper = {r.mappe for r in regler if r.for_hver is None}
        """The folders the person has said something in: what is said of a member is not enough."""
        self._medlemmer = dict(gitt.medlemmer)
        self._skiller: dict[tuple[int, int], list[int]] = {}
        """The days what is given for an input changes."""
        self.antatt_mandag = self._finn_antatt_mandag()
        """The rule whose assumed Monday lays out the fortnights; None when it is given."""

    def antall(self, gruppe: str) -> int:
        """Return how many members a group has."""
        return self._medlemmer.get(gruppe, 0)

    def ulikt(self, andre: Gittverdier) -> set[int]:
        """Return the rules that something else is given for."""
        noe = {*self._verdier, *andre._verdier}
        return {k[0] for k in noe if self._verdier.get(k) != andre._verdier.get(k)}

    def ulike_grupper(self, andre: Gittverdier) -> set[str]:
        """Return the groups that have another number of members."""
        noe = {*self._medlemmer, *andre._medlemmer}
        return {g for g in noe if self.antall(g) != andre.antall(g)}

    def oppgitt(self, nr: int, medlem: int = 0) -> Oppgitt | None:
        """Return all that is given for an input."""
        return self._verdier.get((nr, medlem))

    def er_antatt(self, nr: int, medlem: int) -> bool:
        """Tell whether the given value is itself marked as an assumption."""
        o = self._verdier.get((nr, medlem))
        return o is not None and o.kilde == "antatt"

    def meldedager(self) -> list[int]:
        """Return the days something was reported, as day numbers."""
        return [m.meldt.toordinal() for o in self._verdier.values() for m in o.meldt]

    def mandag(self) -> date | None:
        """Return the known Monday that begins a fortnight: the one given, or else assumed."""
        navn = self._program.bok.samling.kalender.get("meldeperiode_starter")
        o = self._verdier.get((self._program.nummer[navn], 0)) if navn else None
        if o is not None:
            return o.alltid if isinstance(o.alltid, date) else None
        return self._antatt_dag(navn) if navn else None

    def _finn_antatt_mandag(self) -> int | None:
        navn = self._program.bok.samling.kalender.get("meldeperiode_starter")
        nr = self._program.nummer[navn] if navn else None
        gitt = nr is None or (nr, 0) in self._verdier
        return nr if navn and not gitt and self._antatt_dag(navn) is not None else None

    def _antatt_dag(self, navn: str) -> date | None:
        inndata = self._program.bok.samling.regler[navn].inndata
        antatt = inndata.antatt if inndata is not None else None
        return antatt.verdi if antatt is not None and isinstance(antatt.verdi, date) else None

    def spenn(self, nr: int, m: int, dag: int) -> tuple[int, int]:
        """Return the first and last day, around a day, that what is given for an input holds for.

        Rows and reports are taken to hold for the one day.
        """
        o = self._verdier.get((nr, m))
        if o is None:
            return FORST, SIST
        if o.rekke is not None or o.meldt:
            return dag, dag
        skiller = self._skiller.get((nr, m))
        if skiller is None:
            dager = {f.dag.toordinal() for f in o.fra}
            for p in o.perioder:
                dager |= {p.fra.toordinal(), p.til.toordinal() + 1}
            skiller = self._skiller[nr, m] = sorted(dager)
        i = bisect_right(skiller, dag)
        return (skiller[i - 1] if i else FORST, skiller[i] - 1 if i < len(skiller) else SIST)

    def les(self, kalender: Kalender, r: Kregel, p: int, m: int, s: int) -> type_verdi | Mangler:
        """Return what is given for a period, or MANGLER. Raises Ukjent for «vet ikke»."""
        o = self._verdier.get((r.nr, m))
        if o is None:
            return MANGLER
        if o.meldt or o.perioder or o.fra:
            forste = date.min if r.type is Periodetype.KONSTANT else kalender.forste(r.type, p)
            svar = _datert(o, forste, s)
            if svar is not MANGLER:
                return svar
        if o.rekke is not None:
            svar = _i_rekken(o.rekke, p - kalender.indeks(r.type, o.rekke.fra))
            if svar is not MANGLER:
                return svar
        if o.alltid is not None:
            return o.alltid
        if o.ukjent:
            raise Ukjent(frozenset(((r.nr, m),)))
        return MANGLER


def _i_rekken(rekke: Rekke, nr: int) -> type_verdi | Mangler:
    if nr < 0 or (nr >= len(rekke.verdier) and not rekke.gjentas):
        return MANGLER
    return rekke.verdier[nr % len(rekke.verdier)]


def _datert(o: Oppgitt, dag: date, s: int) -> type_verdi | Mangler:
    meldt = [m for m in o.meldt if m.fra <= dag <= m.til and m.meldt.toordinal() <= s]
    if meldt:
        return max(meldt, key=lambda m: m.meldt).verdi
    for periode in o.perioder:
        if periode.fra <= dag <= periode.til:
            return periode.verdi
    fra = [f for f in o.fra if f.dag <= dag]
    return max(fra, key=lambda f: f.dag).verdi if fra else MANGLER
