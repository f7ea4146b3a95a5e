"""Figurene langs en linje: hvert tall i dem er det som står i svaret."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import altair
import pytest

from ytelsesrad import Bevegelse, Grenser, Regelbok, Situasjon, finn_grenser, naturlig_linje
from ytelsesrad.lesbart import avrundet, kroner, tall
from ytelsesrad.visning.figurer import Figur, budsjettkurve

D = Decimal
SVG = "{http://www.w3.org/2000/svg}"
LINJER = ("p4", "p1", "p4 begge")


@pytest.fixture(scope="module", params=LINJER)
def grenser(request: pytest.FixtureRequest, rot: Path, bok: Regelbok) -> Grenser:
    fil = request.param.partition(" ")[0]
    s = Situasjon.les(rot / "docs" / "eksempler" / f"{fil}.toml", bok)
    plan = {"p4": "10 timer i uka", "p1": "50 prosent stilling"}[fil]
    langs = naturlig_linje(s, bok, plan)
    if request.param.endswith("begge"):
        langs = (*langs, Bevegelse("timelonn", D(200), D(320)))
    return finn_grenser(s, bok, langs, plan=plan)


def tegninger(figur: Figur) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(str(x)) for x in (figur.bred, figur.smal)]


def tekster(tegning: ElementTree.Element) -> list[str]:
    return ["".join(t.itertext()) for t in tegning.iter("text")]


# ── Kurven ──────────────────────────────────────────────────────────────────────────────────────


def test_kurven_er_ett_bilde_med_navn_og_beskrivelse(grenser: Grenser) -> None:
    figur = budsjettkurve(grenser)
    for tegning in tegninger(figur):
        assert tegning.get("role") == "img"
        ider = (tegning.get("aria-labelledby") or "").split()
        funnet = {e.get("id"): e.text for e in tegning.iter() if e.get("id")}
        assert [funnet[i] for i in ider] == [figur.tittel, figur.beskrivelse]
    alle = [e.get("id") for t in tegninger(figur) for e in t.iter() if e.get("id")]
    assert len(alle) == len(set(alle))
    assert str(budsjettkurve(grenser).bred) == str(figur.bred)


def test_tabellen_har_tallene_i_svaret(grenser: Grenser) -> None:
    rader = budsjettkurve(grenser).tabell.rader
    summer = {r[-1] for r in rader}
    for s in grenser.strekninger:
        assert tall(avrundet(s.belop_til / 12), 0) in summer
    assert rader[0][-1] == tall(avrundet(grenser.strekninger[0].belop_fra / 12), 0)
    for rad in rader:
        deler = [int(re.sub("[^0-9−]", "", c).replace("−", "-")) for c in rad[1:]]
        assert abs(sum(deler[:-1]) - deler[-1]) <= len(deler)


def test_setningen_sier_det_verste_fallet(grenser: Grenser) -> None:
    fall = [t for t in grenser.terskler if t.hopp < -1200]
    setning = budsjettkurve(grenser).setning
    assert all(kroner(abs(t.hopp) / 12) in setning for t in fall[:1])
    for p in grenser.planer:
        assert kroner(p.belop / 12) in budsjettkurve(grenser).beskrivelse


def test_et_fall_er_en_fylt_og_en_aapen_prikk(grenser: Grenser) -> None:
    store = [t for t in grenser.terskler if abs(t.hopp) > 12_000]
    assert store
    for tegning in tegninger(budsjettkurve(grenser)):
        prikker = [c for c in tegning.iter("circle") if c.get("r") == "48"]
        assert len([c for c in prikker if c.get("fill") == "#fff"]) == len(prikker) / 2
        assert len(prikker) >= 2 * len(store)
        for c, d in zip(prikker[::2], prikker[1::2], strict=True):
            assert c.get("cx") == d.get("cx")
            assert c.get("cy") != d.get("cy")


def test_en_bue_er_tegnet_som_en_bue(grenser: Grenser) -> None:
    krum = any(s.buer for s in grenser.strekninger)
    for tegning in tegninger(budsjettkurve(grenser)):
        assert krum is any("Q" in (p.get("d") or "") for p in tegning.iter("path"))


def test_vega_har_de_samme_tallene(grenser: Grenser) -> None:
    vega = budsjettkurve(grenser).vega
    altair.Chart.from_dict(dict(vega)).to_dict()
    (_, sum_, *_) = vega["layer"]
    verdier = [(D(v["sted"]), v["kroner"]) for v in sum_["data"]["values"]]
    ventet = [
        (sted, int(avrundet(belop / 12)))
        for s in grenser.strekninger
        for sted, belop in ((s.fra, s.belop_fra), (s.til, s.belop_til))
    ]
    assert verdier == ventet
