"""Dagsats, minste ytelse og barnetillegg (§ 11-20)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from tests.saker.emner.aap.felles import GRUNNLAG, KAPITTEL, G, aap, dag_i, person
from tests.saker.regning import Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato, som_tall
from tests.saker.sammenligning import Svar, Trykt

UNDER_25 = "aap.under_25"
MINSTE = "aap.minsteytelse_g"
PER_BARN = "aap.barnetillegg_per_barn"


# ── Minste og høyeste ytelse ────────────────────────────────────────────────────────────────────


@KAPITTEL.emne("minsteytelse alder")
def minsteytelse_alder(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {"felles.fodselsdato": sak.inn.dato("fodselsdato")}
    return {"full_minstesats_fra": aap(gitt, dag).dato("aap.fyller_25", dag)}


@KAPITTEL.emne("minsteytelse", form=("aarlig_ytelse_etter_66_prosent_i_G",))
def minsteytelse(sak: Sak) -> Svar:
    """Navnet på svaret sier når det gjelder: foer_, fra_ eller fra dag _til_ dag."""
    gitt: dict[str, Verdi] = {"felles.fodselsdato": sak.inn.dato("fodselsdato")}
    ytelse = "aarlig_ytelse_etter_66_prosent_i_G"
    if ytelse in sak.inn:
        gitt["aap.grunnlagsdelen_g"] = sak.inn.tall(ytelse)

    def i_g(dag: date) -> Decimal:
        return aap(gitt, dag).tall("aap.aarlig_ytelse_g", dag)

    dager = {}
    for navn in sak.ventet:
        treff = re.fullmatch(r"(foer_|fra_)?(\d{4}_\d\d_\d\d)(_til_\d{4}_\d\d_\d\d)?_G", navn)
        if treff:
            dag = som_dato(treff[2].replace("_", "-"), navn)
            dager[navn] = dag - timedelta(days=1) if treff[1] == "foer_" else dag
    return {navn: i_g(dag) for navn, dag in dager.items()}


@KAPITTEL.emne("satser 2026")
def satser(sak: Sak) -> Svar:
    dag = sak.dag
    g = person(sak, dag)

    def aarlig(grunnlag: int, under_25: bool) -> Decimal:
        gitt: dict[str, Verdi] = {**g, GRUNNLAG: grunnlag, UNDER_25: under_25}
        return aap(gitt, dag).tall("aap.aarlig_ytelse", dag)

    def tak() -> Trykt:
        """Den høyeste inntekten som teller: en som er mye for høy, i G."""
        mye: dict[str, Verdi] = {**g, "aap.tidligere_inntekt": 99_999_999}
        regning = aap(mye, dag)
        return Trykt(regning.tall("aap.inntekt_i_g", dag) * regning.tall(G, dag))

    return {
        "minstesats_25_og_over_kr": lambda: aarlig(0, under_25=False),
        "minstesats_under_25_kr": lambda: aarlig(0, under_25=True),
        "hoeyeste_aarlige_ytelse_kr": lambda: aarlig(6, under_25=False),
        "inntektstak_6G_kr": tak,
    }


@KAPITTEL.emne("økning av minstesats")
def okning_av_minstesats(sak: Sak) -> Svar:
    """Økningen fra dagen før til dagen saken gjelder, med G den dagen."""
    dag = sak.dag
    gitt = person(sak, dag)
    regning = aap({**gitt, UNDER_25: False}, dag)
    foer, etter = (regning.tall(MINSTE, d) for d in (dag - timedelta(days=1), dag))
    for navn, tall in (("minstesats_foer_G", foer), ("minstesats_etter_G", etter)):
        if sak.inn.har(navn) and sak.inn.tall(navn) != tall:
            raise IkkeStottet(f"reglene har en annen «{navn}»: {tall}")
    okning = (etter - foer) * regning.tall(G, dag)
    return {"oekning_kr_ca": okning, "oekning_kr": Trykt(okning)}


# ── Barnetillegg ────────────────────────────────────────────────────────────────────────────────


def per_barn(dag: date) -> Decimal:
    """Satsen for ett barn en dag."""
    return aap({}, dag).tall(PER_BARN, dag)


def dager_i_aaret() -> Decimal:
    """Dagene en årlig ytelse deles på: det som skiller den fra dagsatsen."""
    dag = date(2026, 6, 1)
    regning = aap({GRUNNLAG: 3}, dag)
    aarlig, daglig = regning.tall("aap.aarlig_ytelse_g", dag), regning.tall("aap.dagsats_g", dag)
    return (aarlig / daglig).quantize(Decimal(1))


@KAPITTEL.emne("barnetillegg sats")
def barnetillegg_sats(sak: Sak) -> Svar:
    datoer = sak.inn["dato"]
    if isinstance(datoer, list):
        return {"barnetillegg_per_dag_kr": [per_barn(som_dato(d, "dato")) for d in datoer]}
    return {"barnetillegg_per_dag_kr": per_barn(sak.inn.dato("dato"))}


@KAPITTEL.emne("barnetillegg år", "barnetillegg")
def barnetillegg_i_aaret(sak: Sak) -> Svar:
    """Satsen ganger dagene i året, for ett barn eller for hvert antall saken gir."""
    dag = dag_i(sak, "dato")
    sats = per_barn(dag)
    if sak.inn.har("sats_per_dag_kr") and sak.inn.tall("sats_per_dag_kr") != sats:
        raise IkkeStottet(f"reglene har en annen sats den dagen: {sats}")
    i_aaret = sats * dager_i_aaret()
    svar: dict[str, Decimal | list[Decimal]] = {
        "barnetillegg_per_barn_per_aar_kr": i_aaret,
        "barnetillegg_per_dag_kr": sats,
    }
    if sak.inn.har("antall_barn"):
        antall = sak.inn["antall_barn"]
        if isinstance(antall, list):
            barn = [som_tall(n, "antall_barn") for n in antall]
            svar["barnetillegg_per_aar_kr"] = [i_aaret * n for n in barn]
        else:
            svar["barnetillegg_per_aar_kr"] = i_aaret * sak.inn.tall("antall_barn")
    return svar


@KAPITTEL.emne("dagsats med 90 prosent-tak")
def dagsats_med_tak(sak: Sak) -> Svar:
    """Dagsats og barnetillegg til sammen, før avrunding til hele kroner."""
    dag = dag_i(sak, "dato")
    barn = int(sak.inn.tall("antall_barn", 0))
    gitt: dict[str, Verdi | list[Verdi]] = {
        **person(sak, dag),
        GRUNNLAG: sak.inn.tall("grunnlag_i_G"),
    }
    if barn:
        gitt["felles.barn_fodt"] = [date(dag.year - 5, 1, 1)] * barn
    regning = aap(gitt, dag)
    fullt, tillegg = (
        regning.tall(f"aap.{n}", dag) for n in ("barnetillegg_for_tak", "barnetillegg")
    )
    return {
        "dagbelop_kr": regning.tall("aap.dagsats", dag) + tillegg,
        "tak_90_prosent_binder": tillegg < fullt,
        "tak_kr": lambda: regning.tall("aap.tak_med_barnetillegg", dag),
        "barnetillegg_per_dag_kr": tillegg,
    }
