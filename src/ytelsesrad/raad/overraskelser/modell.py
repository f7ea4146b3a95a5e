"""What a surprise is: frozen data, the same for every view of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ytelsesrad.beregning.resultat import Kroner, Modell

Slag = Literal[
    "opptjent_foer_betalt",
    "settes_ned_foer_pengene",
    "settes_ned_senere",
    "ser_for_god_ut",
    "svakeste_maaned",
    "oppgjor_tilbake",
    "oppgjor_til_gode",
    "faller_bort",
    "settes_ned",
    "flere_utbetalinger",
    "mindre_trekk",
    "egen_maaned",
    "egen_maaned_uteblir",
    "naer_grense",
    "over_grense",
    "slutter",
    "regelendring",
]
"""What kind of surprise it is. No kind belongs to one benefit."""


class Overraskelse(Modell):
    """Something in a plan that a person may not expect.

    ``rang`` is its place among the plan's surprises, 1 for the one that matters most.
    """

    id: str
    """Kind, what it is about and when: unique in a plan, and the same the next time."""
    slag: Slag
    plan: str
    alvor: Literal["info", "obs", "stopp"]
    """``stopp``: the person may be without money. ``obs``: think of it. ``info``: good to know."""
    rang: int
    maaned: str | None
    """The month it shows, e.g. ``2026-03``."""
    dato: date | None
    """The day, when it is known."""
    belop: Kroner | None
    """Kroner. Below zero: less, or to pay. A year's or a month's: ``tekst`` says which."""
    tekst: str
    """One plain sentence."""
    hvorfor: str | None
    """The rule's own sentence about it, when it has one."""
    gjor: str | None
    """What the person can do."""
    ytelse: str | None
    """The coverage line it is about."""
    betalinger: tuple[str, ...]
    """Names of the payments it rests on."""
    regler: tuple[str, ...]
    """The rules to open with ``forklar``."""
