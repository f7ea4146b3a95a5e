"""Kapitlet for kapittel: kjente svar fra Nav og loven, og konstruerte eksempler regnet for hånd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.uforetrygd.personer import UT, Person, aaret, maanedene, med
from ytelsesrad import Feilsamling, Situasjon, beregn
from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.resultat import Planresultat
from ytelsesrad.forklaring import forklar, tekst
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import ForPeriode, FraDato, Gitt, Oppgitt

G = 136_549
SITUASJON = """
regnedato = 2026-11-21
fra = {fra}-01-01
til = {til}-12-31
[husstand]
har_partner = {partner}
{husstand}
[uforetrygd]
innvilget = {innvilget}
uforegrad = {grad}
trygdetid = 40
minstesats_i_vedtaket = true
ifu_g = {ifu}
{mer}
{tabeller}
"""


def regn(bok, tabeller: str = "", mer: str = "", **annet: object) -> Resultat:
    """Et svar for en konstruert person på minstesats."""
    felt = {
        "fra": 2026,
        "til": 2026,
        "partner": "false",
        "innvilget": "2019-03-01",
        "grad": 100,
        "ifu": 4,
        "husstand": "",
        **annet,
    }
    return beregn(Situasjon.les(SITUASJON.format(tabeller=tabeller, mer=mer, **felt), bok), bok)


def linje(plan: Planresultat, ytelse: str, aar: int = 2026):
    (i_aaret,) = (a for a in plan.aar if a.aar == aar)
    return next(x for x in i_aaret.linjer if x.ytelse == ytelse)


def meldt(plan: Planresultat, id_: str) -> str:
    """Teksten i en melding, eller ingenting når den ikke er med."""
    tekst = next((m.tekst for m in plan.meldinger if m.id == f"uforetrygd.{id_}"), "")
    return tekst.replace("\u00a0", " ")


# ── Grunnlaget ──────────────────────────────────────────────────────────────────────────────────


def test_grunnlaget_er_de_tre_beste_av_fem_aar(bok):
    """Snitt av G: 2015 89 502, 2016 91 740, 2017 93 281, 2018 95 800, 2019 98 866."""
    inntekter = {2015: 300_000, 2016: 0, 2017: 700_000, 2018: 350_000, 2019: 410_000}
    aar = tuple(
        ForPeriode(date(a, 1, 1), date(a, 12, 31), Decimal(v)) for a, v in inntekter.items()
    )
    gitt = Gitt(
        (
            Oppgitt(UT + "ufor_aar", alltid=Decimal(2020)),
            Oppgitt(UT + "tidligere_inntekt", perioder=aar),
        )
    )
    with regnemodus():
        kjoring = bok.kjor(gitt, date(2025, 1, 1), date(2026, 12, 31))
        grunnlag = kjoring.les(UT + "grunnlag_g", date(2026, 1, 1))
        # 700 000 er over 6 G i 2017 og teller som 6
        ventet = (Decimal(6) + Decimal(350_000) / 95_800 + Decimal(410_000) / 98_866) / 3
        assert abs(grunnlag - ventet) < Decimal("1e-20")


def test_trygdetid_og_grad_ganges_inn(bok):
    p = Person(grunnlag_g=Decimal(5), trygdetid=30, grad=Decimal("0.6"), ifu_g=Decimal(6))
    with regnemodus():
        juni = p.kjor(bok).les(UT + "uredusert", date(2026, 6, 1))
    assert juni == round(Decimal("0.66") * 5 * G * 30 / 40 * Decimal("0.6") / 12)


# ── Kim: eksemplene Nav selv bruker ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("g", "grense"), [(130_160, 252_064), (136_549, 254_620)], ids=["på nav.no", "etter mai 2026"]
)
def test_kim_med_halv_uforetrygd(bok, g, grense):
    """Halv uføretrygd og 200 000 i halv stilling: 200 000 + 0,4 G uten reduksjon."""
    kim = Person(
        innvilget=date(2025, 6, 1),
        grad=Decimal("0.5"),
        ifu_g=Decimal(400_000) / g,
        ieu_g=Decimal(200_000) / g,
        annet={"felles.G_fra_mai": Decimal(g)},
    )
    with regnemodus():
        kjoring = kim.kjor(bok)
        bunnfradrag = aaret(kjoring, "bunnfradrag")
        assert round(bunnfradrag) == grense
        assert aaret(med(kjoring, inntekt_i_aaret=bunnfradrag), "reduksjon") == 0


def test_kim_taper_70_oere_av_kronen(bok):
    kim = Person(annet={UT + "reduksjonsprosent_uten_tak": Decimal("0.8")})
    with regnemodus():
        kjoring = kim.kjor(bok)
        grense = aaret(kjoring, "bunnfradrag")
        m = med(kjoring, inntekt_i_aaret=grense + 10_000)
        assert aaret(m, "reduksjon") == 7_000
        assert aaret(m, "reduksjon", sett_fra=date(2026, 6, 30)) == Decimal("0.8") * (
            grense + 10_000 - Decimal("0.4") * G
        )


def test_kim_mister_alt_over_320_000(bok):
    with regnemodus():
        kim = Person(ifu_g=Decimal(400_000) / G, annet={UT + "minste_ifu_g": Decimal(2)})
        kjoring = kim.kjor(bok)
        assert round(aaret(kjoring, "inntektstak")) == 320_000
        assert aaret(med(kjoring, inntekt_i_aaret=Decimal(320_000)), "uforetrygd") > 0
        assert aaret(med(kjoring, inntekt_i_aaret=Decimal(320_001)), "uforetrygd") == 0


def test_ung_ufor_har_sin_egen_minste_inntekt_for_uforhet(bok):
    with regnemodus():
        kjoring = Person(ung=True, ifu_g=Decimal(1)).kjor(bok)
        assert aaret(kjoring, "brukt_ifu_g") == Decimal("4.5")
        assert aaret(kjoring, "reduksjonsprosent") == Decimal("0.6576")


# ── Inntekten som teller ────────────────────────────────────────────────────────────────────────

JOBB = """
[plan."Jobb"]
[[plan."Jobb".jobb]]
start = {start}
slutt = {slutt}
stillingsprosent = 50
maanedslonn = 20_000
lonn_etterskuddsvis = {etterskudd}
[plan."Jobb".uforetrygd]
{mer}
"""


def jobb(start="2026-01-01", slutt="2099-12-31", etterskudd="false", mer="maate = 'riktig'") -> str:
    return JOBB.format(start=start, slutt=slutt, etterskudd=etterskudd, mer=mer)


def test_lonn_tjent_for_uforetrygden_teller_ikke(bok):
    """Uføretrygd fra april: lønn tjent fra april teller, også den som kommer i mai."""
    for etterskudd in ("false", "true"):
        svar = regn(bok, jobb(etterskudd=etterskudd), innvilget="2026-04-01").planer[0]
        maaneder = 9 if etterskudd == "false" else 8
        over = maaneder * 20_000 - Decimal("0.4") * G
        ventet = 27_431 + 8 * 28_778 - Decimal("0.6323") * over
        assert linje(svar, "uforetrygd").gjort_opp == round(ventet)


def test_lonn_etter_at_uforetrygden_sluttet_teller_ikke(bok):
    svar = regn(bok, jobb(start="2026-07-01"), "slutter = 2026-06-30").planer[0]
    assert linje(svar, "uforetrygd").gjort_opp == 4 * 27_431 + 2 * 28_778
    assert "delaar" in {f.id.split(".")[1] for f in svar.forbehold}


def test_gamle_feriepenger_holdes_utenfor(bok):
    uten = regn(bok, jobb()).planer[0]
    med_ = regn(bok, jobb(), "holdt_utenfor = { 2026 = 30_000 }").planer[0]
    forskjell = linje(med_, "uforetrygd").gjort_opp - linje(uten, "uforetrygd").gjort_opp
    assert forskjell == round(Decimal("0.6323") * 30_000)


@pytest.mark.parametrize(
    ("innvilget", "fribelop"), [("2024-03-01", "0.9"), ("2025-04-01", "0.4"), ("2026-01-01", "0.4")]
)
def test_feriepenger_teller_saa_langt_de_er_tjent_med_uforetrygd(bok, innvilget, fribelop):
    """Jobb siden 2024. Feriepengene i 2026 er tjent i 2025: etter, før og etter, og før."""
    plan = regn(bok, jobb(start="2024-01-01"), innvilget=innvilget, fra=2025).planer[0]

    def betalt(art: str, fra: date, til: date) -> Decimal:
        i_aaret = (b for b in plan.betalinger if fra <= b.dato <= til and b.betaling == art)
        return sum((b.brutto for b in i_aaret), Decimal(0))

    i_2025 = (date(2025, 1, 1), date(2025, 12, 31))
    i_2026 = (date(2026, 1, 1), date(2026, 12, 31))
    etter = betalt("lonn", max(i_2025[0], date.fromisoformat(innvilget)), i_2025[1])
    feriepenger = betalt("feriepenger", *i_2026)
    assert feriepenger > 20_000
    inntekt = betalt("lonn", *i_2026) + feriepenger * etter / betalt("lonn", *i_2025)
    over = inntekt - Decimal(fribelop) * G
    assert linje(plan, "uforetrygd").gjort_opp == round(339_948 - Decimal("0.6323") * over)


def test_arbeidsforsok_verner_januar_og_februar(bok):
    """Navs eksempel: full jobb fra mars. Da kan januar og februar bli stående."""
    full = jobb(start="2026-03-01", mer="melder_fra = 2026-03-01").replace("20_000", "60_000")
    uten = regn(bok, full).planer[0]
    assert linje(uten, "uforetrygd").gjort_opp == 0
    assert "54 900" in meldt(uten, "arbeidsforsok_kan_verne")
    med_ = regn(bok, full.replace("melder_fra", "arbeidsforsok = true\nmelder_fra")).planer[0]
    assert linje(med_, "uforetrygd").gjort_opp == 2 * 27_431
    assert meldt(med_, "arbeidsforsok_kan_verne") == ""
    # det som beholdes, sies ikke imot
    assert "ingen uføretrygd i 2026" in meldt(uten, "over_inntektstaket")
    assert meldt(med_, "over_inntektstaket") == ""
    assert "beholder du 54 862 kroner" in meldt(med_, "over_inntektstaket_i_arbeidsforsok")


# ── Hvilende rett ───────────────────────────────────────────────────────────────────────────────


def test_retten_hviler_og_kommer_tilbake(bok):
    """Over taket i 2026, og jobben slutter ved nyttår."""
    mye = jobb(slutt="2026-12-31", mer="melder_fra = 2026-01-05").replace("20_000", "60_000")
    svar = regn(bok, mye, til=2027).planer[0]
    assert linje(svar, "uforetrygd").gjort_opp == 0
    assert linje(svar, "uforetrygd", 2027).gjort_opp == 12 * 28_778
    assert "31. desember 2030" in meldt(svar, "hvilende_rett_til")
    assert "31. desember 2035" in meldt(svar, "hvilende_rett_til")
    assert meldt(svar, "utbetalingen_stanser").endswith("fra 1. februar 2026.")
    assert meldt(svar, "behold_retten")
    assert "2027" in meldt(svar, "kommer_tilbake")


@pytest.mark.parametrize(
    ("start", "siden", "melding"),
    [
        ("2026-01-01", 2026, "hvilende_rett_til"),
        ("2020-01-01", 2025, "hvilende_rett_til"),
        ("2026-01-01", 2022, "fem_aar_til"),
        ("2020-01-01", 2022, "fem_aar_til"),
        ("2026-01-01", 2017, "retten_faller_bort"),
    ],
)
def test_fem_aar_og_fem_til(bok, start, siden, melding):
    """Det første, femte og tiende året på rad, enten jobben året før er med eller ikke."""
    svar = regn(bok, jobb(start=start).replace("20_000", "60_000"), f"hvilt_siden = {siden}")
    plan = svar.planer[0]
    assert meldt(plan, melding)
    alle = {"hvilende_rett_til", "fem_aar_til", "retten_faller_bort"} - {melding}
    assert not any(meldt(plan, x) for x in alle)


def test_et_aar_med_utbetaling_gir_en_ny_periode(bok):
    """Hvilte i åtte år, fikk uføretrygd i 2027, og er over taket igjen i 2028."""
    p = Person(annet={UT + "hvilt_siden": Decimal(2019)})
    inntekter = ((2025, 700_000), (2026, 700_000), (2027, 100_000), (2028, 700_000))
    aar = tuple(ForPeriode(date(a, 1, 1), date(a, 12, 31), Decimal(v)) for a, v in inntekter)
    gitt = p.gitt(**{UT + "inntekt_i_aaret": None})
    gitt = Gitt((*gitt.verdier, Oppgitt(UT + "inntekt_i_aaret", perioder=aar)))
    with regnemodus():
        kjoring = bok.kjor(gitt, date(2025, 1, 1), date(2028, 12, 31))
        assert [aaret(kjoring, "aar_paa_rad", a) for a, _ in inntekter] == [7, 8, 0, 1]


# ── Barnetillegg ────────────────────────────────────────────────────────────────────────────────

BARN = "[[barn]]\nbarn_fodt = {}\nfellesbarn = {}\n"


def test_barnetillegg_for_fellesbarn_og_saerkullsbarn_regnet_for_haand(bok):
    """Første fellesbarn 4,6 G, første særkullsbarn 3,1 G, hver for seg, og 1 G av partneren fri."""
    p = Person(
        partner=True,
        ifu_g=Decimal(4),
        barn=((date(2015, 2, 1), True), (date(2012, 2, 1), False)),
        partners_inntekt=Decimal(450_000),
    )
    with regnemodus():
        m = med(p.kjor(bok), inntekt_i_aaret=Decimal(120_000))
        uforetrygd = aaret(m, "uforetrygd_uavrundet")
        assert uforetrygd == 4 * 25_262 + 8 * 26_502
        fullt = 4 * 4_339 + 8 * 4_552
        inntekt = 120_000 + uforetrygd
        felles = fullt - (inntekt + 450_000 - G - Decimal("4.6") * G) / 2
        saerkull = fullt - (inntekt - Decimal("3.1") * G) / 2
        assert aaret(m, "tillegg_fellesbarn") == max(Decimal(0), felles)
        assert aaret(m, "tillegg_saerkullsbarn") == max(Decimal(0), saerkull)
        assert aaret(m, "barnetillegg") == round(max(Decimal(0), felles) + saerkull)


@pytest.mark.parametrize("antall", [1, 2, 3])
def test_barnetillegget_er_borte_ved_fribelopet_og_to_ganger_tillegget(bok, antall):
    """Navs planlegger: 2024, ett barn hos begge: 570 529 til 669 751. Her med reglene i 2026."""
    p = Person(barn=((date(2020, 1, 1), False),) * antall, partner=False)
    with regnemodus():
        kjoring = p.kjor(bok)
        fullt = aaret(kjoring, "fullt_barnetillegg_i_aaret")
        fribelop = (Decimal("3.1") + Decimal("0.4") * (antall - 1)) * G
        for over, ventet in ((0, fullt), (2 * fullt - 2, 1), (2 * fullt, 0)):
            m = med(kjoring, personinntekt_uten_tillegg=fribelop + over)
            assert aaret(m, "barnetillegg") == ventet


def test_uforegraden_setter_ikke_ned_barnetillegget_men_trygdetiden_gjor(bok):
    barn = ((date(2020, 1, 1), False),)
    with regnemodus():
        halv = Person(barn=barn, grad=Decimal("0.5"), ieu_g=Decimal("1.75")).kjor(bok)
        kort = Person(barn=barn, trygdetid=20).kjor(bok)
        assert aaret(halv, "barnetillegg") == 4 * 4_339 + 8 * 4_552
        assert aaret(kort, "barnetillegg") == 4 * 2_169 + 8 * 2_276
        (april,) = {kort.les(UT + "fribelop_saerkullsbarn", date(2026, 4, 1))}
        assert april == Decimal("3.1") * G / 2


def test_fra_maaneden_etter_fodselen_til_og_med_maaneden_barnet_fyller_18(bok):
    p = Person(barn=((date(2026, 4, 10), False), (date(2008, 9, 20), False)))
    with regnemodus():
        antall = maanedene(p.kjor(bok), "antall_saerkullsbarn")
    assert antall == [1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1]


@pytest.mark.parametrize("slutter", [None, date(2026, 6, 30)])
def test_uforetrygd_i_et_halvt_aar_gir_inntekten_i_seks_maaneder_mot_seks_tolvdeler(bok, slutter):
    """Navs brev: inntekten i de månedene, og like mange tolvdeler av G og fribeløpet."""
    p = Person(
        innvilget=date(2019, 3, 1) if slutter else date(2026, 7, 1),
        partner=True,
        ifu_g=Decimal(4),
        barn=((date(2015, 2, 1), True), (date(2012, 2, 1), False)),
        partners_inntekt=Decimal(400_000),
        annet={UT + "slutter": slutter, UT + "annen_personinntekt": Decimal(20_000)},
    )
    with regnemodus():
        m = med(p.kjor(bok), inntekt_i_aaret=Decimal(50_000))
        maaneder = 4 * [25_262] + 2 * [26_502] if slutter else 6 * [26_502]
        fullt = 4 * 4_339 + 2 * 4_552 if slutter else 6 * 4_552
        egen = 50_000 + 20_000 + sum(maaneder)
        partner = Decimal(400_000 - G) / 2
        felles = fullt - (egen + partner - Decimal("2.3") * G) / 2
        saerkull = fullt - (egen - Decimal("1.55") * G) / 2
        assert 0 < felles < fullt
        assert 0 < saerkull < fullt
        assert aaret(m, "uforetrygd") == sum(maaneder)
        assert aaret(m, "tillegg_fellesbarn") == felles
        assert aaret(m, "tillegg_saerkullsbarn") == saerkull


def test_barnetillegget_i_svaret(bok):
    """Lønn under bunnfradraget setter ned barnetillegget, og Nav krever tilbake om det er sent."""
    svar = regn(
        bok,
        BARN.format("2016-05-01", "true")
        + '[plan."Som nå"]\n'
        + jobb(mer="melder_fra = 2026-10-05"),
        "har_barnetillegg_uforetrygd = true",
        partner="true",
        husstand="partners_inntekt = 480_000",
    )
    som_naa, plan = svar.planer
    assert "Barnetillegg" in linje(plan, "barnetillegg_uforetrygd").navn
    for p in svar.planer:
        x = linje(p, "barnetillegg_uforetrygd")
        oppgjor = sum(b.brutto for b in p.betalinger if b.betaling == "etteroppgjor_barnetillegg")
        assert x.utbetalt is not None
        assert x.utbetalt + oppgjor == x.gjort_opp
    assert linje(plan, "barnetillegg_uforetrygd").gjort_opp < (
        linje(som_naa, "barnetillegg_uforetrygd").gjort_opp or 0
    )
    assert "under bunnfradraget" in meldt(plan, "barnetillegg_under_bunnfradraget")
    assert meldt(plan, "barnetillegg_meld_inntekt")


def test_skatten_trekkes_av_uforetrygd_og_tillegg_til_sammen(bok):
    """28 778 + 4 552 + 2 000 i én utbetaling trekkes som 35 330 kroner."""
    tillegg = (
        "har_barnetillegg_uforetrygd = true\n"
        "har_gjenlevendetillegg = true\ngjenlevendetillegg_i_vedtaket = 2_000"
    )
    barn = BARN.format("2016-05-01", "false")
    delt = regn(bok, barn + '[plan."Som nå"]\n', tillegg).planer[0]
    samlet = regn(bok, '[plan."Som nå"]\n', "uredusert = 35_330").planer[0]

    def trukket(plan: Planresultat, maaned: int) -> Decimal:
        betalt = [
            b
            for b in plan.betalinger
            if b.dato.year == 2026 and b.dato.month == maaned and b.betaler == "Nav"
        ]
        assert sum(b.brutto for b in betalt) == 35_330
        return sum((t.belop for b in betalt for t in b.trekk), Decimal(0))

    assert trukket(delt, 8) == trukket(samlet, 8)
    # halvt trekk i desember rundes ned for hver linje
    assert 0 <= trukket(samlet, 12) - trukket(delt, 12) <= 2


@pytest.mark.parametrize(("grad", "hvem"), [(50, "arbeidsgiver"), (55, "Nav")])
def test_nav_bruker_tabellen_naar_graden_er_over_halvparten(bok, grad, hvem):
    svar = regn(bok, jobb(), grad=grad)
    (antatt,) = (a for a in svar.planer[0].forutsetninger if a.inndata == "skatt.tabell_brukes_av")
    assert antatt.verdi == hvem


# ── Gjenlevendetillegg, og beløp fra andre ──────────────────────────────────────────────────────


def test_gjenlevendetillegget_gaar_ned_like_mye_som_uforetrygden(bok):
    mer = "har_gjenlevendetillegg = true\ngjenlevendetillegg_i_vedtaket = 4_000"
    svar = regn(bok, '[plan."Som nå"]\n' + jobb(), mer)
    uten, med_ = (linje(p, "gjenlevendetillegg").gjort_opp for p in svar.planer)
    rett = linje(svar.planer[1], "uforetrygd").gjort_opp
    assert uten == 48_000
    assert med_ == round(Decimal(48_000) * rett / 339_948)
    for p in svar.planer:
        x = linje(p, "gjenlevendetillegg")
        oppgjor = sum(b.brutto for b in p.betalinger if b.betaling.startswith("etteroppgjor_gj"))
        assert x.utbetalt + oppgjor == x.gjort_opp


ANNEN = """
[[annen_utbetaling]]
navn = "{navn}"
slag = "{slag}"
belop = {belop}
forste_dag_betalt = 2026-03-01
siste_dag_betalt = 2026-08-31
"""


def annen(slag: str, belop: int, navn: str = "Det andre") -> str:
    return ANNEN.format(slag=slag, belop=belop, navn=navn) + '[plan."Som nå"]\n'


TELLER = ("sykepenger", "dagpenger", "AAP", "foreldrepenger", "omstillingsstønad")
TELLER_IKKE = ("offentlig uførepensjon", "alderspensjon", "privat pensjon", "skattefritt")


@pytest.mark.parametrize("slag", [*TELLER, *TELLER_IKKE])
def test_andre_ytelser_teller_etter_slaget(bok, slag):
    """Seks måneder à 40 000. AAP går ikke sammen med full uføretrygd, så graden er halv."""
    grad = 50 if slag == "AAP" else 100
    plan = regn(bok, annen(slag, 40_000), "ieu_g = 0", grad=grad).planer[0]
    assert linje(plan, "annet").gjort_opp == 240_000
    uten = 339_948 if grad == 100 else 4 * 13_716 + 8 * 14_389
    ned = uten - linje(plan, "uforetrygd").gjort_opp
    assert ned == (round(Decimal("0.6323") * (240_000 - G)) if slag in TELLER else 0)


def test_pensjon_teller_for_barnetillegget_men_ikke_mot_bunnfradraget(bok):
    barn = BARN.format("2016-05-01", "false")
    mer = "har_barnetillegg_uforetrygd = true"
    uten = regn(bok, barn + '[plan."Som nå"]\n', mer).planer[0]
    med_ = regn(bok, barn + annen("offentlig uførepensjon", 30_000), mer).planer[0]
    rett = [linje(p, "uforetrygd").gjort_opp for p in (uten, med_)]
    assert rett == [339_948] * 2
    tillegg = [linje(p, "barnetillegg_uforetrygd").gjort_opp for p in (uten, med_)]
    over = 339_948 + 180_000 - Decimal("3.1") * G
    assert tillegg == [53_772, max(0, round(53_772 - over / 2))]


# ── Råd som bare gjelder fra 2026 ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("aar", "mer", "sies"), [(2025, "", 0), (2026, "", 1), (2026, "vta = true", 0)]
)
def test_raadet_om_hoyere_grad_gjelder_det_hoye_fribelopet(bok, aar, mer, sies):
    (plan,) = regn(bok, '[plan."Som nå"]\n', mer, fra=aar, til=aar, grad=50).planer
    assert bool(meldt(plan, "okt_grad_nytt_fribelop")) == bool(sies)
    forbehold = {f.id for f in plan.forbehold}
    assert ("uforetrygd.maks_fribelop" in forbehold) == (aar >= 2026)


@pytest.mark.parametrize(("innvilget", "sies"), [("2019-03-01", True), ("2025-03-01", False)])
def test_grunnen_til_etteroppgjoret_i_2026_er_det_nye_bunnfradraget_bare_for_dem_som_har_det(
    bok, innvilget, sies
):
    sent = "maate = 'riktig'\nregnet_med_foer = 300_000\nmelder_fra = 2026-11-15"
    svar = regn(bok, jobb(mer=""), sent, innvilget=innvilget).planer[0]
    x = linje(svar, "uforetrygd")
    assert x.gjort_opp - x.utbetalt > 500
    assert bool(meldt(svar, "sen_regelendring_2026")) == sies


# ── Det som er skrevet feil ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("mer", "tabeller", "tekst"),
    [
        ("har_barnetillegg_uforetrygd = true", "", "ingen barn i filen"),
        ("slutter = 2015-01-01", "", "begynner først"),
        (
            "ung_ufor = true\nung_ufor_fra = 2019-03-01",
            "[person]\nfodselsdato = 2000-01-01",
            "måneden du fyller 20 år",
        ),
        ("", "[person]\nfodselsdato = 2003-01-01", "tidligst når du er 18 år"),
        ("", annen("AAP", 10_000), "100 prosent uføretrygd"),
        ("ieu_g = 5", "", "byttet om"),
        (
            "",
            annen("dagpenger", 10_000) + "\n[dagpenger]\nhar_dagpenger = true\ngrunnlag = 300_000",
            "telles pengene to ganger",
        ),
    ],
)
def test_feil_stanser_hele_regnestykket(bok, mer, tabeller, tekst):
    with pytest.raises(Feilsamling) as feil:
        regn(bok, tabeller, mer)
    assert tekst in str(feil.value)


@pytest.mark.parametrize(
    ("mer", "tekst"),
    [
        ("uredusert = 50_000", "mer enn den høyeste uføretrygden"),
        ("uredusert = 9_000", "mindre enn minste uføretrygd"),
        ("maate = 'egne tall'\nmeldt_inntekt = { 2026 = { 2026-01-05 = 20_000 } }", "måned"),
        ("har_gjenlevendetillegg = true\ngjenlevendetillegg_i_vedtaket = 100", "2024"),
    ],
)
def test_det_som_bare_virker_rart_sies(bok, mer, tekst):
    innvilget = "2025-03-01" if "gjenlevende" in mer else "2019-03-01"
    svar = regn(bok, jobb(mer=""), mer, innvilget=innvilget)
    assert any(tekst in a.tekst for a in svar.planer[0].advarsler), svar.planer[0].advarsler


def test_kroner_der_det_skal_staa_g_viser_hvordan_kroner_skrives(bok):
    with pytest.raises(Feilsamling) as feil:
        regn(bok, ifu="490_000")
    assert "ifu_g = { kroner = 490000, dato = 2026-05-01 }" in str(feil.value)


def test_inntekt_for_uforhet_under_minste_loftes_og_det_sies(bok):
    svar = regn(bok, ifu="{ kroner = 40_000, dato = 2026-05-01 }")
    (advarsel,) = (a for a in svar.planer[0].advarsler if "ifu" in a.id)
    assert "per måned" in advarsel.tekst


def test_uforetrygd_i_fremtiden_er_en_plan(bok):
    svar = regn(bok, '[plan."Som nå"]\n', innvilget="2027-02-01", til=2027).planer[0]
    assert linje(svar, "uforetrygd", 2027).gjort_opp == 11 * 28_778
    assert "plan" in meldt(svar, "innvilget_er_en_plan")


def test_uforetrygden_slutter_naar_en_fyller_67(bok):
    gitt = Person(annet={"felles.fodselsdato": date(1959, 6, 15)})
    with regnemodus():
        maaneder = maanedene(gitt.kjor(bok), "uredusert")
    assert [m > 0 for m in maaneder] == [True] * 6 + [False] * 6


def test_ny_sivilstand_midt_i_aaret(bok):
    """Samboer fra juli: ordinær sats fra da av, og prosenten er snittet av månedene."""
    gitt = Person().gitt(**{"felles.har_partner": None})
    fra = (FraDato(date(2020, 1, 1), False), FraDato(date(2026, 7, 1), True))
    gitt = Gitt((*gitt.verdier, Oppgitt("felles.har_partner", fra=fra)))
    with regnemodus():
        kjoring = bok.kjor(gitt, date(2025, 1, 1), date(2026, 12, 31))
        fikk = maanedene(kjoring, "uredusert")
        assert fikk == [27_431] * 4 + [28_778] * 2 + [26_502] * 6
        uten_tak = (Decimal("2.529") + Decimal("2.329")) / 2 / Decimal("3.5")
        assert aaret(kjoring, "reduksjonsprosent_uten_tak") == round(uten_tak, 4)


@pytest.mark.parametrize(
    ("grad", "mer"),
    [
        ("{ 2019-03-01 = 50, 2026-07-01 = 75 }", ""),
        ("75", "okt_foer = 2026-07-01"),
    ],
)
def test_graden_som_oker_i_aaret_gir_ikke_ett_g_aaret_etter(bok, grad, mer):
    """Økningen kan stå som to grader eller som en dag. Svaret sier at fribeløpet gikk ned."""
    (plan,) = regn(bok, grad=grad, mer=mer, tabeller='[plan."Som nå"]').planer
    assert "0,4 G hele året etter, og ett G igjen først fra 1. juli 2028" in meldt(
        plan, "fribelop_ned_da_graden_okte"
    )
    assert not meldt(plan, "to_aar_i_aar")
    assert not meldt(plan, "okt_grad_nytt_fribelop")


def test_ingen_to_aar_naar_uforetrygden_slutter_for(bok):
    """Innvilget i oktober 2024, og slutt i august 2026: det blir ikke sagt at fribeløpet øker."""
    tabeller = '[plan."Som nå"]'
    (slutter,) = regn(
        bok, innvilget="2024-10-01", mer="slutter = 2026-08-31", tabeller=tabeller
    ).planer
    (varer,) = regn(bok, innvilget="2024-10-01", tabeller=tabeller).planer
    assert meldt(varer, "to_aar_i_aar")
    assert not meldt(slutter, "to_aar_i_aar")
    assert not meldt(slutter, "snart_to_aar")


def test_prosenten_er_snittet_naar_minste_ifu_endrer_seg_i_aaret(bok):
    """Par til juni 2025 (2,329 av 3,3 G), enslig fra juli (2,529 av 3,5 G). Taket følger 3,5 G."""
    partner = Oppgitt(
        "felles.har_partner",
        fra=(FraDato(date(2019, 1, 1), True), FraDato(date(2025, 7, 1), False)),
    )
    p = Person(ifu_g=Decimal("3.3"))
    rest = tuple(v for v in p.gitt().verdier if v.regel != "felles.har_partner")
    with regnemodus():
        kjoring = bok.kjor(Gitt((*rest, partner)), date(2024, 1, 1), date(2025, 12, 31))
        # (70,575757… + 72,257142…) / 2
        assert aaret(kjoring, "reduksjonsprosent", 2025) == Decimal("0.7142")
        assert aaret(kjoring, "inntektstak", 2025) == Decimal("2.8") * 130_160


@pytest.mark.parametrize(("aar", "grunn"), [(2025, ""), (2026, "varig tilrettelagt arbeid")])
def test_fribelopet_i_varig_tilrettelagt_arbeid_sies_ikke_aa_komme_av_de_to_aarene(bok, aar, grunn):
    """Ett år med uføretrygd, og 1 G fordi det er VTA."""
    mer = {UT + "vta": True}
    with regnemodus():
        kjoring = Person(innvilget=date(2025, 1, 1)).kjor(bok, aar, **mer)
        assert aaret(kjoring, "fribelop_g", aar) == 1
        sagt = tekst(forklar(bok, kjoring, kjoring.nokkel(UT + "fribelop_g", date(aar, 12, 31))))
    assert grunn in sagt
    assert "to første årene" not in sagt
