"""Explain one payment: its amount by the rule that gives it, each deduction, and what is left."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.forklaring.bygg import Bygger
from ytelsesrad.forklaring.modell import Betalingsforklaring, Forklaring, Trekkforklaring
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.lesbart import kroner
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak.verdinokkel import SLUTT

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import Kjoring


def forklar_betaling(bok: Regelbok, kjoring: Kjoring, nr: int) -> Betalingsforklaring:
    """Explain a payment by its number among those laid out (``Lagt.nr``).

    Amounts that are unknown or fail are explained as such; nothing is raised.
    """
    with regnemodus():
        lagt = kjoring.lagt(nr)
        brutto = _forklar(bok, kjoring, (lagt.belop, lagt.p, lagt.medlem, SLUTT))
        trekk = tuple(
            Trekkforklaring(t.tittel, _forklar(bok, kjoring, (nummer, lagt.dagnr, nr, SLUTT)))
            for t, nummer in zip(bok.program.trekk, kjoring.plan.trekknumre, strict=True)
        )
        deler = [brutto.verdi, *(t.belop.verdi for t in trekk)]
        tall = [x for x in deler if isinstance(x, Decimal)]
        netto = tall[0] - sum(tall[1:], Decimal(0)) if len(tall) == len(deler) else None
        betaler = trygt(kjoring.merke, nr, "betaler", SLUTT)
        return Betalingsforklaring(
            betaling=lagt.betaling.id,
            tittel=lagt.betaling.tittel,
            betaler=str(betaler or "ukjent"),
            dato=lagt.dato,
            fra_dag=lagt.fra_dag,
            til_dag=lagt.til_dag,
            brutto=brutto,
            trekk=tuple(t for t in trekk if t.belop.verdi != 0),
            netto=netto,
            netto_tekst="ukjent" if netto is None else kroner(netto, ore=True),
        )


def _forklar(bok: Regelbok, kjoring: Kjoring, nokkel: tuple[int, int, int, int]) -> Forklaring:
    plass = Plass.for_verdi(kjoring, nokkel)
    return Bygger(bok, plass).forklar(plass)
