"""Hva som er nytt siden sist: regler, opplysninger og tid, og hva hver del er verdt."""

from __future__ import annotations

from datetime import date

import pytest

from tests.raad.land import FIL, land, raad
from ytelsesrad import Situasjon, beregn
from ytelsesrad.raad import Raad
from ytelsesrad.raad.endret import Endret
from ytelsesrad.visning import som_json, svar

FORRIGE = som_json(raad(grenser=False))
NY_SATS = land(stotte=("verdi = 5000", "verdi = 6000"))
NY_VERSJON = land(
    stotte=(
        '2030-01-01 = { verdi = 5000, kilde = "loven" }',
        '2030-01-01 = { verdi = 5000, kilde = "loven" }\n'
        '2031-01-01 = { verdi = 6000, kilde = "loven" }',
    )
)


def endret(svaret: Raad) -> Endret:
    assert svaret.endret is not None
    return svaret.endret


def belop(e: Endret, plan: str) -> tuple[object, ...]:
    (b,) = (x for x in e.belop if x.plan == plan)
    return b.endring, b.regler, b.tid, b.inndata


def test_det_samme_svaret_er_ikke_noe_nytt() -> None:
    e = endret(raad(grenser=False, forrige=FORRIGE))
    assert (e.regler, e.inndata, e.tid, e.nye_planer, e.borte_planer, e.antall) == (
        *((), (), None, (), ()),
        0,
    )
    assert {belop(e, p) for p in ("Som nå", "80 timer", "110 timer")} == {(0, 0, 0, 0)}


def test_en_rettet_sats() -> None:
    e = endret(raad(bok=NY_SATS, grenser=False, forrige=FORRIGE))
    assert [(r.regel, r.hva, r.fra) for r in e.regler] == [
        ("stotte.sats", "rettet", date(2030, 1, 1))
    ]
    assert belop(e, "80 timer") == (12_000, 12_000, 0, 0)
    assert belop(e, "110 timer") == (0, 0, 0, 0)


def test_en_ny_versjon_har_navn_og_dag() -> None:
    e = endret(raad(bok=NY_VERSJON, grenser=False, forrige=FORRIGE))
    assert [(r.tittel, r.hva, r.fra) for r in e.regler] == [
        ("Sats", "ny_versjon", date(2031, 1, 1))
    ]
    assert belop(e, "Som nå") == (12_000, 12_000, 0, 0)


def test_tekster_og_kilder_er_ikke_nye_regler() -> None:
    bok = land(stotte=("Støtten er {stotte}.", "Støtten blir {stotte}."))
    e = endret(raad(bok=bok, grenser=False, forrige=FORRIGE))
    assert e.forrige.regelsett_hash != bok.hash
    assert e.regler == ()


def test_nye_opplysninger() -> None:
    fil = FIL.replace("timer    = 80\n", "timer    = 90\n").replace('"110 timer"', '"120 timer"')
    e = endret(raad(fil, grenser=False, forrige=FORRIGE))
    assert [(i.inndata, i.planer, i.foer, i.naa) for i in e.inndata] == [
        ("arbeid.timer", ("80 timer",), "80\u00a0timer", "90\u00a0timer")
    ]
    assert (e.nye_planer, e.borte_planer) == (("120 timer",), ("110 timer",))
    assert belop(e, "80 timer") == (12_000, 0, 0, 12_000)
    assert {b.plan for b in e.belop} == {"Som nå", "80 timer"}


def test_bare_kilden_er_ny() -> None:
    fil = FIL.replace("timer    = 80\n", 'timer    = { verdi = 80, kilde = "lønnsslipp" }\n')
    e = endret(raad(fil, grenser=False, forrige=FORRIGE))
    assert [(i.foer, i.naa) for i in e.inndata] == [
        ("80\u00a0timer (opplyst)", "80\u00a0timer (lønnsslipp)")
    ]


def test_noe_som_er_oppgitt_og_noe_som_er_borte() -> None:
    fil = FIL.replace("timer    = 80\nper_time = 100\n", "timer    = 80\n")
    e = endret(raad(fil.replace("= 110\n", "= 110\n"), grenser=False, forrige=FORRIGE))
    assert [(i.tittel, i.foer, i.naa) for i in e.inndata] == [
        ("Betaling for timen", "100\u00a0kroner", None)
    ]


def test_alt_paa_en_gang_deles_riktig_opp() -> None:
    fil = FIL.replace("timer    = 80\n", "timer    = 90\n").replace(
        "til       = 2031-12-31", "til       = 2032-12-31"
    )
    fil = fil.replace("regnedato = 2031-01-15", "regnedato = 2031-03-01")
    e = endret(raad(fil, NY_VERSJON, grenser=False, forrige=FORRIGE))
    assert belop(e, "80 timer") == (24_000, 12_000, 0, 12_000)
    assert {b.aar for b in e.belop} == {2031}
    assert e.tid is not None
    assert (e.tid.regnedato, e.tid.til) == (
        (date(2031, 1, 15), date(2031, 3, 1)),
        (date(2031, 12, 31), date(2032, 12, 31)),
    )
    assert e.antall == 3


def test_delene_er_alltid_hele_endringen() -> None:
    for fil in (
        FIL,
        FIL.replace("= 110\n", "= 95\n"),
        FIL.replace("per_time = 100", "per_time = 130"),
    ):
        for bok in (land(), NY_SATS, NY_VERSJON):
            for b in endret(raad(fil, bok, grenser=False, forrige=FORRIGE)).belop:
                assert None not in (b.endring, b.regler, b.tid, b.inndata)
                assert b.endring == b.regler + b.tid + b.inndata  # type: ignore[operator]


def test_det_som_trer_i_kraft_mellom_de_to_dagene() -> None:
    foer = raad(FIL.replace("2031-01-15", "2030-12-15"), NY_VERSJON, grenser=False)
    e = endret(raad(bok=NY_VERSJON, grenser=False, forrige=foer))
    assert e.regler == ()
    assert e.tid is not None
    assert e.tid.i_kraft == ("Sats",)


def test_et_resultat_uten_opplysninger_kan_ikke_deles_opp() -> None:
    gammelt = beregn(Situasjon.les(FIL, land()), land())
    fil = FIL.replace("timer    = 80\n", "timer    = 90\n")
    e = endret(raad(fil, grenser=False, forrige=som_json(gammelt)))
    assert belop(e, "80 timer") == (12_000, None, None, None)
    assert e.ikke_fordelt == "Det forrige svaret sier ikke hva som var lagt inn."
    assert [(i.tittel, i.planer, i.foer, i.naa) for i in e.inndata] == [
        ("Timer i måneden", ("80 timer",), "80\u00a0timer", "90\u00a0timer")
    ]


def test_opplysninger_som_ikke_finnes_lenger_sies() -> None:
    uten = land(arbeid=('valg     = ["rød", "blå"]', 'valg     = ["gul", "blå"]'))
    fil = FIL.replace('[plan."Som nå"]', '[plan."Som nå"]\n[plan."Som nå".arbeid]\nfarge = "rød"')
    foer = raad(fil, grenser=False)
    e = endret(raad(bok=uten, grenser=False, forrige=foer))
    assert e.ikke_fordelt is not None
    assert e.ikke_fordelt.startswith("Det som var lagt inn, passer ikke med reglene nå: ")
    assert belop(e, "80 timer") == (0, None, None, None)


def test_svaret_sier_det_i_teksten() -> None:
    fil = FIL.replace("timer    = 80\n", "timer    = 90\n")
    tekst = svar(raad(fil, NY_VERSJON, grenser=False, forrige=FORRIGE), dybde="alt").replace(
        "\u00a0", " "
    )
    assert "Nytt siden beregningen 15. januar 2031" in tekst
    assert "– Regler: sats har fått nye tall fra 1. januar 2031." in tekst
    assert "– Timer i måneden: 90 timer. Før: 80 timer. Det gjelder 80 timer." in tekst
    assert "+12 000 kroner av reglene og +12 000 kroner av det som er lagt inn" in " ".join(
        tekst.split()
    )


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("{", "ikke gyldig JSON"),
        ("[]", "ikke et svar"),
        (FORRIGE.replace("raad-1", "raad-0"), "har formen «raad-0», men her leses bare raad-1"),
        (FORRIGE.replace('"gevinst"', '"gevinsten"'), "gevinst"),
    ],
)
def test_det_som_ikke_er_et_svar_sier_hva_som_er_galt(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        raad(grenser=False, forrige=tekst)
