"""A whole HTML document: language, title, style, and nothing fetched from anywhere."""

from __future__ import annotations

from ytelsesrad.lesbart import HOVEDSPRAK
from ytelsesrad.visning.html.stil import stilark
from ytelsesrad.visning.oppmerking import el

_INGENTING_UTENFRA = "default-src 'none'; style-src 'unsafe-inline'"


def dokument(tittel: str, *innhold: object, stil: str, sprak: str = HOVEDSPRAK) -> str:
    """Return the document as text, with a newline at the end. ``sprak`` is its language."""
    hode = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_INGENTING_UTENFRA),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", tittel),
        stilark("felles", stil),
    )
    side = el("html", hode, el("body", *innhold), lang=sprak)
    return f"<!doctype html>\n{side}\n"
