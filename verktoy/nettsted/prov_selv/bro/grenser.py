"""The limits along the hours: of 100 kroner more, the curve, each limit and how far it is."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.analyse import Grenser, finn_grenser, naturlig_linje
from ytelsesrad.lesbart import avrundet, kroner, liste, midt_i
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.visning import grenser_tekst
from ytelsesrad.visning.figurer import Figur, budsjettkurve
from ytelsesrad.visning.html.deler.bygg import bred
from ytelsesrad.visning.html.felt import hoder, tekstcelle
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.oppmerking import El, el

INGEN = {"hundre": "", "kurve": "", "grenser": ""}
_BREDEST = 10_000
_MERKER = ("– ", "! ")


def grensene(situasjon: Situasjon, bok: Regelbok, plan: str) -> dict[str, str]:
    """Return the pieces about limits along the plan's natural line, or why there are none."""
    try:
        langs = naturlig_linje(situasjon, bok, plan)
        g = finn_grenser(situasjon, bok, langs, plan=plan) if langs else None
    except Feilsamling as feil:
        return INGEN | {"grenser": str(el("p", feil.feil[0].hva))}
    if g is None:
        return INGEN | {
            "grenser": str(el("p", "Planen har ikke noe arbeid som er oppgitt som tall."))
        }
    return {
        "hundre": "".join(map(str, _hundre(g, plan))),
        "kurve": "".join(map(str, _kurve(g))),
        "grenser": "".join(map(str, _grenser(g))),
    }


def _hundre(g: Grenser, plan: str) -> Iterator[El]:
    """Say what is left of 100 kroner more than in the plan."""
    punkt = next((p for p in g.planer if p.plan == plan), None)
    if punkt is not None and punkt.igjen_av_100 is not None:
        av = liste(midt_i(g.navn[y]) for y in g.opphav)
        igjen = el("b", kroner(avrundet(punkt.igjen_av_100)))
        yield el("p", f"Av 100 kroner mer i {av} sitter du nå igjen med ", igjen, ".")


def _kurve(g: Grenser) -> list[El]:
    figur = budsjettkurve(g, forstavelse="skjermkurve")
    return [figurdel(figur), _som_tabell(figur)]


def _som_tabell(figur: Figur) -> El:
    rader = [
        el("tr", el("th", forst, scope="row"), [tekstcelle(c) for c in resten])
        for forst, *resten in figur.tabell.rader
    ]
    tabell = el("table", el("thead", el("tr", hoder(figur.tabell.kolonner))), el("tbody", rader))
    return el("details", el("summary", "Se kurven som tabell"), bred(tabell, "Kurven som tabell"))


def _grenser(g: Grenser) -> Iterator[El]:
    """Return the opening and the list of limits of the library's text, as paragraphs and items."""
    _, aapning, *resten = grenser_tekst(g, _BREDEST).split("\n\n")
    yield el("p", " ".join(_uten_rop(aapning)))
    ledd: list[tuple[str, list[str]]] = []
    for linje in next((b for b in resten if b.startswith("Grenser, ")), "").split("\n")[1:]:
        if linje.strip().startswith(_MERKER):
            ledd.append((linje.strip(), []))
        elif ledd:
            ledd[-1][1].append(linje.strip())
    if ledd:
        yield el(
            "ul",
            [
                el(
                    "li",
                    el("b", tittel[2:]),
                    [el("p", t) for t in under],
                    klasse="fall" if tittel.startswith("! ") else None,
                )
                for tittel, under in ledd
            ],
            klasse="grenser",
        )


def _uten_rop(aapning: str) -> list[str]:
    """Return the lines, with the one in capitals as an ordinary sentence."""
    return [x.strip().capitalize() if x.isupper() else x.strip() for x in aapning.split("\n")]
