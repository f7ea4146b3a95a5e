"""Ordene Python ikke kan nevne. De hentes fra reglene, så en ny ytelse vernes av seg selv."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tests.husregler.kode import Funn, fold, navn, orddeler, pythonfiler, tekster, tre_av

_LOVNAVN = re.compile(r"\b(\w{2,}(?:lov|forskrift|vedtak))(?:en|a|et)\b")
_KORT = 4
"""Kortere ord enn dette må stå alene. «aap» er ikke det samme som begynnelsen på «åpning»."""


def lovnavn(data: Any) -> set[str]:
    """Navnene på lover, forskrifter og vedtak i alle «hjemmel» i en fil, uten bøyning."""
    svar: set[str] = set()
    if isinstance(data, Mapping):
        for nokkel, verdi in data.items():
            if nokkel == "hjemmel" and isinstance(verdi, str):
                svar |= set(_LOVNAVN.findall(verdi.lower()))
            svar |= lovnavn(verdi)
    elif isinstance(data, list):
        for verdi in data:
            svar |= lovnavn(verdi)
    return svar


def forbudte_ord(regler: Path) -> dict[str, str]:
    """Forbudt ord → hvor i reglene det kommer fra."""
    svar: dict[str, str] = {}
    for fil in sorted(regler.glob("*/*.toml")):
        data = tomllib.loads(fil.read_text(encoding="utf-8"))
        sted = fil.relative_to(regler).as_posix()
        if fil.parent.name != "felles":
            svar.setdefault(fold(fil.parent.name), f"mappen {fil.parent.name}")
        for slag in ("ytelse", "betaling", "trekk"):
            for id_ in data.get(slag, {}):
                for del_ in id_.split("_"):
                    svar.setdefault(fold(del_), f"[{slag}.{id_}] i {sted}")
        for lov in sorted(lovnavn(data)):
            svar.setdefault(fold(lov), f"hjemmel i {sted}")
    return svar


def rammer(ord_: str, forbudt: Mapping[str, str]) -> str | None:
    """Det forbudte ordet et ord er, begynner med eller slutter på; ellers ingenting."""
    if ord_ in forbudt:
        return ord_
    for f in forbudt:
        stamme = f.removesuffix("er") if f.endswith("penger") else f
        if len(f) >= _KORT and (ord_.startswith(stamme) or ord_.endswith(f)):
            return f
    return None


def nevnt(mappe: Path, forbudt: Mapping[str, str]) -> list[Funn]:
    """Hvert forbudt ord i Python under en mappe: i filnavn, navn og tekster."""
    svar = []
    er_forbudt = cache(lambda ord_: rammer(ord_, forbudt) is not None)
    for fil in pythonfiler(mappe):
        sted = fil.relative_to(mappe).as_posix()
        tre = tre_av(fil)
        for linje, tekst in [(0, sted), *navn(tre), *tekster(tre)]:
            svar += [Funn(sted, linje, o) for o in orddeler(tekst) if er_forbudt(o)]
    return svar
