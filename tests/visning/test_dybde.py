"""Det korte svaret: det viktigste først, ingenting borte i stillhet, samme utvalg overalt."""

from __future__ import annotations

import re

import pytest
from tests.eksempler.personer import raadet

from ytelsesrad import Regelbok
from ytelsesrad.visning import svar
from ytelsesrad.visning.html.punkter import overrasker
from ytelsesrad.visning.tekst.bokser import PLIKT, er_advarsel, meldinger_av, overraskelsespunkter
from ytelsesrad.visning.tekst.dekning import forbeholdene

PERSONER = ("p1", "p4", "p7")


def _flatt(tekst: str) -> str:
    """Teksten på én linje, slik at det som er brutt, kan finnes."""
    return " ".join(tekst.replace("\u00a0", " ").split())


@pytest.mark.parametrize("navn", PERSONER)
def test_det_korte_er_mye_kortere_og_det_korteste_enda_kortere(navn: str) -> None:
    r = raadet(navn)
    en, to, alt = (len(svar(r, dybde=d).splitlines()) for d in ("1", "2", "alt"))
    assert en < to // 2 < alt // 3


def test_to_planer_er_paa_rundt_hundre_og_femti_linjer() -> None:
    assert len(svar(raadet("p4")).splitlines()) <= 160


@pytest.mark.parametrize("navn", PERSONER)
def test_plikter_fall_ukjente_og_det_som_ikke_er_med_staar_ogsaa_i_det_korte(navn: str) -> None:
    r = raadet(navn)
    kort = _flatt(svar(r))
    for m in meldinger_av(r, PLIKT.__contains__):
        assert _flatt(m.forste.tekst)[:12] in kort
    assert kort.count("[ ]") >= len({m.forste.id for m in meldinger_av(r, PLIKT.__contains__)})
    for g in r.grenser:
        for t in g.terskler:
            if t.art == "fall":
                assert _flatt(t.aarsaker[0].grense or t.aarsaker[0].tittel) in kort
    for plan in r.planer:
        for mangel in plan.mangler:
            assert _flatt(mangel.sporsmaal) in kort
        for d in plan.dekning:
            assert _flatt(d.navn).casefold() in kort.casefold()
    for tekst in forbeholdene(r, kort=True):
        assert _flatt(tekst) in kort


@pytest.mark.parametrize("navn", PERSONER)
def test_det_som_er_utelatt_er_talt_opp(navn: str) -> None:
    r = raadet(navn)
    punkter = overraskelsespunkter(r, r.overraskelser, kort=True)
    utelatt = sum(not p.viktig for p in punkter)
    boks = svar(r).split("Dette kan overraske\n")[1].split("\n\n")[0]
    assert f"og {utelatt} til: --dybde alt" in boks
    assert len(re.findall(r"^  [!?] ", boks, re.M)) == len(punkter) - utelatt
    hele = svar(r, dybde="alt").split("Dette kan overraske\n")[1].split("\n\n")[0]
    assert len(re.findall(r"^  [!?] ", hele, re.M)) == len(punkter)
    assert "--dybde" not in svar(r, dybde="alt")


@pytest.mark.parametrize("navn", PERSONER)
def test_arket_tar_det_samme_foerst(navn: str) -> None:
    r = raadet(navn)
    viktige = [p.viktig for p in overrasker(r, r.overraskelser)]
    assert viktige == sorted(viktige, reverse=True)
    assert any(viktige)
    assert not all(viktige)


def test_det_som_har_samme_grunn_staar_en_gang() -> None:
    r = raadet("p4")
    av = {(o.plan, o.id): o.del_av for o in r.overraskelser if o.del_av}
    # bostøtten som faller bort, er grunnen til at januar ser for god ut
    forste = ("10 timer i uka", "faller_bort/bostotte/2026-02")
    assert av[forste] == "ser_for_god_ut/uforetrygd/2026-01"
    # og det som settes ned, kommer i etteroppgjøret
    andre = ("10 timer i uka", "settes_ned/uforetrygd/2026-02")
    assert av[andre] == "oppgjor_til_gode/uforetrygd/2027-11-19"
    for o in r.overraskelser:
        assert not (o.del_av and o.viktig)
        assert o.del_av is None or any(
            x.id == o.del_av and x.plan == o.plan for x in r.overraskelser
        )


def test_mange_planer_som_bare_er_ulike_i_beloep_er_en_setning_med_lavest_og_hoyest() -> None:
    kort = _flatt(svar(raadet("p1")))
    assert "I de andre planene: fra 2 107 kroner til 8 634 kroner." in kort
    assert "30 prosent stilling: 2 107 kroner ·" in _flatt(svar(raadet("p1"), dybde="alt"))


def test_grensen_for_det_uvesentlige_staar_i_regelsettet() -> None:
    u = Regelbok.standard().regelsett.uvesentlig
    r = raadet("p4")
    assert r.uvesentlig is not None
    assert (r.uvesentlig.kroner_i_maaneden, r.uvesentlig.av_hundre) == (
        u.kroner_i_maaneden,
        u.av_hundre,
    )
    # en knekk fra 10 til 7 kroner er ikke med, men fallene er det, samlet, med spennet
    kort = _flatt(svar(r))
    assert "2,5 til 3,9 timer" in kort
    assert "Trinnskatt" not in kort
    assert "Trinnskatt" in svar(r, dybde="alt")


def test_det_som_er_som_foer_er_ingen_nyhet_men_plikten_er_der() -> None:
    r = raadet("p4")
    naa = r.planer[0].meldinger
    assert not any(m.viktig for m in naa if er_advarsel(m.type))
    assert all(m.viktig for p in r.planer for m in p.meldinger if m.type in PLIKT)
