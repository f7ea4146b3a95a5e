"""Avsnittet under den første setningen: hvilket år det gjelder, og når tallet er et snitt."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

from ytelsesrad import Regelbok, Situasjon, gi_raad
from ytelsesrad.visning.tekst.aapning import videre

PLAN = "20 timer i uka"


def mari(rot: Path, bok: Regelbok, start: date, til: date) -> str:
    fil = rot / "docs" / "eksempler" / "p4.toml"
    data = tomllib.loads(fil.read_text(encoding="utf-8"), parse_float=Decimal)
    data["til"] = til
    data["plan"] = {navn: data["plan"][navn] for navn in ("Som nå", PLAN)}
    data["plan"][PLAN]["uforetrygd"]["melder_fra"] = start
    data["plan"][PLAN]["jobb"][0]["start"] = start
    return " ".join(videre(gi_raad(Situasjon.fra_dict(data, bok), bok, grenser=False)))


def test_hele_ett_aar_og_noe_det_neste_blir_ikke_motsagt(rot: Path, bok: Regelbok) -> None:
    sagt = mari(rot, bok, date(2026, 9, 1), date(2027, 12, 31))
    assert "Du beholder hele uføretrygden i 2026." in sagt
    assert "i uføretrygd i 2027." in sagt


def test_jobb_fra_mai_er_et_snitt_for_hele_aaret(rot: Path, bok: Regelbok) -> None:
    sagt = mari(rot, bok, date(2026, 5, 1), date(2026, 12, 31))
    assert "Det er et snitt for hele 2026: I 4 av 12 måneder får du like mye inn på konto" in sagt
    assert "snitt" not in mari(rot, bok, date(2026, 1, 1), date(2026, 12, 31))
