"""The drawing of a waterfall: a bar in each row, with its name and its amount beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ytelsesrad.lesbart import avrundet, kr, tall
from ytelsesrad.visning.figurer.akse import Akse
from ytelsesrad.visning.figurer.figur import kort
from ytelsesrad.visning.figurer.flate import BRED as _BRED
from ytelsesrad.visning.figurer.flate import SMAL as _SMAL
from ytelsesrad.visning.figurer.flate import Maal, ark, skrevet
from ytelsesrad.visning.figurer.monster import BLEKK, STREK, Monster
from ytelsesrad.visning.oppmerking import El, el

_SPALTE, _BELOP = 2100, 1000
"""Room for names on the left, when they stand there, and for amounts on the right."""


@dataclass(frozen=True, slots=True)
class Stolpe:
    """One bar, in kroner a month: from nothing, or from where the one before it ended."""

    navn: str
    fra: Decimal
    til: Decimal
    monster: Monster | None
    """None for what a plan gives in all."""
    sti: str
    """Where the amount is in the JSON of the answer."""

    @property
    def belop(self) -> Decimal:
        """What it adds or takes; for a plan: all of it."""
        return self.til - self.fra

    @property
    def fortegn(self) -> bool:
        """Whether the amount is a change, written with its sign."""
        return self.monster is not None

    @property
    def tall(self) -> str:
        """The amount in whole kroner, without its unit."""
        return tall(avrundet(self.belop), 0, fortegn=self.fortegn)


def fosstegninger(
    stolper: Sequence[Stolpe], id_: str, tittel: str, beskrivelse: str
) -> tuple[El, El]:
    """Return the drawings: names to the left of the bars, and over them on a phone."""
    return (
        _tegning(stolper, _BRED, 300, 0, f"{id_}b", tittel, beskrivelse),
        _tegning(stolper, _SMAL, 390, 200, f"{id_}s", tittel, beskrivelse),
    )


def _tegning(
    stolper: Sequence[Stolpe],
    maal: Maal,
    rad: int,
    over: int,
    id_: str,
    tittel: str,
    beskrivelse: str,
) -> El:
    """Return a drawing. ``rad`` is the height of a row, ``over`` of the name over its bar."""
    maal = replace(maal, hoyde=rad * len(stolper) + 60)
    verdier = [Decimal(0), *(v for s in stolper for v in (s.fra, s.til))]
    venstre = 40 if over else _SPALTE
    x = Akse(min(verdier), max(*verdier, Decimal(1)), Decimal(1), venstre, maal.bredde - _BELOP)
    rader = [_rad(s, x, maal, n * rad, rad, over, id_) for n, s in enumerate(stolper)]
    null = el("path", d=f"M{x.plass(Decimal(0))} 0V{maal.hoyde}", stroke=BLEKK, stroke_width=8)
    broer = [
        el(
            "path",
            d=f"M{x.plass(s.til)} {n * rad + rad - 40}V{(n + 1) * rad + over + 40}",
            stroke=STREK,
            stroke_width=10,
            stroke_dasharray="40 30",
        )
        for n, s in enumerate(stolper[:-1])
    ]
    monstre = [s.monster for s in stolper if s.monster is not None]
    return ark(maal, id_, tittel, beskrivelse, monstre, null, broer, rader)


def _rad(s: Stolpe, x: Akse, maal: Maal, topp: int, rad: int, over: int, id_: str) -> El:
    fra, til = sorted((x.plass(s.fra), x.plass(s.til)))
    hoyde = rad - over - 80
    y = topp + over + 40
    fyll, strek = (BLEKK, BLEKK) if s.monster is None else (s.monster.fyll(id_), s.monster.farge)
    linje = y + (hoyde + maal.skrift) // 2 - maal.skrift // 6
    navn = s.navn if maal.lengde(s.navn) < (maal.bredde if over else _SPALTE) else kort(s.navn)
    return el(
        "g",
        el(
            "rect",
            x=fra,
            y=y,
            width=max(til - fra, 16),
            height=hoyde,
            fill=fyll,
            stroke=strek,
            stroke_width=8,
        ),
        skrevet(
            navn, 40 if over else 0, topp + over - 30 if over else linje, "start", glorie=bool(over)
        ),
        skrevet(kr(avrundet(s.belop), fortegn=s.fortegn), til + 80, linje, "start", glorie=True),
    )
