"""The answer in pieces, made by the library's own views. The page puts them in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ytelsesrad.beregning import Mangel, Resultat
from ytelsesrad.lesbart import avrundet, kr
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.figurer import tidslinje
from ytelsesrad.visning.html import punkter, side
from ytelsesrad.visning.html.deler.bygg import bred, liste
from ytelsesrad.visning.html.deler.grunnlag import forutsetninger, mangler
from ytelsesrad.visning.html.deler.maaneder import maanedsnoter
from ytelsesrad.visning.html.deler.planene import aarsnoter
from ytelsesrad.visning.html.felt import Svar, hele
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.html.punkter import Punkt
from ytelsesrad.visning.html.tabeller import hovedtabell, maanedstabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.dekning import dekningen, forbeholdene
from ytelsesrad.visning.tekst.fotnoter import Fotnoter
from ytelsesrad.visning.tekst.planer import aa_leve_for, aarene, endring, viktigst_forst
from ytelsesrad.visning.tekst.slutt import regelsett
from ytelsesrad.visning.tekst.varsler import sjekkes, stoppet

from .hvorfor import hvorforknapp

Deler = dict[str, str]
_APNE = 6
"""Points that are shown before the rest must be opened; they come the most important first."""
_ETT_TALL = re.compile(r"/planer/\S+")
"""A figure of one plan, and not a sum or a difference."""


def deler(resultat: Resultat, overraskelser: Sequence[Overraskelse]) -> Deler:
    """Return every piece that needs only the answer, by the id of its place on the page."""
    svar, forklar = hele(resultat), Forklarer(resultat)
    return {
        "topp": _html(_topp(resultat, forklar)),
        "hoved": _html(_hoved(svar)),
        "stoppet": _html(liste([*stoppet(resultat), *sjekkes(resultat)])),
        "maaneder": _html(_maaneder(svar)),
        "beholder": _html(_punkter(punkter.beholder(resultat), forklar)),
        "plikter": _html(_plikter(punkter.plikter(resultat), forklar)),
        "overrasker": _html(_punkter(punkter.overrasker(resultat, overraskelser), forklar)),
        "mangler": _html(mangler(resultat, _svar_naa)),
        "forutsetninger": _html(forutsetninger(resultat)),
        "utenfor": _html([el("p", t) for t in dekningen(resultat)]),
        "forbehold": _html(liste(forbeholdene(resultat))),
        "kilder": _html(liste(punkter.kilder(resultat))),
        "regelsett": _html(el("p", regelsett(resultat.meta))),
    } | _linje(resultat)


def arket(resultat: Resultat, overraskelser: Sequence[Overraskelse], *, grovt: str = "") -> str:
    """Return the library's one page without its head: here the style sheet is a file."""
    hele = side(resultat, overraskelser=overraskelser, grovt=grovt)
    return hele.partition("<body>")[2].partition("</body>")[0]


def _svar_naa(m: Mangel) -> El:
    """Return a button that goes to the question: here nobody writes a file."""
    knapp = el("button", "Svar på det nå", type="button", klasse="hvor", data_svar=m.inndata)
    return el("p", knapp)


def _html(innhold: object) -> str:
    if innhold is None:
        return ""
    if isinstance(innhold, El):
        return str(innhold)
    return "".join(str(x) for x in innhold if x is not None)  # type: ignore[attr-defined]


def _topp(resultat: Resultat, forklar: Callable[[str], str]) -> list[El | None]:
    ingress = forklar(" ".join(videre(resultat)))
    return [
        el("h2", forklar(forste_setning(resultat)).rstrip(".")),
        el("p", ingress) if ingress else None,
    ]


def _linje(resultat: Resultat) -> Deler:
    """Return the two figures of the bar on a phone: the sum a month, and the change."""
    aar = viktigst_forst(resultat)
    plan = resultat.planer[-1]
    belop = aa_leve_for(plan, aar[0]) if aar else None
    mer = endring(resultat, plan, aar[0]) if aar and len(resultat.planer) > 1 else None
    return {
        "linje-sum": "ukjent" if belop is None else f"{kr(avrundet(belop))} å leve for",
        "linje-endring": "" if mer is None else kr(avrundet(mer), fortegn=True),
    }


def _hoved(svar: Svar) -> list[El | None]:
    ut: list[El | None] = []
    resultat = svar.resultat
    for aar in aarene(resultat):
        ut.append(bred(med_hvorfor(hovedtabell(svar, aar)), f"Per måned i {aar}"))
        ut += aarsnoter(resultat, aar)
    return ut


def _maaneder(svar: Svar) -> list[El | None]:
    resultat = svar.resultat
    plan = resultat.planer[-1]
    ut: list[El | None] = []
    for aar in aarene(resultat):
        noter = Fotnoter(plan)
        figur = tidslinje(resultat, plan, aar, f"skjerm{aar}")
        tabell = maanedstabell(
            svar, plan, aar, f"Kroner inn på konto i {aar}, etter det som trekkes før", noter
        )
        ut += [
            None if figur is None else figurdel(figur),
            bred(med_hvorfor(tabell), f"Måneder i {aar}"),
        ]
        ut += maanedsnoter(resultat, plan, aar, noter)
    return ut


def med_hvorfor(tabell: El) -> El:
    """Return the table with a button on each row that opens the explanation of its last figure."""

    def rad(r: El) -> El:
        kilder = [dict(c.felt).get("data-fra") for c in r.barn if isinstance(c, El)]
        navn = next((str(c.barn[0]) for c in r.barn if isinstance(c, El) and c.merke == "th"), "")
        kilde = next((k for k in reversed(kilder) if k and _ETT_TALL.fullmatch(k)), None)
        hode = any(isinstance(c, El) and dict(c.felt).get("scope") == "col" for c in r.barn)
        if kilde is None:
            return replace(r, barn=(*r.barn, el("td", klasse="hvorfor")))
        if hode:
            return r
        knapp = hvorforknapp(kilde, navn)
        return replace(r, barn=(*r.barn, el("td", knapp, klasse="hvorfor")))

    def ned(e: El) -> El:
        if e.merke == "tr":
            return rad(e)
        return replace(e, barn=tuple(ned(b) if isinstance(b, El) else b for b in e.barn))

    return ned(tabell)


def _punkter(alle: Iterable[Punkt], forklar: Callable[[str], str]) -> list[El]:
    """Return the points as a list; of many, the first are shown and the rest can be opened."""
    ledd = [el("li", _naar(p), forklar(p.tekst)) for p in alle]
    if not ledd:
        return [el("p", "Ingenting vi vet om.")]
    if len(ledd) <= _APNE + 1:
        return [el("ul", ledd)]
    tittel = f"Vis {len(ledd) - _APNE} til"
    resten = el("details", el("summary", tittel), el("ul", ledd[_APNE:]))
    return [el("ul", ledd[:_APNE]), resten]


def _plikter(alle: Iterable[Punkt], forklar: Callable[[str], str]) -> El:
    ledd = [
        el("li", el("label", el("input", type="checkbox"), el("span", _naar(p), forklar(p.tekst))))
        for p in alle
    ]
    return el("ul", ledd, klasse="gjor") if ledd else el("p", "Ingenting vi vet om.")


def _naar(p: Punkt) -> El | None:
    return el("b", f"{p.naar}: ") if p.naar else None
