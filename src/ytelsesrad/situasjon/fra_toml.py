"""From a situation file to the model: the fixed keys, the tables and the plans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ytelsesrad.lesing import Feil, Feilsamling, TomlFil, mente_du
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.gitte import PERSON, gitt_for_alle
from ytelsesrad.situasjon.modell import JOBB, SOM_NAA, Jobb, Plan, Situasjon

_FASTE: dict[str, tuple[type, str, str]] = {
    "tittel": (str, "en tekst", '"Mari, 45 år"'),
    "konstruert": (bool, "true eller false", "true"),
    "anledning": (str, "en tekst", '"tilbud om jobb"'),
    "bygger_paa": (str, "en tekst", '"…"'),
    "regnedato": (date, "en dato", "2026-11-21"),
    "fra": (date, "en dato", "2026-01-01"),
    "til": (date, "en dato", "2026-12-31"),
}
MAKS_PLANER = 20
MAKS_MEDLEMMER = 200


def fra_toml(fil: TomlFil, bok: Regelbok) -> Situasjon:
    """Make a situation from a file and check everything in it. Raises Feilsamling."""
    feil: list[Feil] = []
    faste = {n: v for n, v in fil.data.items() if n in _FASTE and _fast(fil, n, v, feil)}
    resten = {n: v for n, v in fil.data.items() if n not in _FASTE and n != "plan"}
    verdier, medlemmer = _tabeller(fil, (), resten, bok, feil)
    situasjon = Situasjon(
        **faste,
        verdier=verdier,
        jobber=_jobber(medlemmer),
        medlemmer=medlemmer,
        planer=_planer(fil, bok, feil),
    ).fra_fil(fil)
    gitt_for_alle(situasjon, bok, feil)
    if not feil and situasjon.regnedato is not None:
        situasjon.tidsrom()
    if feil:
        raise Feilsamling(feil)
    return situasjon


def _fast(fil: TomlFil, navn: str, verdi: object, feil: list[Feil]) -> bool:
    type_, hva, eksempel = _FASTE[navn]
    if isinstance(verdi, type_) and not isinstance(verdi, datetime):
        return True
    feil.append(
        Feil(
            "S03",
            fil.sted(navn, verdi=True),
            f"«{navn}» skal være {hva}.",
            f"{navn} = {eksempel}",
        )
    )
    return False


def _jobber(medlemmer: dict[str, tuple[dict[str, Any], ...]]) -> tuple[Jobb, ...]:
    return tuple(Jobb(**j) for j in medlemmer.pop(JOBB, ()))


def _planer(fil: TomlFil, bok: Regelbok, feil: list[Feil]) -> tuple[Plan, ...]:
    planer = fil.data.get("plan", {})
    if not isinstance(planer, dict) or not all(isinstance(p, dict) for p in planer.values()):
        feil.append(
            Feil(
                "S12",
                fil.sted("plan"),
                "En plan må ha et navn.",
                '[plan."10 timer i uka"]',
            )
        )
        return ()
    if len(planer) > MAKS_PLANER:
        feil.append(
            Feil(
                "S12",
                fil.sted("plan"),
                f"Filen har {len(planer)} planer. Vi sammenligner høyst {MAKS_PLANER}.",
                "Del filen i flere.",
            )
        )
        return ()
    svar = []
    for navn, tabell in planer.items():
        verdier, medlemmer = _tabeller(fil, ("plan", navn), tabell, bok, feil)
        jobber = _jobber(medlemmer)
        svar.append(Plan(navn=navn, verdier=verdier, jobber=jobber, medlemmer=medlemmer))
    return tuple(svar) or (Plan(navn=SOM_NAA),)


def _tabeller(
    fil: TomlFil, sti: tuple[str, ...], data: Mapping[str, Any], bok: Regelbok, feil: list[Feil]
) -> tuple[dict[str, dict[str, Any]], dict[str, tuple[dict[str, Any], ...]]]:
    """Sort what stands in a table into tables of inputs and lists of members."""
    verdier: dict[str, dict[str, Any]] = {}
    medlemmer: dict[str, tuple[dict[str, Any], ...]] = {}
    kjente = {*PERSON, *(m for m in bok.mapper if m != "felles"), *bok.grupper}
    for navn, verdi in data.items():
        if navn in bok.grupper and isinstance(verdi, list) and _bare_tabeller(verdi):
            medlemmer[navn] = tuple(verdi)
        elif navn in bok.grupper and isinstance(verdi, dict):
            _meld(fil, (*sti, navn), feil, f"«{navn}» skrives med to klammer.", f"[[{navn}]]")
        elif navn in kjente and isinstance(verdi, dict):
            verdier[navn] = verdi
        else:
            _ukjent(fil, (*sti, navn), verdi, kjente, bok, feil)
    return verdier, medlemmer


def _bare_tabeller(liste: list[Any]) -> bool:
    return len(liste) <= MAKS_MEDLEMMER and all(isinstance(x, dict) for x in liste)


def _ukjent(
    fil: TomlFil,
    sti: tuple[str, ...],
    verdi: object,
    kjente: set[str],
    bok: Regelbok,
    feil: list[Feil],
) -> None:
    navn = sti[-1]
    if not isinstance(verdi, dict | list):
        hjem = [r for r in bok.inndata.values() if r.navn == navn]
        if hjem:
            tabell = hjem[0].for_hver or (
                hjem[0].inndata.sted
                if hjem[0].mappe == "felles" and hjem[0].inndata
                else hjem[0].mappe
            )
            klammer = f"[[{tabell}]]" if hjem[0].for_hver else f"[{tabell}]"
            _meld(
                fil,
                sti,
                feil,
                f"«{navn}» står utenfor tabellen sin.",
                f"Skriv den under {klammer}.",
            )
            return
        kjente = {*kjente, *(_FASTE if len(sti) == 1 else ())}
    nesten = mente_du(navn, kjente)
    hva = "Tabellen" if isinstance(verdi, dict | list) else "Ordet"
    _meld(
        fil,
        sti,
        feil,
        f"{hva} «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
        f"[{nesten}]" if nesten and isinstance(verdi, dict) else (nesten or "")
        or "Se hva en situasjonsfil kan inneholde: ytelsesrad skjema situasjon",
    )


def _meld(fil: TomlFil, sti: tuple[str, ...], feil: list[Feil], hva: str, rett: str) -> None:
    feil.append(Feil("S01", fil.sted(*sti), hva, rett))
