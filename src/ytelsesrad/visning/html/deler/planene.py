"""What the plans give: the settled year a month, and each plan in the words people use."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.analyse import Gevinst
from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import maaned, omtale
from ytelsesrad.raad import Raad
from ytelsesrad.visning.html.deler.bygg import bred, tabell
from ytelsesrad.visning.html.felt import Svar, celle
from ytelsesrad.visning.html.tabeller import hovedtabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aarstabell import anslag, avvik_i, sammenlignet
from ytelsesrad.visning.tekst.avvik import merknad
from ytelsesrad.visning.tekst.planer import aarene, er_som_naa

_KOLONNER = (
    "",
    "Mer eller mindre i måneden",
    "Igjen av hundre kroner",
    "For hver time",
    "Svakeste måned",
    "Inn på konto da",
    "Første måned med mer",
)


def per_maaned(svar: Svar) -> list[object]:
    """Return each settled year divided by twelve, with what must be said of it."""
    resultat = svar.resultat
    innhold: list[object] = []
    for aar in aarene(resultat):
        innhold.append(bred(hovedtabell(svar, aar), f"Per måned i {aar}"))
        innhold += aarsnoter(resultat, aar)
    sammen = sammenlignet(resultat)
    innhold.append(el("p", sammen) if sammen else None)
    return innhold


def aarsnoter(resultat: Resultat, aar: int) -> Iterator[El]:
    """Return the notes under the table of a year: figures not set yet, and roundings."""
    usatt = any(a.aar == aar and a.sikkerhet == "anslag" for p in resultat.planer for a in p.aar)
    for note in (anslag(aar) if usatt else "", merknad(avvik_i(resultat, aar))):
        if note:
            yield el("p", note, klasse="note")


def gevinstene(raad: Raad) -> list[object]:
    """Return what each plan gives against the first: a month, of 100 kroner, an hour, the months.

    All is for a settled year, but the months, which are money on the account.
    """
    forste = raad.planer[0].navn
    mot = "i dag" if er_som_naa(forste) else omtale(forste)
    innhold: list[object] = []
    for aar in aarene(raad):
        rader = list(_rader(raad, forste, aar))
        if rader:
            tittel = f"Hva hver plan gir i {aar}, sammenlignet med {mot}. Kroner"
            innhold.append(tabell(tittel, _KOLONNER, rader, klasse="tall"))
    return innhold


def _rader(raad: Raad, forste: str, aar: int) -> Iterator[tuple[str | El, ...]]:
    for nr, g in enumerate(raad.gevinst):
        if g.mot == forste and g.aar == aar and g.per_maaned is not None:
            yield (g.plan, *_tallene(g, f"/gevinst/{nr}"))


def _tallene(g: Gevinst, sted: str) -> Iterator[El | str]:
    yield celle(g.per_maaned, f"{sted}/per_maaned", fortegn=True)
    yield _eller_strek(g, sted, "igjen_av_100")
    yield _eller_strek(g, sted, "per_time")
    yield _maaned(g.laveste_maaned)
    yield _eller_strek(g, sted, "laveste_belop")
    yield _maaned(g.forste_maaned_med_mer)


def _eller_strek(g: Gevinst, sted: str, felt: str) -> El:
    verdi = getattr(g, felt)
    return el("td", "–") if verdi is None else celle(verdi, f"{sted}/{felt}")


def _maaned(m: str | None) -> El:
    return el("td", "–" if m is None else maaned(m))
