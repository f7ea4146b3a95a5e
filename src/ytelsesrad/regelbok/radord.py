"""Words that tables have rows for: the names an input of free text is looked up by."""

from __future__ import annotations

from ytelsesrad.lesing import mente_du
from ytelsesrad.regelspraak.kapittel import Regel
from ytelsesrad.regelspraak.samling import Samling

_RESTEN = "ellers"


def tabellord(samling: Samling, inndata: Regel) -> tuple[str, ...]:
    """Return the words that tables by an input have rows for; none when no table is by it."""
    svar: dict[str, None] = {}
    for regel in samling.regler.values():
        etter = regel.tabell_etter
        if etter is None or samling.fullt(etter.tekst.strip(), regel.mappe) != inndata.id:
            continue
        for versjon in regel.versjoner:
            svar |= dict.fromkeys(ord_ for ord_, _ in versjon.tabell or () if ord_ != _RESTEN)
    return tuple(svar)


def skrevet_som(skrevet: str, kjente: tuple[str, ...]) -> str:
    """Return a word as tables write it, when only the case or the spaces differ."""
    if skrevet in kjente:
        return skrevet
    like = [x for x in kjente if _likt(x) == _likt(skrevet)]
    return like[0] if len(like) == 1 else skrevet


def ment(skrevet: str, kjente: tuple[str, ...]) -> str | None:
    """Return the word of a table that was meant; None when it has a row, or none is near."""
    return None if skrevet in kjente else mente_du(skrevet, kjente)


def _likt(ord_: str) -> str:
    return " ".join(ord_.split()).casefold()
