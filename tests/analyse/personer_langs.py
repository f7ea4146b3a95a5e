"""Konstruerte personer og linjer av alle slag: to ting som øker, tillegg, andel, fra en dag.

Teksten skrives på nytt for hvert sted på linjen: det som prøves, lager ikke sin egen fasit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from ytelsesrad import Bevegelse

D = Decimal


@dataclass(frozen=True)
class Linjeforsok:
    """Det som øker, det minste steget, og situasjonsfilen slik den er på et sted."""

    langs: tuple[Bevegelse, ...]
    steg: Decimal
    skriv: Callable[[Decimal], str]


def person(r: Random) -> str:
    """Uføretrygd eller AAP, og av og til bostøtte, barnetillegg, sosialhjelp eller utleggstrekk."""
    aap = r.random() < 0.35
    barn = not aap and r.random() < 0.4
    tekst = f"""
regnedato = 2026-11-21
fra = 2026-01-01
til = 2026-12-31
[person]
fodselsdato = 1980-05-05
kommune = "Oslo"
{"meldeperiode_starter = 2026-01-05" if aap else ""}
[husstand]
har_partner = false
[skatt]
tabellnummer = 8000
tabell_brukes_av = "Nav"
trekkprosent = 34
fradrag = {r.choice((0, 0, 12_345))}
"""
    if aap:
        tekst += "[aap]\nrett_fra = 2024-08-12\nrett_til = 2027-12-31\n"
        tekst += f"grunnlag_g = {r.randrange(250, 560) / 100}\n"
    else:
        tekst += f"""[uforetrygd]
innvilget = 2019-03-01
uforegrad = {r.choice((60, 100, 100))}
grunnlag_g = {r.randrange(200, 560) / 100}
ifu_g = {r.randrange(400, 700) / 100}
trygdetid = {r.choice((25, 34, 40))}
maate = "riktig"
melder_fra = 2026-01-05
{"har_barnetillegg_uforetrygd = true" if barn else ""}
"""
    leie = r.random() < 0.6
    if leie:
        tekst += f"[bostotte]\nboutgift = {r.randrange(7_000, 14_000, 100)}\n"
    if r.random() < 0.3:
        tekst += (
            f"[sosialhjelp]\nhar_sosialhjelp = true\nnorm = {r.randrange(9_000, 20_000, 500)}\n"
        )
        tekst += f"godkjent_boutgift = {r.randrange(6_000, 11_000, 500)}\n"
    elif r.random() < 0.3:
        hvem = r.choice(("Nav", "arbeidsgiver"))
        mye = r.choice(
            (f"trekk_kroner = {r.randrange(500, 3_000)}", f"trekk_prosent = {r.randrange(3, 15)}")
        )
        tekst += f'[gjeld]\nhar_utleggstrekk = true\n{mye}\ntrekkes_hos = "{hvem}"\n'
    if barn:
        tekst += "[[barn]]\nbarn_fodt = 2016-03-03\n"
    return tekst + '[plan."Jobb"]\n[[plan."Jobb".jobb]]\nstart = 2026-01-05\n'


def timer_og_lonn(r: Random) -> Linjeforsok:
    """Timene og timelønnen øker sammen: lønnen krummer."""
    tekst, fra, til = person(r), r.randrange(180, 260), r.randrange(260, 420)
    langs = (Bevegelse("timer_per_uke", D(0), D(40)), Bevegelse("timelonn", D(fra), D(til)))

    def skriv(t: Decimal) -> str:
        lonn = fra + (til - fra) * t / 40
        return f"{tekst}timer_per_uke = {t}\ntimelonn = {lonn}\n"

    return Linjeforsok(langs, D("0.25"), skriv)


def stilling_og_lonn(r: Random) -> Linjeforsok:
    """Stillingen øker, og lønnen for full stilling faller."""
    tekst, fra, til = person(r), r.randrange(500_000, 700_000), r.randrange(350_000, 450_000)
    langs = (
        Bevegelse("stillingsprosent", D(0), D(100)),
        Bevegelse("aarslonn_full_stilling", D(fra), D(til)),
    )

    def skriv(t: Decimal) -> str:
        lonn = fra + (til - fra) * t / 100
        return f"{tekst}stillingsprosent = {t}\naarslonn_full_stilling = {lonn}\n"

    return Linjeforsok(langs, D(2), skriv)


def tillegg(r: Random) -> Linjeforsok:
    """Så mange flere timer enn i planen, som har flere om sommeren."""
    tekst, timelonn = person(r), r.randrange(200, 330)
    faa, mange = r.randrange(2, 12), r.randrange(12, 20)
    langs = (Bevegelse("timer_per_uke", D(-faa), D(20), maate="tillegg"),)

    def skriv(t: Decimal) -> str:
        timer = f"{{ 2026-01-05 = {faa + t}, 2026-06-01 = {mange + t}, 2026-09-07 = {faa + t} }}"
        return f"{tekst}timer_per_uke = {timer}\ntimelonn = {timelonn}\n"

    return Linjeforsok(langs, D("0.25"), skriv)


def andel(r: Random) -> Linjeforsok:
    """En andel av en fast månedslønn som har økt gjennom året."""
    tekst, lonn = person(r), r.randrange(8_000, 30_000, 100)
    langs = (Bevegelse("maanedslonn", D(0), D(200), maate="andel"),)

    def skriv(t: Decimal) -> str:
        a, b = lonn * t / 100, (lonn + 4_000) * t / 100
        rader = f"{{ 2026-01-05 = {a}, 2026-05-01 = {b} }}"
        return f"{tekst}stillingsprosent = 40\nmaanedslonn = {rader}\n"

    return Linjeforsok(langs, D(1), skriv)


def fra_en_dag(r: Random) -> Linjeforsok:
    """Timene endres fra august; før det er de som i planen."""
    tekst, timelonn, for_ = person(r), r.randrange(200, 330), r.randrange(0, 20)
    langs = (Bevegelse("timer_per_uke", D(0), D(40), fra_dag=date(2026, 8, 3)),)

    def skriv(t: Decimal) -> str:
        timer = f"{{ 2026-01-05 = {for_}, 2026-08-03 = {t} }}"
        return f"{tekst}timer_per_uke = {timer}\ntimelonn = {timelonn}\n"

    return Linjeforsok(langs, D("0.25"), skriv)


def vaktplan(r: Random) -> Linjeforsok:
    """En andel av en vaktplan der noen meldeperioder er uten vakter."""
    tekst, timelonn = person(r), r.randrange(200, 330)
    plan = [D(25), D(0), r.choice((D(50), D("37.5"))), D("12.5")]
    r.shuffle(plan)
    langs = (Bevegelse("timer_i_meldeperioden", D(0), D(140), maate="andel"),)

    def skriv(t: Decimal) -> str:
        timer = ", ".join(str(x * t / 100) for x in plan)
        rekke = f"{{ fra = 2026-01-05, gjentas = [{timer}] }}"
        return f"{tekst}timelonn = {timelonn}\ntimer_i_meldeperioden = {rekke}\n"

    return Linjeforsok(langs, D(4), skriv)


ALLE = (timer_og_lonn, stilling_og_lonn, tillegg, andel, fra_en_dag, vaktplan)
