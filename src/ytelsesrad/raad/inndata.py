"""What was put in, in the shape of the situation file, without the title that may be a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.modell import grupper, tabeller

Inndata = dict[str, Any]
"""A situation as data: texts, true and false, lists and tables. Numbers and days are texts."""

_PLAN = "plan"


def som_inndata(situasjon: Situasjon) -> Inndata:
    """Return a situation as data that JSON can hold without loss.

    The title, the occasion and what it builds on are left out: they say who and why, and change
    no figure.
    """
    svar: Inndata = {
        navn: dag.isoformat()
        for navn in ("regnedato", "fra", "til")
        if (dag := getattr(situasjon, navn)) is not None
    }
    svar |= _del(situasjon)
    svar[_PLAN] = {plan.navn: _del(plan) for plan in situasjon.planer}
    return svar


def som_situasjon(inndata: Inndata, bok: Regelbok) -> Situasjon:
    """Return the situation again. Raises Feilsamling when the rule book no longer takes it."""
    return Situasjon.fra_dict(inndata, bok)


def _del(s: Any) -> Inndata:
    alle: Mapping[str, Any] = {**tabeller(s), **grupper(s)}
    return {navn: _enkelt(verdi) for navn, verdi in alle.items() if verdi}


def _enkelt(raa: Any) -> Any:
    if isinstance(raa, Decimal):
        return format(raa, "f")
    if isinstance(raa, date):
        return raa.isoformat()
    if isinstance(raa, Mapping):
        return {str(k): _enkelt(v) for k, v in raa.items()}
    if isinstance(raa, list | tuple):
        return [_enkelt(v) for v in raa]
    return raa
