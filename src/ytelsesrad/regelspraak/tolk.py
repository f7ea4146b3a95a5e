"""Read a checked tree directly, over the values of a run.

The meaning is that of the compiled formula; this is the slow and open road, for explanations that
walk a formula part by part and for texts with holes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import TYPE_CHECKING, Any

from ytelsesrad.kalender import Periodetype, UtenMandagError
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Art
from ytelsesrad.regelspraak.feil import Ukjent, regnefeil_av
from ytelsesrad.regelspraak.lokale import Lokale, indeks, lokale_for
from ytelsesrad.regelspraak.oversett import hjelpere
from ytelsesrad.regelspraak.oversett.ord import BANKDAG, FUNKSJON, TING
from ytelsesrad.regelspraak.tallregning import BITTE, NULL, de_beste, snitt, trinnvis
from ytelsesrad.regelspraak.verdinokkel import SLUTT
from ytelsesrad.regelspraak.visenhet import enhet_av

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.kapittel import Regel, type_verdi
    from ytelsesrad.regelspraak.kjor.kjoring import Kjoring
    from ytelsesrad.regelspraak.kontrollert import Mal, Tekst

type_vis = Callable[["type_verdi", str], str]
"""Writes a value of a unit (such as «kr/år») for people."""

_REGNING: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul, "/": truediv}
_LIK: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


def tolk(
    kjoring: Kjoring,
    regel: Regel,
    node: tre.Node,
    p: int,
    m: int,
    s: int,
    lokale: Lokale | None = None,
) -> type_verdi:
    """Return the value of a part of a rule's formula (or of a text of it).

    ``p``, ``m`` and ``s`` are the period, member and view of the rule. ``lokale`` is where the
    part is read when that is elsewhere, such as inside a loop (see ``Tolk.inne``).
    Raises Ukjent and Regnefeil, as a run does.
    """
    return Tolk(kjoring, regel, p, m, s).verdi(node, lokale)


def fyll(kjoring: Kjoring, regel: Regel, mal: Mal, p: int, m: int, s: int, vis: type_vis) -> str:
    """Return a text with its holes filled in. Raises Ukjent and Regnefeil."""
    tolken = Tolk(kjoring, regel, p, m, s)
    return "".join(
        bit if isinstance(bit, str) else vis(tolken.vist(bit), tolken.enhet(bit))
        for bit in mal.biter
    )


def velg_tekst(
    kjoring: Kjoring, regel: Regel, tekster: Iterable[Tekst], p: int, m: int, s: int
) -> Mal | None:
    """Return the first text whose condition holds. Raises Ukjent and Regnefeil."""
    tolken = Tolk(kjoring, regel, p, m, s)
    return next((t.mal for t in tekster if t.naar is None or tolken.verdi(t.naar)), None)


class Tolk:
    """Reads parts of the trees of one rule, in one period, for one member, in one view."""

    __slots__ = ("eget", "regel")

    def __init__(self, kjoring: Kjoring, regel: Regel, p: int, m: int, s: int) -> None:
        self.regel = regel
        self.eget = lokale_for(kjoring, regel, p, m, s)

    def vist(self, node: tre.Node) -> type_verdi:
        """Return the value of a part as a text has it: what people read in place of a choice.

        Raises Ukjent and Regnefeil.
        """
        verdi = self.verdi(node)
        if isinstance(verdi, str) and isinstance(node, tre.Navn) and node.regel is not None:
            return self.eget.kjoring.program.bok.samling.regler[node.regel].valget(verdi)
        return verdi

    def verdi(self, node: tre.Node, lokale: Lokale | None = None) -> type_verdi:
        """Return the value of a part. Raises Ukjent and Regnefeil."""
        try:
            svar: type_verdi = self._verdi(node, lokale or self.eget)
        except (ArithmeticError, ValueError, RecursionError) as feil:
            raise regnefeil_av(feil, self.regel.id) from None
        except UtenMandagError:
            raise self.eget.kjoring.uten_mandag(self.regel.id) from None
        return svar

    # ── where parts are read ───────────────────────────────────────────────────────────────────

    def inne(self, node: tre.Samling, lokale: Lokale | None = None) -> list[Lokale]:
        """Return the places a loop goes through, those that its «hvor» lets pass."""
        return list(self._inne(node, lokale or self.eget))

    def _inne(self, node: tre.Samling, k: Lokale) -> Iterable[Lokale]:
        bare_penger = tre.spor_om_belop(node)
        for x in self._steder(node, k):
            if node.hvor is not None and not self._verdi(node.hvor, x):
                continue
            if not bare_penger or x.kjoring.brutto(x.medlem["betaling"], x.s):
                yield x

    def under_med(self, node: tre.Med, lokale: Lokale | None = None) -> Lokale:
        """Return where the expression before «med» is read: in the child run."""
        k = lokale or self.eget
        nr = k.kjoring.program.nummer[str(node.navn.regel)]
        return replace(k, kjoring=k.kjoring.med(nr, self._verdi(node.verdi, k)))

    def under_syn(self, node: tre.SettFra, lokale: Lokale | None = None) -> Lokale:
        """Return where the expression before «sett fra» is read: in the view of the day."""
        k = lokale or self.eget
        egen = k.kjoring.program.nummer.get(self.regel.id)
        return replace(k, s=k.kjoring.syn(self._verdi(node.dag, k), egen))

    def nokkel(
        self, node: tre.Navn | tre.Paa, lokale: Lokale | None = None
    ) -> tuple[Kjoring, tuple[int, int, int, int]]:
        """Return the run and the key (rule, period, member, view) of what a name refers to."""
        k = lokale or self.eget
        navn = node.navn if isinstance(node, tre.Paa) else node
        program = k.kjoring.program
        r = program.regler[program.nummer[str(navn.regel)]]
        if isinstance(node, tre.Paa):
            p = k.kjoring.k.indeks(r.type, self._verdi(node.dag, k))
        else:
            if navn.form == "denne":
                k = replace(self.eget, kjoring=k.kjoring, s=k.s)
            p = indeks(k, r.type)
        if navn.form == "forrige":
            p -= 1
        m = k.medlem[r.regel.for_hver] if r.regel.for_hver else 0
        return k.kjoring, (r.nr, p, m, k.s if program.folsom(r.regel.id) else SLUTT)

    def _steder(self, node: tre.Samling, k: Lokale) -> Iterable[Lokale]:
        e = k.kjoring
        if node.ting == "betaling":
            for m in e.betalinger(node.arter, *self._grenser(node, k)):
                yield replace(
                    k,
                    type=Periodetype.DAG,
                    p=e.lagt(m).dagnr,
                    medlem={**k.medlem, "betaling": m},
                )
        elif node.tingtype >= 0:
            for p in e.perioder(node.tingtype, *self._grenser(node, k)):
                yield replace(k, type=Periodetype(node.tingtype), p=p)
        else:
            for m in range(e.antall_medlemmer(node.ting)):
                yield replace(k, medlem={**k.medlem, node.ting: m})

    def _grenser(self, node: tre.Samling, k: Lokale) -> tuple[date, date]:
        kalender = k.kjoring.k
        if node.a is not None and node.b is not None:
            return self._verdi(node.a, k), self._verdi(node.b, k)
        if node.omfang is None:
            return kalender.forste(k.type, k.p), kalender.siste(k.type, k.p)
        stor = TING[node.omfang.removeprefix("hittil ")]
        i = indeks(k, stor)
        if node.omfang.startswith("hittil"):
            return kalender.forste(stor, i), hjelpere.dagen_for(kalender.forste(k.type, k.p))
        return kalender.forste(stor, i), kalender.siste(stor, i)

    # ── values ─────────────────────────────────────────────────────────────────────────────────

    def _verdi(self, node: tre.Node, k: Lokale) -> Any:
        match node:
            case tre.Tall() | tre.Dato() | tre.Tekst() | tre.Konstant() | tre.JaNei():
                return node.verdi
            case tre.Navn() if node.merke is not None:
                return self._betaling(node.merke, k)
            case tre.Navn() if node.innebygd is not None:
                return self._innebygd(node.innebygd, self.eget if node.form == "denne" else k)
            case tre.VetIkke():
                r = k.kjoring.program.nummer[self.regel.id]
                raise Ukjent(frozenset(((r, self.eget.medlem.get(self.regel.for_hver or "", 0)),)))
            case tre.ErOppgitt():
                if not k.kjoring.har(k.kjoring.program.nummer[str(node.navn.regel)]):
                    return False
                e, nokkel = self.nokkel(node.navn, k)
                return e.oppgitt(*nokkel)
            case tre.Navn() | tre.Paa():
                e, nokkel = self.nokkel(node, k)
                return e.v(*nokkel)
            case tre.SettFra():
                return self._verdi(node.uttrykk, self.under_syn(node, k))
            case tre.Med():
                return self._verdi(node.uttrykk, self.under_med(node, k))
            case tre.Kall():
                return self._kall(node, k)
            case tre.Samling():
                return self._samling(node, k)
            case tre.Fortegn():
                return -self._verdi(node.uttrykk, k)
            case tre.Ikke():
                return not self._verdi(node.uttrykk, k)
            case tre.Logisk():
                a = self._verdi(node.a, k)
                return a if a is (node.op == "eller") else self._verdi(node.b, k)
            case tre.Sammenlign():
                return self._sammenlign(node, k)
            case tre.Regning():
                return self._regning(node, k)
            case tre.Hvis():
                return self._verdi(node.saa if self._verdi(node.vilkaar, k) else node.ellers, k)
            case tre.Oppslag():
                return self._verdi(self.rad(node, k), k)
            case tre.Trinnvis():
                return trinnvis(self._verdi(node.av, k), node.trinn)
            case _:
                raise TypeError(type(node).__name__)

    def rad(self, node: tre.Oppslag, lokale: Lokale | None = None) -> tre.Node:
        """Return the row of a table that its key picks. Raises Regnefeil when there is none."""
        nokkel = self._verdi(node.etter, lokale or self.eget)
        svar: tre.Node = hjelpere.slaa_opp(
            nokkel,
            {n: partial(_selv, rad) for n, rad in node.rader.items()},
            [(grense, partial(_selv, rad)) for grense, rad in node.fra_og_med],
            partial(_selv, node.ellers) if node.ellers else None,
        )
        return svar

    @staticmethod
    def _innebygd(navn: str, k: Lokale) -> type_verdi:
        forste = k.kjoring.k.forste(k.type, k.p)
        match navn:
            case "år":
                return Decimal(forste.year)
            case "månedsnummer":
                return Decimal(forste.month)
            case "siste_dag":
                return k.kjoring.k.siste(k.type, k.p)
            case _:
                return forste

    @staticmethod
    def _betaling(navn: str, k: Lokale) -> type_verdi:
        e, m = k.kjoring, k.medlem["betaling"]
        match navn:
            case "brutto":
                return e.brutto(m, k.s)
            case "netto":
                return e.netto(m, k.s)
            case "dato" | "fra_dag" | "til_dag" | "kilde" | "oppgjor":
                svar: type_verdi = getattr(e.lagt(m), navn)
                return svar
            case _:
                return e.merke(m, navn, k.s)

    def _kall(self, node: tre.Kall, k: Lokale) -> Any:
        arg = [self._verdi(a, k) for a in node.argumenter]
        if node.funksjon in BANKDAG:
            return getattr(k.kjoring, BANKDAG[node.funksjon])(*arg)
        return hjelpere.NAVN[FUNKSJON[node.funksjon]](*arg)

    def _sammenlign(self, node: tre.Sammenlign, k: Lokale) -> bool:
        a, b = self._verdi(node.a, k), self._verdi(node.b, k)
        if isinstance(a, Decimal):
            a, b = a - b, NULL
            if -BITTE < a < BITTE:
                a = NULL
        return _LIK[node.op](a, b)

    def _regning(self, node: tre.Regning, k: Lokale) -> Any:
        a, b = self._verdi(node.a, k), self._verdi(node.b, k)
        if isinstance(a, date):
            if isinstance(b, date):
                return hjelpere.dager_mellom(a, b)
            enhet = node.b.type.enhet.potenser[0][0] if node.b.type else "dag"
            return hjelpere.flytt_dato(a, -b if node.op == "-" else b, enhet)
        return _REGNING[node.op](a, b)

    def _samling(self, node: tre.Samling, k: Lokale) -> Any:
        verdier = [self._verdi(node.uttrykk, x) for x in self._inne(node, k)]
        if node.art == "antall":
            return Decimal(sum(verdier))
        if node.velg is not None:
            verdier = de_beste(verdier, node.velg)
        if node.art == "sum":
            return sum(verdier, NULL)
        if node.art == "snitt":
            return snitt(verdier)
        velg = min if node.art == "laveste" else max
        if node.uttrykk.type is not None and node.uttrykk.type.art is Art.DATO:
            return hjelpere.forste_dato(velg, verdier)
        return velg(verdier, default=NULL)

    def enhet(self, node: tre.Node) -> str:
        """Return the unit of a part in words, for showing its value."""
        return enhet_av(node, self.eget.kjoring.program.bok.samling.regler)


def _selv(node: tre.Node) -> tre.Node:
    return node
