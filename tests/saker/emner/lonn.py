"""Kjente svar om lønnssiden: minstelønn og feriepenger."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from tests.saker.emner import Kapittel
from tests.saker.emner.bolig import forste, svar_av, tall
from tests.saker.regning import Regning
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar

KAPITTEL = Kapittel("andre_ytelser", ("minstelonn-", "feriepenger"))

LENGE_SIDEN = date(2015, 1, 1)


def jobb(dag: date, gitt: dict[str, Any]) -> Regning:
    """Et regnestykke med én jobb."""
    liste = {n: v if n.startswith("felles.") else [v] for n, v in gitt.items()}
    return Regning(liste, date(dag.year - 1, 1, 1), date(dag.year + 1, 12, 31), grupper={"jobb": 1})


# ── Minstelønn ──────────────────────────────────────────────────────────────────────────────────

BRANSJE = (
    ("renhold", "renhold"),
    ("overnatting", "overnatting og servering"),
    ("servering", "overnatting og servering"),
    ("bygg", "bygg"),
    ("jordbruk", "jordbruk og gartneri"),
    ("landbruk", "jordbruk og gartneri"),
    ("gartneri", "jordbruk og gartneri"),
    ("godstransport", "godstransport"),
    ("fiske", "fiskeindustri"),
    ("skip", "skips- og verftsindustri"),
    ("verft", "skips- og verftsindustri"),
    ("turbil", "turbil"),
    ("persontransport", "turbil"),
    ("elektro", "elektro"),
)
HJELP = ("ferie", "innhøst", "innhost", "sesong")
ANDRE_ORD = (
    "fag ufag hjelp spesial produksjon øvrig sjåfør fast ansatt erfar voks unge ungdom arbeid "
    "år måned mnd month year uke etter uten over under minst med til inntil enn og i "
    "bransjen m u experience with without"
).split()
"""Begynnelsen på ord i en kategori som reglene skiller på, eller som ikke endrer satsen."""


def alder_i(kategori: str) -> int:
    """Alderen en kategori nevner, ellers en voksen."""
    if t := re.search(r"(?:<|under |u)\s*(\d{2})", kategori):
        return int(t[1]) - 1
    if t := re.search(r"\b(1[67]|18|20)\b(?!\s*(?:u|m))", kategori):
        return int(t[1])
    return 30


def erfaring_i(kategori: str) -> int:
    """Måneder i bransjen en kategori nevner."""
    if t := re.search(r"(\d+)\s*(?:months|mnd|måneder)", kategori):
        return int(t[1])
    if "uten" in kategori:
        return 0
    return (
        12 if re.search(r"(?:≥|>=|minst|over)\s*(?:1|ett)\s*år|med erfaring|1 års", kategori) else 0
    )


def fag_i(kategori: str) -> str:
    """Fagopplæringen en kategori nevner."""
    if "spesial" in kategori:
        return "spesialarbeider"
    if "ufag" in kategori or "hjelpe" in kategori:
        return "ufaglært"
    return "faglært" if re.search(r"\bfag", kategori) else "ufaglært"


def kjent(kategori: str) -> str:
    """Kategorien, når reglene vet hva hvert ord betyr. «Lærling» og «natt» er andre satser."""
    for o in re.findall(r"[a-zæøå]+", kategori):
        hele = len(o) <= 2
        if not any(o == x if hele else o.startswith(x) for x in (*ANDRE_ORD, *HJELP)):
            raise IkkeStottet(f"kjenner ikke «{o}» i kategorien «{kategori}»")
    return kategori


@KAPITTEL.emne("minstelonn", "minstelønn", form=("sector", "category", "date"))
def minstelonn(sak: Sak) -> Svar:
    dag = sak.inn.dato("date", sak.dag)
    sektor = str(sak.inn["sector"]).lower()
    bransje = next((b for ord_, b in BRANSJE if ord_ in sektor), None)
    if bransje is None:
        raise IkkeStottet(f"kjenner ikke bransjen «{sektor}»")
    k = kjent(str(sak.inn["category"]).lower()) if sak.inn.har("category") else ""
    alder = int(tall(sak, "age", "alder") or alder_i(k))
    mnd = int(tall(sak, "months_experience", "experience_months") or erfaring_i(k))
    ansatt = "fast"
    if any(h in k for h in HJELP):
        lang = re.search(r"12\s*(?:u|uker)?\s*[–-]|6\s*m|over 12", k)
        ansatt = "12 uker til 6 måneder" if lang else "inntil 12 uker"
    gitt: dict[str, Any] = {
        "felles.fodselsdato": date(dag.year - alder, 1, 1),
        "lonn.bransje": bransje,
        "lonn.start": dag,
        "lonn.fagopplaering": fag_i(k),
        "lonn.maaneder_i_bransjen": Decimal(mnd),
        "lonn.ansatt_i_jordbruket": ansatt,
    }
    r = jobb(dag, gitt)
    sats = svar_av(r, "lonn.minste_timelonn", dag)
    return {"kr_per_hour": sats, "minimum": sats, "hourly": sats}


# ── Feriepenger ──────────────────────────────────────────────────────────────────────────────────


@KAPITTEL.emne("feriepenger")
def feriepenger(sak: Sak) -> Svar:
    dag = sak.dag
    aar = int(tall(sak, "earning_year", "year") or dag.year)
    dag = date(aar, 12, 31)
    gitt: dict[str, Any] = {"lonn.start": LENGE_SIDEN, "lonn.slutt": date(2099, 12, 31)}
    if (lonn := tall(sak, "wage_year", "basis", "earned")) is not None:
        gitt["lonn.feriepengegrunnlag"] = lonn
    uker = tall(sak, "weeks", "holiday_weeks")
    tariff = forste(sak, "five_weeks", "tariff")
    gitt["lonn.fem_uker_ferie"] = (
        uker == 5 if uker is not None else bool(tariff and sak.inn.ja(tariff))
    )
    if (f := tall(sak, "birth_year")) is not None:
        gitt["felles.fodselsdato"] = date(int(f), 6, 1)
    elif (a := tall(sak, "age", "age_in_payment_year")) is not None:
        gitt["felles.fodselsdato"] = date(aar + 1 - int(a), 6, 1)
    r = jobb(dag, gitt)

    def sats() -> Decimal:
        over_60 = r.ja("lonn.over_60_i_ferieaaret", dag)
        tillegg = r.tall("lonn.tillegg_over_60", dag) if over_60 else Decimal(0)
        return r.tall("lonn.feriepengesats", dag) + tillegg

    belop = svar_av(r, "lonn.feriepenger", dag)
    return {"feriepenger": belop, "amount": belop, "rate": sats, "percent": lambda: 100 * sats()}
