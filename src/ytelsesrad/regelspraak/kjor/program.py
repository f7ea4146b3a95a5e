"""A checked book made ready to run: rules by number, versions by date, functions made on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ytelsesrad.kalender import Periodetype, flytt
from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.graf import Lukning, naadd_fra, snudd
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Betaling, Regel, Trekk, Versjon
from ytelsesrad.regelspraak.kjor.spor import Sporbok, spor_av
from ytelsesrad.regelspraak.kontrollert import KontrollertBok, Regeltraer
from ytelsesrad.regelspraak.oversett import Oversetter
from ytelsesrad.regelspraak.samling import BETALING
from ytelsesrad.regelspraak.verdinokkel import Funksjon


@dataclass(slots=True)
class Kversjon:
    """A version by day numbers."""

    versjon: Versjon
    sted: tuple[KontrollertBok, str, int] = field(repr=False)
    """The book, the rule, and the number of the version there."""
    virkning: int
    i_bruk: int
    anslag_fra: int | None
    """From this day on the figure is an estimate (it should have been set anew)."""
    funksjon: Funksjon | None = None

    @property
    def tre(self) -> tre.Node:
        """The tree of the version."""
        bok, id_, nr = self.sted
        node = bok.traer[id_].versjoner[nr]
        assert node is not None  # a book with faults is never run
        return node


@dataclass(slots=True)
class Kregel:
    """A rule by number."""

    nr: int
    regel: Regel
    bok: KontrollertBok = field(repr=False)
    bit: int
    """The trace of the rule alone (``spor``)."""
    type: Periodetype
    tilstand: bool
    versjoner: list[Kversjon]
    """Newest first."""
    kan_gis: bool
    """Whether it is an input."""
    har_start: bool
    """Whether it has a formula of its own before the first period."""
    kan_holde: bool = False
    """Whether it is asked how long its values hold: rules for each day without state."""
    skiller: tuple[int, ...] = ()
    """The days another version, or an estimate, takes over."""
    valg: dict[tuple[int, int], Kversjon | None] = field(default_factory=dict)
    """The version for a period in a view, as it has been found before."""
    formel: Funksjon | None = None
    ved_start: Funksjon | None = None
    antatt: Funksjon | None = None

    @property
    def traer(self) -> Regeltraer:
        """The trees of the rule."""
        return self.bok.traer[self.regel.id]


class Program:
    """The rules of a book, ready to run for anyone. Holds nothing about a person."""

    def __init__(self, bok: KontrollertBok) -> None:
        self.bok = bok
        samling = bok.samling
        self.nummer = {id_: i for i, id_ in enumerate(samling.regler)}
        self.regler = [self._regel(i, r) for i, r in enumerate(samling.regler.values())]
        self.betalinger: tuple[Betaling, ...] = tuple(samling.betalinger.values())
        self.artnr = {b.id: i for i, b in enumerate(self.betalinger)}
        self.trekk = _i_rekkefolge(list(samling.trekk.values()))
        self.lukning = Lukning(bok.avhenger)
        self._spor_av = snudd(bok.avhenger)
        """Rule → the rules that ask it directly."""
        self._over: dict[int, frozenset[int]] = {}
        self._folsom = self._finn_folsomme()
        self._epoker: dict[int | None, frozenset[int]] = {}
        self.krever = {
            id_: tuple(frozenset(self.nummer[r] for r in noen) for noen in krav)
            for id_, krav in bok.krever.items()
        }
        """Condition → sets of inputs, by number: of each one must be given for it to be true."""
        self.folsomme = frozenset(self.nummer[id_] for id_ in self._folsom)
        """Numbers of the rules whose value can depend on the view."""
        self.bankdager: dict[int, bool] = {}
        self.sporbok = Sporbok(len(self.regler))

    def _regel(self, nr: int, r: Regel) -> Kregel:
        versjoner = []
        nyeste = max((v.virkning for v in r.versjoner), default=None)
        for i, v in enumerate(r.versjoner):
            settes = r.settes is not None and v.virkning == nyeste
            gammel = flytt(v.virkning, aar=1).toordinal() if settes else None
            versjoner.append(
                Kversjon(
                    v,
                    (self.bok, r.id, i),
                    v.virkning.toordinal(),
                    v.i_bruk.toordinal(),
                    0 if v.status == "anslag" else gammel,
                )
            )
        versjoner.reverse()
        tilstand = r.id in self.bok.tilstand
        type_ = PERIODETYPE[r.periode]
        bygger_paa_fortid = tilstand or r.ved_start is not None
        kan_holde = type_ is Periodetype.DAG and not bygger_paa_fortid and r.for_hver != BETALING
        skiller = {v.virkning for v in versjoner} | {v.anslag_fra or 0 for v in versjoner}
        return Kregel(
            nr,
            r,
            self.bok,
            1 << nr,
            type_,
            tilstand,
            versjoner,
            r.inndata is not None,
            r.ved_start is not None,
            kan_holde,
            tuple(sorted(skiller)),
        )

    def _finn_folsomme(self) -> frozenset[str]:
        """Find the rules whose value can depend on the view."""
        egne = {
            r.regel.id
            for r in self.regler
            if _skifter(r) or (r.regel.inndata is not None and r.regel.inndata.meldes)
        }
        return naadd_fra(egne, self._spor_av)

    def folsom(self, id_: str) -> bool:
        """Tell whether a rule's value can depend on the view."""
        return id_ in self._folsom

    def epoker(self, nr: int | None) -> frozenset[int]:
        """Return the days when something under a rule came into use, as day numbers.

        A view only needs to tell these days apart, so a chapter that a rule never asks adds none.
        Without a rule: the days of the whole book.
        """
        svar = self._epoker.get(nr)
        if svar is None:
            id_ = None if nr is None else self.regler[nr].regel.id
            navn = self.nummer if id_ is None else self.lukning[id_]
            under = [self.regler[self.nummer[r]] for r in navn]
            svar = frozenset(v.i_bruk for r in under if _skifter(r) for v in r.versjoner)
            self._epoker[nr] = svar
        return svar

    @cached_property
    def helligdag(self) -> int:
        """The number of the rule that says which days banks are closed."""
        return self.nummer[self.bok.samling.kalender["helligdag"]]

    @cached_property
    def bankdagspor(self) -> int:
        """The trace of everything that says which days banks are closed."""
        helligdag = self.bok.samling.kalender["helligdag"]
        return spor_av({self.nummer[r] for r in self.lukning[helligdag]})

    def over(self, nr: int) -> frozenset[int]:
        """Return the rules that rest on a rule, by number."""
        svar = self._over.get(nr)
        if svar is None:
            id_ = self.regler[nr].regel.id
            svar = frozenset(self.nummer[r] for r in naadd_fra((id_,), self._spor_av))
            self._over[nr] = svar
        return svar

    def velg(self, r: Kregel, p: int, forste: date, s: int) -> Kversjon | None:
        """Return the version of a rule for a period beginning on a day, seen from a day number."""
        nokkel = (p, s)
        if r.type is not Periodetype.MELDEPERIODE and nokkel in r.valg:
            return r.valg[nokkel]
        dag = forste.toordinal()
        if r.type is Periodetype.KONSTANT and r.versjoner:
            dag = r.versjoner[0].virkning
        svar = next((v for v in r.versjoner if v.virkning <= dag and v.i_bruk <= s), None)
        if r.type is not Periodetype.MELDEPERIODE:
            r.valg[nokkel] = svar
        return svar

    def oversett(self, r: Kregel, node: tre.Node) -> Funksjon:
        """Compile a tree of a rule."""
        regler = self.bok.samling.regler
        return Oversetter(r.regel, self.nummer, regler, self.folsom, r.kan_holde).funksjon(node)

    def kilderegler(self, navn: Iterable[str]) -> list[Kregel]:
        """Return rules by full name."""
        return [self.regler[self.nummer[n]] for n in navn]


def _skifter(r: Kregel) -> bool:
    """Tell whether the version that is used of a rule can depend on the view."""
    return len(r.versjoner) > 1 or any(v.i_bruk != v.virkning for v in r.versjoner)


def _i_rekkefolge(trekk: list[Trekk]) -> tuple[Trekk, ...]:
    """Order deductions so that each comes after those it says it comes after."""
    igjen: list[Trekk] = list(trekk)
    svar: list[Trekk] = []
    while igjen:
        ferdige = {t.id for t in svar}
        klare = [t for t in igjen if set(t.etter) <= ferdige] or igjen[:1]
        svar.append(klare[0])
        igjen.remove(klare[0])
    return tuple(svar)
