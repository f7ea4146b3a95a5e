"""Footnotes of a month table: what is worth knowing about single months, in general terms."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Maanedslinje, Planresultat
from ytelsesrad.lesbart import BOKMAAL, HARDT_MELLOMROM, Sprak


class Fotnoter:
    """Numbers the footnotes of one plan in the order they first appear."""

    def __init__(self, plan: Planresultat, s: Sprak = BOKMAAL) -> None:
        """Take the plan whose payments tell which months are estimates or hold settlements."""
        self._s = s
        self._plan = plan
        self._nummer: dict[str, int] = {}
        self._bare_anslag = _bare_anslag(plan)

    def merker(self, maaned: Maanedslinje) -> str:
        """Return the marks of a month, e.g. «<1 <3»."""
        return " ".join(
            f"<{self._nummer.setdefault(tekst, len(self._nummer) + 1)}"
            for tekst in self._tekster(maaned)
        )

    def forklart(self) -> str:
        """Return the footnotes given so far, on one line."""
        return " · ".join(
            f"<{nummer}{HARDT_MELLOMROM}{tekst}" for tekst, nummer in self._nummer.items()
        )

    def _tekster(self, maaned: Maanedslinje) -> list[str]:
        betalinger = [b for b in self._plan.betalinger if b.dato.isoformat()[:7] == maaned.maaned]
        s = self._s
        tekster = [s("maaneder.lavest")] if maaned.lavest else []
        oppgjor = dict.fromkeys(s.midt_i(b.tittel) for b in betalinger if b.oppgjor)
        if oppgjor:
            tekster.append(s("maaneder.oppgjor", hva=s.liste(oppgjor)))
        alle = maaned.maaned[:4] in self._bare_anslag
        if not alle and any(b.sikkerhet == "anslag" for b in betalinger):
            tekster.append(s("maaneder.anslag"))
        return tekster


def _bare_anslag(plan: Planresultat) -> set[str]:
    """Return the years where every month is an estimate: that is said of the year instead."""
    maaneder: dict[str, bool] = {}
    for b in plan.betalinger:
        maaned = b.dato.isoformat()[:7]
        maaneder[maaned] = maaneder.get(maaned, False) or b.sikkerhet == "anslag"
    return {m[:4] for m in maaneder} - {m[:4] for m, anslag in maaneder.items() if not anslag}
