"""Hva litt mer gir fra der planen er, de nærmeste grensene, og planer som gir mindre."""

from __future__ import annotations

from decimal import Decimal

from tests.raad.land import FIL, raad
from ytelsesrad.visning import svar

D = Decimal
ALT = raad()


def test_begge_planene_ligger_paa_en_linje() -> None:
    assert [g.langs[0].inndata for g in ALT.grenser] == ["arbeid.timer"]
    assert [(h.plan, h.linje, h.stilling) for h in ALT.handlingsrom] == [
        ("80 timer", 0, D(80)),
        ("110 timer", 0, D(110)),
    ]


def test_avstanden_til_grensen() -> None:
    under, over = ALT.handlingsrom
    assert under.over is not None
    assert under.neste_fall == under.over
    assert (under.under, under.over.ved, under.over.avstand) == (None, D(100), D(20))
    assert (under.over.kroner, under.over.hopp) == (D(24_000), D(-60_000))
    assert over.under is not None
    assert (over.over, over.under.ved, over.under.avstand) == (None, D(100), D(-10))


def test_av_hundre_kroner_mer() -> None:
    for h in ALT.handlingsrom:
        assert h.igjen_av_100 == 100
        assert [(d.navn, d.av_100) for d in h.deler] == [("Betalt", D(100))]
        assert h.en_til == 1200


def test_rett_foer_fallet_sies_det_ikke_hva_mer_gir() -> None:
    h = raad(FIL.replace("= 80\n", "= 100\n")).handlingsrom[0]
    assert (h.igjen_av_100, h.deler) == (None, ())
    assert h.en_til is not None
    assert h.en_til < 0


def test_ingen_grenser_naar_det_ikke_er_bedt_om_dem() -> None:
    uten = raad(grenser=False)
    assert (uten.grenser, uten.handlingsrom, uten.uten_grenser) == ((), (), ())
    assert (
        uten.model_copy(
            update={
                n: getattr(ALT, n)
                for n in ("grenser", "handlingsrom", "mindre", "varsler", "overraskelser")
            }
        )
        == ALT
    )


def test_en_plan_uten_noe_som_kan_oke_sier_det() -> None:
    alene = raad(
        FIL.split('[plan."80 timer"]')[0]
        + '[plan."Ny dør"]\n[plan."Ny dør".arbeid]\nfarge = "blå"\n'
    )
    assert [u.plan for u in alene.uten_grenser] == ["Ny dør"]
    assert alene.grenser == ()


# ── planer som gir mindre enn i dag ──────────────────────────────────────────────────────────────

FOER = """[plan."Som nå"]
[[plan."Som nå".jobb]]
timer = 25
per_time = 340
"""
MINDRE = (
    FIL.split("[plan.")[0]
    + FOER
    + """[plan."30 timer"]
[[plan."30 timer".jobb]]
timer = 30
per_time = 340
"""
)
"""Før: 8500 og støtten på 5000. Nå: 10 200, som er over grensen, og ingen støtte."""


def test_en_plan_som_gir_mindre_sier_hvorfor_og_veien_ut() -> None:
    (m,) = raad(MINDRE).mindre
    assert (m.belop, m.navn, m.foer, m.naa) == (D(-39_600), "Rutestøtte", D(60_000), D(0))
    assert m.under is not None
    assert m.over is not None
    # grensen på 10 000 er 29,4 timer; 13 500 uten støtten er 39,7 timer
    assert (round(m.under.fra, 4), round(m.under.til, 4)) == (D(25), D("29.4118"))
    assert (round(m.over.fra, 4), m.over.til) == (D("39.7059"), D(150))


def test_en_plan_som_gir_mer_er_ikke_med() -> None:
    assert raad(MINDRE.replace("timer = 30", "timer = 40")).mindre == ()


def test_den_foerste_setningen_sier_det_hvorfor_og_hva_som_hjelper() -> None:
    tekst = " ".join(svar(raad(MINDRE), dybde="alt").replace("\u00a0", " ").split())
    assert (
        "MED 30 TIMER FÅR DU OMTRENT 3 300 KRONER MINDRE Å LEVE FOR I MÅNEDEN, "
        "FORDI RUTESTØTTE FALLER BORT."
    ) in tekst
    assert "Du får minst like mye som nå med opp til 29,4 timer" in tekst
    assert "Fra 39,8 timer" in tekst
