"""Regelboken: hva som gjelder, hva som ble brukt, hva som var kjent, og hva som endrer seg."""

from __future__ import annotations

import copy
import gc
import pickle
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.beregning.personer import mari
from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.regelbok import kjor_eksempler, regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt

ROT = Path(__file__).resolve().parent.parent.parent
NAVN = "uforetrygd.fribelop_g"


def test_alle_eksemplene_i_reglene_stemmer(bok):
    svar = kjor_eksempler(bok)
    assert [str(s.som_feil()) for s in svar if not s.ok] == []
    assert len(svar) > 35


def test_ingen_advarsler(bok):
    assert [str(a) for a in bok.advarsler] == []


@pytest.mark.parametrize("navn", [r for r in Regelbok.standard().samling.regler if ":" not in r])
def test_det_et_svar_viser_har_tittel_hjemmel_og_forklaring(bok, navn):
    regel = bok.finn(navn)
    if regel.skjult:
        return
    assert regel.tittel
    assert regel.hjemmel
    beregnet = regel.formel is not None or regel.versjoner
    if beregnet:
        assert regel.forklaring or any(v.forklaring for v in regel.versjoner), navn
    if regel.inndata is not None:
        assert regel.inndata.sporsmaal.endswith("?")
    for v in regel.versjoner:
        assert v.kilder


def test_hver_kilde_har_dato_eller_er_personen_selv(bok):
    for kapittel in bok.samling.kapitler:
        for kilde in kapittel.kilder.values():
            assert kilde.lest is not None or kilde.sikkerhet == "opplyst", kilde
            assert kilde.sikkerhet


# Ordninger der reglene før en dag ikke er lagt inn. At de ikke brukes før, sjekkes av R15.
SVARER_FRA = {"bostotte": date(2024, 7, 1)}


def test_alt_har_et_svar_paa_hver_dato_noe_endrer_seg(bok):
    """Dagen før, på dagen og dagen etter hver endring i årene reglene svarer for."""
    dager = {
        date.fromordinal(e.dag.toordinal() + d)
        for e in bok.endringer()
        for d in (-1, 0, 1)
        if bok.regelsett.fra <= e.dag <= bok.regelsett.til
    }
    assert len(dager) > 15
    for dag in sorted(d for d in dager if d >= bok.regelsett.fra):
        for regel in bok.samling.regler.values():
            har_versjoner = regel.versjoner and regel.formel is None and regel.inndata is None
            if har_versjoner and dag >= SVARER_FRA.get(regel.mappe, bok.regelsett.fra):
                assert bok.versjon(regel.id, dag) is not None, (regel.id, dag)


def test_det_som_gjelder_det_som_ble_brukt_og_det_som_var_kjent(bok):
    naa = bok.versjon(NAVN, date(2026, 6, 1))
    brukt = bok.versjon(NAVN, date(2026, 6, 1), sett_fra=date(2026, 6, 1))
    assert naa.virkning == date(2026, 1, 1)
    assert brukt.virkning == date(2015, 1, 1)
    kjent = Regelbok.standard(kunnskapsdato=date(2026, 3, 1))
    i_mars = kjent.versjon(NAVN, date(2026, 6, 1))
    assert i_mars is not None
    assert i_mars.virkning == date(2015, 1, 1)


def test_neste_endring(bok):
    neste = bok.neste_endring(date(2026, 8, 1))
    assert neste.dag == date(2026, 10, 1)
    assert NAVN in neste.i_bruk
    assert bok.neste_endring(date(2099, 1, 1)) is None


def test_hashen_folger_innholdet():
    ett = {"a/x.toml": 'tema = "x"\nhjemmel = "x"\n'}
    to = {"a/x.toml": 'tema = "y"\nhjemmel = "x"\n'}
    assert Regelbok.fra_tekst(ett).hash == Regelbok.fra_tekst(ett).hash
    assert Regelbok.fra_tekst(ett).hash != Regelbok.fra_tekst(to).hash
    windows = {n: t.replace("\n", "\r\n") for n, t in ett.items()}
    assert Regelbok.fra_tekst(ett).hash == Regelbok.fra_tekst(windows).hash


def skatt(bok: Regelbok, aar: int) -> Decimal:
    gitt = Gitt(
        (
            Oppgitt("skatt.lonnsinntekt", alltid=Decimal(400_000)),
            Oppgitt("skatt.pensjonsinntekt", alltid=Decimal(0)),
        )
    )
    with regnemodus():
        kjoring = bok.kjor(gitt, date(aar, 1, 1), date(aar, 12, 31))
        svar = kjoring.les("skatt.skatt", date(aar, 6, 1))
    assert isinstance(svar, Decimal)
    return svar


def test_forslaget_for_2027_telles_bare_naar_en_ber_om_det(bok):
    mappe = ROT / "overlegg" / "forslag-2027"
    lagt_paa = Regelbok.standard(mappe)
    med = Regelbok.standard(mappe, statuser={"vedtatt", "anslag", "foreslått"})
    assert skatt(lagt_paa, 2027) == skatt(bok, 2027)
    assert skatt(med, 2027) != skatt(bok, 2027)
    assert skatt(med, 2026) == skatt(bok, 2026)


def test_svaret_sier_fra_naar_det_regner_med_forslag(bok):
    med = Regelbok.standard(
        ROT / "overlegg" / "forslag-2027", statuser={"vedtatt", "anslag", "foreslått"}
    )
    tekst = mari(10, til="2027-12-31")
    vanlig = beregn(Situasjon.les(tekst, bok), bok).planer[1]
    forslag = beregn(Situasjon.les(tekst, med), med).planer[1]
    assert "forslag" not in [f.id for f in vanlig.forbehold]
    assert "forslag" in [f.id for f in forslag.forbehold]
    assert [a.sikkerhet for a in forslag.aar] == ["beregnet", "anslag"]


def test_alle_feil_i_en_bok_kommer_samlet():
    with pytest.raises(Feilsamling) as feil:
        Regelbok.fra_tekst(
            {
                "a/x.toml": 'tema = "x"\nhjemmel = "x"\nperiode = "år"\n'
                '[p]\nenhet = "kr/år"\nformel = "ukjent + 1 kr/år"\n'
                '[q]\nenhet = "kr/aar"\nformel = "1 kr/år"\n',
                "b/y.toml": "a = 1,5\n",
            }
        )
    assert {f.sted.fil for f in feil.value.feil} == {"a/x.toml", "b/y.toml"}
    assert len(feil.value.feil) >= 3


@pytest.mark.parametrize("paa", [True, False])
def test_regnemodus_lar_oppryddingen_vaere_som_den_var(paa):
    (gc.enable if paa else gc.disable)()
    try:
        with suppress(ZeroDivisionError), regnemodus():
            assert not gc.isenabled()
            raise ZeroDivisionError
        assert gc.isenabled() is paa
    finally:
        gc.enable()


def test_boken_kan_sendes_til_en_annen_prosess(bok, tmp_path):
    """Lest igjen der, av de samme filene: de samme reglene, det samme språket, én gang."""
    for en in (bok, bok.paa("en"), Regelbok.standard(ROT / "overlegg" / "kommunal-norm")):
        sendt = pickle.dumps(en)
        igjen = pickle.loads(sendt)
        assert (igjen.hash, igjen.sprak.kode) == (en.hash, en.sprak.kode)
        assert [*igjen.inndata] == [*en.inndata]
        assert len(sendt) < 10_000
    liten = Regelbok.fra_tekst({"a/x.toml": FIL}, kunnskapsdato=date(2026, 1, 1))
    assert pickle.loads(pickle.dumps(liten)).kunnskapsdato == date(2026, 1, 1)
    assert copy.deepcopy(bok) is bok


def test_boken_sier_fra_naar_reglene_er_endret_paa_veien(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.toml").write_text(FIL, encoding="utf-8")
    sendt = pickle.dumps(Regelbok.fra_mapper(tmp_path))
    (tmp_path / "a" / "x.toml").write_text(FIL.replace("1 kr", "2 kr"), encoding="utf-8")
    with pytest.raises(Feilsamling, match="Reglene er endret siden boken ble lest"):
        pickle.loads(sendt)


FIL = """tema = "x"
hjemmel = "x"
periode = "år"

[ytelse.p]
navn = "P"
rett = "p"

[p]
enhet = "kr/år"
forklaring = "{p}"
formel = "1 kr/år"
"""
