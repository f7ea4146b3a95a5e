"""Days, months and periods in words."""

from __future__ import annotations

from datetime import date

from ytelsesrad.lesbart.ordbok import Ordbok

_HARDT_MELLOMROM = "\u00a0"


class Dagskrift(Ordbok):
    """How a language writes days. The words are in its catalogue."""

    def maanedsnavn(self, nummer: int) -> str:
        """Return the name of month 1–12: ``januar`` … ``desember``. IndexError outside that."""
        if nummer < 1:
            raise IndexError(nummer)
        return self.ledd("dager.maaneder")[nummer - 1]

    def dato(self, dag: date) -> str:
        """Return «1. oktober 2026», with hard spaces so that a line never breaks inside it."""
        return _HARDT_MELLOMROM.join((self._dag(dag), self.maanedsnavn(dag.month), str(dag.year)))

    def dato_kort(self, dag: date) -> str:
        """Return «1. okt. 2026»: a date for narrow columns."""
        kort = self.ledd("dager.korte")[dag.month - 1]
        return _HARDT_MELLOMROM.join((self._dag(dag), kort, str(dag.year)))

    def spenn(self, fra: date, til: date) -> str:
        """Return «5.–18. jan. 2026»: the first and last day of a period, as short as can be."""
        if (fra.year, fra.month) == (til.year, til.month):
            return f"{self._dag(fra)}–{self.dato_kort(til)}"
        forste = self.dato_kort(fra)
        if fra.year == til.year:
            forste = forste.rsplit(_HARDT_MELLOMROM, 1)[0]
        return f"{forste}–{self.dato_kort(til)}"

    def maaned(self, dag: date | str) -> str:
        """Return «januar 2026» for a day, or for a period written ``2026-01``."""
        aar, nr = (dag.year, dag.month) if isinstance(dag, date) else map(int, dag.split("-")[:2])
        return f"{self.maanedsnavn(nr)}{_HARDT_MELLOMROM}{aar}"

    def periode(self, navn: str) -> str:
        """Return a period in words: ``2026`` as it is, ``2026-03`` → «mars 2026», a day as a date.

        Anything else (``konstant``, a numbered fortnight) is returned as it stands.
        """
        deler = navn.split("-")
        if not all(del_.isdecimal() for del_ in deler):
            return navn
        try:
            if len(deler) == 2:
                return self.maaned(navn)
            if len(deler) == 3:
                return self.dato(date(*map(int, deler)))
        except (IndexError, ValueError):
            return navn
        return navn

    def _dag(self, dag: date) -> str:
        return self.tegn("dager.dag").format(dag.day)
