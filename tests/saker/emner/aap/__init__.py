"""Kjente svar om arbeidsavklaringspenger, ett stykke av loven i hver fil."""

from tests.saker.emner.aap import (
    dagbelop,
    fravaersutkast,
    grunnlag,
    kalkulator,
    meldekort,
    meldeperiode,
    sats,
    timer,
    varighet,
)
from tests.saker.emner.aap.felles import KAPITTEL

__all__ = [
    "KAPITTEL",
    "dagbelop",
    "fravaersutkast",
    "grunnlag",
    "kalkulator",
    "meldekort",
    "meldeperiode",
    "sats",
    "timer",
    "varighet",
]
