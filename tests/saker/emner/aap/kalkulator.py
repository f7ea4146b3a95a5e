"""Navs kalkulator: årlig ytelse av tre års inntekt, barn og arbeid.

Kalkulatoren viser hele kroner i året. Den regner barnetillegg og tak i året, ikke om dagen, så her
brukes reglene med et kjempestort grunnbeløp: da betyr avrundingen til øre ingenting.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.saker.emner.aap.felles import KAPITTEL, G, aap, person, som_aar
from tests.saker.emner.aap.grunnlag import SISTE, SNITT, i_kroner, inntekter
from tests.saker.emner.aap.sats import PER_BARN, dager_i_aaret
from tests.saker.regning import Verdi
from tests.saker.sak import IkkeStottet, Sak, som_tall
from tests.saker.sammenligning import Svar, Trykt

STOR_G = Decimal(10) ** 15


def kalkulatorens(sak: Sak) -> tuple[dict[str, Verdi], date]:
    """Inntektene, den siste først, og det saken ellers gir."""
    dag = sak.dag
    liste = [som_tall(b, "inntekt") for b in sak.inn.liste("inntekt_siste_tre_aar_kr")]
    if len(liste) != 3:
        raise IkkeStottet(f"«inntekt_siste_tre_aar_kr» har {len(liste)} år, ikke tre")
    aar = som_aar(sak.inn["sykmeldt_aar"], "sykmeldt_aar")
    gitte = {aar - n: belop for n, belop in enumerate(liste, 1)}
    gitt = {**person(sak, dag), **inntekter(gitte, aar)}
    regning = aap(gitt, dag)
    siste, snitt = regning.tall(SISTE, dag), regning.tall(SNITT, dag)
    if snitt < siste and snitt * regning.tall(G, dag) >= liste[0]:
        raise IkkeStottet(
            "kalkulatoren sammenligner snittet med inntekten før den er justert, og velger "
            "snittet her; reglene sammenligner justert med justert"
        )
    return gitt, dag


@KAPITTEL.emne("årsytelse (kalkulator)")
def aarsytelse(sak: Sak) -> Svar:
    gitt, dag = kalkulatorens(sak)
    regning = aap(gitt, dag)
    return {
        "aarlig_ytelse_kr": lambda: regning.tall("aap.aarlig_ytelse", dag),
        "grunnlag_kr": lambda: i_kroner(regning, dag),
    }


def med_barn(gitt: dict[str, Verdi], dag: date, barn: Decimal) -> Decimal:
    """Årlig ytelse og barnetillegg, høyst taket."""
    regning = aap(gitt, dag)
    g = regning.tall(G, dag)
    aarlig = regning.tall("aap.aarlig_ytelse_g", dag) * g
    stort = {"aap.aarlig_ytelse_g": aarlig / g, G: STOR_G}
    tak_om_dagen = aap(stort, dag).tall("aap.tak_med_barnetillegg", dag)
    tak = tak_om_dagen / STOR_G * g * dager_i_aaret()
    tillegg = barn * regning.tall(PER_BARN, dag) * dager_i_aaret()
    return aarlig if not tillegg else min(aarlig + tillegg, max(tak, aarlig))


def etter_arbeid(sak: Sak, dag: date, foer: Decimal) -> Decimal:
    """Det som er igjen etter arbeid. En som søker, kan arbeide mindre enn en som har AAP."""
    arbeid = sak.inn.prosent("arbeid_prosent", 0)
    naa = sak.inn.ja("mottar_aap_naa", True)
    regel = "aap.nedsatt_for_fortsatt_rett" if naa else "aap.nedsatt_for_ny_rett"
    hoyst = 1 - aap({}, dag).tall(regel, dag)
    return Decimal(0) if arbeid > hoyst else foer * (1 - arbeid)


@KAPITTEL.emne("årsytelse med barn og arbeid (kalkulator)", form=("inntekt_siste_tre_aar_kr",))
def aarsytelse_med_barn_og_arbeid(sak: Sak) -> Svar:
    gitt, dag = kalkulatorens(sak)
    foer = med_barn(gitt, dag, sak.inn.tall("antall_barn", 0))
    return {
        "aarlig_ytelse_kr": lambda: Trykt(etter_arbeid(sak, dag, foer)),
        "aarlig_ytelse_foer_arbeid_kr": lambda: Trykt(foer),
    }


@KAPITTEL.emne("arbeid i prosent (kalkulator)", form=("aarlig_ytelse_foer_arbeid_kr",))
def arbeid_i_prosent(sak: Sak) -> Svar:
    foer = sak.inn.tall("aarlig_ytelse_foer_arbeid_kr")
    return {"aarlig_ytelse_kr": Trykt(etter_arbeid(sak, sak.dag, foer))}
