"""De ekte eksemplene: hele svaret fram og tilbake, etter skjemaet, og likt det «beregn» gir."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from ytelsesrad import Regelbok, Situasjon, beregn, gi_raad
from ytelsesrad.beregning.resultat import Melding, Planresultat
from ytelsesrad.raad import Raad
from ytelsesrad.visning import fra_json, skjema, som_json
from ytelsesrad.visning.json import grenser_fra_json

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"
FILER = [
    EKSEMPLER / "p1.toml",
    EKSEMPLER / "p4.toml",
    *sorted((EKSEMPLER / "uforetrygd").glob("*.toml")),
]


@cache
def validator(form: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(skjema(form))
    return jsonschema.Draft202012Validator(skjema(form))


@pytest.fixture(scope="module", params=FILER, ids=lambda f: f.stem)
def svaret(request: pytest.FixtureRequest, bok: Regelbok) -> Raad:
    return gi_raad(Situasjon.les(request.param, bok), bok)


def test_fram_og_tilbake(svaret: Raad) -> None:
    tekst = som_json(svaret)
    assert fra_json(tekst) == svaret
    assert som_json(fra_json(tekst)) == tekst


def test_svaret_er_slik_skjemaet_sier(svaret: Raad) -> None:
    validator("raad-1").validate(json.loads(som_json(svaret)))
    for g in svaret.grenser:
        validator("grenser-1").validate(json.loads(som_json(g)))
        assert grenser_fra_json(som_json(g)) == g


def _uten_utvalg(planer: Iterable[Planresultat]) -> list[Planresultat]:
    def uten(plan: Planresultat) -> tuple[Melding, ...]:
        return tuple(m.model_copy(update={"viktig": False}) for m in plan.meldinger)

    return [p.model_copy(update={"meldinger": uten(p)}) for p in planer]


def test_det_er_det_samme_som_beregn_gir(svaret: Raad, bok: Regelbok) -> None:
    resultat = beregn(Situasjon.fra_dict(svaret.inndata, bok), bok)
    validator("resultat-1").validate(json.loads(som_json(resultat)))
    # Hva som står i det korte svaret, avgjøres når planene er sett sammen.
    assert (_uten_utvalg(resultat.planer), resultat.endringer, resultat.kilder) == (
        _uten_utvalg(svaret.planer),
        svaret.endringer,
        svaret.kilder,
    )


def test_likt_inn_gir_likt_ut(svaret: Raad, bok: Regelbok) -> None:
    igjen = gi_raad(Situasjon.fra_dict(svaret.inndata, bok), bok)
    assert igjen.gevinst == svaret.gevinst
    assert igjen.inndata == svaret.inndata


def test_delene_av_en_gevinst_er_hele_gevinsten(svaret: Raad) -> None:
    for g in svaret.gevinst:
        if g.per_aar is not None:
            assert sum(d.belop for d in g.deler) == g.per_aar


def test_opplysningene_har_ikke_tittelen(svaret: Raad) -> None:
    assert svaret.meta.tittel is None or svaret.meta.tittel not in json.dumps(
        svaret.inndata, ensure_ascii=False
    )
    assert "tittel" not in svaret.inndata


def test_beviset_har_ingen_personopplysninger(svaret: Raad) -> None:
    bevis = som_json(svaret.bevis)
    person = svaret.inndata.get("person", {})
    for verdi in (svaret.meta.tittel, person.get("fodselsdato"), person.get("kommune")):
        assert not verdi or verdi not in bevis


def test_alle_planer_med_tall_har_et_handlingsrom_eller_en_grunn(svaret: Raad) -> None:
    med = {h.plan for h in svaret.handlingsrom} | {u.plan for u in svaret.uten_grenser}
    assert med >= {p.navn for p in svaret.planer[1:]}
