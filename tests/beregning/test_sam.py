"""AAP på minste ytelse og en deltidsjobb i 2026, mot tall regnet ut på egen hånd."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.beregning.personer import sam
from ytelsesrad import Situasjon, beregn
from ytelsesrad.beregning import Planresultat, Resultat
from ytelsesrad.lesing import Feilsamling

SAM = Path(__file__).parents[2] / "docs" / "eksempler" / "p1.toml"

# Dager i 2026: 86 til og med april, à 1 022 kroner, og 175 fra mai, à 1 072.
HELT_AAR = 86 * 1022 + 175 * 1072
# To dager i januar er før jobben begynner (1. og 2. januar).
TO_DAGER = 2 * 1022


@pytest.fixture(scope="module")
def resultat(bok) -> Resultat:
    return beregn(Situasjon.les(SAM, bok), bok)


def plan(resultat: Resultat, navn: str) -> Planresultat:
    return next(p for p in resultat.planer if p.navn == navn)


def aap(p: Planresultat) -> list[tuple[date, int]]:
    return [(b.dato, int(b.brutto)) for b in p.betalinger if b.betaling == "aap"]


# Dagsatsen er 1 021,76 til mai og 1 071,91 fra mai. Hver dag rundes til hele kroner.
@pytest.mark.parametrize(
    ("navn", "foer_mai", "fra_mai"),
    [
        ("Som nå", 1022, 1072),
        ("30 prosent stilling", 715, 750),
        ("50 prosent stilling", 511, 536),
        ("60 prosent stilling", 409, 429),
        ("65 prosent stilling", 0, 0),
        ("65 prosent stilling med vedtak om opptrapping", 358, 375),
    ],
)
def test_aap_for_dagene_i_aaret(resultat, navn, foer_mai, fra_mai):
    linje = next(x for x in plan(resultat, navn).aar[0].linjer if x.ytelse == "aap")
    foer = 0 if navn == "Som nå" else TO_DAGER - 2 * foer_mai
    assert linje.gjort_opp == foer + 86 * foer_mai + 175 * fra_mai
    if navn == "Som nå":
        assert linje.gjort_opp == HELT_AAR


def test_hver_fjortende_dag_paa_riktig_dag(resultat):
    """Onsdag etter kortet, og torsdag når mandagen er andre pinsedag."""
    fikk = aap(plan(resultat, "50 prosent stilling"))
    assert len(fikk) == 26
    assert fikk[0] == (date(2026, 1, 7), 10_220)
    assert fikk[1] == (date(2026, 1, 21), 5_110)
    assert [d.day for d, _ in fikk if d.month in (4, 5)] == [1, 15, 29, 13, 28]
    # 27. april–10. mai: fire dager etter gammelt grunnbeløp og seks etter nytt
    assert dict(fikk)[date(2026, 5, 13)] == 4 * 511 + 6 * 536


def test_inn_paa_konto(resultat):
    """Tabell 8000 hos Nav, 32 prosent hos arbeidsgiveren, to meldekort uten trekk i juni."""
    netto = {m.maaned: m.netto for m in plan(resultat, "50 prosent stilling").maaneder}
    ventet = {
        "2026-01": 13_364,
        "2026-03": 20_794,
        "2026-04": 25_524,
        "2026-05": 21_080,
        "2026-06": 22_054,
        "2026-07": 21_152,
    }
    assert {m: netto[m] for m in ventet} == ventet


def test_desember_har_ett_kort_uten_trekk(resultat):
    trekk = [
        (b.dato.day, bool(b.trekk))
        for b in plan(resultat, "Som nå").betalinger
        if b.dato.month == 12
    ]
    assert trekk == [(9, False), (23, True)]


def test_taket_og_vedtaket_sies_i_svaret(resultat):
    def tekster(navn: str) -> str:
        return " ".join(m.tekst for m in plan(resultat, navn).meldinger)

    assert "ingen margin" in tekster("60 prosent stilling")
    assert "4\u00a0290\u00a0kroner" in tekster("60 prosent stilling")
    assert "Søk Nav om opptrapping" in tekster("65 prosent stilling")
    assert "Opptrappingen slutter" not in tekster("65 prosent stilling")
    uten_jobb = [m.id for m in plan(resultat, "Som nå").meldinger]
    assert "aap.retten_beholdes" not in uten_jobb


def test_timene_paa_kortet_gaar_opp_i_halvtimer(resultat):
    """65 prosent er 48,75 timer på to uker: 48,5 og 49 annenhver gang, aldri mer enn summen."""
    perioder = plan(resultat, "65 prosent stilling").perioder
    timer = [p.kolonner[0].verdi for p in perioder if p.fra_dag >= date(2026, 1, 5)]
    assert timer[:4] == ["48,5\u00a0timer", "49\u00a0timer"] * 2


def test_en_ukjent_sluttdato_staar_blant_det_vi_ikke_vet(resultat):
    mangler = plan(resultat, "50 prosent stilling").mangler
    assert [m.inndata for m in mangler] == ["aap.rett_til"]
    assert mangler[0].antatt
    assert plan(resultat, "50 prosent stilling").aar[0].gjort_opp_netto is not None


# ── Vakter som varierer ─────────────────────────────────────────────────────────────────────────

VAKTER = "timer_i_meldeperioden = { fra = 2026-01-05, gjentas = [30, 44, 45, 45.5, 20, 0] }"


def test_et_aar_med_vakter_etter_tur(bok):
    svar = beregn(Situasjon.les(sam(VAKTER, "timelonn = 210"), bok), bok).planer[0]
    kort: list[tuple[str | None, str | None, int]]
    kort = [(p.kolonner[0].verdi, p.kolonner[1].verdi, int(p.brutto)) for p in svar.perioder]
    # 40, 59, 60, 61, 27 og 0 prosent av 75 timer; dagsats 1 021,76
    ventet: list[tuple[str | None, str | None, int]] = [
        ("30\u00a0timer", "40\u00a0prosent", 10 * 613),
        ("44\u00a0timer", "59\u00a0prosent", 10 * 419),
        ("45\u00a0timer", "60\u00a0prosent", 10 * 409),
        ("45,5\u00a0timer", "61\u00a0prosent", 0),
        ("20\u00a0timer", "27\u00a0prosent", 10 * 746),
        ("0\u00a0timer", "0\u00a0prosent", 10 * 1022),
    ]
    assert kort[1:7] == ventet
    over = next(p for p in svar.perioder if p.brutto == 0)
    assert over.setning is not None
    assert "45,5\u00a0timer" in over.setning
    assert [b.dato for b in svar.betalinger if b.betaling == "aap"][:4] == [
        date(2026, 1, 7),
        date(2026, 1, 21),
        date(2026, 2, 4),
        date(2026, 2, 18),
    ]
    # timene i januar, betalt i februar: 27 virkedager à 3 timer og så videre
    januar = (10 * 3 + 10 * Decimal("4.4")) * 210
    lonn = next(b for b in svar.betalinger if b.betaling == "lonn")
    assert (lonn.dato, lonn.brutto) == (date(2026, 2, 12), januar)


def test_vakter_dag_for_dag_og_ferie_uten_lonn(bok):
    dager = "timer_per_dag = { fra = 2026-01-05, gjentas = [7.5, 0, 7.5, 0, 0, 6, 0] }"
    fri = "fravaer_uten_lonn = { 2026-02-02 = true, 2026-02-16 = false }"
    svar = beregn(Situasjon.les(sam(dager, "timelonn = 200", fri), bok), bok).planer[0]
    timer = [p.kolonner[0].verdi for p in svar.perioder]
    assert timer[1:5] == ["42\u00a0timer", "42\u00a0timer", "42\u00a0timer", "42\u00a0timer"]
    # Oppgitte dager gjelder foran fraværet: ferien settes som 0 timer i rekken.
    uten = "timer_i_meldeperioden = { fra = 2026-01-05, gjentas = [40], 2026-02 = 0 }"
    svar = beregn(Situasjon.les(sam(uten, "timelonn = 200"), bok), bok).planer[0]
    timer = [p.kolonner[0].verdi for p in svar.perioder]
    assert timer[1:6] == [f"{t}\u00a0timer" for t in (40, 40, 0, 0, 40)]


def test_to_jobber_legges_sammen(bok):
    en = sam("timer_per_uke = 10", "timelonn = 200")
    to = en + "\n[[jobb]]\nstart = 2026-01-05\nstillingsprosent = 20\nmaanedslonn = 7000\n"
    svar = beregn(Situasjon.les(to, bok), bok).planer[0]
    # 2 × 10 timer og 20 prosent av 75 timer
    assert svar.perioder[1].kolonner[0].verdi == "35\u00a0timer"


# ── Kort, brudd og perioden ─────────────────────────────────────────────────────────────────────


def test_et_kort_en_dag_for_sent_koster_seks_dager(bok):
    """Fristen er 23. mars. Sendt 24. mars: seks virkedager i neste periode."""
    sent = "[aap]\nkort_sendt = { fra = 2026-03-02, verdier = [2026-03-24] }"
    svar = beregn(Situasjon.les(sam(aap=sent), bok), bok).planer[0]
    beløp = {p.fra_dag: p.brutto for p in svar.perioder}
    assert beløp[date(2026, 3, 2)] == 10 * 1022
    assert beløp[date(2026, 3, 16)] == 4 * 1022
    dato = {p.fra_dag: p.dato for p in svar.perioder}
    assert dato[date(2026, 3, 2)] == date(2026, 3, 26)
    assert any(m.id == "aap.tapt_for_sent_kort" for m in svar.meldinger)
    grunn = sent + "\nrimelig_grunn = { fra = 2026-03-02, verdier = [true] }"
    svar = beregn(Situasjon.les(sam(aap=grunn), bok), bok).planer[0]
    assert {p.fra_dag: p.brutto for p in svar.perioder}[date(2026, 3, 16)] == 10 * 1022


def test_et_brudd_trekkes_fra_neste_periode(bok):
    brudd = "[[brudd]]\nbrudd_dag = 2026-03-04\n"
    svar = beregn(Situasjon.les(sam("timer_per_uke = 15", "timelonn = 200") + brudd, bok), bok)
    beløp = {p.fra_dag: p.brutto for p in svar.planer[0].perioder}
    # 40 prosent arbeid: 613 om dagen. Bruddet koster 1 022, før arbeid.
    assert beløp[date(2026, 3, 2)] == 10 * 613
    assert beløp[date(2026, 3, 16)] == 10 * 613 - 1022


def test_perioden_tar_slutt_midt_i_et_kort(bok):
    slutt = "[aap]\nrett_til = 2026-03-04"
    svar = beregn(Situasjon.les(sam(aap=slutt), bok), bok).planer[0]
    assert {p.fra_dag: p.brutto for p in svar.perioder}[date(2026, 3, 2)] == 3 * 1022
    assert max(d for d, _ in aap(svar)) == date(2026, 3, 18)
    ut = next(m for m in svar.meldinger if m.id == "aap.perioden_gaar_ut")
    assert ut.frist_dato == date(2026, 3, 4)
    tilbake = next(m for m in svar.meldinger if m.id == "aap.etter_perioden")
    assert tilbake.frist_dato == date(2026, 3, 5)


def test_dagsatsen_i_vedtaket_folger_grunnbelopet(bok):
    sats = (
        "[aap]\nminste_ytelse = false\ndagsats_i_vedtaket = { kroner = 1500.50, dato = 2026-03-01 }"
    )
    svar = beregn(Situasjon.les(sam(aap=sats), bok), bok).planer[0]
    dag = {p.fra_dag: p.brutto / 10 for p in svar.perioder}
    assert dag[date(2026, 3, 2)] == 1501
    assert dag[date(2026, 6, 8)] == 1574  # 1 500,50 × 136 549 / 130 160


# ── Noe er galt ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (
            sam("timer_per_dag = { fra = 2026-01-05, verdier = [25] }", "timelonn = 200"),
            "Timer i jobben denne dagen kan ikke være 25 timer per dag. Det må være fra 0 til 24",
        ),
        (
            sam("timer_i_meldeperioden = { fra = 2026-01-05, verdier = [-1] }", "timelonn = 200"),
            "kan ikke være −1 timer per meldeperiode. Det må være fra 0 til 336",
        ),
        (
            sam("timer_per_dag = { 2026-01-01 = 5 }", "timelonn = 200"),
            "Det er oppgitt timer i jobben før den begynner 5.\u00a0januar\u00a02026.",
        ),
        (
            sam("timer_i_meldeperioden = { fra = 2025-12-22, verdier = [5] }", "timelonn = 200"),
            "men jobben begynner først 5.\u00a0januar\u00a02026.",
        ),
        (
            sam(aap="[aap]\ntimer_paa_kortet = { fra = 2026-11-16, verdier = [20] }"),
            "«timer_paa_kortet» er det som har skjedd, men 2026-11-29 er etter dagen det regnes",
        ),
        (sam(fodt="1955-01-01"), "Du er 70 år når AAP begynner"),
        (
            sam(aap="[aap]\nkort_sendt = { fra = 2026-03-02, verdier = [2026-03-10] }"),
            "kan ikke være sendt 10.\u00a0mars\u00a02026. Det kan tidligst sendes 16.\u00a0mars",
        ),
        (
            sam(aap="[aap]\nrett_til = 2024-01-01"),
            "AAP slutter 1.\u00a0januar\u00a02024, men begynner først 3.\u00a0februar\u00a02025.",
        ),
    ],
)
def test_det_som_er_galt_sies(bok, tekst, ventet):
    with pytest.raises(Feilsamling) as feil:
        beregn(Situasjon.les(tekst, bok), bok)
    assert ventet in str(feil.value).replace("\n     ", " ")


def test_over_hundre_timer_er_mulig_men_boer_sjekkes(bok):
    mange = "timer_i_meldeperioden = { fra = 2026-01-05, verdier = [104] }"
    svar = beregn(Situasjon.les(sam(mange, "timelonn = 200"), bok), bok).planer[0]
    assert {a.id for a in svar.advarsler} == {
        "lonn.over_hundre_timer",
        "aap.mange_timer_paa_kortet",
    }
    assert "104\u00a0timer" in svar.advarsler[0].tekst


def test_lonn_som_gir_mye_i_timen_er_mulig_men_boer_sjekkes(bok):
    def advarsler(lonn):
        svar = beregn(Situasjon.les(sam("timer_per_uke = 12", f"maanedslonn = {lonn}"), bok), bok)
        return [a for a in svar.planer[0].advarsler if a.id == "lonn.hoy_timelonn"]

    (mye,) = advarsler(300_000)
    assert "5\u00a0769,23\u00a0kroner i timen" in mye.tekst
    assert not advarsler(30_000)


def test_det_som_mangler_i_en_plans_jobb_skrives_i_planen(bok):
    jobben = '[[jobb]]\nstart = 2026-01-05\ntimer_per_uke = 12\ntimelonn = "vet ikke"\n'
    uten_jobb = sam("").partition("[[jobb]]")[0]

    def skriv(tekst):
        svar = beregn(Situasjon.les(uten_jobb + tekst, bok), bok)
        (mangel,) = [m for m in svar.planer[-1].mangler if m.inndata == "lonn.timelonn"]
        return (mangel.skriv or "").partition("\n")[0]

    i_planen = jobben.replace("[[jobb]]", '[[plan."12 timer".jobb]]')
    assert skriv(f'[plan."Som nå"]\n{i_planen}') == '[[plan."12 timer".jobb]]'
    gift = '[plan."Gift".husstand]\nhar_partner = true'
    assert skriv(f'{jobben}[plan."Som nå"]\n{gift}') == "[[jobb]]"


def test_et_belop_som_ikke_kan_regnes_ut_sies_ikke_aa_vaere_omtrent_noe(bok):
    svar = beregn(Situasjon.les(sam("timer_per_uke = 12", 'timelonn = "vet ikke"'), bok), bok)
    tekster = [m.tekst for m in svar.planer[0].meldinger]
    (feriepenger,) = [t for t in tekster if t.startswith("Nytt: feriepenger")]
    assert "feriepenger på et ukjent beløp før skatt" in feriepenger
    assert not any("omtrent et ukjent" in t or "omtrent (ukjent)" in t for t in tekster)


def test_uten_mandag_regnes_det_med_en_som_vises_som_antatt(bok):
    tekst = SAM.read_text(encoding="utf-8")
    linje = next(x for x in tekst.splitlines() if x.startswith("meldeperiode_starter"))

    def med(ny):
        return beregn(Situasjon.les(tekst.replace(linje, ny), bok), bok).planer[1]

    gitt, antatt = med("meldeperiode_starter = 2026-01-05"), med("")
    assert antatt.aar[0].gjort_opp_netto == gitt.aar[0].gjort_opp_netto
    (svar,) = [f for f in antatt.forutsetninger if f.inndata == "felles.meldeperiode_starter"]
    assert (svar.kilde, svar.verdi) == ("antatt", "5.\u00a0januar\u00a02026")
    assert any(m.inndata == "felles.meldeperiode_starter" and m.antatt for m in antatt.mangler)
    assert med('meldeperiode_starter = "vet ikke"').aar[0].gjort_opp_netto is None
