"""Continuity: what is new since an earlier answer, why, and what it is worth."""

from ytelsesrad.raad.endret.finn import finn_endret
from ytelsesrad.raad.endret.modell import (
    Endret,
    EndretBelop,
    EndretInndata,
    EndretRegel,
    EndretTid,
    Forrige,
)

__all__ = [
    "Endret",
    "EndretBelop",
    "EndretInndata",
    "EndretRegel",
    "EndretTid",
    "Forrige",
    "finn_endret",
]
