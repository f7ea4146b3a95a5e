"""Det som skjerper svaret mest: de mulige svarene er regnet ut på nytt, ett om gangen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.raad.lite_land import land
from tests.sporsmaal.test_gangen import AAP, DAG, UFOR
from ytelsesrad import Regelbok, beregn
from ytelsesrad.sporsmaal import anslag, situasjon_av, skjerpende

SVAR = {"felles.slags": "stub", "stub.full_stub": "vet ikke", "slit.timer": "40"}
LAND_DAG = date(2031, 1, 15)


def test_i_et_annet_land_betyr_stuben_mest() -> None:
    forste, andre = skjerpende(land(), {**SVAR, "slit.takst": "100"}, LAND_DAG)
    # 8 000–12 000 i måneden, og taksten 80–150 for 40 timer der 50 og så 40 prosent trekkes fra
    assert (forste.sporsmaal.id, forste.bredde) == ("stub.full_stub", Decimal(4_000 * 12))
    assert andre.sporsmaal.id == "slit.takst"
    deler = [Decimal("0.5")] * 8 + [Decimal("0.6")] * 4
    assert andre.bredde == sum(70 * 40 * d for d in deler)
    assert forste.verdier == ("8\u00a0000\u00a0kroner", "12\u00a0000\u00a0kroner")


def test_det_som_er_besvart_skjerper_ikke_mer() -> None:
    funnet = skjerpende(land(), {**SVAR, "stub.full_stub": "9 000"}, LAND_DAG)
    assert [s.sporsmaal.id for s in funnet] == ["slit.takst"]


def test_rekken_er_ordnet_og_svaret_ligger_imellom(bok: Regelbok) -> None:
    svar = {**AAP, "aap.dagsats_i_vedtaket": "vet ikke", "felles.barn_fodt": "ingen"}
    funnet = skjerpende(bok, svar, DAG)
    naa = beregn(situasjon_av(bok, svar, DAG), bok).planer[-1].aar[0].gjort_opp_netto
    assert naa is not None
    assert "aap.dagsats_i_vedtaket" in {s.sporsmaal.id for s in funnet[:2]}
    assert [s.bredde for s in funnet] == sorted((s.bredde for s in funnet), reverse=True)
    for s in funnet:
        assert s.lavest <= naa <= s.hoyest
        assert s.bredde == s.hoyest - s.lavest > 0
        assert s.sporsmaal.tekst.endswith("?")


def test_anslaget_har_alt_som_trengs(bok: Regelbok) -> None:
    svar = anslag(bok, UFOR, DAG)
    assert svar.resultat.planer[1].navn == "10 timer i uka"
    assert {a.inndata for a in svar.antakelser} >= {"uforetrygd.ifu_g", "felles.har_partner"}
    assert svar.overraskelser
    assert svar.skjerpende
    assert type(svar).model_validate_json(svar.model_dump_json()) == svar
