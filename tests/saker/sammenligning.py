"""Sammenlign det saken venter, med det reglene gir. Tall sammenlignes eksakt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from tests.saker.sak import IkkeStottet, Sak

_TOLERANSER = ("tolerance", "toleranse")
_OMTRENT = ("_ca", "_approx")
_SLINGRING = re.compile(r"\(allow (\d+(?:\.\d+)?) kr\)")
_BITTE = Decimal("1E-25")
"""Reglene regner med 50 siffer. Det som er mindre enn dette, er ikke en forskjell."""


@dataclass(frozen=True)
class Trykt:
    """Et tall kilden trykker med færre desimaler enn reglene har. Rundes til dem, halve opp."""

    verdi: Decimal


@dataclass(frozen=True)
class Omtrent:
    """Et tall som bygger på omtrentlige inndata, og hvor mye det kan avvike."""

    verdi: Decimal
    slingring: Decimal


class Hele(dict[Any, Any]):
    """En tabell der saken må nevne alt som er med."""


Verdi = (
    Decimal
    | int
    | bool
    | date
    | str
    | Trykt
    | Omtrent
    | None
    | Mapping[Any, "Verdi"]
    | Sequence["Verdi"]
)
Svar = Mapping[str, Verdi | Callable[[], Verdi]]
"""Det et emne gir: en verdi for hvert navn, eller en funksjon som regner den ut når den trengs."""


@dataclass(frozen=True)
class Avvik:
    """Noe som ikke er likt."""

    navn: str
    ventet: str
    fikk: str


def er_toleranse(navn: str) -> bool:
    """Om et navn under «expected» sier hvor mye noe kan avvike."""
    return navn in _TOLERANSER or navn.endswith(tuple(f"_{t}" for t in _TOLERANSER))


def toleranse(sak: Sak, navn: str) -> Decimal | None:
    """Hvor mye et svar kan avvike, hvis saken sier noe om det."""
    for sted in (sak.ventet, sak.felt):
        for t in (*(f"{navn}_{t}" for t in _TOLERANSER), *_TOLERANSER):
            if t in sted:
                return Decimal(sted[t])
    treff = _SLINGRING.search(sak.kontroll)
    return Decimal(treff[1]) if treff else None


def sammenlign(sak: Sak, navn: str, fikk: Verdi) -> list[Avvik]:
    """Alt som er ulikt i ett svar. Tom liste når det er likt."""
    desimaler = "decimal" in sak.enhet
    slingring = toleranse(sak, navn)
    if navn.endswith(_OMTRENT) and isinstance(fikk, Decimal) and slingring is None:
        fikk = _grovt(fikk, sak.ventet[navn])
    return _ulikt(navn, sak.ventet[navn], fikk, slingring, desimaler)


def _ulikt(
    navn: str, ventet: Any, fikk: Verdi, slingring: Decimal | None, desimaler: bool
) -> list[Avvik]:
    if isinstance(fikk, Mapping):
        if not isinstance(ventet, Mapping):
            return [Avvik(navn, vis(ventet), vis(fikk))]
        gitt = {vis(n): v for n, v in fikk.items()}
        ukjente = [n for n in ventet if n not in gitt]
        if isinstance(fikk, Hele) and (ukjente or len(ventet) < len(gitt)):
            return [Avvik(navn, vis(ventet), vis(fikk))]
        if ukjente:
            raise IkkeStottet(f"reglene gir ikke noe svar om «{navn}: {ukjente[0]}»")
        return [
            a
            for n, v in ventet.items()
            for a in _ulikt(f"{navn}: {n}", v, gitt[n], slingring, desimaler)
        ]
    if isinstance(fikk, Sequence) and not isinstance(fikk, str):
        if not isinstance(ventet, list) or len(ventet) != len(fikk):
            return [Avvik(navn, vis(ventet), vis(fikk))]
        return [
            a
            for i, (v, f) in enumerate(zip(ventet, fikk, strict=True), 1)
            for a in _ulikt(f"{navn} nr. {i}", v, f, slingring, desimaler)
        ]
    return (
        [] if _likt(ventet, fikk, slingring, desimaler) else [Avvik(navn, vis(ventet), vis(fikk))]
    )


def _likt(ventet: Any, fikk: Verdi, slingring: Decimal | None, desimaler: bool) -> bool:
    if isinstance(fikk, bool):
        return str(ventet).lower() in (("true", "ja") if fikk else ("false", "nei"))
    if isinstance(fikk, Omtrent):
        slingring, fikk = max(fikk.slingring, slingring or fikk.slingring), fikk.verdi
    if isinstance(fikk, int | Decimal | Trykt):
        try:
            tall = Decimal(ventet)
        except (InvalidOperation, TypeError, ValueError):
            return False
        trykt = isinstance(fikk, Trykt)
        verdi = fikk.verdi if isinstance(fikk, Trykt) else Decimal(fikk)
        if abs(verdi - tall) <= (slingring or 0) + _BITTE:
            return True
        return (trykt or desimaler) and _rundet(verdi, tall) == tall
    if fikk is None:
        return ventet in ("null", "~", "")
    return str(ventet) == vis(fikk)


def _rundet(verdi: Decimal, som: Decimal) -> Decimal:
    eksponent = min(int(som.as_tuple().exponent), 0)
    renset = verdi.quantize(_BITTE, ROUND_HALF_UP)
    return renset.quantize(Decimal(1).scaleb(eksponent), ROUND_HALF_UP)


def _grovt(fikk: Decimal, ventet: Any) -> Verdi:
    """Et omtrentlig tall rundes til det siste sifferet i kilden som ikke er 0."""
    try:
        tall = Decimal(ventet).normalize()
    except (InvalidOperation, TypeError, ValueError):
        return fikk
    return fikk.quantize(Decimal(1).scaleb(int(tall.as_tuple().exponent)), ROUND_HALF_UP)


def vis(verdi: Any) -> str:
    """En verdi slik den skrives i en fil."""
    match verdi:
        case bool():
            return "true" if verdi else "false"
        case Trykt() | Omtrent():
            return vis(verdi.verdi)
        case Decimal():
            tekst = f"{verdi:f}"
            return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
        case date():
            return verdi.isoformat()
        case None:
            return "null"
        case Mapping():
            return "{" + ", ".join(f"{vis(n)}: {vis(v)}" for n, v in verdi.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(vis(v) for v in verdi) + "]"
    return str(verdi)
