"""How a given value is written for people, also when it changes with time."""

from __future__ import annotations

from datetime import date

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Oppgitt, Regel, type_verdi

_MAKS_REKKE = 10


def vis_oppgitt(bok: Regelbok, o: Oppgitt, regel: Regel) -> str:
    """Return «10 timer i uka fra 1. januar 2026, 15 …», «0 kroner meldt 20. november 2025» …."""
    s = bok.sprak

    def vis(verdi: type_verdi) -> str:
        skrevet = s.vis(regel.valget(verdi), regel.enhet)
        return bok.ord(skrevet, regel.mappe) if isinstance(verdi, str) else skrevet

    if o.vist is not None:
        return o.vist
    if o.spenn is not None and o.alltid is not None:
        lavest, hoyest = ("" if x.alltid is None else vis(x.alltid) for x in o.spenn)
        return s("dager.mellom", ventet=vis(o.alltid), lavest=lavest, hoyest=hoyest)
    ledd = []
    if o.alltid is not None:
        ledd.append(vis(o.alltid))
    if o.rekke is not None:
        mer = " …" if len(o.rekke.verdier) > _MAKS_REKKE else ""
        rekke = s.liste(vis(v) for v in o.rekke.verdier[:_MAKS_REKKE]) + mer
        nokkel = "dager.gjentas" if o.rekke.gjentas else "dager.fra"
        ledd.append(s(nokkel, verdi=rekke, dag=s.dato(o.rekke.fra)))
    ledd += [s("dager.fra", verdi=vis(f.verdi), dag=s.dato(f.dag)) for f in o.fra]
    ledd += [s("dager.for", verdi=vis(p.verdi), periode=_spenn(p.fra, p.til)) for p in o.perioder]
    ledd += [
        s(
            "dager.meldt",
            verdi=vis(m.verdi),
            periode=_spenn(m.fra, m.til),
            dag=s.dato(m.meldt),
        )
        for m in o.meldt
    ]
    return "; ".join(ledd)


def _spenn(fra: date, til: date) -> str:
    if fra.month == 1 and til.month == 12:
        return str(fra.year)
    return f"{fra.year}-{fra.month:02d}"
