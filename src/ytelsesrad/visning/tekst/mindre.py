"""Plans that give less than today: why, and what would give as much."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import avrundet, midt_i, naa_eller_med, omtale
from ytelsesrad.raad import Mindre, Raad
from ytelsesrad.raad.mindre import hva_skjer
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.stillinger import Stillinger

_MAANEDER = 12


def fordi(resultat: Resultat, plan: str, aar: int) -> str:
    """Return «, fordi … faller bort» for a plan that gives less; else nothing."""
    for m in _mindre(resultat, aar):
        if m.plan == plan and m.navn is not None:
            return f", fordi {midt_i(m.navn)} {hva_skjer(m.foer, m.naa)}"
    return ""


def veien_ut(resultat: Resultat, aar: int) -> list[str]:
    """Return, for each plan that gives less that year, the reason and what gives as much."""
    return [t for m in _mindre(resultat, aar) for t in _om_planen(resultat, m)]


def _mindre(resultat: Resultat, aar: int) -> list[Mindre]:
    if not isinstance(resultat, Raad):
        return []
    planer = {p.navn for p in resultat.planer}
    return [
        m
        for m in resultat.mindre
        if m.aar == aar and m.plan in planer and avrundet(m.belop / _MAANEDER) < 0
    ]


def _om_planen(raad: Resultat, m: Mindre) -> list[str]:
    assert isinstance(raad, Raad)
    svar = []
    if m.plan != raad.planer[1].navn and m.navn is not None:
        svar.append(setning(f"Med {omtale(m.plan)} er det mindre{fordi(raad, m.plan, m.aar)}"))
    if m.linje is None:
        return svar
    s = Stillinger(raad.grenser[m.linje])
    minst = naa_eller_med(raad.planer[0].navn)
    if m.under is not None and m.under.til > 0:
        svar.append(f"Du får minst like mye som {minst} med opp til {s.til_og_med(m.under.til)}.")
    elif m.under is None:
        svar.append(f"Med mindre arbeid enn det får du heller ikke like mye som {minst}.")
    if m.over is not None:
        svar.append(f"Fra {s.fra_og_med(m.over.fra)} får du igjen minst like mye.")
    return svar
