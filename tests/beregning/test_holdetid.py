"""En verdi som gjelder i flere dager, regnes ut én gang. Svaret er det samme som dag for dag."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.beregning.personer import mari, sam
from tests.conftest import nylest
from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.beregning import Beregning, regn
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak.kjor.minne import HELG, HVERDAG

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"
VAKTER = "timer_i_meldeperioden = { fra = 2026-01-05, gjentas = [30, 44, 45, 45.5, 20, 0] }"
DAGER = "timer_per_dag = { fra = 2026-01-05, gjentas = [7.5, 0, 7.5, 0, 0, 6, 0], 2026-07 = 0 }"
BRUDD = "\n[[brudd]]\nbrudd_dag = 2026-03-04\n[[barn]]\nbarn_fodt = 2008-08-19\n"
DELT = (
    "[aap]\nrett_til = 2026-09-16\nopptrapping_fra = 2026-03-04\nopptrapping_til = 2026-05-12\n"
    "fravaer_fra_aktivitet = { fra = 2026-02-03, verdier = [true, true] }\n"
    "andre_ytelser_prosent = { 2026-06-03 = 40, 2026-06-17 = 0 }\ninnlagt = 2026-04-20"
)
TEKSTER = {
    "p1": (EKSEMPLER / "p1.toml").read_text(encoding="utf-8"),
    "full": (EKSEMPLER / "full.toml").read_text(encoding="utf-8"),
    "mari": mari(10, 20),
    "vakter": sam(VAKTER, "timelonn = 210", fodt="2001-05-20") + BRUDD,
    "dager": sam(DAGER, "timelonn = { 2026-01-05 = 200, 2026-05-13 = 210 }") + BRUDD,
    "delt": sam("stillingsprosent = 65", "maanedslonn = 22_000", aap=DELT),
}


@pytest.fixture(scope="module")
def dag_for_dag() -> Regelbok:
    """Den samme boken, der hver dag regnes for seg."""
    bok = nylest()
    for regel in bok.program.regler:
        regel.kan_holde = False
    return bok


@pytest.mark.parametrize("navn", TEKSTER)
def test_svaret_er_det_samme_som_dag_for_dag(navn, bok, dag_for_dag):
    def svar(b: Regelbok) -> Beregning:
        return regn(Situasjon.les(TEKSTER[navn], b), b)

    fort, sakte = svar(bok), svar(dag_for_dag)
    assert fort.resultat == sakte.resultat
    # ikke bare det som vises: hver regel, hver dag i året, og merkene den bygger på
    for plan, u in sakte.utregninger.items():
        rask, treg = fort.utregninger[plan].kjoring, u.kjoring
        daglige = {k[0] for k in treg.husket if bok.program.regler[k[0]].kan_holde}
        with regnemodus():
            for nr in sorted(daglige):
                for k in [k for k in treg.husket if k[0] == nr][:400]:
                    rask.nytt_sporsmaal()
                    assert rask.v(*k) == treg.husket[k], (bok.program.regler[nr].regel.id, k)
                    assert rask.merker(k) == treg.merker(k)


def test_en_dagsats_regnes_ikke_ut_hver_dag(bok):
    u = regn(Situasjon.les(sam(VAKTER, "timelonn = 210"), bok), bok).utregninger["Som nå"]
    nr = bok.program.nummer["aap.dagsats"]

    def forste_dager() -> set[date]:
        return {date.fromordinal(h[0] or 1) for k, h in u.kjoring.holder.items() if k[0] == nr}

    assert len(forste_dager()) <= 4
    with regnemodus():
        for dag in (date(2026, 4, 30) + timedelta(days=n) for n in range(2)):
            u.kjoring.les("aap.dagsats", dag)
    assert date(2026, 5, 1) in forste_dager()


def test_timene_regnes_ut_en_gang_for_hverdagene_og_en_gang_for_helgene(bok):
    u = regn(Situasjon.les(TEKSTER["p1"], bok), bok).utregninger["50 prosent stilling"]
    nr = bok.program.nummer["lonn.timer_per_dag"]
    etter_ferien = date(2026, 9, 1).toordinal()
    spenn = {h for k, h in u.kjoring.holder.items() if k[0] == nr and h[0] <= etter_ferien <= h[1]}
    assert sorted(klasse for *_, klasse in spenn) == [HVERDAG, HELG]
    with regnemodus():
        uke = [u.kjoring.les("lonn.timer_per_dag", date(2026, 9, 7 + n)) for n in range(7)]
    assert uke == [Decimal("3.75")] * 5 + [0] * 2


def test_kildene_er_de_samme_hver_gang_boken_brukes(bok):
    situasjon = Situasjon.les(mari(10, 20), bok)
    forst, saa = regn(situasjon, bok), regn(situasjon, bok)
    assert forst.resultat.kilder == saa.resultat.kilder
    assert any("helligdager" in kilde for kilde in saa.resultat.kilder)
