"""Run a plan with another value of one input, and see what there is to live on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel, type_verdi
from ytelsesrad.regelspraak.enheter import les_enhet


def aa_leve_for(bok: Regelbok, gitt: Gitt, fra: date, til: date) -> Decimal | None:
    """Return the settled first year of a plan in kroner; None when it can't be computed."""
    u = Utregning(bok, gitt, fra, min(til, date(fra.year, 12, 31)))
    return finn_aar(u, finn_utbetalinger(u))[0].gjort_opp_netto


def med_verdi(gitt: Gitt, regel: Regel, medlem: int, verdi: type_verdi) -> Gitt:
    """Return what is given, with one input always another value (in base form)."""
    m = medlem if regel.for_hver else None
    andre = tuple(o for o in gitt.verdier if (o.regel, o.medlem) != (regel.id, m))
    return replace(gitt, verdier=(*andre, Oppgitt(regel.id, m, alltid=verdi, kilde="antatt")))


def mulige(regel: Regel) -> tuple[type_verdi, ...]:
    """Return what an input can be: both answers, each choice, or the ends of its known range.

    The widest that can be put in (``minst``, ``hoyst``) is no range: it only stops slips of the
    pen. A range is what the rule file says of how wrong the assumption can be.
    """
    inndata = regel.inndata
    if inndata is None:
        return ()
    if regel.enhet == "ja/nei":
        return (False, True)
    if regel.valg:
        return regel.valg
    for kilde in (inndata.raskt, inndata.antatt):
        if kilde is not None and kilde.lavest is not None and kilde.hoyest is not None:
            faktor = les_enhet(regel.enhet)[1]
            return (kilde.lavest * faktor, kilde.hoyest * faktor)
    return ()
