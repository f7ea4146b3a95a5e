"""Where an expression is read when its tree is walked: run, period, members and view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak.kapittel import PERIODETYPE

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.kapittel import Regel
    from ytelsesrad.regelspraak.kjor.kjoring import Kjoring


@dataclass(frozen=True, slots=True)
class Lokale:
    """Where an expression is read: the run (a child run inside «med»), period, members, view."""

    kjoring: Kjoring
    type: Periodetype
    p: int
    medlem: Mapping[str, int]
    s: int


def lokale_for(kjoring: Kjoring, regel: Regel, p: int, m: int, s: int) -> Lokale:
    """Return where a rule itself stands."""
    medlem = {regel.for_hver: m} if regel.for_hver else {}
    return Lokale(kjoring, PERIODETYPE[regel.periode], p, medlem, s)


def indeks(k: Lokale, til: Periodetype) -> int:
    """Return the index of the period of a kind that contains a place."""
    if til is k.type:
        return k.p
    if til is Periodetype.KONSTANT:
        return 0
    return k.kjoring.k.indeks(til, k.kjoring.k.forste(k.type, k.p))
