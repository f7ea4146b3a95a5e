"""Sosialhjelp som tillegg: krone for krone, og aldri det samme tapet to ganger."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import ROT
from ytelsesrad import Regelbok, Situasjon, beregn

P4 = (Path(ROT) / "docs" / "eksempler" / "p4.toml").read_text(encoding="utf-8")


def svar(bok, sosialhjelp: str):
    tekst = P4.replace(
        "[skatt]\n", f"[sosialhjelp]\nhar_sosialhjelp = true\n{sosialhjelp}\n\n[skatt]\n", 1
    )
    return beregn(Situasjon.les(tekst, bok), bok)


def netto(p):
    return [m.netto for m in p.maaneder]


def brutto(p, ytelse, aar=2026):
    return sum(b.brutto for b in p.betalinger if b.ytelse == ytelse and b.dato.year == aar)


def test_med_sosialhjelp_i_alle_maanedene_er_det_like_mye_inn_uansett(bok):
    """Normen er høyere enn alt som kommer inn. Da er det alltid normen en har, med og uten jobb."""
    r = svar(bok, "norm = 30_000\ngodkjent_boutgift = 11_500")
    for p in r.planer:
        assert set(netto(p)) == {Decimal(41_500)}, p.navn
    for p in r.planer[1:]:
        assert {m.mot_grunnlag for m in p.maaneder} == {Decimal(0)}


def test_tapet_av_bostotte_tas_av_sosialhjelpen(bok):
    """Uten sosialhjelp koster jobben bostøtten. Med sosialhjelp er det tapet borte."""
    uten = beregn(Situasjon.les(P4, bok), bok)
    med = svar(bok, "norm = 30_000\ngodkjent_boutgift = 11_500")
    naa, ti = uten.planer[0], uten.planer[1]
    tapt = brutto(naa, "bostotte") - brutto(ti, "bostotte")
    assert tapt == 2_420 * 5 + 1_617 + 2_292 * 5  # alt utenom januar, som gjelder desember
    mer = brutto(med.planer[0], "sosialhjelp") - brutto(med.planer[1], "sosialhjelp")
    ellers = sum(netto(ti)) - sum(netto(naa))
    # Sosialhjelpen går ned med det jobben gir etter at bostøtten er borte, ikke med mer.
    assert mer == ellers
    assert brutto(med.planer[0], "bostotte") == brutto(naa, "bostotte")


def test_naar_lonnen_er_over_normen_faller_sosialhjelpen_bort(bok):
    r = svar(bok, "norm = 12_000\ngodkjent_boutgift = 11_500")
    naa, ti, tjue = r.planer
    assert brutto(naa, "sosialhjelp") > brutto(ti, "sosialhjelp") >= brutto(tjue, "sosialhjelp")
    for p in r.planer:
        for m in p.maaneder:
            assert m.netto >= 23_500
    kort = {
        p.navn: [m.kort for m in p.meldinger if m.id.startswith("sosialhjelp.") and m.kort]
        for p in r.planer
    }
    assert kort == {
        "Som nå": [],
        "10 timer i uka": ["Du får ikke lenger sosialhjelp."],
        "20 timer i uka": ["Du får ikke lenger sosialhjelp."],
    }


def test_sosialhjelpen_er_merket_som_skjonn(bok):
    p = svar(bok, "norm = 30_000").planer[1]
    assert "sosialhjelp.sosialhjelp_skjonn" in [f.id for f in p.forbehold]
    assert next(linje.rad for linje in p.aar[0].linjer if linje.ytelse == "sosialhjelp") == (
        "Sosialhjelp (anslag)"
    )


def test_uten_kommunens_norm_brukes_statens_satser_og_det_staar(bok):
    p = svar(bok, "").planer[0]
    (norm,) = [f for f in p.forutsetninger if f.inndata == "sosialhjelp.norm"]
    assert norm.kilde == "antatt"
    assert "8\u00a0300" in norm.verdi


@pytest.mark.parametrize(
    ("barn", "norm"), [("", 9_000), ("[[barn]]\nbarn_fodt = 2021-06-01\n", 13_455)]
)
def test_en_kommunal_norm_er_en_liten_fil_til(barn, norm):
    bok = Regelbok.standard(ROT / "overlegg" / "kommunal-norm")
    tekst = P4.replace("[skatt]\n", "[sosialhjelp]\nhar_sosialhjelp = true\n\n[skatt]\n", 1)
    p = beregn(Situasjon.les(tekst.replace("[husstand]", f"{barn}\n[husstand]"), bok), bok).planer[
        0
    ]
    assert norm + 11_500 - min(netto(p)) <= 1 or min(netto(p)) >= norm + 11_500
    vanlig = beregn(Situasjon.les(tekst, Regelbok.standard()), Regelbok.standard()).planer[0]
    assert brutto(p, "sosialhjelp") >= brutto(vanlig, "sosialhjelp")


def test_restskatt_gjor_ikke_sosialhjelpen_hoyere(bok):
    """Restskatt er gjeld. Den fyller ikke sosialhjelpen opp, og svaret sier det."""
    tekst = P4.replace('tabell_brukes_av = "Nav"', 'tabell_brukes_av = "begge"', 1)
    tekst = tekst.replace("til        = 2026-12-31", "til        = 2027-12-31", 1)
    hjelp = "[sosialhjelp]\nhar_sosialhjelp = true\nnorm = 50_000\n"
    tekst = tekst.replace("[skatt]\n", f"{hjelp}\n[skatt]\n", 1)
    ti = beregn(Situasjon.les(tekst, bok), bok).planer[1]
    rest, _ = (b for b in ti.betalinger if b.betaling == "restskatt")
    assert rest.brutto < -10_000
    assert (rest.dato.year, rest.dato.month) == (2027, 8)
    i_august = [b for b in ti.betalinger if (b.dato.year, b.dato.month) == (2027, 8)]
    inn = sum(b.netto for b in i_august if b.betaling not in ("sosialhjelp", "restskatt"))
    (sosialhjelp,) = [b.brutto for b in i_august if b.betaling == "sosialhjelp"]
    assert inn + sosialhjelp == 61_500  # normen og husleien
    assert "sosialhjelp.sosialhjelp_restskatt" in {f.id for f in ti.forbehold}


def test_var_det_ingen_sosialhjelp_etter_normen_foer_jobben_sier_ikke_svaret_at_jobben_tok_den(bok):
    r = svar(bok, "norm = 5_000\ngodkjent_boutgift = 5_000")
    for p in r.planer:
        assert brutto(p, "sosialhjelp") == 0
        assert "sosialhjelp.sosialhjelp_faller_bort" not in {m.id for m in p.meldinger}
        assert [a for a in p.advarsler if "normen vi regner med" in a.tekst]
