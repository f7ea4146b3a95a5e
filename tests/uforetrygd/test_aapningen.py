"""Det korte om hva en beholder, sier hvilket år det gjelder."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

from ytelsesrad import Regelbok, Situasjon, gi_raad
from ytelsesrad.visning.tekst.aapning import videre

PLAN = "20 timer i uka"


def test_hele_ett_aar_og_noe_det_neste_blir_ikke_motsagt(rot: Path, bok: Regelbok) -> None:
    fil = rot / "docs" / "eksempler" / "p4.toml"
    data = tomllib.loads(fil.read_text(encoding="utf-8"), parse_float=Decimal)
    data["til"] = date(2027, 12, 31)
    data["plan"] = {navn: data["plan"][navn] for navn in ("Som nå", PLAN)}
    data["plan"][PLAN]["uforetrygd"]["melder_fra"] = date(2026, 9, 1)
    data["plan"][PLAN]["jobb"][0]["start"] = date(2026, 9, 1)
    raad = gi_raad(Situasjon.fra_dict(data, bok), bok, grenser=False)
    sagt = " ".join(videre(raad))
    assert "Du beholder hele uføretrygden i 2026." in sagt
    assert "i uføretrygd i 2027." in sagt
