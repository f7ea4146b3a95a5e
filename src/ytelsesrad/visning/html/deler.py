"""What more than one page shows of an answer: lists, wide tables, and the notes under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.visning.html.felt import hoder, tekstcelle
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aarstabell import anslag, avvik_i
from ytelsesrad.visning.tekst.avvik import merknad
from ytelsesrad.visning.tekst.forutsetninger import forutsetningene
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.maanedstabell import ikke_med
from ytelsesrad.visning.tekst.mangler import verdt
from ytelsesrad.visning.tekst.planer import samle
from ytelsesrad.visning.tekst.senere import begge_summer, oppgjor_senere


def liste(tekster: Iterable[str]) -> El | None:
    """Return the sentences as a list; None when there are none."""
    ledd = [el("li", t) for t in tekster]
    return el("ul", ledd) if ledd else None


def bred(tabell: El, navn: str) -> El:
    """Return a table that can be moved sideways by itself on a narrow screen."""
    return el("div", tabell, klasse="rull", tabindex="0", role="region", aria_label=navn)


def mangler(resultat: Resultat) -> El | None:
    """Return what is not known and matters: the question, where the answer is, what it is worth."""
    navn = {d.ytelse: d.navn for plan in resultat.planer for d in plan.dekning}
    ledd = []
    for samlet in samle(resultat, lambda p: p.mangler, likhet=lambda m: (m.inndata, m.sporsmaal)):
        m = samlet.forste
        hvor = setning(f"Det står i {m.staar_i}") if m.staar_i else None
        foran = f"{samlet.gjelder}: " if samlet.gjelder else ""
        tekst = " ".join(t for t in (f"{foran}{setning(m.sporsmaal)}", hvor, verdt(m, navn)) if t)
        skriv = el("pre", m.skriv, tabindex="0") if m.skriv else None
        ledd.append(el("li", tekst, skriv))
    return el("ul", ledd) if ledd else None


def forutsetninger(resultat: Resultat) -> El | None:
    """Return what the answer rests on as a table."""
    rader = forutsetningene(resultat)
    if not rader:
        return None
    tabell = el(
        "table",
        el("caption", "Det svaret bygger på"),
        el("thead", el("tr", hoder(["Hva", "Kilde", "Hvis det er feil"]))),
        el(
            "tbody",
            [
                el(
                    "tr",
                    el("th", hva, scope="row", klasse="tekst"),
                    tekstcelle(kilde, "tekst"),
                    tekstcelle(hvis, "tekst"),
                )
                for hva, kilde, hvis in rader
            ],
        ),
        klasse="ord",
    )
    return bred(tabell, "Forutsetninger")


def aarsnoter(resultat: Resultat, aar: int) -> Iterator[El]:
    """Return the notes under the table of a year: figures not set yet, and roundings."""
    usatt = any(a.aar == aar and a.sikkerhet == "anslag" for p in resultat.planer for a in p.aar)
    for note in (anslag(aar) if usatt else "", merknad(avvik_i(resultat, aar))):
        if note:
            yield el("p", note, klasse="note")


def maanedsnoter(resultat: Resultat, plan: Planresultat, aar: int, noter: Fotnoter) -> Iterator[El]:
    """Return the notes under the months of a year: what comes later, and what is not with them."""
    for merknaden in (
        *(oppgjor_senere(resultat, plan, a) for a in plan.aar if a.aar == aar),
        *(t for a in plan.aar if a.aar == aar for t in begge_summer(plan, a)),
        ikke_med(plan),
        noter.forklart().replace("<", ""),
    ):
        if merknaden:
            yield el("p", merknaden, klasse="note")
