"""Why a figure is what it is. The figure is named by where it stands in the answer (``data-fra``)."""

from __future__ import annotations

import re
from datetime import date

from ytelsesrad.beregning import Beregning, Utbetaling, Utregning
from ytelsesrad.forklaring import Betalingsforklaring, Forklaring, forklar, forklar_betaling, tekst
from ytelsesrad.lesbart import maaned
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.visning.oppmerking import El, el

_STED = re.compile(r"/planer/(\d+)/(aar|maaneder)/(\d+)(?:/linjer/(\d+))?")
_BREDEST = 400


def hvorfor(bok: Regelbok, beregning: Beregning, fra: str) -> tuple[str, str]:
    """Return heading and explanation, as text and HTML. Raises KeyError for another place."""
    treff = _STED.match(fra)
    if treff is None:
        raise KeyError(fra)
    plan = beregning.resultat.planer[int(treff[1])]
    u = beregning.utregninger[plan.navn]
    if treff[2] == "maaneder":
        m = plan.maaneder[int(treff[3])]
        egne = [b for b in plan.betalinger if b.dato.isoformat()[:7] == m.maaned]
        return f"Hva kommer inn i {maaned(m.maaned)}?", _alle(
            [_betaling(bok, u, b) for b in egne]
        )
    aar = plan.aar[int(treff[3])]
    linjer = aar.linjer if treff[4] is None else (aar.linjer[int(treff[4])],)
    navn = "Hva har du å leve for?" if treff[4] is None else linjer[0].navn
    ytelser = bok.samling.ytelser
    dag = date(aar.aar, 12, 31)
    return f"{navn} {aar.aar}", _alle(
        [
            forklar(bok, u.kjoring, u.kjoring.nokkel(rett, dag, 0, None))
            for x in linjer
            if (rett := ytelser[x.ytelse].rett) is not None
        ]
    )


def _betaling(bok: Regelbok, u: Utregning, b: Utbetaling) -> Betalingsforklaring | None:
    for lagt in u.kjoring.plan.art(b.betaling):
        if (lagt.dato, lagt.fra_dag) == (b.dato, b.fra_dag) and b.medlem in (None, lagt.medlem):
            return forklar_betaling(bok, u.kjoring, lagt.nr)
    return None


def _alle(forklaringer: list[Forklaring | Betalingsforklaring | None]) -> str:
    finnes = [f for f in forklaringer if f is not None]
    apen = "open" if len(finnes) == 1 else None
    return "".join(str(_en(f, apen)) for f in finnes) or str(el("p", "Ingenting."))


def _en(f: Forklaring | Betalingsforklaring, apen: str | None) -> El:
    return el(
        "section",
        el("p", tekst(f, "1", _BREDEST), klasse="kort"),
        el(
            "details",
            el("summary", "Steg for steg"),
            el("pre", tekst(f, "2", _BREDEST), klasse="steg"),
            open=apen,
        ),
        el(
            "details",
            el("summary", "Alt, med paragraf og kilde"),
            el("pre", tekst(f, "alt", 100), klasse="tre", tabindex="0"),
        ),
    )
