"""What a chart is: two drawings, its table, its sentence, and the same as Vega-Lite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ytelsesrad.visning.oppmerking import El

_NAVN = 20


def kort(navn: str) -> str:
    """Return a name as there is room for it in a heading or drawing, without what explains it."""
    if len(navn) > _NAVN and navn.endswith(")"):
        navn = navn.partition(" (")[0]
    return navn if len(navn) <= _NAVN else f"{navn[: _NAVN - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Tegn:
    """One entry of a legend: its name and a small picture of it."""

    navn: str
    bilde: El


@dataclass(frozen=True, slots=True)
class Tabell:
    """The figures of a chart, written for people."""

    kolonner: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]
    stier: tuple[tuple[str, ...], ...] = ()
    """Where each cell is in the JSON of what the chart was made of; empty for words."""


@dataclass(frozen=True, slots=True)
class Figur:
    """A chart that can be seen, read aloud, and drawn again by another tool."""

    tittel: str
    beskrivelse: str
    """The figures that matter, in words: the ``<desc>`` of the drawings."""
    setning: str
    """What the chart shows, in one sentence."""
    bred: El
    """For paper and a wide screen."""
    smal: El
    """For a phone: larger type, fewer ticks."""
    tegn: tuple[Tegn, ...]
    tabell: Tabell
    vega: Mapping[str, Any]
    """A Vega-Lite specification with the figures in it."""
