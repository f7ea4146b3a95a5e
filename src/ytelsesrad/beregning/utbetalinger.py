"""The payments of a plan: what comes on the account, when, from whom, and what is taken out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.aarene import aktuell
from ytelsesrad.beregning.resultat import Utbetaling, Uttrekk
from ytelsesrad.beregning.utregning import USIKRE, Utregning
from ytelsesrad.regelspraak import Betaling, Regnefeil, Ukjent
from ytelsesrad.regelspraak.kjor.betalinger import Lagt
from ytelsesrad.regelspraak.verdinokkel import SLUTT


def finn_utbetalinger(u: Utregning) -> tuple[Utbetaling, ...]:
    """Return the payments of the shown years by day, and settlements of them that come later."""
    svar: list[Utbetaling] = []
    siste = date(u.til.year, 12, 31)
    for b in u.bok.program.betalinger:
        ytelse = u.bok.samling.ytelser.get(b.ytelse or b.id)
        if ytelse is not None and not any(aktuell(u, ytelse, aar) for aar in _aar(u)):
            continue
        try:
            lagte = u.kjoring.plan.art(b.id)
        except Ukjent as ukjent:
            u.noter(ukjent, b.tittel)
            continue
        except Regnefeil as feil:
            u.noter_feil(feil)
            continue
        for lagt in lagte:
            i_tide = u.fra.year <= lagt.dato.year and lagt.dato <= siste
            senere = b.oppgjor and lagt.dato > siste and lagt.fra_dag.year in u.aar
            if i_tide or senere:
                utbetaling = _utbetaling(u, b, lagt)
                if utbetaling is not None:
                    svar.append(utbetaling)
    rang = {b.id: (b.rekkefolge, i) for i, b in enumerate(u.bok.program.betalinger)}
    svar.sort(key=lambda x: (x.dato, rang[x.betaling], x.medlem or 0))
    return tuple(svar)


def _aar(u: Utregning) -> range:
    """Return the shown years and the one before, whose money may come in the first of them."""
    return range(u.fra.year - 1, u.til.year + 1)


def _utbetaling(u: Utregning, b: Betaling, lagt: Lagt) -> Utbetaling | None:
    e = u.kjoring
    k = u.nokkel(b.belop, lagt.p, lagt.medlem)
    brutto = u.tall(k, b.tittel)
    if not brutto:
        return None
    merker = set(e.merker(k))
    trekk: list[Uttrekk] = []
    for t in u.bok.program.trekk:
        kt = u.nokkel(t.belop, lagt.dagnr, lagt.nr)
        belop = u.tall(kt, t.tittel)
        if belop is None:
            return None
        merker |= e.merker(kt)
        if belop:
            trekk.append(Uttrekk(trekk=t.id, tittel=u.bok.ord(t.tittel, t.mappe), belop=belop))
    regel = u.bok.samling.regler[b.belop]
    return Utbetaling(
        betaling=b.id,
        ytelse=b.ytelse or b.id,
        tittel=u.bok.ord(b.tittel, b.mappe),
        betaler=u.bok.ord(str(_betaler(u, lagt)), b.mappe),
        dato=lagt.dato,
        fra_dag=lagt.fra_dag,
        til_dag=lagt.til_dag,
        brutto=brutto,
        trekk=tuple(trekk),
        netto=brutto - sum((t.belop for t in trekk), Decimal(0)),
        oppgjor=b.oppgjor,
        sikkerhet="anslag" if any(slag in USIKRE for slag, _ in merker) else "beregnet",
        medlem=lagt.medlem if regel.for_hver else None,
        regel=b.belop,
        periode=e.periodenavn(k),
    )


def _betaler(u: Utregning, lagt: Lagt) -> object:
    try:
        return u.kjoring.merke(lagt.nr, "betaler", SLUTT)
    except (Ukjent, Regnefeil):
        return u.bok.sprak("tall.ukjent")
