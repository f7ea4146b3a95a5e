"""Tabellen i dokumentasjonen er den reglene gir."""

from __future__ import annotations

from verktoy import oppdater_uforetrygd


def test_siden_er_den_reglene_gir():
    side = oppdater_uforetrygd.SIDE.read_text(encoding="utf-8")
    assert side == oppdater_uforetrygd.innhold(), "Rett: make oppdater, og les forskjellen."


def test_fem_personer_og_lonn_fra_null_til_sju_hundre_tusen(bok):
    alle = list(oppdater_uforetrygd.tabeller(bok))
    assert len(alle) == 5
    for tabell in alle:
        assert [r.lonn for r in tabell.rader][:: len(tabell.rader) - 1] == [0, 700_000]
        for rad in tabell.rader:
            # i 2026 ble reglene bedre for alle, og det som er betalt, er aldri mer enn det
            assert rad.utbetalt <= rad.gjort_opp + 3
            assert tabell.rader[0].gjort_opp >= rad.gjort_opp
