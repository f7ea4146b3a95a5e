"""Words for how a value is read, and for what a loop goes through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesbart import dato, maaned, maanedsnavn, midt_i

if TYPE_CHECKING:
    from ytelsesrad.regelspraak import tre
    from ytelsesrad.regelspraak.lokale import Lokale
    from ytelsesrad.regelspraak.tolk import Tolk

_FLERTALL = {
    "dag": "dager",
    "meldeperiode": "meldeperioder",
    "måned": "måneder",
    "betaling": "betalinger",
}
_BESTEMT = {
    Periodetype.DAG: "dagen",
    Periodetype.MELDEPERIODE: "meldeperioden",
    Periodetype.MAANED: "måneden",
    Periodetype.AAR: "året",
    Periodetype.KONSTANT: "perioden",
}


def navn_paa(tittel: str | None, navn: str) -> str:
    """Return what a rule is called inside a sentence."""
    return midt_i(tittel) if tittel else navn


def lest_forrige(type_: Periodetype) -> str:
    """Return «måneden før»."""
    return f"{_BESTEMT[type_]} før"


def lest_paa(dag: date | None) -> str:
    """Return «på 1. mai 2026»."""
    return f"på {dato(dag)}" if dag else ""


def lest_sett_fra(dag: date) -> str:
    """Return how a view is said."""
    return f"sett fra {dato(dag)}"


def lest_med(tolk: Tolk, node: tre.Med, k: Lokale) -> str:
    """Return how a replacement is said: «med inntekt = 123 000»."""
    from ytelsesrad.forklaring.verdier import figur

    regler = k.kjoring.program.bok.samling.regler
    regel = regler[str(node.navn.regel)]
    verdi = tolk.verdi(node.verdi, k)
    return f"med {navn_paa(regel.tittel, regel.navn)} = {figur(verdi, regel.enhet, ore=True)}"


def flertall(ting: str, antall: int, grupper: Any) -> str:
    """Return what a loop goes through, in the number asked for."""
    if antall == 1:
        return ting
    if ting in grupper:
        svar: str = grupper[ting].flertall
        return svar
    return _FLERTALL.get(ting, ting)


def spenn(node: tre.Samling, steder: Sequence[Lokale]) -> str:
    """Return where a run of equal values is, in words: «januar–april 2026», «barn 1–2»."""
    a, b = steder[0], steder[-1]
    if node.ting == "betaling":
        fra, til = (x.kjoring.lagt(x.medlem["betaling"]) for x in (a, b))
        tittel = midt_i(fra.betaling.tittel)
        return f"{tittel} {_maaneder(fra.fra_dag, til.fra_dag)}"
    if node.tingtype < 0:
        fra_nr, til_nr = a.medlem[node.ting] + 1, b.medlem[node.ting] + 1
        return f"{node.ting} {fra_nr}" if fra_nr == til_nr else f"{node.ting} {fra_nr}–{til_nr}"
    kalender = a.kjoring.k
    fra_dag, til_dag = kalender.forste(a.type, a.p), kalender.siste(b.type, b.p)
    if a.type is Periodetype.AAR:
        return f"{fra_dag.year}" if a.p == b.p else f"{fra_dag.year}–{til_dag.year}"
    if a.type is Periodetype.MAANED:
        return _maaneder(fra_dag, til_dag)
    return dagspenn(fra_dag, til_dag)


def dagspenn(fra: date, til: date) -> str:
    """Return «1.–14. mars 2026»."""
    if fra == til:
        return dato(fra)
    if (fra.year, fra.month) == (til.year, til.month):
        return f"{fra.day}.–{dato(til)}"
    return f"{dato(fra)}–{dato(til)}"


def _maaneder(fra: date, til: date) -> str:
    if (fra.year, fra.month) == (til.year, til.month):
        return maaned(fra)
    if fra.year == til.year:
        return f"{maanedsnavn(fra.month)}–{maaned(til)}"
    return f"{maaned(fra)}–{maaned(til)}"
