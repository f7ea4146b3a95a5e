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


def sam(*jobb: str, aap: str = "[aap]", fodt: str = "1990-04-12") -> str:
    """AAP på minste ytelse hele 2026, og kanskje en jobb fra 5. januar."""
    vedtak = aap if "rett_fra" in aap else f"{aap}\nrett_fra = 2025-02-03"
    vedtak += "" if "rett_til" in aap else "\nrett_til = 2027-12-31"
    vedtak += "" if "minste_ytelse" in aap else "\nminste_ytelse = true"
    tekst = f"""
regnedato = 2026-11-21
fra = 2026-01-01
til = 2026-12-31
[person]
fodselsdato = {fodt}
meldeperiode_starter = 2026-01-05
[husstand]
har_partner = false
{vedtak}
[skatt]
tabell_brukes_av = "Nav"
"""
    if not jobb:
        return tekst
    linjer = "\n".join(jobb)
    return f"""{tekst}
[[jobb]]
start = 2026-01-05
lonn_etterskuddsvis = true
lonningsdag = 12
{linjer}
"""
