"""Hvor mye arbeid noe er, talt i funksjonskall: likt hver gang, på enhver maskin."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile


def skritt(arbeid: Callable[[], object]) -> int:
    """Alle kall mens arbeidet gjøres, også av det som er skrevet i C."""
    teller = Profile()
    teller.runcall(arbeid)
    return sum(funksjon.callcount for funksjon in teller.getstats())
