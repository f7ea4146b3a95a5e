"""Det en utregning tar fra en annen, endrer ingenting: hvert svar er det samme som uten."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.beregning.personer import mari, sam
from tests.conftest import GRUNDIG
from ytelsesrad import Feilsamling, Situasjon
from ytelsesrad.beregning import Beregning, Utregning, regn
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import arv
from ytelsesrad.visning import som_json

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"
PERSONER = {
    "p1": (EKSEMPLER / "p1.toml").read_text(encoding="utf-8").split('[plan."30')[0],
    "p4": (EKSEMPLER / "p4.toml").read_text(encoding="utf-8").split('[plan."20')[0],
    "full": (EKSEMPLER / "full.toml").read_text(encoding="utf-8"),
    "par": (EKSEMPLER / "uforetrygd" / "2-par.toml").read_text(encoding="utf-8"),
}
HVER = {"p1": 3, "p4": 2, "full": 3, "par": 1}
"""Hver annen eller tredje endring er nok når personen har mange. «grundig» prøver alle."""
SIST = {
    "brudd": "\n[[brudd]]\nbrudd_dag = 2026-03-04\n",
    "barn": "\n[[barn]]\nbarn_fodt = 2012-08-19\n",
    "utlegg": "\n[gjeld]\nutleggstrekk = 1_500\n",
}
_LINJE = re.compile(r"(?m)^(\w+ *= *)([^#\n{\[]+?)( *#.*)?$")


def endret(verdi: str) -> str | None:
    """En annen verdi av samme slag."""
    if re.fullmatch(r"[\d_]+(\.\d+)?", verdi):
        tall = verdi.replace("_", "")
        return str(int(tall) + 1) if "." not in tall else f"{float(tall) + 1:.2f}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", verdi):
        aar, maaned, _ = verdi.split("-")
        return f"{aar}-{maaned}-09"
    return {"true": "false", "false": "true"}.get(verdi)


def varianter(tekst: str, hver: int = 1) -> list[str]:
    """Situasjonen med én opplysning endret eller slettet av gangen, og med noe nytt til sist."""
    svar = []
    for m in _LINJE.finditer(tekst):
        ny = endret(m[2])
        if ny is not None:
            svar.append(tekst[: m.start(2)] + ny + tekst[m.end(2) :])
        svar.append(tekst[: m.start()] + tekst[m.end() :])
    return svar[::hver] + [tekst + mer for mer in SIST.values()]


def les(tekst: str, bok) -> Situasjon | None:
    try:
        situasjon = Situasjon.les(tekst, bok).med_regnedato(date(2026, 11, 25))
    except Feilsamling:
        return None
    return situasjon.model_copy(update={"planer": situasjon.planer[:2]})


def svar(
    situasjon: Situasjon | None, bok, forrige: Beregning | None = None
) -> tuple[str, Beregning | None]:
    assert situasjon is not None
    try:
        beregning = regn(situasjon, bok, forrige)
    except Feilsamling as feil:
        return str(feil), None
    return som_json(beregning.resultat), beregning


@pytest.mark.parametrize("navn", PERSONER)
def test_svaret_er_det_samme_naar_noe_er_endret(navn, bok):
    """Hver endring regnes med den forrige som hjelp, og så fra grunnen av."""
    forrige = svar(les(PERSONER[navn], bok), bok)[1]
    antall = 0
    for tekst in varianter(PERSONER[navn], 1 if GRUNDIG else HVER[navn]):
        situasjon = les(tekst, bok)
        if situasjon is None:
            continue
        med, ny = svar(situasjon, bok, forrige)
        assert med == svar(situasjon, bok)[0], tekst
        forrige = ny or forrige
        antall += 1
    assert antall > 10


@pytest.mark.parametrize("navn", PERSONER)
def test_planene_gir_det_samme_uten_aa_dele(navn, bok, monkeypatch):
    situasjon = Situasjon.les(PERSONER[navn], bok).med_regnedato(date(2026, 11, 25))
    delt = som_json(regn(situasjon, bok).resultat)
    monkeypatch.setattr(Utregning, "bruk", lambda *_: None)
    assert som_json(regn(situasjon, bok).resultat) == delt


def test_den_samme_situasjonen_regnes_nesten_ikke_paa_nytt(bok, monkeypatch):
    situasjon = Situasjon.les(mari(10), bok)
    forrige = regn(situasjon, bok)
    igjen = regn(situasjon, bok, forrige)
    regnet = [len(b.utregninger["10 timer"].kjoring.husket) for b in (forrige, igjen)]
    assert regnet[1] < regnet[0] / 2


def test_alt_som_tas_over_er_likt_det_som_ellers_hadde_blitt_regnet(bok):
    """Også det som ikke vises: verdien, merkene og reglene bak hver av dem."""
    a = Situasjon.les(sam("stillingsprosent = 50", "maanedslonn = 22_000"), bok)
    b = Situasjon.les(sam("stillingsprosent = 60", "maanedslonn = 25_000"), bok)
    forst, alene = (regn(s, bok).utregninger for s in (a, b))
    navn = list(forst)[-1]
    ny = Utregning(bok, alene[navn].gitt, alene[navn].fra, alene[navn].til)
    arv(ny.kjoring, [forst[navn].kjoring])
    (giver,) = ny.kjoring.givere
    tatt = 0
    with regnemodus():
        for k in list(alene[navn].kjoring.husket):
            if k[0] in giver.over or k not in giver.minne.husket:
                continue
            ny.kjoring.nytt_sporsmaal()
            assert ny.kjoring.v(*k) == alene[navn].kjoring.husket[k]
            assert ny.kjoring.spor[k] == alene[navn].kjoring.spor[k]
            tatt += 1
    assert tatt > 500
    assert len(giver.over) < len(bok.program.regler) / 2


def test_en_utregning_for_andre_dager_brukes_ikke(bok):
    ett, to = (Situasjon.les(mari(10, til=f"{aar}-12-31"), bok) for aar in (2026, 2027))
    u = [regn(s, bok).utregninger["10 timer"] for s in (ett, to)]
    arv(u[1].kjoring, [u[0].kjoring])
    assert u[1].kjoring.givere == ()


def test_minnet_vokser_ikke_med_hver_endring(bok):
    forrige = None
    for trekk in (30, 31, 32, 33, 34, 35):
        tekst = mari(10).replace("trekkprosent     = 34", f"trekkprosent = {trekk}")
        forrige = regn(Situasjon.les(tekst, bok), bok, forrige)
        for u in forrige.utregninger.values():
            assert len(u.kjoring.givere) <= 3
