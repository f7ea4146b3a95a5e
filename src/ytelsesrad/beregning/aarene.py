"""Calendar years, both ways: as paid, and as they are when everything is settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ytelsesrad.beregning.resultat import Aar, Aarslinje, Aarsoppgjor, Utbetaling
from ytelsesrad.beregning.utregning import USIKRE, Utregning
from ytelsesrad.regelspraak import Regnefeil, Ukjent, Ytelse


def finn_aar(u: Utregning, betalinger: Sequence[Utbetaling]) -> tuple[Aar, ...]:
    """Return each shown calendar year, whole."""
    return tuple(_aar(u, aar, betalinger) for aar in u.aar)


def _aar(u: Utregning, aar: int, betalinger: Sequence[Utbetaling]) -> Aar:
    i_aaret = [b for b in betalinger if b.dato.year == aar]
    linjer = []
    anslag = any(b.sikkerhet == "anslag" for b in i_aaret)
    for y in beregnede(u):
        for_linjen = set(u.merker)
        u.merker.clear()
        gjort_opp = _rett(u, y, aar)
        anslag = anslag or any(slag in USIKRE for slag, _ in u.merker)
        u.merker |= for_linjen
        utbetalt = _utbetalt(u, y, i_aaret)
        linjer.append(
            Aarslinje(
                ytelse=y.id,
                navn=u.bok.ord(y.navn, y.mappe),
                kort=u.bok.ord(y.kort or y.navn, y.mappe),
                gruppe=y.gruppe,
                rad=u.bok.ord(y.rad or y.navn, y.mappe),
                for_arbeid=y.timer is not None,
                utbetalt=utbetalt,
                gjort_opp=gjort_opp,
            )
        )
    return Aar(
        aar=aar,
        linjer=tuple(linjer),
        utbetalt_netto=_sum([linje.utbetalt for linje in linjer]),
        gjort_opp_netto=_sum([linje.gjort_opp for linje in linjer]),
        oppgjor=tuple(
            Aarsoppgjor(
                betaling=b.betaling,
                tittel=b.tittel,
                dato=b.dato,
                belop=b.brutto,
                netto=b.netto,
                betaler=b.betaler,
                bare_avrunding=_bare_avrunding(b, betalinger),
            )
            for b in betalinger
            if b.oppgjor and b.fra_dag.year == aar
        ),
        sikkerhet="anslag" if anslag else "beregnet",
    )


def _bare_avrunding(oppgjor: Utbetaling, betalinger: Iterable[Utbetaling]) -> bool:
    """Tell whether a settlement is no more than what rounding its payments can add up to."""
    avrundet = sum(
        b.brutto == b.brutto.to_integral_value()
        for b in betalinger
        if b.ytelse == oppgjor.ytelse and not b.oppgjor and b.fra_dag.year == oppgjor.fra_dag.year
    )
    return 2 * abs(oppgjor.brutto) <= avrundet


def timer_i(u: Utregning, aar: int) -> Decimal | None:
    """Return the hours of paid work in a year; None when they are not known."""
    svar = Decimal(0)
    for y in beregnede(u):
        if y.timer is None:
            continue
        timer = u.les_stille(u.nokkel(y.timer, aar))
        if not isinstance(timer, Decimal):
            return None
        svar += timer
    return svar


def gjort_opp(u: Utregning, aar: int) -> Decimal | None:
    """Return what a year gives when everything is settled, or None when it cannot be computed."""
    return _sum([_rett(u, y, aar) for y in beregnede(u)])


def ikke_med(aarene: Sequence[Aar]) -> tuple[str, ...]:
    """Return the names of the lines whose payments could not all be computed."""
    navn = (linje.navn for aar in aarene for linje in aar.linjer if linje.utbetalt is None)
    return tuple(dict.fromkeys(navn))


def beregnede(u: Utregning) -> list[Ytelse]:
    """Return the coverage lines that are computed, in the order they are shown."""
    ytelser = [y for y in u.bok.samling.ytelser.values() if y.rett is not None and not y.status]
    return sorted(ytelser, key=lambda y: y.rekkefolge)


def _rett(u: Utregning, y: Ytelse, aar: int) -> Decimal | None:
    """Return the final right of a year with its sign, or None when it cannot be computed."""
    assert y.rett is not None
    regel = u.bok.samling.regler[y.rett]
    if not aktuell(u, y, aar):
        return Decimal(0)
    svar = Decimal(0)
    try:
        perioder = u.aarets_perioder(regel, aar)
    except Ukjent as ukjent:
        u.noter(ukjent, y.navn)
        return None
    except Regnefeil as feil:
        u.noter_feil(feil)
        return None
    for p in perioder:
        for m in u.medlemmer(regel.for_hver):
            verdi = u.tall(u.nokkel(regel.id, p, m), y.navn)
            if verdi is None:
                return None
            svar += verdi
    return svar * y.fortegn


def aktuell(u: Utregning, y: Ytelse, aar: int) -> bool:
    """Tell whether a line can have anything to say in a year.

    When that can't be known, it has if the person has said anything at all in its folder. What is
    said of a member (a child, a job) is not enough.
    """
    if y.aktuell_hvis is None:
        return True
    svar = u.ja(f"{y.mappe}.ytelse:{y.id}:aktuell_hvis", aar)
    return svar if svar is not None else y.mappe in u.kjoring.gitt.mapper


def _utbetalt(u: Utregning, y: Ytelse, i_aaret: Sequence[Utbetaling]) -> Decimal | None:
    """Return what came on the account for a line; for a tax, what was withheld and settled."""
    if any(y.navn in hva or _tittel(u, y) & hva for hva in u.ukjente.values()):
        return None
    svar = sum((b.brutto for b in i_aaret if b.ytelse == y.id), Decimal(0))
    egne = {t.id for t in u.bok.program.trekk if t.ytelse == y.id}
    for b in i_aaret:
        svar -= sum((t.belop for t in b.trekk if t.trekk in egne), Decimal(0))
    return svar


def _tittel(u: Utregning, y: Ytelse) -> set[str]:
    titler = {b.tittel for b in u.bok.program.betalinger if (b.ytelse or b.id) == y.id}
    return titler | {t.tittel for t in u.bok.program.trekk if t.ytelse == y.id}


def _sum(tall: Sequence[Decimal | None]) -> Decimal | None:
    kjente = [t for t in tall if t is not None]
    return sum(kjente, Decimal(0)) if len(kjente) == len(tall) else None
