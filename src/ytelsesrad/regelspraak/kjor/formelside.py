"""What compiled formulas call: payments, loops, bank days, views, and what is given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NoReturn

from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.betalinger import Betalingsplan, Lagt
from ytelsesrad.regelspraak.kjor.gittverdier import MANGLER
from ytelsesrad.regelspraak.kjor.holdetid import Holdetid
from ytelsesrad.regelspraak.verdinokkel import SLUTT

_MAKS_STENGT = 60
"""Days in a row that banks can be closed."""


class Formelside(Holdetid):
    """The part of a run that formulas see, besides the values of rules."""

    plan: Betalingsplan
    _epoker: dict[int | None, list[int]]
    _grovt: dict[tuple[int, int], int]

    def syn(self, dag: date, nr: int | None = None) -> int:
        """Return the view of a day: the last day on or before it when something became known.

        With ``nr``, only what became known of that rule, and of what lies under it, counts.
        """
        epoker = self._epoker.get(nr)
        if epoker is None:
            epoker = sorted({*self.program.epoker(nr), *self.gitt.meldedager()})
            self._epoker[nr] = epoker
        lav, hoy, d = 0, len(epoker), dag.toordinal()
        while lav < hoy:
            midt = (lav + hoy) // 2
            if epoker[midt] <= d:
                lav = midt + 1
            else:
                hoy = midt
        return epoker[lav - 1] if lav else 0

    def grovt_syn(self, nr: int, s: int) -> int:
        """Return the first view in which a rule is the same as in another."""
        svar = self._grovt.get((nr, s))
        if svar is None:
            svar = self._grovt[nr, s] = self.syn(date.fromordinal(s), nr) if s else 0
        return svar

    def kan_bli_sann(self, id_: str) -> bool:
        """Tell whether a condition outside the rules can be true in any period (``krever``)."""
        return all(
            not noen.isdisjoint(self.gitt.numre) for noen in self.program.krever.get(id_, ())
        )

    def har(self, nr: int) -> bool:
        """Tell whether anything is given for an input, in any period."""
        return nr in self.gitt.numre

    def oppgitt(self, nr: int, p: int, m: int, s: int) -> bool:
        """Tell whether a value is given for an input («vet ikke» is none)."""
        try:
            return self.gitt.les(self.k, self.program.regler[nr], p, m, s) is not MANGLER
        except Ukjent:
            return False

    def vet_ikke(self, nr: int, m: int) -> NoReturn:
        """Say that a rule's own value is unknown until somebody gives it."""
        raise Ukjent(frozenset(((nr, m),)))

    def lagt(self, m: int) -> Lagt:
        """Return a payment as it is laid out."""
        return self.plan.lagte[m]

    def brutto(self, m: int, s: int) -> Decimal:
        """Return the amount of a payment."""
        b = self.plan.lagte[m]
        if b.belop not in self.program.folsomme:
            s = SLUTT
        svar: Decimal = self.v(b.belop, b.p, b.medlem, s)  # type: ignore[assignment]
        return svar

    def netto(self, m: int, s: int) -> Decimal:
        """Return the amount of a payment less all deductions."""
        svar = self.brutto(m, s)
        for nr in self.plan.trekknumre:
            svar -= self.v(nr, self.plan.lagte[m].dagnr, m, s)  # type: ignore[operator]
        return svar

    def merke(self, m: int, navn: str, s: int) -> type_verdi:
        """Return a label of a payment."""
        return self.plan.merke(self, m, navn, s)

    def betalinger(self, arter: tuple[str, ...], fra: date, til: date) -> tuple[int, ...]:
        """Return the payments of some kinds dated in a span."""
        svar = self.plan.datert(arter, fra, til)
        self._gaa(len(svar))
        return svar

    def perioder(self, type_: int, fra: date, til: date) -> Iterable[int]:
        """Return the periods of a kind that begin in a span."""
        if til < fra:
            return ()
        if (til - fra).days > 36_600:
            raise Regnefeil("Tidsrommet er lengre enn 100 år.")
        forste = self.k.indeks(type_, fra)
        if self.k.forste(type_, forste) < fra:
            forste += 1
        svar = range(forste, self.k.indeks(type_, til) + 1)
        self._gaa(len(svar))
        return svar

    def er_bankdag(self, dag: date) -> bool:
        """Tell whether banks are open: a weekday that is no public holiday."""
        if dag.weekday() >= 5:
            return False
        nr = dag.toordinal()
        self.merking.spor |= self.program.bankdagspor
        svar = self.program.bankdager.get(nr)
        if svar is None:  # kept with the book: the days are the same for everybody
            svar = not self.v(self.program.helligdag, nr, 0, SLUTT)
            self.program.bankdager[nr] = svar
        return svar

    def bankdag_for(self, dag: date) -> date:
        """Return the day, or the nearest bank day before it."""
        return self._bankdag(dag, timedelta(days=-1))

    def bankdag_etter(self, dag: date) -> date:
        """Return the day, or the nearest bank day after it."""
        return self._bankdag(dag, timedelta(days=1))

    def _bankdag(self, dag: date, steg: timedelta) -> date:
        naa = dag
        for _ in range(_MAKS_STENGT):
            if self.er_bankdag(naa):
                return naa
            naa += steg
        raise Regnefeil(f"Det er ingen bankdag i nærheten av {dag.isoformat()}.")
