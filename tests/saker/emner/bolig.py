"""Kjente svar om bostøtte, sosialhjelp og gjeld."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Svar, Trykt

KAPITTEL = Kapittel("andre_ytelser", ("bostotte-", "livsopphold-", "sosialhjelp-", "utlegg"))

BOSTOTTE_FRA = date(2024, 7, 1)
"""Reglene før er ikke lagt inn. En sak som gir alle tallene selv, regnes ut med formelen."""
FORMUE = Decimal("0.65")
TILPASSET = ("special_adapted", "specially_adapted", "spesialtilpasset")
EIEFORM = {
    "leie": "leie",
    "rent": "leie",
    "eie": "enebolig",
    "own": "enebolig",
    "borettslag": "felleskostnader",
    "felleskostnader": "felleskostnader",
    "enebolig": "enebolig",
}


def forste(sak: Sak, *navn: str) -> str | None:
    """Det første av flere navn som saken har."""
    return next((n for n in navn if sak.inn.har(n)), None)


def tall(sak: Sak, *navn: str) -> Decimal | None:
    """Tallet under det første navnet saken har."""
    n = forste(sak, *navn)
    return None if n is None else sak.inn.tall(n)


def ja(sak: Sak, *navn: str) -> bool:
    """Om det er svart ja under ett av navnene."""
    n = forste(sak, *navn)
    return n is not None and sak.inn.ja(n)


def fodt(dag: date, alder: Iterable[Decimal]) -> list[date]:
    """Fødselsdatoer til barn som er så gamle en dag."""
    return [date(dag.year - int(a), 1, 1) for a in alder]


def svar_av(r: Regning, regel: str, dag: date) -> Callable[[], Trykt]:
    """Spør etter en regel først når saken trenger den."""
    return lambda: Trykt(r.tall(regel, dag))


# ── Bostøtte ────────────────────────────────────────────────────────────────────────────────────


def _dag(sak: Sak) -> date:
    navn = forste(sak, "param_set", "date", "month")
    if navn is None:
        return sak.dag
    tekst = str(sak.inn[navn])
    return som_dato(tekst if len(tekst) > len("2026-06") else f"{tekst}-01", navn)


def _husstand(sak: Sak, gitt: dict[str, Any]) -> None:
    voksne = tall(sak, "adults", "voksne")
    barn = tall(sak, "children", "barn")
    personer = tall(sak, "persons", "personer", "household_size")
    if personer is not None and voksne is None:
        voksne = max(Decimal(1), personer - (barn or 0))
    if personer is not None and voksne is not None and voksne + (barn or 0) != personer:
        raise IkkeStottet("voksne og barn blir ikke antallet personer")
    gitt["bostotte.voksne"] = voksne or Decimal(1)
    gitt["bostotte.barn_i_husstanden"] = barn or Decimal(0)
    gitt["bostotte.ung_ufor_i_husstanden"] = ja(sak, "ung_ufor", "young_disabled")
    gitt["bostotte.alderspensjonist_alene"] = ja(sak, "alderspensjonist", "single_pensioner")
    gitt["felles.kommune"] = (
        str(sak.inn[k]) if (k := forste(sak, "municipality", "kommune")) else "Hamar"
    )
    gitt["bostotte.spesialtilpasset"] = ja(sak, *TILPASSET)
    gitt["felles.har_partner"] = gitt["bostotte.voksne"] > Decimal(1)


def _formue(sak: Sak, gitt: dict[str, Any]) -> None:
    if (k := tall(sak, "capital_income_year", "capital_income")) is not None:
        gitt["bostotte.kapitalinntekt"] = k
    if sak.inn.har("rate") and sak.inn.tall("rate") != FORMUE:
        raise IkkeStottet(f"reglene legger 65 prosent av formuen til, ikke {sak.inn['rate']}")
    if (t := forste(sak, "tenure", "eieform")) is not None:
        if sak.inn[t] not in EIEFORM:
            raise IkkeStottet(f"kjenner ikke «{sak.inn[t]}»")
        gitt["bostotte.eieform"] = EIEFORM[sak.inn[t]]
    egen = tall(sak, "wealth_own_dwelling", "dwelling_value")
    formue = tall(sak, "net_wealth", "netto_formue")
    gitt["bostotte.netto_formue"] = formue if formue is not None else egen or Decimal(0)
    gitt["bostotte.formuesverdi_bolig"] = egen or Decimal(0)
    if (fribelop := tall(sak, "fribelop", "wealth_allowance")) is not None:
        eid = gitt.get("bostotte.eieform", "leie") != "leie"
        gitt[f"bostotte.formue_fribelop_{'eid' if eid else 'leid'}"] = fribelop


def _inntekt(sak: Sak, gitt: dict[str, Any]) -> None:
    aaret = tall(sak, "household_income_year", "income_year", "gross_income_year")
    maaneden = tall(sak, "household_income_month", "income_month", "gross_income_month")
    if aaret is not None:
        maaneden = aaret / 12
    if (hver_14 := tall(sak, "aap_month", "benefit_14_days_month")) is not None:
        andel = _regn(gitt, _dag(sak)).tall("bostotte.andel_av_14_dagers", _dag(sak))
        maaneden = (maaneden or 0) + andel * hver_14
    for navn in ("wage_month", "lump_sum_month", "holiday_pay_month", "uforetrygd_month"):
        if sak.inn.har(navn):
            maaneden = (maaneden or 0) + sak.inn.tall(navn)
    if maaneden is None:
        return
    tillegg = Decimal(0)
    if gitt["bostotte.netto_formue"] or "bostotte.kapitalinntekt" in gitt:
        tillegg = _regn(gitt, _dag(sak)).tall("bostotte.annen_inntekt", _dag(sak))
    gitt["bostotte.inntekt_i_maaneden"] = maaneden + tillegg


def _boutgift(sak: Sak, gitt: dict[str, Any]) -> None:
    husleie = tall(sak, "rent_month", "housing_cost_month", "rent", "housing_cost")
    if (aar := tall(sak, "rent_year", "housing_cost_year")) is not None:
        husleie = aar / 12
    if husleie is not None:
        gitt["bostotte.boutgift"] = husleie
    if (v := forste(sak, "heating_in_rent", "heating_included")) is not None:
        gitt["bostotte.oppvarming_i_boutgiften"] = sak.inn.ja(v)


def _regn(gitt: Gitte, dag: date) -> Regning:
    return Regning(gitt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31))


@KAPITTEL.emne("bostotte", "bostøtte")
def bostotte(sak: Sak) -> Svar:
    gitt: dict[str, Any] = {}
    _husstand(sak, gitt)
    _formue(sak, gitt)
    dag = _dag(sak)
    if (betalinger := tall(sak, "payments_14_days", "aap_payments")) is not None:
        gitt["bostotte.antall_14_dagers"] = betalinger
    if dag < BOSTOTTE_FRA:
        if not sak.inn.har("fribelop"):
            raise IkkeStottet("reglene for bostøtte før 1. juli 2024 er ikke lagt inn")
        dag = BOSTOTTE_FRA
    _inntekt(sak, gitt)
    _boutgift(sak, gitt)
    r = _regn(gitt, dag)
    if r.tall("bostotte.kommunegruppe", dag) == 0:
        raise IkkeStottet(f"kjenner ikke kommunen «{gitt['felles.kommune']}»")

    def les(regel: str, delt: int = 1, av: Regning = r) -> Callable[[], Trykt]:
        return lambda: Trykt(av.tall(f"bostotte.{regel}", dag) / delt)

    def som(gruppe: str) -> Regning:
        navn = {"ung ufør": "ung_ufor_i_husstanden", "alderspensjonist": "alderspensjonist_alene"}
        return _regn({**gitt, f"bostotte.{navn[gruppe]}": True}, dag)

    svar: dict[str, Any] = {
        "weighted_income": les("omregnet_inntekt"),
        "weight": lambda: r.tall("bostotte.vekt", dag),
        "monthly_income_addition": les("formuestillegg", 12),
        "yearly_income_addition": les("formuestillegg"),
        "min_egenandel": les("minste_egenandel"),
        "t1": les("grense_1"),
        "t2": les("grense_2"),
        "t2_ung_ufor": les("grense_2", av=som("ung ufør")),
        "t1_pensioner": les("grense_1", av=som("alderspensjonist")),
        "t2_pensioner": les("grense_2", av=som("alderspensjonist")),
        "min_payment_month": les("minste_utbetaling"),
        "rate1": lambda: r.tall("bostotte.sats_1", dag),
        "rate2_extra": lambda: r.tall("bostotte.sats_2", dag),
        "rate2": lambda: r.tall("bostotte.sats_2", dag),
        "coverage": lambda: r.tall("bostotte.dekning", dag),
        "cap_year": les("boutgiftstak"),
        "cap_month": les("boutgiftstak", 12),
        "municipality_group": lambda: r.tall("bostotte.kommunegruppe", dag),
        "group": lambda: r.tall("bostotte.kommunegruppe", dag),
        "municipality_addition_year": les("tillegg_etter_kommune"),
        "special_addition_year": les("tillegg_spesialtilpasset"),
        "heating_year": les("oppvarming"),
        "running_cost_year": les("drift_enebolig"),
        "capital_income_allowance": les("kapitalinntekt_fribelop"),
        "wealth_allowance_rented": les("formue_fribelop_leid"),
        "wealth_allowance_own": les("formue_fribelop_eid"),
        "egenandel": les("egenandel"),
        "egenandel_year": les("egenandel"),
        "egenandel_month": les("egenandel", 12),
        "approved_cost_year": les("boutgift_som_teller"),
        "income_limit_month": les("inntektsgrense"),
        "income_limit_year": lambda: Trykt(r.tall("bostotte.inntektsgrense", dag) * 12),
        "payment_date": lambda: r.dato("bostotte.utbetalingsdag", dag),
        "share_counted": lambda: r.tall("bostotte.andel_av_14_dagers", dag),
    }
    for n in ("bostotte", "bostotte_month", "bostotte_kr_month", "monthly", "amount_month"):
        svar[n] = les("bostotte")
    for antall in range(1, 6):
        med = {**gitt, "bostotte.personer": Decimal(antall)}
        svar[f"cap_{antall}"] = les("tak_etter_personer", av=_regn(med, dag))
    return svar


# ── Gjeld ───────────────────────────────────────────────────────────────────────────────────────

SKYLDNER = {
    "enslig": "enslig",
    "single": "enslig",
    "gift": "gift",
    "samboende": "gift",
    "samboer": "gift",
    "couple": "gift",
    "gift_samboende": "gift",
    "forsorger": "forsørger",
    "forsørger": "forsørger",
    "forsorger_ektefelle": "forsørger",
    "forsorger_samboer": "forsørger",
}


@KAPITTEL.emne("gjeld", "livsopphold", "utleggstrekk")
def gjeld(sak: Sak) -> Svar:
    dag = sak.dag
    skyldner = str(sak.inn[forste(sak, "debtor", "skyldner") or "debtor"]).replace(" ", "_")
    if skyldner not in SKYLDNER:
        raise IkkeStottet(f"kjenner ikke «{skyldner}»")
    alder = (
        [som_tall(a, "children") for a in sak.inn.liste("children")]
        if sak.inn.har("children")
        else []
    )
    samvaer = sak.inn.liste("samvaer") if sak.inn.har("samvaer") else []
    klasser = ["bor hos deg"] * len(alder)
    for x in samvaer:
        alder.append(som_tall(x["age"], "samvaer"))
        klasser.append(f"klasse {x['class']}")
    gruppe = SKYLDNER[skyldner]
    gitt: dict[str, Any] = {
        "felles.har_partner": gruppe != "enslig",
        "gjeld.forsorger_partner": gruppe == "forsørger",
        "gjeld.har_utleggstrekk": True,
    }
    if alder:
        gitt["felles.barn_fodt"] = fodt(dag, alder)
        gitt["gjeld.samvaersklasse"] = klasser
    if (netto := tall(sak, "net_income_month", "net_month")) is not None:
        gitt["gjeld.etter_skatt"] = netto
    if (bolig := tall(sak, "housing_cost_month", "rent_month")) is not None:
        gitt["gjeld.boutgift"] = bolig
    if (andre := tall(sak, "other_necessary_month", "other_month")) is not None:
        gitt["gjeld.andre_behov"] = andre
    r = Regning(
        gitt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31), grupper={"barn": len(alder)}
    )
    trekk = svar_av(r, "gjeld.rom_for_trekk", dag)
    livsopphold = svar_av(r, "gjeld.livsopphold", dag)
    return {
        "monthly": livsopphold,
        "livsopphold_month": livsopphold,
        "max_trekk": trekk,
        "max_trekk_month": trekk,
        "ceiling_month": trekk,
    }


# ── Sosialhjelp ─────────────────────────────────────────────────────────────────────────────────

HUSHOLDNING = {"enslig", "single", "par", "couple", "ektepar", "samboere", "bofellesskap"}


@KAPITTEL.emne("sosialhjelp")
def sosialhjelp(sak: Sak) -> Svar:
    dag = sak.dag
    h = str(sak.inn[n]) if (n := forste(sak, "household", "husholdning", "category")) else "enslig"
    if h not in HUSHOLDNING:
        raise IkkeStottet(f"kjenner ikke «{h}»")
    alder = (
        [som_tall(a, "children") for a in sak.inn.liste("children")]
        if sak.inn.har("children")
        else []
    )
    gitt: dict[str, Any] = {
        "felles.har_partner": h in {"par", "couple", "ektepar", "samboere"},
        "sosialhjelp.i_bofellesskap": h == "bofellesskap",
        "sosialhjelp.har_sosialhjelp": True,
        "sosialhjelp.partners_penger": Decimal(0),
    }
    for regel, navn in {
        "norm": ("norm_month", "norm"),
        "godkjent_boutgift": ("rent_month", "housing_cost_month"),
        "strom_og_forsikring": ("electricity_month",),
        "kommer_inn": ("net_income_month", "income_net_month"),
    }.items():
        if (verdi := tall(sak, *navn)) is not None:
            gitt[f"sosialhjelp.{regel}"] = verdi
    if alder:
        gitt["felles.barn_fodt"] = fodt(dag, alder)
    r = Regning(
        gitt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31), grupper={"barn": len(alder)}
    )
    satser = svar_av(r, "sosialhjelp.statens_satser", dag)
    stonad = svar_av(r, "sosialhjelp.sosialhjelp", dag)
    return {
        "monthly": satser,
        "rate_month": satser,
        "supplement_month": stonad,
        "sosialhjelp": stonad,
    }
