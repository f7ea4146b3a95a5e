"""Arithmetic on dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta


def siste_i_maaneden(aar: int, maaned: int) -> date:
    """Return the last day of a month."""
    return date(aar, maaned, monthrange(aar, maaned)[1])


def dato(aar: int, maaned: int, dag: int) -> date:
    """Return the date; a day after the end of the month becomes its last day."""
    if dag > 28:
        dag = min(dag, monthrange(aar, maaned)[1])
    return date(aar, maaned, dag)


@lru_cache(maxsize=256)
def paaskedag(aar: int) -> date:
    """Return Easter Sunday of the year."""
    return easter(aar)


def flytt(dag: date, *, dager: int = 0, uker: int = 0, maaneder: int = 0, aar: int = 0) -> date:
    """Move a date; 29 February in a year without one becomes the 28th."""
    if maaneder or aar:
        dag = dag + relativedelta(years=aar, months=maaneder)
    if dager or uker:
        dag = dag + timedelta(days=dager, weeks=uker)
    return dag


def alder(fodt: date, dag: date) -> int:
    """Return whole years from birth to a day; born on 29 February counts from the 28th."""
    aar = dag.year - fodt.year
    return aar if flytt(fodt, aar=aar) <= dag else aar - 1


def hele_maaneder(fra: date, til: date) -> int:
    """Return whole months from one day to another (0 if the second is earlier)."""
    antall = (til.year - fra.year) * 12 + til.month - fra.month
    if flytt(fra, maaneder=antall) > til:
        antall -= 1
    return max(0, antall)


def virkedager(fra: date, til: date) -> int:
    """Count Mondays to Fridays from and with one day to and with another."""
    if til < fra:
        return 0
    dager = (til - fra).days + 1
    uker, rest = divmod(dager, 7)
    start = fra.weekday()
    return uker * 5 + sum(1 for i in range(rest) if (start + i) % 7 < 5)
