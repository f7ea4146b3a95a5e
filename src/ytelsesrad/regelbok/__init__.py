"""The rules in force: what holds on a day, what was in use, what was known, what changes next."""

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk
from ytelsesrad.regelbok.bok import Regelbok, regnemodus
from ytelsesrad.regelbok.endringer import Regelendring
from ytelsesrad.regelbok.filer import FERDIG, les_mappe, standardmappe
from ytelsesrad.regelbok.innlesing import VEDTATT, Regelsett, Uvesentlig, lag_ferdig

if TYPE_CHECKING:
    from ytelsesrad.regelbok.eksempler import Eksempelsvar, kjor_eksempler
    from ytelsesrad.regelbok.radord import ment, skrevet_som, tabellord
    from ytelsesrad.regelbok.sjekk_oversettelse import Sprakstand, sjekk_oversettelser
    from ytelsesrad.regelbok.tekster import Tekst, alle_tekster

__all__ = [
    "FERDIG",
    "VEDTATT",
    "Eksempelsvar",
    "Regelbok",
    "Regelendring",
    "Regelsett",
    "Sprakstand",
    "Tekst",
    "Uvesentlig",
    "alle_tekster",
    "kjor_eksempler",
    "lag_ferdig",
    "les_mappe",
    "ment",
    "regnemodus",
    "sjekk_oversettelser",
    "skrevet_som",
    "standardmappe",
    "tabellord",
]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "eksempler": "Eksempelsvar kjor_eksempler",
        "sjekk_oversettelse": "Sprakstand sjekk_oversettelser",
        "radord": "ment skrevet_som tabellord",
        "tekster": "Tekst alle_tekster",
    },
)
