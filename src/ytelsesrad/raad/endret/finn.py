"""Find what is new since an earlier answer."""

from __future__ import annotations

from ytelsesrad.raad.endret.modell import Endret


def finn_endret() -> Endret:
    """Not yet."""
    raise NotImplementedError
