"""Plans that give less than today: why, and what would give as much."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import Sprak, avrundet, naa_eller_med, omtale
from ytelsesrad.raad import Mindre, Raad
from ytelsesrad.raad.mindre import fordi as grunnen
from ytelsesrad.visning.tekst.stillinger import Stillinger

_MAANEDER = 12


def fordi(resultat: Resultat, plan: str, aar: int, s: Sprak) -> str:
    """Return «, fordi … faller bort» for a plan that gives less; else nothing."""
    for m in _mindre(resultat, aar):
        if m.plan == plan and m.navn is not None:
            return grunnen(s, m.navn, m.foer, m.naa)
    return ""


def veien_ut(resultat: Resultat, aar: int, s: Sprak) -> list[str]:
    """Return, for each plan that gives less that year, the reason and what gives as much."""
    return [t for m in _mindre(resultat, aar) for t in _om_planen(resultat, m, s)]


def _mindre(resultat: Resultat, aar: int) -> list[Mindre]:
    if not isinstance(resultat, Raad):
        return []
    planer = {p.navn for p in resultat.planer}
    return [
        m
        for m in resultat.mindre
        if m.aar == aar and m.plan in planer and avrundet(m.belop / _MAANEDER) < 0
    ]


def _om_planen(raad: Resultat, m: Mindre, s: Sprak) -> list[str]:
    assert isinstance(raad, Raad)
    svar = []
    if m.plan != raad.planer[1].navn and m.navn is not None:
        grunn = fordi(raad, m.plan, m.aar, s)
        svar.append(s("mindre.planen", plan=omtale(m.plan, s), fordi=grunn))
    if m.linje is None:
        return svar
    steder = Stillinger(raad.grenser[m.linje], s)
    minst = naa_eller_med(raad.planer[0].navn, s)
    if m.under is not None and m.under.til > 0:
        svar.append(s("mindre.opp_til", forste=minst, sted=steder.til_og_med(m.under.til)))
    elif m.under is None:
        svar.append(s("mindre.ikke", forste=minst))
    if m.over is not None:
        svar.append(s("mindre.igjen", sted=steder.fra_og_med(m.over.fra)))
    return svar
