"""The paths of a curve: stacked areas, the line of the sum, leaps and plans."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.analyse import Grenser, Strekning, Terskel
from ytelsesrad.visning.figurer.akse import Akse
from ytelsesrad.visning.figurer.figur import kort
from ytelsesrad.visning.figurer.linjekilder import Linjekilde, Prikk, hopp_i_ord, prikker
from ytelsesrad.visning.figurer.merker import MAANEDER
from ytelsesrad.visning.figurer.monster import BLEKK, STUP
from ytelsesrad.visning.figurer.rom import Rom
from ytelsesrad.visning.oppmerking import El, el

PRIKK = 48
"""How large a dot is; a leap smaller than it can't be seen."""


def stablet(
    kilder: Sequence[Linjekilde],
) -> list[tuple[Linjekilde, list[Linjekilde], list[Linjekilde]]]:
    """Return each kind of source with those up to its upper edge, and up to its lower one.

    What gives is stacked up from nothing, and what takes down from it.
    """
    svar = []
    for nr, k in enumerate(kilder):
        svar.append((k, list(kilder[: nr + 1]), list(kilder[:nr])))
    return svar


def _hoyder(
    s: Strekning, k: Linjekilde, kilder: Sequence[Linjekilde]
) -> tuple[Decimal, Decimal, Decimal]:
    """Return how high an edge is where a piece begins and ends, and how it bends."""
    fra = sum((x.fra(s) for x in kilder if _samme_side(x, k, s)), Decimal(0))
    til = sum((x.til(s) for x in kilder if _samme_side(x, k, s)), Decimal(0))
    return fra, til, sum((x.bue(s) for x in kilder if _samme_side(x, k, s)), Decimal(0))


def _samme_side(a: Linjekilde, b: Linjekilde, s: Strekning) -> bool:
    return (a.fra(s) + a.til(s) < 0) is (b.fra(s) + b.til(s) < 0)


def flate(
    strekninger: Sequence[Strekning],
    opp: Sequence[Linjekilde],
    ned: Sequence[Linjekilde],
    x: Akse,
    y: Akse,
) -> str:
    """Return the outline of a kind of source: its upper edge there, its lower edge back."""
    k = opp[-1]
    fram = [_bit(s, _hoyder(s, k, opp), x, y) for s in strekninger]
    tilbake = [_bit(s, _hoyder(s, k, ned), x, y, bak=True) for s in reversed(strekninger)]
    return "M" + "L".join([*fram, *tilbake]) + "Z"


def strek(strekninger: Sequence[Strekning], x: Akse, y: Akse) -> str:
    """Return the line of the sum, broken where it leaps."""
    deler = []
    for s in strekninger:
        bue = sum(s.buer.values(), Decimal(0)) / MAANEDER
        deler.append(_bit(s, (s.belop_fra / MAANEDER, s.belop_til / MAANEDER, bue), x, y))
    return "M" + "M".join(deler)


def _bit(
    s: Strekning,
    hoyder: tuple[Decimal, Decimal, Decimal],
    x: Akse,
    y: Akse,
    *,
    bak: bool = False,
) -> str:
    """Return one piece: straight, or the bend exactly as it is, since a bend is a parabola."""
    fra, til, bue = hoyder
    ender = [(s.fra, fra), (s.til, til)]
    (ax, ay), (bx, by) = reversed(ender) if bak else ender
    if not bue:
        return f"{x.plass(ax)} {y.plass(ay)}L{x.plass(bx)} {y.plass(by)}"
    midt = f"{x.plass((s.fra + s.til) / 2)} {y.plass((fra + til) / 2 + 2 * bue)}"
    return f"{x.plass(ax)} {y.plass(ay)}Q{midt} {x.plass(bx)} {y.plass(by)}"


def oppta(g: Grenser, x: Akse, y: Akse, rom: Rom) -> None:
    """Take the room of the line and of the plans, so that no name stands on them."""
    for s in g.strekninger:
        fra, til = y.plass(s.belop_fra / MAANEDER), y.plass(s.belop_til / MAANEDER)
        rom.oppta_strek(x.plass(s.fra), fra, x.plass(s.til), til)
    for p in prikker(g):
        rom.oppta(x.plass(p.ved), y.plass(p.belop), PRIKK)


def hopp(t: Terskel, x: Akse, y: Akse, g: Grenser, rom: Rom) -> El | None:
    """Return a leap: a filled dot, an open dot, a dotted line and the amount; None if too small."""
    foran = [s for s in g.strekninger if s.til <= t.ved]
    etter = next(s for s in g.strekninger if s.fra >= t.ved).belop_fra / MAANEDER
    for_ = foran[-1].belop_til / MAANEDER if foran else etter - t.hopp / MAANEDER
    px, py, ny = x.plass(t.ved), y.plass(for_), y.plass(etter)
    if abs(ny - py) < PRIKK:
        return None
    linje = rom.maal.skrift
    rom.oppta(px, py, PRIKK)
    rom.oppta(px, ny, PRIKK)
    hoyder = ((py + ny + linje) // 2, ny + linje, py + linje // 3, ny + 2 * linje, py - linje // 2)
    sider = ((px + 110, "start"), (px - 110, "end"))
    steder = [(sted, hoyde, anker) for hoyde in hoyder for sted, anker in sider]
    return el(
        "g",
        el(
            "path",
            d=f"M{px} {py}V{ny}",
            stroke=STUP,
            stroke_width=14,
            stroke_dasharray="14 40",
            stroke_linecap="round",
        ),
        el("circle", cx=px, cy=py, r=PRIKK, fill=STUP),
        el("circle", cx=px, cy=ny, r=PRIKK, fill="#fff", stroke=STUP, stroke_width=18),
        rom.skriv(hopp_i_ord(etter - for_), steder),
    )


def prikk(p: Prikk, x: Akse, y: Akse, rom: Rom) -> El:
    """Return a plan: a dot with its name."""
    px, py, linje = x.plass(p.ved), y.plass(p.belop), rom.maal.skrift
    under, over = py + linje + 80, py - 110
    steder = [
        (px + til, y_, anker)
        for y_ in (under, over, under + linje, over - linje, under + 2 * linje, over - 2 * linje)
        for til, anker in ((80, "start"), (-80, "end"))
    ]
    return el(
        "g",
        el("circle", cx=px, cy=py, r=70, fill=BLEKK, stroke="#fff", stroke_width=24),
        rom.skriv(kort(p.navn), steder),
    )
