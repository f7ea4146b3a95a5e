"""The limits along the hours: of 100 kroner more, the curve, each limit and how far it is."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.analyse import Bevegelse, Grenser, finn_grenser
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.visning.figurer import Grense, Plan, Strek, budsjettkurve
from ytelsesrad.visning.html.figurdel import figurdel
from ytelsesrad.visning.oppmerking import el
from ytelsesrad.visning.tekst import grenser as tekst
from ytelsesrad.visning.tekst.stillinger import Stillinger

from .akse import Akse

_AAR = 12
_BREDEST = 10_000


def grensene(situasjon: Situasjon, bok: Regelbok, akse: Akse, plan: str) -> dict[str, str]:
    """Return the pieces about limits. Raises Feilsamling when the line can't be followed."""
    langs = [Bevegelse(akse.felt.regel.id, Decimal(0), akse.hoyst, akse.medlem)]
    g = finn_grenser(situasjon, bok, langs, plan=plan)
    s = Stillinger(g)
    return {
        "hundre": _hundre(g),
        "kurve": _kurve(g, s),
        "grenser": _grenser(g, s),
    }


def _hundre(g: Grenser) -> str:
    linjer = tekst._satser(g, Stillinger(g), _BREDEST)
    return str(el("pre", "\n".join(linjer), tabindex="0")) if linjer else ""


def _kurve(g: Grenser, s: Stillinger) -> str:
    streker = [Strek(x.fra, x.til, x.belop_fra / _AAR, x.belop_til / _AAR) for x in g.strekninger]
    merker = [
        Grense(t.ved, t.aarsaker[0].grense or t.aarsaker[0].tittel)
        for t in g.terskler
        if t.aarsaker
    ]
    planer = [Plan(p.plan, p.stilling, p.belop / _AAR) for p in g.planer]
    figur = budsjettkurve(streker, merker, planer, langs=s.langs, forstavelse="skjermkurve")
    return str(figurdel(figur))


def _grenser(g: Grenser, s: Stillinger) -> str:
    linjer = tekst._liste_over_grenser(g, s, _BREDEST)[1:]
    return "".join(str(el("p", x)) for x in linjer)
