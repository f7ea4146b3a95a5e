"""Exit codes that scripts can use."""

SVAR = 0
ULIKT = 1
FEIL = 2
INGEN_SVAR = 3
