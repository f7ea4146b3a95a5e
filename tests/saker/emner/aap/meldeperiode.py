"""En hel meldeperiode: dagsatser, timer dag for dag, og dager uten rett."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

from tests.saker.emner.aap.dagbelop import DAGBELOP, DAGSATS, TILLEGG
from tests.saker.emner.aap.felles import (
    GRUNNLAG,
    KAPITTEL,
    aap,
    dag_i,
    meldeperiode,
    periode,
    person,
)
from tests.saker.emner.aap.timer import ANDEL, grad, hundre, med_tak, samordnet
from tests.saker.regning import For, Fra, Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Svar

PERIODE = "meldeperiode"
MND = "jan feb mars april mai juni juli aug sept okt nov des".split()
DAGER_NEVNT = re.compile(r"utbetalt_uten_rett_(\d+)_(?:og|til)_(\d+)_([a-z]+)_kr")


def dagene(fra: date, til: date) -> list[date]:
    """Alle dagene fra og med til og med."""
    return [fra + timedelta(days=n) for n in range((til - fra).days + 1)]


def gitt_for(sak: Sak, uten_rett: Iterable[date] = ()) -> dict[str, Verdi | list[Verdi]]:
    """Det saken gir for meldeperioden, når noen dager er uten rett."""
    fra, til = meldeperiode(sak.inn[PERIODE])
    gitt: dict[str, Verdi | list[Verdi]] = {
        **person(sak, fra),
        **med_tak(sak.inn.tall("grense_prosent", 60), fra),
        **samordnet(sak),
        "felles.meldeperiode_starter": fra,
        "aap.fastsatt_arbeidsevne": sak.inn.prosent("fastsatt_arbeidsevne_prosent", 0),
    }
    for navn in ("opptrapping_fra", "opptrapping_til"):
        if sak.inn.har(navn):
            gitt[f"aap.{navn}"] = sak.inn.dato(navn)
    if sak.inn.har("antall_barn"):
        gitt["felles.barn_fodt"] = [date(fra.year - 5, 1, 1)] * int(sak.inn.tall("antall_barn"))
    if sak.inn.har("dagsats_uke1_kr"):
        uke2 = fra + timedelta(days=7)
        gitt[DAGSATS] = Fra(
            {fra: sak.inn.tall("dagsats_uke1_kr"), uke2: sak.inn.tall("dagsats_uke2_kr")}
        )
        gitt[TILLEGG] = 0
    elif sak.inn.har("dagsats_kr"):
        gitt |= {DAGSATS: sak.inn.tall("dagsats_kr"), TILLEGG: 0}
    if sak.inn.har("grunnlag_i_G"):
        gitt[GRUNNLAG] = sak.inn.tall("grunnlag_i_G")
    timer = [Decimal(0)] * 14
    if "timer_per_dag" in sak.inn:
        timer = [som_tall(t, "timer_per_dag") for t in sak.inn.liste("timer_per_dag")]
    if len(timer) != 14:
        raise IkkeStottet(f"«timer_per_dag» har {len(timer)} dager, ikke fjorten")
    gitt["aap.timer"] = For({(d, d): t for d, t in zip(dagene(fra, til), timer, strict=True)})
    gitt["aap.timer_paa_kortet"] = sum(timer, Decimal(0))
    gitt["aap.rett"] = For({(d, d): d not in set(uten_rett) for d in dagene(fra, til)})
    return gitt


def tapte_dager(sak: Sak) -> list[date]:
    """Dagene saken sier er uten rett."""
    fra, til = meldeperiode(sak.inn[PERIODE])
    uke2 = fra + timedelta(days=7)
    tapt: list[date] = []
    for navn, start, slutt in (
        ("rett_i_uke1", fra, uke2 - timedelta(days=1)),
        ("rett_i_uke2", uke2, til),
    ):
        if not sak.inn.ja(navn, True):
            tapt += dagene(start, slutt)
    for navn in ("rett_tapt_fra", "uten_rett_fra"):
        if sak.inn.har(navn):
            tapt += dagene(sak.inn.dato(navn), til)
    if sak.inn.har("rett_fra"):
        tapt += dagene(fra, sak.inn.dato("rett_fra") - timedelta(days=1))
    if sak.inn.har("rett_til"):
        tapt += dagene(sak.inn.dato("rett_til") + timedelta(days=1), til)
    for navn in ("uten_rett", "rett_tapt"):
        if sak.inn.har(navn):
            verdi = sak.inn[navn]
            for p in verdi if isinstance(verdi, list) else [verdi]:
                tapt += dagene(*periode(p)) if "/" in p else [som_dato(p, navn)]
    return tapt


def nevnte_dager(navn: str, aar: int) -> list[date]:
    """Dagene i navnet på et svar: «utbetalt_uten_rett_1_og_2_des_kr»."""
    treff = DAGER_NEVNT.fullmatch(navn)
    if not treff or treff[3] not in MND:
        return []
    maaned = MND.index(treff[3]) + 1
    forste, siste = (date(aar, maaned, int(treff[n])) for n in (1, 2))
    return dagene(forste, siste)


@KAPITTEL.emne(
    "meldeperiode, to dagsatser",
    "meldeperiode, tap av rett uke 2",
    "timer i meldeperioden",
    "fyller 25 i en helg",
    "fyller 25 + arbeid mandag",
    form=(PERIODE,),
)
def meldeperioden(sak: Sak) -> Svar:
    fra, til = meldeperiode(sak.inn[PERIODE])
    tapt = tapte_dager(sak)

    def regning(uten_rett: Iterable[date]) -> Regning:
        return aap(gitt_for(sak, uten_rett), fra, til)

    def betalt(uten_rett: Iterable[date]) -> Decimal:
        return regning(uten_rett).tall("aap.opptjent", fra)

    naa, full = regning(tapt), regning([])
    uke2 = fra + timedelta(days=7)
    med_rett = [d for d in dagene(fra, til) if d not in tapt]

    def samme(les: Callable[[date], Decimal], dager: Iterable[date]) -> Decimal:
        """Verdien som gjelder alle dagene. Skifter den, må saken si hvilke dager den mener."""
        verdier = {les(d) for d in dager}
        if len(verdier) != 1:
            raise IkkeStottet("tallet skifter i perioden, og saken sier ikke hvilke dager")
        return verdier.pop()

    def graden(r: Regning) -> Callable[[date], Decimal]:
        return lambda d: grad(r, d)

    def andelen(d: date) -> Decimal:
        return hundre(naa.tall(ANDEL, d))

    ukene = (dagene(fra, uke2 - timedelta(days=1)), dagene(uke2, til))
    svar: dict = {
        "utbetalt_kr": lambda: betalt(tapt),
        "utbetalt_full_rett_kr": lambda: betalt([]),
        "utbetalingsgrad_prosent": lambda: samme(graden(naa), med_rett),
        "utbetalingsgrad_full_rett_prosent": lambda: samme(graden(full), dagene(fra, til)),
        "andel_arbeid_prosent": lambda: samme(andelen, med_rett),
        "dagsats_kr": lambda: samme(lambda d: naa.tall(DAGSATS, d), med_rett),
        "per_dag_uke1_kr": lambda: naa.tall(DAGBELOP, fra),
        "per_dag_uke2_kr": lambda: naa.tall(DAGBELOP, uke2),
        "differanse_mot_full_rett_kr": lambda: betalt([]) - betalt(tapt),
    }
    for nr, uka in enumerate(ukene, 1):
        svar[f"utbetalingsgrad_uke{nr}_prosent"] = lambda u=uka: samme(graden(naa), u)
        svar[f"andel_arbeid_uke{nr}_prosent"] = lambda u=uka: samme(andelen, u)
    uten = tapt
    for navn in sak.ventet:
        if dager := nevnte_dager(navn, fra.year):
            uten = dager
            svar[navn] = lambda d=dager: betalt(d)
    svar["differanse_kr"] = lambda: betalt([]) - betalt(uten)
    if sak.inn.har("fodselsdato"):
        svar |= rundt_25(sak, naa)
    return svar


def rundt_25(sak: Sak, regning: Regning) -> dict:
    """Dagsatsen og det som betales per dag, før og etter 25-årsdagen."""
    fra, _ = meldeperiode(sak.inn[PERIODE])
    bursdag = regning.dato("aap.fyller_25", fra)
    dagen_for = bursdag - timedelta(days=1)
    alle = {**gitt_for(sak)}

    def per_dag(dag: date) -> Decimal:
        """Beløpet en virkedag får med satsen den dagen, også når den dagen er i helgen."""
        fast = {DAGSATS: regning.tall(DAGSATS, dag), TILLEGG: regning.tall(TILLEGG, dag)}
        return aap({**alle, **fast}, fra).tall(DAGBELOP, fra)

    return {
        "dagsats_foer_25_kr": lambda: regning.tall(DAGSATS, dagen_for),
        "dagsats_fra_25_kr": lambda: regning.tall(DAGSATS, bursdag),
        "utbetalt_per_dag_kr": lambda: {
            f"til_{dagen_for.isoformat().replace('-', '_')}": per_dag(dagen_for),
            f"fra_{bursdag.isoformat().replace('-', '_')}": per_dag(bursdag),
        },
    }


# ── Fravær fra avtalt aktivitet ─────────────────────────────────────────────────────────────────


@KAPITTEL.emne("fravær", form=("fravaersdager", "timer"))
def fravaer(sak: Sak) -> Svar:
    """De første virkedagene i perioden er fraværsdager. Timene er på de andre."""
    dag = dag_i(sak, "dato")
    mandag = dag - timedelta(days=dag.weekday())
    virkedager = [d for d in dagene(mandag, mandag + timedelta(days=13)) if d.weekday() < 5]
    antall = int(sak.inn.tall("fravaersdager"))
    if not 0 <= antall <= len(virkedager):
        raise IkkeStottet(f"en meldeperiode har ikke {antall} virkedager")
    borte, til_stede = virkedager[:antall], virkedager[antall:]
    timer = sak.inn.tall("timer", 0)
    if timer and not til_stede:
        raise IkkeStottet("saken har timer på kortet, men fravær alle virkedagene")
    gitt: dict[str, Verdi] = {
        "felles.meldeperiode_starter": mandag,
        GRUNNLAG: 0,
        "aap.fastsatt_arbeidsevne": 0,
        "aap.timer_paa_kortet": timer,
        "aap.timer": For({(d, d): timer / len(til_stede) for d in til_stede}),
        "aap.fravaer_fra_aktivitet": For({(d, d): True for d in borte}),
    }
    regning = aap(gitt, mandag)
    betalte = sum(regning.tall(DAGBELOP, d) > 0 for d in virkedager)
    return {
        "utbetalingsdager": betalte,
        "ikke_utbetalte_virkedager": len(virkedager) - betalte,
        "utbetalingsgrad_prosent": lambda: grad(regning, virkedager[-1]),
    }
