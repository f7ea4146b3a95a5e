"""Fire behov som lett blir glemt: arbeidsgiveren, institusjon, læretid, og flere år fram i tid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ytelser.hjelp import BASIS, UFORETRYGD, betalt, jobb, meldinger, planer
from ytelsesrad import Regelbok, Situasjon, beregn

AAP = "\n[aap]\nrett_fra = 2025-02-01\nrett_til = 2027-12-31\ngrunnlag_g = 3.9\n"
SOM_NAA = '\n[plan."som nå"]\n'


# ── R15: det arbeidsgiveren kan få ──────────────────────────────────────────────────────────────


def test_svaret_har_noe_aa_ta_med_til_arbeidsgiveren(bok: Regelbok) -> None:
    tilskudd = 'tilskudd = "midlertidig, nedsatt arbeidsevne"'
    p = planer(bok, UFORETRYGD + SOM_NAA + jobb("uten") + jobb("med", tilskudd))
    for navn in ("uten", "med"):
        tekst = meldinger(p[navn])["lonnstilskudd.virkemidler_for_arbeidsgiveren"]
        assert tekst.startswith("Til arbeidsgiveren:")
        assert "mentor" in tekst
        assert "inkluderingstilskudd" in tekst
    assert "60\u00a0prosent" in meldinger(p["med"])["lonnstilskudd.til_arbeidsgiveren"]
    assert not [m for m in meldinger(p["som nå"]) if m.startswith("lonnstilskudd.")]
    assert p["med"].aar == p["uten"].aar


# ── R23: den som bor i institusjon ──────────────────────────────────────────────────────────────

INNE = "[plan.{0}]\n[plan.{0}.aap]\ninnlagt = 2026-01-12\nutskrevet = 2026-09-30\n{1}\n"


def test_aap_er_halv_fra_den_femte_maaneden_i_institusjon_til_en_skrives_ut(bok: Regelbok) -> None:
    bolig = "forsorger_eller_boutgifter = true"
    p = planer(bok, AAP + SOM_NAA + INNE.format("inne", "") + INNE.format("bolig", bolig))
    hjemme = {x.fra_dag: x.brutto for x in p["som nå"].perioder}
    inne = {x.fra_dag: x.brutto for x in p["inne"].perioder}
    hele = [d for d in hjemme if d <= date(2026, 4, 13) or d >= date(2026, 10, 12)]
    halve = [d for d in hjemme if date(2026, 5, 11) <= d <= date(2026, 9, 14)]
    assert len(hele) + len(halve) == len(hjemme) - 2  # to meldeperioder er delt
    assert [inne[d] for d in hele] == [hjemme[d] for d in hele]
    assert [2 * inne[d] for d in halve] == [hjemme[d] for d in halve]
    assert {x.fra_dag: x.brutto for x in p["bolig"].perioder} == hjemme


def test_uforetrygd_i_institusjon_sies_og_regnes_ikke_i_stillhet(bok: Regelbok) -> None:
    opphold = 'opphold = { 2026-01-01 = "institusjon", 2026-09-01 = "hjemme" }'
    p = planer(bok, UFORETRYGD + SOM_NAA + f"[plan.inne]\n[plan.inne.uforetrygd]\n{opphold}\n")
    assert "14\u00a0prosent" in meldinger(p["inne"])["uforetrygd.i_institusjon"]
    assert "uforetrygd.opphold" in [f.id for f in p["inne"].forbehold]
    assert "uforetrygd.i_institusjon" not in meldinger(p["som nå"])
    assert "uforetrygd.opphold" not in [f.id for f in p["som nå"].forbehold]


# ── R24: utskrivning og flytting ────────────────────────────────────────────────────────────────


def test_bostotten_begynner_naar_en_skrives_ut_og_flytter(bok: Regelbok) -> None:
    ut = (
        "[bostotte]\nhar_bostotte = true\nboutgift = { 2025-12-01 = 0, 2026-05-01 = 8_900 }\n"
        "husstanden_kan_faa = { 2025-12-01 = false, 2026-05-01 = true }\n"
    )
    p = planer(bok, ut.join(("", SOM_NAA)))
    faar = betalt(p["som nå"], "bostotte")
    assert faar
    assert min(faar) == "2026-05"


# ── R27: læretid og studielån ───────────────────────────────────────────────────────────────────


def test_laerling_paa_tiltak_beholder_aap_etter_lonnen_og_ikke_timene(
    bok: Regelbok, rot: Path
) -> None:
    svar = beregn(Situasjon.les(rot / "docs" / "eksempler" / "p11.toml", bok), bok)
    p = {x.navn: betalt(x, "aap") for x in svar.planer}
    uten_jobb, tiltak = p["Som nå"]["2027-03"], p["Lære som tiltak"]
    # lønnen er 30 prosent av en fagarbeiders, og 40 fra juli. Dagsatsen rundes til hele kroner.
    assert abs(tiltak["2027-03"] - uten_jobb * Decimal("0.7")) <= 30
    assert abs(tiltak["2027-08"] - p["Som nå"]["2027-08"] * Decimal("0.6")) <= 30
    assert max(p["Lære uten tiltak"]) < "2027-01"


def test_den_som_har_studielaan_faar_vite_hva_lonnen_betyr(bok: Regelbok) -> None:
    laan = "[gjeld]\nhar_studielan = true\n"
    med = planer(bok, UFORETRYGD + laan + SOM_NAA + jobb("jobb"))["jobb"]
    uten = planer(bok, UFORETRYGD + SOM_NAA + jobb("jobb"))["jobb"]
    assert any("Lånekassen" in t for t in meldinger(med).values())
    assert not any("Lånekassen" in t for t in meldinger(uten).values())
    assert "studielan.laanekassen_grenser" in [f.id for f in med.forbehold]


# ── R29: flere år fram i tid ────────────────────────────────────────────────────────────────────


def test_fire_aar_med_den_regelendringen_som_er_kjent(bok: Regelbok) -> None:
    """To år med uføretrygd er gått i mars 2027, og da er fribeløpet høyere."""
    til = BASIS.replace("til        = 2026-12-31", "til        = 2029-12-31")
    nylig = UFORETRYGD.replace("2019-03-01", "2025-04-01")
    p = planer(bok, nylig + SOM_NAA + jobb("jobb", lonn="9_000"), til)
    assert [a.aar for a in p["jobb"].aar] == [2026, 2027, 2028, 2029]
    assert [a.sikkerhet for a in p["jobb"].aar] == ["beregnet", "anslag", "anslag", "anslag"]
    assert "anslag" in [f.id for f in p["jobb"].forbehold]

    def uforetrygd(navn: str) -> list[Decimal | None]:
        return [x.gjort_opp for a in p[navn].aar for x in a.linjer if x.ytelse == "uforetrygd"]

    (foer, *etter), (hele, *fortsatt) = uforetrygd("jobb"), uforetrygd("som nå")
    assert foer is not None
    assert hele is not None
    assert foer < hele
    assert etter == fortsatt


@pytest.mark.parametrize("timer", [10, 20])
def test_et_forslag_regnes_bare_naar_det_bes_om(rot: Path, bok: Regelbok, timer: int) -> None:
    forslag = Regelbok.standard(
        rot / "overlegg" / "forslag-2027", statuser=("vedtatt", "anslag", "foreslått")
    )
    til = BASIS.replace("2026-01-01", "2027-01-01").replace("2026-12-31", "2027-12-31")
    tekst = UFORETRYGD + SOM_NAA + jobb("jobb", timer=str(timer))
    vedtatt, foreslaatt = (planer(b, tekst, til)["jobb"].aar[0] for b in (bok, forslag))
    assert {x.ytelse for x in foreslaatt.linjer} == {x.ytelse for x in vedtatt.linjer}
    assert foreslaatt.gjort_opp_netto != vedtatt.gjort_opp_netto
