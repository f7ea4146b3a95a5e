"""Hvor lenge AAP varer (§§ 11-12 til 11-18), og valget mellom sykepenger og AAP."""

from __future__ import annotations

from datetime import date, timedelta

from tests.saker.emner.aap.felles import KAPITTEL, G, aap, dag_i, person
from tests.saker.regning import Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar

SLAG = {
    "ordinaer": "vanlig",
    "sykepengeerstatning": "som sykepengeerstatning",
    "student": "som student",
    "arbeidssoeker": "som arbeidssøker",
    "ufoere": "mens Nav behandler søknad om uføretrygd",
    "uforetrygd": "mens Nav behandler søknad om uføretrygd",
}


LENGDE = {"vanlig": ["3", "aar"], "som sykepengeerstatning": ["6", "maaneder"]}
"""Den perioden loven gir når den telles i dager, slik den skrives i sakene."""


def slag(sak: Sak) -> tuple[str, str]:
    """Navnet på inndataene som sier hva slags AAP det er, og hva det heter i reglene."""
    for navn in sak.inn:
        for ord_, verdi in SLAG.items():
            if ord_ in navn:
                sak.inn.har(navn)
                return navn, verdi
    raise IkkeStottet("saken sier ikke hva slags AAP det er")


@KAPITTEL.emne("varighet")
def varighet(sak: Sak) -> Svar:
    """Dagene i den perioden loven gir. Er den lengre eller kortere i saken, er det noe annet."""
    dag = sak.dag
    navn, hva = slag(sak)
    if hva not in LENGDE:
        raise IkkeStottet(f"AAP {hva} har ikke egne dager: den varer fra dato til dato")
    if str(sak.inn[navn]).replace("å", "aa").split() != LENGDE[hva]:
        raise IkkeStottet(f"AAP {hva} varer i {' '.join(LENGDE[hva])}, ikke {sak.inn[navn]}")
    regning = aap({"aap.slag": hva}, dag)
    return {"stoenadsdager": lambda: regning.tall("aap.kvote", dag)}


def kvoteperiode(gitt: dict[str, Verdi], fra: date) -> Regning:
    """En AAP-periode som varer så lenge reglene sier."""
    standard: dict[str, Verdi] = {"aap.rett_fra": fra, "felles.fodselsdato": date(1980, 6, 15)}
    slutt = date(fra.year + 5, 12, 31)
    return Regning({**standard, **gitt}, date(fra.year - 1, 1, 1), slutt)


@KAPITTEL.emne("kvote", form=("kvote_dager", "rett_fra"))
def kvote(sak: Sak) -> Svar:
    fra = sak.inn.dato("rett_fra")
    gitt: dict[str, Verdi] = {
        "aap.kvote": sak.inn.tall("kvote_dager"),
        "aap.dager_brukt_foer": sak.inn.tall("dager_brukt", 0),
        "aap.slag": "vanlig",
    }
    regning = kvoteperiode(gitt, fra)
    siste = regning.dato("aap.siste_dag_i_perioden", fra)
    return {"siste_dag_med_rett": siste, "stans_fra": siste + timedelta(days=1)}


@KAPITTEL.emne("varighet arbeidssøker")
def varighet_fra_dato_til_dato(sak: Sak) -> Svar:
    navn, hva = slag(sak)
    fra = sak.inn.dato(navn)
    siste = kvoteperiode({"aap.slag": hva}, fra).dato("aap.siste_dag_i_perioden", fra)
    return {"siste_dag": siste, "siste_dag_med_rett": siste, "stans_fra": siste + timedelta(days=1)}


@KAPITTEL.emne("valg sykepenger/AAP")
def valg_sykepenger(sak: Sak) -> Svar:
    dag = dag_i(sak, "dato")
    regning = aap(person(sak, dag), dag)
    gitt = {"felles.G_fra_mai": regning.tall(G, dag)}
    return {"grense_2G_kr": lambda: aap(gitt, dag).tall("aap.grense_for_valg", dag)}
