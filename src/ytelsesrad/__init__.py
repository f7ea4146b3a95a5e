"""What a person will have to live on, month by month, if they take the job.

The public face of the library::

    from ytelsesrad import Regelbok, Situasjon, beregn
    from ytelsesrad.visning import svar

    bok = Regelbok.standard()
    situasjon = Situasjon.les("mari.toml", bok)
    print(svar(beregn(situasjon, bok)))

Names are loaded when they are first used, so that importing one does not pay for the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk

if TYPE_CHECKING:
    from ytelsesrad.analyse import Bevegelse, Grenser, finn_grenser, gevinster, naturlig_linje
    from ytelsesrad.beregning import Beregning, Resultat, beregn, regn
    from ytelsesrad.lesing import Feil, Feilsamling
    from ytelsesrad.raad import Raad, gi_raad
    from ytelsesrad.regelbok import Regelbok
    from ytelsesrad.situasjon import Jobb, Plan, Situasjon

__all__ = [
    "Beregning",
    "Bevegelse",
    "Feil",
    "Feilsamling",
    "Grenser",
    "Jobb",
    "Plan",
    "Raad",
    "Regelbok",
    "Resultat",
    "Situasjon",
    "beregn",
    "finn_grenser",
    "gevinster",
    "gi_raad",
    "naturlig_linje",
    "regn",
]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "analyse": "Bevegelse Grenser finn_grenser gevinster naturlig_linje",
        "beregning": "Beregning Resultat beregn regn",
        "beregning.versjon": "__version__",
        "lesing": "Feil Feilsamling",
        "raad": "Raad gi_raad",
        "regelbok": "Regelbok",
        "situasjon": "Jobb Plan Situasjon",
    },
)
