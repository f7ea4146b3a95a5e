"""The answer as plain text for a terminal: one order everywhere, nothing wider than asked for.

Sentence first, then the settled year per month, what is kept, what must be done, what may
surprise, the months on the account, what is not known, assumptions, what is left out, sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.tekst.aapning import aapning, forste_setning
from ytelsesrad.visning.tekst.aarstabell import aarstabeller, sammenligning
from ytelsesrad.visning.tekst.bokser import beholder, overrasker, plikter, raad
from ytelsesrad.visning.tekst.dekning import dekning, forbehold
from ytelsesrad.visning.tekst.dybde import Dybde
from ytelsesrad.visning.tekst.forutsetninger import forutsetninger, korte_forutsetninger
from ytelsesrad.visning.tekst.helheten import grensene, nytt, satser
from ytelsesrad.visning.tekst.hode import hode
from ytelsesrad.visning.tekst.kontoliste import kontoliste
from ytelsesrad.visning.tekst.linjer import MINSTE_BREDDE
from ytelsesrad.visning.tekst.maanedstabell import kort_maanedstabell, maanedstabell
from ytelsesrad.visning.tekst.mangler import mangler
from ytelsesrad.visning.tekst.overraskelser import egne_eller
from ytelsesrad.visning.tekst.periodetabell import periodetabeller
from ytelsesrad.visning.tekst.slutt import slutt
from ytelsesrad.visning.tekst.usikkerhet import usikkerheten
from ytelsesrad.visning.tekst.varsler import sjekk, stopp

__all__ = ["Dybde", "Maaneder", "forste_setning", "svar"]

Maaneder = Literal["forste", "alle", "ingen"]
"""Which plans are shown month by month: the first after plan one (or the only one), all, none."""


def svar(
    resultat: Resultat,
    bredde: int = 100,
    *,
    maaneder: Maaneder = "forste",
    betalinger: bool = False,
    overraskelser: Sequence[Overraskelse] = (),
    dybde: Dybde = "2",
) -> str:
    """Return the answer as text, without a newline at the end.

    ``dybde`` says how much of it: ``1`` the answer and the table, ``2`` what matters most with how
    much is left out, ``alt`` everything. ``bredde`` is the widest line in characters; under 60 the
    tables cannot be read, so 60 is then used. ``betalinger`` lists every payment of the plans that
    are shown month by month, too. ``overraskelser`` stand first in «Dette kan overraske»; a
    ``Raad`` has its own, and shows its limits and what is new, too. Same answer, width and depth:
    same text.
    """
    bredde = max(bredde, MINSTE_BREDDE)
    overraskelser = egne_eller(resultat, overraskelser)
    andre = resultat.planer[1:] or resultat.planer
    vist = {"forste": andre[:1], "alle": resultat.planer, "ingen": ()}[maaneder]
    kort = dybde != "alt"
    deler = [
        hode(resultat, bredde),
        aapning(resultat, bredde),
        nytt(resultat, bredde),
        *aarstabeller(resultat, bredde),
        sammenligning(resultat, bredde),
    ]
    if dybde == "1":
        deler += [
            stopp(resultat, bredde),
            sjekk(resultat, bredde),
            mangler(resultat, bredde),
            slutt(resultat, bredde)[-2:],
        ]
        return _sammen(deler)
    deler += [
        *satser(resultat, bredde, kort=kort),
        stopp(resultat, bredde),
        sjekk(resultat, bredde),
        beholder(resultat, bredde, kort=kort),
        plikter(resultat, bredde, kort=kort),
        overrasker(resultat, bredde, overraskelser, kort=kort),
        raad(resultat, bredde, kort=kort),
        *((kort_maanedstabell if kort else maanedstabell)(resultat, p, bredde) for p in vist),
        *(_enkeltvis(resultat, vist, bredde) if betalinger else ()),
        *grensene(resultat, bredde, kort=kort),
        usikkerheten(resultat, resultat.usikkerhet, bredde) if isinstance(resultat, Raad) else [],
        mangler(resultat, bredde),
        (korte_forutsetninger if kort else forutsetninger)(resultat, bredde),
        dekning(resultat, bredde, kort=kort),
        [] if kort else forbehold(resultat, bredde),
        slutt(resultat, bredde, kort=kort),
    ]
    return _sammen(deler)


def _sammen(deler: Sequence[Sequence[str]]) -> str:
    return "\n\n".join("\n".join(linje.rstrip() for linje in del_) for del_ in deler if del_)


def _enkeltvis(
    resultat: Resultat, planer: Sequence[Planresultat], bredde: int
) -> Iterator[list[str]]:
    for plan in planer:
        yield from periodetabeller(plan, bredde)
        yield kontoliste(resultat, plan)
