"""The answer as JSON and back."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import stripeland_svar as s
from stripeland_mira import mira

from ytelsesrad.visning import fra_json, skjema, som_json
from ytelsesrad.visning.json import FORMER


def test_there_and_back() -> None:
    svar = mira()
    assert fra_json(som_json(svar)) == svar
    assert som_json(fra_json(som_json(svar))) == som_json(svar)


def test_form() -> None:
    tekst = som_json(mira())
    data = json.loads(tekst)
    assert list(data) == ["meta", "planer", "endringer", "kilder", "hjemler"]
    assert data["meta"]["skjema"] == "resultat-1"
    assert data["planer"][0]["betalinger"][0]["brutto"] == "24080"
    assert tekst.startswith('{\n  "meta": {\n    "skjema"')
    assert "Stripestønad" in tekst


def test_schema_describes_what_is_written() -> None:
    skjemaet = skjema("resultat-1")
    assert skjemaet["$id"] == "resultat-1"
    jsonschema.Draft202012Validator.check_schema(skjemaet)
    validator = jsonschema.Draft202012Validator(skjemaet)
    data = json.loads(som_json(mira()))
    validator.validate(data)
    data["meta"]["et_nytt_felt"] = 1  # lovet: nye felt kan komme uten nytt nummer
    validator.validate(data)
    data["planer"][0]["betalinger"][0]["brutto"] = 24080
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("{", "ikke gyldig JSON"),
        ("{}", "«meta», «planer», «endringer»"),
        (
            som_json(s.enkelt(["1"])).replace("resultat-1", "resultat-9"),
            "har formen «resultat-9»",
        ),
        (som_json(s.enkelt(["1"])).replace('"fra"', '"fraa"'), "«meta.fra»"),
        (som_json(s.enkelt(["1"])).replace('"gjort_opp": "1"', '"gjort_opp": "NaN"'), "gjort_opp"),
    ],
)
def test_what_is_not_an_answer_says_so(tekst: str, melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        fra_json(tekst)


@pytest.mark.parametrize("form", FORMER)
def test_skjemaet_i_dokumentasjonen_er_det_som_gjelder(form: str) -> None:
    """Rett: make oppdater."""
    fil = Path(__file__).parent.parent.parent / "docs" / "skjema" / f"{form}.json"
    assert json.loads(fil.read_text(encoding="utf-8")) == skjema(form)


def test_hvert_skjema_i_dokumentasjonen_har_en_form() -> None:
    mappe = Path(__file__).parent.parent.parent / "docs" / "skjema"
    assert {f.stem for f in mappe.glob("*.json")} == set(FORMER)
