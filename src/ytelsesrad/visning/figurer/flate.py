"""What drawings are made of: the sheet with its words for screen readers, text, and two axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.lesbart import tall
from ytelsesrad.visning.figurer.akse import Akse
from ytelsesrad.visning.figurer.monster import BLEKK, SVAK, Monster
from ytelsesrad.visning.oppmerking import El, el

_BOKSTAV = Decimal("0.56")
"""How wide a letter is, as a part of the size of the type: a little more than it is."""


@dataclass(frozen=True, slots=True)
class Maal:
    """The measures of a drawing, in tenths of a pixel."""

    bredde: int
    hoyde: int
    venstre: int
    topp: int
    bunn: int
    merker: int
    """Round figures on the upright axis, at most about."""
    skrift: int
    navn: int
    """Rows for names of limits above the drawing."""

    def lengde(self, tekst: str) -> int:
        """Return about how long a text is."""
        return int(len(tekst) * self.skrift * _BOKSTAV)


BRED = Maal(7200, 4200, 700, 860, 3640, 5, 150, 4)
SMAL = Maal(3280, 3500, 520, 760, 2940, 4, 130, 3)


def ark(
    maal: Maal, id_: str, tittel: str, beskrivelse: str, monstre: Sequence[Monster], *deler: object
) -> El:
    """Return a drawing that is one picture with a name and a description."""
    brukt = sorted({m for m in monstre if m.bit}, key=lambda m: m.navn)
    return el(
        "svg",
        el("title", tittel, id=f"{id_}-tittel"),
        el("desc", beskrivelse, id=f"{id_}-tekst"),
        el("defs", [m.definisjon(id_) for m in brukt]) if brukt else None,
        el("g", *deler, aria_hidden="true"),
        role="img",
        aria_labelledby=f"{id_}-tittel {id_}-tekst",
        width=maal.bredde // 10,
        height=maal.hoyde // 10,
        viewBox=f"0 0 {maal.bredde} {maal.hoyde}",
        font_size=maal.skrift,
    )


def skrevet(tekst: str, x: int, y: int, anker: str, *, glorie: bool = False) -> El:
    """Return a text; with a white halo where it stands on patterns."""
    if not glorie:
        return el("text", tekst, x=x, y=y, text_anchor=anker)
    bak = el("text", tekst, x=x, y=y, text_anchor=anker, stroke="#fff", stroke_width=60)
    return el("g", bak, el("text", tekst, x=x, y=y, text_anchor=anker))


def loddrett(y: Akse, maal: Maal, enhet: str) -> El:
    """Return the upright axis: a hairline at each round figure, heavier at nothing."""
    deler: list[El] = [skrevet(enhet, 0, maal.topp - maal.skrift, "start")]
    for verdi in y.merker():
        plass = y.plass(verdi)
        strek = SVAK if verdi else BLEKK
        d = f"M{maal.venstre} {plass}H{maal.bredde}"
        deler.append(el("path", d=d, stroke=strek, stroke_width=8))
        deler.append(skrevet(tall(verdi, 0), maal.venstre - 40, plass + maal.skrift // 3, "end"))
    return el("g", deler)


def vannrett(x: Akse, maal: Maal, langs: str) -> El:
    """Return the level axis: round figures, and what they count."""
    y = maal.bunn + maal.skrift + 40
    deler = [skrevet(tall(v), x.plass(v), y, "middle") for v in x.merker() if x.plass(v) <= x.til]
    return el("g", deler, skrevet(langs, maal.bredde, y + maal.skrift + 60, "end"))
