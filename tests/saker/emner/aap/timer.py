"""Timene på meldekortet, taket og graden (§§ 11-23 til 11-28)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from tests.saker.emner.aap.felles import KAPITTEL, aap
from tests.saker.regning import For, Gitte, Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_tall
from tests.saker.sammenligning import Svar

GRAD = "aap.utbetalingsgrad"
ANDEL = "aap.arbeidsandel"
REDUKSJON = "aap.reduksjon_for_arbeid"
TIMER = "timer_i_meldeperioden"


def med_tak(prosent: Decimal, dag: date) -> dict[str, Verdi]:
    """Det vedtaket må si for at taket skal være dette."""
    match prosent:
        case 60:
            return {"aap.yrkesskade": False}
        case 70:
            return {"aap.yrkesskade": True}
        case 80:
            return {"aap.opptrapping_fra": dag.replace(day=1)}
    return {"aap.arbeidstak": prosent / 100}


def hundre(andel: Decimal) -> Decimal:
    """En andel i prosent."""
    return andel * 100


def med_timer(sak: Sak, dag: date) -> dict[str, Verdi]:
    """Timene i en meldeperiode, taket, og arbeidsevnen Nav har fastsatt."""
    return {
        **med_tak(sak.inn.tall("grense_prosent", 60), dag),
        "aap.timer_i_delen": sak.inn.tall(TIMER),
        "aap.virkedager_i_delen": sak.inn.tall("virkedager_i_meldeperioden", 10),
        "aap.fastsatt_arbeidsevne": sak.inn.prosent("fastsatt_arbeidsevne_prosent", 0),
    }


@KAPITTEL.emne("timer -> utbetalingsgrad", form=(TIMER,))
def timer_til_grad(sak: Sak) -> Svar:
    dag = sak.dag
    regning = aap({**med_timer(sak, dag), **samordnet(sak)}, dag)
    return {
        "andel_arbeid_prosent": lambda: hundre(regning.tall(ANDEL, dag)),
        "utbetalingsgrad_prosent": lambda: grad(regning, dag),
        "over_grensen": lambda: regning.ja("aap.over_taket", dag),
    }


@KAPITTEL.emne("timegrenser")
def timegrenser(sak: Sak) -> Svar:
    """Navnet på svaret sier hvilket tak, og om det er i uka eller i meldeperioden."""
    dag = sak.dag
    regning = aap({}, dag)
    full = regning.tall("aap.full_uke", dag)
    if sak.inn.har("full_stilling_timer_per_uke"):
        oppgitt = sak.inn.tall("full_stilling_timer_per_uke")
        if oppgitt != full:
            raise IkkeStottet(f"full stilling er {full} timer i uka i reglene, for alle")

    def grense(prosent: str, uker: int) -> Decimal:
        gitt = med_tak(Decimal(prosent), dag)
        return aap(gitt, dag).tall("aap.timer_til_taket", dag) * uker / 2

    svar = {}
    for navn in sak.ventet:
        treff = re.fullmatch(r"grense_(\d+)_prosent_timer_per_(uke|meldeperiode)", navn)
        if treff:
            svar[navn] = grense(treff[1], 1 if treff[2] == "uke" else 2)
    return svar


@KAPITTEL.emne("føring av timer, fast stilling", form=("stillingsprosent",))
def foring_av_timer(sak: Sak) -> Svar:
    def i_uka(prosent: Decimal) -> Decimal:
        mandag = date(2026, 9, 28)
        gitt: Gitte = {"lonn.stillingsprosent": [prosent / 100], "lonn.start": [date(2026, 1, 1)]}
        regning = aap(gitt, mandag)
        dager = [date.fromordinal(mandag.toordinal() + n) for n in range(7)]
        return sum((regning.tall("aap.timer_fra_jobben", d) for d in dager), Decimal(0))

    prosenter = sak.inn["stillingsprosent"]
    if isinstance(prosenter, list):
        uke = [i_uka(som_tall(p, "stillingsprosent")) for p in prosenter]
        return {"timer_per_uke": uke, "timer_per_meldeperiode": [2 * u for u in uke]}
    uka = i_uka(sak.inn.tall("stillingsprosent"))
    return {"timer_per_uke": uka, "timer_per_meldeperiode": 2 * uka}


@KAPITTEL.emne("omsorgsstønad til timer", form=("omsorgsstonad_14_dager_kr",))
def omsorgsstonad(sak: Sak) -> Svar:
    mandag = date(2026, 9, 28)
    gitt: dict[str, Verdi] = {
        "felles.meldeperiode_starter": mandag,
        "aap.omsorgsstonad": sak.inn.tall("omsorgsstonad_14_dager_kr"),
        "aap.hoyeste_timelonn_barnehage": sak.inn.tall("hoeyeste_timeloenn_barnehageassistent_kr"),
    }
    return {"timer": aap(gitt, mandag).tall("aap.timer_for_omsorgsstonad", mandag)}


# ── Det som legges sammen med arbeid ────────────────────────────────────────────────────────────

SAMORDNING = {
    "arbeid_prosent": REDUKSJON,
    "uforegrad_prosent": "aap.uforegrad_ved_aap",
    "sykepengegrad_prosent": "aap.andre_ytelser_prosent",
    "annen_ytelse_prosent": "aap.andre_ytelser_prosent",
    "samordning_prosent": "aap.andre_ytelser_prosent",
    "institusjonsreduksjon_prosent": "aap.institusjonsreduksjon",
}


def samordnet(sak: Sak) -> dict[str, Verdi]:
    """Arbeid, andre ytelser, opphold og sluttpakke som saken gir."""
    gitt: dict[str, Verdi] = {
        regel: sak.inn.prosent(navn) for navn, regel in SAMORDNING.items() if sak.inn.har(navn)
    }
    if sak.inn.har("sluttpakke_i_perioden"):
        gitt["aap.sluttpakke"] = sak.inn.ja("sluttpakke_i_perioden")
    return gitt


def grad(regning: Regning, dag: date) -> Decimal:
    """Graden en dag, i prosent."""
    return hundre(regning.tall(GRAD, dag))


def arbeid_og_annet(sak: Sak, dag: date) -> dict[str, Verdi]:
    """Arbeid, i prosent eller i timer, og det som legges sammen med det."""
    if sak.inn.har(TIMER):
        if sak.inn.har("arbeid_prosent"):
            raise IkkeStottet("saken gir både timer og prosent arbeid")
        return {**med_timer(sak, dag), **samordnet(sak)}
    return {REDUKSJON: 0, **samordnet(sak)}


@KAPITTEL.emne("utbetalingsgrad", form=("arbeid_prosent", "institusjonsreduksjon_prosent"))
def utbetalingsgrad(sak: Sak) -> Svar:
    dag = sak.dag
    return {"utbetalingsgrad_prosent": grad(aap(arbeid_og_annet(sak, dag), dag), dag)}


@KAPITTEL.emne("to meldeperioder hver for seg")
def meldeperioder_hver_for_seg(sak: Sak) -> Svar:
    """Ett kort for hver meldeperiode saken nevner, etter hverandre."""
    mandag = sak.dag
    mandag = date.fromordinal(mandag.toordinal() - mandag.weekday())
    numre = sorted(
        int(treff[1])
        for navn in sak.inn
        if (treff := re.fullmatch(r"timer_meldeperiode_(\d+)", navn))
    )
    dager = {nr: date.fromordinal(mandag.toordinal() + 14 * (nr - 1)) for nr in numre}
    timer = {
        (dag, date.fromordinal(dag.toordinal() + 13)): sak.inn.tall(f"timer_meldeperiode_{nr}")
        for nr, dag in dager.items()
    }
    gitt: dict[str, Verdi] = {
        **med_tak(sak.inn.tall("grense_prosent", 60), mandag),
        "felles.meldeperiode_starter": mandag,
        "aap.timer_paa_kortet": For(dict(timer)),
        "aap.fastsatt_arbeidsevne": sak.inn.prosent("fastsatt_arbeidsevne_prosent", 0),
    }
    regning = aap(gitt, mandag)
    return {f"utbetalingsgrad_{nr}_prosent": grad(regning, dag) for nr, dag in dager.items()}
