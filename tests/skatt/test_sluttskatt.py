"""Endelig skatt på tilfeldige inntekter: delene, og hva en krone mer gir."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.conftest import forsok
from tests.saker.emner.skatt import les, skatt, trinnene
from tests.saker.regning import bok
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import VEDTATT

AAR = (2024, 2025, 2026)
LONN, PENSJON = "skatt.lonnsinntekt", "skatt.pensjonsinntekt"
kroner = st.integers(0, 1_600_000).map(Decimal)
aarene = st.sampled_from(AAR)


@forsok(30)
@given(aar=aarene, lonn=kroner, pensjon=st.integers(0, 600_000).map(Decimal), nord=st.booleans())
def test_delene_er_summen_og_alle_er_hele_kroner(aar, lonn, pensjon, nord):
    r = skatt(aar, {LONN: lonn, PENSJON: pensjon, "skatt.i_tiltakssonen": nord})
    dag = date(aar, 12, 31)
    deler = [
        r.tall(f"skatt.{n}", dag)
        for n in ("kommuneskatt", "fylkesskatt", "fellesskatt", "trinnskatt", "trygdeavgift")
    ]
    assert sum(deler) == r.tall("skatt.skatt", dag)
    assert all(d >= 0 and d == d.to_integral_value() for d in deler)
    # Fem avrundinger til nærmeste krone, og minstefradraget: aldri langt fra det eksakte.
    assert abs(r.tall("skatt.skatt", dag) - r.tall("skatt.skatt_uavrundet", dag)) <= Decimal("2.62")


@forsok(30)
@given(aar=aarene, lonn=kroner, mer=st.integers(0, 50_000).map(Decimal), klasse=st.booleans())
def test_skatten_faller_aldri_naar_inntekten_stiger_og_tar_aldri_alt(aar, lonn, mer, klasse):
    regel = LONN if klasse else PENSJON
    naa = les("skatt.skatt_uavrundet", aar, {regel: lonn})
    da = les("skatt.skatt_uavrundet", aar, {regel: lonn + mer})
    assert naa <= da <= naa + mer
    assert les("skatt.skatt", aar, {regel: lonn}) <= lonn


def knekker(aar: int) -> list[Fraction]:
    """Inntektene der skatten på den neste kronen skifter, regnet av satsene alene."""

    def sats(navn: str) -> Fraction:
        return Fraction(les(f"skatt.{navn}", aar))

    nedre, full = sats("trygdeavgift_grense"), sats("trygdeavgift_sats")
    fradrag, tak, pst = sats("personfradrag"), sats("minstefradrag_tak"), sats("minstefradrag_sats")
    taket_naas = tak / pst
    begynner = fradrag / (1 - pst)
    if begynner > taket_naas:
        begynner = fradrag + tak
    slutter = nedre * Fraction(1, 4) / (Fraction(1, 4) - full)
    trinn = [Fraction(fra) for fra, _ in trinnene(aar)]
    return sorted({nedre, slutter, begynner, taket_naas, *trinn})


def marginal(aar: int, inntekt: Fraction) -> Fraction:
    """Skatten på den neste kronen, regnet av satsene alene."""

    def sats(navn: str) -> Fraction:
        return Fraction(les(f"skatt.{navn}", aar))

    svar = Fraction(0)
    nedre, full = sats("trygdeavgift_grense"), sats("trygdeavgift_sats")
    if inntekt >= nedre:
        opptrapping = Fraction(1, 4) * (inntekt - nedre) < full * inntekt
        svar += Fraction(1, 4) if opptrapping else full
    grense = sats("minstefradrag_tak") / sats("minstefradrag_sats")
    under_tak = inntekt < grense
    minste = min(inntekt * sats("minstefradrag_sats"), sats("minstefradrag_tak"))
    if inntekt - minste >= sats("personfradrag"):
        alminnelig = sum(sats(f"{n}_sats") for n in ("kommuneskatt", "fylkesskatt", "fellesskatt"))
        svar += alminnelig * ((1 - sats("minstefradrag_sats")) if under_tak else 1)
    prosent = [p for fra, p in trinnene(aar) if inntekt >= fra]
    return svar + (Fraction(prosent[-1]) if prosent else 0)


@forsok(30)
@given(aar=aarene, hvor=st.floats(0.001, 0.999), bit=st.integers(0, 9))
def test_skatten_paa_den_neste_kronen_mellom_knekkene(aar, hvor, bit):
    grenser = [Fraction(0), *knekker(aar), Fraction(1_700_000)]
    bit = min(bit, len(grenser) - 2)
    fra, til = grenser[bit], grenser[bit + 1]
    inntekt = Decimal(int(fra + (til - fra) * Fraction(hvor)) + 1)
    assume(inntekt + 1000 < til)  # ellers går de tusen kronene over knekken
    ventet = marginal(aar, Fraction(inntekt))
    regnet = Fraction(les("skatt.marginalskatt", aar, {LONN: inntekt}))
    assert abs(regnet - ventet) < Fraction(1, 10**30)
    # Etter avrunding: fem deler på hver side, hver høyst en halv krone feil.
    naa = les("skatt.skatt", aar, {LONN: inntekt})
    mer = les("skatt.skatt", aar, {LONN: inntekt + 1000})
    assert abs(Fraction(mer - naa) - 1000 * ventet) <= Fraction(11, 2)


def test_skatten_paa_den_neste_kronen_stiger_ikke_jevnt():
    ventet: list[tuple[int, int | str]] = [
        (50_000, 0),
        (120_000, 25),
        (170_000, "7.6"),
        (215_000, "29.6"),
        (280_000, "31.3"),
        (500_000, "33.6"),
        (900_000, "43.3"),
    ]
    for inntekt, prosent in ventet:
        svar = les("skatt.marginalskatt", 2026, {LONN: Decimal(inntekt)})
        assert svar * 100 == Decimal(prosent), inntekt


@pytest.mark.parametrize(
    ("gitt", "fradrag"),
    [
        ({"skatt.fagforeningskontingent": Decimal(9_000)}, 8_700),
        ({"skatt.fagforeningskontingent": Decimal(4_000)}, 4_000),
        ({"skatt.reisekilometer": Decimal(10_000)}, 7_000),
        ({"skatt.reisekilometer": Decimal(5_000)}, 0),
        ({"skatt.reisekilometer": Decimal(100_000)}, 108_000),  # taket er før egenandelen
        ({"skatt.reisekilometer": Decimal(10_000), "skatt.reiseutgifter": Decimal(3_300)}, 7_000),
        ({"skatt.reisekilometer": Decimal(10_000), "skatt.reiseutgifter": Decimal(4_000)}, 11_000),
        ({"skatt.barnepass": Decimal(40_000), "skatt.barn_i_barnepass": Decimal(3)}, 35_000),
        ({"skatt.barnepass": Decimal(9_000), "skatt.barn_i_barnepass": Decimal(1)}, 9_000),
        (
            {
                "skatt.barnepass": Decimal(60_000),
                "skatt.barn_i_barnepass": Decimal(2),
                "skatt.barna_trenger_saerlig_omsorg": True,
            },
            40_000,
        ),
        ({"skatt.nedsatt_ervervsevne": Decimal(12_000)}, 9_180),
        ({"skatt.sykdomsutgifter": Decimal(9_000)}, 0),
        ({"skatt.sykdomsutgifter": Decimal(20_000)}, 13_400),
    ],
)
def test_egne_fradrag(gitt, fradrag):
    inntekt = {LONN: Decimal(400_000)}
    assert les("skatt.fradrag_i_alt", 2026, {**inntekt, **gitt}) == fradrag
    uten, med = les("skatt.skatt", 2026, inntekt), les("skatt.skatt", 2026, {**inntekt, **gitt})
    assert abs((uten - med) - Decimal(fradrag) * Decimal("0.22")) <= 3


def test_fradragene_i_2024_og_2025():
    km = {"skatt.reisekilometer": Decimal(20_000)}
    assert les("skatt.reisefradrag", 2024, km) == 20_000 * Decimal("1.76") - 14_950
    assert les("skatt.reisefradrag", 2025, km) == 20_000 * Decimal("1.83") - 15_250
    barn = {"skatt.barnepass": Decimal(99_000), "skatt.barn_i_barnepass": Decimal(2)}
    assert [les("skatt.foreldrefradrag", aar, barn) for aar in AAR] == [40_000, 40_000, 25_000]


def test_arbeidsfradrag_for_unge_bare_for_dem_som_er_trukket_ut():
    gitt = {LONN: Decimal(345_000), "skatt.arbeidsinntekt": Decimal(345_000)}
    uten = les("skatt.skatt", 2026, gitt)
    med = les("skatt.skatt", 2026, {**gitt, "skatt.trukket_ut_arbeidsfradrag": True})
    # fradraget kan ikke gi mer enn det er skatt på alminnelig inntekt av
    grunnlag = les("skatt.skattegrunnlag", 2026, gitt)
    assert uten - med == (min(grunnlag, Decimal(125_000)) * Decimal("0.22")).quantize(Decimal(1))
    assert (
        les("skatt.arbeidsfradrag_unge", 2025, {**gitt, "skatt.trukket_ut_arbeidsfradrag": True})
        == 0
    )


@pytest.mark.parametrize("lonn", [300_000, 400_000])
def test_forslaget_for_2027_regnes_bare_naar_noen_ber_om_det(lonn):
    forslag = Regelbok.standard("overlegg/forslag-2027", statuser=VEDTATT | {"foreslått"})
    gitt = {LONN: Decimal(lonn)}
    naa = skatt(2027, gitt, bok()).tall("skatt.skatt", date(2027, 12, 31))
    da = skatt(2027, gitt, forslag).tall("skatt.skatt", date(2027, 12, 31))
    assert naa == les("skatt.skatt", 2026, gitt)  # til noe annet er vedtatt
    # 22 prosent etter fradrag, trinnskatt og 7,4 prosent trygdeavgift, regnet for hånd
    grunnlag = lonn - 99_550 - 120_180
    trinn = (
        (lonn - 235_150) * Decimal("0.017")
        if lonn <= 331_050
        else ((331_050 - 235_150) * Decimal("0.017") + (lonn - 331_050) * Decimal("0.04"))
    )
    ventet = grunnlag * Decimal("0.22") + trinn + lonn * Decimal("0.074")
    assert abs(da - ventet) <= 2
    regel = bok().samling.regler["skatt.personfradrag"]
    assert all(v.status != "foreslått" for v in regel.versjoner)
