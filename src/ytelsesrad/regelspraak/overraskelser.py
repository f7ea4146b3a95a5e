"""The kinds of surprise that a note may belong to, so that each thing is said once."""

from __future__ import annotations

from typing import Literal, get_args

Slag = Literal[
    "opptjent_foer_betalt",
    "settes_ned_foer_pengene",
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
SLAG: tuple[str, ...] = get_args(Slag)
