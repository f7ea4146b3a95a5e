"""Why a value is what it is: a tree over what a run has kept, and that tree as text and data.

Nothing is computed a second time: the formulas are walked over the kept values, so that the
explanation sees the ways taken and not taken, who won, what was rounded and how far limits are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk

if TYPE_CHECKING:
    from ytelsesrad.forklaring.betaling import forklar_betaling
    from ytelsesrad.forklaring.bygg import forklar
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
    from ytelsesrad.forklaring.utskrift import tekst

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

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "betaling": "forklar_betaling",
        "bygg": "forklar",
        "data": "som_data",
        "detaljer": "Alternativ Avrunding Forbehold Gren Grense Mangel Valg",
        "modell": "Betalingsforklaring Del Forklaring",
        "utskrift": "tekst",
    },
)
