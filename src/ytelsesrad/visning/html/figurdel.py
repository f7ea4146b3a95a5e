"""A chart on a page: legend, the drawing for paper, the drawing for a phone, the sentence."""

from __future__ import annotations

from ytelsesrad.lesbart import BOKMAAL, Sprak
from ytelsesrad.visning.figurer import Figur, kort
from ytelsesrad.visning.oppmerking import El, el


def figurdel(figur: Figur, s: Sprak = BOKMAAL) -> El:
    """Return the chart. Its table stands beside it on the page."""
    return el(
        "figure",
        el(
            "ul",
            [el("li", t.bilde, kort(t.navn)) for t in figur.tegn],
            klasse="tegn",
            aria_label=s("ark.tegnforklaring"),
        )
        if figur.tegn
        else None,
        el("div", figur.bred, klasse="bred"),
        el("div", figur.smal, klasse="smal"),
        el("figcaption", figur.setning),
    )
