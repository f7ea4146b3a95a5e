"""Kjente svar om uføretrygd, fra Nav og andre."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from dateutil.relativedelta import relativedelta

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning, bok, hele
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Omtrent, Svar, Trykt
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


def sivilstand(sak: Sak) -> dict[str, Any]:
    """Par eller enslig, og om uførepensjonen er gjort om."""
    gitt: dict[str, Any] = {}
    if sak.inn.har("household"):
        if sak.inn["household"] not in ("couple", "single"):
            raise IkkeStottet(f"kjenner ikke «{sak.inn['household']}»")
        gitt["felles.har_partner"] = sak.inn["household"] == "couple"
    if sak.inn.har("converted_uforepensjon"):
        gitt["uforetrygd.konvertert"] = sak.inn.ja("converted_uforepensjon")
    if sak.inn.har("ung_ufor"):
        gitt["uforetrygd.ung_ufor"] = sak.inn.ja("ung_ufor")
    return gitt


def g_kr(sak: Sak) -> Decimal:
    """G som saken gir, ellers G den dagen."""
    return sak.inn.tall("g_kr") if sak.inn.har("g_kr") else grunnbelopet(sak.dag)


def grunnbelopet(dag: date) -> Decimal:
    """G en dag. Det som gjelder fra 1. mai, er ukjent til det er satt."""
    versjon = bok().versjon("felles.G", dag)
    if versjon is not None and dag >= versjon.virkning + relativedelta(years=1):
        raise IkkeStottet(f"grunnbeløpet fra 1. mai {dag.year} er ikke satt")
    return les("felles.G", dag)


def andel(sak: Sak) -> Decimal:
    """Uføregrad ganget med trygdetid, når saken sier det."""
    return sak.inn.prosent("uforegrad_percent", 100) * sak.inn.tall("trygdetid_years", 40) / 40


@KAPITTEL.emne("grunnbelop")
def grunnbelop(sak: Sak) -> Svar:
    dag = sak.dag
    g = grunnbelopet(dag)
    for_ = grunnbelopet(dag - relativedelta(years=1))
    return {
        "grunnbelop_kr": g,
        # Faktoren blir satt først, og grunnbeløpet rundes etter den.
        "omregningsfaktor": Omtrent(g / for_, Decimal("0.000001")),
        **{
            navn: partial(snitt_av_g, int(treff[1]))
            for navn in sak.ventet
            if (treff := re.fullmatch(r"gjennomsnitt_(\d{4})_kr", navn))
        },
    }


def snitt_av_g(aar: int) -> Decimal:
    """Gjennomsnittet av G i et år."""
    grunnbelopet(date(aar, 12, 31))
    return les("felles.G_snitt", date(aar, 12, 31))


MAANEDER = "January February March April May June July August September October November December"


def maibelopet_kommer(aar: int) -> str:
    """Det nye grunnbeløpet for mai kommer med betalingen i juni."""
    regning = uforetrygd(date(aar, 12, 31))
    (dag,) = regning.betalingsdager("uforetrygd", date(aar, 6, 1), date(aar, 6, 30))
    return f"monthly payment {dag.day} {MAANEDER.split()[dag.month - 1]} {dag.year}"


@KAPITTEL.emne("regulering")
def regulering(sak: Sak) -> Svar:
    ny = date(sak.dag.year - (sak.dag.month < 5), 5, 1)
    for_, etter = grunnbelopet(ny - timedelta(days=1)), grunnbelopet(ny)
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
    g = g_kr(sak)
    for navn in list(sak.inn):
        if navn.startswith("average_g_") and navn.endswith("_kr"):
            # kilden regner med årets gjennomsnittlige grunnbeløp
            aar = int(navn.removeprefix("average_g_").removesuffix("_kr"))
            g = sak.inn.tall(navn)
            if les("felles.G_snitt", date(aar, 12, 31)) != g:
                raise IkkeStottet(f"reglene har et annet gjennomsnittlig grunnbeløp i {aar}")
    faktor = sak.inn.tall("factor_g", 6)
    if faktor != les("uforetrygd.storste_grunnlag", dag) / les("felles.G", dag):
        raise IkkeStottet(f"reglene har et annet tak enn {faktor} G")

    gitt |= sivilstand(sak)
    grad = sak.inn.prosent("uforegrad_percent", 100)

    def sats(regel: str, verdi: type_verdi) -> Decimal:
        return les("uforetrygd.sats_g", dag, {**gitt, regel: verdi}) * grad

    def hoyest() -> Trykt:
        return Trykt(sats("uforetrygd.grunnlag_g", Decimal(6)) * g)

    def lavest() -> Trykt:
        # Sier saken ikke hvem som bor sammen, er den laveste satsen den for par.
        partner = bool(gitt.get("felles.har_partner", True))
        return Trykt(sats("felles.har_partner", partner) * g)

    return {
        "lowest_yearly_kr": lavest,
        "highest_yearly_kr": hoyest,
        "highest_uforetrygd_kr": hoyest,
        "max_yearly_income_counted_kr": lambda: Trykt(
            les("uforetrygd.storste_grunnlag", dag, {"uforetrygd.g_i_maaneden": g})
        ),
    }


@KAPITTEL.emne("fra_62")
def fra_62(sak: Sak) -> Svar:
    sak.inn.har("age")
    gitt: Gitte = {"felles.G": g_kr(sak)}
    return {
        "min_income_year_before_kr": les("uforetrygd.inntekt_siste_aar_fra_62", sak.dag, gitt),
        "or_min_income_three_years_kr": les("uforetrygd.inntekt_tre_aar_fra_62", sak.dag, gitt),
    }


GRUPPER: dict[str, dict[str, type_verdi]] = {
    "couple": {"felles.har_partner": True},
    "couple_converted": {"felles.har_partner": True, "uforetrygd.konvertert": True},
    "single": {},
    "ung_ufor_couple": {"felles.har_partner": True, "uforetrygd.ung_ufor": True},
    "ung_ufor_single": {"uforetrygd.ung_ufor": True},
}


_KRONER_AV_SATS = re.compile(r"(ung_ufor_)?(couple|single)(_converted)?_(\d)_(\d+)g_kr")


def _kroner_av_sats(sak: Sak, treff: re.Match[str]) -> Trykt:
    """Satsen med et gitt antall G, i kroner. Er den bare for unge uføre, er gruppen ung."""
    ung, sivil, gammel, hel, del_ = treff.groups()
    sats = Decimal(f"{hel}.{del_}")
    for er_ung in (True,) if ung else (False, True):
        gitt: Gitte = {
            "felles.har_partner": sivil == "couple",
            "uforetrygd.ung_ufor": er_ung,
            "uforetrygd.konvertert": bool(gammel),
        }
        if les(MINSTESATS, sak.dag, gitt) == sats:
            return Trykt(sats * g_kr(sak))
    raise IkkeStottet(f"ingen har minstesatsen {sats} G da")


@KAPITTEL.emne("minstesats")
def minstesats(sak: Sak) -> Svar:
    dag = sak.dag
    gitt = sivilstand(sak)
    svar: dict[str, Any] = {
        f"{gruppe}_g": lambda v=verdier: les(MINSTESATS, dag, v)
        for gruppe, verdier in GRUPPER.items()
    }
    svar["sats_g"] = lambda: les(MINSTESATS, dag, gitt)
    svar["yearly_kr"] = lambda: Trykt(les(MINSTESATS, dag, gitt) * g_kr(sak) * andel(sak))
    svar["monthly_kr"] = lambda: hele(les(MINSTESATS, dag, gitt) * g_kr(sak) * andel(sak) / 12)
    # «couple_2_66g_kr»: satsen i navnet er den kilden mener, i kroner
    for navn in sak.ventet:
        if treff := _KRONER_AV_SATS.fullmatch(navn):
            svar[navn] = lambda t=treff: _kroner_av_sats(sak, t)
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


VTA = ("varig tilrettelagt arbeid", "vta")


@KAPITTEL.emne(
    "fribelop", prosa={"old_60000_limit_ended": "prøvd med saken om overgangen fra 60 000"}
)
def fribelop(sak: Sak) -> Svar:
    """Fribeløpet i et år. Sier saken ikke noe annet, er det fribeløpet de to første årene."""
    dag = sak.dag
    sak.inn.har("note")
    tiltak = str(sak.inn["measure"]).lower() if sak.inn.har("measure") else ""
    if tiltak and tiltak not in VTA:
        raise IkkeStottet(f"tiltaket «{tiltak}» har ikke sitt eget fribeløp i reglene")
    grad = sak.inn.prosent("uforegrad_percent", 100)
    gammel = "had_uforepensjon_before" in sak.inn

    def lest(regel: str, to_aar: bool | None, vta: bool, gitt: Gitte) -> Decimal:
        alt: dict[str, Any] = {
            "uforetrygd.innvilget": innvilget(sak, to_aar),
            "uforetrygd.vta": vta,
            "uforetrygd.konvertert": gammel,
            **gitt,
        }
        if sak.inn.har("grade_increased"):
            alt["uforetrygd.okt_foer"] = sak.inn.dato("grade_increased")
        return les(regel, date(dag.year, 12, 31), alt)

    def belop(*, to_aar: bool | None = None, vta: bool = bool(tiltak)) -> Decimal:
        return lest("uforetrygd.fribelop", to_aar, vta, {"felles.G_fra_mai": g_kr(sak)})

    def grense() -> Trykt:
        """Bunnfradraget. Er graden lavere enn 100, må saken gi inntekten etter uførhet."""
        etter = sak.inn.tall("ieu_kr") if grad < 1 else sak.inn.tall("ieu_kr", 0)
        return Trykt(etter + belop())

    def konvertert(aar: int, delt_paa: Decimal | int = 1) -> Decimal:
        gitt: Gitte = {"uforetrygd.konvertert": True, "uforetrygd.innvilget": LENGE_SIDEN}
        return les("uforetrygd.fribelop", date(aar, 12, 31), gitt) / delt_paa

    return {
        "fribelop_g": lambda: lest("uforetrygd.fribelop_g", None, bool(tiltak), {}),
        "inntektsgrense_kr": grense,
        "bunnfradrag_kr": grense,
        "fribelop_kr": lambda: Trykt(belop()),
        "fribelop_0_4g_kr": lambda: Trykt(belop(to_aar=False, vta=False)),
        "fribelop_1g_kr": lambda: Trykt(belop(to_aar=True, vta=False)),
        "vta_1g_kr": lambda: Trykt(belop(vta=True)),
        "bonus_pay_without_reduction_kr": lambda: Trykt(belop(vta=True)),
        "fribelop_kr_until_2018_12_31": lambda: konvertert(2018),
        "fribelop_g_from_2019_01_01": lambda: konvertert(2019, les("felles.G", date(2019, 12, 31))),
    }


def innvilget(sak: Sak, to_aar: bool | None = None) -> date:
    """Dagen uføretrygden begynte: den saken gir, eller for så mange hele år siden."""
    if to_aar is None and sak.inn.har("granted"):
        return sak.inn.dato("granted")
    aar = sak.inn.tall("years_with_uforetrygd", 0)
    lenge = aar >= 2 if to_aar is None else to_aar
    return LENGE_SIDEN if lenge else date(sak.dag.year - 1, max(sak.dag.month, 2), 1)


@KAPITTEL.emne(
    "inntektsreduksjon",
    prosa={"already_paid_is_reclaimed": "et faktum som en melding bærer"},
)
def inntektsreduksjon(sak: Sak) -> Svar:
    if "ifu_oppjustert_kr" in sak.inn:
        return {**inntektstak(sak.inn.tall("ifu_oppjustert_kr"))}
    if "full_time_pay_kr" in sak.inn:
        return gradert(sak)
    # Prosenten er den før taket på 70, som gjelder fra inntektsåret 2026.
    prosent = "reduksjonsprosent" if "reduksjonsprosent" in sak.inn else "kompensasjonsgrad"
    over = (
        "income_over_bunnfradrag_kr"
        if "income_over_bunnfradrag_kr" in sak.inn
        else "income_over_grense_kr"
    )
    ned = les(
        "uforetrygd.reduksjon",
        date(sak.dag.year, 12, 31),
        {
            "uforetrygd.reduksjonsprosent_uten_tak": sak.inn.prosent(prosent),
            "uforetrygd.over_bunnfradraget": sak.inn.tall(over),
        },
    )
    beholder = sak.inn.tall(over) - ned
    return {"reduction_kr": ned, "kept_of_uforetrygd_kr": beholder, "kept_kr": beholder}


def gradert(sak: Sak) -> Svar:
    """Bunnfradraget ved gradert uføretrygd, og reduksjonen når inntekten er lik det."""
    g, dag = g_kr(sak), sak.dag
    gitt: dict[str, Any] = {
        "uforetrygd.uforegrad": sak.inn.prosent("uforegrad_percent"),
        "uforetrygd.ieu_g": sak.inn.tall("ieu_kr") / g,
        "uforetrygd.ifu_g": sak.inn.tall("full_time_pay_kr") / g,
        "uforetrygd.innvilget": innvilget(sak),
        "felles.G_fra_mai": g,
    }
    if sak.inn.har("fribelop_g"):
        gitt["uforetrygd.fribelop_g"] = sak.inn.tall("fribelop_g")
    # G som saken gir, gjaldt fra mai. En dag før mai hører til inntektsåret før.
    aar = date(dag.year - 1 if dag.month < 5 else dag.year, 12, 31)
    grense = les("uforetrygd.bunnfradrag", aar, gitt)
    ved = {**gitt, "uforetrygd.inntekt_i_aaret": grense}
    return {
        "inntektsgrense_kr": Trykt(grense),
        "bunnfradrag_kr": Trykt(grense),
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
    if any("klp" in navn or "spk" in navn for navn in sak.ventet):
        raise IkkeStottet("uførepensjon fra en pensjonskasse regnes ikke ut")
    if sak.dag.year < 2015:
        raise IkkeStottet("uføretrygden kom i 2015, og reglene begynner da")
    if "no_payment_above_kr" in sak.ventet:
        return {"no_payment_above_kr": inntektstak(sak.inn.tall("ifu_kr"))["inntektstak_kr"]}
    if "grunnlag_kr" in sak.inn:
        return fra_grunnlaget(sak)
    raise IkkeStottet("saken er ikke satt opp mot reglene")


def fra_grunnlaget(sak: Sak) -> Svar:
    """Uføretrygd, prosent og grense når grunnlaget og inntekten før uførhet er gitt i kroner."""
    g, aar = g_kr(sak), date(sak.dag.year, 12, 31)
    gitt: dict[str, Any] = {
        **sivilstand(sak),
        "felles.G_fra_mai": g,
        "uforetrygd.g_i_maaneden": g,
        "uforetrygd.grunnlag_g": sak.inn.tall("grunnlag_kr") / g,
        "uforetrygd.uforegrad": sak.inn.prosent("uforegrad_percent", 100),
        "uforetrygd.trygdetid": sak.inn.tall("trygdetid_years", 40),
    }
    if sak.inn.har("ifu_kr"):
        gitt["uforetrygd.ifu_g"] = sak.inn.tall("ifu_kr") / g
    if sak.inn.har("income_kr"):
        gitt["uforetrygd.inntekt_i_aaret"] = sak.inn.tall("income_kr")
    else:
        gitt["uforetrygd.inntekt_i_aaret"] = 0
    # kilden sier ikke når uføretrygden begynte: grensen er den alle har de to første årene
    grense = {**gitt, "uforetrygd.innvilget": date(aar.year, 1, 1)}
    return {
        "reduction_percent": lambda: Trykt(les("uforetrygd.reduksjonsprosent", aar, gitt) * 100),
        "inntektsgrense_kr": lambda: Trykt(les("uforetrygd.bunnfradrag", aar, grense)),
        "inntektstak_kr": lambda: Trykt(les("uforetrygd.inntektstak", aar, gitt)),
        "uforetrygd_yearly_kr": lambda: Trykt(
            les("uforetrygd.sats_g", aar, gitt) * g * sak.inn.prosent("uforegrad_percent", 100)
        ),
    }


# ── Barnetillegg og andre tillegg ───────────────────────────────────────────────────────────────


@KAPITTEL.emne("barnetillegg")
def barnetillegg(sak: Sak) -> Svar:
    dag, g, barn = sak.dag, g_kr(sak), sak.inn.tall("children", 1)
    maaned = date(dag.year, max(dag.month, 5), 1)
    felles: Gitte = {
        "felles.G_fra_mai": g,
        "uforetrygd.g_i_maaneden": g,
        "uforetrygd.trygdetid": sak.inn.tall("trygdetid_years", 40),
        "uforetrygd.uforegrad": sak.inn.prosent("uforegrad_percent", 100),
    }

    def fribelop(regel: str, antall: Decimal) -> Decimal:
        gitt = {**felles, f"uforetrygd.antall_{regel}": antall}
        return les(f"uforetrygd.fribelop_{regel}", maaned, gitt)

    def reduksjon(over: Decimal) -> Decimal:
        """Ett særkullsbarn hele året, og en inntekt som er så mye over fribeløpet."""
        gitt: Gitte = {
            **felles,
            "uforetrygd.antall_fellesbarn": 0,
            "uforetrygd.antall_saerkullsbarn": 1,
            "uforetrygd.personinntekt_uten_tillegg": fribelop("saerkullsbarn", Decimal(1)) + over,
        }
        return les("uforetrygd.reduksjon_saerkullsbarn", date(dag.year, 12, 31), gitt)

    def ett_til() -> Trykt:
        return Trykt(fribelop("fellesbarn", barn + 1) - fribelop("fellesbarn", barn))

    def per_barn() -> Decimal:
        return les("uforetrygd.barnetillegg_per_barn", maaned, felles)

    def i_aaret() -> Decimal:
        """Barnetillegget når inntekten er gitt, med G fra mai hele året og uavrundede måneder."""
        hos_begge = sak.inn.ja("both_parents", sak.inn.har("other_parent_income_kr"))
        nuller = {"uforetrygd.antall_fellesbarn": 0, "uforetrygd.antall_saerkullsbarn": 0}
        slag = "fellesbarn" if hos_begge else "saerkullsbarn"
        gitt: Gitte = {
            **felles,
            **nuller,
            f"uforetrygd.antall_{slag}": barn,
            f"uforetrygd.fullt_for_{slag}": per_barn() * barn / 12,
            "felles.partners_inntekt": sak.inn.tall("other_parent_income_kr", 0),
            "felles.partners_folketrygd": sak.inn.tall("other_parent_pension_kr", 0),
            "uforetrygd.personinntekt_uten_tillegg": sak.inn.tall("income_kr"),
        }
        return les(f"uforetrygd.tillegg_{slag}", date(dag.year, 12, 31), gitt)

    return {
        "gross_per_child_kr": lambda: Trykt(per_barn()),
        "gross_kr": lambda: Trykt(per_barn() * barn),
        "fribelop_two_parents_kr": lambda: Trykt(fribelop("fellesbarn", barn)),
        "fribelop_one_parent_kr": lambda: Trykt(fribelop("saerkullsbarn", barn)),
        "extra_child_kr": ett_til,
        "reduction_per_year_kr": lambda: Trykt(reduksjon(sak.inn.tall("income_over_fribelop_kr"))),
        "barnetillegg_kr": lambda: Trykt(i_aaret()),
        "no_supplement_from_income_two_parents_kr": lambda: Trykt(
            fribelop("fellesbarn", barn) + 2 * per_barn() * barn
        ),
        "no_supplement_from_income_one_parent_kr": lambda: Trykt(
            fribelop("saerkullsbarn", barn) + 2 * per_barn() * barn
        ),
    }


@KAPITTEL.emne("barnetillegg_historie")
def barnetillegg_historie(sak: Sak) -> Svar:
    gammel = sak.inn.ja("granted_before_2016", False)
    gitt: Gitte = {"uforetrygd.innvilget": LENGE_SIDEN if gammel else date(2016, 1, 1)}
    har, tak = "uforetrygd.barnetillegg_har_tak", "uforetrygd.barnetillegg_tak"

    def avskaffet() -> date:
        regning = uforetrygd(date(2024, 12, 31), gitt)
        maaneder = [date(aar, m, 1) for aar in range(2016, 2025) for m in range(1, 13)]
        return next(m for m in maaneder if not regning.ja(har, m))

    return {
        "cap_percent_of_ifu": lambda: {
            str(aar): les(tak, date(aar, 1, 1), gitt) * 100 for aar in range(2016, 2023)
        },
        "cap_abolished_from": avskaffet,
    }


@KAPITTEL.emne("tillegg_historie")
def tillegg_historie(sak: Sak) -> Svar:
    regel = "uforetrygd.ektefelletillegg_siste_dag"
    return {"ektefelletillegg_last_day": uforetrygd(sak.dag).dato(regel, sak.dag)}


# ── Sammen med annet ────────────────────────────────────────────────────────────────────────────


@KAPITTEL.emne("aap_og_uforetrygd")
def aap_og_uforetrygd(sak: Sak) -> Svar:
    """AAP en virkedag ved siden av gradert uføretrygd."""
    dag = sak.dag
    while dag.weekday() > 4:
        dag += timedelta(days=1)
    if sak.inn.tall("hours_worked", 0) != 0:
        raise IkkeStottet("timer på meldekortet hører til sakene om AAP")
    gitt: Gitte = {
        "felles.G": g_kr(sak),
        "felles.meldeperiode_starter": dag - timedelta(days=dag.weekday()),
        "aap.grunnlag_g": sak.inn.tall("aap_grunnlag_g"),
        "aap.rett_fra": date(dag.year - 1, 1, 1),
        "aap.rett_til": date(dag.year + 1, 12, 31),
        "aap.reduksjon_for_arbeid": 0,
        "aap.over_taket": False,
        "aap.barnetillegg": 0,
        "uforetrygd.innvilget": LENGE_SIDEN,
        "uforetrygd.uforegrad": sak.inn.prosent("uforegrad_percent"),
        "felles.fodselsdato": date(1980, 1, 1),
    }
    regning = Regning(gitt, date(dag.year - 1, 1, 1), date(dag.year, 12, 31))
    return {
        "aap_dagsats_full_kr": regning.tall("aap.dagsats", dag),
        "aap_percent": lambda: regning.tall("aap.utbetalingsgrad", dag) * 100,
        "aap_dagsats_paid_kr": lambda: regning.tall("aap.dagbelop", dag),
    }


@KAPITTEL.emne("opphold")
def opphold(sak: Sak) -> Svar:
    # Reglene gir det som gjelder etter de første månedene. Da er det fullt.
    if sak.inn.har("stay") and "more than" not in str(sak.inn["stay"]):
        raise IkkeStottet("de første månedene av et opphold regnes ikke for seg")
    if sak.inn.har("from") and str(sak.inn["from"]) != "second month after start":
        raise IkkeStottet("de første månedene av et opphold regnes ikke for seg")
    if not sak.inn.ja("in_prison", True):
        raise IkkeStottet("saken er ikke om fengsel")
    dag, forsorger = sak.dag, sak.inn.ja("supports_spouse_or_child", False)

    def fengsel(fodt: list[date]) -> Decimal:
        return les("uforetrygd.andel_i_fengsel", dag, {"felles.barn_fodt": fodt}) * 100

    return {
        "paid_percent_of_uforetrygd": lambda: (
            # den som forsørger noen, beholder alt (§ 12-19 tredje ledd)
            100 if forsorger else les("uforetrygd.andel_i_institusjon", dag) * 100
        ),
        "but_at_least_g": lambda: les("uforetrygd.minst_i_institusjon_g", dag),
        "paid_percent": lambda: fengsel([]),
        "paid_percent_if_supports_child": lambda: fengsel([date(dag.year - 5, 1, 1)]),
    }


@KAPITTEL.emne("reduksjonsprosent")
def reduksjonsprosent(sak: Sak) -> Svar:
    """Prosenten: den saken gir før taket, eller den uføretrygden og inntekten før uførhet gir."""
    aar = int(sak.inn.tall("year")) if sak.inn.har("year") else sak.dag.year
    gitt: dict[str, Any] = sivilstand(sak)
    if sak.inn.har("kompensasjonsgrad_before"):
        uten_tak = sak.inn.prosent("kompensasjonsgrad_before")
        gitt["uforetrygd.reduksjonsprosent_uten_tak"] = uten_tak
    else:
        # Uten beløp: minstesatsen over den minste inntekten før uførhet.
        for navn, regel in (("ut100_kr", "sats_g"), ("ifu_kr", "ifu_g")):
            gitt[f"uforetrygd.{regel}"] = sak.inn.tall(navn) / g_kr(sak) if sak.inn.har(navn) else 0
        if not gitt["uforetrygd.sats_g"]:
            del gitt["uforetrygd.sats_g"]
        gitt["uforetrygd.trygdetid"] = sak.inn.tall("trygdetid_years", 40)

    def prosent(sett_fra: date | None, regel: str = "reduksjonsprosent") -> Decimal:
        return les(f"uforetrygd.{regel}", date(aar, 12, 31), gitt, sett_fra) * 100

    return {
        f"used_in_payments_until_{aar}_06_30": lambda: prosent(date(aar, 6, 30)),
        f"used_in_payments_from_{aar}_07_01": lambda: prosent(date(aar, 7, 1)),
        f"used_in_etteroppgjor_{aar}": lambda: prosent(None),
        "reduksjonsprosent": lambda: prosent(None),
        "kompensasjonsgrad": lambda: prosent(None, "reduksjonsprosent_uten_tak"),
    }


@KAPITTEL.emne("minste_ifu")
def minste_ifu(sak: Sak) -> Svar:
    """Den minste inntekten før uførhet. Navnet på svaret sier hvem og når, ellers saken."""
    par = {"felles.har_partner": True}
    sak.inn.har("on_minimum_ifu")
    gitt, naa = sivilstand(sak), date(max(sak.dag.year, 2026), 12, 31)

    def minste(aar: date, hvem: Gitte | None = None) -> Decimal:
        return les("uforetrygd.minste_ifu_g", aar, hvem)

    def saken() -> Decimal:
        return minste(date(sak.dag.year, 12, 31), gitt)

    return {
        "min_ifu_g_before_2026": lambda: minste(date(2025, 12, 31), par),
        "min_ifu_g_from_2026_01_01": lambda: minste(naa, par),
        "single_min_ifu_g": lambda: minste(naa),
        "ung_ufor_min_ifu_g": lambda: minste(naa, {"uforetrygd.ung_ufor": True}),
        "min_ifu_g": saken,
        "min_ifu_kr": lambda: Trykt(saken() * g_kr(sak)),
    }
