"""«Hvor sikre tallene er»: every total with its span, and what makes it wide."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.analyse.usikkerhet import Driver, Planspenn, Spenn, Usikkerhet
from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.lesbart import (
    avrundet,
    kr,
    kroner,
    maaned,
    naa_eller_med,
    omtale,
    tall,
)
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, brekk, punkt

TITTEL = "Hvor sikre tallene er"
_HUNDRE = 100
_KILDE = {"oppgitt": "du er usikker på", "antatt": "vi har antatt", "ukjent": "vi ikke vet"}


def usikkerheten(resultat: Resultat, usikkerhet: Usikkerhet | None, bredde: int) -> list[str]:
    """Return the part of the text; nothing when nothing is uncertain."""
    if usikkerhet is None:
        return []
    linjer = [TITTEL]
    for plan in usikkerhet.planer:
        setninger = plansetninger(resultat, plan)
        if setninger:
            linjer += avsnitt(" ".join(setninger), bredde)
            for tekst in drivertekster(plan):
                linjer += punkt("–", tekst, bredde)
    return [*linjer, *brekk(usikkerhet.metode, bredde, INNRYKK)] if len(linjer) > 1 else []


def plansetninger(resultat: Resultat, plan: Planspenn) -> list[str]:
    """Return what a plan gives, «omtrent … mellom … og …»; nothing when it is certain."""
    if not plan.drivere:
        return []
    svar = []
    forste = resultat.planer[0].navn
    for aar in plan.aar:
        flere = f" i {aar.aar}" if len(plan.aar) > 1 else ""
        if aar.gjort_opp is not None:
            navn = omtale(plan.plan)
            svar.append(f"{_stor(navn)}{flere}: {i_maaneden(aar.gjort_opp)} å leve for i måneden.")
        if aar.gevinst is not None:
            svar.append(f"{_mot(aar.gevinst, naa_eller_med(forste))}{flere}.")
    if plan.svakeste is not None and plan.svakeste.netto is not None:
        netto = plan.svakeste.netto
        svar.append(
            f"I den svakeste måneden ({maaned(plan.svakeste.maaned)} med det vi venter) "
            f"kommer det {_spennet(netto, Decimal(1))} inn på konto."
        )
    return svar


def i_maaneden(s: Spenn) -> str:
    """Return a year's span as kroner a month: «omtrent 4 600 kroner, mellom 3 300 og 5 700»."""
    return _spennet(s, Decimal(12))


def _spennet(s: Spenn, deles_paa: Decimal) -> str:
    lavest, hoyest = (avrundet(x / deles_paa, _HUNDRE) for x in (s.lavest, s.hoyest))
    if s.ventet is None:
        return f"mellom {tall(lavest, 0)} og {kroner(hoyest)}"
    ventet = avrundet(s.ventet / deles_paa, _HUNDRE)
    if lavest == hoyest:
        return f"omtrent {kroner(ventet)}"
    return f"omtrent {kroner(ventet)}, mellom {tall(lavest, 0)} og {kroner(hoyest)},"


def _mot(s: Spenn, naa: str) -> str:
    """Return the difference from the first plan, also when it may be less."""
    lavest, hoyest = (avrundet(x / 12, _HUNDRE) for x in (s.lavest, s.hoyest))
    if lavest >= 0:
        return f"Det er {_spennet(s, Decimal(12)).rstrip(',')} mer enn {naa}"
    if hoyest <= 0:
        andre = Spenn(lavest=-s.hoyest, ventet=s.ventet and -s.ventet, hoyest=-s.lavest)
        return f"Det er {_spennet(andre, Decimal(12)).rstrip(',')} mindre enn {naa}"
    return f"Det er fra {kroner(-lavest)} mindre til {kroner(hoyest)} mer enn {naa}"


def drivertekster(plan: Planspenn) -> list[str]:
    """Return what makes the span wide, the most first, with what it is worth a month."""
    return [_driver(d) for d in plan.drivere]


def _driver(d: Driver) -> str:
    lavest, hoyest = (avrundet(x / 12) for x in (d.lavest, d.hoyest))
    tekst = f"{d.tittel} ({_KILDE[d.kilde]}: {d.fra} til {d.til}): "
    if d.ukjent_ved:
        hvilke = " eller ".join(d.ukjent_ved)
        tekst += f"med {hvilke} må vi vite mer for å regne. "
        if lavest == hoyest == 0:
            return tekst.rstrip()
        tekst += "Ellers "
    if lavest == hoyest == 0:
        return f"{tekst}endrer ikke beløpet."
    tekst += f"{kr(lavest, fortegn=True)} til {kr(hoyest, fortegn=True)} i måneden."
    if not d.jevnt:
        tekst += f" Det er ikke jevnt: minst ved {d.lavest_ved}, mest ved {d.hoyest_ved}."
    return tekst


def _stor(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
