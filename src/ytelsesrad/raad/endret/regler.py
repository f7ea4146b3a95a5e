"""Which rules say something else than they did."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ytelsesrad.raad.endret.modell import EndretRegel
from ytelsesrad.raad.regler import UTEN_DATO, Avtrykk, avtrykk
from ytelsesrad.regelbok import Regelbok


def endrede_regler(bok: Regelbok, gamle: Avtrykk) -> tuple[EndretRegel, ...]:
    """Return what has changed of the rules that the earlier answer used, in the order of names."""
    return tuple(e for regel, foer in gamle.items() for e in _en(bok, regel, foer))


def _en(bok: Regelbok, id_: str, foer: dict[str, str]) -> Iterator[EndretRegel]:
    regel = bok.samling.regler.get(id_)
    if regel is None:
        yield EndretRegel(regel=id_, tittel=id_, hva="borte", fra=None)
        return
    naa = avtrykk(regel)
    tittel = regel.tittel or regel.navn
    for dag in dict.fromkeys((*foer, *naa)):
        if foer.get(dag) != naa.get(dag):
            yield EndretRegel(
                regel=id_,
                tittel=tittel,
                hva="rettet" if dag in foer else "ny_versjon",
                fra=None if dag == UTEN_DATO else date.fromisoformat(dag),
            )


def kommet_i_kraft(
    bok: Regelbok, etter: date, til: date, brukt: Collection[str]
) -> tuple[str, ...]:
    """Return the titles of used rules that have begun to hold, or be used, between two days."""
    titler: dict[str, None] = {}
    for endring in bok.endringer():
        if etter < endring.dag <= til:
            for id_ in (*endring.virkning, *endring.i_bruk):
                regel = bok.samling.regler[id_]
                if id_ in brukt and regel.tittel and not regel.skjult:
                    titler[regel.tittel] = None
    return tuple(titler)
