"""Continuity: what is new since an earlier answer, why, and what it is worth."""

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk
from ytelsesrad.raad.endret.modell import (
    Endret,
    EndretBelop,
    EndretInndata,
    EndretRegel,
    EndretTid,
    Forrige,
)

if TYPE_CHECKING:
    from ytelsesrad.raad.endret.finn import finn_endret

__all__ = [
    "Endret",
    "EndretBelop",
    "EndretInndata",
    "EndretRegel",
    "EndretTid",
    "Forrige",
    "finn_endret",
]

__getattr__, __dir__ = ved_bruk(__name__, {"finn": "finn_endret"})
