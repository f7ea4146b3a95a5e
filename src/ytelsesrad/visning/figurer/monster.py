"""Colour and pattern of each kind of source, the same in every chart and readable in grey."""

from __future__ import annotations

from dataclasses import dataclass

from ytelsesrad.visning.oppmerking import El, el

BLEKK = "#1B1F24"
STREK = "#858B93"
SVAK = "#C4C8CD"
STUP = "#8A2B06"
TONE = "#E3EAEF"
TEGNRUTE = " ".join(map(str, (0, 0, 120, 90)))
"""The view of a small picture in a legend."""


@dataclass(frozen=True, slots=True)
class Monster:
    """A colour and what is drawn with it."""

    navn: str
    farge: str
    bit: int
    """Side of the tile in the units of the drawing; nothing for a solid colour."""
    snudd: int = 0
    """How far the tile is turned, in degrees."""

    def fyll(self, forstavelse: str) -> str:
        """Return what to fill with; the pattern must be defined in the same drawing."""
        return f"url(#{forstavelse}-{self.navn})" if self.bit else self.farge

    def definisjon(self, forstavelse: str) -> El | None:
        """Return the pattern as it stands in a drawing."""
        if not self.bit:
            return None
        side = str(self.bit)
        snu = f"rotate({self.snudd})" if self.snudd else None
        bunn = el("rect", width=side, height=side, fill="#fff")
        return el(
            "pattern",
            bunn,
            self._tegning(),
            id=f"{forstavelse}-{self.navn}",
            width=side,
            height=side,
            patternUnits="userSpaceOnUse",
            patternTransform=snu,
        )

    def _tegning(self) -> El:
        halv = self.bit // 2
        if self.navn == "prikker":
            return el("circle", cx=halv, cy=halv, r=self.bit * 2 // 7, fill=self.farge)
        if self.navn == "ruter":
            d = f"M0 {halv}H{self.bit}M{halv} 0V{self.bit}"
            return el("path", d=d, stroke=self.farge, stroke_width=self.bit // 5, fill="none")
        return el("rect", width=halv, height=self.bit, fill=self.farge)


MONSTRE = (
    Monster("hel", "#0B4A6F", 0),
    Monster("skra", "#B4530A", 50, 45),
    Monster("motskra", "#8A2B06", 50, 135),
    Monster("prikker", "#00705A", 40),
    Monster("ruter", "#4D545C", 50),
    Monster("striper", "#6B3E8F", 40, 90),
    Monster("stolper", "#1B1F24", 60),
)
"""In the order of the groups of the rule book; the last one serves the rest."""


def monster(nummer: int) -> Monster:
    """Return the pattern of a group by its number in the rule book."""
    return MONSTRE[min(nummer, len(MONSTRE) - 1)]


def tegn(m: Monster, forstavelse: str) -> El:
    """Return a small picture of a pattern for a legend."""
    boks = el(
        "rect",
        x=4,
        y=4,
        width=112,
        height=82,
        fill=m.fyll(forstavelse),
        stroke=m.farge,
        stroke_width=8,
    )
    return el(
        "svg",
        el("defs", m.definisjon(forstavelse)) if m.bit else None,
        boks,
        viewBox=TEGNRUTE,
        aria_hidden="true",
    )


def strektegn() -> El:
    """Return a small picture of the line with a halo."""
    return el("svg", *med_glorie("M0 45H120"), viewBox=TEGNRUTE, aria_hidden="true")


def stuptegn() -> El:
    """Return a small picture of the arrow of a fall."""
    pil = el("path", d="M60 86L36 46H52V4H68V46H84Z", fill=STUP)
    return el("svg", pil, viewBox=TEGNRUTE, aria_hidden="true")


def med_glorie(d: str, bredde: int = 18) -> tuple[El, El]:
    """Return a black line with a white halo, seen on any pattern."""
    return (
        el("path", d=d, stroke="#fff", stroke_width=bredde * 2 + 6, fill="none"),
        el("path", d=d, stroke=BLEKK, stroke_width=bredde, fill="none"),
    )
