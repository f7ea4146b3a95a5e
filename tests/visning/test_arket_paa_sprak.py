"""Arket på andre språk: helt på engelsk, og de samme tallene på alle språk."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel
from stripeland_mira import mira
from tests.eksempler.personer import raadet

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.lesbart import FRA, TIL, sprakene
from ytelsesrad.raad import gi_raad
from ytelsesrad.visning.html import side
from ytelsesrad.visning.html.utvalg import med_kjente_navn, velg
from ytelsesrad.visning.oppmerking import UOVERSATT

EKSEMPLER = sorted((Path(__file__).resolve().parents[2] / "docs" / "eksempler").glob("*.toml"))
NAVN = [f.stem for f in EKSEMPLER]
ANDRE = sprakene()[1:]
FASIT = Path(__file__).parent / "fasit"
_MERKET = f'class="{UOVERSATT}"'
_TALL = re.compile(r'data-fra="([^"]*)">([^<]*)<')
_USYNLIG = re.compile(r"<head>.*?</head>", re.DOTALL)
_LINJE = re.compile(r"</(?:p|li|h1|h2|h3|tr|caption|figcaption|title|desc|div|text)>")


@cache
def _bok(kode: str) -> Regelbok:
    return Regelbok.standard().paa(kode)


@cache
def _ark(navn: str, kode: str) -> str:
    return side(raadet(navn, kode))


def verdier(ting: object) -> list[Decimal | int | date]:
    """Hvert tall, hver dag og hvert ja eller nei i et svar, i rekkefølge."""
    match ting:
        case BaseModel():
            return [v for felt in type(ting).model_fields for v in verdier(getattr(ting, felt))]
        case dict():
            return [v for verdi in ting.values() for v in verdier(verdi)]
        case list() | tuple():
            return [v for verdi in ting for v in verdier(verdi)]
        case Decimal() | int() | date():
            return [ting]
        case _:
            return []


@pytest.mark.parametrize("navn", NAVN)
def test_alt_paa_arket_er_paa_engelsk(navn: str) -> None:
    arket = _ark(navn, "en")
    assert '<html lang="en">' in arket
    assert _MERKET not in arket.split("</style>")[-1]
    assert FRA not in arket
    assert TIL not in arket


@pytest.mark.parametrize("kode", ANDRE)
@pytest.mark.parametrize("navn", NAVN)
def test_svaret_har_de_samme_tallene(navn: str, kode: str) -> None:
    bokmaal = verdier(raadet(navn, "nb"))
    assert len(bokmaal) > 100
    assert verdier(raadet(navn, kode)) == bokmaal


@pytest.mark.parametrize("kode", ANDRE)
@pytest.mark.parametrize("navn", NAVN)
def test_tabellene_har_de_samme_tallene(navn: str, kode: str) -> None:
    def tall(arket: str) -> list[tuple[str, str]]:
        return [(fra, re.sub(r"[^\d+−]", "", t)) for fra, t in _TALL.findall(arket)]

    assert len(tall(_ark(navn, "nb"))) > 20
    assert tall(_ark(navn, kode)) == tall(_ark(navn, "nb"))


@pytest.mark.parametrize("kode", sprakene())
def test_overraskelsene_folger_planen_ogsaa_naar_den_heter_noe_annet(kode: str) -> None:
    svar = raadet("p1", kode)
    navn = [p.navn for p in svar.planer]
    fulle = [*navn[:1], f"{navn[1]}, med et langt navn som ikke får plass i en tabell", *navn[2:]]
    egen = [o for o in svar.overraskelser if o.plan == navn[1]]
    assert egen
    for nye in (navn, fulle):
        planer = tuple(
            p.model_copy(update={"navn": n}) for p, n in zip(svar.planer, nye, strict=True)
        )
        endringer = tuple(
            e.model_copy(update={"plan": nye[navn.index(e.plan)]}) for e in svar.endringer
        )
        byttet = svar.model_copy(update={"planer": planer, "endringer": endringer})
        sagt = [o.model_copy(update={"plan": nye[1]}) for o in egen]
        vist = med_kjente_navn(velg(byttet, (), sagt))
        assert {o.plan for o in vist.overraskelser} == {vist.resultat.planer[1].navn}
        assert len(vist.overraskelser) == len(egen)


@pytest.mark.parametrize("navn", NAVN)
def test_bokmaal_er_aldri_merket(navn: str) -> None:
    assert _MERKET not in _ark(navn, "nb")


def test_det_som_ikke_er_oversatt_er_merket_og_forklart() -> None:
    uten = Regelbok.standard().paa("en")
    assert uten.oversettelse is not None
    uten.oversettelse._i_mappen.clear()
    arket = side(gi_raad(Situasjon.les(EKSEMPLER[-1], uten), uten, grenser=False))
    assert '<span lang="nb" class="nb">' in arket
    assert "has not been translated and is in Norwegian" in arket


# ── Ordene på arket, i et oppdiktet land ────────────────────────────────────────────────────────


def ordene(arket: str) -> str:
    """Teksten på arket, en linje for hvert avsnitt, med vanlige mellomrom."""
    linjer = _LINJE.sub("\n", _USYNLIG.sub("", arket))
    linjer = re.sub(r"</t[hd]>", " | ", linjer).replace("</span>", " ")
    tekst = html.unescape(re.sub(r"<[^>]+>", "", linjer)).replace("\u00a0", " ")
    tekst = re.sub(r" +", " ", tekst)
    return "\n".join(linje for ln in tekst.split("\n") if (linje := ln.strip(" |"))) + "\n"


@pytest.mark.parametrize("kode", sprakene())
def test_ordene_paa_arket(kode: str) -> None:
    svar = mira()
    svar = svar.model_copy(update={"meta": svar.meta.model_copy(update={"sprak": kode})})
    assert ordene(side(svar)) == (FASIT / f"mira-ark-{kode}.txt").read_text("utf-8")
