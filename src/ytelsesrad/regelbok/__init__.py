"""The rules in force: what holds on a day, what was in use, what was known, what changes next."""

from ytelsesrad.regelbok.bok import Regelbok, Regelsett, regnemodus
from ytelsesrad.regelbok.eksempler import Eksempelsvar, kjor_eksempler
from ytelsesrad.regelbok.endringer import Regelendring

__all__ = [
    "Eksempelsvar",
    "Regelbok",
    "Regelendring",
    "Regelsett",
    "kjor_eksempler",
    "regnemodus",
]
