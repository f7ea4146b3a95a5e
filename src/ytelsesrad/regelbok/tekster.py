"""The texts of a rule book that people read, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ytelsesrad.regelspraak import IkkeModellert, Krav, Melding, Regel, Ytelse
from ytelsesrad.regelspraak.kapittel import Nokkel
from ytelsesrad.regelspraak.samling import Samling

_HULL = re.compile(r"\{([^{}]*)\}")
_ORD_I_FORMEL = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text in bokmål and its place. ``paa_arket``: it can be printed on the one-page answer."""

    mappe: str
    tekst: str
    sted: Nokkel
    paa_arket: bool = True


def alle_tekster(samling: Samling) -> Iterator[Tekst]:
    """Go through the texts of a book, file by file as far as the book remembers them so."""
    for regel in samling.regler.values():
        yield from _av_regel(regel)
    for ytelse in samling.ytelser.values():
        yield from _av_ytelse(ytelse)
    for betaling in samling.betalinger.values():
        yield from _felt(betaling, ("tittel", "betaler"))
    for trekk in samling.trekk.values():
        yield from _felt(trekk, ("tittel",))
    for melding in samling.meldinger.values():
        yield from _felt(melding, ("tekst", "kort", "frist", "hvem", "kanal"))
    for krav in samling.krav.values():
        yield from _felt(krav, ("tekst", "rett"), paa_arket=krav.alvor == "advarsel")
    for hull in samling.ikke_modellert.values():
        yield from _felt(hull, ("hva", "hvorfor", "verdt", "spor"))


def _av_regel(regel: Regel) -> Iterator[Tekst]:
    if ":" in regel.id:
        return
    spurt = regel.inndata is not None and not regel.skjult
    if regel.tittel and not regel.skjult:
        yield _tekst(regel, regel.tittel, "tittel", paa_arket=spurt)
    for valg in regel.valg:
        vist = str(regel.valget(valg))
        sti = ("valg",) if vist == valg else ("vist", valg)
        yield _tekst(regel, vist, *sti, paa_arket=spurt)
    if regel.enhet == "tekst" and regel.formel is not None:
        for ord_ in _ORD_I_FORMEL.findall(regel.formel.tekst):
            yield _tekst(regel, ord_, "formel", paa_arket=True)
    if regel.inndata is None:
        return
    for felt in ("sporsmaal", "staar_i"):
        if tekst := getattr(regel.inndata, felt):
            yield _tekst(regel, tekst, "inndata", felt, paa_arket=spurt)
    for felt in ("fordi", "vist"):
        if tekst := getattr(regel.inndata.antatt, felt, None):
            yield _tekst(regel, tekst, "inndata", "antatt", felt, paa_arket=spurt)


def _av_ytelse(ytelse: Ytelse) -> Iterator[Tekst]:
    yield from _felt(ytelse, ("navn", "rad", "kort", "spor"))
    yield from _felt(ytelse, ("merknad",), paa_arket=False)


def _felt(
    ting: Ytelse | Melding | Krav | IkkeModellert | object,
    felter: tuple[str, ...],
    *,
    paa_arket: bool = True,
) -> Iterator[Tekst]:
    for felt in felter:
        if isinstance(tekst := getattr(ting, felt), str) and tekst:
            yield _tekst(ting, tekst, felt, paa_arket=paa_arket)


def _tekst(ting: object, tekst: str, *sti: str, paa_arket: bool) -> Tekst:
    sted: Nokkel = ting.sted  # type: ignore[attr-defined]
    her = Nokkel(sted.fil, (*sted.sti, *sti), sted.hvor)
    return Tekst(ting.mappe, tekst, her, paa_arket)  # type: ignore[attr-defined]


def hullene(tekst: str) -> list[str]:
    """Return what stands in the holes of a text, in order."""
    return [" ".join(hull.split()) for hull in _HULL.findall(tekst)]


def delt(tekst: str) -> list[tuple[str, bool]]:
    """Return the parts of a text in order; True for what stands in a hole."""
    biter = _HULL.split(tekst)
    return [(" ".join(b.split()) if nr % 2 else b, bool(nr % 2)) for nr, b in enumerate(biter) if b]
