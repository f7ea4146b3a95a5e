"""How much a situation may hold, and the words it has of its own."""

from __future__ import annotations

from datetime import date

PERSON, HUSSTAND, JOBB, PLAN, FELLES = "person", "husstand", "jobb", "plan", "felles"
KILDE = "kilde"
SOM_NAA = "Som nå"
VET_IKKE = "vet ikke"
KILDER = ("vedtak", "lønnsslipp", "opplyst", "antatt")

MAKS_PLANER = 20
MAKS_MEDLEMMER = 200
MAKS_TEKST = 200
MAKS_FEIL = 200
"""Reading stops when there are this many faults."""
MAKS_SITAT = 40
"""Characters of a value that are quoted in a message."""
MAKS_DATERTE = 2000
"""Dated values of one input: a value a day for five years."""
MAKS_MAANEDER = 60
MAKS_DESIMALER = 10
MAKS_STORRELSE = 15
"""Digits before the decimal point."""
FORSTE_DAG, SISTE_DAG = date(1900, 1, 1), date(2199, 12, 31)

Sti = tuple[str | int, ...]
"""Where a value stands: keys as in the file, e.g. ``("plan", "10 timer", "jobb", 0, "start")``."""
