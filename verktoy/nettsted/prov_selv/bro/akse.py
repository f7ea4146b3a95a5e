"""What people play with: the hours (or the size) of the job in the plan that is shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ytelsesrad.lesbart import tall
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Regel
from ytelsesrad.situasjon.grenser import JOBB, PLAN
from ytelsesrad.situasjon.tabeller import inndata_av, medlemsregler

from .felt import Felt

_TALL = re.compile(r"\d+(,\d+)?")
_HOYEST = {"timer_per_uke": Decimal("37.5"), "stillingsprosent": Decimal(100)}
"""Inputs that can be slid, the one to prefer first, and where the slider ends: full time."""


@dataclass(frozen=True)
class Akse:
    """The field that is slid, and which job it is of, counted from 1."""

    felt: Felt
    medlem: int
    hoyst: Decimal

    def data(self) -> dict[str, Any]:
        """Return what the page needs to set up the slider and the number beside it."""
        verdi = self.felt.verdi
        inndata = inndata_av(self.felt.regel)
        return {
            "sti": self.felt.paa_siden,
            "hvor": self.felt.hvor,
            "sporsmaal": inndata.sporsmaal,
            "verdi": format(Decimal(verdi), "f") if isinstance(verdi, Decimal | int) else "",
            "vist": tall(verdi) if isinstance(verdi, Decimal | int) else str(verdi),
            "enhet": "prosent" if self.felt.regel.enhet == "prosent" else "timer",
            "hoyst": format(self.hoyst, "f"),
            "steg": "1" if self.felt.regel.enhet == "prosent" else "0.5",
        }


def finn_akse(bok: Regelbok, data: Mapping[str, Any], plan: str) -> Akse | None:
    """Return what can be slid in a plan: in its last job that says it as one number."""
    regler = medlemsregler(bok, JOBB)
    felles = data.get(JOBB, [])
    egne = data.get(PLAN, {}).get(plan, {}).get(JOBB, [])
    for foran, jobber, antall in (
        ((PLAN, plan), egne, len(felles)),
        ((), felles, 0),
    ):
        for nr in reversed(range(len(jobber))):
            for navn, hoyst in _HOYEST.items():
                if navn not in jobber[nr]:
                    continue
                felt = Felt((*foran, JOBB, nr, navn), regler[navn], jobber[nr][navn])
                if felt.slag == "tall":
                    return Akse(felt, antall + nr + 1, hoyst)
    return None


def fullt(regel: Regel) -> Decimal:
    """Return where the slider of an input ends."""
    return _HOYEST[regel.navn]


def nytt_navn(navn: str, foer: str, etter: str) -> str:
    """Return the name of a plan with the number in it changed, if the number stands there."""
    if not foer or not _TALL.fullmatch(etter):
        return navn
    navn = re.sub(r" \(\d+\)$", "", navn)
    return re.sub(rf"(?<![\d,.]){re.escape(foer)}(?![\d,.]*\d)", etter, navn, count=1)
