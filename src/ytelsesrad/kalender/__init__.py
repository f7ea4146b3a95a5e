"""Dates and periods: pure calendar facts, without any rule of law.

A period is a kind (dag, meldeperiode, måned, år, konstant) and an index in that kind. Months and
years are numbered on one line each, so that «the one before» is minus one and «the year that
contains it» is a division.
"""

from ytelsesrad.kalender.datoer import (
    alder,
    dato,
    flytt,
    hele_maaneder,
    paaskedag,
    siste_i_maaneden,
    virkedager,
)
from ytelsesrad.kalender.perioder import (
    Kalender,
    Periodetype,
    UtenMandagError,
    periodenavn,
)

__all__ = [
    "Kalender",
    "Periodetype",
    "UtenMandagError",
    "alder",
    "dato",
    "flytt",
    "hele_maaneder",
    "paaskedag",
    "periodenavn",
    "siste_i_maaneden",
    "virkedager",
]
