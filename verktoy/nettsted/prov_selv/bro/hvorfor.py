"""Why a figure is what it is. It is named by where it stands in the answer (``data-fra``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ytelsesrad.beregning import Aar, Aarslinje, Beregning, Planresultat, Utbetaling, Utregning
from ytelsesrad.forklaring import Betalingsforklaring, Forklaring, forklar, forklar_betaling, tekst
from ytelsesrad.lesbart import maaned, tall
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Periode, Ukjent
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.aarstabell import SUM

_STED = re.compile(r"/planer/(\d+)/(aar|maaneder)/(\d+)(?:/linjer/(\d+))?")
_BREDEST, _TRE, _MAANEDER = 400, 100, 12
Grunn = Forklaring | Betalingsforklaring


@dataclass(frozen=True)
class Hvorfor:
    """A heading, what the figure is made of, and what stands before it."""

    tittel: str
    grunner: tuple[Grunn, ...]
    foran: str = ""

    @property
    def html(self) -> str:
        """The sentence and the steps of each. The whole tree is long, and is asked for later."""
        apen = "open" if len(self.grunner) == 1 else None
        alle = "".join(str(_en(nr, g, apen)) for nr, g in enumerate(self.grunner))
        return self.foran + alle or "<p>Ingenting.</p>"

    def alt(self, nr: int) -> str:
        """Return the whole tree of one of them as text."""
        return tekst(self.grunner[nr], "alt", _TRE)


def hvorfor(bok: Regelbok, beregning: Beregning, fra: str) -> Hvorfor:
    """Return why a figure is what it is. Raises KeyError for a place that has no figure."""
    treff = _STED.match(fra)
    if treff is None:
        raise KeyError(fra)
    plan = beregning.resultat.planer[int(treff[1])]
    u = beregning.utregninger[plan.navn]
    if treff[2] == "maaneder":
        m = plan.maaneder[int(treff[3])]
        egne = [b for b in plan.betalinger if b.dato.isoformat()[:7] == m.maaned]
        return Hvorfor(f"Hva kommer inn i {maaned(m.maaned)}?", _betalinger(bok, u, egne))
    aar = plan.aar[int(treff[3])]
    if treff[4] is None:
        return Hvorfor(f"{SUM} {aar.aar}", (), _ledd(fra, aar))
    linje = aar.linjer[int(treff[4])]
    return Hvorfor(f"{linje.navn} {aar.aar}", _linje(bok, u, plan, aar.aar, linje))


def _linje(
    bok: Regelbok, u: Utregning, plan: Planresultat, aar: int, linje: Aarslinje
) -> tuple[Grunn, ...]:
    """Return the year's rule; of what has none, every payment that is for the year."""
    rett = bok.samling.ytelser[linje.ytelse].rett
    if rett is not None and bok.samling.regler[rett].periode is Periode.AAR:
        return (forklar(bok, u.kjoring, u.kjoring.nokkel(rett, date(aar, 12, 31))),)
    egne = [b for b in plan.betalinger if b.ytelse == linje.ytelse and b.fra_dag.year == aar]
    if egne or rett is None:
        return _betalinger(bok, u, egne)
    try:
        return (forklar(bok, u.kjoring, u.kjoring.nokkel(rett, date(aar, 12, 31))),)
    except Ukjent:
        return ()


def _betalinger(bok: Regelbok, u: Utregning, alle: list[Utbetaling]) -> tuple[Grunn, ...]:
    return tuple(
        forklar_betaling(bok, u.kjoring, lagt.nr)
        for b in alle
        for lagt in u.kjoring.plan.art(b.betaling)
        if (lagt.dato, lagt.fra_dag) == (b.dato, b.fra_dag) and b.medlem in (None, lagt.medlem)
    )


def _ledd(fra: str, aar: Aar) -> str:
    """Return the terms of the sum, a month, each with a button of its own."""
    sted = fra.rpartition("/")[0]
    rader = [
        el(
            "tr",
            el("th", x.rad, scope="row"),
            el("td", tall(x.gjort_opp / _MAANEDER, 0)),
            el("td", hvorforknapp(f"{sted}/linjer/{nr}/gjort_opp", x.rad)),
        )
        for nr, x in enumerate(aar.linjer)
        if x.gjort_opp
    ]
    return str(el("table", el("caption", "Kroner per måned"), el("tbody", rader)))


def hvorforknapp(fra: str, navn: str) -> El:
    """Return the button that opens the explanation of a figure."""
    return el(
        "button",
        "Hvorfor?",
        type="button",
        klasse="hvor",
        data_hvorfor=fra,
        aria_label=f"Hvorfor: {navn}",
    )


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
