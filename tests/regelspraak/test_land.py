"""Stripeland, reckoned by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from fractions import Fraction

import pytest
from stripeland import FORSLAG, kjor, land, svar

from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok, kjor_eksempler
from ytelsesrad.regelbok.bok import regnemodus
from ytelsesrad.regelspraak import Gitt, Kjoring, Oppgitt, Regnefeil, Ukjent


def d(maaned: int, dag: int = 1, aar: int = 2031) -> date:
    return date(aar, maaned, dag)


# ── values and versions ──────────────────────────────────────────────────────────────────────────


def test_eksemplene_i_reglene_stemmer() -> None:
    svarene = kjor_eksempler(land())
    assert len(svarene) == 6
    assert [s for s in svarene if not s.ok] == []


@pytest.mark.parametrize(
    ("dag", "sett_fra", "ventet"),
    [
        (d(4, 30), None, 1_000),
        (d(5, 1), None, 1_200),
        (d(5, 1), d(5, 31), 1_000),  # not in use yet
        (d(5, 1), d(6, 1), 1_200),
        (d(12, 31, 2032), None, 1_200),  # the proposal is not counted
    ],
)
def test_virkning_og_i_bruk(dag: date, sett_fra: date | None, ventet: int) -> None:
    assert svar(kjor({}), "felles.stripe", dag, sett_fra=sett_fra) == ventet


@pytest.mark.parametrize(
    ("sett_fra", "ventet"),
    [
        (d(2, 28), "0.10"),  # nothing newer is in use
        (d(3, 1), "0.20"),  # raised
        (d(5, 31), "0.20"),
        (d(6, 1), "0.125"),  # changed again before it was final
        (None, "0.125"),
    ],
)
def test_to_versjoner_med_samme_virkning(sett_fra: date | None, ventet: str) -> None:
    navn = "felles.satsen_som_ble_gjort_om"
    assert svar(kjor({}), navn, d(1), sett_fra=sett_fra) == D(ventet)


def test_kunnskapsdato_tar_bort_det_som_ikke_var_vedtatt() -> None:
    bok = land(kunnskapsdato=d(5, 19))  # decided on 20 May
    assert svar(kjor({}, bok), "felles.stripe", d(12)) == 1_000
    bok = land(kunnskapsdato=d(5, 20))
    assert svar(kjor({}, bok), "felles.stripe", d(12)) == 1_200


def test_foreslaatt_teller_bare_naar_det_bes_om() -> None:
    bok = land(statuser=frozenset(("vedtatt", "foreslått")))
    assert svar(kjor({}, bok), "felles.stripe", d(5, 1, 2032)) == 1_500


def test_settes_hvert_aar_blir_anslag() -> None:
    k = kjor({})
    for dag, anslag in ((d(4, 30, 2032), False), (d(5, 1, 2032), True)):
        svar(k, "felles.stripe", dag)
        merker = k.merker(k.nokkel("felles.stripe", dag))
        assert bool(merker) == anslag
    # What rests on an estimate is one too: April 2032 is not, May is, and so is the year.
    svar(k, "felles.stripe_i_snitt", d(1, 1, 2032))
    nr = k.program.nummer["felles.stripe"]
    assert k.merker(k.nokkel("felles.stripe_i_snitt", d(1, 1, 2032))) == {("anslag", nr)}
    svar(k, "felles.stripe_i_snitt", d(1))
    assert not k.merker(k.nokkel("felles.stripe_i_snitt", d(1)))


def test_snitt_over_maaneder() -> None:
    # January to April 1 000, May to December 1 200: (4 * 1 000 + 8 * 1 200) / 12 = 1 133 1/3
    fikk = svar(kjor({}), "felles.stripe_i_snitt", d(1))
    assert isinstance(fikk, D)
    assert abs(Fraction(fikk) - Fraction(3_400, 3)) < Fraction(1, 10**40)


def test_foer_forste_versjon_er_det_ingen_regel() -> None:
    with pytest.raises(Regnefeil, match="Ingen versjon av «stripe» gjelder 2029-12-31"):
        svar(kjor({}), "felles.stripe", d(12, 31, 2029))


# ── members and tables ───────────────────────────────────────────────────────────────────────────

FLOKK = {"felles.barn_fodt": [d(3, 1, 2020), d(7, 9, 2013), d(2, 2, 2031), d(8, 8, 2012)]}


def test_denne_gir_plass_i_flokken() -> None:
    k = kjor(FLOKK)
    assert [svar(k, "felles.barn_nummer", d(1), m) for m in range(4)] == [3, 2, 4, 1]


def test_tabeller_med_tall_ellers_og_ja_nei() -> None:
    k = kjor(FLOKK)
    # third 600 * 1, second 900 * 1 (17 years old), fourth 600 * 50 % (born this year),
    # first 1 200 * 1 in 2030 when turning 18, that is 0 %; so 2031: 19 years, 0
    assert [svar(k, "stotte.barnestripe", d(1), m) for m in range(4)] == [600, 0, 300, 0]
    # 2030: 17 years for the second, 18 for the first
    assert [svar(k, "stotte.barnestripe", d(1, 1, 2030), m) for m in range(2)] == [600, 900]
    assert svar(k, "stotte.barnestriper", d(1)) == 600 + 300 + 100  # four children: 100 more
    assert svar(kjor({"felles.barn_fodt": []}), "stotte.barnestriper", d(1)) == 0


@pytest.mark.parametrize(("husstand", "ventet"), [("alene", 12), ("par", 10), ("flokk", "8.5")])
def test_tabell_med_formler(husstand: str, ventet: object) -> None:
    k = kjor({"felles.husstand": husstand})
    assert svar(k, "stotte.striper", d(1)) == D(str(ventet))


def test_antatt_verdi_merkes() -> None:
    k = kjor({})
    assert svar(k, "stotte.full_stotte", d(1)) == 12_000
    nr = k.program.nummer["felles.husstand"]
    assert k.merker(k.nokkel("stotte.full_stotte", d(1))) == {("antatt", nr)}


# ── entitled, paid, settled ──────────────────────────────────────────────────────────────────────

MONA = {
    "stotte.har_stotte": True,
    "felles.husstand": "alene",
    "felles.fodselsdato": d(1, 1, 2000),
    "stotte.meldt_inntekt": {2030: {d(1, 1, 2029): 0}, 2031: {d(12, 1, 2030): 0, d(6, 10): 6_000}},
    "arbeid.arbeidsgiver": ["Stripefabrikken"],
    "arbeid.start": [d(7)],
    "arbeid.timelonn": [10],
    "arbeid.timer_per_uke": [30],
}


@pytest.fixture
def mona() -> Kjoring:
    return kjor(MONA)


def test_lonn(mona: Kjoring) -> None:
    # 30 * 10 * 52 / 12 = 1 300
    assert svar(mona, "arbeid.lonn", d(7)) == 1_300
    assert svar(mona, "arbeid.lonn", d(6)) == 0


def test_rett_for_aaret(mona: Kjoring) -> None:
    # six months of 1 300 = 7 800; 12 * 1 000 - 50 % * (7 800 - 2 * 1 000) = 9 100
    assert svar(mona, "stotte.inntekt_i_aaret", d(1)) == 7_800
    assert svar(mona, "stotte.stotte", d(1)) == 9_100


def test_betalt_maaned_for_maaned(mona: Kjoring) -> None:
    # January to June: nothing reported, 12 000 / 12.
    # July: 6 000 reported in June; 12 000 - 50 % * (6 000 - 1 000) = 9 500; (9 500 - 6 000) / 6
    # = 583.33, down to 583. August: (9 500 - 6 583) / 5 = 583.4.
    # September: the higher fribeløp is in use; 12 000 - 50 % * 4 000 = 10 000;
    # (10 000 - 7 166) / 4 = 708.5. Then 2 126 / 3 = 708.67, 1 418 / 2 = 709, 709.
    ventet = [1_000] * 6 + [583, 583, 708, 708, 709, 709]
    assert [svar(mona, "stotte.utbetalt", d(m)) for m in range(1, 13)] == ventet
    assert sum(ventet) == 10_000


def test_oppgjor_kan_bli_et_krav(mona: Kjoring) -> None:
    assert svar(mona, "stotte.etteroppgjor", d(1)) == 9_100 - 10_000


def test_gitt_vinner_og_tilstanden_gaar_videre_fra_det() -> None:
    k = kjor({**MONA, "stotte.utbetalt": {"2031-01": 900, "2031-02": 900}})
    assert svar(k, "stotte.utbetalt", d(1)) == 900
    assert svar(k, "stotte.utbetalt", d(3)) == 1_020  # (12 000 - 1 800) / 10


def test_betalinger_har_dag_merker_og_trekk(mona: Kjoring) -> None:
    with regnemodus():
        alle = {b.id: mona.plan.art(b.id) for b in mona.program.betalinger}
        lonn = [b for b in alle["lonn"] if b.dato.year == 2031 and mona.brutto(b.nr, 9_999_999)]
        assert [b.dato for b in lonn] == [
            d(7, 15),
            d(8, 15),
            d(9, 15),
            d(10, 15),
            d(11, 14),  # the 15th is a Saturday
            d(12, 15),
        ]
        juli = lonn[0]
        assert mona.merke(juli.nr, "betaler", 9_999_999) == "Stripefabrikken"
        assert mona.merke(juli.nr, "skryt", 9_999_999) == "Vel fortjent"
        # 1 300 - 20 % - 7
        assert mona.netto(juli.nr, 9_999_999) == 1_300 - 260 - 7
        stotte = [b for b in alle["stripestotte"] if b.p // 12 == 2031]
        # the last of March 2031 is a Monday; the 31st of May and August are a Saturday, a Sunday
        assert [b.dato for b in stotte[2:8]] == [
            d(3, 31),
            d(4, 30),
            d(6, 2),
            d(6, 30),
            d(7, 31),
            d(9, 1),
        ]
        trekk = [stotte[m - 1].nr for m in (11, 12)]
        # 10 per cent of 709 is 70.9, 71; in December nothing
        assert [mona.netto(nr, 9_999_999) for nr in trekk] == [709 - 71, 709]
        krav = next(b for b in alle["stripestotte_oppgjor"] if b.p == 2031)
        assert (krav.dato, krav.oppgjor) == (d(4, 1, 2032), True)
        assert mona.netto(krav.nr, 9_999_999) == -900


def test_trekk_kommer_etter_hverandre() -> None:
    k = kjor({**MONA, "avgift.har_bot": True})
    with regnemodus():
        assert [t.id for t in k.program.trekk] == ["forskudd", "kontingent", "bot"]
        stotte = next(b for b in k.plan.art("stripestotte") if b.p == 2031 * 12)
        # 1 000 - 100 = 900, less a tenth
        assert k.netto(stotte.nr, 9_999_999) == 810
        lonn = next(b for b in k.plan.art("lonn") if b.p == 2031 * 12 + 6)
        assert k.netto(lonn.nr, 9_999_999) == 1_033  # the fine is for the office only


def test_maaneden_er_en_sum_av_betalinger(mona: Kjoring) -> None:
    # June: May's and June's support come (2 June and 30 June), 900 each, and the settlement of
    # last year: 11 * 100 withheld, 5 % of 12 000 due. The wage of 0 is no payment: no fee of it.
    assert svar(mona, "avgift.til_aa_leve_av", d(6)) == 1_800 + 500
    # November: wage 1 033; the support of October is paid on 31 October
    # and that of November on 1 December (30 November is a Sunday)
    assert svar(mona, "avgift.til_aa_leve_av", d(11)) == 1_033


def test_betalinger_paa_null_kroner_er_ingen_betalinger(mona: Kjoring) -> None:
    # June: two supports and a settlement; the wage begins in July
    assert [svar(mona, "avgift.antall_utbetalinger", d(m)) for m in (5, 6, 7)] == [0, 3, 2]
    andeler = [svar(mona, "avgift.andel_som_teller", d(m)) for m in (5, 6, 7)]
    assert [andeler[0], andeler[2]] == [1, 1]
    assert andeler[1] != 1


def test_avgift_og_oppgjor(mona: Kjoring) -> None:
    # wage 7 800: 5 % * 3 000 + 10 % * 2 800 = 150 + 280 = 430
    assert svar(mona, "avgift.trinnavgift", d(1)) == 430
    # support paid in 2031. 31 December 2030 is a Tuesday, so December 2030's is in 2030;
    # 31 December 2031 is a Wednesday. So it is the year's 10 000; 5 % = 500
    assert svar(mona, "avgift.stonadsgrunnlag", d(1)) == 10_000
    assert svar(mona, "avgift.avgift", d(1)) == 930
    # withheld: 6 * 260 + 6 * 100 + 58 + 58 + 71 + 71 + 71 + 0
    assert svar(mona, "avgift.trukket", d(1)) == 1_560 + 600 + 329
    assert svar(mona, "avgift.oppgjor", d(1)) == 2_489 - 930


def test_med_bytter_bare_det_som_ligger_over(mona: Kjoring) -> None:
    # 5 % * 1 000, flat 0
    assert svar(mona, "avgift.avgift_uten_trinn", d(1)) == 50
    assert svar(mona, "avgift.avgift", d(1)) == 930


def test_avrunding_til_partall_av_ti_kroner() -> None:
    # 5 % of 2 500 is 125: the even tens are 120; of 2 700 it is 135: 140
    for grunnlag, ventet in ((2_500, 120), (2_700, 140), (2_520, 130)):
        k = kjor({"avgift.stonadsgrunnlag": grunnlag})
        assert svar(k, "avgift.flat_avgift", d(1)) == ventet


# ── days and fortnights ──────────────────────────────────────────────────────────────────────────

STUDENT = {
    "felles.meldeperiode_starter": d(1, 6),
    "stipend.stipend_fra": d(1, 1, 2031),
}


def test_per_dag_og_tak_som_skifter_inni_perioden() -> None:
    # The fortnight 6–19 January: the ceiling falls on the 15th. Seven weekdays before it
    # (6–10, 13, 14), three from it (15–17). 5 hours a day on the first seven: 35 / 52.5 = 0.667,
    # 67 %: above 60. Nothing for those; the other three have no hours: 3 a day
    # (1 000 / 400 = 2.5, up to 3).
    timer = {d(1): 0, d(1, 6): 5, d(1, 15): 0}
    k = kjor({**STUDENT, "stipend.timer": timer})
    assert svar(k, "stipend.arbeidsandel", d(1, 14)) == D("0.67")
    assert svar(k, "stipend.arbeidsandel", d(1, 15)) == 0
    assert svar(k, "stipend.stipend", d(1, 6)) == 9
    # With 4 hours: 28 / 52.5 = 0.533, 53 %; 7 * 3 * 0.47 + 9 = 18.87
    k = kjor({**STUDENT, "stipend.timer": {d(1): 0, d(1, 6): 4, d(1, 15): 0}})
    assert svar(k, "stipend.stipend", d(1, 19)) == 19


def test_halv_rundes_mot_null() -> None:
    # The fortnight 20 January to 2 February: 3.75 hours on each of ten days is 50 %: above 40.
    # Seven days of 3 hours: 21 / 75 = 28 %: 10 * 3 * 0.72 = 21.6. With half a day of 0.35 off:
    # find a tie: 10 days * 3 * (1 - 0.35) = 19.5, to 19.
    timer = {d(1): 0, d(1, 20): D("2.5"), d(1, 31): D("3.75")}  # nine days, then one Friday
    # 9 * 2.5 + 3.75 = 26.25; / 75 = 0.35
    k = kjor({**STUDENT, "stipend.timer": timer})
    assert svar(k, "stipend.arbeidsandel", d(1, 20)) == D("0.35")
    assert svar(k, "stipend.stipend", d(1, 20)) == 19


def test_ny_stripe_midt_i_perioden() -> None:
    # 28 April to 11 May: three weekdays (28–30 April) at 3, seven at 1 200 / 400 = 3 exactly.
    k = kjor(STUDENT)
    assert svar(k, "stipend.dagsats", d(4, 30)) == 3
    assert svar(k, "stipend.dagsats", d(5, 1)) == 3
    assert svar(k, "stipend.stipend", d(5, 1)) == 30


def test_sent_kort_trekkes_dag_for_dag() -> None:
    # The fortnight 6–19 January has its card on 14 February: the next period begins 20 January,
    # 25 days late is three whole weeks: three days without money in 20 January–2 February.
    # (The card of 20 January–2 February comes in time.)
    k = kjor({**STUDENT, "stipend.kort_mottatt": {d(1, 6): d(2, 14), d(1, 20): d(2, 3)}})
    assert svar(k, "stipend.hele_uker_for_sent", d(1, 20)) == 3
    trekkes = [svar(k, "stipend.trekkes", d(1, dag)) for dag in range(20, 25)]
    assert trekkes == [True, True, True, False, False]
    assert svar(k, "stipend.stipend", d(1, 20)) == 21
    assert svar(k, "stipend.stipend", d(2, 3)) == 30


def test_mange_dager_ruller_over_i_neste_periode() -> None:
    # 12 weeks late: ten days here, two in the next.
    k = kjor({**STUDENT, "stipend.kort_mottatt": {d(1, 6): d(4, 14), d(1, 20): d(2, 3)}})
    assert svar(k, "stipend.hele_uker_for_sent", d(1, 20)) == 12
    assert svar(k, "stipend.stipend", d(1, 20)) == 0
    assert svar(k, "stipend.stipend", d(2, 3)) == 24


def test_kvoten_som_tilstand_og_dato_som_svar() -> None:
    # 30 days used before; the run begins on 1 January 2030 and the right on 1 January 2031.
    # 70 weekdays from 1 January 2031: 3 in the first week (1–3), then 13 whole weeks are 65: 68 on
    # Friday 4 April; the 70th is Tuesday 8 April.
    k = kjor({**STUDENT, "stipend.dager_foer": 30})
    assert svar(k, "stipend.siste_stipenddag", d(12)) == d(4, 8)
    assert svar(k, "stipend.dager_brukt", d(4, 8)) == 100
    assert svar(k, "stipend.dager_brukt", d(12, 31, 2029)) == 30  # before the beginning
    with pytest.raises(Regnefeil, match="ingen dato"):
        svar(k, "stipend.siste_stipenddag", d(12, 31, 2030))


def test_lang_tilstand_blir_ikke_dyp(mona: Kjoring) -> None:
    k = kjor({**STUDENT, "stipend.stipend_fra": d(1, 1, 2030)})
    # three years of weekdays: 261 in each of 2030, 2031; 262 in 2032
    assert svar(k, "stipend.dager_brukt", d(12, 31, 2032)) == 261 + 261 + 262


def test_betaling_per_meldeperiode_paa_bankdag() -> None:
    k = kjor(STUDENT)
    with regnemodus():
        dager = [b.dato for b in k.plan.art("stipend") if b.dato.year == 2031][:8]
    # each second Monday, but 17 March is a holiday and so is Monday 14 April (Easter 13 April)
    assert dager == [
        d(1, 6),
        d(1, 20),
        d(2, 3),
        d(2, 17),
        d(3, 3),
        d(3, 18),
        d(3, 31),
        d(4, 15),
    ]


def test_uten_mandag_sporres_det_etter_den() -> None:
    k = kjor({"stipend.stipend_fra": d(1)})
    with pytest.raises(Ukjent) as e:
        svar(k, "stipend.stipend", d(1, 6))
    assert e.value.inndata == {(k.program.nummer["felles.meldeperiode_starter"], 0)}


# ── years ────────────────────────────────────────────────────────────────────────────────────────


def test_de_beste_av_flere_aar() -> None:
    poeng = {2026: 3, 2027: 7, 2028: 1, 2029: 6, 2030: 2}
    k = kjor({"stipend.skoleaar": d(8, 1, 2026), "stipend.poeng": poeng})
    # «fra … til …» takes the years that begin from 1 August 2026 to 1 August 2030: 2027 to 2030
    assert svar(k, "stipend.beste_poeng", d(1)) == D("6.5")
    k = kjor({"stipend.skoleaar": d(1, 1, 2026), "stipend.poeng": poeng})
    assert svar(k, "stipend.beste_poeng", d(1)) == D("6.5")
    assert svar(k, "stipend.svakeste_poeng", d(1)) == 3
    assert svar(k, "stipend.beste_snitt_eller_siste", d(1)) == D("6.5")


@pytest.mark.parametrize(
    ("x", "opp", "ned", "naermest", "partall", "halv_ned"),
    [
        ("2.5", 3, 2, 3, 2, 2),
        ("3.5", 4, 3, 4, 4, 3),
        ("-2.5", -2, -3, -3, -2, -2),
        ("2.51", 3, 2, 3, 3, 3),
        ("2.49", 3, 2, 2, 2, 2),
        ("-0.5", 0, -1, -1, 0, 0),
        ("7", 7, 7, 7, 7, 7),
    ],
)
def test_fem_avrundinger(
    x: str, opp: int, ned: int, naermest: int, partall: int, halv_ned: int
) -> None:
    k = kjor({"stipend.rundt": D(x)})
    navn = ("opp", "ned", "naermest", "partall", "halv_ned")
    fikk = [svar(k, f"stipend.rundt_{n}", d(1)) for n in navn]
    assert fikk == [opp, ned, naermest, partall, halv_ned]


# ── unknowns ─────────────────────────────────────────────────────────────────────────────────────


def test_ukjent_gjor_ingen_skade_der_ingen_spor() -> None:
    uten = {n: v for n, v in MONA.items() if n != "arbeid.timelonn"}
    k = kjor({**uten, "stotte.har_stotte": False})
    assert svar(k, "stotte.stotte", d(1)) == 0  # the wage is never asked for
    assert svar(k, "arbeid.lonn", d(6)) == 0  # nor before the job begins
    with pytest.raises(Ukjent) as e:
        svar(k, "arbeid.lonn", d(7))
    assert e.value.inndata == {(k.program.nummer["arbeid.timelonn"], 0)}


def test_gitt_i_stedet_for_regnet() -> None:
    uten = {n: v for n, v in MONA.items() if n != "arbeid.timelonn"}
    k = kjor({**uten, "arbeid.maanedslonn": [2_000]})
    assert svar(k, "arbeid.lonn", d(7)) == 2_000


# ── overlays ─────────────────────────────────────────────────────────────────────────────────────


def test_utvider_og_erstatter() -> None:
    k = kjor({**MONA, "arbeid.start": [d(1, 1, 2030)]}, land(FORSLAG))
    # The gift counts as income: a fourth of 1 200 is 300. Wages 15 600.
    # 2031: fribeløp 2 000: 25 % * (15 900 - 2 000) = 3 475
    assert svar(k, "stotte.avkorting", d(1)) == 3_475
    # 2032: fribeløp 5 stripes of 1 200; 25 % * (15 900 - 6 000) = 2 475
    assert svar(k, "stotte.avkorting", d(1, 1, 2032)) == 2_475
    assert svar(k, "stotte.fribelop", d(1, 1, 2030)) == 1  # the old versions stand


def test_ny_ytelse_flyter_inn_i_avgift_og_inntekt_uten_en_linje_andre_steder(
    mona: Kjoring,
) -> None:
    med = kjor(MONA, land(FORSLAG))
    # paid on 24 December, a support: in both bases
    for regel in ("stotte.inntekt_i_aaret", "avgift.stonadsgrunnlag"):
        foer = D(7_800) if regel.startswith("stotte") else None
        if foer is not None:
            assert svar(med, regel, d(1)) == foer + 300
    with regnemodus():
        gave = next(b for b in med.plan.art("gave") if b.p == 2031)
        assert med.netto(gave.nr, 9_999_999) == 150


# ── the graph ────────────────────────────────────────────────────────────────────────────────────

TO_BETALINGER = """
tema = "T"
hjemmel = "h"
periode = "måned"
[merke.teller]
enhet = "ja/nei"
sporsmaal = "Teller den?"
[ytelse.t]
navn = "T"
rett = "belop"
[lonn]
enhet = "kr/måned"
inndata = {{ sporsmaal = "Hva?" }}
[belop]
enhet = "kr/måned"
formel = "10 prosent * sum(betaling.brutto for hver betaling hvor {hvor})"
[betaling.lonn]
tittel = "Lønn"
betaler = "Sjefen"
ytelse = "t"
belop = "lonn"
dag = "siste_dag"
merker = {{ teller = true }}
[betaling.belop]
tittel = "Beløp"
betaler = "Kontoret"
ytelse = "t"
belop = "belop"
dag = "siste_dag"
merker = {{ teller = false }}
"""


@pytest.mark.parametrize(
    "hvor",
    [
        "betaling.teller",
        "betaling.teller og betaling.brutto > 100 kr",
        "betaling.brutto > 100 kr og betaling.teller",
        "betaling.kilde <> 'belop'",
        "ikke (nei eller betaling.kilde = 'belop')",
    ],
)
def test_en_betaling_som_filteret_holder_ute_gir_ingen_ring(hvor: str) -> None:
    bok = Regelbok.fra_tekst({"t/t.toml": TO_BETALINGER.format(hvor=hvor)})
    assert svar(kjor({"t.lonn": 200}, bok), "t.belop", d(1)) == 20


@pytest.mark.parametrize("hvor", ["ja", "betaling.brutto > 100 kr", "ikke betaling.teller"])
def test_en_betaling_som_kan_vaere_med_i_sin_egen_sum_er_en_ring(hvor: str) -> None:
    with pytest.raises(Feilsamling) as e:
        Regelbok.fra_tekst({"t/t.toml": TO_BETALINGER.format(hvor=hvor)})
    assert {f.kode for f in e.value.feil} == {"R18"}


@pytest.mark.parametrize(
    ("ellers", "teller"), [("", 0), ("ellers = true\n", 50), ("ellers = false\n", 0)]
)
def test_et_merke_kan_ha_en_verdi_for_dem_som_ikke_sier_noe(ellers: str, teller: int) -> None:
    kapittel = TO_BETALINGER.format(hvor="betaling.teller og betaling.kilde = 'lonn'")
    kapittel = kapittel.replace(
        'sporsmaal = "Teller den?"\n', f'sporsmaal = "Teller den?"\n{ellers}'
    )
    if ellers:
        kapittel = kapittel.replace("merker = { teller = true }", "merker = { }")
    else:
        kapittel = kapittel.replace("merker = { teller = true }", "merker = { teller = false }")
    bok = Regelbok.fra_tekst({"t/t.toml": kapittel})
    gitt = Gitt((Oppgitt("t.lonn", alltid=D(500)),))
    with regnemodus():
        svar = bok.kjor(gitt, date(2031, 1, 1), date(2031, 12, 31)).les("t.belop", date(2031, 3, 1))
    assert svar == teller


LAG_I_LAG = """
tema = "T"
hjemmel = "h"
periode = "år"
[inntekt]
enhet = "kr/år"
formel = "100 kr/år"
[sats]
enhet = "prosent"
formel = "hvis inntekt > 500 kr/år så 50 prosent ellers 10 prosent"
[avgift]
enhet = "kr/år"
formel = "sats * inntekt"
[med_egen_sats]
enhet = "kr/år"
formel = "avgift med inntekt = 1000 kr/år"
[begge]
enhet = "kr/år"
formel = "med_egen_sats med sats = 20 prosent"
"""


def test_det_som_er_satt_inn_blir_staaende_naar_noe_mer_settes_inn() -> None:
    bok = Regelbok.fra_tekst({"t/t.toml": LAG_I_LAG})
    with regnemodus():
        kjoring = bok.kjor(None, date(2031, 1, 1), date(2031, 12, 31))
        svar = {
            n: kjoring.les(f"t.{n}", date(2031, 3, 1)) for n in ("avgift", "med_egen_sats", "begge")
        }
    # satsen hviler på inntekten, men når den er satt til 20 prosent, er den det
    assert svar == {"avgift": 10, "med_egen_sats": 500, "begge": 200}


# ── what it is natural to go along ───────────────────────────────────────────────────────────────


def test_inndata_sier_hva_det_er_naturlig_aa_gaa_langs() -> None:
    inndata = land().inndata
    timer = inndata["arbeid.timer_per_uke"].inndata
    assert timer is not None
    assert timer.langs is not None
    assert timer.langs.til == 40
    assert timer.langs.med == ("maanedslonn",)
    uten = inndata["arbeid.timelonn"].inndata
    assert uten is not None
    assert uten.langs is None
