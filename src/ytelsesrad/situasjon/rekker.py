"""Read a value that is a row: one value for each period in turn, once or over and over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ytelsesrad.regelspraak import Periode, Rekke, type_verdi
from ytelsesrad.situasjon.enkeltverdi import Enkeltleser
from ytelsesrad.situasjon.grenser import MAKS_DATERTE
from ytelsesrad.situasjon.ord import enkelt_eksempel
from ytelsesrad.situasjon.perioder import les_dag, umulig

FRA, VERDIER, GJENTAS = "fra", "verdier", "gjentas"
REKKEORD = (FRA, VERDIER, GJENTAS)


def er_rekke(raa: Mapping[str, Any]) -> bool:
    """Tell whether something is written as a row."""
    return VERDIER in raa or GJENTAS in raa or isinstance(raa.get(FRA), date)


def les_rekke(raa: Mapping[str, Any], enkelt: Enkeltleser, *, tekst: bool) -> Rekke | None:
    """Return the row, or None when something is wrong; the faults are noted.

    ``tekst``: dates may be written as text.
    """
    regel = enkelt.regel
    plass = enkelt_eksempel(regel)
    rett = f"{{ fra = 2026-01-05, {GJENTAS} = [{plass}, {plass}] }}"
    if regel.periode is Periode.KONSTANT:
        enkelt.meld("S15", f"«{regel.navn}» kan ikke endre seg med tiden. Skriv én verdi.")
        return None
    if (VERDIER in raa) == (GJENTAS in raa):
        hva = "Skriv enten «verdier» (hver verdi én gang) eller «gjentas» (om igjen og om igjen)."
        enkelt.meld("S15", hva, rett)
        return None
    if FRA not in raa:
        hva = "«fra» mangler. Det er en dag i den første perioden som har en verdi."
        enkelt.meld("S15", hva, rett)
        return None
    dag = les_dag(raa[FRA], ogsaa_tekst=tekst)
    if dag is None or umulig(dag) is not None:
        hva = (umulig(dag) if dag else None) or "Her må det stå en dato, med år først."
        enkelt.meld("S09", hva, rett, (FRA,))
        return None
    navn = VERDIER if VERDIER in raa else GJENTAS
    liste = raa[navn]
    if not isinstance(liste, list | tuple) or not liste:
        enkelt.meld("S15", f"«{navn}» skal være en liste med minst én verdi.", rett, (navn,))
        return None
    if len(liste) > MAKS_DATERTE:
        hva = f"Her er det {len(liste)} verdier. {MAKS_DATERTE} er grensen."
        enkelt.meld("S02", hva, rett, (navn,))
        return None
    verdier: list[type_verdi] = []
    for ett in liste:
        verdi = enkelt.verdi(ett, (navn,))
        if verdi is None:
            return None
        verdier.append(verdi)
    return Rekke(dag, tuple(verdier), gjentas=navn == GJENTAS)
