"""Det som ikke er støttet i sakene om uføretrygd og skatt, sier hvorfor."""

from __future__ import annotations

import pytest

from tests.saker.kjoring import kjor
from tests.saker.sak import Inndata, Sak


def resultat(fil, emne, as_of, inn, ventet):
    return kjor(Sak(f"{fil}-1", emne, Inndata(inn), ventet, fil, {"as_of": as_of}))


@pytest.mark.parametrize(
    ("fil", "emne", "as_of", "inn", "ventet", "grunn"),
    [
        ("uforetrygd", "grunnbelop", "2027-05-01", {}, {"grunnbelop_kr": "136549"}, "er ikke satt"),
        ("uforetrygd", "minstesats", "2027-06-01", {}, {"yearly_kr": "345332"}, "er ikke satt"),
        (
            "uforetrygd",
            "fribelop",
            "2026-05-01",
            {"uforegrad_percent": "50"},
            {"inntektsgrense_kr": "54620"},
            "mangler inndata «ieu_kr»",
        ),
        (
            "uforetrygd",
            "fribelop",
            "2026-05-01",
            {"measure": "varig lønnstilskudd"},
            {"fribelop_kr": "136549"},
            "har ikke sitt eget fribeløp",
        ),
        (
            "uforetrygd",
            "opphold",
            "2026-01-01",
            {"stay": "admission month"},
            {"paid_percent_of_uforetrygd": "100"},
            "de første månedene",
        ),
        (
            "uforetrygd",
            "minstesats",
            "2026-05-01",
            {"household": "single", "yrkesskade": "true"},
            {"sats_g": "2.529"},
            "bruker ikke «yrkesskade»",
        ),
        (
            "skatt",
            "klassifisering",
            "2026",
            {"ytelse": "aktivitetspenger for unge"},
            {"pensjonsgivende": "true"},
            "tause eller uenige",
        ),
        ("skatt", "sluttskatt", "2028", {"lonn": "300000"}, {"sum": "1"}, "ikke foreslått ennå"),
        (
            "skatt",
            "marginalskatt",
            "2026",
            {"lonn": "300000", "pensjon": "1"},
            {"marginalskatt_prosent": "31.3"},
            "to slags inntekt",
        ),
        (
            "trekktabell",
            "trekktabell",
            "2027",
            {
                "inntektsaar": "2027",
                "tabell": "8000",
                "type": "lonn",
                "periode": "maaned",
                "trekkgrunnlag": "30000",
            },
            {"trekk": "6427"},
            "trekktabellene for 2027",
        ),
    ],
)
def test_det_er_ikke_ok_og_grunnen_staar(fil, emne, as_of, inn, ventet, grunn):
    r = resultat(fil, emne, as_of, inn, ventet)
    assert r.utfall == "ikke støttet"
    assert grunn in r.grunn


def test_skatten_for_2027_sier_at_den_er_etter_forslaget():
    # 22 prosent av 300 000 − 99 550 − 120 180, trinnskatt 1,7 prosent over 235 150, og 7,4 prosent
    r = resultat("skatt", "sluttskatt", "2027", {"lonn": "300000"}, {"sum": "40961"})
    assert (r.utfall, r.merknad) == ("ok", "etter forslaget for 2027")
