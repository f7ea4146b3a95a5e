"""The whole answer as HTML: everything that the text says, with charts, in the same order.

The evidence sheet is the last part, on paper of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.html import punkter
from ytelsesrad.visning.html.bevis import bevisdel
from ytelsesrad.visning.html.deler import dekning, grenser, grunnlag, meldinger, nytt, planene
from ytelsesrad.visning.html.deler.betalinger import betalingene
from ytelsesrad.visning.html.deler.bygg import liste, lukket
from ytelsesrad.visning.html.deler.maaneder import maaned_for_maaned
from ytelsesrad.visning.html.dokument import dokument
from ytelsesrad.visning.html.felt import hele
from ytelsesrad.visning.html.ord import Forklarer
from ytelsesrad.visning.html.rapportfigurer import rapportfigurer
from ytelsesrad.visning.oppmerking import el
from ytelsesrad.visning.tekst import usikkerhet
from ytelsesrad.visning.tekst.aapning import forste_setning, videre
from ytelsesrad.visning.tekst.dekning import forbeholdene
from ytelsesrad.visning.tekst.grenser.oversikt import TITTEL as GRENSER
from ytelsesrad.visning.tekst.hode import hode
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.nytt import overskrift
from ytelsesrad.visning.tekst.overraskelser import egne_eller
from ytelsesrad.visning.tekst.slutt import IKKE_VEDTAK, regelsett
from ytelsesrad.visning.tekst.varsler import sjekkes, stoppet

_BREDEST = 10_000


class _Del(NamedTuple):
    """A part of the report."""

    id: str
    tittel: str
    innhold: object


def rapport(resultat: Resultat, overraskelser: Sequence[Overraskelse] = ()) -> str:
    """Return the whole answer as HTML, all plans, years and payments. Equal answers, equal HTML.

    A ``Raad`` has limits, what is new, uncertainty and evidence, too, and its own
    ``overraskelser``.
    """
    overraskelser = egne_eller(resultat, overraskelser)
    forklar = Forklarer(resultat)
    overskrift_ = forklar(forste_setning(resultat)).rstrip(".")
    ingress = forklar(" ".join(videre(resultat)))
    deler = [d for d in _delene(resultat, overraskelser, forklar) if d.innhold]
    side = el(
        "main",
        el("p", setning(hode(resultat, _BREDEST)[0]), klasse="topp"),
        el("h1", overskrift_),
        el("p", ingress, klasse="ingress") if ingress else None,
        el("p", IKKE_VEDTAK, klasse="ikke"),
        el(
            "nav",
            el("ul", [el("li", el("a", d.tittel, href=f"#{d.id}")) for d in deler]),
            aria_label="Innhold",
        ),
        [el("section", el("h2", d.tittel), d.innhold, id=d.id) for d in deler],
    )
    return dokument("Hva har du å leve for? Hele svaret", side, stil="rapport")


def _delene(
    resultat: Resultat, overraskelser: Sequence[Overraskelse], forklar: Forklarer
) -> Iterator[_Del]:
    svar = hele(resultat)
    raad = resultat if isinstance(resultat, Raad) else None
    if raad is not None and raad.endret is not None:
        yield _Del("nytt", overskrift(raad.endret), nytt.nytt_siden(raad.endret))
    yield _Del("svaret", "Per måned", planene.per_maaned(svar))
    if raad is not None:
        yield _Del("gevinst", "Hva hver plan gir", planene.gevinstene(raad))
    for figurene in rapportfigurer(resultat):
        yield _Del(*figurene)
    yield _Del("stoppet", "Dette kunne ikke regnes ut", liste(stoppet(resultat)))
    yield _Del("sjekk", "Sjekk det du har oppgitt", liste(sjekkes(resultat)))
    beholder = "Dette beholder du, og veien tilbake"
    yield _Del("beholder", beholder, meldinger.rettighetene(resultat, forklar))
    yield _Del("plikter", "Dette må du gjøre, og når", meldinger.pliktene(resultat))
    overrasker = meldinger.overraskelsene(resultat, overraskelser, forklar)
    yield _Del("overrasker", "Dette kan overraske", overrasker)
    yield _Del("raad", "Råd", meldinger.raadene(resultat))
    yield _Del("maaneder", "Måned for måned", maaned_for_maaned(svar))
    if raad is not None:
        yield _Del("grenser", GRENSER, grenser.grensene(raad))
        yield _Del("usikkerhet", usikkerhet.TITTEL, grunnlag.usikkerheten(raad))
    yield _Del("mangler", "Dette vet vi ikke, og det betyr noe", grunnlag.mangler(resultat))
    yield _Del("forutsetninger", "Forutsetninger", grunnlag.forutsetninger(resultat))
    yield _Del("utenfor", "Hva som er med, og ikke", dekning.matrisen(resultat))
    yield _Del("forbehold", "Forbehold", liste(forbeholdene(resultat)))
    yield _Del("betalinger", "Hver betaling", betalingene(resultat))
    alle = liste(punkter.kilder(resultat))
    kilder = [el("p", setning(" · ".join(resultat.hjemler))), lukket("Vis alle kildene", alle)]
    yield _Del("kilder", "Kilder", [*kilder, el("p", regelsett(resultat.meta))] if alle else [])
    if raad is not None:
        yield _Del("bevis", "Veiledning om økonomi: det som er gjort", bevisdel(raad, alene=False))
