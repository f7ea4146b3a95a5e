"""Settlements: what is to be paid back or comes later, when, and the rule's own words for why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ytelsesrad.beregning import Aarsoppgjor, Utbetaling
from ytelsesrad.beregning.oppgjor import en_av_hver, samme_oppgjor
from ytelsesrad.lesbart import HOVEDSPRAK, avrundet, uoversatt
from ytelsesrad.raad.overraskelser.ramme import INGEN, Ramme, Utkast, maaned_av


def oppgjorene(r: Ramme) -> Iterator[Utkast]:
    """Return one surprise for each settlement of the shown years.

    Less than a hundredth of a usual month surprises nobody.
    """
    for aar in r.plan.aar:
        for gruppe in samme_oppgjor(o for o in aar.oppgjor if not o.bare_avrunding):
            samme = [(o, b) for o in gruppe for b in _betalingene(r, o)]
            belop = _belop([b for _, b in samme])
            if avrundet(belop) and 100 * abs(belop) >= r.vanlig:
                yield _utkast(r, aar.aar, belop, samme)


def _betalingene(r: Ramme, o: Aarsoppgjor) -> list[Utbetaling]:
    """Return the payments of a settlement."""
    den = (o.betaling, o.dato, o.belop)
    return [b for b in r.plan.betalinger if (b.betaling, b.dato, b.brutto) == den]


def _belop(betalinger: Sequence[Utbetaling]) -> Decimal:
    """Return what comes before what is withheld, or what has to be paid back."""
    brutto = sum((b.brutto for b in betalinger), INGEN)
    return brutto if brutto > 0 else sum((b.netto for b in betalinger), INGEN)


def _utkast(
    r: Ramme, aar: int, belop: Decimal, samme: Sequence[tuple[Aarsoppgjor, Utbetaling]]
) -> Utkast:
    betalinger = tuple(b for _, b in samme)
    krav = list(en_av_hver(o for o, _ in samme))
    forste = krav[0]
    tilbake = belop < 0
    s, etter = r.s, _etter_trekk(betalinger)
    tekst = s(
        "overraskelse.oppgjor_tilbake" if tilbake else "overraskelse.oppgjor_til_gode",
        dag=s.datoene(o.dato for o, _ in samme),
        belop=s.kroner(abs(belop)),
        hva=s.liste(s.midt_i(o.tittel) for o in krav),
        aar=aar,
        etter="" if etter is None else s("overraskelse.etter_trekk", belop=s.kroner(etter)),
    )
    return Utkast(
        "oppgjor_tilbake" if tilbake else "oppgjor_til_gode",
        _alvor(r, belop),
        tekst,
        hvorfor=_hvorfor(r, betalinger),
        gjor=_gjor(r, belop, aar),
        maaned=maaned_av(forste.dato),
        dato=forste.dato,
        belop=belop,
        ytelse=betalinger[0].ytelse,
        betalinger=betalinger,
        aar=aar,
    )


def _alvor(r: Ramme, belop: Decimal) -> str:
    """Return how grave it is: half a usual month to pay back, or a fifth that comes later."""
    if belop < 0:
        return "stopp" if -2 * belop > r.vanlig > 0 else "obs"
    return "obs" if 5 * belop > r.vanlig else "info"


def _gjor(r: Ramme, belop: Decimal, aar: int) -> str:
    if belop > 0:
        return r.s("overraskelse.regn_ikke_med")
    i_maaneden = -belop / 12
    steg = 100 if i_maaneden >= 100 else 10  # a small sum must not be rounded to nothing
    return r.s("overraskelse.legg_av_fra", belop=r.s.kroner(avrundet(i_maaneden, steg)), aar=aar)


def _etter_trekk(betalinger: tuple[Utbetaling, ...]) -> Decimal | None:
    """Return what reaches the account of money that comes, when that is less."""
    sum_ = sum((b.netto for b in betalinger), INGEN)
    return sum_ if sum_ > 0 and any(b.netto != b.brutto for b in betalinger) else None


def _hvorfor(r: Ramme, betalinger: tuple[Utbetaling, ...]) -> str | None:
    """Return the sentence of the rule that gave the amount."""
    for b in betalinger:
        regel = r.beregning.utregninger[r.plan.navn].bok.samling.regler[b.regel]
        setning = r.utregning.setning(regel, b.fra_dag.year, b.medlem or 0)
        if setning:
            return setning if r.s.kode == HOVEDSPRAK else uoversatt(setning)
    return None
