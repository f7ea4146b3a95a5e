"""The rule book."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import date
from decimal import Context, Decimal, localcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ytelsesrad.lesbart import BOKMAAL, HOVEDSPRAK, Sprak, sprakene
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok.endringer import Regelendring, alle_endringer
from ytelsesrad.regelbok.filer import (
    Filer,
    er_oversettelse,
    hash_av,
    les_ferdigfil,
    les_mappe,
    les_oversettelser,
    standardmappe,
)
from ytelsesrad.regelbok.innlesing import VEDTATT, les_bok
from ytelsesrad.regelspraak import KONTEKST, Gitt, Gruppe, Kjoring, Program, Regel, Versjon

if TYPE_CHECKING:
    from ytelsesrad.regelbok.oversettelse import Oversettelse

FELLES = "felles"
_Kilde = tuple[tuple[Filer, ...], date | None, frozenset[str]]
"""What a book was made of, so that it can be made again: files, knowledge day, statuses."""


class Regelbok:
    """All rules as they hold, checked and ready to run. Immutable; share it freely.

    Threads can use the same book. Sent to another process (pickled), it is read from the same
    folders there, once; that fails with Feilsamling when the rules are others by then.

    Raises Feilsamling, with every fault of every file, when the files are not right.
    """

    def __init__(
        self,
        lag: Sequence[Filer],
        *,
        kunnskapsdato: date | None = None,
        statuser: Collection[str] = VEDTATT,
        ferdig: bytes | None = None,
    ) -> None:
        self._mapper: tuple[Path, ...] = ()
        self._kilde: _Kilde = (tuple(lag), kunnskapsdato, frozenset(statuser))
        self._oversettelser = [_del(filer, oversettelse=True) for filer in lag]
        lag = [_del(filer, oversettelse=False) for filer in lag]
        self.oversettelse: Oversettelse | None = None
        lest = les_bok(lag, kunnskapsdato, statuser, ferdig)
        self.regelsett = lest.regelsett
        self.hash = hash_av(lag)
        self.kunnskapsdato = kunnskapsdato
        self.advarsler = lest.advarsler
        self.program = Program(lest.bok)
        samling = lest.bok.samling
        self.samling = samling
        self.mapper: Collection[str] = tuple(samling.mapper)
        self.inndata: Mapping[str, Regel] = {
            r.id: r for r in samling.regler.values() if r.inndata is not None
        }
        self.grupper: Mapping[str, Gruppe] = samling.grupper
        self.enheter: Mapping[str, str] = samling.enheter
        self.kalender: Mapping[str, str] = samling.kalender

    # ── making one ─────────────────────────────────────────────────────────────────────────────

    @classmethod
    def standard(
        cls,
        *overlegg: Path | str,
        kunnskapsdato: date | None = None,
        statuser: Collection[str] = VEDTATT,
    ) -> Regelbok:
        """Return the rules that come with the library, with overlay folders on top.

        ``kunnskapsdato``: only what was decided by that day. ``statuser``: which versions count, by
        their ``status``; proposals (``"foreslått"``) are left out unless they are named.
        """
        mapper = (standardmappe(), *map(Path, overlegg))
        lag, ferdig = [*map(les_mappe, mapper)], les_ferdigfil(mapper[0])
        bok = cls(lag, kunnskapsdato=kunnskapsdato, statuser=statuser, ferdig=ferdig)
        return bok._fra(mapper)

    @classmethod
    def fra_mapper(
        cls,
        *mapper: Path | str,
        kunnskapsdato: date | None = None,
        statuser: Collection[str] = VEDTATT,
    ) -> Regelbok:
        """Return a book from folders: the first is the book, the others are overlays.

        The rest is as in ``standard``.
        """
        lag = [les_mappe(Path(m)) for m in mapper]
        bok = cls(lag, kunnskapsdato=kunnskapsdato, statuser=statuser)
        return bok._fra(tuple(map(Path, mapper)))

    def _fra(self, mapper: tuple[Path, ...]) -> Regelbok:
        self._mapper = tuple(m.absolute() for m in mapper)
        self._kilde = ((), *self._kilde[1:])  # the folders are enough
        return self

    @classmethod
    def fra_tekst(
        cls,
        *lag: Mapping[str, str],
        kunnskapsdato: date | None = None,
        statuser: Collection[str] = VEDTATT,
    ) -> Regelbok:
        """Return a book from texts by path (``folder/chapter.toml``), layer by layer.

        The rest is as in ``standard``.
        """
        return cls(
            [{navn: tekst.encode() for navn, tekst in filer.items()} for filer in lag],
            kunnskapsdato=kunnskapsdato,
            statuser=statuser,
        )

    def paa(self, kode: str) -> Regelbok:
        """Return the same book with its texts in another language (``en``, ``nn``).

        The rules are the same objects, so no number can change. Raises Feilsamling for a language
        that is not there, and for faults in the files with translations.
        """
        if kode not in sprakene():
            hva = f"Språket «{kode}» finnes ikke."
            rett = f"Velg mellom {', '.join(sprakene())}."
            raise Feilsamling((Feil("S01", Sted("--sprak"), hva, rett),))
        bok = copy(self)
        bok.oversettelse = None
        if kode != HOVEDSPRAK:
            from ytelsesrad.regelbok.les_oversettelse import les_par
            from ytelsesrad.regelbok.oversettelse import Oversettelse

            feil: list[Feil] = []
            par = les_par(self.oversettelser(), kode, feil)
            if feil:
                raise Feilsamling(feil)
            bok.oversettelse = Oversettelse(kode, par, self.samling)
        return bok

    def oversettelser(self) -> Sequence[Filer]:
        """Return the files with translations, layer by layer, as they are."""
        return [*map(les_oversettelser, self._mapper), *self._oversettelser]

    @property
    def sprak(self) -> Sprak:
        """The language of the texts."""
        return BOKMAAL if self.oversettelse is None else self.oversettelse.sprak

    def ord(self, tekst: str, mappe: str) -> str:
        """Return a text of the book in its language."""
        return tekst if self.oversettelse is None else self.oversettelse.ord(tekst, mappe)

    def tittel(self, regel: Regel) -> str | None:
        """Return the title of a rule, if it has one, in the language of the book."""
        return self.ord(regel.tittel, regel.mappe) if regel.tittel else None

    def __deepcopy__(self, minne: object) -> Regelbok:
        """Return the book itself: it never changes."""
        return self

    def __copy__(self) -> Regelbok:
        ny = object.__new__(type(self))
        ny.__dict__.update(self.__dict__)
        return ny

    def __reduce__(self) -> tuple[Any, ...]:
        lag, *hvordan = self._kilde
        filer = tuple(tuple(sorted(f.items())) for f in lag)
        return _les_igjen, (self._mapper, filer, *hvordan, self.hash, self.sprak.kode)

    # ── asking it ──────────────────────────────────────────────────────────────────────────────

    @property
    def navn(self) -> str:
        """Name (or else the date) of the rule set."""
        return self.regelsett.navn

    def finn(self, navn: str) -> Regel:
        """Return a rule by full name; rules in ``felles`` need no folder.

        Raises Feilsamling with «mente du …» when there is none.
        """
        regler = self.samling.regler
        for fullt in (navn, f"{FELLES}.{navn}"):
            if fullt in regler and ":" not in fullt:
                return regler[fullt]
        synlige = [r for r in regler if ":" not in r]
        treff = [r for r in synlige if r.split(".", 1)[1] == navn]
        nesten = treff[0] if treff else mente_du(navn, synlige)
        raise Feilsamling(
            (
                Feil(
                    "S01",
                    Sted(navn),
                    f"Regelen «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
                    nesten or "",
                ),
            )
        )

    def versjon(self, navn: str, dag: date, sett_fra: date | None = None) -> Versjon | None:
        """Return the version of a rule that holds on a day; None when there is none.

        ``sett_fra``: as it was in use on that day; else as the law finally is. Raises as ``finn``.
        """
        regel = self.finn(navn)
        program = self.program
        s = sett_fra.toordinal() if sett_fra else date.max.toordinal()
        r = program.regler[program.nummer[regel.id]]
        treff = (v for v in r.versjoner if v.virkning <= dag.toordinal() and v.i_bruk <= s)
        valgt = next(treff, None)
        return valgt.versjon if valgt else None

    def endringer(self) -> tuple[Regelendring, ...]:
        """Return every day something changes, by day, with the rules that do."""
        return alle_endringer(self.samling.regler.values())

    def neste_endring(self, etter: date) -> Regelendring | None:
        """Return the next known change after a day; None when none is known."""
        return next((e for e in self.endringer() if e.dag > etter), None)

    def kjor(
        self,
        gitt: Gitt | None = None,
        start: date | None = None,
        slutt: date | None = None,
        oppgjor_fra: date | None = None,
    ) -> Kjoring:
        """Return a run with what is given. Use it inside ``regnemodus()``.

        ``start`` and ``slutt`` span the days payments and state are laid out for; what begins
        before ``oppgjor_fra`` (``start`` when not said) is not settled.
        """
        return Kjoring(
            self.program,
            gitt or Gitt(),
            start or self.regelsett.fra,
            slutt or self.regelsett.til,
            oppgjor_fra,
        )

    def verdi_uten_inndata(self, regel: str, dag: date) -> Decimal:
        """Return a rule's number on a day, for rules that need nothing from a person.

        It is in the unit of the rule in base form: 70 prosent is 0.70. Raises Ukjent when it needs
        something after all, Regnefeil when it can't be worked out, and TypeError for no number.
        """
        with regnemodus():
            verdi = self.kjor().les(self.finn(regel).id, dag)
        if not isinstance(verdi, Decimal):
            raise TypeError(regel)
        return verdi


@lru_cache(maxsize=8)
def _les_igjen(
    mapper: tuple[Path, ...],
    filer: tuple[tuple[tuple[str, bytes], ...], ...],
    kunnskapsdato: date | None,
    statuser: frozenset[str],
    kontrollsum: str,
    kode: str,
) -> Regelbok:
    """Return a book that was sent from another process. Raises Feilsamling."""
    if not mapper:
        bok = Regelbok([*map(dict, filer)], kunnskapsdato=kunnskapsdato, statuser=statuser)
    elif mapper[0] == standardmappe():
        bok = Regelbok.standard(*mapper[1:], kunnskapsdato=kunnskapsdato, statuser=statuser)
    else:
        bok = Regelbok.fra_mapper(*mapper, kunnskapsdato=kunnskapsdato, statuser=statuser)
    if bok.hash != kontrollsum:
        hva = f"Reglene er endret siden boken ble lest: {kontrollsum} er blitt {bok.hash}."
        raise Feilsamling((Feil("R01", Sted(str(mapper[0])), hva, "Les boken på nytt."),))
    return bok.paa(kode)


@contextmanager
def regnemodus() -> Iterator[Context]:
    """Arithmetic is exact, and nothing looks for rubbish: all runs happen inside it.

    A run makes tens of thousands of values that all live until it is over. Looking among them for
    what can be thrown away takes a fifth of the time, and finds nothing.
    """
    ryddet = gc.isenabled()
    gc.disable()
    try:
        with localcontext(KONTEKST) as kontekst:
            yield kontekst
    finally:
        if ryddet:
            gc.enable()


def _del(filer: Filer, *, oversettelse: bool) -> Filer:
    return {n: innhold for n, innhold in filer.items() if er_oversettelse(n) == oversettelse}
