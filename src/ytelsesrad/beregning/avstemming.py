"""From what came on the account in a year to what the year gives: every step between the two.

account + settlements that come later - settlements that were for earlier years + what is paid
after its period + what the rule files say still parts the two = settled. What none of it explains
is a line of its own, so that nothing is hidden in a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ytelsesrad.beregning.oppgjor import en_av_hver, samme_oppgjor
from ytelsesrad.beregning.resultat import Aarslinje, Avstemmingslinje, Utbetaling
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelspraak import Regnefeil, Ukjent, Ytelse

INGEN = Decimal(0)


def avstem(
    u: Utregning, aar: int, linjer: Sequence[Aarslinje], betalinger: Sequence[Utbetaling]
) -> tuple[Avstemmingslinje, ...]:
    """Return the steps of one year; none when some line of the year cannot be computed.

    ``betalinger`` are all payments of the shown years, and the settlements of them that come later.
    """
    if any(x.utbetalt is None or x.gjort_opp is None for x in linjer):
        return ()
    oppgjor = [b for b in betalinger if b.oppgjor]
    senere = [b for b in oppgjor if b.fra_dag.year == aar != b.dato.year]
    tidligere = [b for b in oppgjor if b.fra_dag.year < aar == b.dato.year]
    svar = [*_oppgjor(u, senere, 1), *_oppgjor(u, tidligere, -1)]
    for x in linjer:
        y = u.bok.samling.ytelser[x.ytelse]
        rest = (x.gjort_opp or INGEN) - (x.utbetalt or INGEN)
        rest -= _til_linjen(u, y, senere) - _til_linjen(u, y, tidligere)
        for linje in _resten(u, y, x, aar, rest):
            rest -= linje.belop
            svar.append(linje)
        if rest:
            svar.append(_uforklart(u, x, rest))
    return tuple(svar)


def _oppgjor(u: Utregning, oppgjor: Iterable[Utbetaling], tegn: int) -> Iterator[Avstemmingslinje]:
    """Return one step for each settlement: what reaches the account, or leaves it.

    ``tegn`` is 1 for what comes later, and -1 for what came in the year for an earlier one.
    """
    s = u.bok.sprak
    for alle in samme_oppgjor(oppgjor):
        belop = tegn * sum((b.netto for b in alle), INGEN)
        if not belop:
            continue
        krav = list(en_av_hver(alle))
        forste = krav[0]
        trukket = any(b.trekk for b in alle)
        nokkel = "senere" if tegn > 0 else "tidligere"
        setninger = (_hvorfor(u, b.regel, b.fra_dag.year, b.medlem or 0) for b in krav)
        yield Avstemmingslinje(
            slag="oppgjor_senere" if tegn > 0 else "oppgjor_tidligere",
            tittel=s(
                f"avstemming.{nokkel}_trekk" if trukket else f"avstemming.{nokkel}",
                hva=s.liste([forste.tittel, *(s.midt_i(b.tittel) for b in krav[1:])]),
                aar=forste.fra_dag.year,
                maaned=s.maanedene(b.dato for b in alle),
            ),
            belop=belop,
            dato=forste.dato,
            grunn=" ".join(t for t in setninger if t) or None,
            hjemmel=u.bok.samling.regler[forste.regel].hjemmel,
        )


def _til_linjen(u: Utregning, y: Ytelse, oppgjor: Sequence[Utbetaling]) -> Decimal:
    """Return what settlements bring a coverage line: its own, less what it takes of the others."""
    egne = {t.id for t in u.bok.program.trekk if t.ytelse == y.id}
    brutto = sum((b.brutto for b in oppgjor if b.ytelse == y.id), INGEN)
    return brutto - sum((t.belop for b in oppgjor for t in b.trekk if t.trekk in egne), INGEN)


def _resten(
    u: Utregning, y: Ytelse, x: Aarslinje, aar: int, rest: Decimal
) -> Iterator[Avstemmingslinje]:
    """Return what is left of a line when settlements are taken out: said by rules, or in arrears.

    In arrears is only what is left where no rule speaks, and money for one year came in another.
    """
    for regel in y.forskjeller:
        belop = u.tall(u.nokkel(regel, aar), y.navn)
        if belop:
            funnet = u.bok.samling.regler[regel]
            yield Avstemmingslinje(
                slag="forskjell",
                tittel=u.bok.ord(funnet.tittel or funnet.navn, funnet.mappe),
                belop=belop,
                dato=None,
                grunn=_hvorfor(u, regel, aar),
                hjemmel=funnet.hjemmel,
            )
    if rest and not y.forskjeller and _i_etterskudd(u, y, aar):
        s = u.bok.sprak
        yield Avstemmingslinje(
            slag="etterskudd",
            tittel=s("avstemming.etterskudd", hva=x.navn, aar=aar),
            belop=rest,
            dato=None,
            grunn=s(
                "avstemming.etterskudd_grunn",
                betalt=s.kroner(x.utbetalt or INGEN),
                gjelder=s.kroner(x.gjort_opp or INGEN),
                aar=aar,
            ),
            hjemmel=y.hjemmel,
        )


def _i_etterskudd(u: Utregning, y: Ytelse, aar: int) -> bool:
    """Tell whether money of a line for the days of one year comes in another, on either side."""
    for b in u.bok.program.betalinger:
        if (b.ytelse or b.id) != y.id or b.oppgjor:
            continue
        try:
            lagte = u.kjoring.plan.art(b.id)
        except (Ukjent, Regnefeil):
            continue
        if any(
            aar in (p.fra_dag.year, p.dato.year) and p.fra_dag.year < p.dato.year for p in lagte
        ):
            return True
    return False


def _uforklart(u: Utregning, x: Aarslinje, rest: Decimal) -> Avstemmingslinje:
    return Avstemmingslinje(
        slag="uforklart",
        tittel=u.bok.sprak("avstemming.uforklart", hva=x.navn),
        belop=rest,
        dato=None,
        grunn=None,
        hjemmel=None,
    )


def _hvorfor(u: Utregning, regel: str, aar: int, medlem: int = 0) -> str | None:
    return u.setning(u.bok.samling.regler[regel], aar, medlem)
