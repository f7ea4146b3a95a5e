"""The rule book as the site needs it: where each rule has its page, and what goes with what."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ytelsesrad import Regelbok
from ytelsesrad.regelbok import Eksempelsvar, kjor_eksempler
from ytelsesrad.regelspraak import IkkeModellert, Regel
from ytelsesrad.regelspraak.kapittel import Kapittel

ROT = Path(__file__).resolve().parent.parent.parent
REGLER = "regler"


def href(fra: str, til: str, anker: str = "") -> str:
    """Return the address of one page (``regler/a.md``) as written on another."""
    sti = posixpath.relpath(
        til.removesuffix(".md").removesuffix(".html") + ".html", posixpath.dirname(fra)
    )
    if fra == til and anker:
        return f"#{anker}"
    return f"{sti}#{anker}" if anker else sti


@dataclass(frozen=True)
class Mappe:
    """A folder of the book: its chapters in the order they are shown."""

    navn: str
    tittel: str
    side: str
    kapitler: tuple[Kapittel, ...]


@dataclass
class Oppslag:
    """Everything the pages look up."""

    bok: Regelbok
    mapper: tuple[Mappe, ...]
    sider: dict[str, str] = field(default_factory=dict)
    """File of a chapter → its page."""
    bruker: dict[str, list[str]] = field(default_factory=dict)
    """Rule → the rules it asks."""
    brukes_av: dict[str, list[str]] = field(default_factory=dict)
    """Rule → what asks it, also notes and payments (ids with «:»)."""
    svar: dict[str, list[Eksempelsvar]] = field(default_factory=dict)
    """Rule → the examples that have an answer for it."""
    forbehold: dict[str, list[IkkeModellert]] = field(default_factory=dict)

    def side(self, id_: str) -> str:
        """Return the page a rule, or what belongs to a chapter, stands on."""
        return self.sider[self.bok.samling.regler[id_].sted.fil.fil]

    def lenke(self, fra: str, id_: str) -> str:
        """Return the address of a rule as written on a page."""
        return href(fra, self.side(id_), id_)

    def finn(self, navn: str, mappe: str) -> Regel | None:
        """Return the rule a name means in a folder, if it is a rule."""
        regel = self.bok.samling.regler.get(self.bok.samling.fullt(navn, mappe))
        return None if regel is None or ":" in regel.id else regel


def tittel(regel: Regel) -> str:
    """Return what a rule is called."""
    return regel.tittel or regel.navn


@cache
def oppslag() -> Oppslag:
    """Return the look-up of the book that comes with the library."""
    bok = Regelbok.standard()
    mapper = tuple(_mapper(bok))
    o = Oppslag(bok, mapper)
    for m in mapper:
        for k in m.kapitler:
            o.sider[k.fil.fil] = m.side if len(m.kapitler) == 1 else kapittelside(k)
    _hvem_bruker_hva(o)
    for s in kjor_eksempler(bok):
        o.svar.setdefault(s.regel, []).append(s)
    for hull in bok.samling.ikke_modellert.values():
        for id_ in hull.berorer:
            o.forbehold.setdefault(id_, []).append(hull)
    return o


def kapittelside(k: Kapittel) -> str:
    """Return the page of a chapter in a folder of several."""
    return f"{REGLER}/{k.fil.fil.removesuffix('.toml')}.md"


def _mapper(bok: Regelbok) -> Iterable[Mappe]:
    alle: dict[str, list[Kapittel]] = defaultdict(list)
    for k in bok.samling.kapitler:
        alle[k.mappe].append(k)
    for navn, kapitler in sorted(alle.items(), key=lambda x: _mappetittel(bok, *x).lower()):
        side = f"{REGLER}/{navn}/index.md"
        yield Mappe(navn, _mappetittel(bok, navn, kapitler), side, tuple(kapitler))


def _mappetittel(bok: Regelbok, navn: str, kapitler: list[Kapittel]) -> str:
    """Return what a folder is about: the benefit of that name, or its chapters' common words."""
    if navn == "felles":
        return "Felles for alle"
    if navn in bok.samling.ytelser:
        return bok.samling.ytelser[navn].navn
    if len(kapitler) == 1:
        return kapitler[0].tema
    forord = [k.tema.split(":")[0] for k in kapitler if ":" in k.tema]
    if 2 * len(forord) > len(kapitler):
        return max(dict.fromkeys(forord), key=forord.count)
    return navn.replace("_", " ").capitalize()


def _hvem_bruker_hva(o: Oppslag) -> None:
    """Fill in what each rule asks and what asks it. Hidden formulas stand for what owns them."""
    snudd: dict[str, set[str]] = defaultdict(set)
    for id_, spurt in o.bok.program.bok.avhenger.items():
        synlige = {r for r in spurt if ":" not in r and r != id_}
        if ":" not in id_:
            o.bruker[id_] = sorted(synlige)
        for r in synlige:
            snudd[r].add(id_)
    s = o.bok.samling
    for b in s.betalinger.values():
        for r in (b.belop, *b.merkeregler.values(), *filter(None, (b.betaler_regel,))):
            snudd[r].add(f"{b.mappe}.betaling:{b.id}")
    for t in s.trekk.values():
        snudd[t.belop].add(f"{t.mappe}.trekk:{t.id}")
    for y in s.ytelser.values():
        if y.rett:
            snudd[y.rett].add(f"{y.mappe}.ytelse:{y.id}")
    o.brukes_av.update((r, sorted(x)) for r, x in snudd.items())
