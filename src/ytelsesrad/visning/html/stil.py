"""The style sheets that go into a page. Nothing is fetched when a page is shown."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ytelsesrad.visning.oppmerking import Stilark


@cache
def stilark(*navn: str) -> Stilark:
    """Return some of our style sheets as one."""
    mappe = files("ytelsesrad.visning.html")
    return Stilark("\n".join(mappe.joinpath(f"{n}.css").read_text(encoding="utf-8") for n in navn))
