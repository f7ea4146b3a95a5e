"""Small texts for messages: what a value is, what was expected, how it is written in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import annerledes_skrevet
from ytelsesrad.regelspraak import Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.grenser import MAKS_SITAT
from ytelsesrad.situasjon.perioder import les_dag
from ytelsesrad.situasjon.tabeller import inndata_av

_EKSEMPEL = {Art.JA_NEI: "true", Art.DATO: "2026-01-01", Art.TALL: "100"}
_TUSEN = re.compile(r"-?\d{1,3}([. ]\d{3})+")
_I_LISTE = re.compile(r"\[\s*([^,\]\s]+)")
_TALL = re.compile(r"-?\d+(\.\d+)?")
_UKJENT = ("vet ikke", "vetikke", "vet_ikke", "vet-ikke", "veit ikkje", "ukjent", "usikker", "?")


def kort(raa: object) -> str:
    """Return a text to quote in a message, cut to one line."""
    tekst = str(raa)[: MAKS_SITAT + 1]
    return tekst if len(tekst) <= MAKS_SITAT else tekst[:MAKS_SITAT] + "…"


def skriv(raa: Any) -> str | None:
    """Return a plain value as it is written in the file, or None when it isn't plain."""
    match raa:
        case bool():
            return "true" if raa else "false"
        case Decimal() | int():
            tall = Decimal(raa)
            return f"{tall:f}" if abs(tall.adjusted()) < MAKS_SITAT else None
        case date():
            return raa.isoformat()
        case str() if len(raa) <= MAKS_SITAT and not set(raa) & {'"', "\\", "\n"}:
            return f'"{raa}"'
        case _:
            return None


def slag(raa: object) -> str:
    """Return what kind of value something is."""
    match raa:
        case bool():
            return "true eller false"
        case int() | Decimal():
            return "et tall"
        case str():
            return "tekst"
        case datetime():
            return "et klokkeslett"
        case date():
            return "en dato"
        case Mapping():
            return "en tabell"
        case list() | tuple():
            return "en liste"
        case _:
            return "noe annet"


def ventet(regel: Regel) -> str:
    """Return what kind of value an input takes."""
    if regel.valg:
        return "en av " + ", ".join(med_tekst(regel, f'"{v}"', v) for v in regel.valg)
    match les_enhet(regel.enhet)[0].art:
        case Art.JA_NEI:
            return "true eller false"
        case Art.DATO:
            return "en dato"
        case Art.TALL:
            return "et tall"
        case _:
            return "tekst"


def med_tekst(regel: Regel, skrevet: str, valg: str) -> str:
    """Return a choice as it is written in the file, with what it means where that is said."""
    vist = regel.valget(valg)
    return skrevet if vist == valg else f"{skrevet} ({vist})"


def kalles(regler: Mapping[str, Regel], ordet: str) -> str | None:
    """Return the input that people also write this way, or None."""
    enkelt = ordet.lower().strip()
    return next((n for n, r in regler.items() if enkelt in inndata_av(r).kalles), None)


def lignende(regler: Mapping[str, Regel], raa: object, hvor: str) -> str:
    """Return what may be written here that takes this kind of value; all of it when none does."""
    like = [n for n, r in regler.items() if slag(raa) == ventet(r)]
    if 0 < len(like) < len(regler):
        return f"Under {hvor} er dette {slag(raa)}: {', '.join(sorted(like))}."
    return f"Bruk et av disse: {', '.join(sorted(regler))}."


def eksempel(regel: Regel) -> str:
    """Return an example of a right value, as it is written in the file."""
    gitt = inndata_av(regel).eksempel
    if gitt is not None:
        return gitt
    if regel.valg:
        return f'"{regel.valg[0]}"'
    return _EKSEMPEL.get(les_enhet(regel.enhet)[0].art, '"…"')


def enkelt_eksempel(regel: Regel) -> str:
    """Return an example that is one plain value, for use inside a larger form."""
    hele = eksempel(regel)
    if not hele.startswith("{"):
        return hele
    i = inndata_av(regel)
    forste = _I_LISTE.search(hele)
    if forste is not None:
        return forste[1]
    if i.hoyst is not None:
        return skriv(i.hoyst) or hele
    return _EKSEMPEL.get(les_enhet(regel.enhet)[0].art, '"…"')


def i_kroner(regel: Regel, tall: Decimal) -> str | None:
    """Return how a number is written as kroner of a day, if the input has that form."""
    hele = eksempel(regel)
    if not hele.startswith("{ kroner = "):
        return None
    return re.sub(r"(?<=kroner = )[\d_.]+", skriv(tall) or "…", hele, count=1)


def riktig_form(regel: Regel, raa: Any) -> str:
    """Return a value as the input takes it: kroner of a day where a plain number is too large."""
    hoyst = inndata_av(regel).hoyst
    er_tall = isinstance(raa, Decimal | int) and not isinstance(raa, bool)
    for_stort = er_tall and hoyst is not None and Decimal(raa) > hoyst
    return (i_kroner(regel, Decimal(raa)) if for_stort else None) or skriv(raa) or "…"


def i_ord(enhet: str) -> str:
    """Return a unit in words: ``kr/måned`` → «kroner per måned»; nothing for plain numbers."""
    if enhet == "tall":
        return ""
    over, _, under = enhet.partition("/")
    over = {"kr": "kroner"}.get(over, over)
    return f"{over} per {under}" if under else over


def gjett_tall(raa: object) -> str | None:
    """Return the number that a text such as «24 461 kr» was meant to be, or None."""
    if not isinstance(raa, str):
        return None
    siffer = re.sub(r"(kroner|kr|prosent|%|timer|,-|\.-)", "", raa[:MAKS_SITAT].lower())
    siffer = siffer.replace("\u00a0", " ").replace("\u2212", "-").strip().removesuffix(".")
    hele, komma, brok = siffer.partition(",")
    if _TUSEN.fullmatch(hele):
        hele = hele.replace(".", "").replace(" ", "")
    siffer = f"{hele}.{brok}" if komma else hele
    return siffer if _TALL.fullmatch(siffer) else None


def mener_ukjent(raa: object) -> bool:
    """Tell whether a text says, in other words than ours, that the answer isn't known."""
    return isinstance(raa, str) and raa[:MAKS_SITAT].strip().rstrip(".").lower() in _UKJENT


def gjett_dag(raa: object) -> tuple[str, tuple[str, ...]] | None:
    """Return what is wrong with a day written as text, and the days it may have been, or None."""
    if not isinstance(raa, str) or len(raa) > MAKS_SITAT:
        return None
    tekst = raa.strip()
    if les_dag(tekst, ogsaa_tekst=True) is not None:
        return "Datoen må skrives uten anførselstegn.", (tekst,)
    return annerledes_skrevet(tekst)
