"""Settlements as they come: what one payer settles on one day is one amount."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.resultat import Aar, Aarsoppgjor

_INGEN = Decimal(0)


@dataclass(frozen=True, slots=True)
class Samlet:
    """What one payer settles for a year on one day. Amounts in kroner, negative to pay back."""

    titler: tuple[str, ...]
    dato: date
    belop: Decimal
    """Before what is taken out of it."""
    netto: Decimal
    """What reaches the account, or has to be paid."""
    bare_avrunding: bool

    @property
    def trekkes(self) -> bool:
        """Whether something is taken out of it on the way."""
        return self.netto != self.belop


def samlede(aar: Aar) -> list[Samlet]:
    """Return the settlements of a year that come later, in the order they are given."""
    samme: dict[tuple[date, str], list[Aarsoppgjor]] = defaultdict(list)
    for o in aar.oppgjor:
        samme[o.dato, o.betaler].append(o)
    return [
        Samlet(
            titler=tuple(o.tittel for o in alle),
            dato=alle[0].dato,
            belop=sum((o.belop for o in alle), _INGEN),
            netto=sum((o.belop if o.netto is None else o.netto for o in alle), _INGEN),
            bare_avrunding=all(o.bare_avrunding for o in alle),
        )
        for alle in samme.values()
    ]
