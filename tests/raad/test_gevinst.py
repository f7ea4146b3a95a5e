"""Hva en plan gir mot en annen: regnet for hånd i Rutenland, og egenskaper ved alle par."""

from __future__ import annotations

from decimal import Decimal

from tests.raad.land import FIL, raad
from ytelsesrad.analyse import Gevinst

D = Decimal
ALT = raad(grenser=False).gevinst


def par(plan: str, mot: str) -> Gevinst:
    (svar,) = (g for g in ALT if (g.plan, g.mot) == (plan, mot))
    return svar


def test_hvert_par_er_med_en_gang() -> None:
    assert [(g.plan, g.mot) for g in ALT] == [
        ("80 timer", "Som nå"),
        ("110 timer", "Som nå"),
        ("110 timer", "80 timer"),
    ]


def test_under_grensen_beholdes_alt() -> None:
    g = par("80 timer", "Som nå")
    assert (g.per_maaned, g.per_aar, g.tjent, g.timer) == (D(8000), D(96_000), D(96_000), D(960))
    assert (g.per_time, g.igjen_av_100, g.tapt_av_100) == (D(100), D(100), D(0))
    assert [(d.navn, d.belop, d.av_100) for d in g.deler] == [("Betalt", D(96_000), D(100))]
    assert g.forste_maaned_med_mer == "2031-01"
    assert g.maaneder_med_mindre == ()


def test_over_grensen_gaar_stotten_med() -> None:
    g = par("110 timer", "80 timer")
    # 30 timer mer i måneden gir 3000, og støtten på 5000 faller bort
    assert (g.per_maaned, g.timer, g.per_time) == (D(-2000), D(360), D("-66.67"))
    assert (g.igjen_av_100, g.tapt_av_100) == (D("-66.67"), D("166.67"))
    assert {d.navn: d.av_100 for d in g.deler} == {"Betalt": 100, "Rutestøtte": D("-166.67")}
    assert len(g.maaneder_med_mindre) == 12
    assert g.forste_maaned_med_mer is None


def test_delene_er_hele_forskjellen() -> None:
    for g in ALT:
        assert sum(d.belop for d in g.deler) == g.per_aar


def test_den_samme_planen_gir_ingen_forskjell() -> None:
    fil = FIL.replace('"110 timer"', '"80 timer til"').replace("= 110", "= 80")
    (g,) = (x for x in raad(fil, grenser=False).gevinst if x.mot == "80 timer")
    assert (g.per_aar, g.per_maaned, g.utbetalt, g.timer, g.deler) == (D(0), D(0), D(0), D(0), ())
    assert (g.per_time, g.igjen_av_100) == (None, None)


def test_uten_timer_er_timene_ukjente_og_ikke_null() -> None:
    fil = FIL.replace("timer    = 110", 'timer    = "vet ikke"')
    (g,) = (x for x in raad(fil, grenser=False).gevinst if x.mot == "80 timer")
    assert (g.timer, g.per_time, g.per_aar) == (None, None, None)
