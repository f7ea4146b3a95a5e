"""What a person has given for the inputs of the rules, ready for a run to read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ytelsesrad.lesing import Sted
    from ytelsesrad.regelspraak.kapittel import type_verdi


@dataclass(frozen=True, slots=True)
class FraDato:
    """A value that holds from a day until the next one."""

    dag: date
    verdi: type_verdi


@dataclass(frozen=True, slots=True)
class ForPeriode:
    """A value for a named span (a month or a year), first and last day inclusive."""

    fra: date
    til: date
    verdi: type_verdi


@dataclass(frozen=True, slots=True)
class Rekke:
    """Values for one period after another, from the period that contains a day."""

    fra: date
    verdier: tuple[type_verdi, ...]
    gjentas: bool = False
    """Whether the row begins again when it is used up; else nothing is given after it."""


@dataclass(frozen=True, slots=True)
class Meldt:
    """A value for a named span, as reported on a day: a view sees what was reported by then."""

    fra: date
    til: date
    meldt: date
    verdi: type_verdi


@dataclass(frozen=True, slots=True)
class Oppgitt:
    """Everything given for one input (and one member of its group).

    Values are in base form: 70 prosent is ``Decimal("0.70")``. The most specific wins: reported
    and named spans before rows before from-values before ``alltid``.
    """

    regel: str
    """Full rule name."""
    medlem: int | None = None
    alltid: type_verdi | None = None
    fra: tuple[FraDato, ...] = ()
    perioder: tuple[ForPeriode, ...] = ()
    meldt: tuple[Meldt, ...] = ()
    rekke: Rekke | None = None
    ukjent: bool = False
    """The person wrote «vet ikke»: neither computed nor assumed values hide that it is unknown."""
    kilde: str = "opplyst"
    """vedtak, lønnsslipp, opplyst or antatt."""
    vist: str | None = None
    """How it was written, when that differs from the value (kroner for a rule that counts in G)."""
    spenn: tuple[Oppgitt, Oppgitt] | None = None
    """The same with every lowest, and every highest, value it can have; None when it is certain."""
    sted: Sted | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Gitt:
    """All that is given for one run: inputs, and how many members each group has."""

    verdier: tuple[Oppgitt, ...] = ()
    medlemmer: tuple[tuple[str, int], ...] = ()
    """Group name → number of members."""
