"""Kjente svar om ytelser ved sykdom, uten jobb og i tiltak, og om tilskudd til arbeidsgivere."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tests.saker.emner import Kapittel
from tests.saker.emner.familie import ENSLIG, PAR, forste, regn
from tests.saker.regning import Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato
from tests.saker.sammenligning import Svar, Trykt

KAPITTEL = Kapittel("andre_ytelser")

MANDAG = date(2024, 1, 1)
"""En mandag meldeperiodene kan telles fra."""


# ── Lønnstilskudd ───────────────────────────────────────────────────────────────────────────────

SATSER = {
    "feriepenger": "lonn.feriepengesats",
    "otp": "lonnstilskudd.otp_prosent",
    "aga": "lonnstilskudd.arbeidsgiveravgift_prosent",
}
KOSTNAD = {
    "feriepenger": "feriepenger",
    "otp": "tjenestepensjon",
    "aga": "arbeidsgiveravgift",
    "total_cost": "lonnskostnad",
}
NEDSATT = ("nedsatt", "liten_mulighet", "jobbe_delvis", "spesielt_tilpasset", "varig_tilpasset")
ORDINAER = ("trenger_veiledning", "situasjonsbestemt", "standard", "gode_muligheter", "ordin")


def tilskudd(sak: Sak) -> str:
    """Slaget lønnstilskudd."""
    slag = str(sak.inn["measure"]).lower()
    gruppe = str(sak.inn["group"]).lower() if sak.inn.har("group") else ""
    if "fire" in slag or "firår" in slag or "firaar" in slag:
        return "firårig"
    if slag.startswith("varig"):
        return "varig"
    if slag.startswith("midlertidig"):
        if any(n in gruppe for n in NEDSATT):
            return "midlertidig, nedsatt arbeidsevne"
        if gruppe and not gruppe.startswith(ORDINAER):
            raise IkkeStottet(f"kjenner ikke gruppen «{gruppe}»")
        return "midlertidig"
    raise IkkeStottet(f"kjenner ikke «{slag}»")


@KAPITTEL.emne("lonnstilskudd", "lønnstilskudd")
def lonnstilskudd(sak: Sak) -> Svar:
    if sak.inn.har("measure"):
        return trappen(sak)
    if lonn := forste("wage_month", "wage_total", sak=sak):
        return kostnaden(sak, sak.inn.tall(lonn))
    dag = date(int(sak.inn.tall("end_date_year")), 12, 31) if sak.inn.har("end_date_year") else None
    r = regn({}, dag or sak.dag)
    return {
        "inkluderingstilskudd_max": lambda: r.tall(
            "lonnstilskudd.inkluderingstilskudd_hoyst", dag or sak.dag
        ),
        "vtao_per_month": lambda: r.tall("lonnstilskudd.vta_tilskudd", dag or sak.dag),
    }


def kostnaden(sak: Sak, lonn: Decimal) -> Svar:
    """Lønnskostnaden, og det Nav dekker."""
    dag = date(sak.dag.year, 6, 30)
    gitt: dict[str, Verdi | list[Verdi]] = {"lonn.lonn_denne_maaneden": [lonn]}
    gitt |= {r: [sak.inn.tall(n)] for n, r in SATSER.items() if sak.inn.har(n)}
    if sak.inn.har("percent"):
        gitt["lonnstilskudd.tilskuddsprosent"] = [sak.inn.prosent("percent")]
    r = regn(gitt, dag)
    svar = {n: lambda x=x: Trykt(r.tall(f"lonnstilskudd.{x}", dag)) for n, x in KOSTNAD.items()}
    return {
        **svar,
        "subsidy": lambda: r.tall("lonnstilskudd.tilskuddsbelop", dag),
        "refund": lambda: r.tall("lonnstilskudd.tilskuddsbelop", dag),
    }


def trappen(sak: Sak) -> Svar:
    """Prosenten på dagene saken spør om, og hvor lenge tilskuddet varer."""
    start = sak.inn.dato("start")
    dager = {
        navn: som_dato(navn.removeprefix("percent_").replace("_", "-"), navn)
        for navn in sak.ventet
        if navn.startswith("percent_2")
    }
    siste = max([start, *dager.values()])
    r = regn(
        {"lonnstilskudd.tilskudd": [tilskudd(sak)], "lonnstilskudd.lonnstilskudd_fra": [start]},
        siste,
    )
    svar = {
        n: lambda d=d: r.tall("lonnstilskudd.tilskuddsprosent", d) * 100 for n, d in dager.items()
    }
    return {**svar, "max_months": lambda: r.tall("lonnstilskudd.lengste_tid", siste)}


# ── Tiltakspenger, kvalifiseringsstønad og ungdomsprogram ───────────────────────────────────────


def aaret(sak: Sak) -> date:
    """Året saken gjelder, som årets siste dag."""
    return date(int(sak.inn.tall("year")), 12, 31) if sak.inn.har("year") else sak.dag


@KAPITTEL.emne("tiltakspenger")
def tiltakspenger(sak: Sak) -> Svar:
    dag = aaret(sak)
    barn = int(sak.inn.tall("children", 0))
    gitt: dict[str, Verdi] = {
        "tiltakspenger.har_tiltakspenger": True,
        "felles.meldeperiode_starter": MANDAG,
        "tiltakspenger.barn_under_16": barn,
        "tiltakspenger.dager_med_lonn": sak.inn.tall("days_with_pay", 0),
    }
    if sak.inn.har("days_week"):
        gitt["tiltakspenger.tiltaksdager_i_uka"] = sak.inn.tall("days_week")
    # En dag saken nevner, er i meldeperioden den spør om. Ellers er det en midt i året.
    midt = sak.inn.dato("card_day", date(dag.year, 6, 20))
    r = regn(gitt, midt if midt.year == dag.year else dag)
    return {
        "day": lambda: r.tall("tiltakspenger.sats", dag),
        "day_reduced": lambda: r.tall("tiltakspenger.redusert_sats", dag),
        "child": lambda: r.tall("tiltakspenger.barnetillegg_sats", dag),
        "child_reduced": lambda: r.tall("tiltakspenger.redusert_barnetillegg", dag),
        "period": lambda: r.tall("tiltakspenger.tiltakspenger", midt),
        "card_amount": lambda: r.tall("tiltakspenger.tiltakspenger", midt),
    }


def kvalifiseringen(sak: Sak) -> Svar:
    """Kvalifiseringsstønad og ungdomsprogramytelse: samme sats, ulik reduksjon."""
    dag = sak.dag
    fodt = date(dag.year - int(sak.inn.tall("age", 30)), 1, 1)
    barn: list[Verdi] = [date(dag.year - 5, 1, 1)] * int(sak.inn.tall("children", 0))
    gitt: dict[str, Verdi | list[Verdi]] = {
        "felles.fodselsdato": fodt,
        "felles.barn_fodt": barn,
        "kvalifiseringsprogram.har_kvalifiseringsstonad": True,
        "kvalifiseringsprogram.timer_i_jobb": sak.inn.tall("hours_week", 0),
        "ungdomsprogram.har_ungdomsprogramytelse": True,
        "ungdomsprogram.lonn_i_maaneden": sak.inn.tall("wage_month", 0),
    }
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    r = regn(gitt, dag)
    ungdom = "ungdom" in sak.emne
    kapittel = "ungdomsprogram" if ungdom else "kvalifiseringsprogram"

    def aarlig() -> Trykt:
        if ungdom:
            return Trykt(r.tall("ungdomsprogram.dagsats", dag) * 260)
        return Trykt(r.tall("kvalifiseringsprogram.full_stonad", dag))

    ytelse = "ungdomsprogramytelse" if ungdom else "kvalifiseringsstonad"
    return {
        "yearly": aarlig,
        "full_year": aarlig,
        "day_rate": lambda: Trykt(r.tall("ungdomsprogram.dagsats", dag)),
        "monthly": lambda: r.tall(f"{kapittel}.{ytelse}", dag),
        "child_day": lambda: r.tall(f"{kapittel}.barnetillegg_sats", dag),
    }


KAPITTEL.emne("kvp", "kvalifiseringsstonad", "ungdomsprogram", "ungdomsprogramytelse")(
    kvalifiseringen
)


# ── Dagpenger ───────────────────────────────────────────────────────────────────────────────────

UKE = 7


@KAPITTEL.emne("dagpenger")
def dagpenger(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi | list[Verdi]] = {
        "felles.meldeperiode_starter": MANDAG,
        "felles.barn_fodt": [date(dag.year - 5, 1, 1)] * int(sak.inn.tall("children", 0)),
        "dagpenger.har_dagpenger": True,
        "dagpenger.timer_i_jobb": sak.inn.tall("hours_worked", 0),
        "lonn.slutt": [dag],
        "lonnstilskudd.tilskudd": ["ingen"],
        "lonn.lonn_denne_maaneden": [Decimal(0)],
    }
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    if timer := forste("usual_hours_week", sak=sak):
        gitt["dagpenger.vanlig_arbeidstid"] = sak.inn.tall(timer)
    if sak.inn.har("card_days") and sak.inn.tall("card_days") != 2 * UKE:
        raise IkkeStottet("et meldekort gjelder 14 dager")
    if grunnlag := forste("basis", "basis_year", "grunnlag", sak=sak):
        gitt["dagpenger.grunnlag"] = sak.inn.tall(grunnlag)
    if ett := forste("income_12_months", "income_last_12_months", "income_year", sak=sak):
        gitt["dagpenger.inntekt_siste_aar"] = [sak.inn.tall(ett)]
    if tre := forste("income_36_months", "income_last_36_months", sak=sak):
        gitt["dagpenger.inntekt_siste_tre_aar"] = [sak.inn.tall(tre)]
        gitt.setdefault("dagpenger.inntekt_siste_aar", [Decimal(0)])
    r = regn(gitt, dag)
    return {
        "max_basis": lambda: r.tall("dagpenger.hoyeste_grunnlag", dag),
        "max_per_year_approx": lambda: r.tall("dagpenger.hoyeste_dagpenger", dag),
        "usual_hours_card": lambda: r.tall("dagpenger.vanlige_timer", dag),
        "max_hours_with_benefit": lambda: r.tall("dagpenger.hoyeste_timer", dag),
        "day_rate": lambda: r.tall("dagpenger.dagpenger_per_dag", dag),
        "card_amount": lambda: r.tall("dagpenger.dagpenger", dag),
        "min_income_12_months": lambda: Trykt(r.tall("dagpenger.krav_ett_aar", dag)),
        "min_income_36_months": lambda: Trykt(r.tall("dagpenger.krav_tre_aar", dag)),
        "eligible": lambda: r.ja("dagpenger.har_tjent_nok", dag),
        "weeks": lambda: r.tall("dagpenger.stonadsuker", dag),
    }


# ── Sykepenger ──────────────────────────────────────────────────────────────────────────────────

LENGE_FOER = timedelta(days=400)


@KAPITTEL.emne("sykepenger")
def sykepenger(sak: Sak) -> Svar:
    syk = sak.inn.dato("first_sick_day", sak.dag)
    start = sak.inn.dato("job_start", syk - LENGE_FOER)
    gitt: dict[str, Verdi | list[Verdi]] = {
        "lonn.start": [start],
        "sykepenger.syk_fra": [syk],
        "sykepenger.syk_til": [sak.inn.dato("last_sick_day", syk + LENGE_FOER)],
    }
    if sak.inn.har("nav_weekdays"):
        gitt["sykepenger.dager_fra_nav"] = sak.inn.tall("nav_weekdays")
    if sak.inn.har("employer_days"):
        dager = int(sak.inn.tall("employer_days"))
        gitt["sykepenger.siste_dag_fra_arbeidsgiver"] = [syk + timedelta(days=dager - 1)]
    if lonn := forste("wage_month", "income_month", sak=sak):
        gitt["lonn.lonn_denne_maaneden"] = gitt["lonn.maanedslonn"] = [sak.inn.tall(lonn)]
    elif aar := forste("income_year", "wage_year", sak=sak):
        gitt["lonn.lonn_denne_maaneden"] = [sak.inn.tall(aar) / 12]
        gitt["lonn.maanedslonn"] = [sak.inn.tall(aar) / 12]
    if grad := forste("grade_percent", "percent", sak=sak):
        gitt["sykepenger.sykmeldingsgrad"] = [sak.inn.prosent(grad)]
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    if sak.inn.har("sick_pay_used_up"):
        gitt["sykepenger.brukt_opp"] = sak.inn.ja("sick_pay_used_up")
    if sak.inn.har("aap_from"):
        gitt["aap.rett_fra"] = sak.inn.dato("aap_from")
        gitt["aap.rett_til"] = sak.inn.dato("aap_to", date(2099, 12, 31))
    r = regn(gitt, syk)
    return {
        "nav_pays": lambda: r.ja("sykepenger.sykepenger_fra_nav", syk),
        "min_sykepengegrunnlag": lambda: r.tall("sykepenger.minste_grunnlag", syk),
        "max_date": lambda: r.dato("sykepenger.maksdato", syk),
        "employer_last_day": lambda: r.dato("sykepenger.siste_dag_fra_arbeidsgiver", syk),
        "first_nav_day": lambda: r.dato("sykepenger.foerste_dag_fra_nav", syk),
        "right_from": lambda: r.dato("sykepenger.rett_fra", syk),
        "egenmelding_from": lambda: r.dato("sykepenger.egenmelding_fra", syk),
        "new_quota_from": lambda: r.dato("sykepenger.ny_rett_fra", syk),
        "sykepengegrunnlag": lambda: r.tall("sykepenger.sykepengegrunnlag", syk),
        "day_rate": lambda: r.tall("sykepenger.sykepenger_per_dag", syk),
    }


# ── Supplerende stønad, helse og reise ──────────────────────────────────────────────────────────


@KAPITTEL.emne("supplerende_stonad")
def supplerende_stonad(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {}
    if sak.inn.har("household") or sak.inn.har("civil_status"):
        navn = "household" if sak.inn.har("household") else "civil_status"
        if sak.inn[navn] not in ENSLIG + PAR:
            raise IkkeStottet(f"kjenner ikke «{sak.inn[navn]}»")
        gitt["supplerende_stonad.bor_alene"] = sak.inn[navn] in ENSLIG
    if sak.inn.har("factor"):
        gitt["supplerende_stonad.full_sats_g"] = sak.inn.tall("factor")
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    r = regn(gitt, dag)
    return {
        "full_year": lambda: r.tall("supplerende_stonad.full_stonad", dag),
        "full_month": lambda: Trykt(r.tall("supplerende_stonad.full_stonad", dag) / 12),
        "factor": lambda: r.tall("supplerende_stonad.full_sats_g", dag),
        "min_year": lambda: Trykt(r.tall("supplerende_stonad.laveste_stonad", dag)),
    }


@KAPITTEL.emne("frikort_helse", "egenandelstak")
def frikort(sak: Sak) -> Svar:
    dag = aaret(sak)
    r = regn({}, dag)
    return {n: lambda: r.tall("helse.egenandelstak", dag) for n in ("limit", "limit_kr", "max_kr")}


@KAPITTEL.emne("reise", "tilleggsstonad", form=("one_way_km",))
def reise(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {
        "tilleggsstonader.km_en_vei": sak.inn.tall("one_way_km"),
        "tilleggsstonader.bom_og_ferje": sak.inn.tall("toll_day", 0) + sak.inn.tall("ferry_day", 0),
    }
    if sak.inn.har("km_rate"):
        gitt["tilleggsstonader.km_sats"] = sak.inn.tall("km_rate")
    r = regn(gitt, dag)
    dager = sak.inn.tall("days", 0)
    return {
        "per_day": lambda: r.tall("tilleggsstonader.per_reisedag", dag),
        "km_rate": lambda: r.tall("tilleggsstonader.km_sats", dag),
        "total": lambda: r.tall("tilleggsstonader.per_reisedag", dag) * dager,
    }
