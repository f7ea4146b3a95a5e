"""The months on the account: a chart and a table for each plan and year."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.visning.figurer import tidslinje
from ytelsesrad.visning.html.deler.avstemming import avstemt
from ytelsesrad.visning.html.deler.bygg import bred, lukket
from ytelsesrad.visning.html.felt import Svar
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.html.tabeller import maanedene, maanedstabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.maanedstabell import ikke_med
from ytelsesrad.visning.tekst.planer import aarene, omtale
from ytelsesrad.visning.tekst.senere import oppgjor_senere


def maaned_for_maaned(svar: Svar) -> list[object]:
    """Return the months of every plan and year: of the plan in the headline, the others closed."""
    planer = svar.resultat.planer
    hoved = min(1, len(planer) - 1)
    hver = {nr: _en_plan(svar, nr) for nr in range(len(planer))}
    andre = [
        lukket(setning(omtale(planer[nr].navn)).rstrip("."), innhold)
        for nr, innhold in hver.items()
        if nr != hoved and innhold
    ]
    return [*hver[hoved], *andre]


def _en_plan(svar: Svar, nr: int) -> list[object]:
    plan = svar.resultat.planer[nr]
    return [
        x
        for aar in aarene(svar.resultat)
        if maanedene(plan, aar)
        for x in _ett_aar(svar, plan, aar, f"p{nr}-{aar}")
    ]


def _ett_aar(svar: Svar, plan: Planresultat, aar: int, id_: str) -> list[object]:
    noter = Fotnoter(plan)
    figur = tidslinje(svar.resultat, plan, aar, id_)
    tittel = "Kroner etter det som trekkes før utbetaling"
    tabell = maanedstabell(svar, plan, aar, tittel, noter)
    navn = f"{omtale(plan.navn)}: dette kommer inn på konto i {aar}"
    return [
        el("h3", setning(navn).rstrip(".")),
        el(
            "div",
            None if figur is None else figurdel(figur),
            bred(tabell, f"Måneder i {aar}, {plan.navn}"),
            klasse="mnd-del",
        ),
        list(maanedsnoter(svar.resultat, plan, aar, noter)),
        [avstemt(a, svar.aar(plan, aar), plan.navn) for a in plan.aar if a.aar == aar],
    ]


def maanedsnoter(resultat: Resultat, plan: Planresultat, aar: int, noter: Fotnoter) -> Iterator[El]:
    """Return the notes under the months of a year: what comes later, and what is not with them."""
    for merknaden in (
        *(oppgjor_senere(resultat, a) for a in plan.aar if a.aar == aar),
        ikke_med(plan),
        noter.forklart().replace("<", ""),
    ):
        if merknaden:
            yield el("p", merknaden, klasse="note")
