"""The small parts of an explanation: ways taken, winners, sums, versions, sources, gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Avrunding:
    """The outermost rounding of a value, when it changed something."""

    fra: Decimal
    til: Decimal
    steg: Decimal
    retning: str
    """Direction and step in words: «nærmeste krone (halve opp)»."""
    tekst: str
    """The value before, the direction and the value after, in one line."""


@dataclass(frozen=True, slots=True)
class Grense:
    """A limit that a condition compares with: what it is worth and how far away it is."""

    tittel: str | None
    verdi: str
    enhet: str
    avstand: Decimal
    avstand_tekst: str
    relativ: Decimal
    """The distance as a share of the larger side, to compare limits of different units."""
    naadd: bool
    """Whether the value has passed the limit."""
    setning: str | None
    """The explanation of the limit's own rule."""


@dataclass(frozen=True, slots=True)
class Gren:
    """A condition of «hvis», which way it went, and the way not taken."""

    vilkaar: str
    """The condition as it is written."""
    tall: str
    """The condition as it turned out, in figures."""
    sant: bool
    valgt: str
    ikke_valgt: str
    ikke_valgt_verdi: str | None
    """What the way not taken would have given, when its parts are known."""
    grense: Grense | None


@dataclass(frozen=True, slots=True)
class Alternativ:
    """One of those that «laveste» or «høyeste» chose between."""

    uttrykk: str
    verdi: str
    valgt: bool
    igjen: str | None
    """How far it was from being chosen."""


@dataclass(frozen=True, slots=True)
class Valg:
    """A «laveste» or «høyeste»: which won, and by how much."""

    art: str
    alternativer: tuple[Alternativ, ...]


@dataclass(frozen=True, slots=True)
class Lop:
    """Equal values in a row: how many, of what, and where."""

    antall: int
    verdi: str
    hvor: str


@dataclass(frozen=True, slots=True)
class Samlet:
    """A sum, count, average, lowest or highest, with equal parts gathered."""

    art: str
    uttrykk: str
    antall: int
    ting: str
    """What there are ``antall`` of, in the plural or singular as the number asks for."""
    lop: tuple[Lop, ...]


@dataclass(frozen=True, slots=True)
class Tabellrad:
    """The row of a table that was chosen."""

    etter: str
    rad: str


@dataclass(frozen=True, slots=True)
class Trinn:
    """One bracket: the rate of what lies above ``fra``, until the next."""

    fra: str
    sats: str
    av: str
    belop: str


@dataclass(frozen=True, slots=True)
class Kildenote:
    """A source: name, address, day it was read, and how sure it is."""

    navn: str
    url: str | None
    lest: date | None
    sikkerhet: str | None


@dataclass(frozen=True, slots=True)
class ForrigeVersjon:
    """The version before, and what the rule's value would have been with it (if it can be said)."""

    virkning: date
    verdi: str | None
    rot: str | None
    """What the explained value itself would have been."""


@dataclass(frozen=True, slots=True)
class Versjonsnote:
    """The version of the rule that was used."""

    virkning: date
    i_bruk: date
    vedtatt: date | None
    status: str
    kilder: tuple[Kildenote, ...]
    merknad: str | None
    neste: date | None
    """Day the following version holds from."""


@dataclass(frozen=True, slots=True)
class Inndatanote:
    """Where a value that was put in comes from, and where it stands."""

    kilde: str
    sporsmaal: str | None
    staar_i: str | None
    meldt: date | None
    fordi: str | None
    spenn: str | None
    """The range of an assumption, in words."""


@dataclass(frozen=True, slots=True)
class Kontroll:
    """A given value beside what the rules compute."""

    beregnet: str
    stemmer: bool
    differanse: str | None


@dataclass(frozen=True, slots=True)
class Mangel:
    """Something unknown that is needed."""

    regel: str
    tittel: str
    sporsmaal: str
    staar_i: str | None
    medlem: str | None


@dataclass(frozen=True, slots=True)
class Merknote:
    """What a value rests on beyond the law: an assumption, or a figure that is not set yet."""

    slag: str
    """antatt or anslag."""
    regel: str
    tittel: str
    oppgitt: bool
    """Whether the person gave it, marked as an assumption."""


@dataclass(frozen=True, slots=True)
class Forbehold:
    """What the law says and the rules do not, where it may touch the value."""

    id: str
    hva: str
    hvorfor: str
    verdt: str | None
    spor: str | None
