"""Nettstedet: lenkene går noe sted, ingenting hentes utenfra, hver regel har sin plass."""

from __future__ import annotations

import filecmp
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from verktoy.nettsted import dekker, krok
from verktoy.nettsted.lagde import alle
from verktoy.nettsted.oppslag import oppslag

from tests.nettsted.conftest import bygg
from tests.nettsted.sider import Nettsted


@pytest.fixture(scope="module")
def sidene(nettsted: Path) -> Nettsted:
    return Nettsted(nettsted)


def test_lenker_innover_er_riktige(sidene: Nettsted) -> None:
    assert sorted(sidene.brutte())[:20] == []


def test_ingenting_hentes_fra_andre(sidene: Nettsted) -> None:
    assert list(sidene.utenfra()) == []


def test_stilark_henter_ikke_fra_andre(nettsted: Path) -> None:
    css = [*nettsted.rglob("*.css")]
    assert css
    for fil in css:
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", fil.read_text(encoding="utf-8")), fil


def test_ankere_er_brukt_en_gang_paa_en_side(sidene: Nettsted) -> None:
    like = {
        sti: [a for a, n in Counter(s.ankere).items() if n > 1] for sti, s in sidene.sider.items()
    }
    assert {sti: a for sti, a in like.items() if a} == {}


def test_hver_regel_har_en_plass(sidene: Nettsted) -> None:
    o = oppslag()
    regler = [r for r in o.bok.samling.regler if ":" not in r]
    assert len(regler) > 500
    for id_ in regler:
        side = o.side(id_).removesuffix(".md") + ".html"
        assert id_ in sidene.sider[side].ankere, id_


def test_hver_melding_har_en_plass(sidene: Nettsted) -> None:
    o = oppslag()
    for id_, m in o.bok.samling.meldinger.items():
        side = o.sider[m.sted.fil.fil].removesuffix(".md") + ".html"
        assert f"melding-{id_}" in sidene.sider[side].ankere, id_


def test_alt_vi_ikke_regner_paa_staar_paa_en_side(sidene: Nettsted) -> None:
    s = oppslag().bok.samling
    ankere = sidene.sider["regler/ikke-med.html"].ankere
    assert set(s.ikke_modellert) <= set(ankere)
    assert {f"linje-{y.id}" for y in s.ytelser.values() if y.status} <= set(ankere)


def test_soket_finner_titler_paa_regler_og_gamle_ord(nettsted: Path) -> None:
    indeks = json.loads((nettsted / "search" / "search_index.json").read_text(encoding="utf-8"))
    titler = {d["title"] for d in indeks["docs"]}
    o = oppslag()
    for r in o.bok.samling.regler.values():
        if ":" not in r.id and not r.skjult and not re.search(r"[&<>«»]", r.tittel or "&"):
            assert r.tittel in titler, r.id
    assert {"inntektsgrense", "kompensasjonsgrad", "friinntekt", "fryst uføretrygd"} <= titler


def test_soket_virker_uten_tjener(nettsted: Path) -> None:
    assert (
        (nettsted / "search" / "search_index.js")
        .read_text(encoding="utf-8")
        .startswith("var __index = {")
    )
    assert "assets/iframe-worker.js" in (nettsted / "index.html").read_text(encoding="utf-8")


def ulike(a: Path, b: Path, under: str = "") -> list[str]:
    """Filer som bare er i den ene, eller ikke er like tegn for tegn."""
    s = filecmp.dircmp(a, b, ignore=[])
    _, galt, feil = filecmp.cmpfiles(a, b, s.common_files, shallow=False)
    ut = [f"{under}{n}" for n in (*s.left_only, *s.right_only, *galt, *feil)]
    for navn in s.common_dirs:
        ut += ulike(a / navn, b / navn, f"{under}{navn}/")
    return ut


def test_to_bygg_er_like(nettsted: Path, tmp_path: Path) -> None:
    assert ulike(nettsted, bygg(tmp_path / "site", "1")) == []


def test_ulikhet_blir_funnet(tmp_path: Path) -> None:
    for n, tekst in enumerate(("a", "b")):
        (tmp_path / str(n) / "x").mkdir(parents=True)
        (tmp_path / str(n) / "x" / "y").write_text(tekst)
    assert ulike(tmp_path / "0", tmp_path / "1") == ["x/y"]


# ── Kroken ──────────────────────────────────────────────────────────────────────────────────────


def test_menyen_fylles_med_det_som_lages() -> None:
    sider: dict[str, str | bytes] = {
        "a/en.md": "# Én\n",
        "a/b/index.md": "# Mappen {#m}\n",
        "a/b/to.md": "# To\n",
        "a/bilde.svg": b"<svg/>",
        "c/tre.md": "# Tre\n",
    }
    meny = [{"A": ["a/fast.md", "a/*"]}, {"C": "c/tre.md"}]
    assert krok.fyll_menyen(meny, sider) == [
        {"A": ["a/fast.md", {"Én": "a/en.md"}, {"Mappen": ["a/b/index.md", {"To": "a/b/to.md"}]}]},
        {"C": "c/tre.md"},
    ]


def test_to_som_lager_samme_side_er_en_feil(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"regler/ikke-med\.md"):
        alle(("utenfor", "utenfor"))


# ── Hva rådet skal dekke ────────────────────────────────────────────────────────────────────────


def test_alle_34_behov_er_vist() -> None:
    behov = dekker.les()
    assert [b["id"] for b in behov] == [f"R{n}" for n in range(1, 35)]
    for b in behov:
        assert b.get("sider") or b.get("regler"), b["id"]
        assert b.get("tester"), b["id"]


def test_testene_behovene_viser_til_finnes() -> None:
    nevnt = [t for b in dekker.les() for t in b.get("tester", ())]
    assert [t for t in nevnt if not dekker.finnes(t)] == []
    assert not dekker.finnes("tests/nettsted/test_nettstedet.py::test_finnes_ikke")
    assert not dekker.finnes("tests/finnes_ikke.py::*")
