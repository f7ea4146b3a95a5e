"""Rettigheter, plikter, varsler, grunnlag, det som er utenfor, og beviset."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.raad.land import FIL, raad
from ytelsesrad import Regelbok
from ytelsesrad.raad.utenfor import IKKE_VEDTAK
from ytelsesrad.visning import som_json
from ytelsesrad.visning.html import bevisark

ALT = raad(grenser=False)


def test_rettighetene_er_sortert_i_tre() -> None:
    r = ALT.rettigheter
    assert [x.tekst for x in r.beholder] == ["Kortet beholder du.", "Paraplyen endres ikke."]
    assert [(x.tekst, x.fra, x.planer) for x in r.stanser] == [
        ("Rutestøtten stanser i 2031.", date(2031, 1, 1), ("110 timer",))
    ]
    (tilbake,) = r.tilbake
    assert (tilbake.fra, tilbake.frist, tilbake.kanal) == (
        date(2032, 1, 1),
        "innen tre måneder",
        "luken",
    )


def test_pliktene_er_sortert_etter_dag() -> None:
    assert [p.id for p in ALT.plikter] == [
        "arbeid.foerst",
        "arbeid.si_fra",
        "arbeid.si_fra",
        "arbeid.senere",
    ]
    si_fra = ALT.plikter[1]
    assert (si_fra.mottaker, si_fra.kanal, si_fra.frist_dato, si_fra.hvem, si_fra.gjort) == (
        "Rutekontoret",
        "luken",
        date(2031, 2, 1),
        "deg",
        False,
    )
    assert si_fra.folge == "Ellers går støtten tilbake 2031."


def test_det_ukjente_er_et_varsel_som_stopper() -> None:
    fil = FIL.replace("timer    = 110", 'timer    = "vet ikke"')
    forst = raad(fil, grenser=False).varsler[0]
    assert (forst.alvor, forst.kode, forst.felt, forst.planer) == (
        "stopp",
        "mangler",
        ("arbeid.timer",),
        ("110 timer",),
    )


def test_grunnlaget_skiller_det_bekreftede_fra_det_antatte() -> None:
    fil = FIL.replace(
        "timer    = 80\nper_time = 100", 'timer    = { verdi = 80, kilde = "lønnsslipp" }'
    )
    g = raad(fil, grenser=False).grunnlag
    assert [(x.tittel, x.planer) for x in g.bekreftet] == [("Timer i måneden", ("80 timer",))]
    assert {x.tittel for x in g.opplyst} == {"Timer i måneden", "Betaling for timen"}
    (antatt,) = g.antatt
    assert (antatt.tittel, antatt.fordi) == ("Betaling for timen", "det vanlige")
    # 960 timer i året; 90 kroner er 10 mindre og 120 kroner er 20 mer
    assert (antatt.hvis_lavest, antatt.hvis_hoyest) == (Decimal(-9600), Decimal(19_200))


def test_det_slutter_alltid_med_at_det_ikke_er_et_vedtak() -> None:
    assert ALT.utenfor.til_slutt == IKKE_VEDTAK
    assert som_json(ALT.utenfor).rstrip("}\n ").endswith(f'"{IKKE_VEDTAK}"')


def test_beviset_har_alle_linjer_og_ingen_person() -> None:
    b = raad(FIL, gjennomgaatt_med="rådgiver", utlevert=date(2031, 1, 20)).bevis
    assert {d.navn for d in b.dekning} == {d.navn for p in ALT.planer for d in p.dekning}
    assert sum(b.dekning_antall.values()) == len(b.dekning)
    assert (b.anledning, b.dato, b.virker_fra, b.foer_endringen) == (
        "ny jobb",
        date(2031, 1, 15),
        "2031-01",
        False,
    )
    assert (b.gjennomgaatt_med, b.utlevert) == ("rådgiver", date(2031, 1, 20))
    assert [r.mottaker for r in b.rapportering].count("Rutekontoret") == 2
    assert "Rutersen" not in som_json(b)


def test_bevisarket_er_uten_tittelen_og_har_linjer_aa_fylle_ut() -> None:
    ark = bevisark(ALT)
    assert "Rutersen" not in ark
    assert "Gjennomgått med: ____" in ark
    assert "Utlevert: ____" in ark
    assert "Rutekontoret" in ark
    assert ark.count("<tr>") == 3 + 8 + len(ALT.bevis.dekning) + len(ALT.plikter)


def test_foer_endringen_er_et_spoersmaal_om_dagen() -> None:
    foer = FIL.replace("regnedato = 2031-01-15", "regnedato = 2030-12-15")
    assert raad(foer, grenser=False).bevis.foer_endringen is True


def test_hver_plikt_i_reglene_sier_hvem_som_skal_ha_beskjed(bok: Regelbok) -> None:
    plikter = [m for m in bok.samling.meldinger.values() if m.type == "plikt"]
    assert len(plikter) > 20
    assert [m.id for m in plikter if not m.mottaker] == []


@pytest.mark.parametrize("type_", ["rettighet", "stanser", "tilbake", "plikt"])
def test_reglene_bruker_alle_de_fire_slagene(bok: Regelbok, type_: str) -> None:
    assert [m for m in bok.samling.meldinger.values() if m.type == type_]
