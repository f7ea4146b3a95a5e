"""Kjøreren selv: filene, sammenligningen, emnene og kodene."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from tests.saker import emner
from tests.saker.__main__ import hoved
from tests.saker.emner import Kapittel, finn
from tests.saker.kjoring import kjor
from tests.saker.sak import IkkeStottet, Inndata, Sak
from tests.saker.sammenligning import Hele, Omtrent, Trykt, sammenlign


def sak(ventet, **felt):
    inn = felt.pop("inn", {})
    return Sak("x-1", felt.pop("emne", "tall"), Inndata(inn), ventet, "fil", felt)


def likt(ventet, fikk, **felt):
    return not sammenlign(sak({"x": ventet}, **felt), "x", fikk)


# ── Sammenligningen ─────────────────────────────────────────────────────────────────────────────


def test_tall_sammenlignes_eksakt():
    assert likt("1.10", Decimal("1.1"))
    assert likt("0E-10", Decimal(0))
    assert not likt("1.1", Decimal("1.10001"))
    assert not likt("1", Decimal("1.4"))
    assert not likt("ni", Decimal(9))


def test_desimaler_kilden_trykker():
    assert likt("1.67", Decimal("1.6666"), unit="G (2 decimals)")
    assert not likt("1.66", Decimal("1.6666"), unit="G (2 decimals)")
    assert likt("2", Trykt(Decimal("1.5")))
    assert not likt("1", Trykt(Decimal("1.5")))
    assert not likt("2", Decimal("1.5"), unit="kr")


def test_slingring():
    assert likt("100", Decimal("100.1"), recomputed="ok (allow 0.10 kr)")
    assert not likt("100", Decimal("100.2"), recomputed="ok (allow 0.10 kr)")
    assert likt("100", Decimal(101), tolerance="1")
    med_egen = sak({"x": "100", "x_toleranse": "2", "y": "100"})
    assert not sammenlign(med_egen, "x", Decimal(102))
    assert sammenlign(med_egen, "y", Decimal(102))


def test_omtrentlige_tall():
    assert not sammenlign(sak({"x_ca": "5000"}), "x_ca", Decimal(5085))
    assert sammenlign(sak({"x_ca": "5100"}), "x_ca", Decimal(5032))


def test_tall_av_omtrentlige_inndata():
    assert likt("5", Omtrent(Decimal("4.9996"), Decimal("0.001")))
    assert not likt("5", Omtrent(Decimal("4.99"), Decimal("0.001")))


def test_en_tabell_der_alt_maa_nevnes():
    assert likt({"a": "1"}, Hele({"a": 1}))
    assert not likt({"a": "1"}, Hele({"a": 1, "b": 2}))
    assert not likt({"a": "1", "b": "2"}, Hele({"a": 1}))


def test_annet_enn_tall():
    assert likt("true", True)
    assert not likt("true", False)
    assert likt("2026-01-31", date(2026, 1, 31))
    assert likt("null", None)
    assert not likt("0", None)
    assert likt(["1", "2"], [1, 2])
    assert not likt(["1"], [1, 2])
    assert likt({"2024": "1"}, {2024: 1, 2025: 2})
    assert not likt({"2024": "1"}, {2024: 2})
    with pytest.raises(IkkeStottet):
        likt({"2023": "1"}, {2024: 1})


# ── Emnene ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def prove(monkeypatch):
    kapittel = Kapittel("prove")

    @kapittel.emne("tall", prosa={"hvorfor": "en setning"})
    def tall(s):
        if "nei" in s.inn:
            raise IkkeStottet("ikke med")
        return {"a": s.inn.tall("a"), "b": lambda: 1 / Decimal(0)}

    monkeypatch.setattr(emner, "kapitler", lambda: (kapittel,))
    return kapittel


def test_en_sak_er_ok_bare_naar_alt_er_sammenlignet(prove):
    assert kjor(sak({"a": "1"}, inn={"a": "1"})).utfall == "ok"
    assert kjor(sak({"a": "2"}, inn={"a": "1"})).utfall == "avvik"
    assert kjor(sak({"a": "1", "c": "1"}, inn={"a": "1"})).grunn == "emnet gir ikke noe svar om «c»"
    med_prosa = kjor(sak({"a": "1", "hvorfor": "fordi"}, inn={"a": "1"}))
    assert (med_prosa.utfall, med_prosa.utenom) == ("ok", (("hvorfor", "en setning"),))
    assert kjor(sak({"hvorfor": "fordi"}, inn={"a": "1"})).grunn == "en setning"


def test_det_som_ikke_kan_kjores(prove):
    assert kjor(sak({"a": "1"}, emne="rart")).grunn == "emnet «rart» er ikke kjent"
    assert kjor(sak({"a": "1"}, inn={})).grunn == "saken mangler inndata «a»"
    assert kjor(sak({"a": "1"}, inn={"a": "ni"})).grunn == "«a» er ikke et tall: 'ni'"
    assert kjor(sak({"a": "1"}, inn={"a": "1", "nei": "1"})).grunn == "ikke med"
    feil_i_kilden = sak({"a": "1"}, inn={"a": "1"}, recomputed="differs: 2")
    assert kjor(feil_i_kilden).grunn == "kilden selv er feil eller foreldet"


def test_en_feil_i_et_emne_er_et_avvik(prove):
    assert kjor(sak({"b": "1"}, inn={"a": "1"})).utfall == "avvik"


@pytest.mark.parametrize("svaret", ["1", "2"])
def test_inndata_ingen_leser_gir_ikke_et_svar(prove, svaret):
    med = kjor(sak({"a": svaret}, inn={"a": "1", "z": "1", "y": "2"}))
    assert (med.utfall, med.grunn) == ("ikke støttet", "emnet bruker ikke «z», «y»")
    assert kjor(sak({"a": "1"}, inn={"a": "1", "z": "null"})).utfall == "ok"


def test_samme_emne_i_to_kapitler():
    def kapittel(navn, *id_begynner):
        k = Kapittel(navn, id_begynner)
        k.emne("barn")(lambda s: {})
        return k

    a, b = kapittel("a", "a-"), kapittel("b")
    k = [b, a]

    def velg(id_, fil, *andre):
        s = Sak(id_, "barn", Inndata({}), {}, fil, {}, frozenset(andre))
        return finn(s, k)

    assert velg("a-1", "b") is a.emner["barn"]
    assert velg("x-1", "b") is b.emner["barn"]
    a.emne("hus")(lambda s: {})
    assert velg("x-1", "x", "barn", "hus") is a.emner["barn"]
    with pytest.raises(IkkeStottet, match="sier ikke hvilket"):
        velg("x-1", "x", "barn")


def test_et_ukjent_emne_kan_kjennes_paa_inndataene():
    k = Kapittel("k")
    k.emne("en", form=("a", "b"))(lambda s: {})
    k.emne("to", form=("a",))(lambda s: {})
    k.emne("tre", form=("c",))(lambda s: {})

    def velg(**inn):
        return finn(Sak("x", "ukjent", Inndata(inn), {}), [k]).navn

    assert velg(a="1", b="2", d="3") == "en"
    assert velg(a="1") == "to"
    with pytest.raises(IkkeStottet, match="er ikke kjent"):
        velg(a="1", c="2")
    with pytest.raises(IkkeStottet, match="er ikke kjent"):
        velg(d="1")


def test_emner_med_et_annet_aar():
    k = Kapittel("k")
    k.emne("satser 2026")(lambda s: {})
    assert finn(Sak("x", "satser 2025", Inndata({}), {}), [k]) is k.emner["satser 2026"]
    with pytest.raises(IkkeStottet):
        finn(Sak("x", "satser 25", Inndata({}), {}), [k])


def test_dagen_en_sak_gjelder():
    assert sak({}, as_of="2026-05-01").dag == date(2026, 5, 1)
    assert sak({}, as_of="2024-08").dag == date(2024, 8, 1)
    assert sak({}, as_of="2026").dag == date(2026, 12, 31)
    with pytest.raises(IkkeStottet):
        _ = sak({}, as_of="en gang").dag


@pytest.mark.parametrize(
    ("emne", "inn", "grunn"),
    [
        ("varighet", {"ordinaer_periode": "5 aar"}, "varer i 3 aar, ikke 5 aar"),
        ("varighet", {"student": "6 maaneder"}, "varer fra dato til dato"),
        ("fravær", {"fravaersdager": "11"}, "ikke 11 virkedager"),
        ("fravær", {"fravaersdager": "10", "timer": "20"}, "fravær alle virkedagene"),
        (
            "timer i meldeperioden",
            {"meldeperiode": "2025-12-01/2025-12-13"},
            "fjorten dager fra en mandag",
        ),
        (
            "timer i meldeperioden",
            {"meldeperiode": "2025-12-01/2025-12-14", "timer_per_dag": ["7.5"]},
            "har 1 dager, ikke fjorten",
        ),
        (
            "utbetalingsgrad",
            {"timer_i_meldeperioden": "20", "arbeid_prosent": "20"},
            "både timer og prosent",
        ),
        ("utbetalingsgrad", {"arbeid_prosent": "-20"}, "mindre enn 0 prosent"),
        ("dagsats", {"grunnlag_i_G": "4", "sanksjonsdager": "1"}, "bruker ikke «sanksjonsdager»"),
        (
            "dagsats",
            {"grunnlag_i_G": "4", "fodselsdato": "2005-01-01", "under_25_aar": "false"},
            "er ikke det samme",
        ),
    ],
)
def test_det_saken_gir_maa_henge_sammen(emne, inn, grunn):
    ventet = {"utbetalingsgrad_prosent": "1"} if emne != "varighet" else {"stoenadsdager": "784"}
    ventet = {"dagsats_kr": "1"} if emne == "dagsats" else ventet
    resultat = kjor(sak(ventet, emne=emne, inn=inn, as_of="2026-06-01"))
    assert resultat.utfall == "ikke støttet"
    assert grunn in resultat.grunn


# ── Filene og kodene ────────────────────────────────────────────────────────────────────────────

GOD = """cases:
- {id: g-1, topic: grunnbelop, as_of: '2026-05-01', inputs: {}, expected: {grunnbelop_kr: 136549}}
"""


def kjor_fil(tmp_path, capsys, tekst, navn="saker.yaml", *argumenter):
    fil = tmp_path / navn
    fil.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    kode = hoved([str(fil), *argumenter])
    ut, feil = capsys.readouterr()
    return kode, ut.splitlines(), feil.replace(str(tmp_path), ".")


def test_en_fil_med_et_annet_navn(tmp_path, capsys):
    kode, ut, feil = kjor_fil(tmp_path, capsys, GOD, "hva som helst.yml")
    assert (kode, ut[-1], feil) == (0, "1 ok, 0 avvik, 0 ikke støttet", "")
    assert ut[0] == "ok            g-1"


def test_et_avvik(tmp_path, capsys):
    kode, ut, _ = kjor_fil(tmp_path, capsys, GOD.replace("136549", "136550"))
    assert (kode, ut[-1]) == (1, "0 ok, 1 avvik, 0 ikke støttet")
    assert ut[0] == "avvik         g-1: grunnbelop_kr: ventet 136550, fikk 136549"


def test_et_ukjent_emne(tmp_path, capsys):
    kode, ut, _ = kjor_fil(tmp_path, capsys, GOD.replace("topic: grunnbelop", "topic: rart"))
    assert (kode, ut[-1]) == (0, "0 ok, 0 avvik, 1 ikke støttet")
    assert ut[0] == "ikke støttet  g-1: emnet «rart» er ikke kjent"


BOSTOTTE = """cases:
- id: b-1
  topic: bostotte
  as_of: '2026-06-01'
  inputs: {persons: 1, municipality: Baerum}
  expected: {cap_year: 92234}
"""


def test_en_kommune_som_ikke_finnes_gir_ikke_taket_for_resten_av_landet(tmp_path, capsys):
    _, ut, _ = kjor_fil(tmp_path, capsys, BOSTOTTE)
    assert ut[0] == "ikke støttet  b-1: kjenner ikke kommunen «Baerum»"
    _, ut, _ = kjor_fil(tmp_path, capsys, BOSTOTTE.replace("persons: 1", "persons: 3, adults: 1"))
    assert ut[0] == "ikke støttet  b-1: voksne og barn blir ikke antallet personer"


def test_en_kategori_reglene_ikke_kjenner(tmp_path, capsys):
    tekst = """cases:
- {id: m-1, topic: minstelonn, as_of: '2025-07-01', expected: {kr_per_hour: 236.54},
   inputs: {sector: renhold, date: '2025-07-01', category: lærling 18+}}
"""
    _, ut, _ = kjor_fil(tmp_path, capsys, tekst)
    assert ut[0] == "ikke støttet  m-1: kjenner ikke «lærling» i kategorien «lærling 18+»"


def test_en_rad_i_trekktabellen(tmp_path, capsys):
    hode = "inntektsaar,tabell,type,periode,trekkgrunnlag,trekk,merk\n"
    kode, ut, _ = kjor_fil(tmp_path, capsys, hode + "2026,8000,lonn,maaned,30000,6427,\n", "t.csv")
    assert (kode, ut[0]) == (0, "ok            2026-8000-lonn-maaned-30000")
    rader = hode + "2026,8000,lonn,maaned,30000,6426,\n2026,8000,lonn,maaned,30000,6426,flyttall\n"
    kode, ut, _ = kjor_fil(tmp_path, capsys, rader, "t.csv")
    assert (kode, ut[-1]) == (1, "1 ok, 1 avvik, 0 ikke støttet")


def test_json(tmp_path, capsys):
    _, ut, _ = kjor_fil(tmp_path, capsys, GOD, "s.yaml", "--format", "json")
    data = json.loads("\n".join(ut))
    assert data["saker"][0]["utfall"] == "ok"
    assert data["sum"] == "1 ok, 0 avvik, 0 ikke støttet"


@pytest.mark.parametrize(
    ("navn", "tekst", "ventet"),
    [
        ("s.yaml", "cases: [", "./s.yaml, linje 1, kolonne 9: Filen er ikke gyldig YAML"),
        ("s.yaml", "", "./s.yaml: Filen er tom. Rett: Skriv sakene"),
        ("s.yaml", "saker: []", "./s.yaml: Filen har ingen liste «cases». Rett:"),
        ("s.yaml", "- 1", "./s.yaml: Filen har ingen liste «cases». Rett:"),
        ("s.yaml", b"\xff\xfe\x00", "./s.yaml: Filen er ikke UTF-8 (byte 0). Rett:"),
        ("s.txt", "x", "./s.txt: Kjenner ikke filtypen «.txt». Rett: Bruk .yaml eller .csv."),
        ("t.csv", "a,b\n1,2\n", "./t.csv, linje 1: Filen mangler kolonnene inntektsaar,"),
        (
            "t.csv",
            "inntektsaar,tabell,type,periode,trekkgrunnlag,trekk\n2026,8000\n",
            "./t.csv, linje 2: Raden har feil antall verdier. Rett:",
        ),
        ("s.yaml", "cases:\n- topic: x\n", "./s.yaml, linje 2, sak 1: Saken mangler «id». Rett:"),
        ("s.yaml", "cases:\n- {id: a}\n", "./s.yaml, linje 2, sak 1: Saken mangler «topic»."),
        ("s.yaml", "cases:\n- 7\n", "./s.yaml, linje 2, sak 1: Saken er ikke en tabell."),
        ("s.yaml", "cases:\n- {id: a, topic: b}\n", "«expected» i «a» er ikke en tabell med svar."),
        (
            "s.yaml",
            "cases:\n- {id: a, topic: b, inputs: 7, expected: {x: 1}}\n",
            "«inputs» i «a» er ikke en tabell. Rett: Skriv «inputs: {}» hvis den er tom.",
        ),
    ],
)
def test_filer_og_saker_av_feil_form(tmp_path, capsys, navn, tekst, ventet):
    kode, ut, feil = kjor_fil(tmp_path, capsys, tekst, navn)
    assert kode == 2
    assert ut[-1] == "0 ok, 0 avvik, 0 ikke støttet"
    assert ventet in feil


def test_en_gal_sak_stopper_ikke_de_andre(tmp_path, capsys):
    kode, ut, feil = kjor_fil(tmp_path, capsys, GOD + "- 7\n")
    assert (kode, ut[-1]) == (2, "1 ok, 0 avvik, 0 ikke støttet")
    assert "linje 3, sak 2" in feil


def test_filer_som_ikke_finnes(tmp_path, capsys):
    assert hoved([str(tmp_path / "x.yaml")]) == 2
    assert "Filen finnes ikke. Rett: Sjekk navnet og mappen." in capsys.readouterr().err
    assert hoved([str(tmp_path)]) == 2
    assert "Dette er en mappe." in capsys.readouterr().err


def test_valg_som_ikke_finnes(capsys):
    assert hoved(["--tull"]) == 2
    assert "Kjenner ikke «--tull»." in capsys.readouterr().err
    assert hoved(["--format", "xml"]) == 2
    assert hoved(["--hjelp"]) == 0
