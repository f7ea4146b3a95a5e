"""What should be checked in what was put in, and what stopped while calculating."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import periode
from ytelsesrad.visning.tekst.linjer import punkt, setning
from ytelsesrad.visning.tekst.planer import samle


def sjekk(resultat: Resultat, bredde: int) -> list[str]:
    """Return the inputs that are possible but should be looked at once more."""
    funnet = samle(resultat, lambda p: p.advarsler, likhet=lambda a: (a.id, a.tekst, a.rett))
    linjer = ["Sjekk det du har oppgitt"] if funnet else []
    for samlet in funnet:
        foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
        rett = f" Rett: {setning(samlet.forste.rett)}" if samlet.forste.rett else ""
        linjer += punkt("!", f"{foran}{setning(samlet.forste.tekst)}{rett}", bredde)
    return linjer


def stopp(resultat: Resultat, bredde: int) -> list[str]:
    """Return what ended in an error while calculating, with the rule to look at."""
    funnet = samle(resultat, lambda p: p.feil, likhet=lambda f: (f.regel, f.periode, f.tekst))
    linjer = ["Dette kunne ikke regnes ut"] if funnet else []
    for samlet in funnet:
        foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
        feil = samlet.forste
        hvor = f"Regelen er {feil.regel}, {periode(feil.periode)}."
        linjer += punkt("!", f"{foran}{setning(feil.tekst)} {hvor}", bredde)
    return linjer
