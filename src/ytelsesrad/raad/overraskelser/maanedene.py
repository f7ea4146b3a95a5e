"""Months that are not as the others: the doubled, and those with less taken out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ytelsesrad.beregning import Utbetaling
from ytelsesrad.lesbart import Sprak
from ytelsesrad.raad.overraskelser.meldinger import har_egen_note
from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, maaned_av


def flere_utbetalinger(r: Ramme) -> Iterator[Utkast]:
    """Find the months when the same money comes more times than usual."""
    for rekke in r.rekker.values():
        antall = Counter(maaned_av(b.dato) for b in rekke)
        vanlig = Counter(antall.values()).most_common(1)[0][0]
        mange = [m for m in sorted(antall) if antall[m] > vanlig]
        samme_dag = [m for m in mange if _paa_en_dag(rekke, m)]
        if samme_dag:
            yield _for_flere(r, rekke, samme_dag[0])
        andre: dict[int, list[str]] = defaultdict(list)
        for m in mange:
            if m not in samme_dag:
                andre[antall[m]].append(m)
        for ganger, maaneder in andre.items():
            yield _ganger(r, rekke, maaneder, ganger)


def _paa_en_dag(rekke: list[Utbetaling], m: str) -> bool:
    dager = [b.dato for b in rekke if maaned_av(b.dato) == m]
    return len(set(dager)) < len(dager)


def _for_flere(r: Ramme, rekke: list[Utbetaling], m: str) -> Utkast:
    her = [b for b in rekke if maaned_av(b.dato) == m]
    s, sum_ = r.s, sum((b.netto for b in her), INGEN)
    return Utkast(
        "flere_utbetalinger",
        "obs",
        s(
            "overraskelse.samtidig",
            maaned=s.maaned(m),
            hva=r.navn[her[0].ytelse],
            maaneder=s.liste(dict.fromkeys(s.maanedsnavn(b.fra_dag.month) for b in her)),
            belop=s.kroner(sum_),
            neste=s.kroner(sum_ / len(her)),
        ),
        gjor=s("overraskelse.la_staa"),
        maaned=m,
        dato=her[0].dato,
        belop=sum_ - her[-1].netto,
        ytelse=her[0].ytelse,
        betalinger=tuple(her),
    )


def _ganger(r: Ramme, rekke: list[Utbetaling], maaneder: list[str], ganger: int) -> Utkast:
    s, i_ord = r.s, r.s.ledd("overraskelse.ganger")
    mange = s("overraskelse.mange_ganger", antall=ganger)
    her = tuple(b for b in rekke if maaned_av(b.dato) in maaneder)
    return Utkast(
        "flere_utbetalinger",
        "info",
        s(
            "overraskelse.flere_ganger",
            maaneder=maanedsliste(maaneder, s),
            hva=r.navn[rekke[0].ytelse],
            ganger=i_ord[ganger] if ganger < len(i_ord) else mange,
        ),
        maaned=maaneder[0],
        belop=her[-1].netto,
        ytelse=rekke[0].ytelse,
        betalinger=her[:1],
    )


def maanedsliste(maaneder: list[str], s: Sprak) -> str:
    """Return «april og september 2026»: the year once where it is the same."""
    aar = {m[:4] for m in maaneder}
    if len(aar) > 1:
        return s.liste(map(s.maaned, maaneder))
    navn = [s.maanedsnavn(int(m[5:7])) for m in maaneder[:-1]]
    return s.liste([*navn, s.maaned(maaneder[-1])])


def mindre_trekk(r: Ramme) -> Iterator[Utkast]:
    """Find the months when more reaches the account though no more is paid."""
    par = list(pairwise(r.maaneder))
    alle = {y: [m for foer, m in par if _mindre(r, y, foer, m)] for y in r.brutto}
    uten_note: dict[str, list[str]] = {}
    for y, maaneder in alle.items():
        if maaneder:
            ett = _mindre_trekk(r, {y: maaneder})
            if har_egen_note(r, ett):
                yield ett
            else:
                uten_note[y] = maaneder
    if uten_note:
        yield _mindre_trekk(r, uten_note)


def _mindre_trekk(r: Ramme, per_ytelse: dict[str, list[str]]) -> Utkast:
    """Return the surprise of some lines: those with the same month are named together."""
    funnet: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for m in r.maaneder:
        ytelser = tuple(y for y in per_ytelse if m in per_ytelse[y])
        if ytelser:
            funnet[ytelser].append(m)
    s = r.s
    naar = s.liste(
        s(
            "overraskelse.trekk_fra",
            maaneder=maanedsliste(m, s),
            hva=s.liste(r.navn[y] for y in ytelser),
        )
        for ytelser, m in funnet.items()
    )
    mer = max(_mer_inn(r, y, m) for y, maaneder in per_ytelse.items() for m in maaneder)
    return Utkast(
        "mindre_trekk",
        "info",
        s("overraskelse.mindre_trekk", naar=naar),
        maaned=min(m for maaneder in funnet.values() for m in maaneder),
        belop=mer,
        ytelse=min(per_ytelse),
        betalinger=tuple(rekke[0] for rekke in r.rekker.values() if rekke[0].ytelse in per_ytelse),
    )


def _mer_inn(r: Ramme, y: str, m: str) -> Decimal:
    return r.netto[y][m] - r.netto[y][r.maaneder[r.maaneder.index(m) - 1]]


def _mindre(r: Ramme, y: str, foer: str, m: str) -> bool:
    """Tell whether a quarter less is taken out of about as much, so that more comes."""
    gammel, ny = r.brutto[y].get(foer, INGEN), r.brutto[y].get(m, INGEN)
    if gammel <= 0 or not 4 * gammel < 5 * ny < 6 * gammel:
        return False
    if r.netto[y][m] <= r.netto[y][foer]:
        return False
    trukket_foer, trukket = gammel - r.netto[y][foer], ny - r.netto[y][m]
    return trukket_foer > KRONE and 4 * trukket * gammel < 3 * trukket_foer * ny
