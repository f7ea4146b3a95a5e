"""Det som betales for en dag."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tests.saker.emner.aap.felles import GRUNNLAG, KAPITTEL, G, aap, dag_i, person
from tests.saker.emner.aap.timer import GRAD, SAMORDNING, TIMER, arbeid_og_annet, grad
from tests.saker.regning import Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar

DAGSATS, TILLEGG, DAGBELOP = "aap.dagsats", "aap.barnetillegg", "aap.dagbelop"
MANDAG = date(2018, 1, 1)


def betalt(gitt: dict[str, Verdi | list[Verdi]], dag: date) -> Decimal:
    """Beløpet for en dag. Lørdag og søndag betales som fredagen, med satsene den dagen."""
    regning = aap(gitt, dag)
    if dag.weekday() >= 5:
        satser: dict[str, Verdi] = {n: regning.tall(n, dag) for n in (DAGSATS, TILLEGG, GRAD)}
        dag -= timedelta(days=dag.weekday() - 4)
        regning = aap({**gitt, **satser}, dag)
    return regning.tall(DAGBELOP, dag)


@KAPITTEL.emne("dagsats", form=("grunnlag_i_G", "dato"))
def dagsats(sak: Sak) -> Svar:
    dag = dag_i(sak, "dato")
    gitt: dict[str, Verdi | list[Verdi]] = {
        **person(sak, dag),
        GRUNNLAG: sak.inn.tall("grunnlag_i_G"),
        "felles.meldeperiode_starter": MANDAG,
        **arbeid_og_annet(sak, dag),
    }
    barn = int(sak.inn.tall("antall_barn", 0))
    if barn:
        gitt["felles.barn_fodt"] = [date(dag.year - 5, 1, 1)] * barn
    for navn, regel in (
        ("barnepensjon_per_maaned_kr", "aap.barnepensjon_per_maaned"),
        ("barnepensjon_maanedssats_kr", "aap.barnepensjon_per_maaned"),
    ):
        if sak.inn.har(navn):
            gitt[regel] = sak.inn.tall(navn)
    if sak.inn.har("barnepensjon_per_dag_kr"):
        gitt["aap.barnepensjon_denne_dagen"] = sak.inn.tall("barnepensjon_per_dag_kr")
    # Sier saken hva som er lagt sammen, skal reglene komme til graden selv.
    delene = any(sak.inn.har(n) for n in (*SAMORDNING, "sluttpakke_i_perioden", TIMER))
    if sak.inn.har("utbetalingsgrad_prosent") and not delene:
        gitt[GRAD] = sak.inn.prosent("utbetalingsgrad_prosent")
    regning = aap(gitt, dag)
    if regning.tall(TILLEGG, dag) < regning.tall("aap.barnetillegg_for_tak", dag):
        raise IkkeStottet(
            "taket på 90 prosent av grunnlaget setter ned barnetillegget: det står i loven, men "
            "Navs saksbehandlingssystem har det ikke"
        )
    return {
        "dagsats_kr": lambda: regning.tall(DAGSATS, dag),
        "dagsats_i_G": lambda: regning.tall("aap.dagsats_g", dag),
        "barnetillegg_per_dag_kr": lambda: regning.tall(TILLEGG, dag),
        "barnepensjon_per_dag_kr": lambda: regning.tall("aap.barnepensjon_per_dag", dag),
        "utbetalingsgrad_prosent": lambda: grad(regning, dag),
        "utbetalt_per_dag_kr": lambda: betalt(gitt, dag),
    }


@KAPITTEL.emne("barnepensjon", form=("barnepensjon_per_maaned_kr",))
def barnepensjon(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {
        "aap.barnepensjon_per_maaned": sak.inn.tall("barnepensjon_per_maaned_kr")
    }
    return {"dagsats_kr": aap(gitt, dag).tall("aap.barnepensjon_per_dag", dag)}


@KAPITTEL.emne("aap_og_uforetrygd", form=("aap_grunnlag_g", "uforegrad_percent"))
def aap_og_uforetrygd(sak: Sak) -> Svar:
    """AAP ved siden av gradert uføretrygd."""
    dag = sak.dag
    gitt: dict[str, Verdi] = {
        **person(sak, dag),
        GRUNNLAG: sak.inn.tall("aap_grunnlag_g"),
        "felles.meldeperiode_starter": MANDAG,
        "aap.uforegrad_ved_aap": sak.inn.prosent("uforegrad_percent"),
        "aap.timer_paa_kortet": sak.inn.tall("hours_worked", 0),
        "aap.fastsatt_arbeidsevne": 0,
    }
    regning: Regning = aap(gitt, dag)
    return {
        "aap_dagsats_full_kr": regning.tall(DAGSATS, dag),
        "aap_percent": grad(regning, dag),
        "aap_dagsats_paid_kr": lambda: betalt(dict(gitt), dag),
        "g_kr": lambda: regning.tall(G, dag),
    }
