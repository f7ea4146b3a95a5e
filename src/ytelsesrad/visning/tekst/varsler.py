"""What should be checked in what was put in, and what stopped while calculating."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import Sprak, sprak
from ytelsesrad.visning.tekst.linjer import punkt, setning
from ytelsesrad.visning.tekst.planer import samle


def sjekk(resultat: Resultat, bredde: int) -> list[str]:
    """Return the inputs that are possible but should be looked at once more."""
    return _liste("Sjekk det du har oppgitt", sjekkes(resultat), bredde)


def stopp(resultat: Resultat, bredde: int) -> list[str]:
    """Return what ended in an error while calculating, with the rule to look at."""
    return _liste("Dette kunne ikke regnes ut", stoppet(resultat), bredde)


def sjekkes(resultat: Resultat) -> list[str]:
    """Return each thing to check as one text, with how to mend it."""
    tekster = []
    s = sprak(resultat.meta.sprak)
    for samlet in samle(resultat, lambda p: p.advarsler, likhet=lambda a: (a.id, a.tekst, a.rett)):
        tekst = setning(samlet.forste.tekst)
        if samlet.forste.rett:
            tekst = s("punkt.rett", tekst=tekst, rett=setning(samlet.forste.rett))
        tekster.append(_med_plan(tekst, samlet.gjelder, s))
    return tekster


def stoppet(resultat: Resultat) -> list[str]:
    """Return each fault met while calculating as one text."""
    tekster = []
    s = sprak(resultat.meta.sprak)
    for samlet in samle(resultat, lambda p: p.feil, likhet=lambda f: (f.regel, f.periode, f.tekst)):
        feil = samlet.forste
        periode = s.periode(feil.periode)
        tekst = s("punkt.regelen", tekst=setning(feil.tekst), regel=feil.regel, periode=periode)
        tekster.append(_med_plan(tekst, samlet.gjelder, s))
    return tekster


def _med_plan(tekst: str, gjelder: str, s: Sprak) -> str:
    return s("punkt.gjelder", hvor=gjelder, tekst=tekst) if gjelder else tekst


def _liste(tittel: str, tekster: list[str], bredde: int) -> list[str]:
    linjer = [tittel] if tekster else []
    for tekst in tekster:
        linjer += punkt("!", tekst, bredde)
    return linjer
