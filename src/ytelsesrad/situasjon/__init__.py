"""What is put in: who the person is, what they have, and what they think of doing.

The keys of a situation are names of rules; Python fixes only the grouping (person, household,
jobs, plans). Described in ``docs/referanse/situasjon.md``.
"""

from ytelsesrad.situasjon.modell import Jobb, Plan
from ytelsesrad.situasjon.situasjon import Situasjon
from ytelsesrad.situasjon.skjema import situasjonsskjema

__all__ = ["Jobb", "Plan", "Situasjon", "situasjonsskjema"]
