"""The form: every question with its help, made from what the rule book says of its inputs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ytelsesrad.lesbart import liste, tall
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.grenser import HUSSTAND, PERSON, PLAN, VET_IKKE
from ytelsesrad.situasjon.tabeller import (
    hjemmetabell,
    inndata_av,
    medlemsregler,
    regler_i,
    tabellnavn,
)
from ytelsesrad.visning.oppmerking import El, el

from .felt import Felt, Sti

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TITLER = {PERSON: "Deg", HUSSTAND: "Husstanden"}
_ENHETER = {
    "kr": "kr",
    "kr/år": "kr i året",
    "kr/måned": "kr i måneden",
    "kr/time": "kr timen",
    "kr/dag": "kr dagen",
    "timer/uke": "timer i uka",
    "timer/dag": "timer om dagen",
    "timer/meldeperiode": "timer på to uker",
    "prosent": "prosent",
    "tall": "",
}
Del = tuple[str, list[Felt]]


def deler(bok: Regelbok, data: Mapping[str, Any], plan: str, nye: Sequence[Sti] = ()) -> list[Del]:
    """Return the questions that are answered or ``nye``, under headings; the plan's come first."""
    planen = data.get(PLAN, {}).get(plan, {})
    return [*_i(bok, planen, (PLAN, plan), nye), *_i(bok, data, (), nye)]


def _i(bok: Regelbok, data: Mapping[str, Any], foran: Sti, nye: Sequence[Sti]) -> Iterable[Del]:
    for gruppe in bok.grupper.values():
        medlemmer = data.get(gruppe.navn)
        if not isinstance(medlemmer, list):
            continue
        regler = medlemsregler(bok, gruppe.navn)
        for nr, medlem in enumerate(medlemmer):
            navn = gruppe.navn.replace("_", " ").capitalize()
            tittel = f"{navn} {nr + 1}" if len(medlemmer) > 1 else navn
            yield tittel, _felt_i((*foran, gruppe.navn, nr), regler, medlem, nye)
    for tabell in tabellnavn(bok):
        verdier = data.get(tabell, {})
        if isinstance(verdier, Mapping):
            felt = _felt_i((*foran, tabell), regler_i(bok, tabell), verdier, nye)
            if felt:
                yield tabelltittel(bok, tabell), felt


def _felt_i(
    sti: Sti, regler: Mapping[str, Regel], verdier: Mapping[str, Any], nye: Sequence[Sti]
) -> list[Felt]:
    ogsaa = [str(ny[-1]) for ny in nye if ny[:-1] == sti and ny[-1] not in verdier]
    alle = {**verdier, **dict.fromkeys(ogsaa)}
    return [Felt((*sti, n), regler[n], v) for n, v in alle.items() if n in regler]


def tabelltittel(bok: Regelbok, tabell: str) -> str:
    """Return what a table is called: the name of its first benefit, or its own name."""
    if tabell in _TITLER:
        return _TITLER[tabell]
    ytelser = [y for y in bok.samling.ytelser.values() if y.mappe == tabell]
    forst = min(ytelser, key=lambda y: (y.id != tabell, y.rekkefolge), default=None)
    return forst.navn if forst is not None else tabell.replace("_", " ").capitalize()


def flere(bok: Regelbok) -> list[dict[str, str]]:
    """Return everything that can be answered: the rule, and what to call it in a list."""
    svar = []
    for r in bok.inndata.values():
        gruppe = bok.grupper[r.for_hver].navn.replace("_", " ") if r.for_hver else None
        hvor = gruppe.capitalize() if gruppe else tabelltittel(bok, hjemmetabell(r))
        svar.append({"regel": r.id, "navn": f"{hvor}: {r.tittel or r.navn}"})
    return sorted(svar, key=lambda x: x["navn"])


def skjema(delene: Iterable[Del], uten: Sti | None) -> str:
    """Return the form as HTML. ``uten`` is the field that stands beside the answer instead."""
    nr = 0
    ut = []
    for tittel, felt in delene:
        ledd = []
        for f in felt:
            if f.sti == uten:
                continue
            nr += 1
            ledd.append(_felt(f, f"f{nr}"))
        if ledd:
            ut.append(el("section", el("h3", tittel), ledd, klasse="gruppe"))
    return "".join(map(str, ut))


def _felt(f: Felt, id_: str) -> El:
    beskrevet = f"{id_}-feil"
    inn = _inn(f, id_, beskrevet)
    return el(
        "div",
        el("label", inndata_av(f.regel).sporsmaal, for_=id_),
        el(
            "div",
            inn,
            el("span", _ENHETER.get(f.enhet, f.enhet), klasse="enhet") if f.enhet else None,
            klasse="felt",
        ),
        el("p", id=beskrevet, klasse="feil"),
        el("p", "Dette er antatt. Rett det hvis det er galt.", klasse="note") if f.antatt else None,
        _hjelp(f),
        klasse="sp",
        data_sti=json.dumps(f.paa_siden, ensure_ascii=False),
        data_hvor=f.hvor,
        data_regel=f.regel.id,
    )


def _inn(f: Felt, id_: str, beskrevet: str) -> El:
    felles = {"id": id_, "aria_describedby": beskrevet, "autocomplete": "off"}
    if f.slag in ("ja_nei", "valg"):
        valg = [("true", "Ja"), ("false", "Nei")]
        if f.slag == "valg":
            valg = [(v, str(f.regel.valget(v))) for v in f.regel.valg]
        return el(
            "select",
            [
                el("option", vist, value=v, selected="selected" if v == f.vist else None)
                for v, vist in [("", "Ikke svart"), *valg, (VET_IKKE, "Vet ikke")]
            ],
            **felles,
        )
    slag = "date" if f.slag == "dato" and (not f.vist or _DAG.fullmatch(f.vist)) else "text"
    modus = "decimal" if f.slag == "tall" else None
    klasse = {"tall": "tall", "dato": "dato", "fil": "fil"}.get(f.slag, "bred")
    return el("input", type=slag, inputmode=modus, value=f.vist, klasse=klasse, **felles)


def _hjelp(f: Felt) -> El:
    inndata = inndata_av(f.regel)
    deler = [
        f"Det står i {inndata.staar_i}." if inndata.staar_i else "",
        _lov(f),
        f"Svarer du ikke, regner vi videre med dette: {inndata.antatt.fordi}."
        if inndata.antatt
        else "",
    ]
    return el(
        "details",
        el("summary", "Hvor finner jeg svaret?" if inndata.staar_i else "Hjelp"),
        el("p", " ".join(d for d in deler if d)),
        el("p", "I filen heter det ", el("code", f.regel.navn), "."),
        klasse="hjelp",
    )


def _lov(f: Felt) -> str:
    """Return what may be written."""
    i = inndata_av(f.regel)
    if f.slag == "fil":
        return "Her står flere verdier, skrevet som i filen."
    if f.regel.valg:
        return f"Velg {liste((str(f.regel.valget(v)) for v in f.regel.valg), 'eller')}."
    if les_enhet(f.regel.enhet)[0].art is not Art.TALL or f.inni == "kroner":
        return ""
    if i.minst is not None and i.hoyst is not None:
        svar = f"Fra {tall(i.minst)} til {tall(i.hoyst)}"
    elif i.minst is not None or i.hoyst is not None:
        svar = f"Minst {tall(i.minst)}" if i.minst is not None else f"Høyst {tall(i.hoyst or 0)}"
    else:
        return ""
    return svar + (f", i trinn på {tall(i.steg)}." if i.steg is not None else ".")
