"""Money that comes once a year, and what does not come beside or after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ytelsesrad.beregning import Utbetaling
from ytelsesrad.raad.overraskelser.ramme import INGEN, Ramme, Utkast, maaned_av, midten


def egen_maaned(r: Ramme) -> Iterator[Utkast]:
    """Find money that comes once a year, and what does not come beside or after it."""
    sammen: dict[tuple[str, int | None, str], list[Utbetaling]] = defaultdict(list)
    for b in r.aarlige:
        sammen[b.betaling, b.medlem, maaned_av(b.dato)].append(b)
    for (_, _, m), betalinger in sammen.items():
        s, b = r.s, betalinger[0]
        brutto = sum((x.brutto for x in betalinger), INGEN)
        borte = _uteblir(r, b, m)
        kommer = {"maaned": s.maaned(m), "hva": s.midt_i(b.tittel), "belop": s.kroner(brutto)}
        tekst = s("overraskelse.en_gang", **kommer)
        if borte is not None:
            hvilken, ytelse, belop = borte
            tekst = s(
                "overraskelse.en_gang_men",
                **kommer,
                naar=s("overraskelse.samme_maaned")
                if hvilken == m
                else s("overraskelse.i_maaned", maaned=s.maaned(hvilken)),
                andre=r.navn[ytelse],
                mindre=s.kroner(belop),
            )
        yield Utkast(
            "egen_maaned" if borte is None else "egen_maaned_uteblir",
            "info" if borte is None else "obs",
            tekst,
            gjor=None if borte is None else s("overraskelse.legg_av", maaned=s.maaned(m)),
            maaned=m,
            dato=b.dato,
            belop=brutto - (borte[2] if borte else INGEN),
            ytelse=b.ytelse,
            betalinger=tuple(betalinger),
            andre_maaned=borte[0] if borte else None,
        )


def svakest_etter(aarlig: Utkast, svakest: Utkast) -> Utkast:
    """Return the two as one, when the month after is the weakest."""
    tekst = f"{aarlig.tekst} {svakest.uten_grunn}"
    return replace(aarlig, tekst=tekst, alvor=svakest.alvor, regler=svakest.alle_regler)


def _uteblir(r: Ramme, aarlig: Utbetaling, m: str) -> tuple[str, str, Decimal] | None:
    """Return the month, that one or the next two, when the payer's other money is clearly lower.

    With it the line that is lower, and by how much.
    """
    rekker = [
        rekke
        for rekke in r.rekker.values()
        if (rekke[0].betaler, rekke[0].medlem) == (aarlig.betaler, aarlig.medlem)
    ]
    for rekke in rekker:
        per_maaned: dict[str, Decimal] = defaultdict(Decimal)
        for b in rekke:
            per_maaned[maaned_av(b.dato)] += b.brutto
        spenn = [x for x in r.maaneder if min(per_maaned) <= x <= max(per_maaned)]
        vanlig = midten([per_maaned.get(x, INGEN) for x in spenn])
        for x in spenn:
            mangler = vanlig - per_maaned.get(x, INGEN)
            if x in _neste(r, m) and 2 * mangler > vanlig:
                return x, rekke[0].ytelse, mangler
    return None


def _neste(r: Ramme, m: str) -> tuple[str, ...]:
    nr = r.maaneder.index(m)
    return r.maaneder[nr : nr + 3]
