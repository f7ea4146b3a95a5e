"""Figures on a page. Each says which field of the answer it shows, so that it can be checked.

``data-fra`` is a path in the JSON of the whole answer, such as ``/planer/1/aar/0/gjort_opp_netto``;
``*`` is the sum over a list. After it may stand ``:12`` (divided by twelve). Terms are joined by
`` + `` and `` - ``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import BOKMAAL, Sprak, sprak
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.oppmerking import El, el


@dataclass(frozen=True, slots=True)
class Svar:
    """The answer that is shown, and the whole one that it is a part of."""

    resultat: Resultat
    """The plans that are shown."""
    nummer: tuple[int, ...]
    """Where they stand in the whole answer."""
    endringer: tuple[int, ...]
    """Where the shown changes stand in the whole answer."""
    overraskelser: tuple[Overraskelse, ...] = ()
    """The surprises of the plans that are shown."""

    @property
    def sprak(self) -> Sprak:
        """The language of the answer."""
        return sprak(self.resultat.meta.sprak)

    def plan(self, plan: Planresultat) -> str:
        """Return the path to a plan."""
        navn = [p.navn for p in self.resultat.planer]
        return f"/planer/{self.nummer[navn.index(plan.navn)]}"

    def aar(self, plan: Planresultat, aar: int) -> str:
        """Return the path to a year of a plan."""
        return f"{self.plan(plan)}/aar/{[a.aar for a in plan.aar].index(aar)}"

    def linje(self, plan: Planresultat, aar: int, ytelse: str) -> str:
        """Return the path to a coverage line of a year."""
        linjer = next(a for a in plan.aar if a.aar == aar).linjer
        return f"{self.aar(plan, aar)}/linjer/{[x.ytelse for x in linjer].index(ytelse)}"

    def endring(self, plan: Planresultat, aar: int) -> str:
        """Return the path to a plan's change in a year."""
        for nr, e in zip(self.endringer, self.resultat.endringer, strict=True):
            if (e.plan, e.aar) == (plan.navn, aar):
                return f"/endringer/{nr}"
        raise KeyError(plan.navn, aar)

    def maaned(self, plan: Planresultat, maaned: str) -> str:
        """Return the path to a month of a plan."""
        return f"{self.plan(plan)}/maaneder/{[m.maaned for m in plan.maaneder].index(maaned)}"


def hele(resultat: Resultat) -> Svar:
    """Return the whole answer as it is."""
    return Svar(resultat, tuple(range(len(resultat.planer))), tuple(range(len(resultat.endringer))))


def celle(
    verdi: Decimal | None,
    fra: str | Sequence[str],
    *,
    fortegn: bool = False,
    klasse: str | None = None,
    s: Sprak = BOKMAAL,
) -> El:
    """Return a cell with an amount in whole kroner, and the fields it comes from."""
    if verdi is None:
        return el("td", s.tegn("tall.ukjent"), klasse=klasse)
    ledd = fra if isinstance(fra, str) else " + ".join(fra)
    return el("td", s.tall(verdi, 0, fortegn=fortegn), klasse=klasse, data_fra=ledd or None)


def tekstcelle(tekst: str, klasse: str | None = None) -> El:
    """Return a cell with words."""
    return el("td", tekst, klasse=klasse)


def hoder(navn: Iterable[str]) -> list[El]:
    """Return headings of columns; the one without a name is an empty cell."""
    return [el("th", n, scope="col") if n else el("td") for n in navn]
