"""One run: every value by rule, period, member and view, evaluated when asked for, and kept.

The memory of the run is the trace. What a value was worked out from, and what it rests on beyond
the law (an assumption, a figure that is not set yet), is kept beside it and follows it upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from ytelsesrad.kalender import Kalender, Periodetype, UtenMandagError, periodenavn
from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent, regnefeil_av
from ytelsesrad.regelspraak.kapittel import type_verdi
from ytelsesrad.regelspraak.kjor.betalinger import Betalingsplan
from ytelsesrad.regelspraak.kjor.formelside import Formelside
from ytelsesrad.regelspraak.kjor.gitt import Gitt
from ytelsesrad.regelspraak.kjor.gittverdier import FORST, MANGLER, SIST, Gittverdier
from ytelsesrad.regelspraak.kjor.kjoregrunn import Merking
from ytelsesrad.regelspraak.kjor.minne import ALLE, Giver, Minne
from ytelsesrad.regelspraak.kjor.program import Kregel, Program
from ytelsesrad.regelspraak.kjor.spor import Merker
from ytelsesrad.regelspraak.verdinokkel import SLUTT, Funksjon, Verdinokkel

_SKRITT = 20
_MELDEPERIODE = Periodetype.MELDEPERIODE


class Kjoring(Formelside):
    """The values of one person and plan.

    State is built from day ``start``, payments are laid out to ``slutt``, and periods that begin
    before ``oppgjor_fra`` are not settled. Arithmetic must run in ``tallregning.KONTEKST``.
    """

    def __init__(
        self,
        program: Program,
        gitt: Gitt,
        start: date,
        slutt: date,
        oppgjor_fra: date | None = None,
    ) -> None:
        self.program = program
        self.gitt = Gittverdier(program, gitt)
        self.start = start
        self.slutt = slutt
        self.oppgjor_fra = oppgjor_fra or start
        self.numre, self.antatt_mandag = self.gitt.numre, self.gitt.antatt_mandag
        self.k = Kalender(self.gitt.mandag())
        self.merking = Merking()
        self.plan = Betalingsplan(self)
        self._epoker: dict[int | None, list[int]] = {}
        self._grovt: dict[tuple[int, int], int] = {}
        self._startindeks: dict[int, int] = {}
        self.med_minne(Minne())

    def med_minne(self, minne: Minne) -> None:
        """Begin with a memory."""
        self.minne = minne
        self.husket, self.spor, self.feilet = minne.husket, minne.spor, minne.feilet
        self.holder, self.spenn = minne.holder, minne.spenn
        self.underveis: set[Verdinokkel] = set()
        self.barn: dict[tuple[int, type_verdi], Underkjoring] = {}
        self.givere: tuple[Giver, ...] = ()
        """Memories of other runs that may be used (see ``arv``)."""

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a rule (by number) in a period, for a member, in a view."""
        k = (nr, p, m, s)
        svar = self.husket.get(k, MANGLER)
        if svar is MANGLER:
            return self._beregn(k)
        self.merking.spor |= self.spor[k]
        return svar  # type: ignore[return-value]

    def med(self, nr: int, verdi: type_verdi) -> Kjoring:
        """Return a child run where a rule has another value."""
        barn = self.barn.get((nr, verdi))
        if barn is None:
            barn = self.barn[nr, verdi] = Underkjoring(self, nr, verdi)
        return barn

    # ── evaluation ─────────────────────────────────────────────────────────────────────────────

    def _beregn(self, k: Verdinokkel) -> type_verdi:
        nr, p, m, s = k
        if k in self.feilet:
            self.merking.spor |= self.spor[k]
            raise self.feilet[k].with_traceback(None)
        r = self.program.regler[nr]
        if r.kan_holde:
            svar = self.fra_spennet(k)
            if svar is not MANGLER:
                return svar  # type: ignore[return-value]
        for giver in self.givere:
            if nr not in giver.over and k in giver.minne.husket:
                return self._faa(k, k, giver.minne)
        if s != SLUTT and (grov := self.grovt_syn(nr, s)) != s:
            self.v(nr, p, m, grov)
            return self._faa(k, (nr, p, m, grov), self.minne)
        underveis = self.underveis
        if k in underveis:
            raise Regnefeil("Reglene spør hverandre i ring.", r.regel.id, self.periodenavn(k))
        if r.tilstand:
            self._fremover(r, k)
        merking = self.merking
        ytre, merking.spor = merking.spor, r.bit
        if r.kan_holde:
            ytre_dager = merking.fra, merking.til, merking.klasse
            merking.fra, merking.til, merking.klasse = FORST, SIST, ALLE
        underveis.add(k)
        try:
            if self.antatt_mandag is not None and r.type is _MELDEPERIODE:
                self.sett_merke("antatt", self.antatt_mandag)
            if nr in self.numre:
                svar = self._gitt_verdi(r, k)
            elif r.kan_gis:
                svar = self._ikke_gitt(r, k)
            elif r.har_start and p < self.startindeks(r.type):
                svar = self._ved_start(r)(self, p, m, s)
            else:
                svar = (r.formel or self.funksjon(r, p, s))(self, p, m, s)
            if r.kan_holde:
                self.snevr_inn_for(r, k)
                self.husk_spennet(k)
        except (Regnefeil, Ukjent) as e:
            if isinstance(e, Regnefeil) and not e.regel:
                e.regel, e.periode = r.regel.id, self.periodenavn(k)
            self.feilet[k] = e
            raise
        except UtenMandagError:
            raise self.feilet.setdefault(k, self.uten_mandag(r.regel.id)) from None
        except (ArithmeticError, ValueError, RecursionError) as e:
            ny = regnefeil_av(e, r.regel.id, self.periodenavn(k))
            self.feilet[k] = ny
            raise ny from None
        finally:
            underveis.discard(k)
            spor = self.spor[k] = merking.spor
            merking.spor = ytre | spor
            if r.kan_holde:
                merking.fra, merking.til, merking.klasse = ytre_dager
        self.husket[k] = svar
        return svar

    def _faa(self, k: Verdinokkel, fra: Verdinokkel, minne: Minne) -> type_verdi:
        """Take over a value from another key or memory, with all that is known of it."""
        svar = self.husket[k] = minne.husket[fra]
        spor = self.spor[k] = minne.spor[fra]
        self.merking.spor |= spor
        holder = minne.holder.get(fra)
        if holder is not None:
            self.husk_hvor_lenge(k, holder)
        return svar

    def _gitt_verdi(self, r: Kregel, k: Verdinokkel) -> type_verdi:
        nr, p, m, s = k
        gitt = self.gitt.les(self.k, r, p, m, s)
        if gitt is not MANGLER:
            if self.gitt.er_antatt(nr, m):
                self.sett_merke("antatt", nr)
            return gitt  # type: ignore[return-value]
        return self._ikke_gitt(r, k)

    def _ikke_gitt(self, r: Kregel, k: Verdinokkel) -> type_verdi:
        """Return what an input is where nothing is given: by formula, or else what is assumed."""
        _, p, m, s = k
        if r.regel.formel is None and not r.versjoner:
            return self._antatt(r, k, None)
        try:
            if r.har_start and p < self.startindeks(r.type):
                return self._ved_start(r)(self, p, m, s)
            return (r.formel or self.funksjon(r, p, s))(self, p, m, s)
        except Ukjent as ukjent:
            if r.regel.inndata is None:
                raise
            return self._antatt(r, k, ukjent)

    def _antatt(self, r: Kregel, k: Verdinokkel, ukjent: Ukjent | None) -> type_verdi:
        antatt = r.regel.inndata.antatt if r.regel.inndata else None
        if antatt is None:
            raise ukjent or Ukjent(frozenset(((k[0], k[2]),)))
        self.sett_merke("antatt", k[0])
        if antatt.verdi is not None:
            return antatt.verdi
        if r.antatt is None:
            if r.traer.antatt is None:
                raise ukjent or Ukjent(frozenset(((k[0], k[2]),)))
            r.antatt = self.program.oversett(r, r.traer.antatt)
        return r.antatt(self, k[1], k[2], k[3])

    def _ved_start(self, r: Kregel) -> Funksjon:
        if r.ved_start is None:
            assert r.traer.ved_start is not None
            r.ved_start = self.program.oversett(r, r.traer.ved_start)
        return r.ved_start

    def funksjon(self, r: Kregel, p: int, s: int) -> Funksjon:
        """Return the compiled formula or version that holds for a period in a view."""
        if r.regel.formel is not None:
            if r.formel is None:
                assert r.traer.formel is not None
                r.formel = self.program.oversett(r, r.traer.formel)
            return r.formel
        versjon = r.valg.get((p, s))
        if versjon is None:
            forste = self.k.forste(r.type, p)
            versjon = self.program.velg(r, p, forste, s)
            if versjon is None:
                raise Regnefeil(
                    f"Ingen versjon av «{r.regel.navn}» gjelder {forste.isoformat()}.",
                    r.regel.id,
                    periodenavn(self.k, r.type, p),
                )
        anslag_fra = versjon.anslag_fra
        if anslag_fra is not None and self.k.forste(r.type, p).toordinal() >= anslag_fra:
            self.sett_merke("anslag", r.nr)
        if versjon.versjon.status == "foreslått":
            self.sett_merke("forslag", r.nr)
        if versjon.funksjon is None:
            versjon.funksjon = self.program.oversett(r, versjon.tre)
        return versjon.funksjon

    def _fremover(self, r: Kregel, k: Verdinokkel) -> None:
        """Build state from its start, so that a long past does not become a deep recursion."""
        nr, p, m, s = k
        start = self.startindeks(r.type)
        if p - start <= _SKRITT or (nr, p - 1, m, s) in self.husket:
            return
        for q in range(start, p):
            if (nr, q, m, s) in self.husket or (nr, q, m, s) in self.feilet:
                continue
            if (nr, q, m, s) in self.underveis:
                return
            try:
                self.v(nr, q, m, s)
            except (Regnefeil, Ukjent):
                continue

    def sett_merke(self, slag: str, nr: int) -> None:
        """Mark what is being evaluated: it rests on an assumption or an estimate."""
        self.merking.spor |= self.program.sporbok.merke(slag, nr)

    # ── asking from outside ────────────────────────────────────────────────────────────────────

    def nytt_sporsmaal(self) -> None:
        """Begin counting loop steps anew; what has been evaluated is kept."""
        self.merking.skritt = 0

    def nokkel(
        self, id_: str, dag: date, medlem: int = 0, sett_fra: date | None = None
    ) -> Verdinokkel:
        """Return the key of a rule's value in the period that contains a day."""
        r = self.program.regler[self.program.nummer[id_]]
        s = SLUTT
        if sett_fra is not None and self.program.folsom(id_):
            s = self.syn(sett_fra, r.nr)
        try:
            return (r.nr, self.k.indeks(r.type, dag), medlem, s)
        except UtenMandagError:
            raise self.uten_mandag(id_) from None

    def les(self, id_: str, dag: date, medlem: int = 0, sett_fra: date | None = None) -> type_verdi:
        """Return a rule's value in the period that contains a day.

        Raises Ukjent when something needed is unknown, Regnefeil when it cannot be evaluated.
        """
        self.nytt_sporsmaal()
        return self.v(*self.nokkel(id_, dag, medlem, sett_fra))

    @contextmanager
    def uten_spor(self) -> Iterator[None]:
        """Ask something that shall not count as used (see ``brukte_regler``)."""
        spor = self.merking.spor
        try:
            yield
        finally:
            self.merking.spor = spor

    def merker(self, k: Verdinokkel) -> Merker:
        """Return the marks of a value that has been evaluated."""
        spor = 0 if k in self.feilet else self.spor.get(k, 0)
        return self.program.sporbok.merker(spor)

    def periodenavn(self, k: Verdinokkel) -> str:
        """Return the name of the period of a key; nothing for one that cannot be."""
        try:
            return periodenavn(self.k, self.program.regler[k[0]].type, k[1])
        except (ArithmeticError, ValueError, UtenMandagError):
            return ""

    def brukte_regler(self) -> set[int]:
        """Return the numbers of all rules evaluated in this run and its child runs."""
        return self.program.sporbok.regler(self.merking.spor)


class Underkjoring(Kjoring):
    """A run where one rule has another value; what does not rest on it comes from the parent."""

    def __init__(self, forelder: Kjoring, nr: int, verdi: type_verdi) -> None:
        self.program = forelder.program
        self.gitt = forelder.gitt
        self.numre, self.antatt_mandag = forelder.numre, forelder.antatt_mandag
        self.start = forelder.start
        self.slutt = forelder.slutt
        self.k = forelder.k
        self.merking = forelder.merking
        self.plan = forelder.plan
        self._epoker = forelder._epoker
        self._grovt = forelder._grovt
        self._startindeks = forelder._startindeks
        self.med_minne(forelder.minne.under(nr, verdi))
        self.givere = tuple(g.under(nr, verdi) for g in forelder.givere)
        self.forelder = forelder
        self.byttet = nr
        self.verdi = verdi
        self.byttede: dict[int, type_verdi] = {nr: verdi}
        """All that is replaced: here, and in the runs this one stands in."""
        if isinstance(forelder, Underkjoring):
            self.byttede = forelder.byttede | self.byttede
        self.over = forelder.program.over(nr)

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a value, as if the replaced rule had the other value in every period."""
        if nr in self.byttede:
            return self.byttede[nr]
        if nr not in self.over:
            return self.forelder.v(nr, p, m, s)
        return Kjoring.v(self, nr, p, m, s)

    def vs(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return a daily value on the same day, as if the replaced rule had the other value."""
        if nr == self.byttet:
            return self.verdi
        if nr not in self.over:
            return self.forelder.vs(nr, p, m, s)
        return Kjoring.vs(self, nr, p, m, s)

    def har(self, nr: int) -> bool:
        """Tell whether anything is given: for the replaced rule something is."""
        return nr == self.byttet or self.forelder.har(nr)

    def oppgitt(self, nr: int, p: int, m: int, s: int) -> bool:
        """Tell whether a value is given: for the replaced rule one is."""
        return nr == self.byttet or self.forelder.oppgitt(nr, p, m, s)
