"""One run: every value by rule, period, member and view, evaluated when asked for, and kept.

The memory of the run is the trace. What a value rests on beyond the law (an assumption, a figure
that is not set yet) is kept beside it as a set of marks, and follows it upwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.kalender import Kalender, Periodetype, UtenMandagError, periodenavn
from ytelsesrad.regelspraak.betalinger import Betalingsplan, Lagt
from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent, regnefeil_av
from ytelsesrad.regelspraak.gittverdier import FORST, MANGLER, SIST, Gittverdier
from ytelsesrad.regelspraak.holdetid import Holdetid, Merking
from ytelsesrad.regelspraak.oversett import SLUTT

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.gitt import Gitt
    from ytelsesrad.regelspraak.kapittel import type_verdi
    from ytelsesrad.regelspraak.oversett import Funksjon
    from ytelsesrad.regelspraak.program import Kregel, Program

    Nokkel = tuple[int, int, int, int]
    Merker = frozenset[tuple[str, int]]

INGEN: Merker = frozenset()
_SKRITT = 20
_MAKS_SKRITT = 500_000
_MAKS_STENGT = 60
"""Days in a row that banks can be closed."""


class Kjoring(Holdetid):
    """The values of one person and plan.

    State is built from day ``start``, payments are laid out to ``slutt``, and periods that begin
    before ``oppgjor_fra`` are not settled. Arithmetic must run in ``tallregning.KONTEKST``.
    """

    spurt_om_bankdag = False

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
        self.k = Kalender(self.gitt.mandag())
        self.husket: dict[Nokkel, type_verdi] = {}
        self.merket: dict[Nokkel, Merker] = {}
        self.feilet: dict[Nokkel, Exception] = {}
        self.underveis: set[Nokkel] = set()
        self.merking = Merking()
        self.start_holdetid()
        self.barn: dict[tuple[int, type_verdi], Underkjoring] = {}
        self.plan = Betalingsplan(self)
        self._epoker: dict[int | None, list[int]] = {}
        self._startindeks: dict[int, int] = {}

    # ── what compiled formulas call ────────────────────────────────────────────────────────────

    def v(self, nr: int, p: int, m: int, s: int) -> type_verdi:
        """Return the value of a rule (by number) in a period, for a member, in a view."""
        k = (nr, p, m, s)
        svar = self.husket.get(k, MANGLER)
        if svar is MANGLER:
            return self._beregn(k)
        if k in self.merket:
            self.merking.naa |= self.merket[k]
        return svar  # type: ignore[return-value]

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

    def med(self, nr: int, verdi: type_verdi) -> Kjoring:
        """Return a child run where a rule has another value."""
        barn = self.barn.get((nr, verdi))
        if barn is None:
            barn = self.barn[nr, verdi] = Underkjoring(self, nr, verdi)
        return barn

    def har(self, nr: int) -> bool:
        """Tell whether anything is given for an input, in any period."""
        return nr in self.gitt.numre

    def oppgitt(self, nr: int, p: int, m: int, s: int) -> bool:
        """Tell whether a value is given for an input («vet ikke» is none)."""
        try:
            return self.gitt.les(self.k, self.program.regler[nr], p, m, s) is not MANGLER
        except Ukjent:
            return False

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

    def antall_medlemmer(self, gruppe: str) -> int:
        """Return how many members a group has."""
        svar = self.gitt.antall(gruppe)
        self._gaa(svar)
        return svar

    def _gaa(self, antall: int) -> None:
        """Count the steps of loops since somebody outside asked, so that none goes on for ever."""
        merking = self.merking
        merking.skritt += antall
        if merking.skritt > _MAKS_SKRITT:
            raise Regnefeil(
                f"Regelen går gjennom for mange perioder, medlemmer eller betalinger "
                f"({_MAKS_SKRITT:_} er grensen)."
            )

    def er_bankdag(self, dag: date) -> bool:
        """Tell whether banks are open: a weekday that is no public holiday."""
        if dag.weekday() >= 5:
            return False
        self.merking.bankdager = True
        nr = dag.toordinal()
        self.spurt_om_bankdag = True
        svar = self.program.bankdager.get(nr)
        if svar is None:
            helligdag = self.program.nummer[self.program.bok.samling.kalender["helligdag"]]
            svar = self.program.bankdager[nr] = not self.v(helligdag, nr, 0, SLUTT)
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

    # ── evaluation ─────────────────────────────────────────────────────────────────────────────

    def _beregn(self, k: Nokkel) -> type_verdi:
        feil = self.feilet.get(k)
        if feil is not None:
            raise feil.with_traceback(None)
        r = self.program.regler[k[0]]
        if r.kan_holde:
            svar = self.fra_spennet(k)
            if svar is not MANGLER:
                return svar  # type: ignore[return-value]
        if k in self.underveis:
            raise Regnefeil("Reglene spør hverandre i ring.", r.regel.id, self.periodenavn(k))
        if r.tilstand:
            self._fremover(r, k)
        merking = self.merking
        ytre, merking.naa = merking.naa, INGEN
        fra, til = merking.fra, merking.til
        merking.fra, merking.til = FORST, SIST
        self.underveis.add(k)
        try:
            svar = self._verdi(r, k)
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
            self.underveis.discard(k)
            egne = merking.naa
            merking.naa = ytre | egne if egne else ytre
            merking.fra, merking.til = fra, til
        self.husket[k] = svar
        if egne:
            self.merket[k] = egne
        return svar

    def _verdi(self, r: Kregel, k: Nokkel) -> type_verdi:
        nr, p, m, s = k
        if self.gitt.antatt_mandag is not None and r.type is Periodetype.MELDEPERIODE:
            self.sett_merke("antatt", self.gitt.antatt_mandag)
        if r.regel.inndata is None and nr not in self.gitt.numre:
            return self._regelverdi(r, k)
        gitt = self.gitt.les(self.k, r, p, m, s)
        if gitt is not MANGLER:
            if self.gitt.er_antatt(nr, m):
                self.sett_merke("antatt", nr)
            return gitt  # type: ignore[return-value]
        if r.traer.formel is None and not r.versjoner:
            return self._antatt(r, k, None)
        try:
            return self._regelverdi(r, k)
        except Ukjent as ukjent:
            return self._antatt(r, k, ukjent)

    def _regelverdi(self, r: Kregel, k: Nokkel) -> type_verdi:
        _, p, m, s = k
        if r.traer.ved_start is not None and p < self.startindeks(r.type):
            if r.ved_start is None:
                r.ved_start = self.program.oversett(r, r.traer.ved_start)
            return r.ved_start(self, p, m, s)
        return self.funksjon(r, p, s)(self, p, m, s)

    def _antatt(self, r: Kregel, k: Nokkel, ukjent: Ukjent | None) -> type_verdi:
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

    def funksjon(self, r: Kregel, p: int, s: int) -> Funksjon:
        """Return the compiled formula or version that holds for a period in a view."""
        if r.formel is not None:
            return r.formel
        if r.traer.formel is not None:
            r.formel = self.program.oversett(r, r.traer.formel)
            return r.formel
        forste = self.k.forste(r.type, p)
        versjon = self.program.velg(r, p, forste, s)
        if versjon is None:
            raise Regnefeil(
                f"Ingen versjon av «{r.regel.navn}» gjelder {forste.isoformat()}.",
                r.regel.id,
                periodenavn(self.k, r.type, p),
            )
        if versjon.anslag_fra is not None and forste.toordinal() >= versjon.anslag_fra:
            self.sett_merke("anslag", r.nr)
        if versjon.versjon.status == "foreslått":
            self.sett_merke("forslag", r.nr)
        if versjon.funksjon is None:
            versjon.funksjon = self.program.oversett(r, versjon.tre)
        return versjon.funksjon

    def _fremover(self, r: Kregel, k: Nokkel) -> None:
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

    def startindeks(self, type_: Periodetype) -> int:
        """Return the index of the first period state is built from."""
        svar = self._startindeks.get(type_)
        if svar is None:
            svar = self._startindeks[type_] = self.k.indeks(type_, self.start)
        return svar

    def sett_merke(self, slag: str, nr: int) -> None:
        """Mark what is being evaluated: it rests on an assumption or an estimate."""
        self.merking.naa |= {(slag, nr)}

    def uten_mandag(self, regel: str) -> Ukjent | Regnefeil:
        """Return what to raise when fortnights are asked for and no Monday is known."""
        navn = self.program.bok.samling.kalender.get("meldeperiode_starter")
        if navn is None:
            return Regnefeil("Ingen regel sier når en meldeperiode starter.", regel)
        return Ukjent(frozenset(((self.program.nummer[navn], 0),)))

    # ── asking from outside ────────────────────────────────────────────────────────────────────

    def nytt_sporsmaal(self) -> None:
        """Begin counting loop steps anew; what has been evaluated is kept."""
        self.merking.skritt = 0

    def nokkel(self, id_: str, dag: date, medlem: int = 0, sett_fra: date | None = None) -> Nokkel:
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

    def merker(self, k: Nokkel) -> Merker:
        """Return the marks of a value that has been evaluated."""
        return self.merket.get(k, INGEN)

    def periodenavn(self, k: Nokkel) -> str:
        """Return the name of the period of a key; nothing for one that cannot be."""
        try:
            return periodenavn(self.k, self.program.regler[k[0]].type, k[1])
        except (ArithmeticError, ValueError, UtenMandagError):
            return ""

    def brukte_regler(self) -> set[int]:
        """Return the numbers of all rules evaluated in this run and its child runs.

        Bank days are kept from run to run, so what they rest on is added when any was asked for.
        """
        svar = {k[0] for k in self.husket} | {k[0] for k in self.feilet}
        if self.spurt_om_bankdag:
            svar |= self.program.under_bankdager()
        for barn in self.barn.values():
            svar |= barn.brukte_regler()
        if self.merking.bankdager:  # kept with the book, so this run may not have evaluated them
            helligdag = self.program.bok.samling.kalender["helligdag"]
            svar |= {self.program.nummer[id_] for id_ in self.program.lukning[helligdag]}
        return svar


class Underkjoring(Kjoring):
    """A run where one rule has another value; what does not rest on it comes from the parent."""

    def __init__(self, forelder: Kjoring, nr: int, verdi: type_verdi) -> None:
        self.program = forelder.program
        self.gitt = forelder.gitt
        self.start = forelder.start
        self.slutt = forelder.slutt
        self.k = forelder.k
        self.husket = {}
        self.merket = {}
        self.feilet = {}
        self.underveis = set()
        self.merking = forelder.merking
        self.start_holdetid()
        self.barn = {}
        self.plan = forelder.plan
        self._epoker = forelder._epoker
        self._startindeks = forelder._startindeks
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
