"""Each thing once: join a surprise with the notes of the rules about the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from ytelsesrad.beregning import Planresultat
from ytelsesrad.beregning.resultat import Melding
from ytelsesrad.raad.overraskelser.ramme import Ramme, Utkast
from ytelsesrad.regelspraak import Melding as Meldingsregel

_Maate = Literal["i_stedet_for", "utdyper", "sagt_av"]


def note_navn(melding: Melding) -> str:
    """Return what a note is called in ``Overraskelse.meldinger``: its id and first period."""
    return "/".join((melding.id, *melding.perioder[:1]))


@dataclass(frozen=True)
class Noter:
    """The notes of one plan, to be held against its surprises."""

    r: Ramme

    @property
    def plan(self) -> Planresultat:
        """The plan."""
        return self.r.plan

    @cached_property
    def _regler(self) -> dict[str, Meldingsregel]:
        alle = self.r.utregning.bok.samling.meldinger.values()
        return {f"{m.mappe}.{m.id}": m for m in alle}

    def om(self, u: Utkast, maate: _Maate) -> Iterator[Melding]:
        """Return the notes about the same as a surprise, in the order of the rule book."""
        mapper = self._mapper(u)
        for melding in self.plan.meldinger:
            regel = self._regler[melding.id]
            om_denne = u.slag in getattr(regel, maate) and regel.ytelse in (None, u.ytelse)
            if om_denne and regel.mappe in mapper and _i_aaret(melding, u):
                yield melding

    def _mapper(self, u: Utkast) -> set[str]:
        mapper = {navn.partition(".")[0] for navn in u.alle_regler}
        if u.ytelse is not None:
            mapper.add(self.r.utregning.bok.samling.ytelser[u.ytelse].mappe)
        return mapper


def _i_aaret(melding: Melding, u: Utkast) -> bool:
    aar = str(u.aar or u.maaned or "")[:4]
    aarene = {p[:4] for p in melding.perioder if p[:4].isdecimal()}
    return not aar or not aarene or aar in aarene


def sagt_en_gang(r: Ramme, funnet: Sequence[Utkast]) -> list[Utkast]:
    """Return the surprises with the notes that belong to them; ``funnet`` in order of weight.

    A note says why (``utdyper``), says it better (``i_stedet_for``) or says no more (``sagt_av``).
    Surprises that one note speaks for are one.
    """
    noter = Noter(r)
    brukt: set[str] = set()
    utdypet: list[Utkast] = []
    for u in funnet:
        tekst, navn, viktig = u.tekst, list(u.meldinger), False
        for melding in noter.om(u, "utdyper"):
            if note_navn(melding) not in brukt:
                brukt.add(note_navn(melding))
                tekst += f" {melding.tekst}"
                navn.append(note_navn(melding))
                viktig = viktig or melding.viktig
        sagt = [note_navn(m) for m in noter.om(u, "sagt_av")]
        utdypet.append(replace(u, tekst=tekst, meldinger=(*navn, *sagt), utdypet=viktig))
    svar: list[Utkast] = []
    for u in utdypet:
        i_stedet = next(noter.om(u, "i_stedet_for"), None)
        if i_stedet is None:
            svar.append(u)
        elif note_navn(i_stedet) not in brukt:
            brukt.add(note_navn(i_stedet))
            alle = (*u.meldinger, note_navn(i_stedet))
            viktig = u.utdypet or i_stedet.viktig
            svar.append(replace(u, tekst=i_stedet.tekst, meldinger=alle, utdypet=viktig))
    return svar


def har_egen_note(r: Ramme, utkast: Utkast) -> bool:
    """Tell whether the rules have their own words for a surprise."""
    return next(Noter(r).om(utkast, "i_stedet_for"), None) is not None
