"""Grensene for alle planene: hver linje én gang, og en grunn der det ikke er noen linje."""

from __future__ import annotations

from pathlib import Path

from ytelsesrad import Regelbok, Situasjon, regn
from ytelsesrad.raad.linjer import finn_alle_grenser


def test_planer_paa_samme_linje_deler_den(rot: Path, bok: Regelbok) -> None:
    s = Situasjon.les(rot / "docs" / "eksempler" / "p4.toml", bok)
    (grenser,), uten = finn_alle_grenser(s, bok, regn(s, bok))
    assert [p.plan for p in grenser.planer] == ["10 timer i uka", "20 timer i uka"]
    assert uten == ()


def test_en_plan_uten_arbeid_faar_en_grunn(rot: Path, bok: Regelbok) -> None:
    tekst = (rot / "docs" / "eksempler" / "p4.toml").read_text(encoding="utf-8")
    tekst = tekst.partition('[plan."10 timer i uka"]')[0] + '[plan."Venter"]\n'
    s = Situasjon.les(tekst, bok)
    grenser, uten = finn_alle_grenser(s, bok, regn(s, bok))
    assert grenser == ()
    assert [u.plan for u in uten] == ["Venter"]
    assert "ikke noe arbeid" in uten[0].hvorfor
