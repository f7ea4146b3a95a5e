"""Et helt år med uføretrygd: gjort opp, betalt måned for måned, og etteroppgjøret."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.saker.emner import Kapittel
from tests.saker.emner.uforetrygd import LENGE_SIDEN, grunnbelopet, sivilstand
from tests.saker.regning import For, Fra, Meldinger, Regning
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Svar, Trykt

KAPITTEL = Kapittel("uforetrygd_aaret", ("ut-",))

UT = "uforetrygd."
I_AARET = {
    "unreduced_kr": "uredusert_aar",
    "reduksjonsprosent": "reduksjonsprosent",
    "bunnfradrag_kr": "bunnfradrag",
    "inntektstak_kr": "inntektstak",
    "uforetrygd_kr": "uforetrygd",
    "paid_kr": "utbetalt_i_aaret",
    "settlement_kr": "etteroppgjor",
    "barnetillegg_kr": "barnetillegg",
    "barnetillegg_unreduced_kr": "fullt_barnetillegg_i_aaret",
    "gjenlevendetillegg_kr": "gjenlevendetillegg",
}


@KAPITTEL.emne("uforetrygd_aaret")
def uforetrygd_aaret(sak: Sak) -> Svar:
    """Året regnes av vedtaket, inntekten, og det som er meldt til Nav."""
    aar = int(sak.inn.tall("year"))
    gitt: dict[str, Any] = {
        **sivilstand(sak),
        UT + "innvilget": sak.inn.dato("granted", LENGE_SIDEN),
        UT + "uforegrad": _grad(sak),
        UT + "trygdetid": sak.inn.tall("trygdetid_years", 40),
        UT + "grunnlag_g": _i_g(sak, "grunnlag", aar),
        UT + "ifu_g": _i_g(sak, "ifu", aar),
        UT + "inntekt_i_aaret": For({aar: sak.inn.tall("income_kr", 0), aar - 1: Decimal(0)}),
    }
    gitt.setdefault("felles.har_partner", False)
    if sak.inn.har("ends"):
        gitt[UT + "slutter"] = sak.inn.dato("ends")
    if sak.inn.har("ieu_g") or sak.inn.har("ieu_kr"):
        gitt[UT + "ieu_g"] = _i_g(sak, "ieu", aar)
    if sak.inn.har("vta"):
        gitt[UT + "vta"] = sak.inn.ja("vta")
    if sak.inn.har("gjenlevendetillegg_monthly_kr"):
        gitt[UT + "har_gjenlevendetillegg"] = True
        gitt[UT + "gjenlevendetillegg_i_vedtaket"] = sak.inn.tall("gjenlevendetillegg_monthly_kr")
    gitt |= _meldt(sak, aar) | _barna(sak)
    regning = Regning(gitt, date(aar - 1, 1, 1), date(aar, 12, 31))

    def i_aaret(regel: str, ganger: int = 1):
        return lambda: Trykt(regning.tall(UT + regel, date(aar, 12, 31)) * ganger)

    return {
        navn: i_aaret(regel, 100 if navn == "reduksjonsprosent" else 1)
        for navn, regel in I_AARET.items()
    } | {
        "paid_by_month_kr": lambda: {
            str(m): regning.tall(UT + "utbetalt", date(aar, m, 1)) for m in range(1, 13)
        },
    }


def _i_g(sak: Sak, hva: str, aar: int) -> Decimal:
    """Et tall fra vedtaket, i G. Kroner regnes med G fra mai det året."""
    if sak.inn.har(f"{hva}_kr"):
        return sak.inn.tall(f"{hva}_kr") / grunnbelopet(date(aar, 5, 1))
    return sak.inn.tall(f"{hva}_g", 0)


def _grad(sak: Sak) -> Decimal | Fra:
    """Én grad, eller en tabell fra dag til grad."""
    if not sak.inn.har("uforegrad_from"):
        return sak.inn.prosent("uforegrad_percent", 100)
    tabell = sak.inn.tabell("uforegrad_from")
    return Fra(
        {
            som_dato(d, "uforegrad_from"): som_tall(v, "uforegrad_from") / 100
            for d, v in tabell.items()
        }
    )


def _meldt(sak: Sak, aar: int) -> dict[str, Any]:
    """Det som er meldt til Nav. Sier saken ikke noe, er inntekten meldt riktig før året begynte."""
    if not sak.inn.har("reported_kr"):
        return {UT + "meldt_for_maaneden": sak.inn.tall("income_kr", 0)}
    tabell = sak.inn.tabell("reported_kr")
    meldt = {som_dato(d, "reported_kr"): som_tall(v, "reported_kr") for d, v in tabell.items()}
    return {UT + "maate": "egne tall", UT + "meldt_inntekt": Meldinger(aar, meldt)}


def _barna(sak: Sak) -> dict[str, Any]:
    if not sak.inn.har("children"):
        return {}
    barn = sak.inn.liste("children")
    for b in barn:
        if not isinstance(b, dict) or set(b) != {"born", "both_parents"}:
            raise IkkeStottet("et barn skrives { born: …, both_parents: … }")
    return {
        UT + "har_barnetillegg_uforetrygd": True,
        "felles.barn_fodt": [som_dato(b["born"], "born") for b in barn],
        UT + "fellesbarn": [b["both_parents"] == "true" for b in barn],
        UT + "annen_personinntekt": sak.inn.tall("other_personal_income_kr", 0),
        "felles.partners_inntekt": sak.inn.tall("other_parent_income_kr", 0),
        "felles.partners_folketrygd": sak.inn.tall("other_parent_pension_kr", 0),
    }
