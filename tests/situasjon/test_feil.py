"""Hver feil: koden, stedet, hva som er galt, og hva en skal skrive i stedet."""

from __future__ import annotations

import pytest

from ytelsesrad import Feilsamling, Situasjon

FEIL = [
    # navn
    ("[[jobb]]\ntimelon = 5", "S01", (2, 1), "Mente du «timelonn»?", "timelonn = 5"),
    (
        "[[jobb]]\nxyz = 5",
        "S01",
        (2, 1),
        "finnes ikke under [[jobb]]",
        "et tall: andel, timelonn, timer",
    ),
    (
        "[[jobb]]\nxyz = 2026-01-01",
        "S01",
        (2, 1),
        "finnes ikke",
        "[[jobb]] er dette en dato: start.",
    ),
    ("[[barn]]\nfodselsdag = 5", "S01", (2, 1), "Her heter det «barn_fodt»", "barn_fodt = 5"),
    (
        "[[barn]]\nfodt = 2018-01-01",
        "S01",
        (2, 1),
        "hører ikke til under [[barn]]",
        "av disse: barn_fodt",
    ),
    ("[person]\ntimer = 5", "S01", (2, 1), "hører ikke til under [person]", "[[jobb]]\ntimer = 5"),
    ("[[jobb]]\ngrad = 50", "S01", (2, 1), "hører ikke til under [[jobb]]", "[fyrlys]\ngrad = 50"),
    ("grad = 50", "S01", (1, 1), "utenfor tabellen", "[fyrlys]\ngrad = 50"),
    ("[plan.A]\ntimer = 5", "S01", (2, 1), "utenfor tabellen", "[[plan.A.jobb]]\ntimer = 5"),
    ("[plan.A]\nfra = 2026-01-01", "S01", (2, 1), "ikke for én plan", "øverst"),
    ("[fyrlyss]\ngrad = 50", "S01", (1, 1), "Mente du «fyrlys»?", "[fyrlys]"),
    ("[qwerty]\na = 1", "S01", (1, 1), "Tabellen «qwerty» finnes ikke", "person, husstand"),
    ("[plan.A.fyrlyss]\ngrad = 5", "S01", (1, 1), "Mente du «fyrlys»?", "[plan.A.fyrlys]"),
    ('[[plann]]\nnavn = "A"', "S01", (1, 1), "Mente du «plan»?", '[plan."10 timer i uka"]'),
    ('titel = "Mari"', "S01", (1, 1), "Mente du «tittel»?", 'tittel = "Mari"'),
    ("[jobb]\ntimer = 5", "S01", (1, 1), "to klammer", "[[jobb]]"),
    ("barn = [1, 2]", "S01", (1, 1), "to klammer", "[[barn]]"),
    # slag
    ("[person]\nfodt = 1981", "S03", (2, 8), "en dato, ikke et tall", "fodt = 1981-02-14"),
    ("[person]\nfodt = 1981-02-14T10:00:00", "S03", (2, 8), "klokkeslett", "1981-02-14"),
    ("[person]\noy = 3", "S03", (2, 6), "tekst, ikke et tall", 'oy = "3"'),
    ('[husstand]\nhar_partner = "ja"', "S03", (2, 15), "true eller false", "har_partner = true"),
    ("[husstand]\nhar_partner = 1", "S03", (2, 15), "true eller false", "har_partner = true"),
    ('[fyrlys]\nutbetalt = "24 461 kr"', "S03", (2, 12), "kroner per måned", "utbetalt = 24461"),
    ('[fyrlys]\nutbetalt = "24.461,50"', "S03", (2, 12), "et tall, ikke tekst", "= 24461.50"),
    ('[fyrlys]\nutbetalt = "mye"', "S03", (2, 12), "et tall, ikke tekst", "utbetalt = 100"),
    ("[fyrlys]\nutbetalt = true", "S03", (2, 12), "et tall, ikke true", "utbetalt = 100"),
    ("[[jobb]]\ntimer = [22.3, 24.0]", "S03", (2, 9), "et tall, ikke en liste", "timer = 20"),
    # teksten er ment som noe, og det som er ment, går ikke tapt
    ('[person]\nfodt = "1981-02-14"', "S03", (2, 8), "uten anførselstegn", "fodt = 1981-02-14"),
    ('[person]\nfodt = "3.10.2016"', "S03", (2, 8), "år først", "fodt = 2016-10-03"),
    ('[person]\nfodt = "01/02/2016"', "S03", (2, 8), "år først", "fodt = 2016-02-01"),
    ('[person]\nfodt = "3. oktober 2016"', "S03", (2, 8), "år først", "fodt = 2016-10-03"),
    ('[person]\nfodt = "31.2.2016"', "S03", (2, 8), "29 dager", "eller  fodt = 2016-03-01"),
    ('fra = "1.2.2026"', "S03", (1, 7), "år først", "fra = 2026-02-01"),
    ('regnedato = "2026-03-09"', "S03", (1, 13), "anførselstegn", "regnedato = 2026-03-09"),
    ('[person]\nfodt = "i fjor"', "S03", (2, 8), "en dato, ikke tekst", "bare et eksempel"),
    ('[person]\nfodt = "Vet ikke"', "S03", (2, 8), "små bokstaver", 'fodt = "vet ikke"'),
    ('[husstand]\nhar_partner = "Ukjent"', "S03", (2, 15), "ukjent", '= "vet ikke"'),
    ('[fyrlys]\nutbetalt = "ukjent"', "S03", (2, 12), "små bokstaver", 'utbetalt = "vet ikke"'),
    ('[fyrlys]\nutbetalt = "15."', "S03", (2, 12), "uten anførselstegn", "utbetalt = 15"),
    ('[fyrlys]\nutbetalt = "205,50"', "S03", (2, 12), "med punktum", "utbetalt = 205.50"),
    ('[fyrlys]\nutbetalt = "mye"', "S03", (2, 12), "et tall", "bare et eksempel"),
    ("tittel = 3", "S03", (1, 10), "tekst, ikke et tall", "tittel ="),
    ('konstruert = "ja"', "S03", (1, 14), "true eller false", "konstruert = true"),
    ('regnedato = "i dag"', "S03", (1, 13), "en dato, ikke tekst", "regnedato = 2026-11-21"),
    ("fyrlys = 24461", "S03", (1, 1), "en tabell", "[fyrlys]\ngrad = 50"),
    # det ene uten det andre
    ("[fyrlys]\ngrad = 50", "S05", (2, 8), "«gitt_fra» mangler", "gitt_fra = 2019-03-01"),
    ("[[jobb]]\ntimelonn = 200", "S05", (2, 12), "«timer» mangler", 'timer = "vet ikke"'),
    # grenser
    ("[fyrlys]\ngrad = 53", "S07", (2, 8), "i trinn på 5", "grad = 55"),
    ("[fyrlys]\ngrad = 120", "S07", (2, 8), "fra 20 til 100 prosent", "grad = 50"),
    ("[[jobb]]\ntimer = -3", "S07", (2, 9), "−3 timer per uke", "timer = 20"),
    ("[[jobb]]\ntimer = 200", "S07", (2, 9), "fra 0 til 80 timer per uke", "timer = 20"),
    ('[fyrlys]\nslag = "rod"', "S07", (2, 8), "Mente du «rødt»?", 'slag = "rødt"'),
    ("[fyrlys]\nutbetalt = 13.200", "S07", (2, 12), "13,20 kroner", "utbetalt = 13200"),
    ("[fyrlys]\nutbetalt = {2026-01-01=1.250}", "S07", (2, 24), "1,25 kroner", "utbetalt = 1250"),
    ("[fyrlys]\ngrunnlag={kroner=490.000,dato=2026-06-01}", "S07", (2, 18), "490,00", "= 490000"),
    ("[fyrlys]\nutbetalt = 1e15", "S07", (2, 12), "for stort", "utbetalt = 100"),
    ("[fyrlys]\nutbetalt = 1e-11", "S07", (2, 12), "for mange desimaler", "utbetalt = 100"),
    ("[fyrlys]\nutbetalt = 1e-99999999", "S07", (2, 12), "for mange desimaler", "= 100"),
    ("[fyrlys]\ngrunnlag={kroner=9e9,dato=2026-06-01}", "S07", (2, 18), "kroner", "grunnlag = "),
    # datoer
    ("[person]\nfodt = 0081-02-14", "S09", (2, 8), "Året 81", "fodt = 1981-02-14"),
    ("[person]\noy = {2026-02-30='A'}", "S09", (2, 7), "30. februar finnes ikke", "2026-01-01"),
    ("[person]\noy = {2026-13-01='A'}", "S09", (2, 7), "Måned 13 finnes ikke", "2026-01-01"),
    ("[person]\noy = {0000='A'}", "S09", (2, 7), "År 0 finnes ikke", "2026-01-01"),
    ("[fyrlys]\nmeldt = {2026={2026-02-30=1}}", "S09", (2, 16), "30. februar", "2026-03-10"),
    ("[fyrlys]\nmeldt = {2026={i_dag=1}}", "S09", (2, 16), "ikke dagen", "2026-03-10"),
    # planer
    ("plan = 3", "S12", (1, 1), "en tabell med et navn", '[plan."10 timer i uka"]'),
    ("[plan]\nA = 3", "S12", (1, 1), "en tabell med et navn", '[plan."10 timer i uka"]'),
    ('[plan." "]', "S12", (1, 1), "må ha et navn", '[plan."10 timer i uka"]'),
    # kilder
    ('[fyrlys]\nkilde = "vedtakk"', "S14", (2, 9), "finnes ikke", 'kilde = "vedtak"'),
    ("[fyrlys]\nkilde = 3", "S14", (2, 9), "finnes ikke", 'kilde = "vedtak"'),
    ('[person]\noy = {verdi="A",kilde="x"}', "S14", (2, 23), "finnes ikke", 'kilde = "vedtak"'),
    # former
    ("[fyrlys]\ngrunnlag = {kroner=1000}", "S15", (2, 12), "Bruk datoen i brevet", "dato = 2026-"),
    ("[fyrlys]\nutbetalt = {kroner=1, dato=2026-01-01}", "S15", (2, 20), "ikke kroner", "= 1"),
    ("[fyrlys]\ngrunnlag = {verdi=1, kroner=1}", "S15", (2, 12), "enten", "verdi = "),
    ("[fyrlys]\ngrunnlag = {dato=2026-01-01}", "S15", (2, 12), "enten", "verdi = "),
    ("[fyrlys]\ngrunnlag = {}", "S15", (2, 12), "enten", "verdi = "),
    ("[fyrlys]\ngrunnlag = {verdi=1, kild='x'}", "S15", (2, 22), "Mente du «kilde»?", "kilde = "),
    ("[fyrlys]\ngrunnlag = {verdi=1, dato='x'}", "S09", (2, 27), "en dato", "dato = 2026-05-01"),
    ("[fyrlys]\ngrunnlag={kroner=1,dato=2010-01-01}", "S15", (2, 25), "verdt 2010-01-01", "dato ="),
    ("[fyrlys]\ngrunnlag={kroner=1,dato=2150-01-01}", "S15", (2, 25), "verdt 2150-01-01", "dato ="),
    ("[fyrlys]\ngrunnlag = {2026=1}", "S15", (2, 12), "kan ikke endre seg med tiden", "grunnlag ="),
    ("[fyrlys]\nmeldt = {2026-03=1}", "S15", (2, 10), "hele år", "meldt = { 2026 = "),
    ("[fyrlys]\nmeldt = {2026-05-01=1}", "S15", (2, 10), "1. januar", "2026-01-01 = "),
    ("[person]\noy = {2026-05-15='A'}", "S15", (2, 7), "første dagen i en måned", "2026-05-01 = "),
    ("[person]\noy = {fra='A'}", "S15", (2, 7), "Skjønner ikke «fra»", "2026-01-01 = "),
    ("[person]\noy = {2026={2026-01-01='A'}}", "S15", (2, 12), "ikke en tabell", "{ 2026 = "),
    ("[fyrlys]\nmeldt = {2026='vet ikke'}", "S15", (2, 15), "hele opplysningen", '"vet ikke"'),
    # rekker
    ("[fyrlys]\nfyrt = {fra=2026-01-05}", "S15", (2, 8), "enten «verdier»", "gjentas = [8, 8]"),
    ("[fyrlys]\nfyrt = {gjentas=[1]}", "S15", (2, 8), "«fra» mangler", "fra = 2026-01-05"),
    ("[fyrlys]\nfyrt = {fra=1, gjentas=[1]}", "S09", (2, 13), "en dato", "fra = 2026-01-05"),
    ("[fyrlys]\nfyrt = {fra=2026-01-05, verdier=[]}", "S15", (2, 33), "minst én verdi", "[8, 8]"),
    ("[fyrlys]\nfyrt = {fra=2026-01-05, verdier=[25]}", "S07", (2, 33), "0 til 24", "fyrt = 8"),
    ("[fyrlys]\ngrunnlag = {fra=2026-01-05, verdier=[1]}", "S15", (2, 12), "én verdi", "grunnl"),
    (
        "regnedato = 2026-11-21\n[fyrlys]\nfyrt = {fra=2026-11-20, verdier=[1, 2, 3]}",
        "S17",
        (3, 8),
        "2026-11-22 er etter dagen det regnes på",
        "ikke har skjedd",
    ),
    # tidsrom
    ("fra = 2026-01-02", "S16", (1, 7), "første dagen i en måned", "fra = 2026-01-01"),
    ("til = 2026-02-27", "S16", (1, 7), "siste dagen i en måned", "til = 2026-02-28"),
    ("fra = 2027-01-01\ntil = 2026-12-31", "S16", (2, 7), "er før «fra»", "fra = 2026-01-01"),
    ("fra = 2026-12-31\ntil = 2026-01-01", "S16", (2, 7), "er før «fra»", "til = 2026-12-31"),
    ("fra = 2026-01-01\ntil = 2031-12-31", "S16", (2, 7), "72 måneder", "til = 2027-12-31"),
    (
        "fra = 2023-01-01\ntil = 2024-12-31",
        "S16",
        (1, 7),
        "begynner 2024-01-01",
        "fra = 2024-01-01",
    ),
    ("regnedato = 2023-11-21", "S16", (1, 13), "begynner 2024-01-01", "fra = 2024-01-01"),
    ("regnedato = 0026-11-21", "S16", (1, 13), "Året 26", "regnedato = 2026-11-21"),
    # størrelse
    (f"[person]\noy = '{'x' * 201}'", "S02", (2, 6), "200 tegn", "oy = "),
    (f"tittel = '{'x' * 201}'", "S02", (1, 10), "200 tegn", "tittel = "),
    ("[[barn]]\n" * 201, "S02", (1, 1), "200 er grensen", "[[barn]]"),
    ("".join(f"[plan.p{i}]\n" for i in range(21)), "S12", (1, 1), "høyst 20", "flere filer"),
]


@pytest.mark.parametrize(("tekst", "kode", "sted", "hva", "rett"), FEIL, ids=[f[3] for f in FEIL])
def test_feil(tekst, kode, sted, hva, rett, land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(f"{tekst}\n", land)
    alle = samling.value.feil
    assert [f.kode for f in alle] == [kode], str(samling.value)
    (feil,) = alle
    assert (feil.sted.linje, feil.sted.kolonne) == sted, str(feil)
    assert hva in feil.hva, str(feil)
    assert rett in feil.rett, str(feil)
    assert feil.hva.endswith((".", "?"))


def test_alt_som_er_galt_kommer_samlet(land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(
            "fra = 2026-01-02\n[perso]\nx = 1\n[fyrlys]\ngrad = 53\nslag = 'x'\n"
            "[[jobb]]\ntimelonn = 3\n[plan.A.fyrlys]\ngrunnlag = 7\n",
            land,
        )
    assert [f.kode for f in samling.value.feil] == ["S16", "S01", "S07", "S07", "S05", "S07"]


def test_en_gal_verdi_er_ikke_en_som_mangler(land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les("[[jobb]]\ntimelonn = 200\ntimer = 200\n", land)
    assert [f.kode for f in samling.value.feil] == ["S07"]


def test_samme_feil_vises_en_gang_selv_om_det_er_mange_planer(land):
    planer = "".join(f"[plan.p{i}]\n" for i in range(5))
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les(f"[fyrlys]\ngrad = 50\n{planer}", land)
    assert len(samling.value.feil) == 1


def test_lesingen_stopper_naar_nesten_alt_er_galt(land):
    for tekst in ("[fyrlys]\n", ""):
        with pytest.raises(Feilsamling) as samling:
            Situasjon.les(tekst + "".join(f"x{i} = 1\n" for i in range(5000)), land)
        assert 200 <= len(samling.value.feil) < 300


def test_fiendtlig_tekst_blir_kort_og_ren(land):
    with pytest.raises(Feilsamling) as samling:
        Situasjon.les('[fyrlys]\nslag = "\\u001b[31m' + "x" * 150 + '"\n', land)
    assert "\x1b" not in str(samling.value)
    assert len(samling.value.feil[0].hva) < 200
