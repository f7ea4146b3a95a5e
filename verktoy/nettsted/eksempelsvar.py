"""The examples of a rule: what is given, what the rules answer, and the sentence people read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verktoy.nettsted.oppslag import Oppslag, tittel
from verktoy.nettsted.versjoner import kildemerker, verdi

from ytelsesrad.forklaring import forklar
from ytelsesrad.lesbart import dato, liste, midt_i
from ytelsesrad.regelbok import Eksempelsvar
from ytelsesrad.regelbok.eksempler import grunnverdi
from ytelsesrad.regelspraak import Eksempel, Gitt, Kjoring, Oppgitt, Regel
from ytelsesrad.visning.oppmerking import El, el


def eksempeltabell(o: Oppslag, side: str, regel: Regel) -> list[El]:
    """Return the examples that have an answer for a rule. All are run when the page is made."""
    svarene = [s for s in o.svar.get(regel.id, ()) if s.fikk is not None]
    if not svarene:
        return []
    rader = [
        el(
            "tr",
            el("th", _situasjon(o, side, s.eksempel), scope="row"),
            el("td", verdi(regel, s.fikk) if s.fikk is not None else "–", klasse="tall"),
            el("td", _kilde(o, side, s.eksempel)),
        )
        for s in _hvert_eksempel_en_gang(svarene)
    ]
    tabell = el(
        "table",
        el("caption", "Eksempler. De regnes ut på nytt hver gang reglene endres."),
        el(
            "thead",
            el("tr", [el("th", h, scope="col") for h in ("Situasjon", tittel(regel), "Kilde")]),
        ),
        el("tbody", rader),
        klasse="eksempler",
    )
    setning = setning_i(o, regel, svarene[0].eksempel)
    return [
        el("div", tabell, klasse="rull"),
        *([el("p", "Setningen du leser i svaret: ", el("q", setning))] if setning else []),
    ]


def _hvert_eksempel_en_gang(svar: Sequence[Eksempelsvar]) -> list[Eksempelsvar]:
    """Return the first member's answer of each example (a rule for each child has several)."""
    return list({id(s.eksempel): s for s in reversed(svar)}.values())[::-1]


def _situasjon(o: Oppslag, side: str, e: Eksempel) -> list[object]:
    ut: list[object] = [el("b", e.tittel), " "] if e.tittel else []
    ut.append(f"{dato(e.dato)}" + (f", sett fra {dato(e.sett_fra)}" if e.sett_fra else "") + ".")
    gitt = []
    for navn, raa in e.gitt.items():
        regel = o.finn(navn, e.mappe)
        if regel is not None:
            gitt.append(f"{midt_i(tittel(regel))}: {_gitt(regel, raa)}")
    if gitt:
        ut.append(el("small", "Gitt " + "; ".join(gitt) + "."))
    return ut


def _gitt(regel: Regel, raa: object) -> str:
    if isinstance(raa, list):
        return liste(_gitt(regel, x) for x in raa)
    return verdi(regel, grunnverdi(regel, raa))


def _kilde(o: Oppslag, side: str, e: Eksempel) -> list[object]:
    hjemme = o.sider[e.sted.fil.fil] == side
    return kildemerker(e.kilder) if hjemme else [", ".join(k.navn for k in e.kilder)]


def kjoring(o: Oppslag, e: Eksempel) -> Kjoring:
    """Return a run with what an example gives."""
    oppgitt: list[Oppgitt] = []
    medlemmer: dict[str, int] = {}
    for navn, raa in e.gitt.items():
        regel = o.finn(navn, e.mappe)
        if regel is None:
            continue
        verdier = raa if isinstance(raa, list) and regel.for_hver else [raa]
        for m, x in enumerate(verdier):
            medlem = m if regel.for_hver else None
            oppgitt.append(Oppgitt(regel.id, medlem, alltid=grunnverdi(regel, x)))
        if regel.for_hver:
            medlemmer[regel.for_hver] = max(medlemmer.get(regel.for_hver, 0), len(verdier))
    gitt = Gitt(tuple(oppgitt), tuple(medlemmer.items()))
    return o.bok.kjor(gitt, date(e.dato.year - 1, 1, 1), date(e.dato.year + 1, 12, 31))


def setning_i(o: Oppslag, regel: Regel, e: Eksempel) -> str | None:
    """Return the sentence of a rule with the figures of an example."""
    if regel.for_hver == "betaling" or e.sett_fra is not None or regel.skjult:
        return None
    k = kjoring(o, e)
    return forklar(o.bok, k, k.nokkel(regel.id, e.dato)).setning
