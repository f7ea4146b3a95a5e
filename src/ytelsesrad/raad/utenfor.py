"""What is not computed, why, and whom to ask. It always ends with what this is not."""

from __future__ import annotations

from typing import Literal

from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.lesbart import BOKMAAL
from ytelsesrad.raad.samlet import samle

IKKE_VEDTAK = BOKMAAL("ark.ikke_vedtak")
"""The last line of every answer."""

_UTENFOR = ("ikke_modellert", "ikke_oppgitt", "mangler")


class Utelatt(Modell):
    """Something the figures leave out."""

    hva: str
    grunn: Literal["ikke_modellert", "ikke_oppgitt", "mangler", "forbehold"]
    """``ikke_oppgitt``: it could be computed, but the person has not said if they have it.
    ``forbehold``: what the law says and the rules do not do, or a figure that is not set yet."""
    hvorfor: str | None
    verdt: str | None
    """How much it can mean."""
    spor: str | None
    """Whom to ask."""
    har: bool
    """The person has said they have it."""
    planer: tuple[str, ...]


class Utenfor(Modell):
    """The limits of an answer."""

    utelatt: tuple[Utelatt, ...]
    """What the person has said they have goes first."""
    til_slutt: str = IKKE_VEDTAK


def finn_utenfor(resultat: Resultat) -> Utenfor:
    """Return what an answer leaves out."""
    linjer = [
        Utelatt(
            hva=like[0].navn,
            grunn=like[0].status,
            hvorfor=like[0].merknad,
            verdt=None,
            spor=like[0].spor,
            har=any(d.holdes for d in like),
            planer=planer,
        )
        for like, planer in samle(
            resultat,
            lambda plan: (d for d in plan.dekning if d.status in _UTENFOR),
            lambda d: (d.ytelse, d.status),
        )
    ]
    linjer += [
        Utelatt(
            hva=like[0].hva,
            grunn="forbehold",
            hvorfor=like[0].hvorfor,
            verdt=like[0].verdt,
            spor=like[0].spor,
            har=False,
            planer=planer,
        )
        for like, planer in samle(resultat, lambda plan: plan.forbehold, lambda f: f)
    ]
    return Utenfor(utelatt=tuple(sorted(linjer, key=lambda u: not u.har)))
