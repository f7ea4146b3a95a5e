"""Sidene i en ekte nettleser: ett ark, ingen feil for skjermlesere, samme tall som JSON."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest

from tests.nettleser.conftest import NAVN, PAA_ENGELSK, SLAG, Vist
from ytelsesrad.lesbart import sprak
from ytelsesrad.visning import som_json

ALLE = [(navn, slag) for navn in NAVN for slag in SLAG] + [(n, "side") for n in PAA_ENGELSK]
Viste = dict[tuple[str, str], Vist]


def verdi_av(data: Any, fra: str) -> Decimal:
    """Verdien av et uttrykk i data-fra, regnet ut av JSON."""
    svar, fortegn = Decimal(0), 1
    for del_ in fra.split(" "):
        if del_ in ("+", "-"):
            fortegn = 1 if del_ == "+" else -1
            continue
        sti, _, delt = del_.partition(":")
        verdi = data
        for ledd in sti.strip("/").split("/"):
            verdi = verdi[int(ledd)] if isinstance(verdi, list) else verdi[ledd]
        svar += fortegn * Decimal(verdi) / Decimal(delt or 1)
    return svar


@pytest.mark.parametrize("navn", NAVN + PAA_ENGELSK)
def test_ett_a4_ark(viste: Viste, navn: str) -> None:
    funn = viste[navn, "side"].funn
    assert funn["sider"] == 1
    bredde, hoyde = (Decimal(x) for x in funn["format"].split()[2:])
    assert (round(bredde), round(hoyde)) in {(595, 842), (596, 842)}


@pytest.mark.parametrize(("navn", "slag"), ALLE)
def test_ingen_feil_for_skjermlesere(viste: Viste, navn: str, slag: str) -> None:
    assert viste[navn, slag].funn["feil"] == []


@pytest.mark.parametrize(("navn", "slag"), ALLE)
def test_ingen_rulling_sidelengs_og_ingenting_hentes(viste: Viste, navn: str, slag: str) -> None:
    funn = viste[navn, slag].funn
    assert {b: max(0, n) for b, n in funn["rull"].items()} == {"1280": 0, "360": 0}
    assert funn["hentet"] == []


@pytest.mark.parametrize(("navn", "slag"), ALLE)
def test_hvert_tall_er_det_som_staar_i_json(viste: Viste, navn: str, slag: str) -> None:
    vist = viste[navn, slag]
    data = json.loads(som_json(vist.resultat))
    skriv = sprak(vist.resultat.meta.sprak)
    assert len(vist.funn["tall"]) > 20
    galt = []
    for t in vist.funn["tall"]:
        ventet = skriv.tall(verdi_av(data, t["fra"]), 0, fortegn=t["fortegn"])
        if t["tekst"] != ventet:
            galt.append((t["fra"], t["tekst"], ventet))
    assert galt == []
    # et tall uten kilde er bare 0, for det som ikke finnes den måneden
    assert set(vist.funn["celler"]) <= {"0"}


@pytest.mark.parametrize("navn", NAVN + PAA_ENGELSK)
def test_figurene_har_tittel_og_beskrivelse(viste: Viste, navn: str) -> None:
    figurer = viste[navn, "side"].funn["figurer"]
    penger = "NOK" if navn in PAA_ENGELSK else "kroner"
    assert len(figurer) == 2
    assert all(tittel and penger in tekst for tittel, tekst in figurer)


@pytest.mark.parametrize("navn", ["p1", "p4", "p8"])
def test_hele_svaret_har_figurene_langs_linjene(viste: Viste, navn: str) -> None:
    vist = viste[navn, "rapport"]
    titler = [tittel for tittel, tekst in vist.funn["figurer"] if "står i tabellen" in tekst]
    for begynner in ("Fra i dag til", "Det du har å leve for i måneden", "Av 100\u00a0kroner mer"):
        assert any(t.startswith(begynner) for t in titler)
    ider = re.findall(r' id="([^"]+)"', vist.html)
    assert len(ider) == len(set(ider))
    assert any("/grenser/0/strekninger/" in t["fra"] for t in vist.funn["tall"])


@pytest.mark.parametrize("navn", NAVN)
def test_arket_har_ikke_navnet(viste: Viste, navn: str) -> None:
    vist = viste[navn, "side"]
    tittel = vist.resultat.meta.tittel
    assert tittel
    assert tittel.split(",")[0][:12] not in vist.funn["tekst"]
    assert "Dette er en beregning, ikke et vedtak." in vist.funn["tekst"]


def test_det_en_har_skrevet_blir_aldri_kode(viste: Viste) -> None:
    for slag in SLAG:
        assert "<script" not in viste["ekstrem", slag].html
