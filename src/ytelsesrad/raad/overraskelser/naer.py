"""Falls that a plan is near, or past, on a line that goes through it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Terskel
from ytelsesrad.lesbart import avrundet
from ytelsesrad.raad.overraskelser.ramme import INGEN, Ramme, Utkast

_TIDEL = Decimal("0.1")
_HUNDRE = Decimal(100)
_PROSENT = "prosent"


def grensene(r: Ramme, grenser: Sequence[Grenser]) -> Iterator[Utkast]:
    """Find the falls of more than a tenth of a usual month that the plan is near, or has paid for.

    A fall is paid for until the plan has as much as just before it.
    """
    for g in grenser:
        for terskel in g.terskler:
            mitt = next((a for a in terskel.avstander if a.plan == r.plan.navn), None)
            if terskel.art != "fall" or mitt is None or 10 * abs(terskel.hopp) <= r.vanlig:
                continue
            innhentet = terskel.innhentet
            over = mitt.avstand < 0 and (innhentet is None or mitt.stilling < innhentet)
            if over or INGEN <= mitt.avstand <= _naer(g):
                yield _grense(r, g, terskel, mitt.avstand, mitt.trinn)


def _naer(g: Grenser) -> Decimal:
    """Return how near is near: a tenth of the line, but at least one step."""
    forst = g.langs[0]
    return max(g.steg, abs(Decimal(forst.til) - Decimal(forst.fra)) / 10)


def _grense(r: Ramme, g: Grenser, terskel: Terskel, avstand: Decimal, trinn: str | None) -> Utkast:
    s, aarsak = r.s, terskel.aarsaker[0] if terskel.aarsaker else None
    navn = aarsak.grense or aarsak.tittel if aarsak else g.langs[0].tittel
    hvor = "paa" if not avstand else "over" if avstand < 0 else "under"
    tekst = s(
        f"overraskelse.{hvor}_grensen",
        hvor=trinn or _lengde(r, g, abs(avstand)),
        hva=s.midt_i(navn),
        verdi=f" ({aarsak.grense_verdi})" if aarsak and aarsak.grense_verdi else "",
        fall=s.omtrent_kroner(terskel.hopp),
    )
    mye = avstand <= 0 and 2 * abs(terskel.hopp) > r.vanlig
    return Utkast(
        "over_grense" if avstand < 0 else "naer_grense",
        "stopp" if mye else "obs",
        tekst,
        gjor=s("overraskelse.tell_med"),
        belop=terskel.hopp,
        regler=tuple(a.regel for a in terskel.aarsaker),
        aar=g.aar,
    )


def _lengde(r: Ramme, g: Grenser, avstand: Decimal) -> str:
    """Return a way along the line in its own unit: «7,6 timer», «10 prosentenheter»."""
    forst = g.langs[0]
    if _PROSENT in (forst.enhet, forst.maate) or forst.maate == "andel":
        return f"{r.s.tall(avrundet(avstand, _TIDEL))} {r.s('overraskelse.prosentenheter')}"
    finhet = Decimal(1) if forst.enhet == "kr/år" else _TIDEL
    return r.s.vis(avrundet(avstand, finhet), forst.enhet)
