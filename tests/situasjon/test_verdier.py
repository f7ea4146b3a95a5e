"""Hver måte å skrive en verdi på, og hva en kjøring får."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ytelsesrad import Situasjon
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import ForPeriode, FraDato, Meldt, Oppgitt, Rekke, Ukjent

JAN, DES = date(2026, 1, 1), date(2026, 12, 31)


def les(tekst, land) -> dict[tuple[str, int | None], Oppgitt]:
    situasjon = Situasjon.les(f"{tekst}\n", land)
    return {(o.regel, o.medlem): o for o in situasjon.gitt(land, "Som nå").verdier}


def alene(tekst, land) -> Oppgitt:
    (oppgitt,) = les(tekst, land).values()
    return oppgitt


@pytest.mark.parametrize(
    ("linje", "verdi"),
    [
        ("grunnlag = 3", Decimal(3)),
        ("grunnlag = 3.25", Decimal("3.25")),
        ("utbetalt = 24_461", Decimal(24461)),
        ("utbetalt = -12.5", Decimal("-12.5")),
        ('slag = "hvitt"', "hvitt"),
        ("grunnlag = { verdi = 3 }", Decimal(3)),
        ("grunnlag = { kroner = 250_000, dato = 2026-06-01 }", Decimal(2)),
        ("grunnlag = { kroner = 250_000, dato = 2026-04-30 }", Decimal("2.5")),
    ],
)
def test_en_verdi(linje, verdi, land):
    assert alene(f"[fyrlys]\n{linje}", land).alltid == verdi


def test_prosent_blir_andel(land):
    gitt = les("[fyrlys]\ngrad = 70\ngitt_fra = 2019-03-01", land)
    assert gitt["fyrlys.grad", None].alltid == Decimal("0.70")
    assert gitt["fyrlys.gitt_fra", None].alltid == date(2019, 3, 1)


def test_person_husstand_og_medlemmer(land):
    gitt = les(
        "[person]\nfodt = 1981-02-14\n[husstand]\nhar_partner = false\n"
        "[[barn]]\nbarn_fodt = 2011-01-01\n[[barn]]\nbarn_fodt = 2013-01-01",
        land,
    )
    assert gitt["felles.fodt", None].alltid == date(1981, 2, 14)
    assert gitt["felles.har_partner", None].alltid is False
    assert gitt["felles.barn_fodt", 1].alltid == date(2013, 1, 1)


def test_kroner_deles_noyaktig(land):
    verdi = alene("[fyrlys]\ngrunnlag = { kroner = 100_001, dato = 2026-06-01 }", land).alltid
    assert isinstance(verdi, Decimal)
    assert verdi == Decimal("0.800008")


@pytest.mark.parametrize("form", ['"vet ikke"', '{ verdi = "vet ikke", kilde = "vedtak" }'])
def test_ukjent(form, land):
    oppgitt = alene(f"[fyrlys]\ngrunnlag = {form}", land)
    assert oppgitt.ukjent
    assert oppgitt.alltid is None


def test_ukjent_trenger_ikke_noe_ved_siden_av(land):
    assert alene('[fyrlys]\ngrad = "vet ikke"', land).ukjent


def test_vet_ikke_oppfyller_det_som_kreves(land):
    les('[fyrlys]\ngrad = 50\ngitt_fra = "vet ikke"', land)


def test_fra_en_dag_kommer_i_rekkefolge(land):
    oppgitt = alene('[person]\noy = { 2026-08-01 = "B", 2025-01-01 = "A" }', land)
    assert oppgitt.fra == (FraDato(date(2025, 1, 1), "A"), FraDato(date(2026, 8, 1), "B"))


def test_navngitte_perioder_den_korteste_forst(land):
    oppgitt = alene("[fyrlys]\nutbetalt = { 2026 = 1, 2026-03 = 2, 2025-01-01 = 3 }", land)
    mars = ForPeriode(date(2026, 3, 1), date(2026, 3, 31), Decimal(2))
    assert oppgitt.perioder == (mars, ForPeriode(JAN, DES, Decimal(1)))
    assert oppgitt.fra == (FraDato(date(2025, 1, 1), Decimal(3)),)


def test_meldt(land):
    oppgitt = alene("[fyrlys]\nmeldt = { 2026 = { 2025-11-20 = 0, 2026-03-10 = 246_000 } }", land)
    assert oppgitt.meldt == (
        Meldt(JAN, DES, date(2025, 11, 20), Decimal(0)),
        Meldt(JAN, DES, date(2026, 3, 10), Decimal(246000)),
    )


def test_kroner_i_datert_verdi(land):
    linje = "bidrag = { 2026-01-01 = { kroner = 125_000, dato = 2026-06-01 }, 2027-01-01 = 2 }"
    assert [f.verdi for f in alene(f"[fyrlys]\n{linje}", land).fra] == [1, 2]


@pytest.mark.parametrize(("ord_", "gjentas"), [("verdier", False), ("gjentas", True)])
def test_rekke(ord_, gjentas, land):
    oppgitt = alene(f"[fyrlys]\nfyrt = {{ fra = 2026-01-05, {ord_} = [8, 0, 2.5] }}", land)
    tall = (Decimal(8), Decimal(0), Decimal("2.5"))
    assert oppgitt.rekke == Rekke(date(2026, 1, 5), tall, gjentas=gjentas)


@pytest.mark.parametrize(
    ("dag", "verdi"),
    [
        (date(2026, 1, 4), None),  # før rekken
        (date(2026, 1, 5), 8),
        (date(2026, 1, 7), 3),
        (date(2026, 1, 8), 8),  # om igjen
        (date(2026, 7, 15), 0),  # måneden går foran
    ],
)
def test_rekken_leses_periode_for_periode(dag, verdi, land):
    tekst = "[fyrlys]\nfyrt = { fra = 2026-01-05, gjentas = [8, 0, 3], 2026-07 = 0 }\n"
    gitt = Situasjon.les(tekst, land).gitt(land, "Som nå")
    with regnemodus():
        kjoring = land.kjor(gitt, JAN, DES)
        if verdi is None:
            with pytest.raises(Ukjent):
                kjoring.les("fyrlys.fyrt", dag)
        else:
            assert kjoring.les("fyrlys.fyrt", dag) == verdi


def test_en_rekke_som_ikke_gjentas_tar_slutt(land):
    tekst = "[fyrlys]\nfyrt = { fra = 2026-01-05, verdier = [8, 0] }\n"
    gitt = Situasjon.les(tekst, land).gitt(land, "Som nå")
    with regnemodus():
        kjoring = land.kjor(gitt, JAN, DES)
        assert kjoring.les("fyrlys.fyrt", date(2026, 1, 6)) == 0
        with pytest.raises(Ukjent):
            kjoring.les("fyrlys.fyrt", date(2026, 1, 7))


def test_kilde_for_tabellen_og_for_verdien(land):
    gitt = les(
        '[fyrlys]\nkilde = "vedtak"\ngrunnlag = { verdi = 3, kilde = "antatt" }\n'
        'utbetalt = { 2026-01 = 3, kilde = "lønnsslipp" }\nslag = "rødt"\n[person]\noy = "A"',
        land,
    )
    assert {regel: o.kilde for (regel, _), o in gitt.items()} == {
        "fyrlys.grunnlag": "antatt",
        "fyrlys.utbetalt": "lønnsslipp",
        "fyrlys.slag": "vedtak",
        "felles.oy": "opplyst",
    }


def test_verdien_har_sted_i_filen(land):
    sted = alene("[fyrlys]\nutbetalt = 5", land).sted
    assert sted is not None
    assert (sted.linje, sted.kolonne) == (2, 12)


def test_ti_desimaler_og_femten_siffer_gaar(land):
    linje = "utbetalt = 123456789012345.0123456789"
    assert alene(f"[fyrlys]\n{linje}", land).alltid == Decimal("123456789012345.0123456789")
