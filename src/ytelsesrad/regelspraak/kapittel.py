"""What a chapter of rules holds, once it is read and before it is compiled.

A chapter is one TOML file. These classes are plain frozen data; every formula is still text. The
schema is described for authors in ``docs/referanse/regelspraak.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from ytelsesrad.kalender import Periodetype

if TYPE_CHECKING:
    from ytelsesrad.lesing import Sted, TomlFil

type_verdi = Decimal | bool | date | str
"""A value of the language: number (in base form: 70 prosent is 0.70), ja/nei, date, or text."""


class Periode(StrEnum):
    """How long a value of a rule holds. The order is from short to long."""

    DAG = "dag"
    MELDEPERIODE = "meldeperiode"
    MAANED = "måned"
    AAR = "år"
    KONSTANT = "konstant"


PERIODETYPE = {
    Periode.DAG: Periodetype.DAG,
    Periode.MELDEPERIODE: Periodetype.MELDEPERIODE,
    Periode.MAANED: Periodetype.MAANED,
    Periode.AAR: Periodetype.AAR,
    Periode.KONSTANT: Periodetype.KONSTANT,
}


@dataclass(frozen=True, slots=True)
class Nokkel:
    """Where a formula or a text stands: its file and its key path there."""

    fil: TomlFil
    sti: tuple[str | int, ...]
    hvor: str

    def sted(self, fra: int | None = None, lengde: int = 1) -> Sted:
        """Return the place of the key, or of a part of its string value."""
        if fra is None:
            return self.fil.sted(*self.sti, hvor=self.hvor)
        return self.fil.sted_i_tekst(self.sti, fra, lengde, hvor=self.hvor)


@dataclass(frozen=True, slots=True)
class Formel:
    """Formula text and its place."""

    tekst: str
    sted: Nokkel


@dataclass(frozen=True, slots=True)
class Kilde:
    """A source: where a figure or formula comes from, when it was read, and how sure it is."""

    kort: str
    navn: str
    url: str | None = None
    lest: date | None = None
    sikkerhet: str | None = None


@dataclass(frozen=True, slots=True)
class Versjon:
    """A dated version of a rule. Exactly one of verdi, formel, tabell and trinn is set.

    ``virkning`` is the first day the law holds, ``i_bruk`` the first day it was used in payments.
    """

    virkning: date
    i_bruk: date
    vedtatt: date | None
    status: str
    kilder: tuple[Kilde, ...]
    sted: Nokkel
    verdi: type_verdi | None = None
    formel: Formel | None = None
    tabell: tuple[tuple[str, type_verdi | Formel], ...] | None = None
    trinn: tuple[tuple[Decimal, Decimal], ...] | None = None
    hjemmel: str | None = None
    merknad: str | None = None
    forklaring: tuple[Tekstvalg, ...] = ()


@dataclass(frozen=True, slots=True)
class Tekstvalg:
    """A sentence with ``{…}`` holes, and the condition for using it (None: always)."""

    tekst: str
    naar: Formel | None
    sted: Nokkel


@dataclass(frozen=True, slots=True)
class Antatt:
    """An assumption used where nothing is given: a value or a formula, why, and its range."""

    fordi: str
    verdi: type_verdi | None = None
    formel: Formel | None = None
    lavest: Decimal | None = None
    hoyest: Decimal | None = None
    vist: str | None = None
    """What people read in place of the value, where the value itself would puzzle them."""
    viktig: bool = False
    """The question is put among what we do not know, although there is a value to go on with."""


@dataclass(frozen=True, slots=True)
class Raskt:
    """An input on the quick way: asked as question ``nr``, or only taken to be ``antatt``.

    Both formulas are read in a calendar year: the one of the day it is reckoned on.
    """

    nr: int | None = None
    """Its place among the questions; None when it is never asked."""
    naar: Formel | None = None
    """When it belongs to the way at all (None: always)."""
    antatt: Formel | None = None
    """What is reckoned with when there is no answer."""
    fordi: str | None = None
    """Why that is assumed."""
    lavest: Decimal | None = None
    hoyest: Decimal | None = None
    """What it can be when there is no answer, in the unit as typed."""
    hjelp: str | None = None
    """What is meant by the question, and what is not."""
    enhet: str | None = None
    """The unit people answer in, where the rule counts in another (kroner for G)."""
    plan: str | None = None
    """The question stays beside the answer, and the plan is named by it: «{} i uka»."""
    forutsetter: str | None = None
    """What an answer is taken to mean, that is not sure: «the same all year»."""
    sporsmaal: str | None = None
    """The question as the quick way asks it, where that differs from the input's own."""
    flere: bool = False
    """Several answers, each a member of the rule's group; no answer is none of them."""


@dataclass(frozen=True, slots=True)
class Langs:
    """How far it is natural to go along an input, and what else grows in proportion with it."""

    til: Decimal
    """In the unit as typed; the line begins at nothing."""
    med: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inndata:
    """What may be given for a rule. ``minst``, ``hoyst`` and ``steg`` are in the unit as typed."""

    sporsmaal: str
    staar_i: str | None = None
    minst: Decimal | None = None
    hoyst: Decimal | None = None
    steg: Decimal | None = None
    antatt: Antatt | None = None
    meldes: bool = False
    skjedd: bool = False
    """The value is about what has happened: it may not be for a time after regnedato."""
    sted: str = "person"
    krever: tuple[str, ...] = ()
    spor_om: str | None = None
    eksempel: str | None = None
    kalles: tuple[str, ...] = ()
    """Other words people write for it; a message then says what it is called here."""
    raskt: Raskt | None = None
    langs: Langs | None = None


@dataclass(frozen=True, slots=True)
class TidligereNavn:
    """A name the thing had in older letters, until a day."""

    navn: str
    til: date | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule: a function of period, member and view. See ``docs/referanse/regelspraak.md``."""

    id: str
    """Full name: ``folder.name``."""
    mappe: str
    navn: str
    enhet: str
    periode: Periode
    sted: Nokkel
    tittel: str | None = None
    valg: tuple[str, ...] = ()
    for_hver: str | None = None
    forklaring: tuple[Tekstvalg, ...] = ()
    het_for: tuple[TidligereNavn, ...] = ()
    hjemmel: str | None = None
    merknad: str | None = None
    formel: Formel | None = None
    versjoner: tuple[Versjon, ...] = ()
    """Ordered by virkning, then i_bruk, oldest first."""
    tabell_etter: Formel | None = None
    trinn_av: Formel | None = None
    inndata: Inndata | None = None
    ved_start: Formel | None = None
    settes: str | None = None
    skjult: bool = False
    kapittel: str = ""
    """The ``tema`` of the file."""
    vist: tuple[tuple[str, str], ...] = ()
    """What people read in place of some of the choices."""

    def valget(self, verdi: type_verdi) -> type_verdi:
        """Return a choice as people read it; any other value as it is."""
        return next((tekst for valg, tekst in self.vist if valg == verdi), verdi)


@dataclass(frozen=True, slots=True)
class Ytelse:
    """A line of the coverage matrix: a benefit, a tax, a supplement or a service."""

    id: str
    mappe: str
    navn: str
    gruppe: str
    fortegn: int
    sted: Nokkel
    aktuell_hvis: Formel | None = None
    rett: str | None = None
    spor: str | None = None
    status: str | None = None
    holdes_hvis: Formel | None = None
    varer_til: Formel | None = None
    """The last day the person has it, when that can be known."""
    rekkefolge: Decimal = Decimal(0)
    merknad: str | None = None
    hjemmel: str | None = None
    rad: str | None = None
    """The name of its row among amounts, when that says more (such as «before tax»)."""
    kort: str | None = None
    """A short name for narrow columns."""
    timer: str | None = None
    """The rule for the hours of work a year that the line is pay for."""
    forskjeller: tuple[str, ...] = ()
    """Rules for what still parts the money of a year from what is final, once it is settled."""


@dataclass(frozen=True, slots=True)
class Merke:
    """A label that payments carry: ja/nei, a number with unit, or one of several choices."""

    navn: str
    mappe: str
    sted: Nokkel
    enhet: str
    valg: tuple[str, ...] = ()
    pakrevd: bool = True
    sporsmaal: str = ""
    ellers: type_verdi | None = None
    """The value of payments that do not say; the label is then not required."""


@dataclass(frozen=True, slots=True)
class Betaling:
    """An amount that becomes money on a day. Label values are constants or names of rules."""

    id: str
    mappe: str
    tittel: str
    belop: str
    dag: Formel
    betaler: type_verdi | None
    betaler_regel: str | None
    merker: dict[str, type_verdi]
    merkeregler: dict[str, str]
    sted: Nokkel
    oppgjor: bool = False
    ytelse: str | None = None
    rekkefolge: Decimal = Decimal(0)
    kolonner: tuple[str, ...] = ()
    """Rules shown beside the amount when payments are listed one by one."""


@dataclass(frozen=True, slots=True)
class Trekk:
    """Something taken out of every payment before it reaches the account."""

    id: str
    mappe: str
    tittel: str
    belop: str
    sted: Nokkel
    etter: tuple[str, ...] = ()
    ytelse: str | None = None
    rekkefolge: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Melding:
    """A duty, right, warning, advice or reassurance, with its condition and deadline.

    ``fra_dato``: the day something stops, or comes back. ``mottaker``: who a duty is owed to.
    ``folge``: what happens when it is not done. ``i_stedet_for``, ``utdyper`` and ``sagt_av`` name
    kinds of surprise about the same folder: the note says it better, says why, or says no more.
    ``ytelse``: the one coverage line such a surprise must be about; None when any will do.
    ``viktig``: whether it stands in the short answer; None when its type decides.
    """

    id: str
    mappe: str
    type: str
    periode: Periode
    tekst: str
    sted: Nokkel
    naar: Formel | None = None
    for_hver: str | None = None
    kort: str | None = None
    frist: str | None = None
    frist_dato: Formel | None = None
    fra_dato: Formel | None = None
    hvem: str | None = None
    kanal: str | None = None
    mottaker: str | None = None
    folge: str | None = None
    hjemmel: str | None = None
    kilder: tuple[Kilde, ...] = ()
    rekkefolge: Decimal = Decimal(0)
    i_stedet_for: tuple[str, ...] = ()
    utdyper: tuple[str, ...] = ()
    sagt_av: tuple[str, ...] = ()
    ytelse: str | None = None
    viktig: bool | None = None


@dataclass(frozen=True, slots=True)
class IkkeModellert:
    """What the law says and the file does not: why, what it touches, whom to ask."""

    id: str
    mappe: str
    hva: str
    hvorfor: str
    berorer: tuple[str, ...]
    sted: Nokkel
    periode: Periode = Periode.AAR
    naar: Formel | None = None
    verdt: str | None = None
    spor: str | None = None


@dataclass(frozen=True, slots=True)
class Krav:
    """What must hold of what is put in. ``naar`` is true when something is wrong."""

    id: str
    mappe: str
    naar: Formel
    felt: tuple[str, ...]
    tekst: str
    rett: str
    alvor: str
    periode: Periode
    sted: Nokkel
    for_hver: str | None = None


@dataclass(frozen=True, slots=True)
class Eksempel:
    """A known answer, run as a test and printed in the docs."""

    tittel: str | None
    mappe: str
    kilder: tuple[Kilde, ...]
    dato: date
    sett_fra: date | None
    gitt: dict[str, object]
    svar: dict[str, object]
    avvik: Decimal
    sted: Nokkel


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A list of members in the situation, such as children or jobs."""

    navn: str
    flertall: str
    mappe: str
    sted: Nokkel
    kjennetegn: str | None = None
    """The input that tells members apart: a plan that names one, speaks of that one."""


@dataclass(slots=True)
class Kapittel:
    """Everything one file says."""

    fil: TomlFil
    mappe: str
    tema: str
    hjemmel: str | None
    regler: list[Regel] = field(default_factory=list)
    utvider: set[str] = field(default_factory=set)
    erstatter: set[str] = field(default_factory=set)
    ytelser: list[Ytelse] = field(default_factory=list)
    merker: list[Merke] = field(default_factory=list)
    betalinger: list[Betaling] = field(default_factory=list)
    trekk: list[Trekk] = field(default_factory=list)
    meldinger: list[Melding] = field(default_factory=list)
    ikke_modellert: list[IkkeModellert] = field(default_factory=list)
    krav: list[Krav] = field(default_factory=list)
    eksempler: list[Eksempel] = field(default_factory=list)
    grupper: list[Gruppe] = field(default_factory=list)
    kilder: dict[str, Kilde] = field(default_factory=dict)
    enheter: dict[str, str] = field(default_factory=dict)
    """Units that are worth a rule: unit → full rule name."""
    kalender: dict[str, str] = field(default_factory=dict)
    """Calendar facts: ``helligdag``, ``meldeperiode_starter`` → full rule name."""
