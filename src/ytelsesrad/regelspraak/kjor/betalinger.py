"""Payments laid out in time: first their days, without amounts; amounts when somebody asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent
from ytelsesrad.regelspraak.kapittel import Betaling, type_verdi
from ytelsesrad.regelspraak.kjor.kjoregrunn import Kjoregrunn
from ytelsesrad.regelspraak.verdinokkel import SLUTT


@dataclass(frozen=True, slots=True)
class Lagt:
    """One payment: its kind, the day, and the period and member it is for."""

    nr: int
    betaling: Betaling
    belop: int
    """Number of the rule that gives the amount."""
    p: int
    medlem: int
    dato: date
    fra_dag: date
    til_dag: date
    dagnr: int
    kilde: str
    oppgjor: bool


class Betalingsplan:
    """All payments of a run. Laid out the first time a kind is asked for."""

    def __init__(self, kjoring: Kjoregrunn) -> None:
        self._kjoring = kjoring
        self.lagte: list[Lagt] = []
        self.trekknumre = [kjoring.program.nummer[t.belop] for t in kjoring.program.trekk]
        self._etter_art: dict[str, list[Lagt]] = {}
        self._feil: dict[str, Exception] = {}
        self._underveis: set[str] = set()
        self._svar: dict[tuple[tuple[str, ...], date, date], tuple[int, ...]] = {}

    def art(self, id_: str) -> list[Lagt]:
        """Return the payments of a kind, by day. Raises what stopped them from being laid out."""
        if id_ in self._feil:
            raise self._feil[id_].with_traceback(None)
        if id_ not in self._etter_art:
            try:
                lagte = self._legg_ut(id_)
                self._etter_art.setdefault(id_, lagte)
            except (Regnefeil, Ukjent) as e:
                self._feil[id_] = e
                raise
        return self._etter_art[id_]

    def _legg_ut(self, id_: str) -> list[Lagt]:
        e = self._kjoring
        program = e.program
        b = program.betalinger[program.artnr[id_]]
        belop = program.regler[program.nummer[b.belop]]
        dag = program.nummer[f"{b.mappe}.betaling:{b.id}:dag"]
        medlemmer = e.antall_medlemmer(belop.regel.for_hver) if belop.regel.for_hver else 1
        svar = []
        if medlemmer == 0 or not self._kan_komme(b):
            return []
        if belop.type is Periodetype.MELDEPERIODE and e.k.mandag is None:
            raise e.uten_mandag(b.belop)
        fra, til = e.k.indeks(belop.type, e.start), e.k.indeks(belop.type, e.slutt)
        if b.oppgjor:
            fra = max(fra, e.k.indeks(belop.type, e.oppgjor_fra))
        for m in range(medlemmer):
            for p in range(fra, til + 1):
                dato = e.v(dag, p, m, SLUTT)
                assert isinstance(dato, date)
                lagt = Lagt(
                    len(self.lagte),
                    b,
                    belop.nr,
                    p,
                    m,
                    dato,
                    e.k.forste(belop.type, p),
                    e.k.siste(belop.type, p),
                    dato.toordinal(),
                    b.id,
                    b.oppgjor,
                )
                self.lagte.append(lagt)
                svar.append(lagt)
        svar.sort(key=lambda x: (x.dagnr, x.nr))
        return svar

    def _kan_komme(self, b: Betaling) -> bool:
        """Tell whether a payment can come at all: its line (``[ytelse]``) is relevant in some year.

        When that is unknown, it can if the person has said anything in its folder.
        """
        e = self._kjoring
        y = e.program.bok.samling.ytelser.get(b.ytelse or b.id)
        if y is None or y.aktuell_hvis is None or b.id in self._underveis:
            return True
        nr = e.program.nummer[f"{y.mappe}.ytelse:{y.id}:aktuell_hvis"]
        self._underveis.add(b.id)
        try:
            return any(e.v(nr, aar, 0, SLUTT) for aar in range(e.start.year, e.slutt.year + 1))
        except Ukjent:
            return y.mappe in e.gitt.mapper
        finally:
            self._underveis.discard(b.id)

    def datert(self, arter: tuple[str, ...], fra: date, til: date) -> tuple[int, ...]:
        """Return the payments of some kinds dated in a span, by day."""
        nokkel = (arter, fra, til)
        svar = self._svar.get(nokkel)
        if svar is None:
            a, b = fra.toordinal(), til.toordinal()
            treff: list[Lagt] = []
            for art in arter:
                alle = self.art(art)
                i = bisect_left(alle, a, key=lambda x: x.dagnr)
                j = bisect_right(alle, b, key=lambda x: x.dagnr)
                treff.extend(alle[i:j])
            treff.sort(key=lambda x: (x.dagnr, x.nr))
            svar = self._svar[nokkel] = tuple(x.nr for x in treff)
        return svar

    def merke(self, e: Kjoregrunn, m: int, navn: str, s: int) -> type_verdi:
        """Return a label of a payment: a constant, or a rule in the period it is for."""
        lagt = self.lagte[m]
        b = lagt.betaling
        regelnavn = b.betaler_regel if navn == "betaler" else b.merkeregler.get(navn)
        if regelnavn is None:
            verdi = b.betaler if navn == "betaler" else b.merker.get(navn)
            if verdi is None:
                raise Regnefeil(f"Betalingen «{b.id}» har ikke merket «{navn}».")
            return verdi
        regel = e.program.regler[e.program.nummer[regelnavn]]
        p = lagt.p
        belop = e.program.regler[lagt.belop]
        if regel.type is not belop.type:
            p = e.k.indeks(regel.type, lagt.fra_dag)
        medlem = lagt.medlem if regel.regel.for_hver else 0
        return e.v(regel.nr, p, medlem, s)
