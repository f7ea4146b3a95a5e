"""Fill the holes of a text with figures from the rules, so that no figure is typed on a page.

A hole is ``{what}`` or ``{plan: what}``, where what is

- ``å leve for`` (in a month, to the nearest hundred kroner) or ``å leve for i året``
- ``mappe.regel``, and perhaps ``på 2026-06-30`` and ``sett fra 2026-06-30``
- ``virkning av mappe.regel`` and ``i bruk av mappe.regel``: the days of its newest version
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from verktoy.nettsted.oppslag import ROT, Oppslag

from ytelsesrad import Beregning, Situasjon, regn
from ytelsesrad.lesbart import dato, kroner, omtrent_kroner, vis
from ytelsesrad.regelbok import regnemodus

_HULL = re.compile(r"\{(?:([^{}:]+): )?([^{}]+)\}")
_REGEL = re.compile(
    r"(?P<hva>virkning av |i bruk av )?(?P<regel>[a-z_]+\.\w+)"
    r"(?: på (?P<dag>[\d-]+))?(?: sett fra (?P<syn>[\d-]+))?"
)


@cache
def regnet(sak: str) -> Beregning:
    """Return the worked example ``docs/eksempler/<sak>.toml``."""
    from verktoy.nettsted.oppslag import oppslag

    bok = oppslag().bok
    return regn(Situasjon.les(ROT / "docs" / "eksempler" / f"{sak}.toml", bok), bok)


def fyll(o: Oppslag, tekst: str, sak: str | None = None, plan: str | None = None) -> str:
    """Return the text with its holes filled. Raises ValueError for a hole that says nothing."""
    return _HULL.sub(lambda t: _svar(o, t[2].strip(), sak, t[1] or plan), tekst)


def regler_i(tekst: str) -> list[str]:
    """Return the rules that a text takes its figures from."""
    return [t["regel"] for h in _HULL.finditer(tekst) if (t := _REGEL.fullmatch(h[2].strip()))]


def _svar(o: Oppslag, hva: str, sak: str | None, plan: str | None) -> str:
    if hva.startswith("å leve for"):
        return _leve_for(hva, sak, plan)
    treff = _REGEL.fullmatch(hva)
    if treff is None:
        raise ValueError(f"Hullet {{{hva}}} sier ikke hva som skal stå der.")
    regel = o.bok.finn(treff["regel"])
    if treff["hva"]:
        nyeste = regel.versjoner[-1]
        return dato(nyeste.virkning if treff["hva"].startswith("virkning") else nyeste.i_bruk)
    dag = date.fromisoformat(treff["dag"]) if treff["dag"] else None
    syn = date.fromisoformat(treff["syn"]) if treff["syn"] else None
    if sak is None:
        kjoring = o.bok.kjor()
        dag = dag or o.bok.regelsett.dato
    else:
        beregning = regnet(sak)
        kjoring = beregning.utregninger[plan or beregning.resultat.planer[0].navn].kjoring
        dag = dag or beregning.resultat.meta.til
    with regnemodus():
        return vis(regel.valget(kjoring.les(regel.id, dag, sett_fra=syn)), regel.enhet)


def _leve_for(hva: str, sak: str | None, plan: str | None) -> str:
    if sak is None:
        raise ValueError(f"Hullet {{{hva}}} trenger en person.")
    planer = regnet(sak).resultat.planer
    valgt = next(p for p in planer if plan is None or p.navn == plan)
    netto = valgt.aar[0].gjort_opp_netto
    if netto is None:
        raise ValueError(f"{sak}, {plan}: ikke noe svar.")
    return kroner(netto) if hva.endswith("i året") else omtrent_kroner(netto / 12)
