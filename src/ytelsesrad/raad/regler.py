"""Which rules an answer has used, and a fingerprint of what the book says of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from ytelsesrad.beregning import Utregning
from ytelsesrad.beregning.meta import brukte_regler
from ytelsesrad.regelspraak import Formel, Regel, Versjon

Avtrykk = dict[str, dict[str, str]]
"""Rule → (the day a version holds from, or ``uten dato``) → fingerprint."""
UTEN_DATO = "uten dato"
_LENGDE = 8


def finn_avtrykk(utregninger: Iterable[Utregning]) -> Avtrykk:
    """Return the fingerprints of all rules that were used."""
    alle = list(utregninger)
    program = alle[0].bok.program
    regler = (program.regler[nr].regel for nr in brukte_regler(alle))
    return {r.id: avtrykk(r) for r in sorted(regler, key=lambda r: r.id) if ":" not in r.id}


def avtrykk(regel: Regel) -> dict[str, str]:
    """Return the fingerprints of a rule: of what it always says, and of each version.

    Only what decides a value counts: not texts, sources and places in the file.
    """
    svar = {}
    uten_dato = [
        regel.enhet,
        _tekst(regel.formel),
        _tekst(regel.tabell_etter),
        _tekst(regel.trinn_av),
        _tekst(regel.ved_start),
        _antatt(regel),
    ]
    if any(uten_dato[1:]):
        svar[UTEN_DATO] = _hash(uten_dato)
    for v in regel.versjoner:
        dag = v.virkning.isoformat()
        svar[dag] = _hash([svar.get(dag, ""), *_versjon(v)])
    return svar


def _antatt(regel: Regel) -> str:
    antatt = regel.inndata.antatt if regel.inndata else None
    return "" if antatt is None else f"{antatt.verdi}{_tekst(antatt.formel)}"


def _versjon(v: Versjon) -> list[str]:
    tabell = [(n, _tekst(x)) for n, x in v.tabell or ()]
    return [str(v.i_bruk), str(v.verdi), _tekst(v.formel), str(tabell), str(v.trinn), v.status]


def _tekst(x: Any) -> str:
    """Return a formula or value as text, without its place and its line breaks."""
    if x is None:
        return ""
    return " ".join((x.tekst if isinstance(x, Formel) else str(x)).split())


def _hash(deler: list[str]) -> str:
    return hashlib.sha256("\0".join(deler).encode()).hexdigest()[:_LENGDE]
