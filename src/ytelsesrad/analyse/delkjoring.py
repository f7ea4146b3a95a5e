"""Runs where some inputs have other values, on top of a run that keeps all the rest.

``Delkjoring`` is exact, at one place of the line. ``Linjekjoring`` holds all the way to its
horizon; ``stryk`` then forgets only what does not hold further.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ytelsesrad.analyse.linjeprogram import linjeprogram
from ytelsesrad.analyse.linjetall import NAER, UENDELIG, Eier, Fart
from ytelsesrad.regelspraak import Gitt, Kjoring, Program, type_verdi
from ytelsesrad.regelspraak.kjor.arv import hviler_paa
from ytelsesrad.regelspraak.kjor.betalinger import Betalingsplan
from ytelsesrad.regelspraak.kjor.gittverdier import MANGLER, Mangler
from ytelsesrad.regelspraak.kjor.kjoring import Underkjoring
from ytelsesrad.regelspraak.kjor.minne import ALLE
from ytelsesrad.regelspraak.verdinokkel import Verdinokkel


class Delkjoring(Kjoring):
    """An exact run at one place; what does not rest on the moved inputs comes from ``grunn``."""

    def __init__(
        self, grunn: Kjoring, gitt: Gitt, flyttet: frozenset[int], program: Program | None = None
    ) -> None:
        program = program or grunn.program
        super().__init__(program, gitt, grunn.start, grunn.slutt, grunn.oppgjor_fra)
        self.grunn = grunn
        self.over = hviler_paa(grunn.program, flyttet)
        self.k = grunn.k
        self.merking = grunn.merking
        self.plan = Betalingsplan(self) if planen_flytter_seg(self) else grunn.plan

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a value, from the run below when it can't have changed."""
        if nr not in self.over:
            return self.grunn.v(nr, p, m, s)
        return Kjoring.v(self, nr, p, m, s)

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a daily value on the same day, in the same way."""
        if nr not in self.over:
            return self.grunn.vs(nr, p, m, s)
        return Kjoring.vs(self, nr, p, m, s)


def planen_flytter_seg(e: Delkjoring) -> bool:
    """Tell whether the days of payments, or whether they come at all, rest on the moved inputs."""
    nummer, ytelser = e.program.nummer, e.program.bok.samling.ytelser
    for b in e.program.betalinger:
        y = ytelser.get(b.ytelse or b.id)
        navn = [f"{b.mappe}.betaling:{b.id}:dag"]
        navn += [f"{y.mappe}.ytelse:{y.id}:aktuell_hvis"] if y and y.aktuell_hvis else []
        if any(nummer.get(n) in e.over for n in navn):
            return True
    return False


class _Husker(Kjoring):
    """Keeps, beside a value, how far along the line it holds."""

    fart: Fart
    nr: int
    """The number of the run among those of the walk."""
    horisont: dict[Verdinokkel, Decimal]

    def husk_eller_regn(self, k: Verdinokkel) -> type_verdi:
        """Return a value that may rest on the line."""
        svar = self.husket.get(k, MANGLER)
        if svar is MANGLER:
            return self._beregn(k)
        naer = self.horisont.get(k)
        if naer is not None and naer < self.fart.naer:
            self.fart.naer = naer
        return svar  # type: ignore[return-value]

    def husk_paa_dagen(self, k: Verdinokkel) -> type_verdi:
        """Return a daily value that may rest on the line; ours holds no longer than it does."""
        svar = self.husk_eller_regn(k)
        self.snevr_inn_som(self.holder.get(k) or (k[1], k[1], ALLE))
        return svar

    def fra_spennet(self, k: Verdinokkel) -> type_verdi | Mangler:
        """Return the value of another day that it holds for too; it holds as far along the line."""
        nr, p, m, s = k
        spenn = self.spenn.get((nr, m, s))
        kjent = spenn.finn(p) if spenn is not None else None
        if kjent is not None:
            self.fart.naer = min(self.fart.naer, self.horisont.get(kjent, UENDELIG))
        return super().fra_spennet(k)

    def _beregn(self, k: Verdinokkel) -> type_verdi:
        fart = self.fart
        if k in self.feilet:
            fart.naer = min(fart.naer, self.horisont.get(k, UENDELIG))
            return super()._beregn(k)
        ytre, fart.naer = fart.naer, UENDELIG
        ytre_eier, fart.eier = fart.eier, (self.nr, k)
        fart.vendinger.pop(fart.eier, None)
        try:
            return super()._beregn(k)
        finally:
            if fart.naer is not UENDELIG:
                self.horisont[k] = fart.naer
            fart.naer = min(fart.naer, ytre)
            fart.eier = ytre_eier

    def stryk(self, t: Decimal, strukket: dict[Eier, Any]) -> None:
        """Forget what does not hold beyond a place; what it was is added to ``strukket``."""
        for k in [k for k, naer in self.horisont.items() if naer <= t + NAER]:
            del self.horisont[k]
            if k in self.husket:
                strukket[self.nr, k] = self.husket.pop(k)
            self.feilet.pop(k, None)
            self.spor.pop(k, None)
            self.holder.pop(k, None)
            self.spenn.pop((k[0], k[2], k[3]), None)
        for barn in self.barn.values():
            if isinstance(barn, _Husker):
                barn.stryk(t, strukket)


class Linjekjoring(_Husker, Delkjoring):
    """A run along the line."""

    def __init__(self, grunn: Kjoring, gitt: Gitt, flyttet: frozenset[int], fart: Fart) -> None:
        Delkjoring.__init__(self, grunn, gitt, flyttet, linjeprogram(grunn.program))
        self.fart = fart
        self.horisont = {}
        self.alle: list[_Husker] = [self]
        self.nr = 0
        self.flyttbar_plan = self.plan is not grunn.plan
        """Whether payments must be laid out anew on every piece."""

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a value: a number that rests on the line may be a ``Linje``."""
        if nr not in self.over:
            return self.grunn.v(nr, p, m, s)
        return self.husk_eller_regn((nr, p, m, s))

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a daily value on the same day, in the same way."""
        if nr not in self.over:
            return self.grunn.vs(nr, p, m, s)
        return self.husk_paa_dagen((nr, p, m, s))

    def med(self, nr: int, verdi: type_verdi) -> Kjoring:
        """Return a child run where a rule has another value."""
        return _barn(self, self, nr, verdi)


class _Linjebarn(_Husker, Underkjoring):
    """A child run along the line."""

    def __init__(self, forelder: _Husker, topp: Linjekjoring, nr: int, verdi: type_verdi) -> None:
        Underkjoring.__init__(self, forelder, nr, verdi)
        self.fart = forelder.fart
        self.horisont = {}
        self.topp = topp
        self.nr = len(topp.alle)
        topp.alle.append(self)

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a value, as if the replaced rule had the other value in every period."""
        if nr in self.byttede:
            return self.byttede[nr]
        if nr not in self.over:
            return self.forelder.v(nr, p, m, s)
        return self.husk_eller_regn((nr, p, m, s))

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a daily value on the same day, in the same way."""
        if nr in self.byttede:
            return self.byttede[nr]
        if nr not in self.over:
            return self.forelder.vs(nr, p, m, s)
        return self.husk_paa_dagen((nr, p, m, s))

    def med(self, nr: int, verdi: type_verdi) -> Kjoring:
        """Return a child run where one more rule has another value."""
        return _barn(self, self.topp, nr, verdi)


def _barn(e: _Husker, topp: Linjekjoring, nr: int, verdi: type_verdi) -> Kjoring:
    barn = e.barn.get((nr, verdi))
    if barn is None:
        barn = e.barn[nr, verdi] = _Linjebarn(e, topp, nr, verdi)
    return barn
