"""What is left of hundre kroner more, range by range, and what takes the rest."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Strekning, Terskel
from ytelsesrad.lesbart import avrundet, kroner, liste, midt_i, omtrent_kroner, tall
from ytelsesrad.visning.tekst.linjer import avsnitt
from ytelsesrad.visning.tekst.stillinger import Stillinger
from ytelsesrad.visning.tekst.tabell import Kolonne, rad

_AAR, _HUNDRE = 12, 100
_OMRAADE, _TALL = 34, 12


def av_100(x: Strekning) -> str:
    """Return what one keeps of hundre kroner more on a piece, in whole kroner."""
    return "" if x.igjen_av_100 is None else tall(avrundet(x.igjen_av_100), 0)


def satser(g: Grenser, s: Stillinger, bredde: int) -> list[str]:
    """Return the table: range, what is left of hundre kroner more, and what takes the rest."""
    if not g.opphav:
        return []
    av = liste(midt_i(g.navn[y]) for y in g.opphav)
    tar = [y for y in g.navn if y not in g.opphav and any(_andel(x, y) for x in g.strekninger)]
    omraade = min(_OMRAADE, bredde - 2 * (_TALL + 2) - 2)
    plass = (bredde - omraade - 2) // (_TALL + 2) - 1
    vist, resten = (tar, []) if len(tar) <= plass else (tar[: plass - 1], tar[plass - 1 :])
    kolonner = [Kolonne(omraade, hoyre=False)]
    kolonner += [Kolonne(_TALL)] * (1 + len(vist) + bool(resten))
    hode = ["", "sitter du igjen med", *(g.navn[y] for y in vist), *(["annet"] if resten else [])]
    linjer = [f"Av hundre kroner mer i {av}"]
    linjer += rad(hode, kolonner, hode=True)
    falt = {t.ved: t for t in g.terskler if t.art != "knekk"}
    for x in synlige(g):
        t = falt.get(x.fra)
        if t is not None:
            linjer += _faller(g, s, t, bredde)
        celler = [_tall_eller_strek(_andel(x, y)) for y in vist]
        if resten:
            celler.append(_tall_eller_strek(sum((_andel(x, y) for y in resten), Decimal(0))))
        linjer += rad([s.spenn(x.fra, x.til), f"{av_100(x)} kr", *celler], kolonner)
    return linjer


def synlige(g: Grenser) -> Iterator[Strekning]:
    """Go through the pieces, those that look alike in whole kroner joined."""
    falt = {t.ved for t in g.terskler if t.art != "knekk"}
    naa: Strekning | None = None
    for x in g.strekninger:
        if naa is not None and x.fra not in falt and _likt(naa, x):
            naa = naa.model_copy(update={"til": x.til})
            continue
        if naa is not None:
            yield naa
        naa = x
    if naa is not None:
        yield naa


def _likt(a: Strekning, b: Strekning) -> bool:
    ytelser = {x.ytelse for x in (*a.andeler, *b.andeler)}
    return av_100(a) == av_100(b) and all(
        avrundet(_andel(a, y)) == avrundet(_andel(b, y)) for y in ytelser
    )


def fallet(g: Grenser, t: Terskel) -> Decimal:
    """Return how much a year changes at once: between the two steps people can choose between."""
    if g.trinnvis and t.for_ is not None and t.etter is not None:
        return t.etter.belop - t.for_.belop
    return t.hopp


def _faller(g: Grenser, s: Stillinger, t: Terskel, bredde: int) -> list[str]:
    hopp = fallet(g, t)
    hva = "faller" if hopp < 0 else "øker"
    mye = kroner(abs(hopp / _AAR))
    if abs(hopp / _AAR) >= _HUNDRE:
        mye = omtrent_kroner(hopp / _AAR)
    hvor = s.til_og_med(t.ved)
    return avsnitt(f"ved {hvor} {hva} det du har å leve for, med {mye} i måneden", bredde)


def _andel(x: Strekning, ytelse: str) -> Decimal:
    return next((a.av_100 or Decimal(0) for a in x.andeler if a.ytelse == ytelse), Decimal(0))


def _tall_eller_strek(x: Decimal) -> str:
    return "–" if avrundet(x) == 0 else tall(avrundet(x), 0, fortegn=True)
