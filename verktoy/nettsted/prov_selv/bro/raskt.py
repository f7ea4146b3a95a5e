"""The quick way: at most eight questions to a first, rough answer. The library asks and reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ytelsesrad.lesbart import avrundet, kroner, midt_i
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon.grenser import VET_IKKE
from ytelsesrad.sporsmaal import (
    Skjerpende,
    Sporsmaal,
    antakelser,
    data_av,
    data_saa_langt,
    neste_sporsmaal,
    sjekk_svar,
    skjerpende,
    sporsmaalene,
)
from ytelsesrad.visning.oppmerking import El, el

from .akse import fullt

SVAR = "svar"
"""The first part of the place of an answer, as the page knows it."""


@dataclass
class Raskt:
    """The answers so far, as they were typed."""

    bok: Regelbok
    dag: date
    svar: dict[str, str] = field(default_factory=dict)

    def sporsmaal(self) -> tuple[Sporsmaal, ...]:
        """Return every question on the way, answered or not."""
        return sporsmaalene(self.bok, self.svar, self.dag)

    @property
    def begynt(self) -> bool:
        """Whether anything is answered."""
        return er_begynt(self.svar)

    def feil(self) -> list[dict[str, str]]:
        """Return what is wrong with the answers."""
        galt = sjekk_svar(self.bok, self.svar, self.dag)
        return [{"hvor": f"{SVAR}.{f.sporsmaal}", "hva": f.hva, "rett": f.rett} for f in galt]

    def mangler(self) -> Sporsmaal | None:
        """Return the first question that must be answered before there is anything to show."""
        return neste_sporsmaal(self.bok, self._med_vet_ikke(), self.dag)

    def data(self) -> dict[str, Any]:
        """Return the situation that the answers make, as data of the shape of the file."""
        return data_av(self.bok, self._med_vet_ikke(), self.dag)

    def saa_langt(self) -> dict[str, Any]:
        """Return the same of what is answered so far; nothing when nothing is."""
        if not self.begynt:
            return {}
        return data_saa_langt(self.bok, self.svar, self.dag)

    def uten_svar(self) -> list[str]:
        """Return the inputs of the questions that have no answer that can be used.

        Not those that take several: without an answer there is none of them.
        """
        galt = {f.sporsmaal for f in sjekk_svar(self.bok, self.svar, self.dag)}
        brukt = {id_ for id_, svar in self.svar.items() if svar.strip()} - galt
        return [s.id for s in self.sporsmaal() if s.id not in brukt and not s.flere]

    def _med_vet_ikke(self) -> Mapping[str, str]:
        """Return the answers, with «vet ikke» to what is not answered and may be left so."""
        svar = dict(self.svar)
        neste = neste_sporsmaal(self.bok, svar, self.dag)
        while neste is not None and neste.vet_ikke and not svar.get(neste.id):
            svar[neste.id] = VET_IKKE
            neste = neste_sporsmaal(self.bok, svar, self.dag)
        return svar

    def akse(self, alle: tuple[Sporsmaal, ...]) -> dict[str, Any] | None:
        """Return the question that stands beside the answer, for the slider and the number."""
        s = next((s for s in alle if s.ved_svaret), None)
        if s is None or not self.begynt:
            return None
        svar = self.svar.get(s.id, "")
        return {
            "sti": [SVAR, s.id],
            "hvor": f"{SVAR}.{s.id}",
            "sporsmaal": s.tekst,
            "nr": len(alle),
            "verdi": svar.replace(",", ".") or "0",
            "vist": svar,
            "enhet": s.enhet or "",
            "hoyst": format(fullt(self.bok.inndata[s.id]), "f"),
            "steg": "1" if s.slag == "prosent" else "0.5",
        }

    def grovt(self) -> str:
        """Return in a few words that the answer is rough, and what is taken for granted."""
        alle = antakelser(self.bok, self._med_vet_ikke(), self.dag)
        antatt = "; ".join(f"{midt_i(a.tittel)}: {a.verdi}" for a in alle)
        etter = f"Grovt anslag etter {len(self.sporsmaal())} spørsmål."
        return f"{etter} Antatt: {antatt}." if antatt else etter

    def antatt(self) -> str:
        """Return what is taken for granted, as HTML."""
        alle = antakelser(self.bok, self._med_vet_ikke(), self.dag)
        ledd = [el("li", f"{a.tittel}: {a.verdi} ({midt_i(a.fordi)}).") for a in alle]
        return str(el("ul", ledd)) if ledd else ""

    def skjerpende(self) -> str:
        """Return what to find out next, the most telling first, as HTML."""
        alle = skjerpende(self.bok, self._med_vet_ikke(), self.dag)
        if not alle:
            return ""
        forst, *resten = alle
        flere = el(
            "details", el("summary", "De neste"), el("ol", [el("li", _flytter(s)) for s in resten])
        )
        knapp = el(
            "button", "Svar på det nå", type="button", klasse="knapp", data_svar=forst.sporsmaal.id
        )
        deler = [
            el("p", el("b", "Dette spørsmålet skjerper svaret mest: "), _flytter(forst)),
            el("p", knapp),
            flere if resten else None,
        ]
        return "".join(str(d) for d in deler if d is not None)


def er_begynt(svar: Mapping[str, str]) -> bool:
    """Tell whether any question is answered."""
    return any(s.strip() for s in svar.values())


def _flytter(s: Skjerpende) -> str:
    """Return a question, where the answer stands, and what it is worth."""
    hvor = f" Det står i {s.sporsmaal.staar_i}." if s.sporsmaal.staar_i else ""
    mye = f"Svaret kan flytte det du har å leve for, med {kroner(avrundet(s.bredde))} i året."
    return f"{s.sporsmaal.tekst}{hvor} {mye}"


def skjema(alle: tuple[Sporsmaal, ...], svar: Mapping[str, str]) -> str:
    """Return the questions as a form, but for the one that stands beside the answer.

    Until something is answered there is only the first one, which the others follow from.
    """
    synlige = [s for s in alle if not s.ved_svaret]
    if not er_begynt(svar):
        synlige = synlige[:1]
    return "".join(str(_ett(nr, s, svar.get(s.id, ""))) for nr, s in enumerate(synlige, 1))


def _ett(nr: int, s: Sporsmaal, svar: str) -> El:
    id_ = f"s-{s.id}"
    flere = "ja" if s.flere else None
    return el(
        "div",
        el("label", el("span", f"{nr} ", klasse="nr"), s.tekst, for_=id_),
        el(
            "div",
            _inn(s, id_, svar),
            el("span", s.enhet, klasse="enhet") if s.enhet else None,
            el("button", "Legg til flere", type="button", klasse="knapp liten", data_mer=id_)
            if s.flere
            else None,
            klasse="felt",
        ),
        el("p", "La feltet stå tomt hvis det er ingen.", klasse="note") if s.flere else None,
        el("p", id=f"{id_}-feil", klasse="feil"),
        _hjelp(s),
        klasse="sp",
        data_sti=json.dumps([SVAR, s.id]),
        data_hvor=f"{SVAR}.{s.id}",
        data_flere=flere,
    )


def _inn(s: Sporsmaal, id_: str, svar: str) -> El | list[El]:
    if s.flere:
        ledd = [d.strip() for d in svar.split(",")] or [""]
        return [
            _ett_felt(s, id_ if nr == 1 else f"{id_}-{nr}", d, nr) for nr, d in enumerate(ledd, 1)
        ]
    return _ett_felt(s, id_, svar)


def _ett_felt(s: Sporsmaal, id_: str, svar: str, nr: int = 1) -> El:
    felles = {"id": id_, "aria_describedby": f"s-{s.id}-feil", "autocomplete": "off"}
    if nr > 1:
        felles["aria_label"] = f"{s.tekst} Nummer {nr}"
    if s.valg:
        valg = [("", "Velg"), *((v.verdi, v.tekst) for v in s.valg)]
        if s.vet_ikke:
            valg.append((VET_IKKE, "Vet ikke"))
        return el(
            "select",
            [
                el("option", vist, value=v, selected="selected" if v == svar else None)
                for v, vist in valg
            ],
            **felles,
        )
    er_tall = s.slag in ("kroner", "tall", "prosent")
    return el(
        "input",
        type="text",
        inputmode="decimal" if er_tall else None,
        value=svar or s.forslag or "",
        klasse="tall" if er_tall else "dato" if s.slag == "dato" else "bred",
        **felles,
    )


def _hjelp(s: Sporsmaal) -> El | None:
    deler = [
        s.hjelp,
        f"Det står i {s.staar_i}." if s.staar_i else None,
        f"For eksempel {s.eksempel}." if s.eksempel else None,
        f"Vet du det ikke, regner vi med {s.ellers}." if s.vet_ikke and s.ellers else None,
    ]
    avsnitt = [el("p", d) for d in deler if d]
    if not avsnitt:
        return None
    tittel = "Hvor finner jeg tallet?" if s.staar_i else "Hjelp"
    return el("details", el("summary", tittel), avsnitt, klasse="hjelp")
