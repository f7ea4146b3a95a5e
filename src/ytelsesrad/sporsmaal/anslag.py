"""The rough answer: what the answers give, what is taken for granted, and what to ask next."""

from __future__ import annotations

from datetime import date

from ytelsesrad.beregning import Resultat, regn
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.overraskelser import Overraskelse, finn_overraskelser
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.sporsmaal.modell import Antakelse, Skjerpende, Svar
from ytelsesrad.sporsmaal.situasjonen import antakelser, situasjon_av
from ytelsesrad.sporsmaal.skjerp import skjerpende


class Anslag(Modell):
    """A rough answer from the quick way. Never to be shown without saying that it is rough."""

    skjema: str = "anslag-1"
    svar: dict[str, str]
    resultat: Resultat
    overraskelser: tuple[Overraskelse, ...]
    antakelser: tuple[Antakelse, ...]
    skjerpende: tuple[Skjerpende, ...]
    """What to ask next, the most telling first."""


def anslag(bok: Regelbok, svar: Svar, dag: date) -> Anslag:
    """Return the rough answer. Raises Feilsamling when an answer is wrong or missing."""
    beregning = regn(situasjon_av(bok, svar, dag), bok)
    return Anslag(
        svar=dict(svar),
        resultat=beregning.resultat,
        overraskelser=finn_overraskelser(beregning),
        antakelser=antakelser(bok, svar, dag),
        skjerpende=skjerpende(bok, svar, dag),
    )
