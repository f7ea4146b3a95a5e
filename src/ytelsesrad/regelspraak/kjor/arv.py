"""What a run may take from another: every value that does not rest on what is given differently.

What rests on what is read off the graph of the rules, so a value that is taken over is the one that
would have been worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ytelsesrad.regelspraak.kjor.gittverdier import Gittverdier
from ytelsesrad.regelspraak.kjor.kjoring import Kjoring
from ytelsesrad.regelspraak.kjor.minne import Giver, Minne
from ytelsesrad.regelspraak.kjor.program import Program
from ytelsesrad.regelspraak.samling import BETALING

_MAKS_GIVERE = 3


def arv(ny: Kjoring, gamle: Iterable[Kjoring]) -> None:
    """Let a new run use what earlier ones have worked out, where it is the same."""
    givere: dict[int, Giver] = {}
    for gammel in gamle:
        if _samme_tid(ny, gammel):
            for minne, gitt in _minner(gammel):
                if id(minne) not in givere:
                    over = hviler_paa_ulikt(ny.program, ny.gitt, gitt)
                    givere[id(minne)] = Giver(minne, gitt, over)
    rikest = list(givere.values())
    if len(rikest) > _MAKS_GIVERE:
        rikest = sorted(rikest, key=_nyttig, reverse=True)[:_MAKS_GIVERE]
    ny.givere = tuple(rikest)


def _samme_tid(ny: Kjoring, gammel: Kjoring) -> bool:
    """Tell whether two runs are of the same book over the same days, counted in the same way."""
    return (
        ny.program is gammel.program
        and (ny.start, ny.slutt, ny.oppgjor_fra) == (gammel.start, gammel.slutt, gammel.oppgjor_fra)
        and ny.k.mandag == gammel.k.mandag
        and ny.gitt.antatt_mandag == gammel.gitt.antatt_mandag
    )


def _minner(kjoring: Kjoring) -> Iterator[tuple[Minne, Gittverdier]]:
    yield kjoring.minne, kjoring.gitt
    for giver in kjoring.givere:
        yield giver.minne, giver.gitt


def _nyttig(giver: Giver) -> int:
    return sum(k[0] not in giver.over for k in giver.minne.husket)


def hviler_paa_ulikt(program: Program, a: Gittverdier, b: Gittverdier) -> frozenset[int]:
    """Return the rules whose values can differ between two sets of what is given."""
    fra = a.ulikt(b)
    grupper = a.ulike_grupper(b)
    for gruppe in grupper:
        fra |= {program.nummer[id_] for id_ in program.bok.loper.get(gruppe, ())}
    fra |= {r.nr for r in program.regler if r.regel.for_hver in grupper}
    mapper = a.mapper ^ b.mapper
    over = hviler_paa(program, fra)
    while True:
        flyttet = {
            program.nummer[b.belop]
            for b in program.betalinger
            if _kan_flytte_seg(program, b.id, over, mapper)
        }
        if flyttet <= over:
            break
        over = hviler_paa(program, over | flyttet)
    # Payments are counted in the order they are laid out, which is another in another run.
    return over | {r.nr for r in program.regler if r.regel.for_hver == BETALING}


def _kan_flytte_seg(program: Program, art: str, over: frozenset[int], mapper: set[str]) -> bool:
    """Tell whether the days of a kind of payment, or whether it comes at all, can differ."""
    b = program.betalinger[program.artnr[art]]
    if program.nummer[f"{b.mappe}.betaling:{b.id}:dag"] in over:
        return True
    y = program.bok.samling.ytelser.get(b.ytelse or b.id)
    if y is None or y.aktuell_hvis is None:
        return False
    return y.mappe in mapper or program.nummer[f"{y.mappe}.ytelse:{y.id}:aktuell_hvis"] in over


def hviler_paa(program: Program, numre: Iterable[int]) -> frozenset[int]:
    """Return the rules that rest on any of some rules, and those themselves."""
    return frozenset(numre).union(*(program.over(nr) for nr in numre))
