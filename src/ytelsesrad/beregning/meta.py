"""What an answer was computed with, and how long it can be trusted."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelbok import Regelbok

_PARAGRAF = re.compile(r"\d+(?:-\d+)+|\d+")


def gyldig_til(bok: Regelbok, regnedato: date) -> date:
    """Return the last day before the next known change, the new year or six months."""
    grenser = [date(regnedato.year, 12, 31), regnedato + relativedelta(months=6)]
    neste = bok.neste_endring(regnedato)
    if neste is not None:
        grenser.append(neste.dag - timedelta(days=1))
    return min(grenser)


def finn_kilder(utregninger: list[Utregning]) -> tuple[str, ...]:
    """Return the paragraphs, act by act, and then the other sources of the rules that were used."""
    bok = utregninger[0].bok
    brukt: set[int] = set()
    for u in utregninger:
        brukt |= u.kjoring.brukte_regler()
    paragrafer: dict[str, dict[str, None]] = {}
    kilder: dict[str, None] = {}
    for nr in sorted(brukt):
        r = bok.program.regler[nr]
        if not r.versjoner:
            continue
        for del_ in (r.regel.hjemmel or "").split(";"):
            lov, tegn, resten = del_.strip().partition("§")
            funnet = paragrafer.setdefault(lov.strip(), {})
            if tegn:
                funnet.update(dict.fromkeys(_PARAGRAF.findall(resten)))
        for kilde in r.versjoner[0].versjon.kilder:
            if kilde.sikkerhet != "lov":
                lest = _lest(bok, kilde.lest) if kilde.lest else ""
                kilder[kilde.navn + lest] = None
    hjemler = [_hjemmel(lov, list(p)) for lov, p in paragrafer.items() if lov]
    return (*hjemler, *kilder)


def _lest(bok: Regelbok, dag: date) -> str:
    return bok.sprak("dager.lest", dag=bok.sprak.dato(dag))


def _hjemmel(lov: str, paragrafer: list[str]) -> str:
    if not paragrafer:
        return lov
    ordnet = sorted(paragrafer, key=lambda p: [int(x) for x in p.split("-")])
    return f"{lov} {'§' if len(ordnet) == 1 else '§§'}\u00a0{', '.join(ordnet)}"
