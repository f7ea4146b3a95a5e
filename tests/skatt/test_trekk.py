"""Det som trekkes hver gang: tabell, prosent, frikort, ekstra trekk, flere som betaler."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import forsok
from tests.saker.emner.trekktabell import PERIODE, tabelltrekk
from tests.saker.regning import Gitte, Regning, bok
from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.beregning import Planresultat
from ytelsesrad.regelspraak import type_verdi

MARS = date(2026, 3, 1), date(2026, 3, 31)
Gitt = dict[str, type_verdi]


def i_mars(belop: int | Decimal, **gitt: type_verdi) -> Decimal:
    """Trekket i prøvebetalingen i mars, med det som er gitt (skatt__x og prove__x)."""
    alt: Gitte = {"prove.belop": Decimal(belop)}
    alt = {**alt, **{n.replace("__", "."): v for n, v in gitt.items()}}
    regning = Regning(alt, date(2026, 1, 1), date(2026, 12, 31))
    svar = regning.for_betaling("skatt.forskuddstrekk", "prove", *MARS)
    assert isinstance(svar, Decimal)
    return svar


# ── Egenskaper ──────────────────────────────────────────────────────────────────────────────────

TABELLER = st.integers(0, 40).map(lambda n: Decimal(8000 + 10 * n)) | st.integers(1, 40).map(
    lambda n: Decimal(9000 + 10 * n)
)


@forsok(40)
@given(
    aar=st.sampled_from((2025, 2026)),
    tabell=TABELLER,
    periode=st.sampled_from(tuple(PERIODE.values())),
    belop=st.integers(0, 120_000).map(Decimal),
)
def test_tabellen_trekker_aldri_mer_enn_betalingen_og_mer_av_mer(aar, tabell, periode, belop):
    naa = tabelltrekk(aar, tabell, periode, belop)
    assert 0 <= naa <= belop
    assert naa == naa.to_integral_value()
    assert naa <= tabelltrekk(aar, tabell, periode, belop + 100)
    if tabell < 8400:
        assert tabelltrekk(aar, tabell + 10, periode, belop) <= naa


@forsok(30)
@given(
    belop=st.integers(-5_000, 90_000),
    kort=st.sampled_from(("tabellkort", "prosentkort", "frikort")),
    har=st.booleans(),
    ekstra=st.integers(0, 30_000).map(Decimal),
    andel=st.sampled_from((Decimal(0), Decimal("0.5"), Decimal(1))),
    klasse=st.sampled_from(("lønn", "pensjon", "skattefri")),
    betaler=st.sampled_from(("Nav", "Jobben")),
    periode=st.sampled_from(("måned", "14 dager", "tre uker", "tidligere år")),
)
def test_det_trekkes_aldri_mer_enn_betalingen(
    belop, kort, har, ekstra, andel, klasse, betaler, periode
):
    svar = i_mars(
        belop,
        skatt__korttype=kort,
        skatt__har_skattekort=har,
        skatt__ekstra_trekk=ekstra,
        prove__andel=andel,
        prove__klasse=klasse,
        prove__betaler=betaler,
        prove__periode_i_tabellen=periode,
    )
    assert 0 <= svar <= max(0, belop)
    if klasse == "skattefri":
        assert svar == 0


# ── Hvert kort for seg ──────────────────────────────────────────────────────────────────────────


def test_prosentkort_bruker_prosenten_hos_alle():
    kort: Gitt = {"skatt__korttype": "prosentkort", "skatt__trekkprosent": Decimal("0.23")}
    assert i_mars(10_001, **kort) == 2_300
    assert i_mars(10_001, prove__betaler="Jobben", **kort) == 2_300


def test_uten_kort_trekkes_halvparten_ogsaa_i_trekkfrie_maaneder():
    uten: Gitt = {"skatt__har_skattekort": False}
    assert i_mars(25_001, **uten) == 12_500
    assert i_mars(25_001, prove__andel=Decimal(0), **uten) == 12_500
    assert i_mars(15_000, prove__klasse="pensjon", **uten) == 4_500


def test_etterbetaling_for_tidligere_aar():
    gammel: Gitt = {"prove__periode_i_tabellen": "tidligere år"}
    nord: Gitt = {"skatt__i_tiltakssonen": True}
    assert i_mars(60_000, **gammel) == 26_400
    assert i_mars(60_000, **gammel, **nord) == 24_000
    assert i_mars(60_000, prove__klasse="pensjon", **gammel) == 19_200
    assert i_mars(60_000, prove__klasse="pensjon", **gammel, **nord) == 16_800


def test_halvt_trekk_rundes_ned_og_kan_velges_bort():
    fullt = i_mars(23_317)
    assert i_mars(23_317, prove__andel=Decimal("0.5")) == fullt // 2
    assert i_mars(23_317, prove__andel=Decimal(0)) == 0
    bedt_om = {"skatt__fullt_trekk_hele_aaret": True}
    assert i_mars(23_317, prove__andel=Decimal("0.5"), **bedt_om) == fullt
    assert i_mars(23_317, prove__andel=Decimal(0), **bedt_om) == fullt


def test_ekstra_trekk_hos_den_en_har_bedt():
    fullt, ekstra = i_mars(23_317), {"skatt__ekstra_trekk": Decimal(1_500)}
    assert i_mars(23_317, **ekstra) == fullt + 1_500
    assert i_mars(23_317, skatt__ekstra_trekk_hos="arbeidsgiver", **ekstra) == fullt
    # det trekkes også i trekkfrie måneder, men aldri mer enn det som betales
    assert i_mars(23_317, prove__andel=Decimal(0), **ekstra) == 1_500
    assert i_mars(900, **ekstra) == 900


@pytest.mark.parametrize(
    ("belop", "prosent", "trekk_"),
    [(500, 50, 0), (501, 50, 250), (501, 19, 0), (1_000, 10, 0), (1_010, 10, 101)],
)
def test_en_arbeidsgiver_trekker_ikke_av_smaa_belop(belop, prosent, trekk_):
    gitt: Gitt = {"skatt__korttype": "prosentkort", "skatt__trekkprosent": Decimal(prosent) / 100}
    assert i_mars(belop, prove__betaler="Jobben", **gitt) == trekk_
    assert i_mars(belop, prove__betaler="Nav", **gitt) == belop * prosent // 100


def test_tre_uker_deles_paa_tre_og_slaas_opp_i_uketabellen():
    uke = tabelltrekk(2026, Decimal(8000), "uke", Decimal(7_000))
    assert i_mars(21_000, prove__periode_i_tabellen="tre uker") == 3 * uke
    assert uke != 0
    assert i_mars(21_000, prove__periode_i_tabellen="ingen") == 0


@pytest.mark.parametrize(
    ("dager", "tabell"),
    [
        (1, "dag"),
        (2, "2 dager"),
        (3, "3 dager"),
        (4, "4 dager"),
        (5, "uke"),
        (10, "uke"),
        (11, "14 dager"),
        (17, "14 dager"),
        (18, "tre uker"),
        (24, "tre uker"),
        (25, "måned"),
        (31, "måned"),
    ],
)
def test_tabellen_etter_kalenderdager(dager, tabell):
    regning = Regning({"skatt.kalenderdager": dager}, date(2026, 1, 1), date(2026, 12, 31))
    assert regning.les("skatt.tabell_etter_dager", date(2026, 6, 1)) == tabell


# ── Frikort og nytt kort ────────────────────────────────────────────────────────────────────────


def situasjon(*planer: str, skatt: str = "", mer: str = "", til: str = "2026-12-31") -> str:
    hode = f"regnedato = 2026-11-21\nfra = 2026-01-01\ntil = {til}\n"
    return f"{hode}{mer}\n[skatt]\n{skatt}\n" + "\n".join(planer or ('[plan."Som nå"]\n',))


def jobb(lonn: int, navn: str = "Jobben", start: str = "2026-01-01", mer: str = "") -> str:
    return f'[[jobb]]\narbeidsgiver = "{navn}"\nstart = {start}\nmaanedslonn = {lonn}\n{mer}\n'


def plan(tekst: str) -> Planresultat:
    regler = Regelbok.standard()
    return beregn(Situasjon.les(tekst, regler), regler).planer[0]


def trekkene(p: Planresultat, fra: str = "lonn", aar: int = 2026) -> list[int]:
    return [
        int(sum(t.belop for t in b.trekk))
        for b in p.betalinger
        if b.betaling == fra and b.dato.year == aar
    ]


def test_frikortet_rekker_til_grensen_og_saa_trekkes_halvparten():
    p = plan(situasjon(skatt='korttype = "frikort"', mer=jobb(12_000)))
    # 8 × 12 000 = 96 000. Av den niende er 8 000 over. Det er ikke halvt trekk i desember.
    assert trekkene(p) == [0] * 8 + [4_000, 6_000, 6_000, 6_000]
    (melding,) = (m for m in p.meldinger if m.id == "skatt.frikort_brukt_opp")
    assert "brukt opp 15. september 2026" in melding.tekst.replace("\u00a0", " ")
    assert melding.frist_dato == date(2026, 9, 15)


def test_frikort_paa_mindre_enn_grensen_og_to_jobber_samme_dag():
    to = jobb(6_000, "A") + jobb(2_000, "B")
    p = plan(situasjon(skatt='korttype = "frikort"\nfrikortbelop = 20_000', mer=to))
    # mars: 16 000 er brukt, og 4 000 av 8 000 er over. De to deler likt: halvparten av hver.
    fordelt = [(b.belop, t) for b, t in _mars(p)]
    assert fordelt == [(6_000, 1_500), (2_000, 500)]


def _mars(p: Planresultat):
    from types import SimpleNamespace

    for b in p.betalinger:
        if b.betaling == "lonn" and b.dato.month == 3:
            yield SimpleNamespace(belop=int(b.brutto)), int(sum(t.belop for t in b.trekk))


def test_innenfor_frikortet_trekkes_ingenting_og_ingenting_kreves_inn():
    p = plan(situasjon(skatt='korttype = "frikort"', mer=jobb(8_333)))
    assert trekkene(p) == [0] * 12
    assert [b for b in p.betalinger if b.oppgjor and b.ytelse == "skatt"] == []
    assert any(m.id == "skatt.frikort_nesten_brukt_opp" for m in p.meldinger)


def test_nytt_kort_gjelder_fra_dagen_og_for_pengene_som_kommer_etter():
    kort = "tabellnummer = { 2026-01-01 = 8000, 2026-07-01 = 8100 }"
    p = plan(situasjon(skatt=kort, mer=jobb(30_000)))
    gammelt, nytt = (
        int(tabelltrekk(2026, Decimal(t), "måned", Decimal(30_000))) for t in (8000, 8100)
    )
    assert trekkene(p) == [gammelt] * 6 + [nytt] * 5 + [nytt // 2]


def test_fra_tabellkort_til_prosentkort_midt_i_aaret():
    kort = 'korttype = { 2026-01-01 = "tabellkort", 2026-09-16 = "prosentkort" }\ntrekkprosent = 28'
    p = plan(situasjon(skatt=kort, mer=jobb(30_000)))
    tabell = int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(30_000)))
    assert trekkene(p) == [tabell] * 9 + [8_400, 8_400, 4_200]


def test_kortet_kan_fortsatt_sies_for_et_aar():
    p = plan(
        situasjon(
            skatt="trekkprosent = { 2026 = 30 }\ntabell_brukes_av = 'ingen'", mer=jobb(10_000)
        )
    )
    assert trekkene(p)[:3] == [3_000] * 3


# ── Flere som betaler ───────────────────────────────────────────────────────────────────────────


def test_bare_hovedarbeidsgiveren_bruker_tabellen():
    to = jobb(20_000, "Stor") + jobb(9_000, "Liten", mer="lonningsdag = 20")
    p = plan(situasjon(skatt="trekkprosent = 33", mer=to))
    mars = {
        b.betaler: int(sum(t.belop for t in b.trekk)) for b in p.betalinger if b.dato.month == 3
    }
    tabell = int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(20_000)))
    assert mars == {"Stor": tabell, "Liten": 2_970}


def test_jobber_etter_hverandre_er_begge_hovedarbeidsgivere_i_sin_tid():
    to = jobb(20_000, "Før", mer="slutt = 2026-05-31") + jobb(25_000, "Etter", "2026-06-01")
    p = plan(situasjon(skatt="trekkprosent = 33", mer=to))
    tabell = [int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(b))) for b in (20_000, 25_000)]
    assert trekkene(p)[:11] == [tabell[0]] * 5 + [tabell[1]] * 6


def test_to_like_jobber_fra_samme_dag_trekkes_etter_prosent():
    to = jobb(15_000, "A") + jobb(15_000, "B")
    assert trekkene(plan(situasjon(skatt="trekkprosent = 30", mer=to)))[:2] == [4_500, 4_500]
    sagt = jobb(15_000, "A") + jobb(15_000, "B", mer="hovedarbeidsgiver = true")
    tabell = int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(15_000)))
    assert trekkene(plan(situasjon(skatt="trekkprosent = 30", mer=sagt)))[:2] == [4_500, tabell]


# ── Det som ikke godtas ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("skatt", "ventet"),
    [
        ("tabellnummer = 8005", "Tabell 8005 finnes ikke i 2026."),
        ("tabellnummer = 9000", "Tabell 9000 finnes ikke i 2026."),
        ("tabellnummer = 7100", "Tabell 7100 finnes ikke i 2026."),
        ("tabellnummer = 9500", "Det må være et helt tall fra 7100 til 9400."),
        ("trekkprosent = 51", "51 prosent er mer enn noen betaler i skatt av den siste kronen."),
        ("frikortbelop = 100_001", "Grensen i 2026 er 100 000 kroner."),
        ('korttype = "prosent"', "prosentkort"),
    ],
)
def test_galt_i_kortet_sies_med_hva_som_finnes(skatt, ventet):
    regler = bok()
    with pytest.raises(Feilsamling) as feil:
        beregn(Situasjon.les(situasjon(skatt=skatt, mer=jobb(20_000)), regler), regler)
    assert ventet in " ".join(str(feil.value).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "skatt", ["tabellnummer = 7160", "tabellnummer = 9400", "tabellnummer = 8000"]
)
def test_tabeller_som_finnes(skatt):
    assert trekkene(plan(situasjon(skatt=skatt, mer=jobb(30_000))))[0] > 0
