"""Sporet av en verdi er et helt tall, og det blir ikke lengre av at det spørres mange ganger."""

from __future__ import annotations

from ytelsesrad.regelspraak.kjor.spor import Sporbok, spor_av


def test_et_merke_har_samme_bit_hver_gang_og_bitene_ligger_tett() -> None:
    bok = Sporbok(10)
    ett = bok.merke("antatt", 3)
    assert [bok.merke("antatt", 3) for _ in range(1000)] == [ett] * 1000
    to = bok.merke("anslag", 3)
    assert (ett.bit_length(), to.bit_length()) == (11, 12)


def test_sporet_sier_hvilke_regler_og_merker_det_har() -> None:
    bok = Sporbok(10)
    spor = spor_av({2, 7}) | bok.merke("antatt", 7)
    assert bok.regler(spor) == {2, 7}
    assert bok.merker(spor) == {("antatt", 7)}
    assert bok.merker(spor_av({2})) == frozenset()
