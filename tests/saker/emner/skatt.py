"""Kjente svar om skatt, og om hvordan betalingene skattlegges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.saker.emner import Kapittel
from tests.saker.regning import Gitte, Regning, bok, hele
from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar, Trykt
from ytelsesrad.regelspraak import type_verdi

KAPITTEL = Kapittel("skatt", ("skatt-",))

INNDATA = {
    "lonn": "skatt.lonnsinntekt",
    "personinntekt": "skatt.lonnsinntekt",
    "lonn_uforetrygd_aap": "skatt.lonnsinntekt",
    "pensjon": "skatt.pensjonsinntekt",
    "andre_fradrag": "skatt.fradrag",
}
LANDET = ("landet",)
SONEN = ("tiltakssone", "innsatssone", "tiltakssone/innsatssone")


def skatt(aar: int, gitt: Gitte | None = None) -> Regning:
    """Et skatteår der ingenting annet er gitt enn det som står."""
    nuller: Gitte = {"skatt.lonnsinntekt": 0, "skatt.pensjonsinntekt": 0}
    return Regning({**nuller, **(gitt or {})}, date(aar, 1, 1), date(aar, 12, 31))


def les(regel: str, aar: int, gitt: Gitte | None = None) -> Decimal:
    """Verdien av en regel i skatt for et år."""
    return skatt(aar, gitt).tall(regel, date(aar, 12, 31))


def i_sonen(sted: str) -> bool:
    """Om et sted er i tiltakssonen."""
    if sted not in (*LANDET, *SONEN):
        raise IkkeStottet(f"kjenner ikke stedet «{sted}»")
    return sted in SONEN


def inndata(sak: Sak) -> Gitte:
    """Inntektene og fradragene i en sak."""
    gitt: dict[str, type_verdi] = {
        regel: sak.inn.tall(navn) for navn, regel in INNDATA.items() if sak.inn.har(navn)
    }
    for navn in ("sone", "bosted"):
        if sak.inn.har(navn):
            gitt["skatt.i_tiltakssonen"] = i_sonen(sak.inn[navn])
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

    def regel(navn: str):
        return lambda: regning.tall(f"skatt.{navn}", date(aar, 12, 31))

    def del_(navn: str):
        # De tre delene av inntektsskatten rundes hver for seg.
        return lambda: hele(regel(f"{navn}_sats")() * regel("skattegrunnlag")())

    return {
        "minstefradrag": regel("minstefradrag"),
        "alminnelig_inntekt": regel("alminnelig_inntekt"),
        "trinnskatt": regel("trinnskatt"),
        "trygdeavgift": regel("trygdeavgift"),
        "skatt_alminnelig_inntekt": regel("inntektsskatt"),
        "inntektsskatt_kommune": del_("kommuneskatt"),
        "inntektsskatt_fylke": del_("fylkesskatt"),
        "fellesskatt": del_("fellesskatt"),
        "sum": regel("skatt"),
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
    lonn = sak.inn.tall("lonn")
    skatten = les("skatt.skatt", sak.aar, inndata(sak))
    return {"skatt_prosent_av_lonn": Trykt(skatten / lonn * 100)}


@KAPITTEL.emne("marginalskatt")
def marginalskatt(sak: Sak) -> Svar:
    """Skatten på de neste 100 000 kronene, så avrundingen til hele kroner ikke betyr noe."""
    naa = dict(inndata(sak))
    (klasse,) = (r for r in ("skatt.lonnsinntekt", "skatt.pensjonsinntekt") if r in naa)
    sak.inn.har("neste_krone")
    belop = naa[klasse]
    assert isinstance(belop, Decimal)
    mer = naa | {klasse: belop + 100_000}
    okning = les("skatt.skatt", sak.aar, mer) - les("skatt.skatt", sak.aar, naa)
    return {"marginalskatt_prosent": Trykt(okning / 1000)}


@KAPITTEL.emne("parameter", prosa={"trinn3_prosent": "trinnene er ikke egne regler"})
def parameter(sak: Sak) -> Svar:
    aar = sak.aar
    gitt = inndata(sak)
    fradrag = les("skatt.personfradrag", aar, gitt)
    if gitt.get("skatt.i_tiltakssonen"):
        fradrag += les("skatt.finnmarksfradrag", aar, gitt)
    satser = [
        les(f"skatt.{navn}_sats", aar, gitt)
        for navn in ("kommuneskatt", "fylkesskatt", "fellesskatt")
    ]
    return {
        "personfradrag_pluss_finnmarksfradrag": fradrag,
        "sats_alminnelig_inntekt_prosent": sum(satser, Decimal(0)) * 100,
    }


@KAPITTEL.emne("frikort", prosa={"frikortgrense": "grensen for frikort er ikke en regel"})
def frikort(sak: Sak) -> Svar:
    aar = sak.aar
    beregnet = les("skatt.skatt", aar, inndata(sak))
    minste = les("skatt.minste_oppgjor", aar)
    return {
        "beregnet_skatt": beregnet,
        "skatt_som_kreves_inn": 0 if beregnet < minste else beregnet,
    }


# ── Trekk, og hvordan betalingene skattlegges ───────────────────────────────────────────────────


def forskuddstrekk(aar: int, belop: Decimal, periode: str, gitt: Gitte) -> Decimal:
    """Trekket i en betaling som skattlegges som lønn."""
    alt: Gitte = {"prove.belop": belop, "prove.periode_i_tabellen": periode, **gitt}
    regning = Regning(alt, date(aar, 1, 1), date(aar, 12, 31))
    svar = regning.for_betaling("skatt.forskuddstrekk", "prove", date(aar, 3, 1), date(aar, 3, 31))
    assert isinstance(svar, Decimal)
    return svar


SOM_LONN = {"lonn", "uforetrygd"}


@KAPITTEL.emne("forskuddstrekk_etterbetaling")
def forskuddstrekk_etterbetaling(sak: Sak) -> Svar:
    """Uførepensjon fra en pensjonskasse og AAP trekkes likt som uføretrygd."""
    belop = sak.inn.tall("etterbetaling_for_tidligere_aar")
    sak.inn.har("ytelse")
    return {"forskuddstrekk": forskuddstrekk(sak.aar, belop, "tidligere år", inndata(sak))}


@KAPITTEL.emne(
    "forskuddstrekk",
    prosa={
        "pensjon": "trekk i pensjon er ikke med i reglene",
        "aap": "AAP er ikke med i reglene ennå",
    },
)
def uten_skattekort(sak: Sak) -> Svar:
    if sak.inn.har("skattekort") and sak.inn["skattekort"] == "mangler":
        return {
            ytelse: forskuddstrekk(
                sak.aar, Decimal(belop), "måned", {"skatt.har_skattekort": False}
            )
            for ytelse, belop in sak.inn.tabell("utbetalinger").items()
            if ytelse in SOM_LONN
        }
    raise IkkeStottet("små beløp uten trekk er ikke med i reglene")


@KAPITTEL.emne(
    "klassifisering",
    prosa={
        "trygdeavgift": "avgiften følger skatteklassen, og er prøvd i sluttskatten",
        "etterbetaling_omberegnes": "en regel for skattemeldingen, ikke for betalingen",
    },
)
def klassifisering(sak: Sak) -> Svar:
    ytelse = sak.inn["ytelse"]
    if ytelse != "uføretrygd":
        raise IkkeStottet(f"betalinger av {ytelse} er ikke med i reglene")
    merker = bok().samling.betalinger["uforetrygd"].merker
    aar = sak.aar
    regning = Regning({}, date(aar, 1, 1), date(aar, 12, 31))
    andeler = {
        m: regning.tall("uforetrygd.trekkandel_maanedsytelse", date(aar, m, 1)) for m in (5, 6, 12)
    }
    fritt = {5: 1, 6: 0, 12: Decimal("0.5")}
    return {
        "skattepliktig": merker["skatteklasse"] != "skattefri",
        "minstefradrag": {"lønn": "lonn", "pensjon": "pensjon"}.get(
            str(merker["skatteklasse"]), ""
        ),
        "pensjonsgivende": merker["pensjonsgivende"] is True,
        "trekkfritt": "juni fritt, desember halvt" if andeler == fritt else str(andeler),
    }
