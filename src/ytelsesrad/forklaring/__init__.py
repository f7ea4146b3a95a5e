"""Why a value is what it is: a tree over what a run has kept, and that tree as text and data.

Nothing is computed a second time: the formulas are walked over the kept values, so that the
explanation sees the ways taken and not taken, who won, what was rounded and how far limits are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ytelsesrad.forklaring.betaling import forklar_betaling
from ytelsesrad.forklaring.bygg import Bygger
from ytelsesrad.forklaring.data import som_data
from ytelsesrad.forklaring.detaljer import (
    Alternativ,
    Avrunding,
    Forbehold,
    Gren,
    Grense,
    Mangel,
    Valg,
)
from ytelsesrad.forklaring.modell import Betalingsforklaring, Del, Forklaring
from ytelsesrad.forklaring.plass import Plass
from ytelsesrad.forklaring.tekst import tekst
from ytelsesrad.regelbok import Regelbok, regnemodus

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import Kjoring


def forklar(bok: Regelbok, kjoring: Kjoring, nokkel: tuple[int, int, int, int]) -> Forklaring:
    """Explain a value by its key in a run (see ``Kjoring.nokkel``).

    Values that are unknown or cannot be computed are explained as such; nothing is raised. The
    parts of the value are opened when asked for.
    """
    with regnemodus():
        plass = Plass.for_verdi(kjoring, nokkel)
        return Bygger(bok, plass).forklar(plass)


__all__ = [
    "Alternativ",
    "Avrunding",
    "Betalingsforklaring",
    "Del",
    "Forbehold",
    "Forklaring",
    "Gren",
    "Grense",
    "Mangel",
    "Valg",
    "forklar",
    "forklar_betaling",
    "som_data",
    "tekst",
]
