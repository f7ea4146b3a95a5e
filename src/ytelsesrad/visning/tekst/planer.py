"""How plans are spoken of, and what several of them have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from ytelsesrad.beregning.resultat import Aar, Planresultat, Resultat
from ytelsesrad.lesbart import avrundet, sprak
from ytelsesrad.lesbart import er_som_naa as er_som_naa
from ytelsesrad.lesbart import naa_eller_med as naa_eller_med
from ytelsesrad.lesbart import omtale as omtale
from ytelsesrad.raad.aarene import aarene as aarene
from ytelsesrad.raad.aarene import viktigst_forst as viktigst_forst

T = TypeVar("T")
_MANGE = 3
"""So many plans are not named when there is only one that they are without."""


def aar_i(plan: Planresultat, aar: int) -> Aar | None:
    """Return the year of a plan, or None."""
    return next((a for a in plan.aar if a.aar == aar), None)


def aa_leve_for(plan: Planresultat, aar: int) -> Decimal | None:
    """Return «å leve for» a month when the year is settled, unrounded; None when not known."""
    funnet = aar_i(plan, aar)
    if funnet is None or funnet.gjort_opp_netto is None:
        return None
    return funnet.gjort_opp_netto / 12


def endring(resultat: Resultat, plan: Planresultat, aar: int) -> Decimal | None:
    """Return the plan's settled year against the first plan's, in kroner a month; None: unknown."""
    return next(
        (e.per_maaned for e in resultat.endringer if e.plan == plan.navn and e.aar == aar), None
    )


def til_kroner(belop: Decimal | None) -> Decimal | None:
    """Round to whole kroner for display, keeping the unknown unknown."""
    return None if belop is None else avrundet(belop)


@dataclass(frozen=True, slots=True)
class Samlet(Generic[T]):
    """Something that one or more plans have, and the plans it must be said to belong to."""

    ting: tuple[T, ...]
    """One for each plan that has it (several for a plan that says it several times)."""
    gjelder: str
    """The plans, e.g. «30 % og 50 %»; empty when it holds for all, or for all but the first."""
    planer: frozenset[int]
    """The numbers of the plans."""
    andre: tuple[Samlet[T], ...] = ()
    """The same of other plans, with other figures."""

    @property
    def forste(self) -> T:
        """The first of them."""
        return self.ting[0]


def samle(
    resultat: Resultat,
    hent: Callable[[Planresultat], Iterable[T]],
    likhet: Callable[[T], Hashable],
    gruppe: Callable[[T], Hashable] | None = None,
) -> list[Samlet[T]]:
    """Put together what is the same in several plans, in the order it first appears.

    ``likhet`` says what must be equal; ``gruppe`` keeps relatives (the same note with other
    figures) beside each other.
    """
    like: dict[Hashable, list[tuple[int, T]]] = {}
    for nr, plan in enumerate(resultat.planer):
        for ting in hent(plan):
            like.setdefault(likhet(ting), []).append((nr, ting))
    samlet = list(like.values())
    if gruppe is not None:
        rekke: dict[Hashable, int] = {}
        for nr, forekomster in enumerate(samlet):
            rekke.setdefault(gruppe(forekomster[0][1]), nr)
        samlet.sort(key=lambda forekomster: rekke[gruppe(forekomster[0][1])])
    return [_samlet(resultat, f) for f in samlet]


def _samlet(resultat: Resultat, forekomster: list[tuple[int, T]]) -> Samlet[T]:
    planer = frozenset(nr for nr, _ in forekomster)
    return Samlet(tuple(t for _, t in forekomster), gjelder(resultat, set(planer)), planer)


def gjelder(resultat: Resultat, planer: set[int], *, alltid: bool = False) -> str:
    """Return the names of the plans, or nothing when it is all of them or all but the first.

    ``alltid``: name them also then.
    """
    antall = len(resultat.planer)
    if not alltid and planer >= set(range(1, antall)) and (antall > 1 or 0 in planer):
        return ""
    s = sprak(resultat.meta.sprak)
    utenom = set(range(1, antall)) - planer
    if len(utenom) == 1 and len(planer) >= _MANGE:
        return s("plan.alle_utenom", plan=omtale(resultat.planer[utenom.pop()].navn, s))
    return s.liste(omtale(resultat.planer[nr].navn, s) for nr in sorted(planer))
