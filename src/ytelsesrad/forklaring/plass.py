"""Where a value lives: a run (or a child run), and its key there. Reads what the run has kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ytelsesrad.forklaring.ord import dagspenn
from ytelsesrad.kalender import Periodetype, UtenMandagError
from ytelsesrad.lesbart import midt_i, periode
from ytelsesrad.regelspraak import Regnefeil, Ukjent
from ytelsesrad.regelspraak.kjor.gittverdier import MANGLER
from ytelsesrad.regelspraak.kjor.kjoring import Underkjoring
from ytelsesrad.regelspraak.tolk import Tolk
from ytelsesrad.regelspraak.verdinokkel import SLUTT, Verdinokkel

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import Kjoring, Regel, tre, type_verdi
    from ytelsesrad.regelspraak.kjor.program import Kregel, Kversjon


@dataclass(frozen=True, slots=True)
class Regning:
    """How a value came about: its kind of origin, the tree that was read, the version."""

    opphav: str
    node: tre.Node | None
    versjon: Kversjon | None = None


@dataclass(frozen=True, slots=True)
class Plass:
    """A value's place. Equal places have equal values."""

    kjoring: Kjoring
    nokkel: Verdinokkel

    @staticmethod
    def for_verdi(kjoring: Kjoring, nokkel: Verdinokkel) -> Plass:
        """Return the place of a value in the run that holds it: the child run, or its parent."""
        while isinstance(kjoring, Underkjoring):
            if nokkel[0] == kjoring.byttet:
                break
            if nokkel[0] in kjoring.over and nokkel[0] not in kjoring.byttede:
                break
            kjoring = kjoring.forelder
        return Plass(kjoring, nokkel)

    @property
    def kregel(self) -> Kregel:
        """The rule as the program holds it."""
        return self.kjoring.program.regler[self.nokkel[0]]

    @property
    def regel(self) -> Regel:
        """The rule."""
        return self.kregel.regel

    def tolk(self) -> Tolk:
        """Return the reader of the rule's trees here."""
        _, p, m, s = self.nokkel
        return Tolk(self.kjoring, self.regel, p, m, s)

    def verdi(self) -> type_verdi:
        """Return the value. Raises Ukjent and Regnefeil."""
        return self.kjoring.v(*self.nokkel)

    def prov(self) -> type_verdi | None:
        """Return the value, or None where there is none."""
        try:
            return self.verdi()
        except (Ukjent, Regnefeil):
            return None

    # ── when, who, seen from when ──────────────────────────────────────────────────────────────

    @property
    def forste_dag(self) -> date:
        """The first day of the period."""
        return self.kjoring.k.forste(self.kregel.type, self.nokkel[1])

    @property
    def siste_dag(self) -> date:
        """The last day of the period."""
        return self.kjoring.k.siste(self.kregel.type, self.nokkel[1])

    def periodenavn(self) -> str:
        """Return the period as data writes it."""
        return self.kjoring.periodenavn(self.nokkel)

    def periodetekst(self) -> str:
        """Return the period in words; nothing for what always holds."""
        type_ = self.kregel.type
        if type_ is Periodetype.KONSTANT:
            return ""
        if type_ is Periodetype.MELDEPERIODE:
            return dagspenn(self.forste_dag, self.siste_dag)
        return periode(self.periodenavn())

    def medlem(self) -> str | None:
        """Return the member in words: «barn 2», or the title of a payment."""
        gruppe = self.regel.for_hver
        if gruppe is None:
            return None
        m = self.nokkel[2]
        if gruppe == "betaling":
            return midt_i(self.kjoring.lagt(m).betaling.tittel)
        if self.kjoring.gitt.antall(gruppe) < 2:
            return None
        return f"{gruppe} {m + 1}"

    def sett_fra(self) -> date | None:
        """Return the day of the view; None for «as it finally is»."""
        s = self.nokkel[3]
        return None if s >= SLUTT else date.fromordinal(max(1, s))

    def bytter(self) -> list[tuple[Kregel, type_verdi]]:
        """Return the rules that have another value here, outermost first."""
        svar = []
        e = self.kjoring
        while isinstance(e, Underkjoring):
            svar.append((e.program.regler[e.byttet], e.verdi))
            e = e.forelder
        return svar[::-1]

    def merker(self) -> frozenset[tuple[str, int]]:
        """Return the marks of the value: what it rests on beyond the law."""
        return self.kjoring.merker(self.nokkel)

    # ── how it came about ──────────────────────────────────────────────────────────────────────

    def regning(self) -> Regning:
        """Return how the value came about, in the order the run tries."""
        e, r = self.kjoring, self.kregel
        nr, p, m, s = self.nokkel
        if isinstance(e, Underkjoring) and e.byttet == nr:
            return Regning("byttet", None)
        kan_gis = r.regel.inndata is not None or nr in e.gitt.numre
        if kan_gis:
            try:
                if e.gitt.les(e.k, r, p, m, s) is not MANGLER:
                    return Regning("inndata", None)
            except Ukjent:
                return Regning("ukjent", None)
        regning = self.etter_reglene()
        if not kan_gis:
            return regning or Regning("feil", None)
        antatt = r.regel.inndata.antatt if r.regel.inndata else None
        if regning is None:
            return Regning("antatt" if antatt else "ukjent", r.traer.antatt)
        if antatt and regning.node is not None:
            try:
                self.tolk().verdi(regning.node)
            except Ukjent:
                return Regning("antatt", r.traer.antatt)
            except Regnefeil:
                return regning
        return regning

    def etter_reglene(self) -> Regning | None:
        """Return the formula or version that holds here, whatever is given; None for none."""
        e, r = self.kjoring, self.kregel
        _, p, _, s = self.nokkel
        if r.traer.ved_start is not None and p < e.startindeks(r.type):
            return Regning("ved start", r.traer.ved_start)
        if r.traer.formel is not None:
            return Regning("formel", r.traer.formel)
        versjon = e.program.velg(r, p, e.k.forste(r.type, p), s) if r.versjoner else None
        if versjon is None:
            return None
        return Regning(_slag(versjon), versjon.tre, versjon)

    def formeltekst(self, regning: Regning) -> str:
        """Return the text that the nodes of the tree have their places in."""
        regel = self.regel
        v = regning.versjon.versjon if regning.versjon else None
        match regning.opphav:
            case "formel":
                formel = v.formel if v else regel.formel
            case "ved start":
                formel = regel.ved_start
            case "antatt":
                antatt = regel.inndata.antatt if regel.inndata else None
                formel = antatt.formel if antatt else None
            case "tabell":
                formel = regel.tabell_etter
            case "trinn":
                formel = regel.trinn_av
            case _:
                formel = None
        return formel.tekst if formel else ""


def _slag(versjon: Kversjon) -> str:
    v = versjon.versjon
    if v.formel is not None:
        return "formel"
    if v.tabell is not None:
        return "tabell"
    return "trinn" if v.trinn is not None else "verdi"


def trygt(f: Callable[..., Any], *arg: Any) -> Any:
    """Return what f gives; None where something is unknown or fails."""
    try:
        return f(*arg)
    except (Ukjent, Regnefeil, UtenMandagError):
        return None
