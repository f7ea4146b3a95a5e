"""Periods as numbers: the index of a day, fortnight, month or year, its first and last day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum

from ytelsesrad.kalender.datoer import siste_i_maaneden

_DOGN = timedelta(days=1)
_DAGER = 14


class Periodetype(IntEnum):
    """The five kinds of period, from short to long."""

    DAG = 0
    MELDEPERIODE = 1
    MAANED = 2
    AAR = 3
    KONSTANT = 4


_DAG, _MELDEPERIODE, _MAANED, _AAR, _KONSTANT = map(int, Periodetype)


class UtenMandagError(Exception):
    """Fortnights were asked for, but no Monday that begins one is known."""


class Kalender:
    """Turns days into period indexes and back, and remembers what it has worked out.

    A fortnight (meldeperiode) follows the person's own Monday; ``mandag`` is one known Monday
    that begins a fortnight (None: fortnights cannot be asked for).
    """

    __slots__ = ("_dager", "_forste", "_siste", "mandag")

    def __init__(self, mandag: date | None = None) -> None:
        self.mandag = mandag.toordinal() if mandag else None
        self._forste: dict[tuple[int, int], date] = {}
        self._siste: dict[tuple[int, int], date] = {}
        self._dager: dict[tuple[int, int], tuple[int, int]] = {}

    def indeks(self, type_: int, dag: date) -> int:
        """Return the index of the period of this kind that contains the day."""
        if type_ == _AAR:
            return dag.year
        if type_ == _MAANED:
            return dag.year * 12 + dag.month - 1
        if type_ == _DAG:
            return dag.toordinal()
        if type_ == _KONSTANT:
            return 0
        if self.mandag is None:
            raise UtenMandagError
        return (dag.toordinal() - self.mandag) // _DAGER

    def forste(self, type_: int, p: int) -> date:
        """Return the first day of a period."""
        svar = self._forste.get((type_, p))
        if svar is None:
            svar = self._forste[type_, p] = self._finn_forste(type_, p)
        return svar

    def siste(self, type_: int, p: int) -> date:
        """Return the last day of a period."""
        svar = self._siste.get((type_, p))
        if svar is None:
            svar = self._siste[type_, p] = self._finn_siste(type_, p)
        return svar

    def dager(self, type_: int, p: int) -> tuple[int, int]:
        """Return the first and last day of a period, as day numbers."""
        svar = self._dager.get((type_, p))
        if svar is None:
            svar = (self.forste(type_, p).toordinal(), self.siste(type_, p).toordinal())
            self._dager[type_, p] = svar
        return svar

    def _finn_forste(self, type_: int, p: int) -> date:
        if type_ == _AAR:
            return date(p, 1, 1)
        if type_ == _MAANED:
            return date(p // 12, p % 12 + 1, 1)
        if type_ == _DAG:
            return date.fromordinal(p)
        if type_ == _MELDEPERIODE:
            if self.mandag is None:
                raise UtenMandagError
            return date.fromordinal(self.mandag + p * _DAGER)
        return date.min

    def _finn_siste(self, type_: int, p: int) -> date:
        if type_ == _AAR:
            return date(p, 12, 31)
        if type_ == _MAANED:
            return siste_i_maaneden(p // 12, p % 12 + 1)
        if type_ == _DAG:
            return date.fromordinal(p)
        if type_ == _MELDEPERIODE:
            return self.forste(type_, p + 1) - _DOGN
        return date.max


def periodenavn(kalender: Kalender, type_: int, p: int) -> str:
    """Return how a period is written in data: ``2026``, ``2026-03``, ``2026-03-09`` or ````."""
    if type_ == _KONSTANT:
        return ""
    forste = kalender.forste(type_, p)
    if type_ == _AAR:
        return f"{forste.year:04d}"
    if type_ == _MAANED:
        return f"{forste.year:04d}-{forste.month:02d}"
    return forste.isoformat()
