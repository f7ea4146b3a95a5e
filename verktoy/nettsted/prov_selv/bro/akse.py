"""What people play with: the hours (or the size) of the job in the plan that is shown.

Which input that is, how far it goes, and what grows with it, stands in the rule book (``langs``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Regel
from ytelsesrad.situasjon.grenser import JOBB, PLAN, VET_IKKE
from ytelsesrad.situasjon.tabeller import inndata_av, medlemsregler

from .felt import Felt, Sti, les_tall

_TALL = re.compile(r"\d+(,\d+)?")
_HUNDRE, _LENGST, _OERE = Decimal(100), Decimal(150), Decimal("0.01")
ANDEL: Sti = ("andel",)
"""The place of the slider when what it moves is a pattern: so many percent of what was planned."""


@dataclass(frozen=True)
class Akse:
    """What is slid, with the values it began at: a number, or a pattern that keeps its shape.

    ``med`` grows in the same proportion: the fixed pay of a bigger job is bigger too.
    """

    felt: Felt
    med: tuple[Felt, ...]
    til: Decimal

    @property
    def er_andel(self) -> bool:
        """Whether what is slid is a pattern over time, or has one beside it."""
        return any(f.slag == "fil" for f in (self.felt, *self.med))

    def data(self, andel: str) -> dict[str, Any]:
        """Return what the page needs to set up the slider. ``andel`` is where a pattern is now."""
        prosent = self.er_andel or self.felt.regel.enhet == "prosent"
        vist = andel if self.er_andel else self.felt.vist
        verdi = _som_tall(vist)
        return {
            "sti": self.sti,
            "hvor": self.felt.hvor,
            "sporsmaal": "Hvor mye av planen?"
            if self.er_andel
            else inndata_av(self.felt.regel).sporsmaal,
            "verdi": "" if verdi is None else format(verdi, "f"),
            "vist": vist,
            "enhet": "prosent" if prosent else "timer",
            "hoyst": format(_LENGST if self.er_andel else max(self.til, verdi or self.til), "f"),
            "steg": "1" if prosent else "0.5",
        }

    @property
    def sti(self) -> Sti:
        """The place of the slider."""
        return ANDEL if self.er_andel else self.felt.paa_siden

    @property
    def begynte_ved(self) -> Decimal | None:
        """The number that is slid, or None."""
        return _som_tall(self.felt.vist)

    def flyttet(self, skrevet: str) -> list[tuple[Sti, Any]]:
        """Return the place of each answer that moves with what was typed, and the new answer."""
        til, alle = _som_tall(skrevet), (self.felt, *self.med)
        if self.er_andel:
            return [(f.paa_siden, _ganger(f.verdi, til / _HUNDRE)) for f in alle if til is not None]
        svar = [(self.sti, self.felt.tolk(skrevet))]
        if til is not None and self.begynte_ved:
            andel = til / self.begynte_ved
            svar += [(f.paa_siden, _ganger(f.verdi, andel)) for f in self.med]
        return svar


def finn_akse(bok: Regelbok, data: Mapping[str, Any], plan: str) -> Akse | None:
    """Return what can be slid in a plan: what the rule book says is natural, of its last job."""
    felles = data.get(JOBB, [])
    egne = data.get(PLAN, {}).get(plan, {}).get(JOBB, [])
    regler = medlemsregler(bok, JOBB)
    for foran, jobber in (((PLAN, plan), egne), ((), felles)):
        for nr in reversed(range(len(jobber))):
            sti: Sti = (*foran, JOBB, nr)
            har = {
                n: Felt((*sti, n), r, jobber[nr][n]) for n, r in regler.items() if n in jobber[nr]
            }
            for felt in har.values():
                langs = inndata_av(felt.regel).langs
                if langs is None or felt.vist == VET_IKKE:
                    continue
                med = [har[n] for n in langs.med if n in har and har[n].vist != VET_IKKE]
                return Akse(felt, tuple(med), langs.til)
    return None


def fullt(regel: Regel) -> Decimal:
    """Return where the slider of an input ends."""
    langs = inndata_av(regel).langs
    return _HUNDRE if langs is None else langs.til


def _som_tall(vist: str) -> Decimal | None:
    tallet = les_tall(vist)
    return tallet if isinstance(tallet, Decimal) else None


def _ganger(verdi: Any, andel: Decimal) -> Any:
    """Return every number of a value times a share, to the øre; all else as it is."""
    if isinstance(verdi, Mapping):
        return {n: _ganger(v, andel) for n, v in verdi.items()}
    if isinstance(verdi, list):
        return [_ganger(v, andel) for v in verdi]
    if isinstance(verdi, Decimal | int) and not isinstance(verdi, bool):
        return Decimal(format((verdi * andel).quantize(_OERE).normalize(), "f"))
    return verdi


def nytt_navn(navn: str, foer: str, etter: str) -> str:
    """Return the name of a plan with the number in it changed, if the number stands there."""
    if not foer or not _TALL.fullmatch(etter):
        return navn
    navn = re.sub(r" \(\d+\)$", "", navn)
    return re.sub(rf"(?<![\d,.]){re.escape(foer)}(?![\d,.]*\d)", etter, navn, count=1)
