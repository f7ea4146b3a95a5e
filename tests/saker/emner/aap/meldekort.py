"""Meldekortet: når det skal sendes, og hva det koster å la være (§§ 11-9 og 11-10)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tests.saker.emner.aap.dagbelop import DAGBELOP
from tests.saker.emner.aap.felles import GRUNNLAG, KAPITTEL, aap, meldeperiode, periode, som_periode
from tests.saker.emner.aap.timer import grad
from tests.saker.regning import For, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Hele, Svar

FJORTEN = timedelta(days=14)
EN = timedelta(days=1)
STARTER = "felles.meldeperiode_starter"


@KAPITTEL.emne("ingen timer levert", form=("timer_i_meldeperioden", "fastsatt_arbeidsevne_prosent"))
def ingen_timer_levert(sak: Sak) -> Svar:
    """Uten et kort betales ingenting, også når Nav har fastsatt en arbeidsevne."""
    mandag = sak.dag - timedelta(days=sak.dag.weekday())
    gitt: dict[str, Verdi] = {
        STARTER: mandag,
        GRUNNLAG: 0,
        "aap.fastsatt_arbeidsevne": sak.inn.prosent("fastsatt_arbeidsevne_prosent", 0),
    }
    levert = sak.inn.har("timer_i_meldeperioden")
    if levert:
        gitt["aap.timer_paa_kortet"] = sak.inn.tall("timer_i_meldeperioden")
    else:
        gitt["aap.kort_ikke_sendt"] = For({(mandag, mandag + FJORTEN - EN): True})
        gitt["aap.timer_paa_kortet"] = 0
    regning = aap(gitt, mandag)
    betales = regning.tall("aap.dagbelop_etter_kortet", mandag) > 0
    return {"utbetalingsgrad_prosent": grad(regning, mandag) if betales else Decimal(0)}


@KAPITTEL.emne("meldefrist", form=("meldeperiode_hvor_kortet_skal_sendes", "innsendt"))
def meldefrist(sak: Sak) -> Svar:
    """Kortet som sendes i en periode, er for perioden før."""
    return etter_fristen(sak, *meldeperiode(sak.inn["meldeperiode_hvor_kortet_skal_sendes"]))


@KAPITTEL.emne("for sent meldekort", form=("meldeperiode", "innsendt"))
def for_sent_meldekort(sak: Sak) -> Svar:
    """Perioden er den kortet gjelder. Trekket kommer i den neste."""
    fra, til = meldeperiode(sak.inn["meldeperiode"])
    return etter_fristen(sak, fra + FJORTEN, til + FJORTEN)


def etter_fristen(sak: Sak, fra: date, til: date) -> Svar:
    """Det en periode koster når kortet for perioden før kommer den dagen saken sier."""
    forrige = (fra - FJORTEN, fra - EN)
    gitt: dict[str, Verdi] = {STARTER: fra}
    if sak.inn.har("innsendt"):
        gitt["aap.kort_sendt"] = For({forrige: sak.inn.dato("innsendt")})
    else:
        gitt["aap.kort_ikke_sendt"] = For({forrige: True})
    if sak.inn.har("rimelig_grunn"):
        gitt["aap.rimelig_grunn"] = sak.inn.ja("rimelig_grunn")
    regning = aap(gitt, fra, til)
    frist = regning.dato("aap.frist", fra - FJORTEN)
    if frist != fra + timedelta(days=7) and "nav.no/send-meldekort" in str(sak.felt.get("source")):
        raise IkkeStottet(
            "Navs side har ikke med at fristen er flyttet rundt helligdagen; reglene følger "
            "Navs saksbehandlingssystem"
        )
    forst = regning.dato("aap.ingen_utbetaling_for", fra)
    tapt = [fra + timedelta(days=n) for n in range((forst - fra).days)]
    ikke = som_periode(fra, forst - EN) if tapt else None
    return {
        "ikke_meldt_for": ikke,
        "uten_utbetaling_for": ikke,
        "overholdt_for": som_periode(forst, til) if forst <= til else None,
        "ikke_overholdt_for": ikke,
        "frist": frist,
        "overholdt": not tapt,
        "dager_uten_utbetaling": sum(d.weekday() < 5 for d in tapt),
        "tapte_virkedager": sum(d.weekday() < 5 for d in tapt),
        "dager_med_trekk": sum(d.weekday() < 5 for d in tapt),
    }


@KAPITTEL.emne("tidlig meldekort jul", form=("meldekort_sendt",))
def tidlig_meldekort(sak: Sak) -> Svar:
    """Kortet som teller for en periode, er det første som kom fra den dagen det kunne sendes."""
    sendt = sorted(som_dato(d, "meldekort_sendt") for d in sak.inn.liste("meldekort_sendt"))
    mandag = next(d for d in sendt if d.weekday() == 0)
    meldt: dict[str, date] = {}
    igjen = list(sendt)
    regning = aap({STARTER: mandag}, mandag, sendt[-1])
    while mandag <= sendt[-1]:
        tidligst = regning.dato("aap.tidligste_dag", mandag - FJORTEN)
        kort = next((d for d in igjen if tidligst <= d < mandag + FJORTEN), None)
        if kort:
            igjen.remove(kort)
            meldt[som_periode(mandag, mandag + FJORTEN - EN)] = kort
        mandag += FJORTEN
    return {"meldt_for_perioder": meldt}


@KAPITTEL.emne("fritatt for meldekort", form=("meldeperiode", "fritatt_for_meldekort"))
def fritatt_for_meldekort(sak: Sak) -> Svar:
    """Dagen Nav regner ut AAP for den som ikke sender meldekort."""
    fra, til = meldeperiode(sak.inn["meldeperiode"])
    fritatt = sak.inn.ja("fritatt_for_meldekort")
    regning = aap({STARTER: fra, "aap.fritatt_for_meldekort": fritatt}, fra, til)
    return {"utbetalingsdato": regning.dato("aap.kort_sendt", fra)}


# ── Brudd på aktivitetsplikten ──────────────────────────────────────────────────────────────────


def som_liste(verdi: object) -> list:
    return verdi if isinstance(verdi, list) else [verdi]


@KAPITTEL.emne("reduksjon aktivitetsplikt", form=("trekk_kr", "bruddato"))
def reduksjon_aktivitetsplikt(sak: Sak) -> Svar:
    """Trekket tas fra de første dagene med penger i perioden etter bruddet."""
    perioder = [periode(p) for p in som_liste(sak.inn["neste_meldeperiode"])]
    fra, til = perioder[0][0], perioder[-1][1]
    per_dag = sak.inn.tall("utbetalt_per_dag_kr")
    uker = [fra + timedelta(days=7 * n) for n in range((til - fra).days // 7 + 1)]
    trekk = [som_tall(t, "trekk_kr") for t in som_liste(sak.inn["trekk_kr"])]
    brudd = [som_dato(d, "bruddato") for d in som_liste(sak.inn["bruddato"])]
    gitt: dict[str, Verdi | list[Verdi]] = {
        STARTER: fra,
        GRUNNLAG: 0,
        "aap.timer_paa_kortet": 0,
        "aap.fastsatt_arbeidsevne": 0,
        "aap.brudd_dag": list(brudd),
        "aap.trekk_for_bruddet": list(trekk),
        DAGBELOP: For({(m, m + timedelta(days=4)): per_dag for m in uker}),
    }
    regning = aap(gitt, fra, til)
    dager = [fra + timedelta(days=n) for n in range((til - fra).days + 1)]
    poster = {d: regning.tall("aap.trekk_for_dagen", d) for d in dager}
    rest = sum(trekk, Decimal(0)) - sum(poster.values(), Decimal(0))
    return {
        "trekkposter": Hele({d: kr for d, kr in poster.items() if kr}),
        "rest_kr": rest,
        "utbetalt_kr": lambda: regning.tall("aap.utbetalt", fra),
    }
