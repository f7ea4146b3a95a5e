"""How a plan is spoken of inside a sentence."""

from __future__ import annotations

from ytelsesrad.lesbart.sprak import BOKMAAL, Sprak


def er_som_naa(navn: str, s: Sprak = BOKMAAL) -> bool:
    """Tell whether a plan is called «Som nå»: then the sentences can leave the name out."""
    return navn.strip().casefold() in {x("plan.som_naa").casefold() for x in (BOKMAAL, s)}


def omtale(navn: str, s: Sprak = BOKMAAL) -> str:
    """Return a plan as named inside a sentence: «10 timer i uka» bare, other names quoted."""
    return navn if navn[:1].isdigit() else s.tegn("plan.anforsel").format(navn)


def naa_eller_med(navn: str, s: Sprak = BOKMAAL) -> str:
    """Return what a comparison is made with: «nå», or «med» and the plan."""
    return s("plan.naa") if er_som_naa(navn, s) else s("plan.med", plan=omtale(navn, s))
