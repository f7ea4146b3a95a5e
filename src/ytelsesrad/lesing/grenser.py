"""How big a file may be, and how much of it is shown. Every number of this package stands here."""

from __future__ import annotations

MAKS_BYTE = 1_000_000
MAKS_DYBDE = 40
"""Levels inside each other."""
MAKS_NOKKEL = 200
"""Characters of a key."""
MAKS_NOKLER = 30_000
"""Keys and tables of a file: the time and memory of ``tomllib`` grow with them."""
MAKS_VERDIER = 100_000
"""Values in the lists of a file."""
MAKS_SIFFER = 40
"""Digits of a number."""

BREDDE = 100
"""Columns of a message."""
FORAN = 30
"""Columns shown before the marks when a long line is cut."""
UTDRAG = 200
"""Characters that are looked at to explain a fault, or to guess a word."""
KORT_NAVN = 60
"""Characters of a name that is repeated in a sentence."""
FORRIGE_HUNDREAAR = 50
"""From this on, two digits of a year are taken to be of the 1900s."""
