"""Pengene på konto, det som kommer senere og det endelige går opp på krona, for tilfeldige planer.

Det som skiller dem, står på en linje med navn og grunn. Ingenting er uforklart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import forsok
from tests.saker.emner.skatt import les
from tests.saker.regning import Regning
from ytelsesrad import Regelbok, Situasjon, beregn
from ytelsesrad.beregning import Aar, Planresultat, Utbetaling

KORT = {
    "tabell hos Nav": 'tabellnummer = 8000\ntabell_brukes_av = "Nav"\ntrekkprosent = 34',
    "tabell hos begge": 'tabellnummer = 8050\ntabell_brukes_av = "begge"\ntrekkprosent = 30',
    "prosent": 'korttype = "prosentkort"\ntrekkprosent = 27',
    "frikort": 'korttype = "frikort"',
    "ikke kort": "har_skattekort = false",
}
HODE = """
regnedato = 2026-11-21
fra = {fra}
til = {til}
[person]
fodselsdato = {fodt}
kommune = "{kommune}"
meldeperiode_starter = {mandag}
[husstand]
har_partner = {partner}
partners_inntekt = {partners}
[skatt]
{kort}
"""
UFORETRYGD = """
[uforetrygd]
innvilget  = {innvilget}
uforegrad  = {grad}
trygdetid  = {trygdetid}
grunnlag_g = {grunnlag}
ifu_g      = {ifu}
ieu_g      = {ieu}
maate      = "{maate}"
melder_fra = {meldt}
har_barnetillegg_uforetrygd = {barn}
"""
BARN = "\n[[barn]]\nbarn_fodt = 2016-05-05\n"
FELLES = "fellesbarn = {partner}\n"
BARNETRYGD = "[barnetrygd]\nhar_barnetrygd = true\n"
AAP = "\n[aap]\nrett_fra = 2024-08-12\nminste_ytelse = true\n"
BOSTOTTE = "\n[bostotte]\nhar_bostotte = true\nboutgift = 11_500\nandres_inntekt = 15_000\n"
JOBB = """
[[plan."Jobb".jobb]]
start = {start}
timer_per_uke = {timer}
maanedslonn = {lonn}
lonningsdag = 12
"""
INNVILGET = ("2016-02-01", "2021-06-01", "2024-04-01")


def _er_18(fodt: str, dag: str) -> bool:
    """Uføretrygd gis ikke før en er 18 år."""
    return dag >= f"{int(fodt[:4]) + 18}{fodt[4:]}"


@st.composite
def situasjoner(draw: Callable[..., object]) -> str:
    """En person med uføretrygd eller AAP, og en jobb, i ett år, et halvt eller to."""
    trekk = draw
    aar = int(str(trekk(st.sampled_from([2025, 2026]))))
    til = trekk(
        st.sampled_from([f"{aar}-12-31", f"{aar + 1}-12-31", f"{aar}-06-30", f"{aar + 1}-12-31"])
    )
    partner = trekk(st.booleans())
    aap = trekk(st.integers(0, 2)) == 0
    grad = int(str(trekk(st.sampled_from([50, 60, 80, 100]))))
    ifu = Decimal(str(trekk(st.decimals("3.5", "6", places=2))))
    barn = trekk(st.booleans())
    fodt = str(trekk(st.sampled_from(["1985-03-04", "2001-07-09"])))
    tekst = HODE.format(
        fra=f"{aar}-01-01",
        til=til,
        fodt=fodt,
        kommune=trekk(st.sampled_from(["Oslo", "Alta", "Drammen"])),
        mandag=trekk(st.sampled_from(["2024-12-30", "2025-01-06"])),
        partner=str(partner).lower(),
        partners=trekk(st.integers(0, 50).map(lambda n: n * 10_000)) if partner else 0,
        kort=KORT[str(trekk(st.sampled_from(sorted(KORT))))],
    )
    tekst += (
        AAP
        if aap
        else UFORETRYGD.format(
            innvilget=trekk(st.sampled_from([d for d in INNVILGET if _er_18(fodt, d)])),
            grad=grad,
            trygdetid=trekk(st.integers(20, 40)),
            grunnlag=trekk(st.decimals("0", "6", places=2)),
            ifu=ifu,
            ieu=(ifu * (100 - grad) / 100).quantize(Decimal("0.01")),
            maate=trekk(st.sampled_from(["riktig", "ikke meldt"])),
            meldt=f"{aar}-{int(str(trekk(st.integers(1, 12)))):02d}-10",
            barn=str(barn).lower(),
        )
    )
    felles = "" if aap else FELLES.format(partner=str(partner).lower())
    tekst += BARN + felles + BARNETRYGD if barn else ""
    tekst += BOSTOTTE if trekk(st.booleans()) else ""
    tekst += '\n[plan."Som nå"]\n[plan."Jobb"]\n'
    return tekst + JOBB.format(
        start=f"{aar}-{int(str(trekk(st.integers(1, 12)))):02d}-01",
        timer=trekk(st.integers(1, 37)),
        lonn=trekk(st.integers(0, 45_000)),
    )


SMAATT = 3
"""Skatten er flere deler i hele kroner. Av et krav på noen få kroner kan den bli større enn kravet:
da er det ingenting igjen å kreve, og resten står i skatteoppgjøret."""


def planer(tekst: str, bok: Regelbok) -> tuple[Planresultat, ...]:
    return beregn(Situasjon.les(tekst, bok), bok).planer


def sum_av(aar: Aar, *slag: str) -> Decimal:
    return sum((x.belop for x in aar.avstemming if not slag or x.slag in slag), Decimal(0))


def netto(betalinger: list[Utbetaling]) -> Decimal:
    return sum((b.netto for b in betalinger), Decimal(0))


def paa_konto_og_det_som_kommer_er_det_endelige(plan: Planresultat) -> None:
    for aar in plan.aar:
        assert aar.utbetalt_netto is not None
        assert aar.utbetalt_netto + sum_av(aar) == aar.gjort_opp_netto
        assert [x for x in aar.avstemming if x.slag == "uforklart"] == []
        assert all(x.tittel and x.belop for x in aar.avstemming)
        assert all(x.hjemmel and x.grunn for x in aar.avstemming)
        # oppgjørene er de samme som i betalingene, etter trekk
        oppgjor = [b for b in plan.betalinger if b.oppgjor]
        etter = [b for b in oppgjor if b.fra_dag.year == aar.aar != b.dato.year]
        assert sum_av(aar, "oppgjor_senere") == netto(etter)
        assert [o.netto for o in aar.oppgjor] == [b.netto for b in etter]


def uten_penger_i_etterskudd_er_bare_skatten_igjen(plan: Planresultat) -> None:
    """Lønnen kommer den måneden den er for; da er det bare skatt som skiller."""
    for aar in plan.aar:
        skatt = [x for x in aar.avstemming if x.slag == "forskjell"]
        assert not [x for x in aar.avstemming if x.slag == "etterskudd" and "ønn" not in x.tittel]
        for x in skatt:
            if "lite" in x.tittel:
                assert abs(x.belop) < 100  # skattebetalingsforskriften § 10-4-1


def det_som_kommer_senere_hører_hjemme_i_året_før(plan: Planresultat) -> None:
    """Over to år går oppgjørene mot hverandre, og det endelige er aldri mer enn det som kommer."""
    for i_fjor, i_aar in zip(plan.aar, plan.aar[1:], strict=False):
        tidligere = [b for b in plan.betalinger if b.oppgjor and b.dato.year == i_aar.aar]
        assert sum_av(i_fjor, "oppgjor_senere") == netto(tidligere)
        assert sum_av(i_aar, "oppgjor_tidligere") == -netto(tidligere)
        # Skatten av etterbetalingen er høyst det den ville vært året før.
        sammen = [
            _linje(i_fjor, "Skatteoppgjør året etter"),
            _linje(i_aar, "Skatteoppgjør i året"),
        ]
        assert sum(sammen) <= 0


def _linje(aar: Aar, tittel: str) -> Decimal:
    return sum((x.belop for x in aar.avstemming if x.tittel.startswith(tittel)), Decimal(0))


def det_trekkes_av_summen_av_oppgjoret_og_kravet_er_uten_skatt(
    plan: Planresultat, sats: Decimal
) -> None:
    for aar in plan.aar:
        nav = [
            b
            for b in plan.betalinger
            if b.oppgjor and b.betaler == "Nav" and b.fra_dag.year == aar.aar
        ]
        brutto = sum((b.brutto for b in nav), Decimal(0))
        if brutto >= 0:
            assert brutto - netto(nav) == int(sats * brutto)
        else:
            assert brutto <= netto(nav) <= 0
            # Det som blir trukket fra kravet, er skatten det endelige er lavere med.
            assert abs(_linje(aar, "Skatteoppgjør året etter")) <= (SMAATT if not netto(nav) else 0)


@forsok(24)
@given(tekst=situasjoner())
def test_avstemmingen_gaar_opp(bok, tekst):
    """Hvert svar er dyrt å regne ut, så alt som skal gjelde, prøves på det samme svaret."""
    i_etterskudd = AAP in tekst or BOSTOTTE in tekst
    for plan in planer(tekst, bok):
        paa_konto_og_det_som_kommer_er_det_endelige(plan)
        if not i_etterskudd:
            uten_penger_i_etterskudd_er_bare_skatten_igjen(plan)
        det_som_kommer_senere_hører_hjemme_i_året_før(plan)
        sats = Decimal("0.40" if 'kommune = "Alta"' in tekst else "0.44")
        det_trekkes_av_summen_av_oppgjoret_og_kravet_er_uten_skatt(plan, sats)


# ── Regnet for hånd ─────────────────────────────────────────────────────────────────────────────


def lea(bok: Regelbok, rot) -> Aar:
    tekst = (rot / "docs/eksempler/p8.toml").read_text(encoding="utf-8")
    return planer(tekst, bok)[1].aar[0]


def test_barnetillegget_motregnes_for_det_trekkes(bok, rot):
    """Lea: 32 815 kroner i uføretrygd minus 5 690 i barnetillegg, og 44 prosent trekk av resten."""
    aar = lea(bok, rot)
    (etteroppgjor,) = (x for x in aar.avstemming if x.tittel.startswith("Etteroppgjør"))
    assert etteroppgjor.belop == 27_125 - 11_935
    # Skatten av 27 125 mer i inntekt i 2026: 22 prosent, 7,6 prosent og 4 prosent.
    ekstra = Decimal(27_125) * Decimal("0.336")
    assert abs(_linje(aar, "Skatteoppgjør året etter") - (11_935 - ekstra)) <= 2
    assert aar.utbetalt_netto == 401_835
    assert aar.gjort_opp_netto == 420_848


KRAV = HODE.format(
    fra="2026-01-01",
    til="2027-12-31",
    fodt="1985-03-04",
    kommune="Drammen",
    mandag="2025-01-06",
    partner="false",
    partners=0,
    kort=KORT["tabell hos Nav"],
) + UFORETRYGD.format(
    innvilget="2016-02-01",
    grad=100,
    trygdetid=40,
    grunnlag=4,
    ifu=5,
    ieu=0,
    maate="egne tall",
    meldt="2026-01-10",
    barn="false",
)


def test_et_krav_er_uten_skatten_og_ikke_et_fradrag_aret_det_kommer(bok):
    """Nav trekker fra skatten, og Skatteetaten retter året kravet gjelder for."""
    tekst = KRAV + '\n[plan."Jobb"]\n' + JOBB.format(start="2026-01-01", timer=15, lonn=20_000)
    (plan,) = planer(tekst, bok)
    i_fjor, i_aar = plan.aar
    (krav,) = (b for b in plan.betalinger if b.betaling == "etteroppgjor" and b.dato.year == 2027)
    inntekt = sum(
        b.brutto
        for b in plan.betalinger
        if b.dato.year == 2026 and b.betaling in ("uforetrygd", "lonn")
    )
    assert krav.brutto < -50_000
    lonn = "skatt.lonnsinntekt"
    skatt = les("skatt.skatt", 2026, {lonn: inntekt})
    rettet = les("skatt.skatt", 2026, {lonn: inntekt + krav.brutto})
    assert krav.netto == krav.brutto + skatt - rettet
    # I 2027 er kravet verken inntekt eller fradrag.
    i_2027 = sum(
        b.brutto
        for b in plan.betalinger
        if b.dato.year == 2027 and not b.oppgjor and b.betaling != "barnetrygd"
    )
    oppgjor = sum(
        b.brutto
        for b in plan.betalinger
        if b.oppgjor and b.ytelse == "skatt" and b.dato.year == 2028
    )
    trukket = sum(
        (t.belop for b in plan.betalinger if b.dato.year == 2027 and b.brutto > 0 for t in b.trekk),
        Decimal(0),
    )
    # Satsene for 2027 er ikke satt ennå. Svaret regner med dem for 2026, og det gjør prøven.
    vedtatt = Regning({lonn: i_2027}, date(2027, 1, 1), date(2027, 12, 31), regelbok=bok)
    assert oppgjor == trukket - vedtatt.tall("skatt.skatt", date(2027, 12, 31))
    assert i_fjor.gjort_opp_netto is not None
    assert i_aar.gjort_opp_netto is not None


LITE_LAND = {
    "felles/merker.toml": """
tema    = "Merker"
hjemmel = "merkeloven"
[merke.klasse]
valg      = ["lønn", "fri"]
sporsmaal = "Hvordan skattlegges betalingen?"
""",
    "lonn/lonn.toml": """
tema    = "Lønn"
hjemmel = "arbeidsavtalen"
periode = "måned"
[ytelse.lonn]
navn = "Lønn"
rett = "lonn"
[lonn]
tittel     = "Lønn"
enhet      = "kr/måned"
forklaring = "Lønnen er {lonn}."
inndata    = { sporsmaal = "Hva er månedslønnen?" }
[betaling.lonn]
tittel  = "Lønn"
betaler = "Sjefen"
belop   = "lonn"
dag     = "siste_dag"
merker  = { klasse = "lønn" }
""",
    "avgift/avgift.toml": """
tema    = "Avgift"
hjemmel = "avgiftsloven § 1"
periode = "år"
[ytelse.avgift]
navn    = "Avgift"
fortegn = "-"
rett    = "avgift"
[avgift]
tittel     = "Avgift"
enhet      = "kr/år"
forklaring = "Avgiften er {avgift}."
formel     = "100 kr/år"
[oppgjor]
tittel     = "Avgiften gjort opp"
enhet      = "kr/år"
forklaring = "Av avgiften kreves {0 kr/år - oppgjor}."
formel     = "-93 kr/år"
[rest]
tittel     = "Kreves ikke"
enhet      = "kr/år"
forklaring = "Sju kroner kreves ikke."
formel     = "-7 kr/år"
[betaling.oppgjor]
tittel  = "Avgiften gjort opp"
ytelse  = "avgift"
betaler = "Avgiftskontoret"
belop   = "oppgjor"
oppgjor = true
dag     = "dato(år + 1, 6, 20)"
merker  = { klasse = "fri" }
""",
}


@pytest.mark.parametrize("sagt", [False, True])
def test_det_ingen_regel_forklarer_er_en_egen_linje(sagt):
    """Et annet land: sju kroner av avgiften kreves aldri, og en regelfil kan si det eller ikke."""
    filer = dict(LITE_LAND)
    if sagt:
        avgift = filer["avgift/avgift.toml"]
        filer["avgift/avgift.toml"] = avgift.replace(
            'rett    = "avgift"', 'rett    = "avgift"\nforskjeller = ["rest"]'
        )
    land = Regelbok.fra_tekst(filer)
    tekst = """
regnedato = 2031-11-21
fra = 2031-01-01
til = 2031-12-31
[lonn]
lonn = 1_000
[plan."Som nå"]
"""
    (plan,) = planer(tekst, land)
    (aar,) = plan.aar
    assert (aar.utbetalt_netto, aar.gjort_opp_netto) == (Decimal(12_000), Decimal(11_900))
    siste = ("forskjell", "Kreves ikke") if sagt else ("uforklart", "Ikke forklart: Avgift")
    assert [(x.slag, x.tittel, x.belop) for x in aar.avstemming] == [
        ("oppgjor_senere", "Avgiften gjort opp for 2031 kommer i juni\u00a02032", Decimal(-93)),
        (*siste, Decimal(-7)),
    ]


@pytest.mark.parametrize(("lonn", "linje"), [(8_333, True), (9_500, False)])
def test_smaa_skatteoppgjor_gjores_ikke_opp(bok, lonn, linje):
    """99 996 kroner med frikort: 87 kroner i skatt, som ikke kreves inn."""
    tekst = HODE.format(
        fra="2026-01-01",
        til="2026-12-31",
        fodt="1985-03-04",
        kommune="Drammen",
        mandag="2025-01-06",
        partner="false",
        partners=0,
        kort=KORT["frikort"],
    )
    tekst += '\n[plan."Jobb"]\n' + JOBB.format(start="2026-01-01", timer=10, lonn=lonn)
    (plan,) = planer(tekst, bok)
    belop = _linje(plan.aar[0], "Skatt som det er for lite")
    skatt = les("skatt.skatt", 2026, {"skatt.lonnsinntekt": Decimal(12 * lonn)})
    assert (belop == -skatt) if linje else (belop == 0)
