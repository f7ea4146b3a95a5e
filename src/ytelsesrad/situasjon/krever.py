"""Inputs that make no sense alone: a wage without hours, a grade without the day it was given."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ytelsesrad.lesing import Feil, Sted
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Oppgitt
from ytelsesrad.situasjon.ord import eksempel
from ytelsesrad.situasjon.tabeller import inndata_av


def sjekk_krever(
    bok: Regelbok,
    verdier: Iterable[Oppgitt],
    skrevet: Collection[tuple[str, int | None]],
    feil: list[Feil],
) -> None:
    """Add a fault for every input that is given without any of those it needs beside it.

    ``skrevet``: inputs that something is written for, also when it is wrong.
    """
    for oppgitt in verdier:
        regel = bok.inndata[oppgitt.regel]
        krever = inndata_av(regel).krever
        if not krever or oppgitt.ukjent:
            continue
        trengs = [bok.finn(k if "." in k else f"{regel.mappe}.{k}") for k in krever]
        if any((r.id, oppgitt.medlem if r.for_hver else None) in skrevet for r in trengs):
            continue
        forst = trengs[0]
        navn = " eller ".join(f"«{r.navn}»" for r in trengs)
        hva = f"«{regel.navn}» er oppgitt, men {navn} mangler. Det ene sier ikke nok alene."
        if forst.inndata is not None and forst.inndata.staar_i:
            hva += f" Det står i {forst.inndata.staar_i}."
        rett = f"{forst.navn} = {eksempel(forst)}"
        rett += f'        eller, hvis du ikke vet:  {forst.navn} = "vet ikke"'
        feil.append(Feil("S05", oppgitt.sted or Sted("Situasjon"), hva, rett))
