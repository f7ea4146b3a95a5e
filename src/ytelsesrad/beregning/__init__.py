"""A plan through time: payments, months, years, coverage, notes and reservations.

One file for each part of the answer; ``utregning`` holds one plan's run, and ``helhet`` puts the
parts together.
"""

from typing import TYPE_CHECKING

from ytelsesrad.beregning.helhet import Beregning, beregn, regn
from ytelsesrad.beregning.resultat import (
    Aar,
    Aarslinje,
    Aarsoppgjor,
    Advarsel,
    Avstemmingslinje,
    Betalingsperiode,
    Dekningslinje,
    Endring,
    Feilsvar,
    Forbehold,
    Forutsetning,
    Kolonneverdi,
    Maanedslinje,
    Mangel,
    Melding,
    Meta,
    Planresultat,
    Resultat,
    Utbetaling,
    Uttrekk,
)
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.lasting import ved_bruk

if TYPE_CHECKING:
    from ytelsesrad.beregning.oppslag import (
        Kapittelsvar,
        Langs,
        Ledd,
        Rad,
        kapittel,
        krev_kapittel,
        langs,
    )

__all__ = [
    "Aar",
    "Aarslinje",
    "Aarsoppgjor",
    "Advarsel",
    "Avstemmingslinje",
    "Beregning",
    "Betalingsperiode",
    "Dekningslinje",
    "Endring",
    "Feilsvar",
    "Forbehold",
    "Forutsetning",
    "Kapittelsvar",
    "Kolonneverdi",
    "Langs",
    "Ledd",
    "Maanedslinje",
    "Mangel",
    "Melding",
    "Meta",
    "Planresultat",
    "Rad",
    "Resultat",
    "Utbetaling",
    "Utregning",
    "Uttrekk",
    "beregn",
    "kapittel",
    "krev_kapittel",
    "langs",
    "regn",
]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "oppslag": "Kapittelsvar Langs Ledd Rad kapittel krev_kapittel langs",
    },
)
