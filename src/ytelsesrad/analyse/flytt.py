"""How what is given for an input moves along a line: one value, or the plan's own and more.

Values are in base form. ``ny`` makes the moved value from the one that is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, TypeVar

from ytelsesrad.regelspraak import Oppgitt
from ytelsesrad.regelspraak.kjor.gitt import ForPeriode, FraDato, Meldt

Maate = Literal["verdi", "tillegg", "andel"]
"""One value all the time; so much more than the plan's own; so many percent of the plan's own."""
_Spenn = TypeVar("_Spenn", ForPeriode, Meldt)


def flyttet(o: Oppgitt, ny: Callable[[Any], Any], maate: Maate, dag: date | None) -> Oppgitt:
    """Return what is given with every value moved, from a day on (None: all the time)."""
    if dag is None and maate == "verdi":
        return Oppgitt(o.regel, o.medlem, alltid=ny(None))
    rekke = o.rekke
    if dag is None and rekke is not None:
        rekke = replace(rekke, verdier=tuple(map(ny, rekke.verdier)))
    behold = maate != "verdi"
    return replace(
        o,
        alltid=o.alltid if dag is not None or o.alltid is None else ny(o.alltid),
        fra=_fra(o, ny, behold, dag),
        perioder=_spennene(o.perioder, ny, behold, dag),
        meldt=_spennene(o.meldt, ny, behold, dag),
        rekke=rekke,
    )


def _fra(
    o: Oppgitt, ny: Callable[[Any], Any], behold: bool, dag: date | None
) -> tuple[FraDato, ...]:
    if dag is None:
        return tuple(replace(f, verdi=ny(f.verdi)) for f in o.fra)
    foer = tuple(f for f in o.fra if f.dag < dag)
    if not behold:
        return (*foer, FraDato(dag, ny(None)))
    naa = max((f for f in o.fra if f.dag <= dag), key=lambda f: f.dag, default=None)
    gjelder = o.alltid if naa is None else naa.verdi
    fra_da = () if gjelder is None else (FraDato(dag, ny(gjelder)),)
    return (*foer, *fra_da, *(replace(f, verdi=ny(f.verdi)) for f in o.fra if f.dag > dag))


def _spennene(
    alle: tuple[_Spenn, ...], ny: Callable[[Any], Any], behold: bool, dag: date | None
) -> tuple[_Spenn, ...]:
    svar: list[_Spenn] = []
    for x in alle:
        if dag is not None and x.fra < dag:
            svar.append(replace(x, til=min(x.til, dag - timedelta(days=1))))
        if behold and (dag is None or x.til >= dag):
            svar.append(
                replace(x, fra=x.fra if dag is None else max(x.fra, dag), verdi=ny(x.verdi))
            )
    return tuple(svar)


def verdiene(o: Oppgitt) -> dict[Any, Any]:
    """Return every value that is given, by when it holds."""
    if len(o.fra) == 1 and o.alltid is None and not (o.rekke or o.meldt or o.perioder):
        return {"alltid": o.fra[0].verdi}
    svar: dict[Any, Any] = {} if o.alltid is None else {"alltid": o.alltid}
    svar |= {f.dag: f.verdi for f in o.fra}
    svar |= {(p.fra, p.til): p.verdi for p in o.perioder}
    svar |= {(m.fra, m.til, m.meldt): m.verdi for m in o.meldt}
    if o.rekke is not None:
        svar |= {(o.rekke.fra, o.rekke.gjentas, n): v for n, v in enumerate(o.rekke.verdier)}
    return svar


def varierer(o: Oppgitt) -> bool:
    """Tell whether what is given changes with time."""
    return len(set(verdiene(o).values())) > 1


def er_like(a: Oppgitt, b: Oppgitt, slark: Decimal) -> bool:
    """Tell whether the same is given, as near as ``slark``."""
    x, y = verdiene(a), verdiene(b)
    if x.keys() != y.keys() or a.ukjent or b.ukjent:
        return False
    return all(
        abs(v - y[n]) <= slark
        if isinstance(v, Decimal) and isinstance(y[n], Decimal)
        else v == y[n]
        for n, v in x.items()
    )
