"""A language: its texts, and how numbers and days are written in it."""

from __future__ import annotations

from functools import cache

from ytelsesrad.lesbart.ordbok import HOVEDSPRAK, sprakene
from ytelsesrad.lesbart.tall import Tallskrift

_KJENT = "kjent."


class Sprak(Tallskrift):
    """One language. ``s("plan.med", plan=…)`` is a text of it; ``s.kroner(…)`` writes an amount."""

    def kjent(self, tekst: str) -> str:
        """Return what people often write, such as the name of a plan, in this language.

        What we do not know stands as it was written.
        """
        skrevet = tekst.strip().casefold()
        for nokkel, ny in self._egne.items():
            if not nokkel.startswith(_KJENT):
                continue
            foran, hull, bak = nokkel.removeprefix(_KJENT).casefold().partition("{}")
            midt = skrevet.removeprefix(foran).removesuffix(bak) if hull else ""
            if skrevet == f"{foran}{midt}{bak}" and midt.replace(",", "").isdecimal() == bool(hull):
                return str(ny).format(midt.replace(",", self.tegn("tall.desimal")))
        return tekst


@cache
def sprak(kode: str) -> Sprak:
    """Return a language. Raises ValueError, with those there are, for one that is not there."""
    if kode != HOVEDSPRAK and kode not in sprakene():
        raise ValueError(f"Språket «{kode}» finnes ikke. Velg mellom {', '.join(sprakene())}.")
    return Sprak(kode)


BOKMAAL = sprak(HOVEDSPRAK)
