"""What several plans have in common is said once, with the plans it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from ytelsesrad.beregning import Planresultat, Resultat

T = TypeVar("T")


def samle(
    resultat: Resultat,
    hent: Callable[[Planresultat], Iterable[T]],
    likhet: Callable[[T], Hashable],
) -> Iterator[tuple[tuple[T, ...], tuple[str, ...]]]:
    """Go through what is the same in several plans, in the order it first appears.

    Gives the things that are the same, and the names of the plans that have them.
    """
    like: dict[Hashable, tuple[list[T], dict[str, None]]] = {}
    for plan in resultat.planer:
        for ting in hent(plan):
            alle, planer = like.setdefault(likhet(ting), ([], {}))
            alle.append(ting)
            planer[plan.navn] = None
    for alle, planer in like.values():
        yield tuple(alle), tuple(planer)
