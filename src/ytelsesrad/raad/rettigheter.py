"""What is kept, what stops, and how to get it back: three lists of one shape."""

from __future__ import annotations

from datetime import date

from ytelsesrad.beregning import Melding, Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.samlet import samle

BEHOLDER = ("rettighet", "endres ikke")
STANSER = ("stanser",)
TILBAKE = ("tilbake",)


class Rettighet(Modell):
    """A right, and what is so of it in some plans."""

    id: str
    """The note in the rule book it comes from."""
    planer: tuple[str, ...]
    perioder: tuple[str, ...]
    """The periods it holds in, e.g. ``2026`` or ``2026-03``; none when it always holds."""
    tekst: str
    fra: date | None
    """The day it stops, or comes back, when that is known; else ``perioder`` and ``tekst`` say."""
    frist: str | None
    """When something must be done to keep it or get it back, in words."""
    frist_dato: date | None
    kanal: str | None
    """Where it is done."""
    hvem: str | None
    """Who does it."""
    hjemmel: str | None
    kilder: tuple[str, ...]


class Rettigheter(Modell):
    """The three lists."""

    beholder: tuple[Rettighet, ...]
    stanser: tuple[Rettighet, ...]
    tilbake: tuple[Rettighet, ...]


def finn_rettigheter(resultat: Resultat) -> Rettigheter:
    """Sort the rights of an answer by what happens to them."""
    return Rettigheter(
        beholder=_av_type(resultat, BEHOLDER),
        stanser=_av_type(resultat, STANSER),
        tilbake=_av_type(resultat, TILBAKE),
    )


def _av_type(resultat: Resultat, typer: tuple[str, ...]) -> tuple[Rettighet, ...]:
    samlet = samle(
        resultat,
        lambda plan: (m for m in plan.meldinger if m.type in typer),
        lambda m: (m.id, m.tekst, m.frist, m.frist_dato, m.fra_dato),
    )
    ordnet = sorted(samlet, key=lambda s: s[0][0].rang)
    return tuple(_rettighet(like, planer) for like, planer in ordnet)


def _rettighet(like: tuple[Melding, ...], planer: tuple[str, ...]) -> Rettighet:
    m = like[0]
    return Rettighet(
        id=m.id,
        planer=planer,
        perioder=perioder_av(like),
        tekst=m.tekst,
        fra=m.fra_dato,
        frist=m.frist,
        frist_dato=m.frist_dato,
        kanal=m.kanal,
        hvem=m.hvem,
        hjemmel=m.hjemmel,
        kilder=m.kilder,
    )


def perioder_av(like: tuple[Melding, ...]) -> tuple[str, ...]:
    """Return the periods that any of some notes hold in, in order."""
    return tuple(sorted({p for m in like for p in m.perioder}))
