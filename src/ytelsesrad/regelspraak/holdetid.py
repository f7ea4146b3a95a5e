"""How long a daily value holds: as it is evaluated, each thing it reads says from and to when.

A rule for each day mostly gives the same value for weeks. While one day is evaluated, the days are
noted between which nothing that was read can change: a version, a given value, a month, the side of
a date. Any day between them has the same value, so the formula need not be read again.

Compiled formulas of daily rules call these methods where they stand at the rule's own day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from ytelsesrad.regelspraak.gittverdier import FORST, MANGLER, SIST, Mangler
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjoregrunn import Kjoregrunn
from ytelsesrad.regelspraak.minne import Spenn
from ytelsesrad.regelspraak.program import Kregel
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel

T = TypeVar("T")
_UKE, _HVERDAGER = 7, 5


class Holdetid(Kjoregrunn):
    """The part of a run that knows how long values hold."""

    husket: dict[Verdinokkel, type_verdi]
    spor: dict[Verdinokkel, int]
    spenn: dict[tuple[int, int, int], Spenn]
    holder: dict[Verdinokkel, tuple[int, int]]

    # ── what compiled formulas call ────────────────────────────────────────────────────────────

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a daily rule on the same day; ours holds no longer than it does."""
        k = (nr, p, m, s)
        svar = self.husket.get(k, MANGLER)
        if svar is MANGLER:
            svar = self._beregn(k)
        else:
            self.merking.spor |= self.spor[k]
        fra, til = self.holder.get(k) or (p, p)
        m_ = self.merking
        if fra > m_.fra:
            m_.fra = fra
        if til < m_.til:
            m_.til = til
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
        mandag = p - (p + _UKE - 1) % _UKE
        hverdag = p < mandag + _HVERDAGER
        if hverdag:
            self.snevr_inn(mandag, mandag + _HVERDAGER - 1)
        else:
            self.snevr_inn(mandag + _HVERDAGER, mandag + _UKE - 1)
        return hverdag

    def dager(self, verdi: Callable[[int], T], over: Sequence[int]) -> list[T]:
        """Return the values of a row of days; days that come out alike are evaluated once."""
        svar: list[T] = []
        if not over:
            return svar
        m = self.merking
        fra, til = m.fra, m.til
        dag, slutt = over[0], over[-1] + 1
        try:
            while dag < slutt:
                m.fra, m.til = FORST, SIST
                svarte = verdi(dag)
                neste = min(m.til + 1, slutt)
                svar += [svarte] * (neste - dag)
                dag = neste
        finally:
            m.fra, m.til = fra, til
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
        if spenn is None or (i := spenn.finn(p)) < 0:
            return MANGLER
        k0 = spenn.nokler[i]
        svar = self.husket[k] = self.husket[k0]
        self.holder[k] = self.holder[k0]
        spor = self.spor[k] = self.spor[k0]
        self.merking.spor |= spor
        return svar

    def husk_spennet(self, k: Verdinokkel) -> None:
        """Keep how long the value just evaluated holds."""
        self.husk_hvor_lenge(k, self.merking.fra, self.merking.til)

    def husk_hvor_lenge(self, k: Verdinokkel, fra: int, til: int) -> None:
        """Keep the days that a value holds for."""
        self.holder[k] = (fra, til)
        if fra < til:
            self.spenn.setdefault((k[0], k[2], k[3]), Spenn()).legg_til(fra, til, k)
