"""The page docs/for-utviklere/ytelse.md."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benk.maaling import ROT, Maaling

NETTLESER = ROT / "benk" / "nettleser.json"
"""What the tests of the page «Prøv selv» recorded in a browser: when, on what, and ms by name."""


def tall(verdi: float) -> str:
    """Return a figure with three digits that matter."""
    desimaler = 0 if verdi >= 100 else 1 if verdi >= 10 else 2 if verdi >= 1 else 3
    return f"{verdi:.{desimaler}f}".replace(".", ",")


def rad(m: Maaling) -> str:
    """Return a row of the table."""
    maal = dom = "–"
    if m.maal is not None:
        maal = f"høyst {m.maal:g}".replace(".", ",")
        dom = "ja" if m.median <= m.maal else "**nei**"
    spenn = f"{tall(min(m.tall))}–{tall(max(m.tall))}"
    return f"| {m.navn} | {tall(m.median)} {m.enhet} | {spenn} | {maal} | {dom} | {m.merknad} |"


def maskin() -> str:
    """Return what was measured on, in a few words."""
    modell = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for linje in info.read_text(encoding="utf-8").splitlines():
            if linje.startswith("model name"):
                modell = linje.split(":", 1)[1].strip()
                break
    return (
        f"{os.cpu_count()} kjerner ({modell}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def delrader(deler: Sequence[Maaling]) -> str:
    """Return the rows that say where the time goes."""
    alt = sum(d.median for d in deler)
    rader = [f"| {d.navn} | {tall(d.median)} ms | {d.median / alt:.0%} |" for d in deler]
    return "\n".join([*rader, f"| **Til sammen** | {tall(alt)} ms | |"])


def i_nettleseren(fil: Path = NETTLESER) -> str:
    """Return what was recorded in a browser; nothing when it has not been."""
    if not fil.is_file():
        return ""
    data = json.loads(fil.read_text(encoding="utf-8"))
    rader = "\n".join(f"| {navn} | {tall(ms)} ms |" for navn, ms in data["tider"].items())
    return f"""
## I nettleseren

Siden «Prøv selv», målt {data["maalt"]} i {data["paa"]}.

| Hva | Tid |
|---|---|
{rader}
"""


def side(maalinger: Sequence[Maaling], deler: Sequence[Maaling], dag: date, ganger: int) -> str:
    """Return the page."""
    rader = "\n".join(rad(m) for m in maalinger)
    return f"""\
# Ytelse

Hvor fort biblioteket svarer, målt {dag.isoformat()} på {maskin()}.

Hver måling er gjort {ganger} ganger, de lengste færre. Tallet er medianen, og spennet er det
laveste og det høyeste. Andre maskiner gir andre tall. Det som er verdt å følge med på, er
forholdet til «Tom Python».

| Hva | Median | Spenn | Mål | Nådd | |
|---|---|---|---|---|---|
{rader}

Målene gjelder en maskin med to kjerner. Mål selv med `make bench`, som skriver denne siden.

«Skatt for et år» er én kjøring fra ingenting: inntekten er gitt, og alle reglene skatten bygger
på, regnes ut og tas vare på, så hver av dem kan forklares etterpå.

## Hvor tiden går

Hele svaret for eksempelpersonen, den første gangen i en prosess som har lastet koden. En del er
uten delene inni den.

| Del | Median | Andel |
|---|---|---|
{delrader(deler)}

## Hva som gjør det raskt

**Den lagrede regelboken.** `ytelsesrad regler lagre` leser og kontrollerer regelfilene én gang,
og skriver resultatet som data i `rules/ferdig.jsonl`. Pakken har filen med seg. Den brukes bare
når regelfilene og koden som leser dem, er de samme tegn for tegn; ellers leses regelfilene, og
svaret er det samme. Hver formel leses fra filen og oversettes til Python først når en beregning
trenger den.

**Arv mellom planer.** Det meste er likt i to planer. Grafen over reglene sier hva som bygger på
noe som er oppgitt ulikt. Resten tas fra planen som alt er regnet ut (`regelspraak/kjor/arv.py`).
Det samme gjelder grensene, forsøkene bak forutsetningene, og `regn(situasjon, bok, forrige)` når én
opplysning er endret. En verdi som er arvet, er den som ville blitt regnet ut: det er prøvd, verdi
for verdi.

**Det som ikke kan gjelde.** En merknad om én ytelse spør før eller senere etter vedtaket om den.
Har personen ikke oppgitt noe vedtak, kan vilkåret ikke bli sant i noen periode, og det regnes
ikke ut. Hva et vilkår krever, leses av formlene når regelboken kontrolleres
(`regelspraak/sjekk/krever.py`).

**Dager som er like.** En regel for hver dag sier selv hvor lenge verdien holder, så den regnes ut
én gang for alle dagene, eller én gang for hverdagene og én for helgene
(`regelspraak/kjor/holdetid.py`).
{i_nettleseren()}"""
