"""What must be done: to whom, where, by when, and what happens if not."""

from __future__ import annotations

from datetime import date

from ytelsesrad.beregning import Melding, Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.rettigheter import perioder_av
from ytelsesrad.raad.samlet import samle

PLIKT = "plikt"


class Plikt(Modell):
    """Something a plan makes it necessary to do."""

    id: str
    """The note in the rule book it comes from."""
    planer: tuple[str, ...]
    perioder: tuple[str, ...]
    mottaker: str | None
    """Who is told, such as the one who pays."""
    tekst: str
    kanal: str | None
    frist: str | None
    """By when, in words."""
    frist_dato: date | None
    """The day, when there is one: the first from the day of the answer, else the last."""
    folge: str | None
    """What happens when it is not done."""
    hvem: str
    """Who does it; «deg» when it is the person."""
    hjemmel: str | None
    kilder: tuple[str, ...]
    gjort: bool = False
    """The box to tick. Never ticked here."""


def finn_plikter(resultat: Resultat) -> tuple[Plikt, ...]:
    """Return the duties of all plans: those with a day by day, then the others in book order."""
    samlet = samle(
        resultat,
        lambda plan: (m for m in plan.meldinger if m.type == PLIKT),
        lambda m: (m.id, m.tekst, m.frist, m.hvem, m.kanal),
    )
    ordnet = sorted(samlet, key=lambda s: s[0][0].rang)
    plikter = [_plikt(resultat.meta.regnedato, like, planer) for like, planer in ordnet]
    return tuple(sorted(plikter, key=lambda p: p.frist_dato or date.max))


def _plikt(regnedato: date, like: tuple[Melding, ...], planer: tuple[str, ...]) -> Plikt:
    m = like[0]
    dager = sorted({x.frist_dato for x in like if x.frist_dato is not None})
    return Plikt(
        id=m.id,
        planer=planer,
        perioder=perioder_av(like),
        mottaker=m.mottaker,
        tekst=m.tekst,
        kanal=m.kanal,
        frist=m.frist,
        frist_dato=next((d for d in dager if d >= regnedato), dager[-1] if dager else None),
        folge=m.folge,
        hvem=m.hvem or "deg",
        hjemmel=m.hjemmel,
        kilder=m.kilder,
    )
