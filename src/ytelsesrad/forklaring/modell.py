"""What an explanation holds: plain frozen data, with the parts of a value opened when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.detaljer import (
    Avrunding,
    Forbehold,
    ForrigeVersjon,
    Gren,
    Inndatanote,
    Kontroll,
    Mangel,
    Merknote,
    Samlet,
    Tabellrad,
    Trinn,
    Valg,
    Versjonsnote,
)
from ytelsesrad.lesbart import dato

if TYPE_CHECKING:
    from ytelsesrad.forklaring.gang import Funn
    from ytelsesrad.forklaring.plass import Plass
    from ytelsesrad.regelspraak import type_verdi


@dataclass(frozen=True, slots=True)
class Del:
    """A part of a value: another value, and how it is read."""

    forklaring: Forklaring
    lest: str
    """In words when it is not simply read here: «måneden før», «på 1. mai 2026»."""
    vilkaar: bool
    """Only a condition reads it."""
    antall: int = 1
    """How many equal values it stands for."""
    hvor: str = ""
    """Which ones, in words: «januar–april 2026»."""
    gruppe: str | None = None
    """The thing looped over, when it is one of several."""


@dataclass(frozen=True)
class Forklaring:
    """Why a rule has its value in one period, for one member, in one view."""

    regel: str
    navn: str
    tittel: str | None
    enhet: str
    periode: str
    periodetekst: str
    medlem: str | None
    sett_fra: date | None
    bytter: tuple[str, ...]
    """Values used in the place of rules («med»), in words, outermost first."""
    opphav: str
    """formel, verdi, tabell, trinn, inndata, antatt, ved start, byttet, ukjent or feil."""
    verdi: type_verdi | None
    tekst: str
    """The value as a sentence writes it."""
    kort: str
    """The value as a table writes it, with its unit."""
    setning: str | None
    formel: str | None
    tall: str | None
    """The formula with its figures filled in."""
    skjult: bool
    er_rett: bool
    """Whether it is what a line of the coverage matrix comes to."""
    personlig: bool
    """Whether it rests on anything about the person; else it is the same for everybody."""
    hjemmel: str | None
    merknad: str | None
    het_for: tuple[str, ...]
    versjon: Versjonsnote | None
    avrunding: Avrunding | None
    grener: tuple[Gren, ...]
    valg: tuple[Valg, ...]
    samlet: tuple[Samlet, ...]
    rader: tuple[Tabellrad, ...]
    trinn: tuple[Trinn, ...]
    inndata: Inndatanote | None
    kontroll: Kontroll | None
    merker: tuple[Merknote, ...]
    mangler: tuple[Mangel, ...]
    feil: str | None
    plass: Plass = field(repr=False, compare=False)
    """Where it is read; for the writers of this package."""
    funn: Funn = field(repr=False, compare=False)
    er_personlig: Callable[[str], bool] = field(repr=False, compare=False)
    """Whether a rule rests on anything about the person."""
    _deler: Callable[[], tuple[Del, ...]] = field(repr=False, compare=False)
    _forbehold: Callable[[], tuple[Forbehold, ...]] = field(repr=False, compare=False)
    _forrige: Callable[[], ForrigeVersjon | None] = field(repr=False, compare=False)

    @property
    def overskrift(self) -> str:
        """Title and period: «Bunnfradrag 2026»."""
        navn = self.tittel or self.navn
        if self.periodetekst:
            aar = self.periodetekst.isdecimal() and "," not in navn
            navn = f"{navn}{' ' if aar else ', '}{self.periodetekst}"
        mer = [self.medlem] if self.medlem else []
        if self.sett_fra is not None and self.sett_fra > date.min:
            mer.append(f"sett fra {dato(self.sett_fra)}")
        mer += [f"med {bytte}" for bytte in self.bytter]
        return f"{navn} ({', '.join(mer)})" if mer else navn

    @cached_property
    def deler(self) -> tuple[Del, ...]:
        """The values it is made of, opened the first time somebody asks."""
        return self._deler()

    @cached_property
    def forbehold(self) -> tuple[Forbehold, ...]:
        """What is not modelled and may touch this value."""
        return self._forbehold()

    @cached_property
    def forrige_versjon(self) -> ForrigeVersjon | None:
        """The version before the one that was used."""
        return self._forrige()


@dataclass(frozen=True, slots=True)
class Trekkforklaring:
    """A deduction from a payment."""

    tittel: str
    belop: Forklaring


@dataclass(frozen=True, slots=True)
class Betalingsforklaring:
    """Why a payment is what it is: gross, each deduction, net."""

    betaling: str
    tittel: str
    betaler: str
    dato: date
    fra_dag: date
    til_dag: date
    brutto: Forklaring
    trekk: tuple[Trekkforklaring, ...]
    netto: Decimal | None
    """None when a part of it is unknown."""
    netto_tekst: str
