"""Det vedtaket om AAP sier utenom satsen: hvor lenge, hva slags, og opphold på institusjon."""

from __future__ import annotations

from datetime import date

import pytest

from ytelsesrad import Feilsamling, Situasjon, beregn
from ytelsesrad.beregning import Planresultat

PERSON = """
regnedato = 2026-11-21
fra       = 2026-01-01
til       = 2026-12-31

[person]
fodselsdato          = {fodt}
meldeperiode_starter = 2026-01-05

[husstand]
har_partner = false

[aap]
minste_ytelse = true
{vedtak}

[skatt]
tabell_brukes_av = "Nav"

[plan."Som nå"]
{barn}
"""
VEDTAK = "rett_fra = 2024-08-12"
FYLLER_67_I_AUGUST = "1959-08-12"


def som_naa(bok, vedtak: str = VEDTAK, fodt: str = "1990-04-12", barn: str = "") -> Planresultat:
    tekst = PERSON.format(vedtak=vedtak, fodt=fodt, barn=barn)
    return beregn(Situasjon.les(tekst, bok), bok).planer[0]


def aap(p: Planresultat) -> dict[date, int]:
    return {b.dato: int(b.brutto) for b in p.betalinger if b.betaling == "aap"}


def meldinger(p: Planresultat) -> set[str]:
    return {m.id.removeprefix("aap.") for m in p.meldinger}


def test_fritatt_for_meldekort_kommer_pengene_etter_dagen_nav_regner(bok):
    """Tre dager etter perioden og to bankdager til. Før påske og Kristi himmelfart er det før."""
    dager = set(aap(som_naa(bok, f"{VEDTAK}\nfritatt_for_meldekort = true")))
    assert {date(2026, 1, 23), date(2026, 4, 1), date(2026, 5, 15), date(2026, 6, 12)} <= dager


@pytest.mark.parametrize(
    ("barn", "per_dag"), [("", 536), ("[[barn]]\nbarn_fodt = 2015-03-01", 1072 + 38)]
)
def test_opphold_paa_institusjon_setter_ned_bare_for_den_uten_barnetillegg(bok, barn, per_dag):
    """1 071,91 kroner, og 38 for barnet. Oppholdet setter ned fra 1. mai."""
    p = som_naa(bok, f"{VEDTAK}\ninnlagt = 2026-01-12\nutskrevet = 2026-09-30", barn=barn)
    assert aap(p)[date(2026, 7, 8)] == 10 * per_dag


def test_i_fengsel_kommer_det_ingen_aap(bok):
    """To meldeperioder, fra 2. til 29. mars."""
    vanlig = aap(som_naa(bok))
    uten = aap(som_naa(bok, f"{VEDTAK}\ni_fengsel = {{ 2026-03-02 = true, 2026-03-30 = false }}"))
    assert {d for d in vanlig if uten.get(d, 0) != vanlig[d]} == {
        date(2026, 3, 18),
        date(2026, 4, 1),
    }
    assert not any(uten.get(d) for d in (date(2026, 3, 18), date(2026, 4, 1)))


def test_aap_slutter_ved_utgangen_av_maaneden_en_fyller_67(bok):
    p = som_naa(bok, fodt=FYLLER_67_I_AUGUST)
    # Den siste perioden har én dag, mandag 31. august, og betales 16. september.
    assert aap(p)[date(2026, 9, 16)] == 1072
    assert max(d for d, kr in aap(p).items() if kr) == date(2026, 9, 16)
    assert "fyller_67" in meldinger(p)
    assert not {"perioden_gaar_ut", "etter_perioden"} & meldinger(p)


@pytest.mark.parametrize(
    ("vedtak", "gaar_ut", "kan_forlenges"),
    [
        ("rett_fra = 2023-06-05", date(2026, 6, 4), True),
        ("rett_fra = 2025-12-01\nslag = 'som arbeidssøker'", date(2026, 5, 31), False),
        ("rett_fra = 2025-12-01\nslag = 'som student'", date(2026, 5, 31), False),
        (
            "rett_fra = 2025-12-01\nslag = 'som student'\ndager_brukt_foer = 700",
            date(2026, 3, 26),
            False,
        ),
    ],
)
def test_bare_vanlig_aap_kan_forlenges(bok, vedtak, gaar_ut, kan_forlenges):
    p = som_naa(bok, vedtak)
    (slutt,) = [m for m in p.meldinger if m.id in ("aap.perioden_gaar_ut", "aap.annen_aap_gaar_ut")]
    assert slutt.frist_dato == gaar_ut
    assert (slutt.id == "aap.perioden_gaar_ut") is kan_forlenges


@pytest.mark.parametrize(
    ("vedtak", "fodt", "hva", "rett"),
    [
        (f"{VEDTAK}\ndager_brukt_foer = 784", "1990-04-12", "brukt opp før 12.", "rett_til = …"),
        (
            f"{VEDTAK}\nrett_til = 2026-09-30",
            FYLLER_67_I_AUGUST,
            "vare lenger enn ut den måneden",
            "til 31.",
        ),
    ],
)
def test_et_vedtak_som_ikke_kan_stemme(bok, vedtak, fodt, hva, rett):
    with pytest.raises(Feilsamling) as feil:
        som_naa(bok, vedtak, fodt)
    tekst = " ".join(str(feil.value).replace("\u00a0", " ").split())
    assert "S20" in tekst
    assert hva in tekst
    assert rett in tekst


def test_en_forlenget_periode_sier_selv_hvor_lenge(bok):
    p = som_naa(bok, f"{VEDTAK}\ndager_brukt_foer = 784\nrett_til = 2027-06-30")
    assert len([kr for kr in aap(p).values() if kr]) == 26


JOBB = "[[jobb]]\nstart = 2026-01-05\ntimelonn = 200\nstillingsprosent = {}\n"


def tekster(p: Planresultat) -> dict[str, str]:
    return {m.id.removeprefix("aap."): m.tekst.replace("\xa0", " ") for m in p.meldinger}


def test_over_taket_sier_taket_som_gjaldt_da(bok):
    """Opptrappingen begynner 2. mars: de fire kortene før den er over, og da er taket 60."""
    p = som_naa(bok, f"{VEDTAK}\nopptrapping_fra = 2026-03-02", barn=JOBB.format(75))
    assert "mer enn 60 prosent på 4 meldekort" in tekster(p)["over_taket"]


def test_det_siste_kortet_teller_naar_aap_slutter_en_fredag(bok):
    p = som_naa(bok, f"{VEDTAK}\nrett_til = 2026-02-13", barn=JOBB.format(75))
    assert "på 3 meldekort" in tekster(p)["over_taket"]


@pytest.mark.parametrize(("skade", "taket"), [("", "60 prosent"), ("yrkesskade = true", "70")])
def test_etter_opptrappingen_gjelder_det_vanlige_taket(bok, skade, taket):
    opptrapping = "opptrapping_fra = 2026-01-05\nopptrapping_til = 2026-06-30"
    p = som_naa(bok, f"{VEDTAK}\n{opptrapping}\n{skade}")
    assert f"inntil {taket}" in tekster(p)["opptrapping_slutter"]
    p = som_naa(bok, f"{VEDTAK}\nrett_til = 2026-06-30\n{opptrapping}\n{skade}")
    assert "opptrapping_slutter" not in meldinger(p)


@pytest.mark.parametrize(
    ("slag", "kan"), [("vanlig", True), ("som student", True), ("som arbeidssøker", False)]
)
def test_opptrapping_er_for_den_som_fortsatt_fyller_vilkaarene(bok, slag, kan):
    vedtak = f"rett_fra = 2025-12-01\nslag = '{slag}'"
    p = som_naa(bok, vedtak, barn=JOBB.format(75))
    assert "over_taket" in meldinger(p)
    assert ("sok_opptrapping" in meldinger(p)) is kan


@pytest.mark.parametrize(
    ("mer", "barn", "sies"),
    [
        ("utskrevet = 2026-09-30", "", True),
        ("utskrevet = 2026-04-30", "", False),
        ("forsorger_eller_boutgifter = true", "", False),
        ("utskrevet = 2026-09-30", "[[barn]]\nbarn_fodt = 2015-03-01", False),
    ],
)
def test_dagen_aap_gaar_ned_paa_institusjon_blir_sagt(bok, mer, barn, sies):
    p = som_naa(bok, f"{VEDTAK}\ninnlagt = 2026-01-12\n{mer}", barn=barn)
    assert ("lavere_paa_institusjon" in meldinger(p)) is sies
    if sies:
        assert tekster(p)["lavere_paa_institusjon"].startswith("Fra 1. mai 2026 går AAP ned med 50")


def test_den_som_er_fritatt_maa_likevel_melde_timene(bok):
    fritatt = f"{VEDTAK}\nfritatt_for_meldekort = true"
    assert "fritatt_med_jobb" in meldinger(som_naa(bok, fritatt, barn=JOBB.format(40)))
    assert "fritatt_med_jobb" not in meldinger(som_naa(bok, fritatt))
    assert "fritatt_med_jobb" not in meldinger(som_naa(bok, barn=JOBB.format(40)))


def test_margin_er_maalt_mot_taket_paa_det_kortet(bok):
    """75 prosent til juni med opptrapping, og 40 prosent etter. Det er minst igjen til 60 timer."""
    opptrapping = "opptrapping_fra = 2026-01-05\nopptrapping_til = 2026-06-21"
    prosent = "{ 2026-01-05 = 75, 2026-06-22 = 40 }"
    p = som_naa(bok, f"{VEDTAK}\n{opptrapping}", barn=JOBB.format(prosent))
    assert tekster(p)["liten_margin"].startswith(
        "Taket er 60 timer på et meldekort, og du har bare"
    )


def test_det_som_gjelder_meldekortet_sies_ogsaa_det_aaret_aap_slutter(bok):
    vedtak = f"{VEDTAK}\nrett_til = 2026-09-30\nuforegrad_ved_aap = 50"
    p = som_naa(bok, vedtak, barn=JOBB.format(20))
    assert {"sent_kort", "uforetrygd_og_tak", "valg_sykepenger"} <= meldinger(p)
    p = som_naa(bok, "rett_fra = 2024-08-12\nrett_til = 2025-09-30", barn=JOBB.format(20))
    assert not {"sent_kort", "uforetrygd_og_tak", "valg_sykepenger"} & meldinger(p)


# ── Det som møtes: fengsel, opptrapping, uføretrygd ─────────────────────────────────────────────

TI_TIMER = """
[[jobb]]
start         = 2026-01-05
timer_per_uke = 10
timelonn      = 230
"""
UFORETRYGD = """
[uforetrygd]
innvilget  = {innvilget}
uforegrad  = {grad}
trygdetid  = 40
grunnlag_g = 3
ifu_g      = 4
ieu_g      = 0
"""


def tekstene(plan: Planresultat) -> dict[str, str]:
    """Id → tekst."""
    return {m.id: m.tekst for m in plan.meldinger}


def varer_til(plan: Planresultat) -> str:
    return next(f.verdi for f in plan.forutsetninger if f.inndata == "aap.rett_til")


def test_dager_i_fengsel_brukes_ikke_av_kvoten(bok):
    # 784 virkedager fra mandag 12. august 2024 er brukt torsdag 12. august 2027.
    assert varer_til(som_naa(bok)) == "12.\u00a0august\u00a02027"
    # 2. mars–31. mai 2026 er 13 uker, og kvoten varer 13 uker lenger: til 11. november 2027
    fengsel = "\ni_fengsel = { 2026-03-02 = true, 2026-06-01 = false }"
    assert varer_til(som_naa(bok, VEDTAK + fengsel)) == "11.\u00a0november\u00a02027"


def test_opptrapping_over_tolv_maaneder_blir_sagt(bok):
    lang = "\nopptrapping_fra = 2026-01-05\nopptrapping_til = 2027-06-30"
    hel = "\nopptrapping_fra = 2026-01-05\nopptrapping_til = 2027-01-04"
    (advarsel,) = som_naa(bok, VEDTAK + lang).advarsler
    assert advarsel.id == "aap.opptrapping_over_tolv_maaneder"
    assert "4.\u00a0januar\u00a02027" in advarsel.tekst
    assert som_naa(bok, VEDTAK + hel).advarsler == ()


def test_ikke_full_aap_tilbake_naar_noe_annet_ogsaa_setter_den_ned(bok):
    alene = tekstene(som_naa(bok, VEDTAK, barn=TI_TIMER))
    assert "full AAP" in alene["aap.veien_tilbake"]
    gradert = UFORETRYGD.format(innvilget="2024-01-01", grad=50)
    innlagt = "\ninnlagt = 2026-02-12"
    for mer in (gradert, innlagt, "\nfastsatt_arbeidsevne = 20"):
        svar = tekstene(som_naa(bok, VEDTAK + mer, barn=TI_TIMER))
        assert "aap.veien_tilbake" not in svar
        assert "full AAP" not in svar["aap.veien_tilbake_satt_ned"]


def test_full_uforetrygd_etter_aap_gir_ikke_raad_om_forlengelse(bok):
    vedtak = f"{VEDTAK}\nrett_til = 2026-05-31"
    av_aap = {
        "aap.perioden_gaar_ut",
        "aap.etter_perioden",
        "aap.andre_veier_etter_perioden",
    }
    full = tekstene(som_naa(bok, vedtak + UFORETRYGD.format(innvilget="2026-06-01", grad=100)))
    assert "1.\u00a0juni\u00a02026" in full["aap.uforetrygd_etter_aap"]
    assert not av_aap & set(full)
    gradert = tekstene(som_naa(bok, vedtak + UFORETRYGD.format(innvilget="2026-06-01", grad=50)))
    assert av_aap <= set(gradert)
    assert "aap.uforetrygd_etter_aap" not in gradert
