"""What is put in: who the person is, what they have, and what they think of doing.

The keys of a situation are names of rules; Python fixes only the grouping (person, household,
jobs, plans). Described in ``docs/referanse/situasjon.md``.
"""

from typing import TYPE_CHECKING

from ytelsesrad.lasting import ved_bruk
from ytelsesrad.situasjon.modell import Jobb, Plan
from ytelsesrad.situasjon.situasjon import Situasjon

if TYPE_CHECKING:
    from ytelsesrad.situasjon.skjema import situasjonsskjema

__all__ = ["Jobb", "Plan", "Situasjon", "situasjonsskjema"]

__getattr__, __dir__ = ved_bruk(
    __name__,
    {
        "skjema": "situasjonsskjema",
    },
)
