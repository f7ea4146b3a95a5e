"""How a plan is spoken of inside a sentence."""

from __future__ import annotations


def er_som_naa(navn: str) -> bool:
    """Tell whether a plan is called «Som nå»: then the sentences can leave the name out."""
    return navn.strip().casefold() == "som nå"


def omtale(navn: str) -> str:
    """Return a plan as named inside a sentence: «10 timer i uka» bare, other names quoted."""
    return navn if navn[:1].isdigit() else f"«{navn}»"


def naa_eller_med(navn: str) -> str:
    """Return what a comparison is made with: «nå», or «med» and the plan."""
    return "nå" if er_som_naa(navn) else f"med {omtale(navn)}"
