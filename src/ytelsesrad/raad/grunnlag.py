"""What an answer rests on, sorted by how sure it is, and what it is worth if it is wrong."""

from __future__ import annotations

from ytelsesrad.beregning import Forutsetning, Resultat
from ytelsesrad.beregning.resultat import Kroner, Modell
from ytelsesrad.raad.samlet import samle

BEKREFTET = ("vedtak", "lønnsslipp")
"""Sources that someone else has written down."""
ANTATT = "antatt"


class Grunnlag(Modell):
    """One thing an answer rests on."""

    inndata: str
    tittel: str
    verdi: str
    """Written for people, with unit."""
    kilde: str
    """vedtak, lønnsslipp, opplyst or antatt."""
    planer: tuple[str, ...]
    fordi: str | None
    """Why it is assumed."""
    staar_i: str | None
    """Where it stands, so that it can be checked."""
    hvis_lavest: Kroner | None
    """Change of «å leve for» in the settled first year at the low end of what it can be."""
    hvis_hoyest: Kroner | None
    """The same at the high end."""


class Grunnlaget(Modell):
    """All an answer rests on."""

    bekreftet: tuple[Grunnlag, ...]
    """Stands in a decision or a pay slip."""
    opplyst: tuple[Grunnlag, ...]
    """Only said."""
    antatt: tuple[Grunnlag, ...]
    """Assumed, by the person or by the rules."""


def finn_grunnlaget(resultat: Resultat) -> Grunnlaget:
    """Sort what an answer rests on by how sure it is."""
    alle = [
        _grunnlag(like, planer)
        for like, planer in samle(
            resultat,
            lambda plan: plan.forutsetninger,
            lambda f: (f.inndata, f.verdi, f.kilde, f.virkning),
        )
    ]
    return Grunnlaget(
        bekreftet=tuple(g for g in alle if g.kilde in BEKREFTET),
        opplyst=tuple(g for g in alle if g.kilde not in (*BEKREFTET, ANTATT)),
        antatt=tuple(g for g in alle if g.kilde == ANTATT),
    )


def _grunnlag(like: tuple[Forutsetning, ...], planer: tuple[str, ...]) -> Grunnlag:
    f = like[0]
    return Grunnlag(
        inndata=f.inndata,
        tittel=f.tittel,
        verdi=f.verdi,
        kilde=f.kilde,
        planer=planer,
        fordi=f.fordi,
        staar_i=f.staar_i,
        hvis_lavest=f.virkning[0] if f.virkning else None,
        hvis_hoyest=f.virkning[1] if f.virkning else None,
    )
