"""How a given value is written for people, also when it changes with time."""

from __future__ import annotations

from datetime import date

from ytelsesrad.lesbart import dato, liste, vis
from ytelsesrad.regelspraak import Oppgitt

_MAKS_REKKE = 10


def vis_oppgitt(o: Oppgitt, enhet: str) -> str:
    """Return «10 timer i uka fra 1. januar 2026, 15 …», «0 kroner meldt 20. november 2025» …."""
    if o.vist is not None:
        return o.vist
    if o.spenn is not None and o.alltid is not None:
        lavest, hoyest = (vis(x.alltid, enhet) for x in o.spenn)
        return f"omtrent {vis(o.alltid, enhet)}, mellom {lavest} og {hoyest}"
    ledd = []
    if o.alltid is not None:
        ledd.append(vis(o.alltid, enhet))
    if o.rekke is not None:
        rekke = liste(vis(v, enhet) for v in o.rekke.verdier[:_MAKS_REKKE])
        mer = " …" if len(o.rekke.verdier) > _MAKS_REKKE else ""
        igjen = ", om igjen og om igjen" if o.rekke.gjentas else ""
        ledd.append(f"{rekke}{mer} fra {dato(o.rekke.fra)}{igjen}")
    ledd += [f"{vis(f.verdi, enhet)} fra {dato(f.dag)}" for f in o.fra]
    ledd += [f"{vis(p.verdi, enhet)} for {_spenn(p.fra, p.til)}" for p in o.perioder]
    ledd += [
        f"{vis(m.verdi, enhet)} for {_spenn(m.fra, m.til)}, meldt {dato(m.meldt)}" for m in o.meldt
    ]
    return "; ".join(ledd)


def _spenn(fra: date, til: date) -> str:
    if fra.month == 1 and til.month == 12:
        return str(fra.year)
    return f"{fra.year}-{fra.month:02d}"
