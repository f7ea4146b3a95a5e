"""What the answer rests on: how sure the totals are, what is not known, what is assumed."""

from __future__ import annotations

from collections.abc import Callable

from ytelsesrad.beregning.resultat import Mangel, Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.visning.html.deler.bygg import liste, lukket, tabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst import usikkerhet
from ytelsesrad.visning.tekst.forutsetninger import ANTATT, forutsetningene
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.mangler import spurt, verdt
from ytelsesrad.visning.tekst.planer import samle


def usikkerheten(raad: Raad) -> list[object]:
    """Return each plan's total with its span, and what makes it wide."""
    funnet = raad.usikkerhet
    if funnet is None:
        return []
    innhold: list[object] = []
    for plan in funnet.planer:
        setninger = usikkerhet.plansetninger(raad, plan)
        if setninger:
            innhold.append(el("p", " ".join(setninger)))
            innhold.append(liste(usikkerhet.drivertekster(plan)))
    if innhold:
        innhold.append(el("p", funnet.metode, klasse="note"))
    return innhold


def _skrevet(m: Mangel) -> El | None:
    return el("pre", m.skriv, tabindex="0") if m.skriv else None


def mangler(resultat: Resultat, hvordan: Callable[[Mangel], El | None] = _skrevet) -> El | None:
    """Return the unknowns that matter, with where the answer stands and ``hvordan`` to give it."""
    navn = {d.ytelse: d.navn for plan in resultat.planer for d in plan.dekning}
    ledd = []
    for samlet in samle(
        resultat, lambda p: p.mangler, likhet=lambda m: (m.inndata, m.sporsmaal, m.perioder)
    ):
        m = samlet.forste
        hvor = setning(f"Det står i {m.staar_i}") if m.staar_i else None
        foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
        tekst = " ".join(t for t in (f"{foran}{spurt(m)}", hvor, verdt(m, navn)) if t)
        ledd.append(el("li", tekst, hvordan(m)))
    return el("ul", ledd) if ledd else None


def forutsetninger(resultat: Resultat) -> list[El | None]:
    """Return the table of what is put in or assumed: its source, and what it costs if wrong."""
    rader = forutsetningene(resultat)
    if not rader:
        return []
    kolonner = ["Hva", "Kilde", "Hvis det er feil"]
    antatt, oppgitt = ([r for r in rader if (r[1] == ANTATT) is x] for x in (True, False))
    return [
        tabell("Det som er antatt", kolonner, antatt, navn="Antatt") if antatt else None,
        lukket(
            f"Vis {len(oppgitt)} opplysninger du har gitt",
            tabell("Det som er oppgitt", kolonner, oppgitt, navn="Oppgitt"),
        )
        if oppgitt
        else None,
    ]
