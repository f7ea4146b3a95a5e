"""Lønnssiden: minstelønn, tjenestepensjon, utgifter til jobben, lønnstilskudd og reise."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.beregning.personer import mari
from ytelsesrad import Feilsamling, Situasjon, beregn

ETTER_LONNINGSDAG = "lonningsdag   = 15"


def plan(bok, jobb: str, *, timelonn: str = "236.54", mer: str = "", til: str = "2026-12-31"):
    tekst = mari(10, til=til).replace(ETTER_LONNINGSDAG, f"{ETTER_LONNINGSDAG}\n{jobb}")
    tekst = tekst.replace("timelonn      = 236.54", f"timelonn = {timelonn}")
    return beregn(Situasjon.les(tekst.replace("[skatt]", f"{mer}\n[skatt]"), bok), bok).planer[1]


def tekster(p, id_: str) -> list[str]:
    return [m.tekst for m in p.meldinger if m.id == id_]


@pytest.mark.parametrize(
    ("jobb", "timelonn", "for_lav"),
    [
        ('bransje = "renhold"', "236.54", None),
        ('bransje = "renhold"', "236.53", "0,01"),
        ('bransje = "renhold"', "200", "36,54"),
        ('bransje = "bygg"\nmaaneder_i_bransjen = 12', "240", "9"),
        ('bransje = "bygg"', "240", "9"),  # etter ett år i jobben: desember 2026 er under
        ('bransje = "godstransport"', "229", None),
        ('bransje = "annen"', "150", None),
        ('bransje = "renhold"\nunntatt_fra_minstelonn = true', "150", None),
        ("", "150", None),
    ],
)
def test_varsel_naar_timelonnen_er_under_minstelonnen(bok, jobb, timelonn, for_lav):
    til = "2027-12-31" if "bygg" in jobb and "maaneder" not in jobb else "2026-12-31"
    p = plan(bok, jobb, timelonn=timelonn, til=til)
    varsler = tekster(p, "lonn.under_minstelonn")
    if for_lav is None:
        assert not varsler
    else:
        assert any(f"Timelønnen er {for_lav}\u00a0kroner lavere" in t for t in varsler), varsler
        assert "Timelønnen er for lav." in [m.kort for m in p.meldinger]


def test_nye_satser_paa_horing_blandes_ikke_inn_men_nevnes(bok):
    p = plan(bok, 'bransje = "renhold"')
    assert not tekster(p, "lonn.under_minstelonn")
    (forslag,) = [m for m in p.meldinger if m.id == "lonn.minstelonn_paa_horing"]
    assert forslag.type == "forslag"
    assert "247,29" in forslag.tekst
    assert "lonn.minstelonn_2026" in [f.id for f in p.forbehold]


def test_tjenestepensjon_nevnes_men_er_ikke_penger_naa(bok):
    p = plan(bok, "")
    (tekst,) = tekster(p, "lonn.tjenestepensjon")
    assert "minst 2\u00a0500\u00a0kroner" in tekst  # 2 prosent av 123 000
    assert "tjenestepensjon" not in {linje.ytelse for linje in p.aar[0].linjer}


def test_reise_og_fagforening_trekkes_fra_det_en_har_aa_leve_for(bok):
    uten, med = plan(bok, ""), plan(bok, "reiseutgifter = 850\nfagforeningskontingent = 150")
    assert uten.aar[0].gjort_opp_netto - med.aar[0].gjort_opp_netto == 12_000
    assert [b.netto - a.netto for a, b in zip(uten.maaneder, med.maaneder, strict=True)] == [
        -1_000
    ] * 12
    linje = next(linje for linje in med.aar[0].linjer if linje.ytelse == "jobbutgifter")
    assert linje.gjort_opp == linje.utbetalt == -12_000
    assert tekster(med, "lonn.fradrag_for_fagforening")
    assert not tekster(uten, "lonn.fradrag_for_fagforening")


@pytest.mark.parametrize(
    "slag", ["midlertidig", "midlertidig, nedsatt arbeidsevne", "varig", "firårig"]
)
def test_lonnstilskudd_endrer_ikke_det_en_har_aa_leve_for(bok, slag):
    uten, med = plan(bok, ""), plan(bok, f'tilskudd = "{slag}"')
    assert med.aar == uten.aar
    assert med.maaneder == uten.maaneder
    (tekst,) = tekster(med, "lonnstilskudd.lonnen_er_vanlig")
    assert "Vanlig lønn" in tekst


def test_reisestonad_slutter_i_vanlig_jobb(bok):
    p = plan(bok, "", mer="[tilleggsstonader]\nkm_en_vei = 10")
    (tekst,) = tekster(p, "tilleggsstonader.reise_til_tiltaket")
    assert "58,80" in tekst  # 2 · 10 · 2,94


def test_aap_i_en_maaned_med_tre_utbetalinger_teller_to_tredeler(bok, rot):
    """Sam, med husleie. Måneden med tre utbetalinger gir ikke mindre bostøtte enn de andre."""
    tekst = (rot / "docs" / "eksempler" / "p1.toml").read_text(encoding="utf-8")
    tekst = tekst.replace("[skatt]", "[bostotte]\nboutgift = 9_000\n\n[skatt]", 1)
    p = beregn(Situasjon.les(tekst, bok), bok).planer[0]
    aap: dict[int, list[Decimal]] = {}
    for b in p.betalinger:
        if b.betaling == "aap" and b.dato.year == 2026:
            aap.setdefault(b.dato.month, []).append(b.brutto)
    tre = [m for m, x in aap.items() if len(x) == 3]
    assert len(tre) >= 1
    bostotte = {
        b.fra_dag.month: b.brutto
        for b in p.betalinger
        if b.ytelse == "bostotte" and b.fra_dag.year == 2026
    }
    for m in (x for x in tre if x < 12):
        to_tredeler = sum(aap[m]) * 2 / 3
        like = [n for n in aap if len(aap[n]) == 2 and sum(aap[n]) == to_tredeler]
        # samme inntekt og samme satser (fra juni) gir samme bostøtte
        for n in like:
            if n < 12 and (n >= 6) == (m >= 6):
                assert bostotte.get(n, 0) == bostotte.get(m, 0)
    assert tekster(p, "bostotte.bostotte_tre_utbetalinger")


def test_lonn_oppgitt_for_maaneder_utenfor_jobben_er_en_feil(bok):
    jobb = "regnedato = 2026-11-21\n[[jobb]]\nstart = 2026-03-01\nlonn_denne_maaneden = {}\n"
    with pytest.raises(Feilsamling, match="skriv maanedslonn"):
        beregn(Situasjon.les(jobb.format("14_000"), bok), bok)
    beregn(Situasjon.les(jobb.format("{ 2026-03 = 14_000, 2026-04 = 13_500 }"), bok), bok)
