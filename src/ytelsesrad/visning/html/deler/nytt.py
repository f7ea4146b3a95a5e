"""What is new since the answer this one builds on: in sentences, and what each thing is worth."""

from __future__ import annotations

from collections.abc import Iterator

from ytelsesrad.raad.endret import Endret
from ytelsesrad.visning.html.deler.bygg import liste, tabell
from ytelsesrad.visning.html.felt import celle
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.nytt import hva_er_nytt, ikke_fordelt

_KOLONNER = ("Plan", "Før", "Nå", "Endring", "Av reglene", "Av tiden", "Av det som er oppgitt")
_DELER = ("endring", "regler", "tid", "inndata")


def nytt_siden(endret: Endret) -> list[object]:
    """Return the changes, and each plan's settled year before and now."""
    innhold: list[object] = [liste(hva_er_nytt(endret))]
    if endret.belop:
        tittel = "Kroner å leve for i året, når alt er gjort opp"
        innhold.append(tabell(tittel, _KOLONNER, _rader(endret), klasse="tall"))
    if endret.ikke_fordelt is not None:
        innhold.append(el("p", ikke_fordelt(endret.ikke_fordelt), klasse="note"))
    return innhold


def _rader(endret: Endret) -> Iterator[tuple[str | El, ...]]:
    for nr, b in enumerate(endret.belop):
        sted = f"/endret/belop/{nr}"
        yield (
            f"{b.plan}, {b.aar}",
            celle(b.foer, f"{sted}/foer"),
            celle(b.naa, f"{sted}/naa"),
            *(celle(getattr(b, d), f"{sted}/{d}", fortegn=True) for d in _DELER),
        )
