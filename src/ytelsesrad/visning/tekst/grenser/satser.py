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
    if not g.opphav or staar_stille(g):
        return []
    tar = tar_resten(g)
    omraade = min(_OMRAADE, bredde - 2 * (_TALL + 2) - 2)
    plass = (bredde - omraade - 2) // (_TALL + 2) - 1
    vist, resten = (tar, []) if len(tar) <= plass else (tar[: plass - 1], tar[plass - 1 :])
    kolonner = [Kolonne(omraade, hoyre=False)]
    kolonner += [Kolonne(_TALL)] * (1 + len(vist) + bool(resten))
    hode = ["", "sitter du igjen med", *(g.navn[y] for y in vist), *(["annet"] if resten else [])]
    linjer = [av_hundre_tittel(g)]
    linjer += rad(hode, kolonner, hode=True)
    for _, x, t in bitene(g):
        if t is not None:
            linjer += avsnitt(faller(s, t), bredde)
        celler = [_tall_eller_strek(andel(x, y)) for y in vist]
        if resten:
            celler.append(_tall_eller_strek(sum((andel(x, y) for y in resten), Decimal(0))))
        linjer += rad([s.spenn(x.fra, x.til), f"{av_100(x)} kr", *celler], kolonner)
    return linjer


def staar_stille(g: Grenser) -> bool:
    """Whether nothing changes anywhere on the line, as in a year before the job begins."""
    return not g.terskler and all(
        x.igjen_av_100 is None and x.belop_fra == x.belop_til for x in g.strekninger
    )


def av_hundre_tittel(g: Grenser) -> str:
    """Return the heading: hundre kroner more of what."""
    return f"Av hundre kroner mer i {liste(midt_i(g.navn[y]) for y in g.opphav)}"


def tar_resten(g: Grenser) -> list[str]:
    """Return the coverage lines that take or give some of what is earned."""
    return [y for y in g.navn if y not in g.opphav and any(andel(x, y) for x in g.strekninger)]


def bitene(g: Grenser) -> Iterator[tuple[int, Strekning, Terskel | None]]:
    """Go through the pieces, those that look alike in whole kroner joined.

    Gives the number of the first piece that is joined, the piece, and the fall or leap before it.
    """
    falt = {t.ved: t for t in g.terskler if t.art != "knekk"}
    naa: tuple[int, Strekning] | None = None
    for nr, x in enumerate(g.strekninger):
        if naa is not None and x.fra not in falt and _likt(naa[1], x):
            naa = (naa[0], naa[1].model_copy(update={"til": x.til}))
            continue
        if naa is not None:
            yield *naa, falt.get(naa[1].fra)
        naa = (nr, x)
    if naa is not None:
        yield *naa, falt.get(naa[1].fra)


def _likt(a: Strekning, b: Strekning) -> bool:
    ytelser = {x.ytelse for x in (*a.andeler, *b.andeler)}
    return av_100(a) == av_100(b) and all(
        avrundet(andel(a, y)) == avrundet(andel(b, y)) for y in ytelser
    )


def fallet(t: Terskel, *, trinnvis: bool) -> Decimal:
    """Return how much a year changes at once: between the two steps people can choose between."""
    if trinnvis and t.for_ is not None and t.etter is not None:
        return t.etter.belop - t.for_.belop
    return t.hopp


def faller(s: Stillinger, t: Terskel) -> str:
    """Return what happens at a fall or a leap."""
    hopp = fallet(t, trinnvis=s.trinnvis)
    hva = "faller" if hopp < 0 else "øker"
    mye = kroner(abs(hopp / _AAR))
    if abs(hopp / _AAR) >= _HUNDRE:
        mye = omtrent_kroner(hopp / _AAR)
    hvor = s.til_og_med(t.ved)
    return f"ved {hvor} {hva} det du har å leve for, med {mye} i måneden"


def andel(x: Strekning, ytelse: str) -> Decimal:
    """Return what a coverage line takes or gives of hundre kroner more on a piece."""
    return next((a.av_100 or Decimal(0) for a in x.andeler if a.ytelse == ytelse), Decimal(0))


def _tall_eller_strek(x: Decimal) -> str:
    return "–" if avrundet(x) == 0 else tall(avrundet(x), 0, fortegn=True)
