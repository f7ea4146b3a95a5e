"""How long a daily value holds: as it is evaluated, each thing it reads says from and to when.

A rule for each day mostly gives the same value for weeks. While one day is evaluated, the days are
noted between which nothing that was read can change: a version, a given value, a month, the side of
a date; and whether it was read only for weekdays, or only for weekends. Any such day between them
has the same value, so the formula need not be read again.

Compiled formulas of daily rules call these methods where they stand at the rule's own day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.gittverdier import FORST, MANGLER, SIST, Mangler
from ytelsesrad.regelspraak.kjor.kjoregrunn import Kjoregrunn
from ytelsesrad.regelspraak.kjor.minne import (
    ALLE,
    HELG,
    HVERDAG,
    HVERDAGER,
    UKE,
    Holder,
    Spenn,
    ukedag,
)
from ytelsesrad.regelspraak.kjor.program import Kregel
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel

T = TypeVar("T")


class Holdetid(Kjoregrunn):
    """The part of a run that knows how long values hold."""

    husket: dict[Verdinokkel, type_verdi]
    spor: dict[Verdinokkel, int]
    spenn: dict[tuple[int, int, int], Spenn]
    holder: dict[Verdinokkel, Holder]

    # ── what compiled formulas call ────────────────────────────────────────────────────────────

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a daily rule on the same day; ours holds no longer than it does."""
        k = (nr, p, m, s)
        svar = self.husket.get(k, MANGLER)
        if svar is MANGLER:
            svar = self._beregn(k)
        else:
            self.merking.spor |= self.spor[k]
        self.snevr_inn_som(self.holder.get(k) or (p, p, ALLE))
        return svar  # type: ignore[return-value]

    def fest(self, p: int, verdi: T) -> T:
        """Return a value that may be another the day before and after."""
        self.snevr_inn(p, p)
        return verdi

    def i_perioden(self, type_: int, nr: int, verdi: T) -> T:
        """Return a value that is the same in all of a longer period."""
        self.snevr_inn(*self.k.dager(type_, nr))
        return verdi

    def dag_foer(self, p: int, dag: date) -> bool:
        """Tell whether the day is before another."""
        o = dag.toordinal()
        self.snevr_inn(FORST, o - 1) if p < o else self.snevr_inn(o, SIST)
        return p < o

    def dag_er(self, p: int, dag: date) -> bool:
        """Tell whether the day is another."""
        o = dag.toordinal()
        self.snevr_inn(o if p == o else o + 1 if p > o else FORST, o - (p < o) if p <= o else SIST)
        return p == o

    def dag_paa_hverdag(self, p: int) -> bool:
        """Tell whether the day is a Monday to Friday."""
        hverdag = ukedag(p) < HVERDAGER
        self.merking.klasse = HVERDAG if hverdag else HELG
        return hverdag

    def dager(self, verdi: Callable[[int], T], over: Sequence[int]) -> list[T]:
        """Return the values of a row of days; days that come out alike are evaluated once."""
        svar: list[T] = []
        if not over:
            return svar
        m = self.merking
        ytre = m.fra, m.til, m.klasse
        dag, slutt = over[0], over[-1] + 1
        siste: dict[int, tuple[int, T]] = {}
        try:
            while dag < slutt:
                i_uken = ukedag(dag)
                klasse, neste = (HVERDAG, HVERDAGER) if i_uken < HVERDAGER else (HELG, UKE)
                neste += dag - i_uken
                holder = siste.get(klasse)
                if holder is None or dag > holder[0]:
                    m.fra, m.til, m.klasse = FORST, SIST, ALLE
                    svarte = verdi(dag)
                    holder = siste[klasse] = (m.til, svarte)
                    if m.klasse == ALLE:
                        siste[HVERDAG] = siste[HELG] = holder
                        neste = slutt
                neste = min(neste, holder[0] + 1, slutt)
                svar += [holder[1]] * (neste - dag)
                dag = neste
        finally:
            m.fra, m.til, m.klasse = ytre
        return svar

    def gitt_paa_dagen(self, nr: int, p: int, m: int, verdi: T) -> T:
        """Return something that rests on what is given for a daily input on the day."""
        self.snevr_inn(*self.gitt.spenn(nr, m, p))
        return verdi

    # ── what the run itself does ───────────────────────────────────────────────────────────────

    def snevr_inn(self, fra: int, til: int) -> None:
        """Note that what is read holds only between two days."""
        m = self.merking
        if fra > m.fra:
            m.fra = fra
        if til < m.til:
            m.til = til

    def snevr_inn_som(self, holder: Holder) -> None:
        """Note that what is read holds only as long as another value."""
        fra, til, klasse = holder
        m = self.merking
        if fra > m.fra:
            m.fra = fra
        if til < m.til:
            m.til = til
        if klasse:
            m.klasse = klasse

    def snevr_inn_for(self, r: Kregel, k: Verdinokkel) -> None:
        """Note how long the version and the given value that a daily rule uses hold."""
        nr, p, m, _ = k
        if nr in self.gitt.numre:
            self.snevr_inn(*self.gitt.spenn(nr, m, p))
        if r.skiller:
            i = bisect_right(r.skiller, p)
            fra = r.skiller[i - 1] if i else FORST
            self.snevr_inn(fra, r.skiller[i] - 1 if i < len(r.skiller) else SIST)

    def fra_spennet(self, k: Verdinokkel) -> type_verdi | Mangler:
        """Return the value of a daily rule from another day that it holds for too, or MANGLER."""
        nr, p, m, s = k
        spenn = self.spenn.get((nr, m, s))
        k0 = spenn.finn(p) if spenn is not None else None
        if k0 is None:
            return MANGLER
        svar = self.husket[k] = self.husket[k0]
        self.holder[k] = self.holder[k0]
        spor = self.spor[k] = self.spor[k0]
        self.merking.spor |= spor
        return svar

    def husk_spennet(self, k: Verdinokkel) -> None:
        """Keep how long the value just evaluated holds."""
        m = self.merking
        self.husk_hvor_lenge(k, (m.fra, m.til, m.klasse))

    def husk_hvor_lenge(self, k: Verdinokkel, holder: Holder) -> None:
        """Keep the days that a value holds for."""
        self.holder[k] = holder
        if holder[0] < holder[1]:
            nokkel = (k[0], k[2], k[3])
            spenn = self.spenn.get(nokkel)
            if spenn is None:
                spenn = self.spenn[nokkel] = Spenn()
            spenn.legg_til(holder, k)
