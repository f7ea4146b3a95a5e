"""Depth 2: numbered steps in the order the answer comes about, each with its little reckoning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from ytelsesrad.forklaring.bit import Bit
from ytelsesrad.forklaring.detaljer import Grense
from ytelsesrad.forklaring.gang import Loper
from ytelsesrad.forklaring.modell import Del, Forklaring
from ytelsesrad.forklaring.plass import Plass, trygt
from ytelsesrad.forklaring.skriv import Skriver
from ytelsesrad.forklaring.verdier import er_penger, figur, vist_tall
from ytelsesrad.lesbart import dato
from ytelsesrad.regelspraak import Regel, tre

_MAKS_STEG = 9
_MAKS_FORST = 12
_MAKS_GJENNOM = 8
_KORT = 3
"""With so few steps the answer's own sentence is said again with its reckoning."""


@dataclass(frozen=True, slots=True)
class Steg:
    """One step: what is said, and how it is reckoned."""

    forklaring: Forklaring
    tekst: str
    regnestykke: str | None


@dataclass(slots=True)
class Stegfinner:
    """Chooses the steps of an explanation and writes them."""

    rot: Forklaring
    maks: int = _MAKS_STEG
    loper: Loper = field(default_factory=Loper)
    sette: dict[Plass, Forklaring] = field(default_factory=dict)
    """Everything gone through, steps or not: where limits are looked for."""
    brukte: set[Plass] = field(default_factory=set)
    """Values whose figures stand in some line of reckoning."""
    droppet: set[Plass] = field(default_factory=set)
    """Values left out of a line of reckoning, because they add nothing."""

    def steg(self) -> list[Steg]:
        """Return the steps, children before what they are made of, the answer last."""
        valgte = self._velg()
        rekke: list[Forklaring] = []
        self._ordne(self.rot, valgte, rekke, set())
        svar, naa = [], ""
        sagt: set[tuple[str, str | None]] = set()
        for steg in [self._skriv(f, valgte) for f in rekke]:
            f = steg.forklaring
            uten_virkning = f.plass in self.droppet - self.brukte and f is not self.rot
            if uten_virkning or (steg.tekst, steg.regnestykke) in sagt:
                continue
            sagt.add((steg.tekst, steg.regnestykke))
            naar = _naar(f, self.rot, naa)
            foran = naar or (_stor(self.rot.periodetekst) if naa else "")
            if foran and foran != naa and not (f is self.rot and steg.regnestykke is None):
                steg = replace(steg, tekst=f"{foran}: {steg.tekst}")
            naa = naar
            svar.append(steg)
        return svar

    # ── which ──────────────────────────────────────────────────────────────────────────────────

    def _velg(self) -> set[Plass]:
        """Take level after level of what has a sentence, as long as there is room."""
        valgte = {self.rot.plass}
        nivaa = [self.rot]
        while nivaa:
            under: dict[Plass, Forklaring] = {}
            for f in nivaa:
                under.update((x.plass, x) for x in self._synlige(f) if x.plass not in valgte)
            rom = _MAKS_FORST if len(valgte) == 1 else self.maks
            if len(valgte) + len(under) > rom:
                break
            valgte |= set(under)
            nivaa = list(under.values())
        return valgte

    def _synlige(self, f: Forklaring, dybde: int = 0) -> Iterator[Forklaring]:
        """Go through the nearest steps below, past hidden helpers."""
        self.sette[f.plass] = f
        if dybde > _MAKS_GJENNOM:
            return
        for d in f.deler:
            if not _kan_foelges(d):
                continue
            if d.forklaring.setning and not d.forklaring.skjult:
                yield d.forklaring
            else:
                yield from self._synlige(d.forklaring, dybde + 1)

    def _ordne(
        self, f: Forklaring, valgte: set[Plass], rekke: list[Forklaring], gjort: set[Plass]
    ) -> None:
        if f.plass in gjort:
            return
        gjort.add(f.plass)
        if f.plass in valgte:
            for under in self._synlige(f):
                if under.plass in valgte:
                    self._ordne(under, valgte, rekke, gjort)
            rekke.append(f)

    # ── how ────────────────────────────────────────────────────────────────────────────────────

    def _skriv(self, f: Forklaring, valgte: set[Plass]) -> Steg:
        regnestykke = self._regnestykke(f, valgte)
        tekst = f.setning or f"{f.overskrift}: {f.tekst}."
        if f.medlem and f is not self.rot and f.plass.regel.for_hver in _grupper(f):
            tekst = f"{_stor(f.medlem)}: {tekst}"
        if f is self.rot and regnestykke and len(valgte) > _KORT:
            return Steg(f, f"{regnestykke}.", None)
        return Steg(f, tekst, regnestykke)

    def _regnestykke(self, f: Forklaring, valgte: set[Plass]) -> str | None:
        """Return the reckoning on one line; with øre if it would not add up without."""
        regning = f.plass.regning()
        if f.verdi is None or regning.node is None or f.opphav in ("inndata", "byttet", "verdi"):
            return None
        vist: Decimal | None = None
        for ore in (False, True):
            skriver = Skriver(
                f.plass.tolk(),
                self.loper,
                full=False,
                kilde="" if f.opphav == "tabell" else f.plass.formeltekst(regning),
                ore=ore,
                innfold=lambda regel: self._er_hjelper(f, regel),
                er_steg=lambda plass: plass in valgte,
            )
            bit = trygt(_skriv_alt, skriver, regning.node)
            self.brukte.update(skriver.brukte)
            self.droppet.update(skriver.droppet)
            if bit is None or (bit.er_bare_verdi and not skriver.noter):
                return None
            if bit.er_bare_verdi:
                return _med_noter(figur(f.verdi, f.enhet), skriver.noter)
            vist = bit.vist
            if vist is None or not isinstance(f.verdi, Decimal) or not er_penger(f.enhet):
                break
            if vist_tall(vist, f.enhet) == vist_tall(f.verdi, f.enhet):
                break
        return self._med_svar(f, bit.tekst, skriver.noter)

    def _med_svar(self, f: Forklaring, tekst: str, noter: list[str]) -> str:
        svar = figur(f.verdi, f.enhet)
        sagt = ", men " in tekst or (f is not self.rot and svar in (f.setning or ""))
        if not sagt:
            tekst = f"{tekst} = {f.tekst}"
        return _med_noter(tekst, noter)

    @staticmethod
    def _er_hjelper(f: Forklaring, regel: Regel) -> bool:
        """Tell whether a rule's reckoning stands better inside another's."""
        return regel.skjult and regel.inndata is None and f.er_personlig(regel.id)

    # ── the nearest limit ──────────────────────────────────────────────────────────────────────

    def grense(self) -> Grense | None:
        """Return the nearest limit among all conditions that were met on the way.

        Limits very far away, and numbers that are only numbers, are left to the tree.
        """
        alle = [g.grense for f in self.sette.values() for g in f.grener if g.grense is not None]
        naere = [g for g in alle if g.relativ * 10 < 9 and (g.tittel or g.enhet != "tall")]
        return min(naere, key=lambda g: g.relativ) if naere else None


def _kan_foelges(d: Del) -> bool:
    """Tell whether a part may be a step: not only in a condition, not one of many, personal."""
    if d.vilkaar or not d.forklaring.personlig:
        return False
    return d.gruppe is None or (d.antall == 1 and d.gruppe in _grupper(d.forklaring))


def _grupper(f: Forklaring) -> set[str]:
    """Return the groups of the book: lists of members in the situation."""
    return set(f.plass.kjoring.program.bok.samling.grupper)


def _skriv_alt(skriver: Skriver, node: tre.Node) -> Bit:
    return skriver.skriv(node, skriver.tolk.eget, topp=True)


def _med_noter(tekst: str, noter: list[str]) -> str:
    return f"{tekst} ({', '.join(dict.fromkeys(noter))})" if noter else tekst


def _naar(f: Forklaring, rot: Forklaring, naa: str) -> str:
    """Return when, for a sentence that speaks of another time than the answer.

    What is the same in every view and every period is said under what was said before (``naa``).
    """
    if f.sett_fra is not None and f.sett_fra not in (rot.sett_fra, date.min):
        return f"Slik det så ut {dato(f.sett_fra)}"
    plass = f.plass
    if plass.kregel.type is not rot.plass.kregel.type:
        return "" if plass.kjoring.program.folsom(f.regel) else naa
    return "" if f.periodetekst == rot.periodetekst else _stor(f.periodetekst)


def _stor(tekst: str) -> str:
    return f"{tekst[:1].upper()}{tekst[1:]}"
