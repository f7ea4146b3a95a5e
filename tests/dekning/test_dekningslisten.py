"""Alt en jobb kan endre, har en linje i svaret, også det som ikke regnes ut."""

from __future__ import annotations

from pathlib import Path

import pytest

from ytelsesrad import Regelbok, Situasjon, beregn

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"
LISTEN: dict[str, set[str]] = {
    "lønn": {"lonn"},
    "feriepenger": {"feriepenger"},
    "AAP": {"aap"},
    "barnetillegg til AAP": {"aap"},
    "uføretrygd": {"uforetrygd"},
    "barnetillegg til uføretrygd": {"barnetillegg_uforetrygd"},
    "gjenlevendetillegg": {"gjenlevendetillegg"},
    "uførepensjon og AFP fra andre": {"uforepensjon", "alderspensjon"},
    "sykepenger": {"sykepenger"},
    "dagpenger": {"dagpenger"},
    "tiltakspenger": {"tiltakspenger"},
    "kvalifiseringsprogrammet": {"kvalifiseringsstonad"},
    "sosialhjelp": {"sosialhjelp"},
    "bostøtte": {"bostotte"},
    "kommunal bostøtte": {"kommunal_bostotte"},
    "barnetrygd": {"barnetrygd"},
    "overgangsstønad": {"overgangsstonad"},
    "grunn- og hjelpestønad": {"grunnstonad"},
    "supplerende stønad": {"supplerende_stonad"},
    "barnebidrag": {"barnebidrag", "bidragsforskudd"},
    "skatt": {"skatt"},
    "trygdeavgift": {"skatt"},
    "frikort og egenandeler": {"frikort"},
    "barnehage og SFO": {"barnehage"},
    "kommunale egenbetalinger": {"egenbetaling"},
    "fri rettshjelp": {"fri_rettshjelp"},
    "strøm og husleie": {"husleie_etter_inntekt"},
    "trekkpålegg og utlegg": {"utleggstrekk"},
    "gjeldsordning": {"gjeldsordning"},
    "studielån": {"studielan"},
}
"""Det som kan endre seg når noen begynner å jobbe → linjene i svaret."""

OGSAA: dict[str, str] = {
    "tjenestepensjon": "kommer med lønnen, men er ikke penger å leve for nå",
    "jobbutgifter": "det personen selv betaler for å jobbe",
    "lonnstilskudd": "går til arbeidsgiveren",
    "ungdomsprogramytelse": "forsøk for dem mellom 18 og 28 år",
    "kontantstotte": "faller bort når barnet begynner i barnehage",
    "barnetilsyn": "for enslige forsørgere i jobb",
    "annet": "penger personen selv oppgir",
}
"""Linjer utover listen, og hvorfor de er med."""

BEREGNET = {
    "lønn", "AAP", "barnetillegg til AAP", "uføretrygd", "barnetillegg til uføretrygd",
    "gjenlevendetillegg", "sykepenger", "dagpenger", "tiltakspenger",
    "kvalifiseringsprogrammet", "barnetrygd", "overgangsstønad", "barnebidrag", "skatt",
    "trygdeavgift", "bostøtte", "sosialhjelp", "trekkpålegg og utlegg", "feriepenger",
}  # fmt: skip
"""Det som regnes ut. Blir noe av det borte, skal det synes."""

BLOMSTER = Path(__file__).parent.parent / "ny_ytelse" / "regler"
SITUASJON = """
regnedato = 2026-11-21
fra       = 2026-01-01
til       = 2026-12-31

[plan."Som nå"]
"""


def uten_plass(bok: Regelbok) -> set[str]:
    """Linjer i boken som ingen har sagt hvor hører hjemme."""
    kjent = set.union(*LISTEN.values()) | set(OGSAA)
    return set(bok.samling.ytelser) - kjent


def uten_linje(bok: Regelbok) -> set[str]:
    """Betalinger som ikke hører til en linje i svaret."""
    return {
        b.id
        for b in bok.samling.betalinger.values()
        if (b.ytelse or b.id) not in bok.samling.ytelser
    }


@pytest.mark.parametrize("navn", LISTEN)
def test_alt_i_listen_har_en_linje(bok, navn):
    assert LISTEN[navn] <= set(bok.samling.ytelser)


def test_hver_linje_har_en_plass(bok):
    assert uten_plass(bok) == set()
    assert uten_linje(bok) == set()


def test_en_ny_ytelse_uten_plass_blir_funnet():
    assert uten_plass(Regelbok.standard(BLOMSTER)) == {"blomsterstonad"}


def test_linjene_utover_listen_trengs_fortsatt(bok):
    assert set(OGSAA) <= set(bok.samling.ytelser)
    assert not any(linjer & set(OGSAA) for linjer in LISTEN.values())


def test_det_som_regnes_ut(bok):
    ytelser = bok.samling.ytelser
    regnes = {n for n, linjer in LISTEN.items() if all(not ytelser[i].status for i in linjer)}
    assert regnes >= BEREGNET


def test_det_som_ikke_regnes_ut_sier_hvem_du_kan_sporre(bok):
    for y in bok.samling.ytelser.values():
        if y.status == "ikke_modellert":
            assert y.spor, y.id
            assert y.holdes_hvis or y.mappe == "lonn", f"{y.id} spør ikke om personen har det"


def test_alle_linjene_er_i_svaret(bok):
    (plan,) = beregn(Situasjon.les(SITUASJON, bok), bok).planer
    i_svaret = {d.ytelse: d for d in plan.dekning}
    assert set(i_svaret) == set(bok.samling.ytelser)
    lov = {"beregnet", "ikke_aktuelt", "endres_ikke", "ikke_modellert", "ikke_oppgitt"}
    assert {d.status for d in plan.dekning} <= lov
    assert all(d.spor for d in plan.dekning if d.status == "ikke_modellert")


def test_det_som_sies_om_et_barn_gjor_ikke_en_ytelse_aktuell(bok):
    """«Bor med begge foreldrene» hører til et tillegg personen ikke har."""
    tekst = (EKSEMPLER / "p3.toml").read_text(encoding="utf-8")
    om_barna = tekst.replace("[[barn]]\n", "[[barn]]\nfellesbarn = true\n")
    assert om_barna != tekst
    uten, med = (beregn(Situasjon.les(t, bok), bok) for t in (tekst, om_barna))
    assert [p.aar for p in med.planer] == [p.aar for p in uten.planer]
    assert all(a.gjort_opp_netto is not None for p in med.planer for a in p.aar)
