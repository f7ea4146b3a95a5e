"""Kjente svar om skatt, og om hvordan betalingene skattlegges."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from tests.saker.emner import Kapittel
from tests.saker.emner.trekktabell import tabelltrekk
from tests.saker.regning import Fra, Gitte, Regning, bok, hele
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar, Trykt
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import VEDTATT
from ytelsesrad.regelspraak import type_verdi

KAPITTEL = Kapittel("skatt", ("skatt-",))

LONN, PENSJON, FRADRAG = "skatt.lonnsinntekt", "skatt.pensjonsinntekt", "skatt.fradrag"
INNDATA = {
    LONN: "lonn personinntekt lonn_uforetrygd_aap uforetrygd aap sykepenger dagpenger uforepensjon",
    PENSJON: "pensjon alderspensjon afp",
    FRADRAG: "andre_fradrag fradrag renter",
    "skatt.fagforeningskontingent": "fagforeningskontingent",
    "skatt.reisekilometer": "reisekilometer",
    "skatt.reiseutgifter": "bom_og_ferge",
    "skatt.barnepass": "barnepass",
    "skatt.barn_i_barnepass": "antall_barn",
    "skatt.nedsatt_ervervsevne": "saerfradrag_ervervsevne",
    "skatt.sykdomsutgifter": "sykdomsutgifter",
}
JA_NEI = {"skatt.barna_trenger_saerlig_omsorg": "saerlig_omsorg"}
LANDET = ("landet", "nei", "false")
FORSLAG_2027 = "overlegg/forslag-2027"
SONEN = ("tiltakssone", "tiltakssonen", "innsatssone", "tiltakssone/innsatssone", "ja", "true")


def skatt(aar: int, gitt: Gitte | None = None, regelbok: Regelbok | None = None) -> Regning:
    """Et skatteår der ingenting annet er gitt enn det som står."""
    alt = {LONN: 0, PENSJON: 0, **(gitt or {})}
    return Regning(alt, date(aar, 1, 1), date(aar, 12, 31), regelbok=regelbok or boka(aar))


@cache
def boka(aar: int) -> Regelbok | None:
    """Reglene for et år. Satsene for 2027 er de som er foreslått."""
    if aar <= 2026:
        return None
    if aar > 2027:
        raise IkkeStottet(f"skattesatsene for {aar} er ikke foreslått ennå")
    return Regelbok.standard(FORSLAG_2027, statuser=VEDTATT | {"foreslått"})


def les(regel: str, aar: int, gitt: Gitte | None = None) -> Decimal:
    """Verdien av en regel i skatt for et år."""
    return skatt(aar, gitt).tall(regel, date(aar, 12, 31))


def i_sonen(sted: str) -> bool:
    """Om et sted er i tiltakssonen."""
    if sted not in (*LANDET, *SONEN):
        raise IkkeStottet(f"kjenner ikke stedet «{sted}»")
    return sted in SONEN


def inndata(sak: Sak) -> dict[str, type_verdi]:
    """Inntektene og fradragene i en sak. Det som skattlegges likt, legges sammen."""
    gitt: dict[str, type_verdi] = {}
    for regel, navnene in INNDATA.items():
        belop = [sak.inn.tall(navn) for navn in navnene.split() if sak.inn.har(navn)]
        if belop:
            gitt[regel] = sum(belop, Decimal(0))
    for regel, navn in JA_NEI.items():
        if sak.inn.har(navn):
            gitt[regel] = sak.inn.ja(navn)
    for navn in ("sone", "bosted", "i_tiltakssonen"):
        if sak.inn.har(navn):
            gitt["skatt.i_tiltakssonen"] = i_sonen(str(sak.inn[navn]).lower())
    return gitt


@KAPITTEL.emne(
    "sluttskatt",
    "trinnskatt",
    "minstefradrag",
    prosa={"sum_med_formuesskatt": "formuesskatt er ikke med i reglene"},
)
def sluttskatt(sak: Sak) -> Svar:
    aar = sak.aar
    regning = skatt(aar, inndata(sak))
    # Formuesskatten er ikke med i noen av svarene under.
    sak.inn.har("formue_grunnlag_utenfor_inntekt")

    def regel(navn: str):
        return lambda: regning.tall(f"skatt.{navn}", date(aar, 12, 31))

    return {
        "merknad": "etter forslaget for 2027" if aar == 2027 else "",
        "personinntekt": regel("personinntekt"),
        "reisefradrag": regel("reisefradrag"),
        "saerfradrag_ervervsevne": regel("saerfradrag_ervervsevne"),
        "saerfradrag_sykdom": regel("saerfradrag_sykdom"),
        "minstefradrag": regel("minstefradrag"),
        "alminnelig_inntekt": regel("alminnelig_inntekt"),
        "trinnskatt": regel("trinnskatt"),
        "trygdeavgift": regel("trygdeavgift"),
        "skatt_alminnelig_inntekt": regel("inntektsskatt"),
        "inntektsskatt_kommune": regel("kommuneskatt"),
        "inntektsskatt_fylke": regel("fylkesskatt"),
        "fellesskatt": regel("fellesskatt"),
        "personfradrag": regel("personfradrag"),
        "fagforeningsfradrag": regel("fagforeningsfradrag"),
        "foreldrefradrag": regel("foreldrefradrag"),
        "sum": regel("skatt"),
        "skatt": regel("skatt"),
        "sum_uten_formuesskatt": regel("skatt"),
    }


@KAPITTEL.emne("trygdeavgift_opptrapping_slutt")
def trygdeavgift_opptrapping_slutt(sak: Sak) -> Svar:
    """Der full sats og 25 prosent av det over nedre grense møtes."""
    klasser = {
        "mellom": ("skatt.lonnsinntekt", "skatt.trygdeavgift_sats"),
        "lav": ("skatt.pensjonsinntekt", "skatt.trygdeavgift_pensjon_sats"),
    }
    if sak.inn["sats"] not in klasser:
        raise IkkeStottet(f"kjenner ikke satsen «{sak.inn['sats']}»")
    klasse, sats = klasser[sak.inn["sats"]]
    aar = sak.aar
    full = les(sats, aar)
    lav, hoy = les("skatt.trygdeavgift_grense", aar), Decimal(1_000_000)
    # Den største hele inntekten der avgiften er mindre enn full sats av hele inntekten.
    while hoy - lav > 1:
        midt = ((lav + hoy) / 2).to_integral_value()
        if les("skatt.trygdeavgift", aar, {klasse: midt}) < hele(full * midt):
            lav = midt
        else:
            hoy = midt
    nedre = les("skatt.trygdeavgift_grense", aar)
    motes = nedre * Decimal("0.25") / (Decimal("0.25") - full)
    # Der rundingen til hele kroner skjuler møtepunktet, er det nøyaktige innenfor noen kroner.
    assert abs(motes - lav) < 10, (motes, lav)
    return {"inntekt_der_25_prosent_regelen_slutter": Trykt(motes)}


@KAPITTEL.emne("sluttskatt_prosent")
def sluttskatt_prosent(sak: Sak) -> Svar:
    gitt = inndata(sak)
    prosent = Trykt(les("skatt.gjennomsnittsskatt", sak.aar, gitt) * 100)
    return {"skatt_prosent_av_lonn": prosent, "skatt_prosent_av_inntekt": prosent}


@KAPITTEL.emne("marginalskatt")
def marginalskatt(sak: Sak) -> Svar:
    """Skatten på de neste kronene, før avrunding. De kommer i samme slags inntekt som saken har."""
    naa, mer = inndata(sak), sak.inn.tall("neste_krone", 100)
    klasser = [r for r in (LONN, PENSJON) if naa.get(r)] or [LONN]
    if len(klasser) > 1:
        raise IkkeStottet("saken har to slags inntekt, og sier ikke hvilken de neste kronene er i")
    belop = naa.get(klasser[0], Decimal(0))
    assert isinstance(belop, Decimal)
    foer, etter = (
        les("skatt.skatt_uavrundet", sak.aar, {**naa, klasser[0]: b}) for b in (belop, belop + mer)
    )
    return {"marginalskatt_prosent": Trykt((etter - foer) / mer * 100)}


def trinnene(aar: int) -> list[tuple[Decimal, Decimal]]:
    """Grensene i trinnskatten, og prosentene."""
    versjon = (boka(aar) or bok()).versjon("skatt.trinnskatt_uavrundet", date(aar, 1, 1))
    if versjon is None or versjon.trinn is None:
        raise IkkeStottet(f"reglene har ikke trinnskatt for {aar}")
    return list(versjon.trinn)


@KAPITTEL.emne("parameter")
def parameter(sak: Sak) -> Svar:
    aar, gitt = sak.aar, inndata(sak)

    def regel(navn: str, ganger: int = 1):
        return lambda: les(f"skatt.{navn}", aar, gitt) * ganger

    def fradrag() -> Decimal:
        i_nord = bool(gitt.get("skatt.i_tiltakssonen"))
        finnmark = regel("finnmarksfradrag")() if i_nord else Decimal(0)
        return regel("personfradrag")() + finnmark

    satser = ("kommuneskatt_sats", "fylkesskatt_sats", "fellesskatt_sats")
    trinn = {
        f"trinn{n}_{hva}": tall
        for n, (fra, prosent) in enumerate(trinnene(aar), 1)
        for hva, tall in (("fra", fra), ("prosent", prosent * 100))
    }
    return {
        **trinn,
        "personfradrag": regel("personfradrag"),
        "finnmarksfradrag": regel("finnmarksfradrag"),
        "personfradrag_pluss_finnmarksfradrag": fradrag,
        "sats_alminnelig_inntekt_prosent": lambda: (
            sum((regel(n)() for n in satser), Decimal(0)) * 100
        ),
        "minstefradrag_maks": regel("minstefradrag_tak"),
        "minstefradrag_prosent": regel("minstefradrag_sats", 100),
        "minstefradrag_pensjon_maks": regel("minstefradrag_pensjon_tak"),
        "minstefradrag_pensjon_prosent": regel("minstefradrag_pensjon_sats", 100),
        "kommuneskatt_prosent": regel("kommuneskatt_sats", 100),
        "fylkesskatt_prosent": regel("fylkesskatt_sats", 100),
        "fellesskatt_prosent": regel("fellesskatt_sats", 100),
        "trygdeavgift_opptrapping_prosent": regel("trygdeavgift_opptrapping", 100),
        "reisefradrag_per_km": regel("reise_per_kilometer"),
        "reisefradrag_bunnbelop": regel("reise_egenandel"),
        "reisefradrag_maks": regel("reise_tak"),
        "bom_og_ferge_fra": regel("bom_grense"),
        "foreldrefradrag_ett_barn": regel("foreldrefradrag_ett_barn"),
        "foreldrefradrag_per_ekstra_barn": regel("foreldrefradrag_flere_barn"),
        "saerfradrag_ervervsevne": regel("saerfradrag_ervervsevne_tak"),
        "arbeidsfradrag_unge_maks": regel("arbeidsfradrag_mest"),
        "arbeidsfradrag_unge_grense": regel("arbeidsfradrag_grense"),
        "arbeidsfradrag_unge_nedtrapping_prosent": regel("arbeidsfradrag_nedtrapping", 100),
        "minste_oppgjor": regel("minste_oppgjor"),
        "trygdeavgift_mellom_prosent": regel("trygdeavgift_sats", 100),
        "trygdeavgift_lav_prosent": regel("trygdeavgift_pensjon_sats", 100),
        "trygdeavgift_nedre_grense": regel("trygdeavgift_grense"),
        "frikortgrense": regel("frikortgrense"),
        "fagforeningskontingent_maks": regel("fagforening_tak"),
    }


@KAPITTEL.emne("frikort")
def frikort(sak: Sak) -> Svar:
    """Hele lønnen kommer i mars, på et frikort."""
    aar, gitt = sak.aar, inndata(sak)
    lonn = gitt.get(LONN, Decimal(0))
    belop = Fra({date(aar, 1, 1): Decimal(0), date(aar, 3, 1): lonn, date(aar, 4, 1): Decimal(0)})
    kort: dict[str, type_verdi] = {"skatt.korttype": "frikort", "prove.betaler": "Jobben"}
    if sak.inn.har("frikortbelop"):
        kort["skatt.frikortbelop"] = sak.inn.tall("frikortbelop")
    regning = Regning({**kort, "prove.belop": belop}, date(aar, 1, 1), date(aar, 12, 31))
    trekk = regning.for_betaling("skatt.forskuddstrekk", "prove", date(aar, 3, 1), date(aar, 3, 31))
    assert isinstance(trekk, Decimal)
    oppgjor = skatt(aar, {**gitt, "skatt.trukket": trekk})
    return {
        "forskuddstrekk": trekk,
        "frikortgrense": lambda: les("skatt.frikortgrense", aar),
        "beregnet_skatt": lambda: les("skatt.skatt", aar, gitt),
        "skatt_som_kreves_inn": lambda: oppgjor.tall("skatt.restskatt", date(aar, 12, 31)),
    }


@KAPITTEL.emne("arbeidsfradrag_unge")
def arbeidsfradrag_unge(sak: Sak) -> Svar:
    gitt = {
        "skatt.trukket_ut_arbeidsfradrag": sak.inn.ja("uttrukket", True),
        "skatt.arbeidsinntekt": sak.inn.tall("arbeidsinntekt"),
        **inndata(sak),
    }
    return {
        "arbeidsfradrag": lambda: les("skatt.arbeidsfradrag_unge", sak.aar, gitt),
        "skatteverdi_landet": lambda: les(
            "skatt.arbeidsfradrag_verdt", sak.aar, {**gitt, "skatt.i_tiltakssonen": False}
        ),
        "skatteverdi_sonen": lambda: les(
            "skatt.arbeidsfradrag_verdt", sak.aar, {**gitt, "skatt.i_tiltakssonen": True}
        ),
    }


@KAPITTEL.emne("skatteendring", prosa={"endring_publisert": "kildens eget tall, som er feil"})
def skatteendring(sak: Sak) -> Svar:
    """Skatten i ett år mot et annet, kanskje etter et forslag eller med lønnsvekst tatt ut.

    Deles alle grensene på en lønnsvekst, er det det samme som å gange inntekten og dele skatten.
    """
    fra, til = int(sak.inn.tall("aar_fra")), int(sak.inn.tall("aar_til"))
    grunnlag = str(sak.inn["grunnlag"]) if sak.inn.har("grunnlag") else ""
    gitt = inndata(sak)
    satser: dict[str, type_verdi] = {}
    if treff := re.search(r"personfradrag (\d+)", grunnlag):
        satser["skatt.personfradrag"] = Decimal(treff[1])
    vekst = re.search(r"divided by ([\d.]+\d)", grunnlag)
    faktor = Decimal(vekst[1]) if vekst else Decimal(1)
    nye = {navn: v * faktor for navn, v in gitt.items() if isinstance(v, Decimal)}
    ny = skatt(til, {**nye, **satser}).tall("skatt.skatt_uavrundet", date(til, 12, 31)) / faktor
    gammel = les("skatt.skatt_uavrundet", fra, gitt)
    # Kilden viser hele kroner, og regner uten avrunding på veien.
    return {"endring_i_skatt": hele(ny - gammel)}


# ── Trekk, og hvordan betalingene skattlegges ───────────────────────────────────────────────────


SLAG = {
    "lonn": "lønn",
    "aap": "arbeidsavklaringspenger",
    "uforetrygd": "uføretrygd",
    "uforepensjon": "uførepensjon fra pensjonskasse",
    "uforepensjon_tjenestepensjon": "uførepensjon fra pensjonskasse",
    "uførepensjon": "uførepensjon fra pensjonskasse",
    "pensjon": "alderspensjon",
    "afp": "avtalefestet pensjon",
    "kvp": "kvalifiseringsstønad",
    "sosialhjelp": "økonomisk sosialhjelp",
    "statlig bostøtte": "bostøtte",
    "supplerende_stonad": "supplerende stønad til uføre flyktninger",
    "supplerende stønad": "supplerende stønad til uføre flyktninger",
    "overgangsstønad (fra 1.4.2014)": "overgangsstønad",
}


def slag(ytelse: str) -> str:
    """Ytelsen, med navnet reglene har på den."""
    kjente = bok().samling.regler["skatt.slag"].valg
    kort = ytelse.lower().strip()
    navn = SLAG.get(kort, kort)
    if navn not in kjente:
        uten = kort.replace("_", " ").replace("o", "ø"), kort.replace("_", " ")
        navn = next((n for n in uten if n in kjente), navn)
    if navn not in kjente:
        raise IkkeStottet(f"reglene sier ikke hvordan {ytelse} skattlegges")
    return navn


def om_slaget(aar: int, navn: str) -> dict[str, type_verdi]:
    """Alt reglene sier om hvordan en ytelse skattlegges."""
    regning = Regning({"skatt.slag": navn}, date(aar, 1, 1), date(aar, 12, 31))
    hva = (
        "skattepliktig skatteklasse trygdeavgift pensjonsgivende omregnes trekkfritt tabell".split()
    )
    return {h: regning.les(f"skatt.{h}_for_slag", date(aar, 12, 31)) for h in hva}


def trekk(aar: int, belop: Decimal, ytelse: str, gitt: Gitte) -> Decimal:
    """Trekket i en betaling av en ytelse i mars."""
    navn = slag(ytelse)
    alt: Gitte = {
        "prove.belop": belop,
        "prove.klasse": om_slaget(aar, navn)["skatteklasse"],
        "prove.betaler": "Nav"
        if navn not in ("lønn", "uførepensjon fra pensjonskasse")
        else "Jobben",
        **gitt,
    }
    regning = Regning(alt, date(aar, 1, 1), date(aar, 12, 31))
    svar = regning.for_betaling("skatt.forskuddstrekk", "prove", date(aar, 3, 1), date(aar, 3, 31))
    assert isinstance(svar, Decimal)
    return svar


@KAPITTEL.emne("forskuddstrekk_etterbetaling")
def forskuddstrekk_etterbetaling(sak: Sak) -> Svar:
    belop, ytelse = sak.inn.tall("etterbetaling_for_tidligere_aar"), str(sak.inn["ytelse"])
    gitt: dict[str, type_verdi] = {"prove.periode_i_tabellen": "tidligere år", **inndata(sak)}
    if slag(ytelse).startswith("supplerende"):  # trekkes som pensjon, etter sin egen linje
        gitt["prove.klasse"] = "pensjon"
    return {"forskuddstrekk": trekk(sak.aar, belop, ytelse, gitt)}


@KAPITTEL.emne("forskuddstrekk")
def forskuddstrekk(sak: Sak) -> Svar:
    """Uten skattekort, med prosent, frikort eller tabell, og for så lite at det ikke trekkes."""
    aar, gitt = sak.aar, dict(inndata(sak))
    kort = str(sak.inn["skattekort"]) if sak.inn.har("skattekort") else ""
    if kort == "mangler":
        gitt["skatt.har_skattekort"] = False
    elif kort in ("frikort", "prosentkort", "tabellkort"):
        gitt["skatt.korttype"] = kort
    elif kort:
        raise IkkeStottet(f"kjenner ikke skattekortet «{kort}»")
    if sak.inn.har("prosent"):
        gitt |= {"skatt.korttype": "prosentkort", "skatt.trekkprosent": sak.inn.prosent("prosent")}
    if sak.inn.har("tabell"):
        gitt |= {"skatt.tabellnummer": sak.inn.tall("tabell"), "skatt.tabell_brukes_av": "begge"}
    if sak.inn.har("utbetalinger"):
        return {
            ytelse: trekk(aar, Decimal(belop), ytelse, gitt)
            for ytelse, belop in sak.inn.tabell("utbetalinger").items()
        }
    if str(sak.inn["arbeidsgiver"]) != "vanlig":
        raise IkkeStottet("bare vanlige arbeidsgivere er med i reglene")
    belop = sak.inn.tall("ytelser_i_maaneden")
    gitt |= {"prove.belop": belop, "prove.betaler": "Jobben"}
    if "skatt.korttype" not in gitt and "skatt.har_skattekort" not in gitt:
        # Har saken et trekk, gir prosenten det. Ellers trekkes så mye at bare beløpet avgjør.
        prosent = Decimal("0.5")
        for navn in ("forskuddstrekk", "samlet_forskuddstrekk", "trekk_i_maaneden"):
            if sak.inn.har(navn):
                prosent = sak.inn.tall(navn) / belop
        gitt |= {"skatt.korttype": "prosentkort", "skatt.trekkprosent": prosent}
    regning = Regning(gitt, date(aar, 1, 1), date(aar, 12, 31))
    spurt = date(aar, 3, 1), date(aar, 3, 31)
    return {
        "plikt_til_trekk": lambda: regning.for_betaling("skatt.plikt_til_trekk", "prove", *spurt),
        "forskuddstrekk": lambda: regning.for_betaling("skatt.forskuddstrekk", "prove", *spurt),
    }


TABELLNAVN = {"måned": "maaned", "14 dager": "14dager", "tre uker": "uke", "uke": "uke"}


@KAPITTEL.emne("trekkperiode")
def trekkperiode(sak: Sak) -> Svar:
    aar, dager = sak.aar, sak.inn.tall("kalenderdager_utbetalingen_gjelder")
    regning = Regning({"skatt.kalenderdager": dager}, date(aar, 1, 1), date(aar, 12, 31))
    tabell = str(regning.les("skatt.tabell_etter_dager", date(aar, 12, 31)))
    deler = 3 if tabell == "tre uker" else 1
    svar: dict[str, str | int | Decimal] = {
        "tabell": TABELLNAVN.get(tabell, "dag"),
        "deles_paa": deler,
    }
    if sak.inn.har("utbetaling"):
        belop, nummer = sak.inn.tall("utbetaling"), sak.inn.tall("tabell", 8000)
        periode = "uke" if tabell == "tre uker" else tabell
        svar["trekk"] = deler * tabelltrekk(aar, nummer, periode, belop / deler)
    return svar


@KAPITTEL.emne("klassifisering")
def klassifisering(sak: Sak) -> Svar:
    om = om_slaget(sak.aar, slag(str(sak.inn["ytelse"])))
    ja_nei = {"ja": True, "nei": False}
    klasse = {"lønn": "lonn", "pensjon": "pensjon"}

    def kjent(hva: str) -> str:
        if om[hva] == "usikkert":
            raise IkkeStottet(f"kildene er tause eller uenige om «{hva}» for denne ytelsen")
        return str(om[hva])

    return {
        "skattepliktig": om["skattepliktig"] is True,
        "minstefradrag": klasse.get(str(om["skatteklasse"]), "ingen"),
        "trygdeavgift": lambda: kjent("trygdeavgift"),
        "pensjonsgivende": lambda: ja_nei[kjent("pensjonsgivende")],
        "etterbetaling_omberegnes": ja_nei[str(om["omregnes"])],
        "trekkfritt": lambda: kjent("trekkfritt"),
    }
