"""Hva klart språk er, så det kan prøves: løfter, setninger, lange ord og forkortelser."""

from __future__ import annotations

import re

LOFTER = {
    "nb": re.compile(
        r"(?i)garanter|lønner seg alltid|alltid lønn|alltid mer|nøyaktig det du|nav har bestemt|"
        r"du er sikret|uten risiko|trygg på at|ugyldig|netto(?! formue)|"
        r"avkort|disponibel|baseline|marginal"
    ),
    "nn": re.compile(
        r"(?i)garanter|løner seg alltid|alltid løn|alltid meir|nøyaktig det du|nav har bestemt|"
        r"du er sikra|utan risiko|trygg på at|ugyldig|netto(?! formue)|"
        r"avkort|disponibel|baseline|marginal"
    ),
    "en": re.compile(
        r"(?i)guarante|always pays?\b|always more|always better|exactly what you|nav has promised|"
        r"\bassured?\b|without risk|risk[- ]free|no risk|invalid|\bnet (?:income|pay|amount)|"
        r"disposable|baseline|marginal|claimant|pursuant|hereby|claw"
    ),
}
"""Det vi ikke lover, og ord ingen bruker når de snakker."""

KJENTE = {"AFP", "SFO", "TT", "AS", "AAP", "NOK"}
"""Navn folk kjenner bedre enn det de er kortet ned fra; «TT» står i «TT-kort»."""

_KORT = re.compile(r"\b[A-ZÆØÅ]{2,6}\b(?!-\d)")
_FORKLART = re.compile(r"\((?:[^()]*\b)?([A-ZÆØÅ]{2,6})\)")
_DELER = re.compile(r"(?<!kl\.)(?<=[.!?])\s+(?=[A-ZÆØÅ«“{\d])|: |; | · ")


def setninger(avsnitt: str) -> list[str]:
    """Setningene i et avsnitt. Et kolon begynner en ny. «1. oktober» og «kl. 23» er ingen slutt."""
    return [s for s in _DELER.split(avsnitt) if s]


def lix(tekst: str) -> float:
    """Lesbarhetsindeksen: ord i en setning, og hvor mange av ordene som er lange."""
    ord_ = re.findall(r"[\wæøåÆØÅ]+", tekst)
    antall = max(1, len(setninger(tekst)))
    return len(ord_) / antall + 100 * sum(len(o) > 6 for o in ord_) / max(1, len(ord_))


def uforklarte(tekst: str) -> set[str]:
    """Forkortelsene som ikke er kjente, og som ikke står i parentes etter det de betyr."""
    return set(_KORT.findall(tekst)) - set(_FORKLART.findall(tekst)) - KJENTE
