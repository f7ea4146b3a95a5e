"""Settlements: what is to be paid back or comes later, when, and the rule's own words for why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.beregning import Aarsoppgjor, Utbetaling
from ytelsesrad.lesbart import HOVEDSPRAK, avrundet, uoversatt
from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast, maaned_av


def oppgjorene(r: Ramme) -> Iterator[Utkast]:
    """Return one surprise for each settlement of the shown years: their sums are the same."""
    for aar in r.plan.aar:
        for oppgjor in aar.oppgjor:
            if avrundet(oppgjor.belop) and not oppgjor.bare_avrunding:
                yield _utkast(r, aar.aar, oppgjor)


def _utkast(r: Ramme, aar: int, oppgjor: Aarsoppgjor) -> Utkast:
    betalinger = tuple(
        b
        for b in r.plan.betalinger
        if (b.betaling, b.dato, b.brutto) == (oppgjor.betaling, oppgjor.dato, oppgjor.belop)
    )
    tilbake = oppgjor.belop < 0
    s, etter = r.s, _etter_trekk(betalinger)
    tekst = s(
        "overraskelse.oppgjor_tilbake" if tilbake else "overraskelse.oppgjor_til_gode",
        dag=s.dato(oppgjor.dato),
        belop=s.kroner(abs(oppgjor.belop)),
        hva=s.midt_i(oppgjor.tittel),
        aar=aar,
        etter="" if etter is None else s("overraskelse.etter_trekk", belop=s.kroner(etter)),
    )
    return Utkast(
        "oppgjor_tilbake" if tilbake else "oppgjor_til_gode",
        _alvor(r, oppgjor.belop),
        tekst,
        hvorfor=_hvorfor(r, betalinger),
        gjor=_gjor(r, tilbake, oppgjor, aar),
        maaned=maaned_av(oppgjor.dato),
        dato=oppgjor.dato,
        belop=oppgjor.belop,
        ytelse=betalinger[0].ytelse if betalinger else None,
        betalinger=betalinger,
    )


def _alvor(r: Ramme, belop: Decimal) -> str:
    """Return how grave it is: half a usual month to pay back, or a fifth that comes later."""
    if belop < 0:
        return "stopp" if -2 * belop > r.vanlig > 0 else "obs"
    return "obs" if 5 * belop > r.vanlig else "info"


def _gjor(r: Ramme, tilbake: bool, oppgjor: Aarsoppgjor, aar: int) -> str:
    if not tilbake:
        return r.s("overraskelse.regn_ikke_med")
    i_maaneden = r.s.kroner(avrundet(-oppgjor.belop / 12, 100))
    return r.s("overraskelse.legg_av_fra", belop=i_maaneden, aar=aar)


def _etter_trekk(betalinger: tuple[Utbetaling, ...]) -> Decimal | None:
    sum_ = [b.netto for b in betalinger if b.netto != b.brutto]
    return sum(sum_[1:], sum_[0]) if sum_ else None


def _hvorfor(r: Ramme, betalinger: tuple[Utbetaling, ...]) -> str | None:
    """Return the sentence of the rule that gave the amount."""
    for b in betalinger:
        regel = r.beregning.utregninger[r.plan.navn].bok.samling.regler[b.regel]
        setning = r.utregning.setning(regel, b.fra_dag.year, b.medlem or 0)
        if setning:
            return setning if r.s.kode == HOVEDSPRAK else uoversatt(setning)
    return None
