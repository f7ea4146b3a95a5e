"""The answer as HTML: one page to hand out, and the whole of it to read."""

from ytelsesrad.visning.html.bevis import bevisark
from ytelsesrad.visning.html.rapport import rapport
from ytelsesrad.visning.html.side import side

__all__ = ["bevisark", "rapport", "side"]
