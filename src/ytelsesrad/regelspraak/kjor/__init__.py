"""A checked book at work for one person: what is given, and the values of a run."""

from ytelsesrad.regelspraak.kjor.arv import arv
from ytelsesrad.regelspraak.kjor.gitt import ForPeriode, FraDato, Gitt, Meldt, Oppgitt, Rekke
from ytelsesrad.regelspraak.kjor.kjoring import Kjoring
from ytelsesrad.regelspraak.kjor.program import Program

__all__ = [
    "ForPeriode",
    "FraDato",
    "Gitt",
    "Kjoring",
    "Meldt",
    "Oppgitt",
    "Program",
    "Rekke",
    "arv",
]
