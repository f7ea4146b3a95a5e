"""The coverage matrix: every line there is, what was done with it in each plan, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.beregning.resultat import Dekningslinje, Resultat
from ytelsesrad.visning.html.deler.bygg import lukket, tabell
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.dekning import dekningen
from ytelsesrad.visning.tekst.linjer import rens, setning
from ytelsesrad.visning.tekst.planer import gjelder

STATUS = {
    "beregnet": "beregnet",
    "ikke_modellert": "ikke beregnet, spør",
    "ikke_oppgitt": "ikke oppgitt, og ikke regnet med",
    "endres_ikke": "endres ikke når du jobber",
    "ikke_aktuelt": "vurdert, ikke aktuelt nå",
    "mangler": "mangler opplysninger",
}
"""What a status is called to people."""


def matrisen(resultat: Resultat) -> list[object]:
    """Return every line of the coverage matrix."""
    rader = list(_rader(resultat))
    if not rader:
        return []
    kolonner = ["Hva", "Status", "Merk", "Hvem kan svare"]
    return [
        el("p", "Alt som kan ha noe å si, er nevnt. Det som ikke er beregnet, er ikke 0."),
        [el("p", avsnitt) for avsnitt in dekningen(resultat, kort=True)],
        lukket("Vis hva det er å si om hver av dem", tabell("Det som er vurdert", kolonner, rader)),
    ]


def _rader(resultat: Resultat) -> Iterator[tuple[str | El, ...]]:
    for linjer in zip(*(plan.dekning for plan in resultat.planer), strict=True):
        valgt = next((d for d in linjer if d.status == "beregnet"), linjer[0])
        har = " Du har sagt at du har dette." if any(d.holdes for d in linjer) else ""
        merk = setning(rens(valgt.merknad or ""))
        yield (
            valgt.navn,
            _status(resultat, linjer),
            f"{merk}{har}".strip(),
            rens(valgt.spor or ""),
        )


def _status(resultat: Resultat, linjer: tuple[Dekningslinje, ...]) -> str:
    """Return the status; when plans differ, each with the plans it is so in."""
    hvor: dict[str, set[int]] = {}
    for nr, d in enumerate(linjer):
        hvor.setdefault(d.status, set()).add(nr)
    if len(hvor) == 1:
        return STATUS[linjer[0].status]
    return "; ".join(
        f"{STATUS[status]} ({gjelder(resultat, planer) or 'de andre planene'})"
        for status, planer in hvor.items()
    )
