"""Payments period by period, with what the rule file wants shown beside each."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.beregning.aarene import aktuell
from ytelsesrad.beregning.resultat import Betalingsperiode, Kolonneverdi, Utbetaling
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelspraak import Betaling, Regnefeil, Ukjent
from ytelsesrad.regelspraak.kjor.betalinger import Lagt


def finn_perioder(
    u: Utregning, utbetalinger: tuple[Utbetaling, ...]
) -> tuple[Betalingsperiode, ...]:
    """Return the periods whose money comes in the shown span, also those that give nothing.

    Only payments that the rule file gives columns. A period without money is there when any of its
    numbers is more than nothing.
    """
    betalt = {(b.betaling, b.fra_dag, b.medlem or 0): b for b in utbetalinger}
    svar: list[Betalingsperiode] = []
    for b in u.bok.program.betalinger:
        ytelse = u.bok.samling.ytelser.get(b.ytelse or b.id)
        if not b.kolonner or (
            ytelse is not None and not any(aktuell(u, ytelse, aar) for aar in _aar(u))
        ):
            continue
        try:
            lagte = u.kjoring.plan.art(b.id)
        except (Ukjent, Regnefeil):
            continue  # noted where the payments are found
        for lagt in lagte:
            if u.fra <= lagt.dato <= u.til:
                periode = _periode(u, b, lagt, betalt.get((b.id, lagt.fra_dag, lagt.medlem)))
                if periode is not None:
                    svar.append(periode)
    svar.sort(key=lambda p: (p.dato, p.fra_dag))
    return tuple(svar)


def _aar(u: Utregning) -> range:
    return range(u.fra.year - 1, u.til.year + 1)


def _periode(
    u: Utregning, b: Betaling, lagt: Lagt, betalt: Utbetaling | None
) -> Betalingsperiode | None:
    regel = u.bok.samling.regler[b.belop]
    kolonner: list[Kolonneverdi] = []
    noe = betalt is not None
    for navn in b.kolonner:
        kolonne = u.bok.samling.regler[navn]
        medlem = lagt.medlem if kolonne.for_hver else 0
        verdi = u.les_stille(u.nokkel(navn, lagt.p, medlem))
        noe = noe or (isinstance(verdi, Decimal) and verdi > 0)
        kolonner.append(
            Kolonneverdi(
                regel=navn,
                tittel=u.bok.ord(kolonne.tittel or kolonne.navn, kolonne.mappe),
                verdi=None
                if verdi is None
                else u.vis(kolonne.valget(verdi), kolonne.enhet, kolonne.mappe),
            )
        )
    if not noe:
        return None
    return Betalingsperiode(
        betaling=b.id,
        ytelse=b.ytelse or b.id,
        tittel=u.bok.ord(b.tittel, b.mappe),
        fra_dag=lagt.fra_dag,
        til_dag=lagt.til_dag,
        dato=lagt.dato,
        brutto=betalt.brutto if betalt else Decimal(0),
        netto=betalt.netto if betalt else Decimal(0),
        kolonner=tuple(kolonner),
        setning=u.setning(regel, lagt.p, lagt.medlem),
    )
