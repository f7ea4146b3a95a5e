"""Months as a view of the payments: what comes on the account, and against the first plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.resultat import Maanedslinje, Utbetaling


def maanedene(fra: date, til: date) -> list[str]:
    """Return the months from one day to another, as ``2026-03``."""
    forste, siste = fra.year * 12 + fra.month - 1, til.year * 12 + til.month - 1
    return [f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(forste, siste + 1)]


def finn_maaneder(
    betalinger: Sequence[Utbetaling],
    fra: date,
    til: date,
    grunnlag: Sequence[Maanedslinje] | None,
    mangler: tuple[str, ...],
) -> tuple[Maanedslinje, ...]:
    """Return the months shown. ``grunnlag`` is the first plan's months (None for itself).

    Where something is missing (``mangler``), months are not compared with anything.
    """
    navn = maanedene(fra, til)
    i_maaneden: dict[str, list[Utbetaling]] = defaultdict(list)
    for b in betalinger:
        i_maaneden[f"{b.dato.year:04d}-{b.dato.month:02d}"].append(b)
    netto = {m: sum((b.netto for b in i_maaneden[m]), Decimal(0)) for m in navn}
    lavest = min(navn, key=lambda m: netto[m]) if len(navn) > 1 else None
    ulike = len(set(netto.values())) > 1
    svar = []
    for i, m in enumerate(navn):
        brutto: dict[str, Decimal] = defaultdict(Decimal)
        datoer: dict[str, list[date]] = defaultdict(list)
        netto_av: dict[str, Decimal] = defaultdict(Decimal)
        trekk: dict[str, Decimal] = defaultdict(Decimal)
        for b in i_maaneden[m]:
            brutto[b.ytelse] += b.brutto
            datoer[b.ytelse].append(b.dato)
            netto_av[b.ytelse] += b.netto
            for t in b.trekk:
                trekk[t.trekk] += t.belop
        svar.append(
            Maanedslinje(
                maaned=m,
                brutto=dict(brutto),
                datoer={y: tuple(d) for y, d in datoer.items()},
                trekk=dict(trekk),
                netto=netto[m],
                netto_av=dict(netto_av),
                mot_grunnlag=_mot(netto[m], grunnlag[i] if grunnlag else None, mangler),
                lavest=ulike and m == lavest and not mangler,
                mangler=mangler,
            )
        )
    return tuple(svar)


def _mot(netto: Decimal, forst: Maanedslinje | None, mangler: tuple[str, ...]) -> Decimal | None:
    return None if forst is None or forst.mangler or mangler else netto - forst.netto
