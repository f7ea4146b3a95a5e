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

from importlib import import_module
from typing import TYPE_CHECKING

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

_HVOR = {
    "Beregning": "beregning",
    "Bevegelse": "analyse",
    "Feil": "lesing",
    "Feilsamling": "lesing",
    "Grenser": "analyse",
    "Jobb": "situasjon",
    "Plan": "situasjon",
    "Raad": "raad",
    "Regelbok": "regelbok",
    "Resultat": "beregning",
    "Situasjon": "situasjon",
    "beregn": "beregning",
    "finn_grenser": "analyse",
    "gevinster": "analyse",
    "gi_raad": "raad",
    "naturlig_linje": "analyse",
    "regn": "beregning",
}


def __getattr__(navn: str) -> object:
    """Load a public name the first time it is used."""
    if navn == "__version__":
        return import_module("ytelsesrad.beregning.versjon").VERSJON
    if navn not in _HVOR:
        raise AttributeError(f"module 'ytelsesrad' has no attribute {navn!r}")
    svar = getattr(import_module(f"ytelsesrad.{_HVOR[navn]}"), navn)
    globals()[navn] = svar
    return svar


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
