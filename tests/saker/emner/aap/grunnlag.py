"""Beregningsgrunnlaget (§§ 11-19, 11-22 og 11-28)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from tests.saker.emner.aap.felles import (
    GRUNNLAG,
    KAPITTEL,
    G,
    aap,
    aarstall,
    dag_i,
    person,
    som_aar,
)
from tests.saker.regning import For, Fra, Regning, Verdi
from tests.saker.sak import IkkeStottet, Sak, som_dato
from tests.saker.sammenligning import Omtrent, Svar, Trykt

INNTEKT = "pensjonsgivende_inntekt_kr"
SISTE, SNITT = "aap.siste_aar_g", "aap.snitt_tre_aar_g"
YTTERLIGERE = "aap.grunnlag_ytterligere_g"


def inntekter(gitte: dict[int, Decimal], nedsatt_aar: int) -> dict[str, Verdi]:
    """Inntekten i de årene som teller. Et år saken ikke nevner, er uten inntekt."""
    aar = {nedsatt_aar - n: Decimal(0) for n in (1, 2, 3)}
    return {"aap.nedsatt_aar": nedsatt_aar, "aap.tidligere_inntekt": For({**aar, **gitte})}


def fra_inntekt(sak: Sak) -> dict[str, Verdi]:
    """Inntektene i en sak. Uten noe annet er arbeidsevnen nedsatt året etter den siste."""
    gitte = aarstall(sak.inn.tabell(INNTEKT), INNTEKT)
    navn = "arbeidsevne_nedsatt_i_aar"
    nedsatt = som_aar(sak.inn[navn], navn) if sak.inn.har(navn) else max(gitte) + 1
    return inntekter(gitte, nedsatt)


@KAPITTEL.emne("beregningsgrunnlag", form=(INNTEKT, "arbeidsevne_nedsatt_i_aar"))
def beregningsgrunnlag(sak: Sak) -> Svar:
    dag = sak.dag
    regning = aap({**person(sak, dag), **fra_inntekt(sak)}, dag)
    return {
        "grunnlag_i_G": lambda: regning.tall(GRUNNLAG, dag),
        "siste_aar_i_G": lambda: regning.tall(SISTE, dag),
        "gjennomsnitt_i_G": lambda: regning.tall(SNITT, dag),
        "gjennomsnitt_brukt": lambda: regning.tall(SNITT, dag) > regning.tall(SISTE, dag),
    }


@KAPITTEL.emne("inntektsaar", form=("nedsatt_arbeidsevne_dato",))
def inntektsaar(sak: Sak) -> Svar:
    """Årene som teller, er de som endrer grunnlaget når bare de har inntekt."""

    def teller(navn: str, regel: str, aar_regel: str) -> list[int]:
        if not sak.inn.har(navn):
            return []
        dag = sak.inn.dato(navn)
        svar = []
        for aar in range(dag.year - 8, dag.year + 1):
            gitt: dict[str, Verdi] = {
                aar_regel: dag.year,
                "aap.tidligere_inntekt": For(
                    {a: Decimal(0) for a in range(aar - 12, aar + 12)} | {aar: Decimal(90_000)}
                ),
            }
            if aap(gitt, dag).tall(regel, dag) > 0:
                svar.append(aar)
        return svar

    aarene = teller("nedsatt_arbeidsevne_dato", SNITT, "aap.nedsatt_aar")
    aarene += teller("ytterligere_nedsatt_dato", YTTERLIGERE, "aap.ytterligere_nedsatt_aar")
    return {"relevante_aar": sorted(set(aarene))}


# ── Yrkesskade ──────────────────────────────────────────────────────────────────────────────────


def yrkesskade_gitt(sak: Sak) -> dict[str, Verdi]:
    """Andelen som skyldes skaden, og inntekten da den skjedde, i G eller i kroner et år."""
    gitt: dict[str, Verdi] = {
        "aap.yrkesskade": True,
        "aap.andel_yrkesskade": sak.inn.prosent("andel_nedsettelse_fra_yrkesskade_prosent"),
    }
    i_g = "antatt_aarlig_inntekt_paa_skadetidspunkt_i_G"
    if i_g in sak.inn:
        return {**gitt, "aap.inntekt_ved_skaden_g": sak.inn.tall(i_g)}
    for navn in sak.inn:
        if treff := re.fullmatch(r"antatt_aarlig_inntekt_(\d{4})_kr", navn):
            gitt["aap.skadeaar"] = int(treff[1])
            gitt["aap.inntekt_ved_skaden"] = sak.inn.tall(navn)
            return gitt
    raise IkkeStottet("saken sier ikke hva inntekten var da skaden skjedde")


@KAPITTEL.emne(
    "yrkesskade", form=("grunnlag_11_19_i_G", "andel_nedsettelse_fra_yrkesskade_prosent")
)
def yrkesskade(sak: Sak) -> Svar:
    dag = sak.dag
    gitt: dict[str, Verdi] = {"aap.grunnlag_11_19_g": sak.inn.tall("grunnlag_11_19_i_G")}
    regning = aap({**gitt, **yrkesskade_gitt(sak)}, dag)
    return {"grunnlag_i_G": lambda: regning.tall(GRUNNLAG, dag)}


# ── Grunnlaget i kroner, slik den gamle prototypen viste det ────────────────────────────────────


def i_kroner(regning: Regning, dag: date) -> Trykt:
    """Det grunnlaget som gir den årlige ytelsen, ganger G den dagen. Minste ytelse grosses opp."""
    aarlig = regning.tall("aap.aarlig_ytelse_g", dag)
    if aarlig == regning.tall("aap.grunnlagsdelen_g", dag):
        return Trykt(regning.tall(GRUNNLAG, dag) * regning.tall(G, dag))
    return Trykt(aarlig / Decimal("0.66") * regning.tall(G, dag))


@KAPITTEL.emne("beregningsgrunnlag (kroner)", form=(INNTEKT, "virkningsdato"))
def grunnlag_i_kroner(sak: Sak) -> Svar:
    dag = dag_i(sak, "virkningsdato", "dato")
    regning = aap({**person(sak, dag), **fra_inntekt(sak)}, dag)
    return {
        "grunnlag_kr": lambda: i_kroner(regning, dag),
        "grunnlag_i_G": lambda: Trykt(regning.tall(GRUNNLAG, dag)),
    }


@KAPITTEL.emne("yrkesskade (kroner)", form=(INNTEKT, "andel_nedsettelse_fra_yrkesskade_prosent"))
def yrkesskade_i_kroner(sak: Sak) -> Svar:
    dag = dag_i(sak, "virkningsdato", "dato")
    regning = aap({**person(sak, dag), **fra_inntekt(sak), **yrkesskade_gitt(sak)}, dag)
    return {"grunnlag_kr": lambda: i_kroner(regning, dag)}


# ── Uføretrygd i de årene grunnlaget regnes av ──────────────────────────────────────────────────


@KAPITTEL.emne("uføre i grunnlag", form=("grunnlag_11_19_i_G", "uforegrad_prosent_fra"))
def ufore_i_grunnlag(sak: Sak) -> Svar:
    """Årene før arbeidsevnen ble nedsatt en gang til er de saken gir inntekt for."""
    dag = sak.dag
    navn = next(
        (n for n in sak.inn if n.startswith(("maanedsinntekt_kr", "inntekt_per_maaned_kr"))), ""
    )
    if not navn:
        raise IkkeStottet("saken sier ikke hva inntekten var måned for måned")
    maanedlig = aarstall(sak.inn.tabell(navn), navn)
    grader = {
        som_dato(fra, "uforegrad_prosent_fra"): Decimal(grad) / 100
        for fra, grad in sak.inn.tabell("uforegrad_prosent_fra").items()
    }
    nedsatt = max(maanedlig) + 1
    gitt: dict[str, Verdi] = {
        "aap.grunnlag_11_19_g": sak.inn.tall("grunnlag_11_19_i_G"),
        "aap.ytterligere_nedsatt_aar": nedsatt,
        "aap.uforegrad_da": Fra(grader),
        "aap.inntekt_i_maaneden_da": For(dict(maanedlig)),
        "aap.tidligere_inntekt": For({aar: 12 * belop for aar, belop in maanedlig.items()}),
    }
    regning = aap(gitt, dag)
    alene, ny = regning.tall("aap.grunnlag_11_19_g", dag), regning.tall(YTTERLIGERE, dag)
    justert = {
        aar: lambda a=aar: regning.tall("aap.oppjustert_inntekt", date(a, 12, 31))
        for aar in maanedlig
    }
    # Er inntekten oppgitt omtrentlig, er grunnlaget det også: noen kroner i måneden.
    slingring = Decimal("0.001") if navn.endswith("_ca") else Decimal(0)
    return {
        "grunnlag_i_G": lambda: Omtrent(regning.tall(GRUNNLAG, dag), slingring),
        "type": "YTTERLIGERE_NEDSATT" if ny > alene else "STANDARD",
        "inntekt_justert_for_uforegrad_kr": lambda: {aar: f() for aar, f in justert.items()},
    }
