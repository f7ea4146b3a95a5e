"""Break text into lines."""

from __future__ import annotations

from textwrap import wrap


def brytt(tekst: str, bredde: int, forst: str = "", rest: str | None = None) -> list[str]:
    """Return the text in lines no wider than ``bredde``; hard spaces are never broken at."""
    innrykk = forst if rest is None else rest
    biter = wrap(
        tekst.replace("\u00a0", "\ue000"),
        max(20, bredde),
        initial_indent=forst,
        subsequent_indent=innrykk,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [bit.replace("\ue000", "\u00a0").rstrip() for bit in biter]
