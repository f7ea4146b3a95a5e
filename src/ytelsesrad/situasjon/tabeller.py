"""Which inputs belong in which table of a situation."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Inndata, Regel
from ytelsesrad.situasjon.grenser import FELLES, HUSSTAND, PERSON, PLAN, Sti
from ytelsesrad.situasjon.steder import klammer

PERSONTABELLER = (PERSON, HUSSTAND)


def tabellnavn(bok: Regelbok) -> tuple[str, ...]:
    """Return the tables a situation may have: person, household and every folder with inputs."""
    mapper = dict.fromkeys(r.mappe for r in bok.inndata.values() if r.for_hver is None)
    return (*PERSONTABELLER, *(m for m in mapper if m != FELLES))


def regler_i(bok: Regelbok, tabell: str) -> dict[str, Regel]:
    """Return the inputs of a table, by the name they are written with."""
    return {
        r.navn: r for r in bok.inndata.values() if r.for_hver is None and hjemmetabell(r) == tabell
    }


def medlemsregler(bok: Regelbok, gruppe: str) -> dict[str, Regel]:
    """Return the inputs of each member of a group."""
    return {r.navn: r for r in bok.inndata.values() if r.for_hver == gruppe}


def inndata_av(regel: Regel) -> Inndata:
    """Return what may be given for a rule that is known to be an input."""
    if regel.inndata is None:
        raise ValueError(regel.id)
    return regel.inndata


def hjem_for(bok: Regelbok, navn: str, foran: Sti = ()) -> str | None:
    """Return the header of the table an input belongs in; None when there is no such input."""
    regel = next((r for r in bok.inndata.values() if r.navn == navn), None)
    if regel is None:
        return None
    i_plan: Sti = foran[:2] if foran[:1] == (PLAN,) else ()
    if regel.for_hver is not None:
        return klammer((*i_plan, regel.for_hver), liste=True)
    return klammer((*i_plan, hjemmetabell(regel)))


def eksempler(regler: dict[str, Regel]) -> Iterator[str]:
    """Return lines to paste: an input and an example of its value."""
    for navn, regel in regler.items():
        if regel.inndata is not None and regel.inndata.eksempel is not None:
            yield f"{navn} = {regel.inndata.eksempel}"


def hjemmetabell(regel: Regel) -> str:
    """Return the table that an input without members belongs in."""
    return inndata_av(regel).sted if regel.mappe == FELLES else regel.mappe
