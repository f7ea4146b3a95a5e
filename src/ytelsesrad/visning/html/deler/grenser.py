"""The limits along the line of each plan: of 100 kroner more, and the distances."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.analyse import Grenser
from ytelsesrad.lesbart import avrundet, kroner, midt_i
from ytelsesrad.raad import Raad
from ytelsesrad.visning.html.deler.bygg import liste, tabell
from ytelsesrad.visning.html.felt import celle
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.grenser.oversikt import grenselinjene
from ytelsesrad.visning.tekst.grenser.satser import (
    andel,
    av_hundre_tittel,
    bitene,
    faller,
    tar_resten,
)
from ytelsesrad.visning.tekst.helheten import uten_grenser
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.planer import omtale
from ytelsesrad.visning.tekst.stillinger import Stillinger


def grensene(raad: Raad) -> list[object]:
    """Return the limits, what happens there, and the distances: a table for each line."""
    tabeller = [_oversikt(raad, nr, g) for nr, g in enumerate(raad.grenser) if g.terskler]
    return [*tabeller, liste(map(setning, uten_grenser(raad)))]


def _langs(raad: Raad, nr: int) -> str:
    """Return what a table goes along, and the plans it is for when there are several lines."""
    g = raad.grenser[nr]
    langs = midt_i(g.langs[0].tittel)
    if len(raad.grenser) == 1:
        return langs
    return f"{langs}: {', '.join(omtale(p.plan) for p in g.planer) or omtale(g.plan)}"


def satser(raad: Raad, nr: int) -> El:
    """Return what is left of 100 kroner more on a line, piece by piece, and what takes the rest."""
    g = raad.grenser[nr]
    s = Stillinger(g)
    tar = tar_resten(g)
    kolonner = ["", "Sitter du igjen med", *(g.navn[y] for y in tar)]
    rader = list(_satsrader(g, s, f"/grenser/{nr}/strekninger", tar))
    tittel = f"{av_hundre_tittel(g)} i {g.aar}. Langs {_langs(raad, nr)}"
    return tabell(tittel, kolonner, rader, klasse="tall")


def _satsrader(g: Grenser, s: Stillinger, sted: str, tar: list[str]) -> Iterator[tuple[El, ...]]:
    for nr, x, t in bitene(g):
        hit = f"{sted}/{nr}"
        foran = el("span", f"{setning(faller(s, t))} ", klasse="fall") if t is not None else None
        nummer = {a.ytelse: n for n, a in enumerate(x.andeler)}
        yield (
            el("span", foran, s.spenn(x.fra, x.til).capitalize()),
            celle(x.igjen_av_100, f"{hit}/igjen_av_100"),
            *(
                celle(andel(x, y), f"{hit}/andeler/{nummer[y]}/av_100", fortegn=True)
                if y in nummer and avrundet(andel(x, y))
                else el("td", "–")
                for y in tar
            ),
        )


def _oversikt(raad: Raad, nr: int, g: Grenser) -> El:
    s = Stillinger(g)
    planer = [p.plan for p in g.planer]
    rader = [
        (
            el("b", x.navn) if x.er_fall else x.navn,
            x.hva_skjer,
            *(x.avstander.get(plan, "") for plan in planer),
        )
        for x in grenselinjene(g, s)
    ]
    avrunding = (
        "" if g.trinnvis else f" Avrunding kan flytte beløp med {kroner(avrundet(g.baand))}."
    )
    return tabell(
        f"Langs {_langs(raad, nr)}. Beløpene er for hele {g.aar}, når alt er gjort opp.{avrunding}",
        ["Grense", "Hva som skjer der", *planer],
        rader,
        navn=f"Grenser langs {_langs(raad, nr)}",
    )
