"""Kjente svar om stønader til dem som har barn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from tests.saker.emner import Kapittel
from tests.saker.regning import Fra, Gitte, Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Svar, Trykt

KAPITTEL = Kapittel("andre_ytelser")

ENSLIG = ("single", "enslig", "divorced", "skilt", "separated", "separert", "widowed")
PAR = ("cohabiting", "married", "samboer", "gift", "couple", "par")


def regn(gitt: Gitte, dag: date, grupper: dict[str, int] | None = None) -> Regning:
    """Et regnestykke for året en dag er i."""
    return Regning(gitt, date(dag.year, 1, 1), date(dag.year, 12, 31), grupper=grupper)


def forste(*navn: str, sak: Sak) -> str | None:
    """Det første av noen navn som saken gir."""
    return next((n for n in navn if sak.inn.har(n)), None)


# ── Overgangsstønad ─────────────────────────────────────────────────────────────────────────────

MAI = 5
OVERGANG = "overgangsstonad"


def overgangsstonad_gitt(sak: Sak) -> dict[str, Verdi]:
    """Inntekten, og hva annet saken sier."""
    gitt: dict[str, Verdi] = {f"{OVERGANG}.annen_inntekt": 0, f"{OVERGANG}.uforetrygd_trekkes": 0}
    if sak.inn.har("income_month"):
        gitt[f"{OVERGANG}.lonn_i_maaneden"] = sak.inn.tall("income_month")
    else:
        gitt[f"{OVERGANG}.inntekt_av_maaneden"] = sak.inn.tall("income_year")
    if uforetrygd := forste("uforetrygd_month", "uforetrygd_kr_month", sak=sak):
        gitt[f"{OVERGANG}.uforetrygd_trekkes"] = sak.inn.tall(uforetrygd)
    return gitt


@KAPITTEL.emne("overgangsstonad")
def overgangsstonad(sak: Sak) -> Svar:
    gitt = overgangsstonad_gitt(sak)
    gitt |= {f"{OVERGANG}.har_overgangsstonad": True, f"{OVERGANG}.siste_maaned": date(2099, 1, 1)}
    if sak.inn.har("G_before") or sak.inn.har("G_after"):
        aar = sak.dag.year
        for_, etter = date(aar, MAI - 1, 30), date(aar, MAI, 31)
        g = {date(aar - 1, MAI, 1): sak.inn.tall("G_before")}
        g[date(aar, MAI, 1)] = sak.inn.tall("G_after")
        r = regn({**gitt, "felles.G": Fra(g)}, etter)
        return {
            "monthly_before": lambda: r.tall(f"{OVERGANG}.overgangsstonad", for_),
            "indexed_income_year": lambda: r.tall(f"{OVERGANG}.forventet_inntekt", etter),
            "monthly_after": lambda: r.tall(f"{OVERGANG}.overgangsstonad", etter),
            "full_before": lambda: r.tall(f"{OVERGANG}.full", for_),
            "full_after": lambda: r.tall(f"{OVERGANG}.full", etter),
        }
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    # Inntekten er den Nav regner med denne dagen. Et nytt grunnbeløp har ikke endret den siden.
    inntekt = regn(gitt, sak.dag).tall(f"{OVERGANG}.inntekt_av_maaneden", sak.dag)
    r = regn({**gitt, f"{OVERGANG}.forventet_inntekt": inntekt}, sak.dag)
    return {
        "monthly": lambda: r.tall(f"{OVERGANG}.overgangsstonad", sak.dag),
        "income_year": lambda: r.tall(f"{OVERGANG}.forventet_inntekt", sak.dag),
        "full": lambda: r.tall(f"{OVERGANG}.full", sak.dag),
        "full_month": lambda: r.tall(f"{OVERGANG}.full", sak.dag),
        "reduction": lambda: r.tall(f"{OVERGANG}.avkortning", sak.dag),
        "free_income_year": lambda: r.tall(f"{OVERGANG}.fri_inntekt", sak.dag),
    }


# ── Barnetilsyn ─────────────────────────────────────────────────────────────────────────────────


@KAPITTEL.emne("barnetilsyn")
def barnetilsyn(sak: Sak) -> Svar:
    dag = sak.dag
    if sak.inn.har("year"):
        dag = date(int(sak.inn.tall("year")), 12, 31)
    if not sak.inn.har("cost_month"):
        return {navn: hoyeste(barn, dag) for navn, barn in TAK.items()}
    gitt: dict[str, Verdi] = {
        "barnetilsyn.har_barnetilsyn": True,
        "barnetilsyn.utgift": sak.inn.tall("cost_month"),
        "barnetilsyn.kontantstotte_for_barnet": sak.inn.tall("kontantstotte", 0),
        "barnetilsyn.tilleggsstonad": sak.inn.tall("tilleggsstonad", 0),
        "barnetilsyn.barn_med_tilsyn": sak.inn.tall("children", 1),
        "overgangsstonad.inntekt_av_maaneden": sak.inn.tall("income_year", 0),
    }
    if g_kr := forste("G", "g_kr", sak=sak):
        gitt["felles.G"] = sak.inn.tall(g_kr)
    r = regn(gitt, dag)
    return {
        "monthly": lambda: r.tall("barnetilsyn.barnetilsyn", dag),
        "max": lambda: r.tall("barnetilsyn.hoyeste_belop", dag),
        "income_limit_year": lambda: r.tall("barnetilsyn.hoyeste_inntekt", dag),
    }


TAK = {"max_1": 1, "max_2": 2, "max_3plus": 3, "max_3": 3}


def hoyeste(barn: int, dag: date) -> Decimal:
    """Taket for et antall barn."""
    return regn({"barnetilsyn.barn_med_tilsyn": barn}, dag).tall("barnetilsyn.hoyeste_belop", dag)


# ── Barnetrygd og kontantstøtte ─────────────────────────────────────────────────────────────────


def maaned(sak: Sak) -> date:
    """Måneden saken gjelder."""
    if sak.inn.har("month"):
        return som_dato(f"{sak.inn['month']}-01"[:10], "month")
    return sak.dag.replace(day=1)


def fodt(dag: date, alder: Decimal) -> date:
    """En fødselsdag midt i året, så barnet har alderen hele måneden."""
    return dag - relativedelta(years=int(alder), months=6)


def ett_av(sak: Sak, *navn: str) -> bool:
    """Om saken svarer ja under ett av navnene. Alle leses."""
    return any([sak.inn.ja(n, ellers=False) for n in navn])


@KAPITTEL.emne("barnetrygd", "smaabarnstillegg")
def barnetrygd(sak: Sak) -> Svar:
    dag = maaned(sak)
    aldre = [sak.inn.tall("child_age", 8)]
    if sak.inn.har("children_ages"):
        aldre = [som_tall(a, "children_ages") for a in sak.inn.liste("children_ages")]
    elif sak.inn.har("children"):
        aldre *= int(sak.inn.tall("children"))
    nord = ett_av(sak, "finnmark", "nord_troms", "svalbard")
    delt = ett_av(sak, "delt_bosted", "shared_residence", "delt")
    full = sak.inn.ja("full_overgangsstonad", ellers=False)
    gitt: dict[str, Verdi | list[Verdi]] = {
        "barnetrygd.har_barnetrygd": True,
        "barnetrygd.har_utvidet_barnetrygd": sak.inn.ja("utvidet", ellers=False),
        "barnetrygd.delt_bosted": [delt] * len(aldre),
        "felles.barn_fodt": [sak.inn.dato("child_born")]
        if sak.inn.har("child_born")
        else [fodt(dag, a) for a in aldre],
        "skatt.i_tiltakssonen": nord,
        "overgangsstonad.har_overgangsstonad": full,
    }
    if full:
        gitt["overgangsstonad.overgangsstonad"] = gitt["overgangsstonad.full"] = 1
    r = regn(gitt, dag)
    barn = range(len(aldre))
    uten = regn({**gitt, "skatt.i_tiltakssonen": False}, dag) if nord else r
    return {
        "ordinary": lambda: sum(uten.tall("barnetrygd.for_barnet", dag, b) for b in barn),
        "utvidet": lambda: r.tall("barnetrygd.utvidet", dag),
        "smabarnstillegg": lambda: r.tall("barnetrygd.smaabarnstillegg", dag),
        "smaabarnstillegg": lambda: r.tall("barnetrygd.smaabarnstillegg", dag),
        "finnmark": lambda: r.tall("barnetrygd.nordtillegg_sats", dag),
        "finnmarkstillegg": lambda: r.tall("barnetrygd.nordtillegg_sats", dag),
        "total": lambda: r.tall("barnetrygd.barnetrygd", dag),
    }


@KAPITTEL.emne("kontantstotte")
def kontantstotte(sak: Sak) -> Svar:
    dag = maaned(sak)
    maaneder = int(sak.inn.tall("child_age_months", 14))
    r = regn(
        {
            "kontantstotte.har_kontantstotte": True,
            "felles.barn_fodt": [sak.inn.dato("child_born", dag - relativedelta(months=maaneder))],
            "kontantstotte.barnehagetimer": [sak.inn.tall("kindergarten_hours_week", 0)],
        },
        dag,
    )
    return {"monthly": lambda: r.tall("kontantstotte.kontantstotte", dag)}


# ── Bidrag ──────────────────────────────────────────────────────────────────────────────────────

FORSKUDD = {"p50": "redusert", "p75": "ordinaert", "p100": "forhoyet", "p125": "forhoyet_elleve"}


def har_partner(sak: Sak) -> bool:
    """Gift eller samboer, eller enslig."""
    status = str(sak.inn["civil_status"]) if sak.inn.har("civil_status") else "single"
    if status not in ENSLIG + PAR:
        raise IkkeStottet(f"kjenner ikke «{status}»")
    return status in PAR


@KAPITTEL.emne("bidragsforskudd")
def bidragsforskudd(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi | list[Verdi]] = {}
    if sak.inn.har("rate_75"):
        gitt["bidragsforskudd.ordinaert"] = sak.inn.tall("rate_75")
        sak.inn.har("rate_100")  # det samme tallet, som svaret skal bli
    if sak.inn.har("income_year"):
        gitt["bidragsforskudd.inntekt"] = sak.inn.tall("income_year")
        gitt["bidragsforskudd.egne_barn"] = sak.inn.tall("children_in_household", 1)
        gitt["bidragsforskudd.har_forskudd"] = [True]
        gitt["felles.har_partner"] = har_partner(sak)
        gitt["felles.barn_fodt"] = [fodt(dag, sak.inn.tall("child_age", 8))]
    r = regn(gitt, dag)
    svar = {n: lambda x=x: r.tall(f"bidragsforskudd.{x}", dag) for n, x in FORSKUDD.items()}
    return {
        **svar,
        "monthly_per_child": lambda: r.tall("bidragsforskudd.forskudd", dag),
        "max_income_year": lambda: r.tall("bidragsforskudd.grense_forskudd", dag),
    }


EVNE = {
    "personfradrag": "barnebidrag.personfradrag",
    "minstefradrag_max": "barnebidrag.hoyeste_minstefradrag",
    "trygdeavgift": "skatt.trygdeavgift_sats",
}


def trinnskatt(sak: Sak, inntekt: Decimal) -> Decimal | None:
    """Trinnskatten etter trinnene saken gir, hvis den gir noen."""
    navn = next((n for n in sak.inn if n.startswith("trinnskatt")), None)
    if navn is None:
        return None
    trinn = sorted((som_tall(g, navn), som_tall(s, navn)) for g, s in sak.inn.liste(navn))
    svar, forrige = Decimal(0), Decimal(0)
    for grense, sats in trinn:
        svar += max(Decimal(0), inntekt - grense) * (sats - forrige)
        forrige = sats
    return svar


@KAPITTEL.emne("barnebidrag", "bidragsevne")
def barnebidrag(sak: Sak) -> Svar:
    dag = sak.dag
    if sak.inn.har("income_high"):
        return andelen(sak, dag)
    inntekt = sak.inn.tall("income_year")
    gitt: dict[str, Verdi] = {
        "barnebidrag.inntekt": inntekt,
        "barnebidrag.deler_bolig": sak.inn.ja("shares_dwelling", ellers=False),
        "barnebidrag.barn_hos_deg": sak.inn.tall("own_children", 0),
    }
    gitt |= {r: sak.inn.tall(n) for n, r in EVNE.items() if sak.inn.har(n)}
    regning = regn(gitt, dag)
    oppgitt = trinnskatt(sak, inntekt)
    if oppgitt is not None and oppgitt != regning.tall("barnebidrag.trinnskatt", dag):
        raise IkkeStottet("saken har andre trinn i trinnskatten enn reglene har den dagen")
    return {
        "bidragsevne_month": lambda: regning.tall("barnebidrag.bidragsevne", dag),
        "tax_year": lambda: Trykt(regning.tall("barnebidrag.skatt", dag)),
        "max_25_percent_month": lambda: inntekt / 4 / 12,
        "max_bidrag_month": lambda: regning.tall("barnebidrag.hoyeste_bidrag", dag),
    }


BIDRAGSSKATT = {
    "minstefradrag_prosent": ("barnebidrag.minstefradrag_sats", True),
    "minstefradrag_maks": ("barnebidrag.hoyeste_minstefradrag", False),
    "personfradrag": ("barnebidrag.personfradrag", False),
    "trygdeavgift_prosent": ("skatt.trygdeavgift_sats", True),
}


@KAPITTEL.emne("nav_bidragsskatt")
def bidragsskatt(sak: Sak) -> Svar:
    """Den enkle skatten i bidragsregelverket. Delene trykkes med to desimaler."""
    dag = date(sak.dag.year, 8, 1)
    inntekt = sak.inn.tall("inntekt")
    gitt: dict[str, Verdi] = {"barnebidrag.inntekt": inntekt}
    for navn, (regel, prosent) in BIDRAGSSKATT.items():
        if sak.inn.har(navn):
            verdi = sak.inn.prosent(navn) if prosent else sak.inn.tall(navn)
            gitt[regel] = verdi
    r = regn(gitt, dag)
    deler = ("skatt_alminnelig_inntekt", "trygdeavgift", "trinnskatt", "minstefradrag")
    svar = {n: lambda n=n: Trykt(r.tall(f"barnebidrag.{n}", dag)) for n in deler}
    return {
        **svar,
        "sum_skatt": lambda: Trykt(r.tall("barnebidrag.skatt", dag)),
        "skattfaktor": lambda: Trykt(r.tall("barnebidrag.skatt_av_inntekten", dag)),
    }


def andelen(sak: Sak, dag: date) -> Svar:
    """Hvem som betaler, og hvor stor del av det barnet koster."""
    bosted = str(sak.inn["residence"]) if sak.inn.har("residence") else ""
    if bosted not in ("", "delt fast bosted", "fast bosted"):
        raise IkkeStottet(f"kjenner ikke «{bosted}»")
    lav, hoy = sak.inn.tall("income_low"), sak.inn.tall("income_high")
    r = regn({"barnebidrag.inntekt": hoy, "barnebidrag.inntekt_til_den_andre": lav}, dag)
    regel = "andel_med_delt_bosted" if bosted.startswith("delt") else "andel_av_underholdet"
    andel = r.tall(f"barnebidrag.{regel}", dag)
    return {"payer": "high" if andel > 0 else "none", "share_of_cost": Trykt(andel)}


# ── Barnehage ───────────────────────────────────────────────────────────────────────────────────


@KAPITTEL.emne("barnehage")
def barnehage(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {}
    if sak.inn.har("max_price_month"):
        gitt["barnehage.makspris"] = sak.inn.tall("max_price_month")
    if sak.inn.har("months"):
        gitt["barnehage.maaneder_med_betaling"] = sak.inn.tall("months")
    if sak.inn.har("rate"):
        gitt["barnehage.andel_av_inntekten"] = sak.inn.tall("rate")
    r = regn(gitt, dag)
    return {
        "income_limit_year": lambda: r.tall("barnehage.grense_seks_prosent", dag),
        "max_price_month": lambda: r.tall("barnehage.makspris", dag),
        "kjernetid_limit_year": lambda: r.tall("barnehage.grense_kjernetid", dag),
        "free_core_time_limit_year": lambda: r.tall("barnehage.grense_kjernetid", dag),
    }
