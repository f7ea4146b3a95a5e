"""Settlements as they come: one amount for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.oppgjor import en_av_hver, samme_oppgjor
from ytelsesrad.beregning.resultat import Aarsoppgjor

_INGEN = Decimal(0)


@dataclass(frozen=True, slots=True)
class Samlet:
    """What one payer settles for a year. Amounts in kroner, negative to pay back."""

    titler: tuple[str, ...]
    datoer: tuple[date, ...]
    """The day of each part."""
    belop: Decimal
    """Before what is taken out of it."""
    netto: Decimal
    """What reaches the account, or has to be paid."""
    bare_avrunding: bool

    @property
    def trekkes(self) -> bool:
        """Whether something is taken out of it on the way."""
        return self.netto != self.belop


def samlede(oppgjor: Iterable[Aarsoppgjor]) -> list[Samlet]:
    """Return settlements of a year that come later, in the order they are given."""
    return [
        Samlet(
            titler=tuple(o.tittel for o in en_av_hver(alle)),
            datoer=tuple(o.dato for o in alle),
            belop=sum((o.belop for o in alle), _INGEN),
            netto=sum((o.belop if o.netto is None else o.netto for o in alle), _INGEN),
            bare_avrunding=all(o.bare_avrunding for o in alle),
        )
        for alle in samme_oppgjor(oppgjor)
    ]
