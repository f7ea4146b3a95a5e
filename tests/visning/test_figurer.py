"""Figurene langs en linje: hvert tall i dem er det som står i svaret."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import altair
import pytest

from ytelsesrad import Bevegelse, Grenser, Regelbok, Situasjon, finn_grenser, naturlig_linje
from ytelsesrad.analyse import Terskel
from ytelsesrad.beregning import Resultat, beregn
from ytelsesrad.lesbart import avrundet, kroner, tall
from ytelsesrad.visning.figurer import (
    Figur,
    av_hundre_figur,
    budsjettkurve,
    fossefall,
)
from ytelsesrad.visning.tekst.grenser import grenser_tekst

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
    assert all(kroner(abs(fallet(grenser, t)) / 12) in setning for t in fall[:1])
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


# ── Det alle figurene holder ────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def svar(rot: Path, bok: Regelbok) -> Resultat:
    return beregn(Situasjon.les(rot / "docs" / "eksempler" / "p4.toml", bok), bok)


def hundre(grenser: Grenser, *, delt: bool = False) -> Figur:
    figur = av_hundre_figur(grenser, delt=delt)
    assert figur is not None
    return figur


def fosser(svar: Resultat) -> list[Figur]:
    figurer = [fossefall(svar, p, forstavelse=f"f{n}") for n, p in enumerate(svar.planer[1:])]
    return [f for f in figurer if f is not None]


def bokser(tegning: ElementTree.Element) -> list[tuple[D, D, D, D, str]]:
    """Hvor tekstene står, med bredden bokstavene minst har i skriften på siden."""
    skrift = D(tegning.get("font-size") or 0)
    svar = {}
    for t in tegning.iter("text"):
        tekst = "".join(t.itertext())
        x, y = D(t.get("x") or 0), D(t.get("y") or 0)
        bredde = D(len(tekst)) * skrift * D("0.45")
        fra = {"end": x - bredde, "middle": x - bredde / 2}.get(t.get("text-anchor") or "", x)
        svar[x, y, tekst] = (fra, y - skrift * D("0.7"), fra + bredde, y, tekst)
    return list(svar.values())


def kolliderer(tegning: ElementTree.Element) -> list[tuple[str, str]]:
    alle = bokser(tegning)
    return [
        (a[4], b[4])
        for nr, a in enumerate(alle)
        for b in alle[nr + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_tekstene_staar_ikke_paa_hverandre(grenser: Grenser, svar: Resultat) -> None:
    for figur in (
        budsjettkurve(grenser),
        hundre(grenser),
        hundre(grenser, delt=True),
        *fosser(svar),
    ):
        for tegning in tegninger(figur):
            assert kolliderer(tegning) == []
            _, _, bredde, _ = (D(x) for x in (tegning.get("viewBox") or "").split())
            for fra, _, til, _, tekst in bokser(tegning):
                assert fra >= 0, tekst
                assert til <= bredde, tekst


def test_hver_figur_er_ett_bilde_og_ingen_id_er_brukt_to_ganger(
    grenser: Grenser, svar: Resultat
) -> None:
    delt = av_hundre_figur(grenser, delt=True, forstavelse="delt")
    assert delt is not None
    ider: list[str] = []
    for figur in (budsjettkurve(grenser), hundre(grenser), delt, *fosser(svar)):
        for tegning in tegninger(figur):
            assert tegning.get("role") == "img"
            assert tegning.findtext("title") == figur.tittel
            assert tegning.findtext("desc") == figur.beskrivelse
        bilder = [*tegninger(figur), *(ElementTree.fromstring(str(t.bilde)) for t in figur.tegn)]
        ider += [id_ for b in bilder for e in b.iter() if (id_ := e.get("id"))]
    assert len(ider) == len(set(ider))


# ── Av hundre kroner mer ────────────────────────────────────────────────────────────────────────


def fallet(grenser: Grenser, t: Terskel) -> D:
    """Hvor mye det faller mellom de to stedene en kan velge, når reglene regner i trinn."""
    if grenser.trinnvis and t.for_ is not None and t.etter is not None:
        return t.etter.belop - t.for_.belop
    return t.hopp


def tallet(celle: str) -> int:
    return int(re.sub("[^0-9−]", "", celle).replace("−", "-"))


def test_trinnene_er_satsene_i_svaret(grenser: Grenser) -> None:
    satser = {int(avrundet(s.igjen_av_100 or 0)) for s in grenser.strekninger}
    assert {tallet(rad[1]) for rad in hundre(grenser).tabell.rader} == satser
    for rad in hundre(grenser, delt=True).tabell.rader:
        deler = [tallet(x) for x in rad[2:-1]]
        # det en sitter igjen med, er hundre med det som tas fra og det som kommer til
        assert abs(100 + sum(deler) - tallet(rad[1])) <= len(deler)


def test_hvert_fall_har_en_pil_og_et_belop_som_i_teksten(grenser: Grenser) -> None:
    fall = [t for t in grenser.terskler if t.art == "fall"]
    piler = [t for t in grenser.terskler if t.art != "knekk"]
    for tegning in tegninger(hundre(grenser)):
        spisser = [p for p in tegning.iter("path") if (p.get("d") or "").endswith("Z")]
        assert len(spisser) == len(piler)
    belop = fallet(grenser, min(fall, key=lambda t: t.hopp))
    assert any(tall(abs(belop / 12), 0) in t for t in tekster_i(grenser))
    assert f"{abs(avrundet(belop / 12, 100)):,.0f}".replace(",", "\u00a0") in grenser_tekst(grenser)


def tekster_i(grenser: Grenser) -> list[str]:
    return tekster(tegninger(hundre(grenser))[0])


def test_figuren_gaar_fra_ingenting_til_hundre(grenser: Grenser) -> None:
    for tegning in tegninger(hundre(grenser)):
        merker = [t for t in tekster(tegning) if t.isdigit()]
        assert {"0", "100"} <= set(merker)
    vega = hundre(grenser, delt=True).vega
    altair.Chart.from_dict(dict(vega)).to_dict()


# ── Fossefallet ─────────────────────────────────────────────────────────────────────────────────


def test_fossefallet_gaar_fra_i_dag_til_planen(svar: Resultat) -> None:
    aar = [p.aar[0] for p in svar.planer]
    for nr, figur in enumerate(fosser(svar), 1):
        rader = figur.tabell.rader
        assert rader[0][0] == "I dag"
        for rad, a in ((rader[0], aar[0]), (rader[-1], aar[nr])):
            assert a.gjort_opp_netto is not None
            assert tallet(rad[1]) == avrundet(a.gjort_opp_netto / 12)
        ventet = {
            x.rad: x.gjort_opp - y.gjort_opp
            for x, y in zip(aar[nr].linjer, aar[0].linjer, strict=True)
            if x.gjort_opp is not None and y.gjort_opp is not None
        }
        deler = {navn: tallet(belop) for navn, belop in rader[1:-1]}
        assert deler == {n: int(avrundet(b / 12)) for n, b in ventet.items() if b}
        for tegning in tegninger(figur):
            stolper = [r for r in tegning.iter("rect") if r.get("stroke-width") == "8"]
            assert len(stolper) == len(rader)
        altair.Chart.from_dict(dict(figur.vega)).to_dict()


def test_uten_et_kjent_beloep_er_det_ikke_noe_fossefall(svar: Resultat) -> None:
    plan = svar.planer[1]
    ukjent = plan.model_copy(
        update={"aar": tuple(a.model_copy(update={"gjort_opp_netto": None}) for a in plan.aar)}
    )
    uten = svar.model_copy(update={"planer": (svar.planer[0], ukjent)})
    assert fossefall(uten, ukjent) is None
