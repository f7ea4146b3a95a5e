"""Conditions in figures: «246 000 er ikke mer enn 392 000», and how far they were from turning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ytelsesrad.forklaring.detaljer import Grense
from ytelsesrad.forklaring.ord import navn_paa
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.forklaring.verdier import er_penger, figur, forskjell, i_setning
from ytelsesrad.regelspraak import tre

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.lokale import Lokale
    from ytelsesrad.regelspraak.tolk import Tolk

_SANT = {
    "=": "er",
    "<>": "er ikke",
    "<": "er mindre enn",
    "<=": "er høyst",
    ">": "er mer enn",
    ">=": "er minst",
}
_USANT = {
    "=": "er ikke",
    "<>": "er",
    "<": "er ikke mindre enn",
    "<=": "er mer enn",
    ">": "er ikke mer enn",
    ">=": "er mindre enn",
}
_DAG_SANT = {"<": "er før", "<=": "er ikke etter", ">": "er etter", ">=": "er ikke før"}
_DAG_USANT = {"<": "er ikke før", "<=": "er etter", ">": "er ikke etter", ">=": "er før"}


def i_tall(tolk: Tolk, node: tre.Node, k: Lokale) -> str:
    """Return a condition as it turned out, with its figures. Only what decided it is said."""
    return " og ".join(dict.fromkeys(_si(tolk, del_, k) for del_ in _avgjort(tolk, node, k)))


def _avgjort(tolk: Tolk, node: tre.Node, k: Lokale) -> Iterator[tre.Node]:
    """Go through the parts that decided a condition, in order."""
    if isinstance(node, tre.Ikke) and isinstance(node.uttrykk, tre.Logisk):
        yield from _avgjort(tolk, node.uttrykk, k)
    elif not isinstance(node, tre.Logisk):
        yield node
    elif tolk.verdi(node.a, k) is (node.op == "eller"):
        yield from _avgjort(tolk, node.a, k)
    else:
        b = tolk.verdi(node.b, k)
        if b is not (node.op == "eller"):
            yield from _avgjort(tolk, node.a, k)
        yield from _avgjort(tolk, node.b, k)


def _si(tolk: Tolk, node: tre.Node, k: Lokale) -> str:
    if isinstance(node, tre.ErOppgitt):
        ikke = "" if tolk.verdi(node, k) else "ikke "
        return f"{_navn(tolk, node.navn, k)} er {ikke}oppgitt"
    if isinstance(node, tre.Sammenlign):
        return _sammenlignet(tolk, node, k)
    if isinstance(node, tre.Ikke):
        return _si(tolk, node.uttrykk, k)
    return f"{_navn(tolk, node, k) or 'vilkåret'}: {figur(tolk.verdi(node, k), 'ja/nei')}"


def _sammenlignet(tolk: Tolk, node: tre.Sammenlign, k: Lokale) -> str:
    sant = tolk.verdi(node, k)
    a, b = tolk.verdi(node.a, k), tolk.verdi(node.b, k)
    if isinstance(a, bool):
        return f"{_navn(tolk, node.a, k) or 'vilkåret'}: {figur(a, 'ja/nei')}"
    ord_ = (_SANT if sant else _USANT)[node.op]
    if isinstance(a, date):
        ord_ = (_DAG_SANT if sant else _DAG_USANT).get(node.op, ord_)
    enhet = _enhet(tolk, node)
    ore = isinstance(a, Decimal) and er_penger(enhet) and figur(a, enhet) == figur(b, enhet)
    return f"{_ledd(tolk, node.a, k, enhet, ore)} {ord_} {_ledd(tolk, node.b, k, enhet, ore)}"


def _ledd(tolk: Tolk, node: tre.Node, k: Lokale, enhet: str, ore: bool) -> str:
    verdi = tolk.verdi(node, k)
    skrevet = figur(verdi, enhet, ore=ore)
    if isinstance(verdi, Decimal) and er_penger(enhet):
        return skrevet
    navn = _navn(tolk, node, k)
    return f"{navn} {skrevet}" if navn else skrevet


def _navn(tolk: Tolk, node: tre.Node, k: Lokale) -> str:
    """Return what a part is called, when it is a name and no day of the calendar."""
    navn = node.navn if isinstance(node, tre.Paa) else node
    if not isinstance(navn, tre.Navn):
        return ""
    if navn.regel is not None:
        regel = k.kjoring.program.bok.samling.regler[navn.regel]
        foer = "forrige " if navn.form == "forrige" else ""
        return foer + navn_paa(regel.tittel, regel.navn)
    return navn.merke or (navn.innebygd or "" if navn.innebygd in ("år", "månedsnummer") else "")


def _enhet(tolk: Tolk, node: tre.Sammenlign) -> str:
    """Return the unit of both sides: that of a name before that of a literal."""
    a, b = tolk.enhet(node.a), tolk.enhet(node.b)
    if a == "tall" or (a == "kr og øre" and b != "tall"):
        return b
    return a


def finn_grense(
    tolk: Tolk, node: tre.Node, k: Lokale, setning: Callable[[Plass], str | None]
) -> Grense | None:
    """Return the nearest limit that a condition compares an amount or a number with."""
    funnet = [_grense(tolk, del_, k, setning) for del_ in _avgjort(tolk, node, k)]
    grenser = [g for g in funnet if g is not None]
    return min(grenser, key=lambda g: g.relativ) if grenser else None


def _grense(
    tolk: Tolk, node: tre.Node, k: Lokale, setning: Callable[[Plass], str | None]
) -> Grense | None:
    if not isinstance(node, tre.Sammenlign) or node.op in ("=", "<>"):
        return None
    a: Any = tolk.verdi(node.a, k)
    b: Any = tolk.verdi(node.b, k)
    if not isinstance(a, Decimal) or _kalender(node.a) or _kalender(node.b):
        return None
    enhet = _enhet(tolk, node)
    avstand = abs(a - b)
    plass = _plass(tolk, node.b, k)
    regel = plass.regel if plass else None
    return Grense(
        tittel=navn_paa(regel.tittel, regel.navn) if regel else None,
        verdi=i_setning(b, enhet),
        enhet=enhet,
        avstand=avstand,
        avstand_tekst=forskjell(avstand, enhet),
        relativ=avstand / (max(abs(a), abs(b)) or Decimal(1)),
        naadd=a > b,
        setning=setning(plass) if plass else None,
    )


def _kalender(node: tre.Node) -> bool:
    """Tell whether a part is a number of the calendar, which nobody moves towards."""
    return isinstance(node, tre.Navn) and node.innebygd is not None


def _plass(tolk: Tolk, node: tre.Node, k: Lokale) -> Plass | None:
    navn = node.navn if isinstance(node, tre.Paa) else node
    if not isinstance(navn, tre.Navn) or navn.regel is None:
        return None
    funnet = trygt(tolk.nokkel, node, k)
    return Plass.for_verdi(*funnet) if funnet else None
