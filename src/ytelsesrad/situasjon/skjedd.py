"""The last day that a value is for: what has happened cannot lie ahead."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ytelsesrad.regelspraak import Oppgitt, Periode

_LENGDE = {
    Periode.DAG: relativedelta(days=1),
    Periode.MELDEPERIODE: relativedelta(weeks=2),
    Periode.MAANED: relativedelta(months=1),
    Periode.AAR: relativedelta(years=1),
    Periode.KONSTANT: relativedelta(days=1),
}


def siste_dag(oppgitt: Oppgitt, periode: Periode) -> date | None:
    """Return the last day something is given for; None when the value is for always.

    A row that begins again has no last day; its first turn is counted.
    """
    dager = [f.dag for f in oppgitt.fra] + [p.fra for p in oppgitt.perioder]
    if oppgitt.rekke is not None:
        neste = oppgitt.rekke.fra
        for _ in oppgitt.rekke.verdier:
            neste += _LENGDE[periode]
        dager.append(neste - timedelta(days=1))
    if isinstance(oppgitt.alltid, date):
        dager.append(oppgitt.alltid)
    return max(dager, default=None)
