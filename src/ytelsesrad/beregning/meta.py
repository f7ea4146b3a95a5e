"""What an answer was computed with, and how long it can be trusted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from ytelsesrad.beregning.resultat import Planresultat
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Regel
from ytelsesrad.regelspraak.kjor.program import Kregel

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
    regler = _med_versjon(bok, brukte_regler(utregninger))
    kilder: dict[str, None] = {}
    for r in regler:
        for kilde in r.versjoner[0].versjon.kilder:
            if kilde.sikkerhet != "lov":
                lest = _lest(bok, kilde.lest) if kilde.lest else ""
                kilder[kilde.navn + lest] = None
    return (*_hjemler(r.regel for r in regler), *kilder)


def finn_hjemler(utregninger: list[Utregning], planer: Iterable[Planresultat]) -> tuple[str, ...]:
    """Return the paragraphs of the rules behind the payments and lines with money.

    The rules that give an amount, and the rules they ask first.
    """
    bok = utregninger[0].bok
    synlige = {x.ytelse for p in planer for a in p.aar for x in a.linjer if x.gjort_opp}
    synlige |= {b.ytelse for p in planer for b in p.betalinger if b.brutto}
    mapper = {y.mappe for y in bok.samling.ytelser.values() if y.id in synlige}
    regler = _med_versjon(bok, brukte_regler(utregninger))
    hjemler = _hjemler(r.regel for r in regler if r.regel.mappe in mapper and _er_steg(r.regel))
    return tuple(h for h in hjemler if "§" in h)


def _er_steg(regel: Regel) -> bool:
    """Tell whether a rule is a step on the way, and not something that is put in."""
    return regel.inndata is None


def _med_versjon(bok: Regelbok, brukt: Collection[int]) -> list[Kregel]:
    regler = (bok.program.regler[nr] for nr in sorted(brukt))
    return [r for r in regler if r.versjoner]


def _hjemler(regler: Iterable[Regel]) -> list[str]:
    """Return the paragraphs of some rules, act by act."""
    paragrafer: dict[str, dict[str, None]] = {}
    for regel in regler:
        for del_ in (regel.hjemmel or "").split(";"):
            lov, tegn, resten = del_.strip().partition("§")
            funnet = paragrafer.setdefault(lov.strip(), {})
            if tegn:
                funnet.update(dict.fromkeys(_PARAGRAF.findall(resten)))
    return [_hjemmel(lov, list(p)) for lov, p in paragrafer.items() if lov]


def _lest(bok: Regelbok, dag: date) -> str:
    return bok.sprak("dager.lest", dag=bok.sprak.dato(dag))


def _hjemmel(lov: str, paragrafer: list[str]) -> str:
    if not paragrafer:
        return lov
    ordnet = sorted(paragrafer, key=lambda p: [int(x) for x in p.split("-")])
    return f"{lov} {'§' if len(ordnet) == 1 else '§§'}\u00a0{', '.join(_paa_rad(ordnet))}"


def _paa_rad(paragrafer: list[str]) -> Iterator[str]:
    """Go through the paragraphs, with «1–9» for three or more on a row."""
    rader: list[list[str]] = []
    for p in paragrafer:
        if rader and p.isdecimal() and rader[-1][-1] == str(int(p) - 1):
            rader[-1].append(p)
        else:
            rader.append([p])
    for rad in rader:
        yield from [f"{rad[0]}–{rad[-1]}"] if len(rad) > 2 else rad
