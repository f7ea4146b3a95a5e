"""Days, months and periods in words."""

from __future__ import annotations

from datetime import date

_HARDT_MELLOMROM = "\u00a0"
_KORT = 3
_MAANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def maanedsnavn(nummer: int) -> str:
    """Return the name of month 1–12: ``januar`` … ``desember``. IndexError outside that."""
    if nummer < 1:
        raise IndexError(nummer)
    return _MAANEDER[nummer - 1]


def dato(dag: date) -> str:
    """Return «1. oktober 2026», with hard spaces so that a line never breaks inside it."""
    return _HARDT_MELLOMROM.join((f"{dag.day}.", maanedsnavn(dag.month), str(dag.year)))


def dato_kort(dag: date) -> str:
    """Return «1. okt. 2026»: a date for narrow columns."""
    navn = maanedsnavn(dag.month)
    kort = navn if len(navn) <= _KORT + 1 else f"{navn[:_KORT]}."
    return _HARDT_MELLOMROM.join((f"{dag.day}.", kort, str(dag.year)))


def spenn(fra: date, til: date) -> str:
    """Return «5.–18. jan. 2026»: the first and last day of a period, as short as can be."""
    if (fra.year, fra.month) == (til.year, til.month):
        return f"{fra.day}.–{dato_kort(til)}"
    forste = dato_kort(fra)
    if fra.year == til.year:
        forste = forste.rsplit(_HARDT_MELLOMROM, 1)[0]
    return f"{forste}–{dato_kort(til)}"


def maaned(dag: date | str) -> str:
    """Return «januar 2026» for a day, or for a period written ``2026-01``."""
    aar, nummer = (dag.year, dag.month) if isinstance(dag, date) else map(int, dag.split("-")[:2])
    return f"{maanedsnavn(nummer)}{_HARDT_MELLOMROM}{aar}"


def periode(navn: str) -> str:
    """Return a period in words: ``2026`` as it is, ``2026-03`` → «mars 2026», a day as a date.

    Anything else (``konstant``, a numbered fortnight) is returned as it stands.
    """
    deler = navn.split("-")
    if not all(del_.isdecimal() for del_ in deler):
        return navn
    try:
        if len(deler) == 2:
            return maaned(navn)
        if len(deler) == 3:
            return dato(date(*map(int, deler)))
    except (IndexError, ValueError):
        return navn
    return navn
