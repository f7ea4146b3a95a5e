"""Kjente svar om uføretrygd, fra Nav og andre."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar, Trykt
from ytelsesrad.regelspraak import type_verdi

KAPITTEL = Kapittel("uforetrygd", ("ut-",))

LENGE_SIDEN = date(2010, 1, 1)
MINSTESATS = "uforetrygd.minstesats_g"


def uforetrygd(dag: date, gitt: Gitte | None = None) -> Regning:
    """En enslig med full uføretrygd fra 2010 på minstesats, når ikke annet er gitt."""
    standard: Gitte = {
        "uforetrygd.innvilget": LENGE_SIDEN,
        "uforetrygd.uforegrad": 1,
        "uforetrygd.grunnlag_g": 0,
        "felles.har_partner": False,
    }
    alt = {**standard, **(gitt or {})}
    return Regning(alt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31))


def les(regel: str, dag: date, gitt: Gitte | None = None, sett_fra: date | None = None) -> Decimal:
    """Verdien av en regel en dag."""
    return uforetrygd(dag, gitt).tall(regel, dag, sett_fra=sett_fra)


def sivilstand(sak: Sak) -> dict[str, type_verdi]:
    """Par eller enslig, og om uførepensjonen er gjort om."""
    gitt: dict[str, type_verdi] = {}
    if sak.inn.har("household"):
        if sak.inn["household"] not in ("couple", "single"):
            raise IkkeStottet(f"kjenner ikke «{sak.inn['household']}»")
        gitt["felles.har_partner"] = sak.inn["household"] == "couple"
    if sak.inn.har("converted_uforepensjon"):
        gitt["uforetrygd.konvertert"] = sak.inn.ja("converted_uforepensjon")
    return gitt


def g_kr(sak: Sak) -> Decimal:
    """G som saken gir, ellers G den dagen."""
    return sak.inn.tall("g_kr") if sak.inn.har("g_kr") else les("felles.G", sak.dag)


@KAPITTEL.emne("grunnbelop")
def grunnbelop(sak: Sak) -> Svar:
    dag = sak.dag
    g, snitt = les("felles.G", dag), les("felles.G_snitt", dag)
    faktor = g / les("felles.G", date(dag.year - 1, 5, 1))
    return {
        "grunnbelop_kr": g,
        f"gjennomsnitt_{dag.year}_kr": snitt,
        "omregningsfaktor": Trykt(faktor),
    }


MAANEDER = "January February March April May June July August September October November December"


def maibelopet_kommer(aar: int) -> str:
    """Det nye grunnbeløpet for mai kommer med betalingen i juni."""
    regning = uforetrygd(date(aar, 12, 31))
    (dag,) = regning.betalingsdager("uforetrygd", date(aar, 6, 1), date(aar, 6, 30))
    return f"monthly payment {dag.day} {MAANEDER.split()[dag.month - 1]} {dag.year}"


@KAPITTEL.emne("regulering")
def regulering(sak: Sak) -> Svar:
    ny = sak.dag
    for_, etter = les("felles.G", ny - timedelta(days=1)), les("felles.G", ny)
    for navn, g in (("g_before_kr", for_), ("g_after_kr", etter)):
        if sak.inn.har(navn) and sak.inn.tall(navn) != g:
            raise IkkeStottet(f"reglene har et annet grunnbeløp enn «{navn}»: {g}")
    return {
        "increase_kr": etter - for_,
        "increase_percent": Trykt((etter - for_) / for_ * 100),
        "may_arrears_paid_with": lambda: maibelopet_kommer(ny.year),
    }


@KAPITTEL.emne("storste_uforetrygd")
def storste_uforetrygd(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Any] = {}
    if sak.inn.har("uforegrad_percent"):
        gitt["uforetrygd.uforegrad"] = sak.inn.prosent("uforegrad_percent")
    if sak.inn.har("trygdetid_years"):
        gitt["uforetrygd.trygdetid"] = sak.inn.tall("trygdetid_years")
    g = les("felles.G", dag)

    def sats(**ekstra: Any) -> Decimal:
        mer = {navn.replace("__", "."): v for navn, v in ekstra.items()}
        return les("uforetrygd.sats_g", dag, {**gitt, **mer})

    return {
        "lowest_yearly_kr": lambda: Trykt(sats(felles__har_partner=True) * g),
        "highest_yearly_kr": lambda: Trykt(sats(uforetrygd__grunnlag_g=Decimal(6)) * g),
        "max_yearly_income_counted_kr": lambda: Trykt(
            les("uforetrygd.inntekt_i_g", dag, {"uforetrygd.tidligere_inntekt": 9_999_999}) * g
        ),
    }


GRUPPER: dict[str, dict[str, type_verdi]] = {
    "couple": {"felles.har_partner": True},
    "couple_converted": {"felles.har_partner": True, "uforetrygd.konvertert": True},
    "single": {},
    "ung_ufor_couple": {"felles.har_partner": True, "uforetrygd.ung_ufor": True},
    "ung_ufor_single": {"uforetrygd.ung_ufor": True},
}


@KAPITTEL.emne("minstesats")
def minstesats(sak: Sak) -> Svar:
    dag = sak.dag
    gitt = sivilstand(sak)
    svar: dict[str, Any] = {
        f"{gruppe}_g": lambda v=verdier: les(MINSTESATS, dag, v)
        for gruppe, verdier in GRUPPER.items()
    }
    svar["sats_g"] = lambda: les(MINSTESATS, dag, gitt)
    svar["yearly_kr"] = lambda: Trykt(les(MINSTESATS, dag, gitt) * g_kr(sak))
    # Satsen som ble satt ned i juli 2026 og gjort om i oktober: betalt, og til slutt.
    juli = date(2026, 7, 1)
    svar["rate_used_july_to_september_2026_g"] = lambda: les(
        MINSTESATS, juli, gitt, sett_fra=date(2026, 8, 1)
    )
    svar["rate_from_2026_10_01_g"] = lambda: les(MINSTESATS, juli, gitt, sett_fra=date(2026, 10, 1))
    for navn, sett_fra in (("2_379", date(2026, 10, 1)), ("2_329", date(2026, 8, 1))):
        svar[f"yearly_kr_at_{navn}g"] = lambda s=sett_fra: Trykt(
            les(MINSTESATS, juli, gitt, sett_fra=s) * g_kr(sak)
        )
    return svar


@KAPITTEL.emne(
    "fribelop", prosa={"old_60000_limit_ended": "prøvd med saken om overgangen fra 60 000"}
)
def fribelop(sak: Sak) -> Svar:
    dag = sak.dag
    if "had_uforepensjon_before" in sak.inn:
        gammel = {"uforetrygd.konvertert": True}
        nytt = les("uforetrygd.fribelop", date(2019, 12, 31), gammel)
        return {
            "fribelop_kr_until_2018_12_31": les("uforetrygd.fribelop", date(2018, 12, 31), gammel),
            "fribelop_g_from_2019_01_01": nytt / les("felles.G", date(2019, 12, 31)),
        }
    for navn in ("uforegrad_percent", "years_with_uforetrygd", "measure", "note"):
        sak.inn.har(navn)
    g = g_kr(sak)

    def belop(*, nylig: bool, vta: bool = False) -> Decimal:
        gitt: Gitte = {
            "uforetrygd.innvilget": date(dag.year - 1, dag.month, 1) if nylig else LENGE_SIDEN,
            "uforetrygd.vta": vta,
            "felles.G_fra_mai": g,
        }
        return les("uforetrygd.fribelop", date(dag.year, 12, 31), gitt)

    forste_aar = lambda: Trykt(belop(nylig=True))  # noqa: E731
    vta = lambda: Trykt(belop(nylig=False, vta=True))  # noqa: E731
    return {
        "fribelop_g": lambda: belop(nylig=True) / g,
        "inntektsgrense_kr": forste_aar,
        "fribelop_kr": forste_aar,
        "fribelop_0_4g_kr": forste_aar,
        "fribelop_1g_kr": lambda: Trykt(belop(nylig=False)),
        "vta_1g_kr": vta,
        "bonus_pay_without_reduction_kr": vta,
    }


@KAPITTEL.emne(
    "inntektsreduksjon",
    prosa={"already_paid_is_reclaimed": "et faktum som en melding bærer"},
)
def inntektsreduksjon(sak: Sak) -> Svar:
    aar = date(2026, 12, 31)
    if "ifu_oppjustert_kr" in sak.inn:
        return {**inntektstak(sak.inn.tall("ifu_oppjustert_kr"))}
    if "full_time_pay_kr" in sak.inn:
        return gradert(sak)
    prosent = "reduksjonsprosent" if "reduksjonsprosent" in sak.inn else "kompensasjonsgrad"
    over = (
        "income_over_bunnfradrag_kr"
        if "income_over_bunnfradrag_kr" in sak.inn
        else "income_over_grense_kr"
    )
    ned = les(
        "uforetrygd.reduksjon",
        aar,
        {
            "uforetrygd.reduksjonsprosent": sak.inn.prosent(prosent),
            "uforetrygd.over_bunnfradraget": sak.inn.tall(over),
        },
    )
    beholder = sak.inn.tall(over) - ned
    return {"reduction_kr": ned, "kept_of_uforetrygd_kr": beholder, "kept_kr": beholder}


def gradert(sak: Sak) -> Svar:
    """Bunnfradraget ved gradert uføretrygd, og reduksjonen når inntekten er lik det."""
    g, dag = g_kr(sak), sak.dag
    gitt: Gitte = {
        "uforetrygd.uforegrad": sak.inn.prosent("uforegrad_percent"),
        "uforetrygd.ieu_g": sak.inn.tall("ieu_kr") / g,
        "uforetrygd.ifu_g": sak.inn.tall("full_time_pay_kr") / g,
        "felles.G_fra_mai": g,
    }
    # G som saken gir, gjaldt fra mai. En dag før mai hører til inntektsåret før.
    aar = date(dag.year - 1 if dag.month < 5 else dag.year, 12, 31)
    grense = les("uforetrygd.bunnfradrag", aar, gitt)
    ved = {**gitt, "uforetrygd.inntekt_i_aaret": grense}
    return {
        "inntektsgrense_kr": Trykt(grense),
        "reduction_at_that_income_kr": lambda: les("uforetrygd.reduksjon", aar, ved),
    }


def inntektstak(ifu: Decimal) -> dict[str, Decimal | int]:
    """Den høyeste hele inntekten som fortsatt gir uføretrygd."""

    def faar(inntekt: Decimal) -> bool:
        gitt: Gitte = {
            "uforetrygd.oppjustert_ifu": ifu,
            "uforetrygd.ifu_g": 4,
            "uforetrygd.inntekt_i_aaret": inntekt,
        }
        return les("uforetrygd.uforetrygd", date(2026, 12, 31), gitt) > 0

    lav, hoy = Decimal(0), ifu
    while hoy - lav > 1:
        midt = ((lav + hoy) / 2).to_integral_value()
        lav, hoy = (midt, hoy) if faar(midt) else (lav, midt)
    return {"inntektstak_kr": lav, "paid_when_income_above_tak_kr": 0}


@KAPITTEL.emne("annet")
def annet(sak: Sak) -> Svar:
    if "ifu_kr" in sak.inn and "no_payment_above_kr" in sak.ventet:
        return {"no_payment_above_kr": inntektstak(sak.inn.tall("ifu_kr"))["inntektstak_kr"]}
    raise IkkeStottet("saken er ikke satt opp mot reglene")


@KAPITTEL.emne("reduksjonsprosent")
def reduksjonsprosent(sak: Sak) -> Svar:
    aar = int(sak.inn.tall("year"))
    gitt: Gitte = {
        "uforetrygd.reduksjonsprosent_uten_tak": sak.inn.prosent("kompensasjonsgrad_before")
    }

    def prosent(sett_fra: date | None) -> Decimal:
        regel = "uforetrygd.reduksjonsprosent"
        return les(regel, date(aar, 12, 31), gitt, sett_fra) * 100

    return {
        f"used_in_payments_until_{aar}_06_30": prosent(date(aar, 6, 30)),
        f"used_in_payments_from_{aar}_07_01": prosent(date(aar, 7, 1)),
        f"used_in_etteroppgjor_{aar}": prosent(None),
    }


@KAPITTEL.emne("minste_ifu")
def minste_ifu(sak: Sak) -> Svar:
    regel = "uforetrygd.minste_ifu_g"
    par = {"felles.har_partner": True}
    sak.inn.har("on_minimum_ifu"), sak.inn.har("household")
    for_, naa = date(2025, 12, 31), date(2026, 12, 31)
    return {
        "min_ifu_g_before_2026": les(regel, for_, par),
        "min_ifu_g_from_2026_01_01": les(regel, naa, par),
        "single_min_ifu_g": les(regel, naa),
        "ung_ufor_min_ifu_g": les(regel, naa, {"uforetrygd.ung_ufor": True}),
    }
