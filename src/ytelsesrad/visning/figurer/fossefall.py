"""From the first plan to another: what each coverage line adds or takes, down to what is left."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ytelsesrad.analyse import gevinster
from ytelsesrad.beregning.resultat import Aar, Planresultat, Resultat
from ytelsesrad.lesbart import avrundet, kroner, liste
from ytelsesrad.visning.figurer.figur import Figur, Tabell
from ytelsesrad.visning.figurer.fosstegning import Stolpe, fosstegninger
from ytelsesrad.visning.figurer.grupper import monster_av
from ytelsesrad.visning.figurer.merker import MAANEDER
from ytelsesrad.visning.figurer.monster import BLEKK
from ytelsesrad.visning.figurer.vega import VEGA
from ytelsesrad.visning.tekst.planer import (
    aar_i,
    er_som_naa,
    naa_eller_med,
    omtale,
    viktigst_forst,
)


def fossefall(
    resultat: Resultat, plan: Planresultat, aar: int | None = None, *, forstavelse: str = "foss"
) -> Figur | None:
    """Return the chart of a plan against the first one, or None when something is not known.

    ``aar`` is the year that is settled; without it the one that the answer speaks of first.
    ``forstavelse`` makes its ids unique on a page.
    """
    aar = viktigst_forst(resultat)[0] if aar is None else aar
    stolper = _stolper(resultat, plan, aar)
    if not stolper:
        return None
    forste = resultat.planer[0].navn
    fra = "i dag" if er_som_naa(forste) else omtale(forste)
    tittel = f"Fra {fra} til {omtale(plan.navn)}, kroner i måneden når {aar} er gjort opp"
    setning = _setning(stolper, forste, plan.navn)
    alle = liste(f"{s.navn}: {s.tall} kroner" for s in stolper)
    beskrivelse = f"{setning} Stolpene er {alle}. Tallene står i tabellen."
    bred, smal = fosstegninger(stolper, forstavelse, tittel, beskrivelse)
    return Figur(
        tittel=tittel,
        beskrivelse=beskrivelse,
        setning=setning,
        bred=bred,
        smal=smal,
        tegn=(),
        tabell=_tabell(stolper),
        vega=_vega(stolper, tittel, beskrivelse),
    )


def _stolper(resultat: Resultat, plan: Planresultat, aar: int) -> list[Stolpe]:
    forste = resultat.planer[0]
    foer, naa = aar_i(forste, aar), aar_i(plan, aar)
    gevinst = next((g for g in gevinster(resultat) if (g.plan, g.aar) == (plan.navn, aar)), None)
    if foer is None or naa is None or gevinst is None or gevinst.per_aar is None:
        return []
    navn = {x.ytelse: x.rad for x in naa.linjer}
    monstre = monster_av(resultat)
    fra_navn = "I dag" if er_som_naa(forste.navn) else forste.navn
    svar = [_plan(fra_navn, foer, _sti(resultat, forste, aar))]
    for d in gevinst.deler:
        ledd = (_linjesti(resultat, p, aar, d.ytelse) for p in (plan, forste))
        sti = " - ".join(x for x in ledd if x)
        fra, til = svar[-1].til, svar[-1].til + d.belop / MAANEDER
        svar.append(Stolpe(navn[d.ytelse], fra, til, monstre[d.ytelse], sti))
    return [*svar, _plan(plan.navn, naa, _sti(resultat, plan, aar))]


def _plan(navn: str, aar: Aar, sti: str) -> Stolpe:
    til = (aar.gjort_opp_netto or Decimal(0)) / MAANEDER
    return Stolpe(navn, Decimal(0), til, None, f"{sti}/gjort_opp_netto:{MAANEDER}")


def _sti(resultat: Resultat, plan: Planresultat, aar: int) -> str:
    nr = [p.navn for p in resultat.planer].index(plan.navn)
    return f"planer/{nr}/aar/{[a.aar for a in plan.aar].index(aar)}"


def _linjesti(resultat: Resultat, plan: Planresultat, aar: int, ytelse: str) -> str:
    funnet = aar_i(plan, aar)
    linjer = [x.ytelse for x in funnet.linjer] if funnet else []
    if ytelse not in linjer:
        return ""
    nr = linjer.index(ytelse)
    return f"{_sti(resultat, plan, aar)}/linjer/{nr}/gjort_opp:{MAANEDER}"


def _setning(stolper: Sequence[Stolpe], forste: str, plan: str) -> str:
    mer = avrundet(stolper[-1].til - stolper[0].til)
    enn = "i dag" if er_som_naa(forste) else naa_eller_med(forste)
    navn = omtale(plan)
    navn = navn[0].upper() + navn[1:]
    if mer == 0:
        return f"{navn} gir like mye å leve for i måneden som {enn}."
    ord_ = "mer" if mer > 0 else "mindre"
    return f"{navn} gir {kroner(abs(mer))} {ord_} å leve for i måneden enn {enn}."


def _tabell(stolper: Sequence[Stolpe]) -> Tabell:
    rader = tuple((s.navn, s.tall) for s in stolper)
    return Tabell(("Hva", "Kroner i måneden"), rader, tuple(("", s.sti) for s in stolper))


def _vega(stolper: Sequence[Stolpe], tittel: str, beskrivelse: str) -> dict[str, Any]:
    verdier = [
        {
            "navn": s.navn,
            "fra": int(avrundet(s.fra)),
            "til": int(avrundet(s.til)),
            "kroner": int(avrundet(s.belop)),
            "farge": s.monster.farge if s.monster else BLEKK,
        }
        for s in stolper
    ]
    return {
        "$schema": VEGA,
        "title": tittel,
        "description": beskrivelse,
        "data": {"values": verdier},
        "mark": {"type": "bar", "stroke": BLEKK, "strokeWidth": 1},
        "encoding": {
            "y": {"field": "navn", "type": "nominal", "sort": None, "title": None},
            "x": {"field": "fra", "type": "quantitative", "title": "kroner i måneden"},
            "x2": {"field": "til"},
            "color": {"field": "farge", "type": "nominal", "scale": None},
            "tooltip": {"field": "kroner", "type": "quantitative"},
        },
    }
