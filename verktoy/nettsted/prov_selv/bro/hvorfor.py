"""Why a figure is what it is. The figure is named by where it stands in the answer (``data-fra``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ytelsesrad.beregning import Beregning, Utbetaling, Utregning
from ytelsesrad.forklaring import Betalingsforklaring, Forklaring, forklar, forklar_betaling, tekst
from ytelsesrad.lesbart import maaned
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.visning.oppmerking import El, el

_STED = re.compile(r"/planer/(\d+)/(aar|maaneder)/(\d+)(?:/linjer/(\d+))?")
_BREDEST, _TRE = 400, 100
Grunn = Forklaring | Betalingsforklaring


def hvorfor(bok: Regelbok, beregning: Beregning, fra: str) -> tuple[str, list[Grunn]]:
    """Return heading, and what the figure is made of. Raises KeyError for another place."""
    treff = _STED.match(fra)
    if treff is None:
        raise KeyError(fra)
    plan = beregning.resultat.planer[int(treff[1])]
    u = beregning.utregninger[plan.navn]
    if treff[2] == "maaneder":
        m = plan.maaneder[int(treff[3])]
        egne = [b for b in plan.betalinger if b.dato.isoformat()[:7] == m.maaned]
        grunner = [_betaling(bok, u, b) for b in egne]
        return f"Hva kommer inn i {maaned(m.maaned)}?", [g for g in grunner if g is not None]
    aar = plan.aar[int(treff[3])]
    linjer = aar.linjer if treff[4] is None else (aar.linjer[int(treff[4])],)
    navn = "Hva har du å leve for?" if treff[4] is None else linjer[0].navn
    ytelser = bok.samling.ytelser
    dag = date(aar.aar, 12, 31)
    return f"{navn} {aar.aar}", [
        forklar(bok, u.kjoring, u.kjoring.nokkel(rett, dag, 0, None))
        for x in linjer
        if (rett := ytelser[x.ytelse].rett) is not None
    ]


def _betaling(bok: Regelbok, u: Utregning, b: Utbetaling) -> Betalingsforklaring | None:
    for lagt in u.kjoring.plan.art(b.betaling):
        if (lagt.dato, lagt.fra_dag) == (b.dato, b.fra_dag) and b.medlem in (None, lagt.medlem):
            return forklar_betaling(bok, u.kjoring, lagt.nr)
    return None


def som_html(grunner: Sequence[Grunn]) -> str:
    """Return the sentence and the steps of each. The whole tree is long, and is asked for later."""
    apen = "open" if len(grunner) == 1 else None
    return "".join(str(_en(nr, g, apen)) for nr, g in enumerate(grunner)) or "<p>Ingenting.</p>"


def _en(nr: int, g: Grunn, apen: str | None) -> El:
    return el(
        "section",
        el("p", tekst(g, "1", _BREDEST), klasse="kort"),
        el(
            "details",
            el("summary", "Steg for steg"),
            el("pre", tekst(g, "2", _BREDEST), klasse="steg"),
            open=apen,
        ),
        el(
            "details",
            el("summary", "Alt, med paragraf og kilde"),
            el("pre", klasse="hele", tabindex="0", data_alt=nr),
        ),
    )


def alt(grunn: Grunn) -> str:
    """Return the whole tree as text."""
    return tekst(grunn, "alt", _TRE)
