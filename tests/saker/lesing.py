"""Les filer med saker. Formen er beskrevet i README.md."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from tests.saker.sak import Inndata, Sak

_RADENE = ("inntektsaar", "tabell", "type", "periode", "trekkgrunnlag", "trekk")
TREKKTABELL = "trekktabell"
"""Emnet til radene i en csv-fil."""


@dataclass
class Lest:
    """Sakene i en fil, og det som er galt med den."""

    saker: list[Sak] = field(default_factory=list)
    feil: list[str] = field(default_factory=list)


def les_fil(sti: Path) -> Lest:
    """Les en fil. Det som er galt, står i `feil`, og resten av filen leses likevel."""
    try:
        tekst = sti.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return _feil(f"{sti}: Filen finnes ikke.", "Sjekk navnet og mappen.")
    except IsADirectoryError:
        return _feil(f"{sti}: Dette er en mappe.", f"Oppgi filene i den, for eksempel {sti}/*.yaml")
    except UnicodeDecodeError as f:
        return _feil(f"{sti}: Filen er ikke UTF-8 (byte {f.start}).", "Lagre den som UTF-8.")
    except OSError as f:
        return _feil(f"{sti}: Filen kan ikke leses ({f.strerror}).", "Sjekk rettighetene.")
    if sti.suffix.lower() == ".csv":
        return _les_csv(sti, tekst)
    if sti.suffix.lower() in (".yaml", ".yml", ".json"):
        return _les_yaml(sti, tekst)
    return _feil(f"{sti}: Kjenner ikke filtypen «{sti.suffix}».", "Bruk .yaml eller .csv.")


def _feil(hva: str, rett: str) -> Lest:
    return Lest(feil=[f"{hva} Rett: {rett}"])


# ── YAML ────────────────────────────────────────────────────────────────────────────────────────


def _les_yaml(sti: Path, tekst: str) -> Lest:
    laster = yaml.BaseLoader(tekst)
    try:
        rot = laster.get_single_node()
        if rot is None:
            return _feil(f"{sti}: Filen er tom.", "Skriv sakene i en liste under «cases:».")
        liste = _cases(rot)
        if liste is None:
            return _feil(
                f"{sti}: Filen har ingen liste «cases».", "Skriv sakene i en liste under «cases:»."
            )
        raa = [(n.start_mark.line + 1, laster.construct_object(n, deep=True)) for n in liste.value]
    except yaml.YAMLError as f:
        merke = getattr(f, "problem_mark", None)
        hvor = f", linje {merke.line + 1}, kolonne {merke.column + 1}" if merke else ""
        hva = getattr(f, "problem", None) or "ukjent feil"
        return _feil(f"{sti}{hvor}: Filen er ikke gyldig YAML ({hva}).", "Rett linjen.")
    except RecursionError:
        return _feil(f"{sti}: Verdiene ligger for dypt inni hverandre.", "Gjør filen flatere.")
    finally:
        laster.dispose()
    return _saker(sti, raa)


def _cases(rot: yaml.Node) -> yaml.SequenceNode | None:
    if not isinstance(rot, yaml.MappingNode):
        return None
    for nokkel, verdi in rot.value:
        if nokkel.value == "cases" and isinstance(verdi, yaml.SequenceNode):
            return verdi
    return None


def _saker(sti: Path, raa: list[tuple[int, Any]]) -> Lest:
    lest = Lest()
    emner = frozenset(
        str(s["topic"]) for _, s in raa if isinstance(s, dict) and isinstance(s.get("topic"), str)
    )
    for nr, (linje, data) in enumerate(raa, 1):
        hvor = f"{sti}, linje {linje}, sak {nr}"
        galt = _galt(data)
        if galt:
            lest.feil.append(f"{hvor}: {galt[0]} Rett: {galt[1]}")
            continue
        lest.saker.append(
            Sak(
                data["id"],
                data["topic"].strip(),
                Inndata(_tabell(data.get("inputs", {}))),
                data["expected"],
                sti.stem,
                data,
                emner,
            )
        )
    return lest


def _tabell(verdi: Any) -> Mapping[str, Any]:
    return verdi if isinstance(verdi, Mapping) else {}


def _galt(data: Any) -> tuple[str, str] | None:
    """Hva som er galt med en sak, og hva en gjør med det."""
    if not isinstance(data, dict):
        return "Saken er ikke en tabell.", "Skriv «id:», «topic:», «inputs:» og «expected:»."
    for navn in ("id", "topic"):
        if not isinstance(data.get(navn), str) or not data[navn].strip():
            return f"Saken mangler «{navn}».", f"Skriv «{navn}: …»."
    if not isinstance(data.get("expected"), dict) or not data["expected"]:
        return (
            f"«expected» i «{data['id']}» er ikke en tabell med svar.",
            "Skriv minst ett svar under «expected:».",
        )
    inputs = data.get("inputs", {})
    if not isinstance(inputs, dict) and inputs not in ("", "null", "~"):
        return (
            f"«inputs» i «{data['id']}» er ikke en tabell.",
            "Skriv «inputs: {}» hvis den er tom.",
        )
    return None


# ── csv ─────────────────────────────────────────────────────────────────────────────────────────


def _les_csv(sti: Path, tekst: str) -> Lest:
    rader = csv.DictReader(StringIO(tekst))
    mangler = [n for n in _RADENE if n not in (rader.fieldnames or ())]
    if mangler:
        return _feil(
            f"{sti}, linje 1: Filen mangler kolonnene {', '.join(mangler)}.",
            f"Første linje skal være {','.join(_RADENE)},merk",
        )
    lest = Lest()
    try:
        for rad in rader:
            if any(rad[n] is None or not rad[n].strip() for n in _RADENE) or None in rad:
                lest.feil.append(
                    f"{sti}, linje {rader.line_num}: Raden har feil antall verdier. "
                    f"Rett: Skriv én verdi for hver av {', '.join(_RADENE)}."
                )
                continue
            lest.saker.append(_rad(sti, rad))
    except csv.Error as f:
        lest.feil.append(f"{sti}, linje {rader.line_num}: {f}. Rett: Rett linjen.")
    return lest


def _rad(sti: Path, rad: dict[str, str]) -> Sak:
    navn = "-".join(rad[n] for n in _RADENE[:-1])
    ventet = {"trekk": rad["trekk"]}
    felt: dict[str, Any] = {"as_of": rad["inntektsaar"]}
    # Den offisielle koden runder binære flyttall, så svaret kan være én krone fra det eksakte.
    if "flyttall" in (rad.get("merk") or ""):
        felt["tolerance"] = "1"
    inn = {n: rad[n] for n in _RADENE[:-1]}
    return Sak(navn, TREKKTABELL, Inndata(inn), ventet, sti.stem, felt, frozenset({TREKKTABELL}))
