"""The limits along the natural line of each plan: «what if it was a little more?»."""

from __future__ import annotations

from ytelsesrad.analyse import Grenser, finn_grenser, naturlig_linje
from ytelsesrad.beregning import Beregning
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.raad.aarene import viktigst_forst
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon


class UtenGrenser(Modell):
    """A plan that no limits were found for, and why."""

    plan: str
    hvorfor: str


def finn_alle_grenser(
    situasjon: Situasjon, bok: Regelbok, beregning: Beregning
) -> tuple[tuple[Grenser, ...], tuple[UtenGrenser, ...]]:
    """Find the limits along the natural line of each plan, for the year that is spoken of first.

    Plans on the same line share it. The line of the first plan is looked along only when there
    is no other plan. Nothing is found where nothing moves. ``beregning`` is the situation's answer.
    """
    aar = next(iter(viktigst_forst(beregning.resultat)), None)
    forste, *andre = (plan.navn for plan in situasjon.planer)
    funnet: list[Grenser] = []
    uten: list[UtenGrenser] = []
    for navn in andre or [forste]:
        if any(p.plan == navn for g in funnet for p in g.planer):
            continue
        langs = naturlig_linje(situasjon, bok, navn)
        if not langs:
            hvorfor = "Planen har ikke noe arbeid som er oppgitt som tall."
            uten.append(UtenGrenser(plan=navn, hvorfor=hvorfor))
            continue
        try:
            g = finn_grenser(situasjon, bok, langs, plan=navn, aar=aar, beregning=beregning)
        except Feilsamling as feil:
            uten.append(UtenGrenser(plan=navn, hvorfor=feil.feil[0].hva))
        else:
            funnet.append(g)
    return tuple(funnet), tuple(uten)
