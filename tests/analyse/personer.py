"""Tilfeldige, konstruerte personer med en jobb, og linjer å gå langs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from ytelsesrad import Bevegelse


@dataclass(frozen=True)
class Forsok:
    """En situasjonsfil, det som øker i den, og det minste steget."""

    tekst: str
    langs: Bevegelse
    steg: Decimal | None


def med_ufor(r: Random) -> Forsok:
    """Uføretrygd, av og til med barnetillegg, i 2025 eller 2026."""
    aar = r.choice((2025, 2026, 2026))
    grad, grunnlag = r.choice((50, 60, 80, 100, 100)), r.randrange(0, 601) / 100
    ifu = max(3.3, grunnlag) + r.randrange(0, 200) / 100
    barn = r.random() < 0.35
    tekst = f"""
regnedato = {aar}-11-21
fra = {aar}-01-01
til = {aar}-12-31
[person]
fodselsdato = 1975-05-05
[husstand]
har_partner = {_ja(r, 0.5)}
partners_inntekt = {r.randrange(0, 700_000, 1000)}
[uforetrygd]
innvilget = {r.randrange(2015, 2025)}-{r.randrange(1, 13):02d}-01
uforegrad = {grad}
trygdetid = {r.choice((20, 31, 40, 40))}
grunnlag_g = {grunnlag}
ifu_g = {ifu:.2f}
ieu_g = {ifu * (100 - grad) / 100:.2f}
maate = "{r.choice(("riktig", "ikke meldt", "riktig"))}"
{"har_barnetillegg_uforetrygd = true" if barn else ""}
melder_fra = {aar}-01-10
[skatt]
fradrag = {r.choice((0, 0, 23_456))}
"""
    if barn:
        fodt = r.randrange(2008, 2024)
        tekst += f"[[barn]]\nbarn_fodt = {fodt}-03-03\nfellesbarn = {_ja(r, 0.5)}\n"
    tekst += '[plan."Jobb"]\n[[plan."Jobb".jobb]]\n'
    tekst += f"start = {aar}-{r.choice((1, 1, 4, 8)):02d}-{r.choice((1, 1, 15)):02d}\n"
    match r.choice(("timer", "fast", "timelonn")):
        case "timer":
            timelonn = Decimal(r.randrange(18_000, 45_000)) / 100
            tekst += f"timer_per_uke = 10\ntimelonn = {timelonn}\n"
            return Forsok(tekst, _langs("timer_per_uke", 45), Decimal("0.5"))
        case "fast":
            tekst += "stillingsprosent = 50\nmaanedslonn = 10_000\n"
            return Forsok(tekst, _langs("maanedslonn", 70_000), Decimal(1))
        case _:
            tekst += f"timer_per_uke = {r.randrange(5, 37)}\ntimelonn = 200\n"
            return Forsok(tekst, _langs("timelonn", 600), Decimal(1))


def med_aap(r: Random) -> Forsok:
    """AAP i 2026, av og til med opptrapping, der timene blir hele og halve på kortet."""
    tekst = f"""
regnedato = 2026-11-21
fra = 2026-01-01
til = 2026-12-31
[person]
fodselsdato = 19{r.randrange(70, 99)}-03-03
meldeperiode_starter = 2026-01-{r.choice(("05", "12"))}
[husstand]
har_partner = false
[aap]
rett_fra = 202{r.choice((4, 5))}-0{r.randrange(1, 9)}-12
rett_til = 2027-12-31
"""
    grunnlag = Decimal(r.randrange(200, 600)) / 100
    tekst += "minste_ytelse = true\n" if r.random() < 0.5 else f"grunnlag_g = {grunnlag}\n"
    if r.random() < 0.3:
        tekst += f"opptrapping_fra = 2026-0{r.randrange(1, 7)}-05\n"
    tekst += '[plan."Jobb"]\n[[plan."Jobb".jobb]]\n'
    tekst += f"start = 2026-01-{r.choice(('05', '12'))}\nlonn_etterskuddsvis = {_ja(r, 0.5)}\n"
    if r.random() < 0.5:
        tekst += f"timer_per_uke = 10\ntimelonn = {r.randrange(180, 400)}\n"
        return Forsok(tekst, _langs("timer_per_uke", 40), Decimal("0.25"))
    aarslonn = r.randrange(350_000, 800_000, 1000)
    tekst += f"stillingsprosent = 50\naarslonn_full_stilling = {aarslonn}\n"
    return Forsok(tekst, _langs("stillingsprosent", 100), None)


def _langs(inndata: str, til: int) -> Bevegelse:
    return Bevegelse(inndata, Decimal(0), Decimal(til))


def _ja(r: Random, sannsynlighet: float) -> str:
    return str(r.random() < sannsynlighet).lower()
