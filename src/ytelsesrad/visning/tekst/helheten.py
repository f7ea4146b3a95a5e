"""What a whole answer has beside the figures: limits, and what is new since last time, as text."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.visning.tekst.grenser import av_hundre, grenseliste, ingen_grense
from ytelsesrad.visning.tekst.grenser import kort as korte
from ytelsesrad.visning.tekst.linjer import brekk, punkt
from ytelsesrad.visning.tekst.nytt import nytt_siden, overskrift
from ytelsesrad.visning.tekst.planer import aarene, omtale


def nytt(resultat: Resultat, bredde: int) -> list[str]:
    """Return «Nytt siden …»: what is new since the answer this one builds on."""
    if not isinstance(resultat, Raad) or resultat.endret is None:
        return []
    linjer = [overskrift(resultat.endret)]
    for tekst in nytt_siden(resultat.endret):
        linjer += punkt("–", tekst, bredde)
    return linjer


def satser(resultat: Resultat, bredde: int, *, kort: bool = False) -> Iterator[list[str]]:
    """Go through «Av hundre kroner mer …», one table for each line."""
    if not isinstance(resultat, Raad):
        return
    if kort:
        yield korte.satser(resultat, bredde)
        return
    for nr, g in enumerate(resultat.grenser):
        tittel, *tabell = av_hundre(g, bredde) or [""]
        if tabell:
            yield [*brekk(f"{tittel}{_gjelder(resultat, nr)}", bredde), *tabell]


def grensene(resultat: Resultat, bredde: int, *, kort: bool = False) -> Iterator[list[str]]:
    """Go through «Grenser, og hvor langt unna du er», one list for each line."""
    if not isinstance(resultat, Raad):
        return
    if kort:
        yield korte.oversikt(resultat, bredde)
    for nr, g in enumerate(() if kort else resultat.grenser):
        tittel, *linjer = grenseliste(g, bredde) or [""]
        if linjer:
            yield [*brekk(f"{tittel}{_gjelder(resultat, nr)}", bredde), *linjer]
    uten = uten_grenser(resultat)
    if uten:
        yield ["Uten grenser", *(linje for tekst in uten for linje in punkt("–", tekst, bredde))]


def uten_grenser(raad: Raad) -> list[str]:
    """Return the plans that no limits are shown for, and why."""
    ingen = [f"{omtale(g.plan)}: {ingen_grense(g)}" for g in raad.grenser if not g.terskler]
    return ingen + [f"{omtale(u.plan)}: {u.hvorfor}" for u in raad.uten_grenser]


def _gjelder(raad: Raad, nr: int) -> str:
    """Return which year of several, and which plans of several lines, a line is about."""
    g = raad.grenser[nr]
    aar = f" i {g.aar}" if len(aarene(raad)) > 1 else ""
    if len(raad.grenser) == 1:
        return aar
    planer = [p.plan for p in g.planer] or [g.plan]
    return f"{aar} · {', '.join(map(omtale, planer))}"
