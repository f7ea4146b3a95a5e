"""One plan's run, with what could not be computed gathered beside what could."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.kalender import Periodetype
from ytelsesrad.lesbart import BOKMAAL, Sprak, uoversatt
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import (
    Gitt,
    Kjoring,
    Mal,
    Periode,
    Regel,
    Regnefeil,
    Ukjent,
    arv,
    fyll,
    type_verdi,
    velg_tekst,
)
from ytelsesrad.regelspraak.kapittel import PERIODETYPE
from ytelsesrad.regelspraak.tolk import type_vis
from ytelsesrad.regelspraak.verdinokkel import SLUTT, Verdinokkel
from ytelsesrad.regelspraak.visenhet import enhet_av

USIKRE = ("anslag", "forslag")
"""Marks of what is not settled law: figures not set yet, and proposals asked for."""


@dataclass(slots=True)
class Utregning:
    """A run over the whole calendar years that the shown span touches.

    ``fra`` and ``til`` are the first and last day shown. ``ukjente`` says which unknown inputs
    stopped which results; ``feil`` what failed; ``merker`` what the shown figures rest on.
    """

    bok: Regelbok
    gitt: Gitt
    fra: date
    til: date
    kjoring: Kjoring = field(init=False)
    ukjente: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    feil: dict[tuple[str, str], str] = field(default_factory=dict)
    merker: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Start the run a year early, so that what is paid late is there.

        The year before is not settled: we are told too little about it.
        """
        start = date(self.fra.year - 1, 1, 1)
        slutt = date(self.til.year, 12, 31)
        self.kjoring = self.bok.kjor(self.gitt, start, slutt, date(self.fra.year, 1, 1))

    def bruk(self, *andre: Utregning) -> None:
        """Take from other runs what must be the same in this one. The answer does not change."""
        arv(self.kjoring, [u.kjoring for u in andre])

    @property
    def aar(self) -> range:
        """The calendar years shown."""
        return range(self.fra.year, self.til.year + 1)

    # ── values ─────────────────────────────────────────────────────────────────────────────────

    def verdi(self, k: Verdinokkel, hva: str) -> type_verdi | None:
        """Return a value for the answer; None, noted under ``hva``, when there is none."""
        self.kjoring.nytt_sporsmaal()
        try:
            svar = self.kjoring.v(*k)
        except Ukjent as u:
            self.noter(u, hva)
            return None
        except Regnefeil as f:
            self.noter_feil(f)
            return None
        self.merker |= self.kjoring.merker(k)
        return svar

    def tall(self, k: Verdinokkel, hva: str) -> Decimal | None:
        """Return a number for the answer, or None."""
        svar = self.verdi(k, hva)
        return svar if isinstance(svar, Decimal) else None

    def ja(self, id_: str, periode: int, medlem: int = 0) -> bool | None:
        """Return a condition; None when it can't be known. Nothing is noted."""
        self.kjoring.nytt_sporsmaal()
        try:
            return self.kjoring.v(*self.nokkel(id_, periode, medlem)) is True
        except (Ukjent, Regnefeil):
            return None

    def dato(self, id_: str, periode: int, medlem: int = 0) -> date | None:
        """Return a date, or None when it can't be known. Nothing is noted."""
        try:
            svar = self.kjoring.v(*self.nokkel(id_, periode, medlem))
        except (Ukjent, Regnefeil):
            return None
        return svar if isinstance(svar, date) else None

    def nokkel(self, id_: str, periode: int, medlem: int = 0) -> Verdinokkel:
        """Return the key of a rule's final value in a period given by index."""
        r = self.bok.program.regler[self.bok.program.nummer[id_]]
        if r.type is Periodetype.MELDEPERIODE and self.kjoring.k.mandag is None:
            raise self.kjoring.uten_mandag(id_)
        return (r.nr, periode if r.type is not Periodetype.KONSTANT else 0, medlem, SLUTT)

    def les_stille(self, k: Verdinokkel) -> type_verdi | None:
        """Return a value, or None when it can't be known. Nothing is noted."""
        self.kjoring.nytt_sporsmaal()
        try:
            return self.kjoring.v(*k)
        except (Ukjent, Regnefeil):
            return None

    def les_utenom(self, id_: str) -> type_verdi | None:
        """Return a value on the first day shown, or None. What it rests on counts as not used."""
        with self.kjoring.uten_spor():
            try:
                return self.kjoring.les(id_, self.fra)
            except (Ukjent, Regnefeil):
                return None

    def setning(self, regel: Regel, periode: int, medlem: int = 0) -> str | None:
        """Return a rule's own sentence about its value in a period, if it has one."""
        tekster = self.bok.program.regler[self.bok.program.nummer[regel.id]].traer.forklaring
        try:
            mal = velg_tekst(self.kjoring, regel, tekster, periode, medlem, SLUTT)
            if mal is None:
                return None
            return fyll(self.kjoring, regel, mal, periode, medlem, SLUTT, self._vis_i(regel))
        except (Ukjent, Regnefeil):
            return None

    def noter(self, u: Ukjent, hva: str) -> None:
        """Note that something unknown stopped a result."""
        for inndata in u.inndata:
            self.ukjente.setdefault(inndata, set()).add(hva)

    def noter_feil(self, f: Regnefeil) -> None:
        """Note that a result failed."""
        self.feil.setdefault((f.regel, f.periode), f.hva)

    # ── periods and members ────────────────────────────────────────────────────────────────────

    def perioder(self, periode: Periode) -> Iterable[int]:
        """Return the periods of a kind that touch the shown span (for years: all of each year)."""
        type_ = PERIODETYPE[periode]
        if type_ is Periodetype.KONSTANT:
            return (0,)
        if type_ is Periodetype.AAR:
            return self.aar
        if type_ is not Periodetype.MELDEPERIODE:
            return self.kjoring.perioder(type_, self.fra, self.til)
        if self.kjoring.k.mandag is None:
            return ()
        k = self.kjoring.k  # the fortnight that is under way on the first day is there too
        return range(k.indeks(type_, self.fra), k.indeks(type_, self.til) + 1)

    def aarets_perioder(self, regel: Regel, aar: int) -> Iterable[int]:
        """Return the periods of a rule that begin in a year."""
        type_ = PERIODETYPE[regel.periode]
        if type_ is Periodetype.AAR:
            return (aar,)
        if type_ is Periodetype.KONSTANT:
            return (0,)
        if type_ is Periodetype.MELDEPERIODE and self.kjoring.k.mandag is None:
            raise self.kjoring.uten_mandag(regel.id)
        return self.kjoring.perioder(type_, date(aar, 1, 1), date(aar, 12, 31))

    def medlemmer(self, gruppe: str | None) -> range:
        """Return the members of a group; one for rules without."""
        return range(self.kjoring.antall_medlemmer(gruppe) if gruppe else 1)

    def periodenavn(self, id_: str, periode: int) -> str:
        """Return the name of a period of a rule."""
        return self.kjoring.periodenavn(self.nokkel(id_, periode))

    # ── texts ──────────────────────────────────────────────────────────────────────────────────

    def vis(self, verdi: type_verdi, enhet: str, mappe: str = "") -> str:
        """Return a value written for people, in the language of the book."""
        skrevet = self.bok.sprak.vis(verdi, enhet)
        return self.bok.ord(skrevet, mappe) if isinstance(verdi, str) else skrevet

    def ord(self, tekst: str | None, ting: Any) -> str | None:
        """Return a text of something in the book, in the language of the book."""
        return self.bok.ord(tekst, ting.mappe) if tekst else tekst

    def tekst(
        self, omgivelse: Regel, nokkel: str, tekst: str | None, periode: int, medlem: int = 0
    ) -> str | None:
        """Return a text of the book (``folder.kind:id:key``) with its holes filled, if any.

        A hole that can't be known says so; the rest of the text still stands.
        """
        mal = self.bok.program.bok.maler.get(nokkel)
        if mal is None or tekst is None:
            return None
        if self.bok.oversettelse is not None:
            oversatt = self.bok.oversettelse.mal(mal, tekst, omgivelse.mappe)
            if oversatt is None:
                return uoversatt(self._fylt(omgivelse, mal, periode, medlem, BOKMAAL))
            mal = oversatt
        return self._fylt(omgivelse, mal, periode, medlem, self.bok.sprak)

    def _vis_i(self, regel: Regel) -> type_vis:
        return lambda verdi, enhet: self.vis(verdi, enhet, regel.mappe)

    def _fylt(self, omgivelse: Regel, mal: Mal, periode: int, medlem: int, sprak: Sprak) -> str:
        vis = self._vis_i(omgivelse) if sprak is self.bok.sprak else sprak.vis
        biter: list[str] = []
        for bit in mal.biter:
            try:
                ett = Mal([bit])
                biter.append(fyll(self.kjoring, omgivelse, ett, periode, medlem, SLUTT, vis))
            except (Ukjent, Regnefeil):
                enhet = "" if isinstance(bit, str) else enhet_av(bit, self.bok.samling.regler)
                biter = [sprak.uten_omtrent("".join(biter)), sprak.ukjent_i_tekst(enhet)]
        return "".join(biter)

    def hver(self, periode: Periode, gruppe: str | None) -> Iterator[tuple[int, int]]:
        """Go through the periods and members that a note or a demand speaks of."""
        for p in self.perioder(periode):
            for m in self.medlemmer(gruppe):
                yield p, m
