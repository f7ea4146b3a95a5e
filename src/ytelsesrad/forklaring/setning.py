"""The sentence of a rule, with its holes filled by the values of a run."""

from __future__ import annotations

from ytelsesrad.forklaring.plass import Plass, Regning, trygt
from ytelsesrad.forklaring.verdier import i_setning
from ytelsesrad.regelspraak import Versjon, fyll, velg_tekst
from ytelsesrad.regelspraak.kontrollert import Tekst


def setning(plass: Plass, regning: Regning | None = None) -> str | None:
    """Return the rule's sentence for a value; a version's own comes first.

    None when there is none, when a hole can't be filled, and for a value put in another's place.
    """
    regning = regning or plass.regning()
    tekster = _tekster(plass, regning.versjon.versjon if regning.versjon else None)
    if not tekster or regning.opphav == "byttet":
        return None
    return trygt(_fyll, plass, tekster)  # type: ignore[no-any-return]


def _tekster(plass: Plass, versjon: Versjon | None) -> list[Tekst]:
    traer = plass.kregel.traer
    if versjon is not None and versjon.forklaring:
        nr = next(i for i, v in enumerate(plass.regel.versjoner) if v is versjon)
        egne = traer.versjonsforklaring.get(nr)
        if egne:
            return egne
    return traer.forklaring


def _fyll(plass: Plass, tekster: list[Tekst]) -> str | None:
    _, p, m, s = plass.nokkel
    mal = velg_tekst(plass.kjoring, plass.regel, tekster, p, m, s)
    if mal is None:
        return None
    return fyll(plass.kjoring, plass.regel, mal, p, m, s, i_setning)
