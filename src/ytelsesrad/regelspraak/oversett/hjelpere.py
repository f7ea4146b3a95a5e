"""The functions that compiled formulas may call, by the name they have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ytelsesrad import kalender
from ytelsesrad.regelspraak import tallregning
from ytelsesrad.regelspraak.feil import Regnefeil
from ytelsesrad.regelspraak.verdinokkel import SLUTT

_DOGN = timedelta(days=1)


_MAKS_HELT = Decimal(10_000_000)
_AARENE = (1, 9999)


def _helt(x: Decimal, hva: str) -> int:
    if x != x.to_integral_value():
        raise Regnefeil(f"{hva} må være et helt tall, ikke {x.normalize():f}.")
    if not -_MAKS_HELT < x < _MAKS_HELT:
        raise Regnefeil(f"{hva} er for stort til å være en del av en dato.")
    return int(x)


def _aar(x: Decimal) -> int:
    aar = _helt(x, "Året")
    if not _AARENE[0] <= aar <= _AARENE[1]:
        raise Regnefeil(f"Året {aar} er utenfor kalenderen (år 1 til 9999).")
    return aar


def paaskedag(aar: Decimal) -> date:
    """Return Easter Sunday."""
    return kalender.paaskedag(_aar(aar))


def dato(aar: Decimal, maaned: Decimal, dag: Decimal) -> date:
    """Return a date; a day after the end of the month becomes its last day."""
    a, m, d = _aar(aar), _helt(maaned, "Måneden"), _helt(dag, "Dagen")
    if not (1 <= m <= 12 and 1 <= d <= 31):
        raise Regnefeil(f"Datoen {a}-{m}-{d} finnes ikke.")
    return kalender.dato(a, m, d)


def flytt_dato(dag: date, antall: Decimal, enhet: str) -> date:
    """Move a date by whole days, weeks, months or years."""
    n = _helt(antall, "Det som legges til en dato,")
    try:
        match enhet:
            case "dag":
                return dag + timedelta(days=n)
            case "uke":
                return dag + timedelta(weeks=n)
            case "måned":
                return kalender.flytt(dag, maaneder=n)
            case _:
                return kalender.flytt(dag, aar=n)
    except (OverflowError, ValueError):
        raise Regnefeil("Datoen blir utenfor kalenderen (år 1 til 9999).") from None


def dager_mellom(a: date, b: date) -> Decimal:
    """Return the days from b to a."""
    return Decimal((a - b).days)


def dagen_for(dag: date) -> date:
    """Return the day before."""
    return dag - _DOGN


def dagen_etter(dag: date) -> date:
    """Return the day after."""
    return dag + _DOGN


def forste_dato(velg: Callable[..., date], datoer: Sequence[date]) -> date:
    """Return the first or last of dates; of none it is unknown."""
    if not datoer:
        raise Regnefeil("Det er ingen dato å velge mellom.")
    return velg(datoer)


def slaa_opp(
    nokkel: object,
    rader: Mapping[str, Callable[[], Any]],
    fra_og_med: Sequence[tuple[Decimal, Callable[[], Any]]],
    ellers: Callable[[], Any] | None,
) -> Any:
    """Return the row of a table."""
    tekst = tabellnokkel(nokkel)
    if tekst in rader:
        return rader[tekst]()
    if isinstance(nokkel, Decimal):
        for grense, rad in fra_og_med:
            if nokkel >= grense:
                return rad()
    if ellers is not None:
        return ellers()
    raise Regnefeil(f"Tabellen har ingen rad for «{tekst}».")


def tabellnokkel(nokkel: object) -> str:
    """Return how a value is written as the key of a row."""
    if isinstance(nokkel, bool):
        return "ja" if nokkel else "nei"
    if isinstance(nokkel, Decimal):
        return f"{nokkel.normalize():f}"
    return str(nokkel)


NAVN: dict[str, Any] = {
    "__builtins__": {},
    "Decimal": Decimal,
    "BITTE": tallregning.BITTE,
    "MINUS_BITTE": -tallregning.BITTE,
    "NULL": tallregning.NULL,
    "SLUTT": SLUTT,
    "min": min,
    "max": max,
    "sum": sum,
    "range": range,
    "avrund": tallregning.avrund,
    "avrund_ned": tallregning.avrund_ned,
    "avrund_opp": tallregning.avrund_opp,
    "avrund_partall": tallregning.avrund_partall,
    "avrund_halv_ned": tallregning.avrund_halv_ned,
    "trinnvis": tallregning.trinnvis,
    "snitt": tallregning.snitt,
    "de_beste": tallregning.de_beste,
    "paaskedag": paaskedag,
    "dato": dato,
    "ukedag": lambda d: Decimal(d.isoweekday()),
    "dag_i_maaned": lambda d: Decimal(d.day),
    "maanedsnr": lambda d: Decimal(d.month),
    "aarstall": lambda d: Decimal(d.year),
    "virkedager": lambda a, b: Decimal(kalender.virkedager(a, b)),
    "er_virkedag": lambda d: d.weekday() < 5,
    "alder": lambda f, d: Decimal(kalender.alder(f, d)),
    "hele_maaneder": lambda a, b: Decimal(kalender.hele_maaneder(a, b)),
    "flytt_dato": flytt_dato,
    "dager_mellom": dager_mellom,
    "dagen_for": dagen_for,
    "dagen_etter": dagen_etter,
    "forste_dato": forste_dato,
    "slaa_opp": slaa_opp,
}
