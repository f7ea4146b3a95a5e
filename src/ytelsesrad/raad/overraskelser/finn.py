"""Find the surprises of an answer, and put those that matter most first."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.analyse import Grenser
from ytelsesrad.beregning import Beregning, Planresultat
from ytelsesrad.raad.overraskelser.framover import grensene, regelendringer, slutter
from ytelsesrad.raad.overraskelser.maanedene import (
    egen_maaned,
    flere_utbetalinger,
    mindre_trekk,
    svakeste,
)
from ytelsesrad.raad.overraskelser.modell import Overraskelse
from ytelsesrad.raad.overraskelser.nedgang import nedgang
from ytelsesrad.raad.overraskelser.oppgjorene import oppgjorene
from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast
from ytelsesrad.raad.overraskelser.start import foer_pengene, ser_for_god_ut

_ALVOR = ("stopp", "obs", "info")


def finn_overraskelser(
    beregning: Beregning, grenser: Sequence[Grenser] = ()
) -> tuple[Overraskelse, ...]:
    """Return the surprises of every plan, the gravest first in each.

    ``grenser``: limits found along a line, for plans that lie near one. Without them nothing is
    said of limits. Equal answers give equal surprises.
    """
    svar: list[Overraskelse] = []
    grunnlag: Ramme | None = None
    for plan in beregning.resultat.planer:
        ramme = Ramme(beregning, plan, grunnlag)
        grunnlag = grunnlag or ramme
        svar.extend(_av_plan(ramme, plan, grenser))
    return tuple(svar)


def _av_plan(r: Ramme, plan: Planresultat, grenser: Sequence[Grenser]) -> list[Overraskelse]:
    funnet: list[Utkast] = [*oppgjorene(r), *slutter(r), *regelendringer(r), *grensene(r, grenser)]
    if not r.mangler:  # months without all the money say nothing of what surprises
        start = list(foer_pengene(r))
        funnet += start
        svake = [s for s in svakeste(r) if not any(_sier_det_samme(x, s) for x in start)]
        funnet += [*svake, *ser_for_god_ut(r), *nedgang(r), *flere_utbetalinger(r)]
        funnet += [*mindre_trekk(r), *egen_maaned(r)]
    funnet.sort(key=_vekt)
    return [u.ferdig(plan.navn, nr) for nr, u in enumerate(funnet, 1)]


def _sier_det_samme(foer_pengene: Utkast, svakeste: Utkast) -> bool:
    """Tell whether the wait for the money has already said why a month is the weakest."""
    return foer_pengene.alvor == "stopp" and foer_pengene.maaned == svakeste.maaned


def _vekt(u: Utkast) -> tuple[int, int, str, str]:
    kroner = abs(u.belop) if u.belop is not None else 0
    return _ALVOR.index(u.alvor), -int(kroner), str(u.dato or u.maaned or ""), u.slag


def viktigste(
    overraskelser: Sequence[Overraskelse], plan: str, antall: int = 3
) -> tuple[Overraskelse, ...]:
    """Return those of a plan that matter most, in order."""
    egne = sorted((o for o in overraskelser if o.plan == plan), key=lambda o: o.rang)
    return tuple(egne[:antall])
