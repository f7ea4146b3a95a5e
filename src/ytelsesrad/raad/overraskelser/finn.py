"""Find the surprises of an answer, and put those that matter most first."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.analyse import Grenser
from ytelsesrad.beregning import Beregning, Planresultat
from ytelsesrad.raad.overraskelser.aarlig import egen_maaned, svakest_etter
from ytelsesrad.raad.overraskelser.framover import regelendringer, slutter
from ytelsesrad.raad.overraskelser.kort import er_viktig, samme_sak
from ytelsesrad.raad.overraskelser.maanedene import flere_utbetalinger, mindre_trekk
from ytelsesrad.raad.overraskelser.meldinger import sagt_en_gang
from ytelsesrad.raad.overraskelser.modell import Overraskelse
from ytelsesrad.raad.overraskelser.naer import grensene
from ytelsesrad.raad.overraskelser.nedgang import nedgang
from ytelsesrad.raad.overraskelser.oppgjorene import oppgjorene
from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast
from ytelsesrad.raad.overraskelser.start import foer_pengene, ser_for_god_ut
from ytelsesrad.raad.overraskelser.svakest import svakeste

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
        funnet += _av_maanedene(r)
    funnet = sagt_en_gang(r, sorted(funnet, key=_vekt))
    deler = samme_sak(funnet)
    return [
        u.ferdig(
            plan.navn,
            nr,
            viktig=av is None and er_viktig(r, u),
            del_av=None if av is None else funnet[av].id,
        )
        for nr, (u, av) in enumerate(zip(funnet, deler, strict=True), 1)
    ]


def _av_maanedene(r: Ramme) -> list[Utkast]:
    """Return what the months show, each thing once."""
    start = [*foer_pengene(r), *ser_for_god_ut(r)]
    egne = list(egen_maaned(r))
    svake = [s for s in svakeste(r) if not any(_sier_det_samme(x, s) for x in start)]
    for s in svake:
        egne = [u if u.andre_maaned != s.maaned else svakest_etter(u, s) for u in egne]
    svake = [s for s in svake if all(u.andre_maaned != s.maaned for u in egne)]
    sagt = {y for u in start for y in u.gaar_ned}
    ned = [u for u in nedgang(r) if u.alvor != "info" or u.ytelse not in sagt]
    return [*start, *svake, *ned, *flere_utbetalinger(r), *mindre_trekk(r), *egne]


def _sier_det_samme(start: Utkast, svakeste: Utkast) -> bool:
    """Tell whether the wait for the money has already said why a month is the weakest."""
    return start.alvor == "stopp" and start.maaned == svakeste.maaned


def _vekt(u: Utkast) -> tuple[int, int, str, str]:
    kroner = abs(u.belop) if u.belop is not None else 0
    return _ALVOR.index(u.alvor), -int(kroner), str(u.dato or u.maaned or ""), u.slag


def viktigste(
    overraskelser: Sequence[Overraskelse], plan: str, antall: int = 3
) -> tuple[Overraskelse, ...]:
    """Return those of a plan that matter most, in order."""
    egne = sorted((o for o in overraskelser if o.plan == plan), key=lambda o: o.rang)
    return tuple(egne[:antall])
