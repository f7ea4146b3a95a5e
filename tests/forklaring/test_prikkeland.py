"""Forklaringer i et oppdiktet land: fasit, og at de holder det de lover."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from decimal import Decimal

import pytest

from tests.forklaring.fasit import sammenlign
from tests.forklaring.prikkeland import BOK, prikk, sagt
from ytelsesrad.forklaring import Forklaring, forklar, forklar_betaling, som_data, tekst
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Kjoring

AAR = date(2031, 1, 1)


def om(kjoring: Kjoring, regel: str, dag: date = AAR, medlem: int = 0, **mer) -> Forklaring:
    with regnemodus():
        return forklar(BOK, kjoring, kjoring.nokkel(regel, dag, medlem, **mer))


def under(f: Forklaring, navn: str) -> Forklaring:
    """Finn en del av forklaringen, i dybden."""
    funnet = _let(f, navn, set())
    assert funnet is not None, navn
    return funnet


def _let(f: Forklaring, navn: str, sett: set[int]) -> Forklaring | None:
    for d in f.deler:
        if id(d.forklaring) in sett:
            continue
        sett.add(id(d.forklaring))
        if d.forklaring.navn == navn:
            return d.forklaring
        svar = _let(d.forklaring, navn, sett)
        if svar is not None:
            return svar
    return None


FASIT = [
    ("stotte", "stotte.stotte", AAR, 8, ("1", "2", "alt")),
    ("stotte_over_taket", "stotte.stotte", AAR, 40, ("1", "2")),
    ("stotte_uten_jobb", "stotte.stotte", AAR, 0, ("2",)),
    ("utbetalt_mars", "stotte.utbetalt", date(2031, 3, 1), 8, ("1", "2", "alt")),
    ("utbetalt_august", "stotte.utbetalt", date(2031, 8, 1), 8, ("2",)),
    ("avgift", "pris.avgift", AAR, 20, ("2", "alt")),
    ("inn_paa_konto", "pris.inn_paa_konto", date(2031, 2, 1), 8, ("2",)),
    ("prikken_2032", "felles.prikk", date(2032, 6, 1), 8, ("1", "alt")),
    ("timelonn", "arbeid.timelonn", AAR, 8, ("2", "alt")),
    ("uten_timer", "stotte.stotte", AAR, None, ("1", "alt")),
    ("delt_paa_null", "stotte.delt_paa_null", AAR, 8, ("1", "2", "alt")),
]


@pytest.mark.parametrize(
    ("navn", "regel", "dag", "timer", "dybde"),
    [(n, r, d, t, x) for n, r, d, t, dybder in FASIT for x in dybder],
)
def test_fasit(navn, regel, dag, timer, dybde):
    sammenlign(f"prikkeland/{navn}_{dybde}", tekst(om(prikk(timer), regel, dag), dybde))


@pytest.mark.parametrize("dybde", ["1", "2", "alt"])
def test_fasit_for_en_betaling(dybde):
    kjoring = prikk()
    with regnemodus():
        lagt = next(x for x in kjoring.plan.art("lonn") if x.dato >= date(2031, 2, 1))
        b = forklar_betaling(BOK, kjoring, lagt.nr)
    assert b.netto == Decimal(350) - Decimal(35)
    sammenlign(f"prikkeland/betaling_{dybde}", tekst(b, dybde))


# ── hver opplysning for seg ────────────────────────────────────────────────────────────────────


def test_avrundingen_sier_fra_hva_til_hva():
    f = om(prikk(), "arbeid.lonn")
    assert f.avrunding is not None
    assert (f.avrunding.fra.quantize(Decimal("0.0001")), f.avrunding.til) == (
        Decimal("350.1333"),
        Decimal(350),
    )
    assert f.avrunding.retning == "nærmeste krone (halve opp)"


def test_ingen_avrunding_naar_den_ikke_endret_noe():
    assert om(prikk(), "stotte.full_stotte", date(2031, 2, 1)).avrunding is None


def test_grenen_sier_hvor_langt_det_er_til_den_snur():
    gren = under(om(prikk(), "stotte.stotte"), "stotte_uavrundet").grener[0]
    assert (gren.sant, gren.vilkaar, gren.ikke_valgt) == (False, "inntekt > inntektstak", "0")
    assert gren.tall == "4\u00a0200 er ikke mer enn 9\u00a0000"
    assert gren.grense is not None
    assert (gren.grense.avstand, gren.grense.naadd) == (Decimal(4800), False)


def test_hoyeste_sier_hvem_som_vant_og_med_hvor_mye():
    valg = under(om(prikk(), "stotte.stotte"), "prosent").valg[0]
    assert [(a.valgt, a.igjen) for a in valg.alternativer] == [
        (False, "24,7\u00a0prosentenheter"),
        (True, None),
    ]


def test_like_ledd_samles():
    samlet = om(prikk(), "stotte.full_stotte_aar").samlet[0]
    assert [(x.antall, x.verdi, x.hvor) for x in samlet.lop] == [
        (4, "1\u00a0000", "januar–april\u00a02031"),
        (8, "1\u00a0200", "mai–desember\u00a02031"),
    ]


def test_versjonen_har_kilde_bruk_og_den_foer():
    f = under(om(prikk(), "stotte.stotte"), "fribelop")
    assert f.versjon is not None
    assert (f.versjon.virkning, f.versjon.i_bruk) == (date(2031, 1, 1), date(2031, 7, 1))
    assert f.versjon.kilder[0].navn == "Rundskriv 7"
    assert f.hjemmel == "støtteloven § 3 a"
    assert (
        f.setning
        == "Du kan tjene 2\u00a0000\u00a0kroner før støtten går ned. Det er doblet fra 2031."
    )
    assert f.het_for == ("«lommepenger» til 31.\u00a0desember\u00a02030",)
    foer = f.forrige_versjon
    assert foer is not None
    assert (foer.verdi, foer.rot) == ("1\u00a0000\u00a0kroner", "12\u00a0450\u00a0kroner")


def test_raden_og_trinnene():
    rad = om(prikk(), "stotte.prikker").rader[0]
    assert (rad.etter, rad.rad) == ("bor_med = «alene»", "alene")
    barn = om(prikk(), "stotte.barnetillegg", AAR, 0)
    assert barn.rader[0].rad == "18+"
    trinn = om(prikk(20), "pris.avgift").trinn
    assert [(t.fra, t.sats, t.av, t.belop) for t in trinn] == [
        ("2\u00a0000\u00a0kr/år", "5\u00a0prosent", "3\u00a0000", "150"),
        ("5\u00a0000\u00a0kr/år", "12,50\u00a0prosent", "5\u00a0500", "687,50"),
    ]


def test_oppgitt_ved_siden_av_regnet():
    stemmer = om(
        prikk(8, sagt("stotte.full_stotte", Decimal(1200))), "stotte.full_stotte", date(2031, 6, 1)
    )
    assert stemmer.kontroll is not None
    assert stemmer.kontroll.stemmer
    avviker = om(
        prikk(8, sagt("stotte.full_stotte", Decimal(1150))), "stotte.full_stotte", date(2031, 6, 1)
    )
    assert avviker.kontroll is not None
    assert avviker.kontroll.differanse == "50\u00a0kroner mindre"
    assert "Reglene gir 1\u00a0200\u00a0kroner; det oppgitte er 50\u00a0kroner mindre." in tekst(
        avviker, "2", 120
    )


def test_inndata_sier_hvor_det_staar_og_naar_det_er_meldt():
    fra = om(prikk(), "stotte.start").inndata
    assert fra is not None
    assert (fra.kilde, fra.staar_i) == ("vedtak", "vedtaket")
    meldt = om(prikk(), "stotte.meldt_inntekt", AAR, sett_fra=date(2031, 3, 1)).inndata
    assert meldt is not None
    assert meldt.meldt == date(2031, 1, 5)
    antatt = om(prikk(), "arbeid.timelonn").inndata
    assert antatt is not None
    assert (antatt.kilde, antatt.fordi, antatt.spenn) == (
        "antatt",
        "vanlig",
        "fra 9 til 14\u00a0kroner",
    )


def test_det_som_mangler_sies_med_spoersmaal_og_sted():
    f = om(prikk(None), "stotte.stotte")
    assert f.verdi is None
    assert [(m.regel, m.staar_i) for m in f.mangler] == [("arbeid.timer", "avtalen")]
    assert under(f, "timer").opphav == "ukjent"


def test_uendret_foelges_tilbake_til_der_det_ble_satt():
    august = om(prikk(), "stotte.utbetalt", date(2031, 10, 1))
    d = next(d for d in august.deler if d.forklaring.navn == "utbetalt")
    assert (d.forklaring.periode, d.lest) == ("2031-07", "uendret siden juli\u00a02031")


def test_sett_fra_og_med_sies_med_ord():
    f = om(prikk(), "stotte.aaret_naa", date(2031, 3, 1))
    d = next(d for d in f.deler if d.forklaring.navn == "stotte")
    assert d.lest == "sett fra 1.\u00a0mars\u00a02031, med inntekt som teller = 3\u00a0000"
    assert d.forklaring.bytter == ("Inntekt som teller = 3\u00a0000",)
    assert under(d.forklaring, "inntekt").opphav == "byttet"
    assert under(d.forklaring, "fribelop").verdi == Decimal(1000)


def test_forbehold_bare_naar_de_er_beroert_og_slaar_til():
    assert om(prikk(), "stotte.stotte").forbehold == ()
    par = prikk(8, sagt("felles.bor_med", "par"))
    assert [g.id for g in om(par, "stotte.stotte").forbehold] == ["stotte.flytting"]
    assert [g.id for g in om(par, "pris.avgift").forbehold] == ["pris.kirkeprikk"]


def test_anslag_og_antakelser_er_merket():
    f = om(prikk(), "felles.prikk", date(2033, 1, 1))
    assert [(m.slag, m.regel) for m in f.merker] == [("anslag", "felles.prikk")]
    lonn = om(prikk(), "arbeid.lonn")
    assert {(m.regel, m.oppgitt) for m in lonn.merker} == {
        ("arbeid.timer", True),
        ("arbeid.timelonn", False),
    }


# ── løftene ────────────────────────────────────────────────────────────────────────────────────


def alle_verdier(kjoring: Kjoring):
    for k in [*kjoring.husket, *kjoring.feilet]:
        yield kjoring, k
    for barn in list(kjoring.barn.values()):
        yield from alle_verdier(barn)


@pytest.mark.parametrize("bredde", [60, 100, 140])
def test_alle_verdier_kan_forklares_likt_to_ganger_og_innenfor_bredden(bredde):
    kjoring = prikk()
    with regnemodus():
        for regel in ("stotte.stotte", "stotte.utbetalt", "pris.inn_paa_konto", "pris.avgift"):
            kjoring.les(regel, date(2031, 12, 1))
        for sin, k in list(alle_verdier(kjoring))[::3]:
            for dybde in ("1", "2", "alt"):
                svar = tekst(forklar(BOK, sin, k), dybde, bredde)
                assert svar == tekst(forklar(BOK, sin, k), dybde, bredde)
                linjer = svar.split("\n")
                assert linjer == [x.rstrip() for x in linjer]
                assert max(map(len, linjer)) <= bredde


_TEGN = str.maketrans({"−": "-", "×": "*", ":": "/", ",": ".", "\u00a0": ""})


@pytest.mark.parametrize("timer", [3, 7, 8, 11, 13])
def test_regnestykkene_gaar_opp(timer):
    """Den som regner etter med tallene som står der, får svaret som står der."""
    linjer = tekst(om(prikk(timer), "stotte.stotte"), "2").split("\n")
    siste = next(x for x in reversed(linjer) if " = " in x)
    venstre, hoyre = (x.translate(_TEGN).replace("prosent", "/100") for x in siste.rsplit(" = ", 1))
    assert round(eval(venstre.split("  ", 1)[1])) == int(hoyre.removesuffix("kroner."))


def test_data_er_ren_json_med_tall_som_tekst():
    data = som_data(om(prikk(), "stotte.stotte"))
    assert json.loads(json.dumps(data)) == data
    assert data["verdi"] == "12903"
    assert not any(isinstance(x, float) for x in _blader(data))
    assert data["deler"][0]["forklaring"]["regel"] == "stotte.stotte_uavrundet"


def test_hver_verdi_skrives_ut_en_gang_i_data():
    data = som_data(om(prikk(), "stotte.stotte"))
    fulle = [x for x in _noder(data) if "deler" in x]
    steder = [(x["regel"], x["periode"], x["medlem"], x["sett_fra"], *x["bytter"]) for x in fulle]
    assert len(steder) == len(set(steder))
    assert any(x.get("se_over") for x in _noder(data))


def _noder(x):
    if isinstance(x, dict):
        if "regel" in x and "verdi" in x:
            yield x
        for y in x.values():
            yield from _noder(y)
    elif isinstance(x, list):
        for y in x:
            yield from _noder(y)


def _blader(x):
    if isinstance(x, dict):
        for y in x.values():
            yield from _blader(y)
    elif isinstance(x, list):
        for y in x:
            yield from _blader(y)
    else:
        yield x


def test_forklaringen_er_frosset():
    f = om(prikk(), "stotte.stotte")
    with pytest.raises(dataclasses.FrozenInstanceError):
        f.verdi = Decimal(1)  # type: ignore[misc]
    assert f.deler is f.deler


def test_ukjent_dybde_sies_fra_om():
    with pytest.raises(ValueError, match="dybde må være en av 1, 2, alt"):
        tekst(om(prikk(), "stotte.stotte"), "3")
