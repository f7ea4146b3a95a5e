"""De tolv personene: filene deres, og svarene regnet ut én gang for alle testene."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from verktoy.nettsted import personene

from ytelsesrad import Raad, Regelbok, Situasjon, beregn, gi_raad
from ytelsesrad.beregning import Resultat
from ytelsesrad.lesbart import HOVEDSPRAK

MAPPE = Path(__file__).parents[2] / "docs" / "eksempler"
NAVN = [f"p{nr}" for nr in range(1, 13)]


@cache
def regelbok() -> Regelbok:
    """Regelboken som følger med."""
    return Regelbok.standard()


@cache
def _paa(sprak: str) -> Regelbok:
    return regelbok().paa(sprak)


@cache
def raadet(navn: str, sprak: str = HOVEDSPRAK) -> Raad:
    """Hele svaret med grensene, som ``raadet("p4")``: det samme som nettstedet viser."""
    if sprak == HOVEDSPRAK:
        return personene.raadet(navn)
    bok = _paa(sprak)
    return gi_raad(Situasjon.les(MAPPE / f"{navn}.toml", bok), bok)


@cache
def svaret(navn: str) -> Resultat:
    """Svaret for en person, som ``svaret("p4")``."""
    return beregn(Situasjon.les(MAPPE / f"{navn}.toml", regelbok()), regelbok())
