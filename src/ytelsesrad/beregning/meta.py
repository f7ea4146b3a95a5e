"""What an answer was computed with, and how long it can be trusted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelbok import Regelbok

_PARAGRAF = re.compile(r"\d+(?:-\d+)+|\d+")


@dataclass(frozen=True, slots=True)
class Holdbarhet:
    """The last day an answer can be used, why, and what changes the day after."""

    til: date
    fordi: Literal["regelendring", "nytt_aar", "seks_maaneder"]
    regler: tuple[str, ...] = ()


def finn_holdbarhet(bok: Regelbok, regnedato: date, brukt: Collection[int]) -> Holdbarhet:
    """Return the last day before the next known change, the new year or six months.

    Changes are named by the titles of the rules the answer has used (numbers); when it has used
    none of them, by all that have a title.
    """
    nytt_aar = date(regnedato.year, 12, 31)
    halvt_aar = regnedato + relativedelta(months=6)
    sist = min(nytt_aar, halvt_aar)
    neste = bok.neste_endring(regnedato)
    if neste is None or neste.dag - timedelta(days=1) > sist:
        return Holdbarhet(sist, "nytt_aar" if sist == nytt_aar else "seks_maaneder")
    endret = [*neste.virkning, *neste.i_bruk]
    egne = [r for r in endret if bok.program.nummer[r] in brukt] or endret
    titler = (bok.samling.regler[r].tittel for r in egne if not bok.samling.regler[r].skjult)
    return Holdbarhet(
        neste.dag - timedelta(days=1),
        "regelendring",
        tuple(dict.fromkeys(t for t in titler if t)),
    )


def brukte_regler(utregninger: Iterable[Utregning]) -> set[int]:
    """Return the numbers of the rules that were used in any of the runs."""
    svar: set[int] = set()
    for u in utregninger:
        svar |= u.kjoring.brukte_regler()
    return svar


def finn_kilder(utregninger: list[Utregning]) -> tuple[str, ...]:
    """Return the paragraphs, act by act, and then the other sources of the rules that were used."""
    bok = utregninger[0].bok
    brukt = brukte_regler(utregninger)
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
