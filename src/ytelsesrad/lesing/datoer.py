"""Dates as people write them, and what to write instead."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from ytelsesrad.lesing.grenser import FORRIGE_HUNDREAAR

MAANEDER = (
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
_DAG_FORST = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{2})")
_AAR_FORST = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_UTEN_DAG = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_MED_NAVN = re.compile(rf"([0-9]{{1,2}})\.? *({'|'.join(MAANEDER)}),? *([0-9]{{4}})")


def finnes(dato: str) -> bool:
    """Tell whether «2026-02-30» is a day of the calendar."""
    try:
        date.fromisoformat(dato)
    except ValueError:
        return False
    return True


def umulig(dato: str) -> tuple[str, tuple[str, ...]]:
    """Return what is wrong with a date that does not exist, and the dates it may have been."""
    aar, maaned, dag = (int(d) for d in dato.split("-"))
    if aar == 0:
        return "År 0 finnes ikke.", ()
    if not 1 <= maaned <= 12:
        byttet = f"{aar:04d}-{dag:02d}-{maaned:02d}"
        hva = f"Måned {maaned} finnes ikke. Datoer skrives år-måned-dag."
        return hva, (byttet,) if finnes(byttet) else ()
    if dag == 0:
        return "Dag 0 finnes ikke.", (f"{aar:04d}-{maaned:02d}-01",)
    siste = date(aar, maaned, monthrange(aar, maaned)[1])
    navn = MAANEDER[maaned - 1]
    hva = f"{dag}. {navn} finnes ikke. {navn.capitalize()} {aar} har {siste.day} dager."
    if siste == date.max:
        return hva, (siste.isoformat(),)
    return hva, (siste.isoformat(), (siste + timedelta(days=1)).isoformat())


def annerledes_skrevet(tekst: str) -> tuple[str, tuple[str, ...]] | None:
    """Return what is wrong and what to write, if a text is a date in another form than ours."""
    if treff := _DAG_FORST.fullmatch(tekst):
        dag, _, maaned, aar = treff.groups()
        hva = "Datoen må skrives med år først."
        if len(aar) == 2:
            hva = "Datoen må skrives med år først, og med fire sifre i året."
        return _ordnet(hva, [f"19{aar}", f"20{aar}"] if len(aar) == 2 else [aar], maaned, dag)
    if treff := _UTEN_DAG.fullmatch(tekst):
        hva = "Datoen må ha med dag."
        return _ordnet(hva, [treff[1]], treff[2], "1")
    if treff := _AAR_FORST.fullmatch(tekst):
        aar, _, maaned, dag = treff.groups()
        hva = "Datoen må skrives med bindestrek, og med to sifre i måned og dag."
        return _ordnet(hva, [aar], maaned, dag)
    if treff := _MED_NAVN.fullmatch(tekst.lower()):
        dag, navn, aar = treff.groups()
        hva = "Datoen må skrives med tall og med år først."
        return _ordnet(hva, [aar], str(MAANEDER.index(navn) + 1), dag)
    return None


def _ordnet(
    hva: str, aarene: list[str], maaned: str, dag: str
) -> tuple[str, tuple[str, ...]] | None:
    """Return the dates that exist; if month and day only fit the other way round, that date."""
    if len(aarene) == 2 and int(aarene[0][2:]) >= FORRIGE_HUNDREAAR:
        aarene = aarene[:1]
    rett = [f"{aar}-{int(maaned):02d}-{int(dag):02d}" for aar in aarene]
    byttet = [f"{aar}-{int(dag):02d}-{int(maaned):02d}" for aar in aarene]
    svar = tuple(d for d in rett if finnes(d)) or tuple(d for d in byttet if finnes(d))
    return (hva, svar) if svar else umulig(rett[0])
