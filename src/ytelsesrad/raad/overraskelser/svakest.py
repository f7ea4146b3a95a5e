"""The weakest month, and why it is so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.raad.overraskelser.ramme import INGEN, KRONE, Ramme, Utkast, maaned_av, midten, stor


def svakeste(r: Ramme) -> Iterator[Utkast]:
    """Find the month with the least money, when it is a tenth below the usual, or less than now.

    A month that is as in the first plan, or low because of a settlement, is no news of its own.
    """
    lavest = next((m for m in r.plan.maaneder if m.lavest), None)
    if lavest is None:
        return
    vanlig = r.vanlig
    naa = r.grunnlag.inn[lavest.maaned] if r.grunnlag else None
    under_naa = naa is not None and lavest.netto < naa - KRONE
    if 10 * lavest.netto >= 9 * vanlig and not under_naa:
        return
    if naa is not None and abs(lavest.netto - naa) <= KRONE:
        return
    mangler = (naa if under_naa and naa is not None else vanlig) - lavest.netto
    if 2 * _skal_betales(r, lavest.maaned) >= mangler:
        return
    s = r.s
    mot = (
        s("overraskelse.mot_forste", belop=s.kroner(naa), forste=r.naa)
        if under_naa and naa is not None
        else s("overraskelse.mot_ellers", belop=s.kroner(vanlig))
    )
    navn = s.maaned(lavest.maaned)
    sies = {"maaned": stor(navn), "inn": s.kroner(lavest.netto), "mot": mot}
    grunn = _hvorfor(r, lavest.maaned, mot_forste=under_naa)
    yield Utkast(
        "svakeste_maaned",
        "stopp" if under_naa else "obs",
        s("overraskelse.svakest", **sies, grunn=grunn),
        uten_grunn=s("overraskelse.svakest", **sies, grunn=""),
        gjor=s("overraskelse.regningene", maaneder=navn),
        maaned=lavest.maaned,
        belop=-mangler,
        betalinger=tuple(b for b in r.plan.betalinger if maaned_av(b.dato) == lavest.maaned),
    )


def _skal_betales(r: Ramme, m: str) -> Decimal:
    """Return what settlements take in a month."""
    oppgjor = (b.netto for b in r.plan.betalinger if b.oppgjor and maaned_av(b.dato) == m)
    return -sum((netto for netto in oppgjor if netto < 0), INGEN)


def _hvorfor(r: Ramme, m: str, *, mot_forste: bool) -> str:
    """Return which lines make the month weak: those well below their usual month.

    ``mot_forste``: well below what they are in the first plan.
    """
    avvik: list[tuple[Decimal, str]] = []
    forste = r.grunnlag.netto if mot_forste and r.grunnlag else {}
    for y in dict.fromkeys((*r.netto, *forste)):
        egne = r.netto.get(y, {})
        vanlig = midten([egne.get(x, INGEN) for x in r.maaneder])
        mot = forste.get(y, {}).get(m, INGEN) if mot_forste else vanlig
        avvik.append((egne.get(m, INGEN) - mot, y))
    avvik.sort()
    verst = avvik[0][0] if avvik else INGEN
    grunner = [_grunn(r, y, m) for a, y in avvik if a < -KRONE and 2 * a <= verst]
    return r.s("overraskelse.grunn", grunner=r.s.liste(grunner)) if grunner else ""


def _grunn(r: Ramme, ytelse: str, m: str) -> str:
    navn = r.navn.get(ytelse, ytelse)
    alle = [b for b in r.vanlige if b.ytelse == ytelse]
    her = [b for b in alle if maaned_av(b.dato) == m]
    if not her:
        return r.s("overraskelse.kommer_ikke", hva=navn)
    antall = Counter(maaned_av(b.dato) for b in alle)
    if len(her) < midten([Decimal(n) for n in antall.values()]):
        return r.s("overraskelse.faerre_ganger", hva=navn)
    return r.s("overraskelse.er_lavere", hva=navn)
