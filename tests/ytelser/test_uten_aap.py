"""Tiltakspenger, kvalifiseringsstønad, ungdomsprogram og dagpenger ved siden av en jobb."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.ytelser.hjelp import BASIS, betalt, jobb, meldinger, planer

SOM_NAA = '[plan."Som nå"]\n'


def test_tiltakspenger_faller_bort_for_dagene_med_lonn(bok):
    tekst = "[tiltakspenger]\nhar_tiltakspenger = true\n" + SOM_NAA
    p = planer(bok, tekst + jobb("halv uke", timer="20") + jobb("full", timer="37.5"))
    perioder = [b for b in p["Som nå"].betalinger if b.ytelse == "tiltakspenger"]
    assert {b.brutto for b in perioder if b.fra_dag.year == 2026} == {Decimal(3120)}
    assert all(not b.trekk for b in perioder)
    # 40 timer på to uker er 5,3 arbeidsdager, rundet opp til 6. Fire dager igjen à 312
    mars = [b for b in p["halv uke"].betalinger if b.ytelse == "tiltakspenger"][5]
    assert mars.brutto == Decimal(4 * 312)
    fra_januar = [b for b in p["full"].betalinger if b.fra_dag >= date(2026, 1, 5)]
    assert "tiltakspenger" not in {b.ytelse for b in fra_januar}
    assert "tiltakspenger.lonn_utenom_tiltaket" in meldinger(p["full"])


def test_lonn_utenom_tiltaket_gjor_ingen_forskjell(bok):
    tekst = "[tiltakspenger]\nhar_tiltakspenger = true\ndager_med_lonn = 0\n" + SOM_NAA
    p = planer(bok, tekst + jobb("jobb"))
    assert betalt(p["jobb"], "tiltakspenger") == betalt(p["Som nå"], "tiltakspenger")


def test_kvalifiseringsstonaden_folger_timene_og_ikke_lonnen(bok):
    tekst = "[kvalifiseringsprogram]\nhar_kvalifiseringsstonad = true\n" + SOM_NAA
    p = planer(
        bok,
        tekst + jobb("lav", timer="15", lonn="10_000") + jobb("høy", timer="15", lonn="20_000"),
    )
    lav, hoy = (betalt(p[n], "kvalifiseringsstonad")["2026-09"] for n in ("lav", "høy"))
    hel = betalt(p["Som nå"], "kvalifiseringsstonad")["2026-09"]
    assert hel == Decimal(23225)
    assert lav == hoy == Decimal(13935)  # 60 prosent


def test_under_25_aar_gir_to_tredeler(bok):
    ung = BASIS.replace("1990-02-14", "2003-02-14")
    tekst = "[kvalifiseringsprogram]\nhar_kvalifiseringsstonad = true\n" + SOM_NAA
    p = planer(bok, tekst, ung)["Som nå"]
    assert betalt(p, "kvalifiseringsstonad")["2026-09"] == Decimal(15483)


def test_ungdomsprogramytelsen_gaar_ned_med_66_prosent(bok):
    tekst = "[ungdomsprogram]\nhar_ungdomsprogramytelse = true\n" + SOM_NAA
    p = planer(bok, tekst + jobb("jobb", lonn="10_000"))
    hel = betalt(p["Som nå"], "ungdomsprogramytelse")["2026-09"]
    assert hel - betalt(p["jobb"], "ungdomsprogramytelse")["2026-09"] == Decimal(6600)


@pytest.mark.parametrize(("timer", "del_"), [("0", 1), ("10", Decimal(2) / 3), ("15.5", 0)])
def test_dagpenger_ved_siden_av_en_jobb(bok, timer, del_):
    dagpenger = """
[dagpenger]
har_dagpenger     = true
grunnlag          = 400_000
vanlig_arbeidstid = 30
"""
    p = planer(bok, dagpenger + SOM_NAA + jobb("jobb", timer=timer, lonn="8_000"))["jobb"]
    mars = [b for b in p.betalinger if b.ytelse == "dagpenger" and b.fra_dag.month == 3]
    # 400 000 · 0,24 prosent er 960 kroner per dag
    ventet = (9600 * del_) if del_ else None
    assert [b.brutto for b in mars][:1] == ([Decimal(ventet)] if ventet else [])


def test_naar_jobben_slutter_sies_det_om_lonnen_er_nok_til_dagpenger(bok):
    nok = jobb("nok", "slutt = 2026-12-31", lonn="18_000")
    lite = jobb("lite", "slutt = 2026-12-31", lonn="15_000")
    stotte = jobb("støtte", 'slutt = 2026-12-31\ntilskudd = "varig"', lonn="18_000")
    p = planer(bok, SOM_NAA + nok + lite + stotte)
    # Omtrent 215 000 er over 1,5 G (204 823,50), 179 000 er under.
    assert "dagpenger.dagpenger_etter_jobben" in meldinger(p["nok"])
    assert "dagpenger.ikke_dagpenger_etter_jobben" in meldinger(p["lite"])
    # Lønn med lønnstilskudd teller ikke.
    assert "dagpenger.ikke_dagpenger_etter_jobben" in meldinger(p["støtte"])
    assert "dagpenger.si_opp_selv" in meldinger(p["nok"])
    assert "dagpenger.si_opp_selv" not in meldinger(p["Som nå"])


def test_lonnstilskudd_endrer_ikke_lonnen(bok):
    tilskudd = 'tilskudd = "midlertidig, nedsatt arbeidsevne"\nfem_uker_ferie = true'
    p = planer(bok, SOM_NAA + jobb("uten") + jobb("med", tilskudd))
    assert betalt(p["med"], "lonn") == betalt(p["uten"], "lonn")
    tekster = meldinger(p["med"])
    # 18 000 · 1,12 · 1,02 · 1,141 = 23 463, og 60 prosent av det er 14 078
    assert "14 100 kroner i måneden" in tekster["lonnstilskudd.til_arbeidsgiveren"].replace(
        "\u00a0", " "
    )
    assert "lonnstilskudd.til_arbeidsgiveren" not in meldinger(p["uten"])


def test_forste_dagpenger_i_desember_er_uten_trekk(bok):
    dagpenger = """
[dagpenger]
har_dagpenger     = true
grunnlag          = 400_000
vanlig_arbeidstid = 37.5
"""
    p = planer(bok, dagpenger + SOM_NAA)["Som nå"]
    trekk = {b.dato: sum(t.belop for t in b.trekk) for b in p.betalinger if b.ytelse == "dagpenger"}
    i_desember = [trekk[d] for d in sorted(trekk) if (d.year, d.month) == (2026, 12)]
    assert i_desember[0] == 0
    assert all(i_desember[1:])
    assert all(t for d, t in trekk.items() if d.month != 12)
