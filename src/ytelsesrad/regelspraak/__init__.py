"""The rule language: read, check and compile rule files, and run them.

It knows periods, versions, units, payments and notes, and has never heard of any country. The
language is described in ``docs/referanse/regelspraak.md``.
"""

from ytelsesrad.regelspraak.feil import Regnefeil, Ukjent
from ytelsesrad.regelspraak.kapittel import (
    Betaling,
    Eksempel,
    Formel,
    Gruppe,
    IkkeModellert,
    Inndata,
    Kilde,
    Krav,
    Melding,
    Merke,
    Periode,
    Regel,
    Trekk,
    Versjon,
    Ytelse,
    type_verdi,
)
from ytelsesrad.regelspraak.kjor.arv import arv
from ytelsesrad.regelspraak.kjor.gitt import ForPeriode, FraDato, Gitt, Meldt, Oppgitt, Rekke
from ytelsesrad.regelspraak.kjor.kjoring import Kjoring
from ytelsesrad.regelspraak.kjor.program import Program
from ytelsesrad.regelspraak.kontrollert import KontrollertBok, Mal
from ytelsesrad.regelspraak.samling import begrens, navn_paa, omgivelse, samle
from ytelsesrad.regelspraak.tallregning import KONTEKST
from ytelsesrad.regelspraak.tolk import fyll, tolk, velg_tekst

__all__ = [
    "KONTEKST",
    "Betaling",
    "Eksempel",
    "ForPeriode",
    "Formel",
    "FraDato",
    "Gitt",
    "Gruppe",
    "IkkeModellert",
    "Inndata",
    "Kilde",
    "Kjoring",
    "KontrollertBok",
    "Krav",
    "Mal",
    "Melding",
    "Meldt",
    "Merke",
    "Oppgitt",
    "Periode",
    "Program",
    "Regel",
    "Regnefeil",
    "Rekke",
    "Trekk",
    "Ukjent",
    "Versjon",
    "Ytelse",
    "arv",
    "begrens",
    "fyll",
    "navn_paa",
    "omgivelse",
    "samle",
    "tolk",
    "type_verdi",
    "velg_tekst",
]
