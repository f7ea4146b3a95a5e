"""Konstruerte personer til testene, som situasjonsfiler."""

from __future__ import annotations

MARI = """
regnedato = 2026-11-21
fra       = 2026-01-01
til       = {til}

[husstand]
har_partner = false

[uforetrygd]
innvilget             = 2019-03-01
uforegrad             = 100
trygdetid             = 34
minstesats_i_vedtaket = true
ifu_g                 = {{ kroner = 490_000, dato = 2026-05-01 }}

[skatt]
tabellnummer     = 8000
tabell_brukes_av = "Nav"
trekkprosent     = 34

[plan."Som nå"]
"""

JOBB = """
[plan."{navn}"]
{mer}
[[plan."{navn}".jobb]]
arbeidsgiver  = "Renhold"
start         = {start}
timer_per_uke = {timer}
timelonn      = 236.54
lonningsdag   = 15
"""


def mari(*timer: int, til: str = "2026-12-31", mer: str = "", start: str = "2026-01-01") -> str:
    """Mari med en plan for hvert timetall; ``mer`` settes inn i hver plan."""
    planer = ""
    for t in timer:
        navn = f"{t} timer"
        planer += JOBB.format(navn=navn, timer=t, start=start, mer=mer.replace("PLAN", navn))
    return MARI.format(til=til) + planer
