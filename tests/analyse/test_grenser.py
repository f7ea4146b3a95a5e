"""Grensene i eksemplene, i et oppfunnet land, i tekst, JSON og CSV, og det som ikke går."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from ytelsesrad import (
    Bevegelse,
    Feilsamling,
    Grenser,
    Regelbok,
    Situasjon,
    beregn,
    finn_grenser,
    gevinster,
)
from ytelsesrad.kommandolinje import hoved
from ytelsesrad.visning import grenser_csv, grenser_tekst, som_json

D = Decimal
MELLOM = "\u00a0"


def av(rot: Path, bok: Regelbok, fil: str, *langs: Bevegelse, **valg: str) -> Grenser:
    situasjon = Situasjon.les(rot / "docs" / "eksempler" / f"{fil}.toml", bok)
    return finn_grenser(situasjon, bok, langs, **valg)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def mari(rot: Path, bok: Regelbok) -> Grenser:
    return av(rot, bok, "p4", Bevegelse("timer_per_uke", D(0), D(40)), plan="10 timer i uka")


@pytest.fixture(scope="module")
def sam(rot: Path, bok: Regelbok) -> Grenser:
    plan = "50 prosent stilling"
    return av(rot, bok, "p1", Bevegelse("stillingsprosent", D(0), D(100)), plan=plan)


# ── Mari ────────────────────────────────────────────────────────────────────────────────────────


def terskel(g: Grenser, regel: str, art: str):
    return next(t for t in g.terskler if t.art == art and t.aarsaker[0].regel == regel)


def test_bunnfradraget_og_inntektstaket_er_der_loven_sier(mari: Grenser) -> None:
    knekk = terskel(mari, "uforetrygd.over_bunnfradraget", "knekk")
    assert knekk.aarsaker[0].grense == "Bunnfradrag"
    assert knekk.aarsaker[0].grense_verdi == f"136{MELLOM}549{MELLOM}kroner"
    assert abs(knekk.ved * 52 * D("236.54") - 136_549) < D("0.01")
    fall = terskel(mari, "uforetrygd.uforetrygd", "fall")
    assert fall.aarsaker[0].grense == "Inntektstak"
    assert fall.aarsaker[0].hjemmel == "folketrygdloven § 12-14"
    assert abs(fall.ved * 52 * D("236.54") - 392_000) < D("0.01")
    assert -91_000 < fall.hopp < -90_000
    assert "Du får ingen uføretrygd" in (fall.aarsaker[0].setning_etter or "")
    assert "Du får ingen uføretrygd" not in (fall.aarsaker[0].setning_for or "")


def test_satsene_er_delt_paa_hvem_som_tar(mari: Grenser) -> None:
    for s in mari.strekninger:
        assert s.igjen_av_100 is not None
        assert sum(a.av_100 or D(0) for a in s.andeler) == pytest.approx(s.igjen_av_100)
        assert next(a.av_100 for a in s.andeler if a.ytelse == "lonn") == 100
    over = next(s for s in mari.strekninger if s.fra < 20 < s.til)
    assert next(a.av_100 for a in over.andeler if a.ytelse == "uforetrygd") == D("-59.9")


def test_strekningene_henger_sammen(mari: Grenser, sam: Grenser) -> None:
    for g in (mari, sam):
        assert g.strekninger[0].fra == g.langs[0].fra
        assert g.strekninger[-1].til == g.langs[0].til
        for a, b in zip(g.strekninger, g.strekninger[1:], strict=False):
            assert a.til == b.fra
        assert [t.ved for t in g.terskler] == [s.fra for s in g.strekninger[1:]]


def test_avstanden_fra_planene(mari: Grenser) -> None:
    knekk = terskel(mari, "uforetrygd.over_bunnfradraget", "knekk")
    assert [(a.plan, round(a.avstand, 1)) for a in knekk.avstander] == [
        ("10 timer i uka", D("1.1")),
        ("20 timer i uka", D("-8.9")),
    ]
    assert knekk.avstander[0].kroner is not None
    assert round(knekk.avstander[0].kroner) == 13_548


def test_forbi_fallet_er_det_sagt_hva_som_gir_like_mye(mari: Grenser) -> None:
    fall = terskel(mari, "uforetrygd.uforetrygd", "fall")
    assert fall.like_mye is not None
    assert fall.etter is not None
    assert mari.belop_ved(fall.like_mye) >= fall.etter.belop - mari.baand
    assert mari.belop_ved(fall.like_mye - mari.steg) < fall.etter.belop + mari.baand
    assert fall.innhentet is None
    (tap,) = [t for t in mari.tap if t.mindre > 10_000]
    assert (tap.fra, tap.til, tap.terskel) == (fall.ved, None, fall.id)


def test_veien_til_mer(mari: Grenser) -> None:
    assert mari.grunnlag is not None
    maal = mari.grunnlag + 12 * 2_000
    (bit,) = mari.veien_til(maal)
    assert abs(mari.belop_ved(bit[0]) - maal) < 1
    assert bit[1] == 40
    assert mari.veien_til(D(10_000_000)) == ()
    with pytest.raises(ValueError, match="utenfor"):
        mari.belop_ved(41)


# ── Sam ─────────────────────────────────────────────────────────────────────────────────────────


def test_taket_paa_meldekortet(sam: Grenser) -> None:
    (fall,) = [t for t in sam.terskler if t.art == "fall"]
    assert sam.trinnvis
    assert fall.ved == 60
    assert fall.aarsaker[0].regel == "aap.over_taket"
    assert fall.for_ is not None
    assert fall.etter is not None
    assert (fall.for_.stilling, fall.for_.trinn) == (D(60), f"45{MELLOM}timer")
    assert fall.etter.trinn == f"45,5{MELLOM}timer"
    assert fall.like_mye is None
    assert fall.innhentet is not None
    assert 85 < fall.innhentet < 92
    avstand = {a.plan: a.trinn for a in fall.avstander}
    assert avstand["50 prosent stilling"] == f"7,5{MELLOM}timer"


def test_den_som_er_helt_paa_grensen_har_ingen_margin(sam: Grenser) -> None:
    (fall,) = [t for t in sam.terskler if t.art == "fall"]
    paa = next(p for p in sam.planer if p.plan == "60 prosent stilling")
    assert (paa.uten_margin, paa.igjen_av_100) == (fall.id, None)
    assert paa.en_til is not None
    assert paa.en_til < -50_000
    assert all(p.uten_margin is None for p in sam.planer if p is not paa)


# ── Vist ────────────────────────────────────────────────────────────────────────────────────────


def test_teksten_sier_det_som_gir_mindre_foerst(mari: Grenser, sam: Grenser) -> None:
    for g, over in ((mari, "OVER 31,8"), (sam, "OVER 60")):
        tekst = grenser_tekst(g, 100, mer=[D(2000)])
        linjer = tekst.splitlines()
        forste = next(linje for linje in linjer if linje.startswith("  "))
        assert forste.strip().replace(MELLOM, " ").startswith(over)
        assert "MINDRE Å LEVE FOR" in forste.replace(MELLOM, " ")
        assert max(map(len, linjer)) <= 100
        assert "lønner seg" not in tekst


def test_teksten_uten_noe_fall_lover_ingenting(rot: Path, bok: Regelbok) -> None:
    g = av(rot, bok, "p4", Bevegelse("timer_per_uke", D(5), D(30)), plan="10 timer i uka")
    tekst = " ".join(grenser_tekst(g).split())
    assert "Vi finner ingen grense fra 5 til 30 timer der du får mindre" in tekst
    assert "Minst sitter du igjen med fra 11,1 til 30 timer: 27 av" in tekst


@pytest.mark.parametrize("bredde", [60, 80, 140])
def test_teksten_holder_seg_innenfor_bredden(mari: Grenser, bredde: int) -> None:
    assert max(map(len, grenser_tekst(mari, bredde, mer=[D(500)]).splitlines())) <= bredde


def test_json_og_csv_har_de_samme_tallene(mari: Grenser) -> None:
    data = json.loads(som_json(mari))
    assert data["skjema"] == "grenser-1"
    assert Grenser.model_validate_json(som_json(mari)) == mari
    rader = list(csv.DictReader(StringIO(grenser_csv(mari))))
    assert len(rader) == 2 * len(data["strekninger"])
    for s, fra, til in zip(data["strekninger"], rader[::2], rader[1::2], strict=True):
        assert (fra["stilling"], fra["a_leve_for"]) == (s["fra"], s["belop_fra"])
        assert (til["stilling"], til["a_leve_for"]) == (s["til"], s["belop_til"])


def test_gevinsten_er_den_samme_som_i_svaret(rot: Path, bok: Regelbok) -> None:
    resultat = beregn(Situasjon.les(rot / "docs" / "eksempler" / "p1.toml", bok), bok)
    alle = {x.plan: x for x in gevinster(resultat)}
    halv = alle["50 prosent stilling"]
    endring = next(e for e in resultat.endringer if e.plan == halv.plan)
    assert halv.per_maaned == endring.per_maaned
    assert (halv.laveste_maaned, halv.laveste_belop) == ("2026-01", D(13_364))
    assert halv.forste_maaned_med_mer == "2026-02"
    assert "2026-01" in halv.maaneder_med_mindre


# ── Linjer som ikke går ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fil", "langs", "plan", "kode", "sagt"),
    [
        ("p4", [], "Som nå", "G01", "ikke noe som øker"),
        ("p4", [("timer", 0, 40)], "10 timer i uka", "G01", "timer_per_uke"),
        ("p4", [("timer_per_uke", 0, 40)], "Som nå", "G01", "ingen «jobb»"),
        ("p4", [("timer_per_uke", 0, 40)], "10 timer", "G01", "finnes ikke"),
        ("p4", [("timer_per_uke", 0, 90)], "10 timer i uka", "G01", "fra 0 til 80"),
        ("p4", [("timelonn", 0, 10000)], "10 timer i uka", "G01", "går fra 0 til 10\u00a0000."),
        ("p4", [("timer_per_uke", 9, 9)], "10 timer i uka", "G01", "et stykke"),
        ("p1", [("timer_per_uke", 0, 40)], "50 prosent stilling", "S20", "sier ikke det samme"),
    ],
)
def test_feil_sier_hva_som_er_galt(
    rot: Path,
    bok: Regelbok,
    fil: str,
    langs: Sequence[tuple[str, int, int]],
    plan: str,
    kode: str,
    sagt: str,
) -> None:
    linje = [Bevegelse(navn, D(fra), D(til)) for navn, fra, til in langs]
    with pytest.raises(Feilsamling) as feil:
        av(rot, bok, fil, *linje, plan=plan)
    assert feil.value.feil[0].kode == kode
    assert sagt in str(feil.value)


def test_flere_tall_kan_folge_linjen(rot: Path, bok: Regelbok) -> None:
    en = av(rot, bok, "p4", Bevegelse("timer_per_uke", D(0), D(40)), plan="10 timer i uka")
    to = av(
        rot,
        bok,
        "p4",
        Bevegelse("timer_per_uke", D(0), D(40)),
        Bevegelse("skatt.fradrag", D(0), D(40_000)),
        plan="10 timer i uka",
    )
    forskjell = to.strekninger[-1].per_enhet - en.strekninger[-1].per_enhet
    assert forskjell == 220  # 22 prosent av tusen kroner mer i fradrag for hver time


# ── Kommandoen ──────────────────────────────────────────────────────────────────────────────────


def test_kommandoen(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fil = str(rot / "docs" / "eksempler" / "p4.toml")
    langs = ["grenser", fil, "--langs", "timer_per_uke", "--til", "40"]
    assert hoved([*langs, "--plan", "10 timer i uka", "--mer", "2000"]) == 0
    assert "Veien til mer enn nå" in capsys.readouterr().out
    assert hoved([*langs, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["plan"] == "20 timer i uka"
    assert hoved([*langs, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("stilling,side,a_leve_for")
    assert hoved(["grenser", fil, "--langs", "timer_per_uke=0:førti"]) == 2
    assert "--langs timer_per_uke=0:40" in capsys.readouterr().err
