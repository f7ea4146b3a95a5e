"""What the parts are built of: lists, points, and tables that can be moved sideways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ytelsesrad.visning.html.felt import hoder, tekstcelle
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.html.punkter import Punkt
from ytelsesrad.visning.oppmerking import El, el

Celle = str | El
"""A cell is words, or an element that ``celle`` has made of an amount."""


def liste(tekster: Iterable[str]) -> El | None:
    """Return a list; nothing when it is empty."""
    ledd = [el("li", t) for t in tekster]
    return el("ul", ledd) if ledd else None


def lukket(tittel: str, *innhold: object) -> El:
    """Return something that is opened on the screen, and is not printed until it is."""
    return el("details", el("summary", tittel), innhold)


def flere(hva: El | None, antall: int) -> El | None:
    """Return what stands only in the whole answer, closed, with how many there are."""
    return lukket(f"Vis {antall} til", hva) if hva is not None and antall else None


def punktliste(alle: Sequence[Punkt], forklar: Forklarer) -> El | None:
    """Return points with what says when in bold; nothing when there are none."""
    if not alle:
        return None
    return el(
        "ul",
        [el("li", el("b", f"{p.naar}: ") if p.naar else None, forklar(p.tekst)) for p in alle],
    )


def bred(tabell: El, navn: str) -> El:
    """Return a table that can be moved sideways by itself on a narrow screen."""
    return el("div", tabell, klasse="rull", tabindex="0", role="region", aria_label=navn)


def tabell(
    tittel: str,
    kolonner: Sequence[str],
    rader: Iterable[Sequence[Celle]],
    *,
    navn: str = "",
    klasse: str = "ord",
) -> El:
    """Return a table; the first cell of each row is its heading.

    ``navn`` is what the table is called where it can be moved sideways; else it is ``tittel``.
    """
    return bred(
        el(
            "table",
            el("caption", tittel),
            el("thead", el("tr", hoder(kolonner))),
            el("tbody", [_rad(rad) for rad in rader]),
            klasse=klasse,
        ),
        navn or tittel,
    )


def _rad(rad: Sequence[Celle]) -> El:
    forste, *andre = rad
    return el(
        "tr",
        el("th", forste, scope="row", klasse="tekst"),
        [tekstcelle(c, "tekst") if isinstance(c, str) else c for c in andre],
    )
