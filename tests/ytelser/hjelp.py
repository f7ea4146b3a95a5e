"""En konstruert person, og planer å sammenligne."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad import Regelbok, Situasjon, beregn
from ytelsesrad.beregning import Planresultat

BASIS = """
regnedato  = 2026-11-21
konstruert = true
fra        = 2026-01-01
til        = 2026-12-31

[person]
fodselsdato          = 1990-02-14
kommune              = "Oslo"
meldeperiode_starter = 2026-01-05

[husstand]
har_partner = false
"""
UFORETRYGD = """
[uforetrygd]
innvilget  = 2019-03-01
uforegrad  = 100
trygdetid  = 40
grunnlag_g = 3
ifu_g      = 4
"""


def planer(bok: Regelbok, tekst: str, basis: str = BASIS) -> dict[str, Planresultat]:
    """Resultatet av hver plan, etter navn."""
    resultat = beregn(Situasjon.les(basis + tekst, bok), bok)
    return {p.navn: p for p in resultat.planer}


def jobb(plan: str, linjer: str = "", timer: str = "20", lonn: str = "18_000") -> str:
    """En plan med en jobb fra 5. januar 2026."""
    return f"""
[plan."{plan}"]
[[plan."{plan}".jobb]]
start            = 2026-01-05
timer_per_uke    = {timer}
maanedslonn = {lonn}
{linjer}
"""


def betalt(plan: Planresultat, ytelse: str) -> dict[str, Decimal]:
    """Måneden pengene er for → beløp før skatt."""
    svar: dict[str, Decimal] = {}
    for b in plan.betalinger:
        if b.ytelse == ytelse:
            maaned = b.fra_dag.isoformat()[:7]
            svar[maaned] = svar.get(maaned, Decimal(0)) + b.brutto
    return svar


def meldinger(plan: Planresultat) -> dict[str, str]:
    """Id → tekst."""
    return {m.id: m.tekst for m in plan.meldinger}
