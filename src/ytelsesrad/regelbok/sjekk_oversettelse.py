"""Check translations: what is wrong in them, texts that are gone, and what is not translated."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from ytelsesrad.lesbart import HOVEDSPRAK
from ytelsesrad.lesing import Feil
from ytelsesrad.regelbok.bok import FELLES, Regelbok
from ytelsesrad.regelbok.les_oversettelse import TEKST, Par, les_par
from ytelsesrad.regelbok.oversettelse import Oversettelse
from ytelsesrad.regelbok.tekster import Tekst, alle_tekster


@dataclass(frozen=True, slots=True)
class Sprakstand:
    """How far a book is translated into a language."""

    kode: str
    feil: tuple[Feil, ...]
    """What is wrong, and warnings about texts that the book does not have any more."""
    mangler: tuple[Tekst, ...]
    """Texts that can stand on the page and are not translated, each once in each folder."""
    alle: int
    """How many texts can stand on the page."""


def sjekk_oversettelser(bok: Regelbok, kode: str) -> Sprakstand:
    """Return how a book is translated into one language."""
    feil: list[Feil] = []
    par = les_par(bok.oversettelser(), kode, feil)
    tekster = list(alle_tekster(bok.samling))
    i_mappen: dict[str, set[str]] = {}
    for t in tekster:
        i_mappen.setdefault(t.mappe, set()).add(t.tekst)
    alle = set().union(*i_mappen.values())
    for p in par:
        kjente = alle if p.mappe == FELLES else i_mappen.get(p.mappe, set())
        if p.fra not in kjente:
            feil.append(_borte(p, kjente))
    paa_arket: dict[tuple[str, str], Tekst] = {}
    for t in tekster:
        if t.paa_arket:
            paa_arket.setdefault((t.mappe, t.tekst), t)
    oversettelse = Oversettelse(kode, par, bok.samling)
    mangler = [t for t in paa_arket.values() if oversettelse.finn(t.tekst, t.mappe) is None]
    mangler.sort(key=lambda t: (t.sted.fil.fil, t.sted.sted().linje or 0))
    return Sprakstand(kode, tuple(feil), tuple(mangler), len(paa_arket))


def _borte(par: Par, kjente: set[str]) -> Feil:
    """Return the warning for a translation of a text that is changed or gone."""
    ny = get_close_matches(par.fra, sorted(kjente), n=1)
    return Feil(
        "R26",
        par.fil.sted(TEKST, par.nr, HOVEDSPRAK, verdi=True),
        f"Denne teksten står ikke i mappen «{par.mappe}» lenger, så oversettelsen brukes ikke.",
        f"Se om oversettelsen fortsatt stemmer, og skriv:\n{HOVEDSPRAK} = {_som_toml(ny[0])}"
        if ny
        else "Slett oversettelsen.",
        "advarsel",
    )


def _som_toml(tekst: str) -> str:
    rent = tekst.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{rent}"'
