"""Trukket mot endelig skatt: én som betaler, to som bruker tabellen, og rådene som følger."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from tests.saker.emner.skatt import les
from tests.saker.emner.trekktabell import tabelltrekk
from tests.saker.regning import For, Gitte, Regning
from tests.skatt.test_trekk import jobb, plan, situasjon
from ytelsesrad.beregning import Planresultat

LONN = "skatt.lonnsinntekt"


def et_aar(aar: int, belop: int) -> Regning:
    """Samme beløp hver måned fra Nav: ikke trekk i juni, halvt i desember."""
    deler = {6: Decimal(0), 12: Decimal("0.5")}
    andel = For(
        {(date(aar, m, 1), date(aar, m, 28)): deler.get(m, Decimal(1)) for m in range(1, 13)}
    )
    gitt: Gitte = {"prove.belop": Decimal(belop), "prove.andel": andel}
    return Regning(gitt, date(aar, 1, 1), date(aar, 12, 31))


# Månedsbeløp → trukket, endelig skatt i 2025 og i 2026: utregnet for seg, tabell 8000.
EN_BETALER = {
    26_502: ((56_018, 52_318), (53_235, 49_445)),
    10_000: ((5_544, 5_088), (5_544, 5_088)),
    20_000: ((30_912, 27_543), (28_487, 25_023)),
    40_000: ((111_153, 106_904), (108_203, 103_862)),
}


@pytest.mark.parametrize("aar", [2025, 2026])
@pytest.mark.parametrize("belop", EN_BETALER)
def test_en_betaler_og_jevn_inntekt(belop, aar):
    trukket, skatt = EN_BETALER[belop][aar - 2025]
    r = et_aar(aar, belop)
    dag = date(aar, 12, 31)
    assert abs(r.tall("skatt.trukket", dag) - trukket) <= 1
    # tabellen i kilden er regnet av et årsbeløp som er rundet, så skatten kan være noen kroner ulik
    assert abs(r.tall("skatt.skatt", dag) - skatt) <= 10
    over = r.tall("skatt.trukket", dag) - r.tall("skatt.skatt", dag)
    assert abs(over - (trukket - skatt)) <= 10
    assert r.tall("skatt.restskatt", dag) == 0


@pytest.mark.parametrize(
    ("aar", "trukket", "skatt"), [(2025, 43_056, 39_695), (2026, 40_572, 37_136)]
)
def test_hver_fjortende_dag_med_tre_uten_trekk(aar, trukket, skatt):
    assert 23 * tabelltrekk(aar, Decimal(8000), "14 dager", Decimal(10_719)) == trukket
    assert les("skatt.skatt", aar, {LONN: Decimal(278_697)}) == skatt


def uforetrygd(maaned: int, skatt: str, *jobber: str) -> Planresultat:
    """Et fast månedsbeløp fra Nav ved siden av jobb, uten at det settes ned."""
    ut = f"""
[uforetrygd]
innvilget = 2015-02-01
uforegrad = 100
trygdetid = 40
minstesats_i_vedtaket = true
ifu_g = 12
terminbelop = {maaned}
maate = "riktig"
melder_fra = 2026-01-01
"""
    return plan(
        situasjon(skatt=skatt, mer=f"[husstand]\nhar_partner = false\n{ut}" + "".join(jobber))
    )


def melding(p: Planresultat, navn: str) -> str:
    (m,) = (m for m in p.meldinger if m.id == f"skatt.{navn}")
    return m.tekst.replace("\u00a0", " ")


def kroner(tekst: str) -> int:
    treff = re.search(r"omtrent (\d[\d ]*) kroner", tekst)
    assert treff, tekst
    return int(treff[1].replace(" ", ""))


def oppgjoret(p: Planresultat) -> int:
    """Det som til slutt kommer eller skal betales for 2026, i én eller to deler."""
    deler = [
        b.brutto
        for b in p.betalinger
        if b.oppgjor and b.ytelse == "skatt" and b.fra_dag.year == 2026
    ]
    assert deler
    return int(sum(deler))


def test_to_som_bruker_tabellen_gir_varsel_med_belopet():
    begge = uforetrygd(26_502, 'tabell_brukes_av = "begge"', jobb(10_000))
    restskatt = -oppgjoret(begge)
    assert 25_000 < restskatt < 33_000  # 30 979 når lønnen også er uten trekk i juni
    assert abs(kroner(melding(begge, "begge_bruker_tabell")) - restskatt) <= 500
    # Den som bare har én som bruker tabellen, blir advart med det samme beløpet.
    en = uforetrygd(26_502, 'tabell_brukes_av = "Nav"\ntrekkprosent = 34', jobb(10_000))
    assert abs(kroner(melding(en, "to_tabeller")) - restskatt) <= 500


@pytest.mark.parametrize("hvem", ["Nav", "begge"])
def test_med_prosentkort_er_det_ingen_tabell_aa_advare_mot(hvem):
    skatt = f'korttype = "prosentkort"\ntrekkprosent = 15\ntabell_brukes_av = "{hvem}"'
    p = uforetrygd(26_502, skatt, jobb(10_000))
    assert oppgjoret(p) < -10_000
    om_skatt = {m.id for m in p.meldinger if m.id.startswith("skatt.")}
    assert not om_skatt & {"skatt.to_tabeller", "skatt.begge_bruker_tabell"}
    assert abs(kroner(melding(p, "restskatt")) + oppgjoret(p)) <= 500


def test_prosenten_som_blir_foreslaatt_gaar_opp():
    for_lite = uforetrygd(26_502, 'tabell_brukes_av = "Nav"\ntrekkprosent = 20', jobb(10_000))
    tekst = melding(for_lite, "restskatt")
    assert abs(kroner(tekst) + oppgjoret(for_lite)) <= 500
    treff = re.search(r"Be om (\d+) prosent hos arbeidsgiveren", tekst)
    assert treff, tekst
    riktig = uforetrygd(
        26_502, f'tabell_brukes_av = "Nav"\ntrekkprosent = {treff[1]}', jobb(10_000)
    )
    # en prosent av lønnen er omtrent 1 200 kroner
    assert 0 <= oppgjoret(riktig) <= 1_200
    litt_lavere = uforetrygd(
        26_502, f'tabell_brukes_av = "Nav"\ntrekkprosent = {int(treff[1]) - 1}', jobb(10_000)
    )
    assert oppgjoret(litt_lavere) < 0


def test_ekstra_trekk_som_blir_foreslaatt_gaar_opp():
    skatt = "tabellnummer = 8100"
    for_lite = uforetrygd(26_502, skatt)
    tekst = melding(for_lite, "restskatt_ekstra")
    treff = re.search(r"Be Nav trekke ([\d ]+) kroner ekstra i hver utbetaling", tekst)
    assert treff, tekst
    ekstra = treff[1].replace(" ", "")
    riktig = uforetrygd(26_502, f"{skatt}\nekstra_trekk = {ekstra}")
    # rundet opp til nærmeste hundrelapp i tolv utbetalinger
    assert 0 <= oppgjoret(riktig) <= 1_200


def test_igjen_av_hundrelappen():
    p = uforetrygd(26_502, "", jobb(10_000))
    assert "Av 100 kroner mer i lønn i 2026 sitter du igjen med 66 kroner" in melding(
        p, "igjen_av_hundre"
    )
    lite = plan(situasjon(mer=jobb(10_000)))
    assert "igjen med 75 kroner" in melding(lite, "igjen_av_hundre")


def skattedager(p: Planresultat) -> list[tuple[str, Decimal]]:
    return [(f"{b.dato}", b.brutto) for b in p.betalinger if b.oppgjor and b.ytelse == "skatt"]


def test_restskatt_betales_i_to_like_deler_i_august_og_september():
    for_lite = uforetrygd(26_502, 'tabell_brukes_av = "Nav"\ntrekkprosent = 20', jobb(10_000))
    halv = Decimal(oppgjoret(for_lite)) / 2
    assert halv < -500
    # 20. august og fem uker etter, begge fredager i 2027.
    assert skattedager(for_lite) == [("2027-08-20", halv), ("2027-09-24", halv)]


def test_for_mye_trukket_kommer_i_juni():
    for_mye = uforetrygd(26_502, 'tabell_brukes_av = "Nav"\ntrekkprosent = 50', jobb(10_000))
    assert oppgjoret(for_mye) > 1_000
    # 20. juni 2027 er en søndag
    assert skattedager(for_mye) == [("2027-06-21", Decimal(oppgjoret(for_mye)))]


# ── Etterbetaling ───────────────────────────────────────────────────────────────────────────────


def etterbetalt(belop: int, i_aar: int, i_fjor: int) -> tuple[Decimal, Decimal]:
    """Skatten av en etterbetaling i 2026 for 2025: fradraget, og skatten etter det."""
    gitt: Gitte = {
        LONN: For({2025: Decimal(i_fjor), 2026: Decimal(i_aar + belop)}),
        "skatt.pensjonsinntekt": 0,
        "skatt.etterbetalt_aaret_etter": For({2024: 0, 2025: Decimal(belop), 2026: 0}),
    }
    r = Regning(gitt, date(2025, 1, 1), date(2026, 12, 31))
    dag = date(2026, 12, 31)
    return (
        r.tall("skatt.skattefradrag_etterbetaling", dag),
        r.tall("skatt.skatt_etter_omberegning", dag),
    )


@pytest.mark.parametrize(
    ("belop", "i_aar", "i_fjor"), [(50_000, 400_000, 150_000), (80_000, 300_000, 90_000)]
)
def test_lavere_skatt_i_fjor_gir_fradraget(belop, i_aar, i_fjor):
    fradrag, etter = etterbetalt(belop, i_aar, i_fjor)
    uten = les("skatt.skatt", 2026, {LONN: Decimal(i_aar)})
    gammel = les("skatt.skatt", 2025, {LONN: Decimal(i_fjor + belop)}) - les(
        "skatt.skatt", 2025, {LONN: Decimal(i_fjor)}
    )
    assert fradrag > 0
    assert etter == uten + gammel


def test_lavere_skatt_i_aar_gir_ikke_noe_fradrag():
    assert etterbetalt(50_000, 100_000, 500_000)[0] == 0
    assert etterbetalt(0, 100_000, 500_000)[0] == 0


# ── Uføretrygd: graden avgjør hvem som bruker tabellen, og tillegg er samme utbetaling ──────────


def gradert(grad: int) -> Planresultat:
    ut = f"""
[uforetrygd]
innvilget = 2015-02-01
uforegrad = {grad}
trygdetid = 40
minstesats_i_vedtaket = true
ifu_g = 12
terminbelop = 14_000
maate = "riktig"
melder_fra = 2026-01-01
"""
    mer = f"[husstand]\nhar_partner = false\n{ut}" + jobb(20_000)
    return plan(situasjon(skatt="trekkprosent = 30", mer=mer))


@pytest.mark.parametrize(("grad", "nav_bruker_tabell"), [(50, False), (55, True), (100, True)])
def test_nav_bruker_tabellen_fra_51_prosent(grad, nav_bruker_tabell):
    p = gradert(grad)
    mars = {
        b.betaling: int(sum(t.belop for t in b.trekk))
        for b in p.betalinger
        if b.dato.month == 3 and b.dato.year == 2026
    }
    nav = int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(14_000)))
    jobben = int(tabelltrekk(2026, Decimal(8000), "måned", Decimal(20_000)))
    ventet = (nav, 6_000) if nav_bruker_tabell else (4_200, jobben)
    assert (mars["uforetrygd"], mars["lonn"]) == ventet


UFOR = """
[husstand]
har_partner = false
[uforetrygd]
innvilget = 2015-02-01
uforegrad = 100
trygdetid = 40
minstesats_i_vedtaket = true
ifu_g = 12
maate = "riktig"
melder_fra = 2026-01-01
"""
BARN = "har_barnetillegg_uforetrygd = true\n[[barn]]\nbarn_fodt = 2015-05-05\n"


@pytest.mark.parametrize(("mer", "antall"), [("", 1), (BARN, 2)])
def test_barnetillegg_trekkes_sammen_med_uforetrygden(mer, antall):
    p = plan(situasjon(mer=UFOR + mer))
    mars = [
        b for b in p.betalinger if b.betaler == "Nav" and (b.dato.year, b.dato.month) == (2026, 3)
    ]
    assert len(mars) == antall
    trukket = sum(sum(t.belop for t in b.trekk) for b in mars)
    samlet = sum(b.brutto for b in mars)
    assert abs(trukket - tabelltrekk(2026, Decimal(8000), "måned", Decimal(samlet))) <= 1
