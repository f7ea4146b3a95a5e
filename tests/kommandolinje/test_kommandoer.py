"""Kommandoene slik en bruker skriver dem: svar, sluttkoder og feil på bokmål."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import jsonschema
import pytest

import ytelsesrad
from ytelsesrad.kommandolinje import hoved
from ytelsesrad.kommandolinje.hoved import lag_argumenter
from ytelsesrad.kommandolinje.kommandoer import KOMMANDOER
from ytelsesrad.situasjon import situasjonsskjema

ROT = Path(__file__).resolve().parent.parent.parent
P4 = str(ROT / "docs" / "eksempler" / "p4.toml")


@pytest.fixture
def kjor(capsys):
    def _kjor(*argumenter: str) -> tuple[int, str, str]:
        kode = hoved(list(argumenter))
        ut = capsys.readouterr()
        return kode, ut.out.replace("\u00a0", " "), ut.err.replace("\u00a0", " ")

    return _kjor


def test_regn_viser_hele_svaret(kjor):
    kode, ut, feil = kjor("regn", P4)
    assert (kode, feil) == (0, "")
    for ord_ in (
        "MED 10 TIMER I UKA FÅR DU OMTRENT 4 600 KRONER MER",
        "Dette beholder du",
        "Dette må du gjøre",
        "Dette kan overraske",
        "Måned for måned",
        "Forutsetninger",
        "Ikke med i regnestykket",
        "Kilder",
        "Dette er en beregning, ikke et vedtak.",
    ):
        assert ord_ in ut, ord_


@pytest.mark.parametrize("bredde", [60, 80, 100, 140])
def test_ingen_linje_er_bredere_enn_bedt_om(kjor, bredde):
    _, ut, _ = kjor("regn", P4, "--bredde", str(bredde), "--maaneder", "alle")
    assert max(len(linje) for linje in ut.split("\n")) <= bredde


def test_regn_som_json_folger_skjemaet(kjor):
    _, svar, _ = kjor("regn", P4, "--format", "json")
    _, skjema, _ = kjor("skjema", "raad")
    data = json.loads(svar)
    jsonschema.validate(data, json.loads(skjema))
    uforetrygd = next(
        x for x in data["planer"][1]["aar"][0]["linjer"] if x["ytelse"] == "uforetrygd"
    )
    assert uforetrygd["gjort_opp"] == "288956"


def test_skjema_for_situasjonen_er_bokens(kjor, bok):
    """At det er gyldig, prøves i tests/situasjon/test_skjema.py."""
    kode, ut, _ = kjor("skjema", "situasjon")
    assert kode == 0
    assert json.loads(ut) == json.loads(json.dumps(situasjonsskjema(bok)))


def test_forklar_i_tre_dybder(kjor):
    korte = [kjor("forklar", P4, "uforetrygd", "--dybde", d)[1] for d in ("1", "2", "alt")]
    assert korte[0].count("\n") <= 3
    assert "65 561" in korte[1]
    assert "folketrygdloven § 12-14" in korte[2]
    assert len(korte[0]) < len(korte[1]) < len(korte[2])


def test_forklar_en_maaned_for_en_plan(kjor):
    kode, ut, _ = kjor(
        "forklar", P4, "uforetrygd.terminbelop", "--plan", "10 timer i uka", "--periode", "2026-03"
    )
    assert kode == 0
    assert "19 454" in ut


def test_forklar_som_json(kjor):
    _, ut, _ = kjor("forklar", P4, "skatt.skatt_gjort_opp", "--format", "json")
    assert json.loads(ut)


def test_regel_med_egne_tall(kjor):
    kode, ut, _ = kjor(
        "regel",
        "skatt.skatt",
        "--dato",
        "2026",
        "--gitt",
        "lonnsinntekt=350000",
        "pensjonsinntekt=0",
        "--dybde",
        "1",
    )
    assert kode == 0
    assert "60 182 kroner" in ut


def test_regel_slik_det_ble_betalt(kjor):
    gitt = ["--gitt", "ieu_g=0", "maaneder_med_hoyt_fribelop=12"]
    nye = kjor("regel", "uforetrygd.bunnfradrag", "--dato", "2026", *gitt, "--dybde", "1")[1]
    gamle = kjor(
        "regel",
        "uforetrygd.bunnfradrag",
        "--dato",
        "2026",
        "--sett-fra",
        "2026-06-01",
        *gitt,
        "--dybde",
        "1",
    )[1]
    assert "136 549" in nye
    assert "54 620" in gamle


def test_ukjent_gir_tre(kjor):
    kode, ut, _ = kjor("regel", "uforetrygd.bunnfradrag", "--dato", "2026")
    assert kode == 3
    assert "Vi mangler" in ut


@pytest.mark.parametrize(
    ("argumenter", "ventet"),
    [
        (["regn", "finnes-ikke.toml"], "Filen finnes ikke."),
        (["regel", "skatt.skat"], "Mente du «skatt.skatt»?"),
        (["regel", "skatt.skatt", "--gitt", "lonnsinntekt"], "Skriv navn=verdi"),
        (["regel", "skatt.skatt", "--gitt", "lonnsinntekt=mye"], "skal være et tall"),
        (["regel", "skatt.skatt", "--dato", "i dag"], "er ikke en dato"),
        (["forklar", P4, "uforetrygd", "--plan", "12 timer"], "Velg en av"),
        (["regl"], "Mente du «regel»?"),
        (["regn", str(ROT)], "Kan ikke lese filen: det er en mappe."),
        (["regn", P4, "--til", str(ROT)], "det er en mappe."),
        (["regn", P4, "--fromat", "json"], "Mente du «--format»?"),
        (["regn", P4, "--format"], "--format: Her må det stå en verdi."),
        (["regn", P4, "--bredde", "ti"], "--bredde: «ti» er ikke et helt tall."),
        (["regn", P4, "--tabell", "aar"], "virker bare med --format csv eller csv-regneark."),
        (["regn", P4, "--vis-plan", "Som nå"], "virker bare med --format html-side eller pdf."),
        (
            ["kapittel", "skatt", *"--langs lonnsinntekt --fra 0 --til 9e9 --steg 1".split()],
            "Velg et større steg.",
        ),
        (["regler", "sjekk", "finnes-ikke"], "Mappen med regler finnes ikke."),
    ],
)
def test_feil_sier_hva_som_er_galt_og_gir_to(kjor, argumenter, ventet):
    kode, ut, feil = kjor(*argumenter)
    assert kode == 2
    assert ut == ""
    assert ventet in feil
    assert "Traceback" not in feil


def test_regler_sjekk(kjor):
    kode, ut, _ = kjor("regler", "sjekk")
    assert kode == 0
    assert "0 stemmer ikke" in ut


def test_eksempler_som_ikke_stemmer_gir_en(kjor, tmp_path):
    (tmp_path / "land").mkdir()
    (tmp_path / "land" / "a.toml").write_text(
        'tema = "x"\nhjemmel = "x"\nperiode = "konstant"\n[kilder]\nk = { navn = "k" }\n'
        '[a]\ntittel = "A"\nenhet = "tall"\nformel = "1 + 1"\n'
        '[b]\nenhet = "tall"\nformel = "a"\n'
        '[[eksempel]]\nkilde = "k"\ndato = 2026-01-01\nsvar = { a = 3, b = 2 }\n',
        encoding="utf-8",
    )
    kode, _, feil = kjor("regler", "sjekk", str(tmp_path))
    assert kode == 1
    assert "Eksemplet" in feil


def test_hjelpen_er_paa_bokmal(kjor):
    kode, ut, _ = kjor("regn", "--hjelp")
    assert kode == 0
    for engelsk in ("usage", "options", "positional", "show this help"):
        assert engelsk not in ut


def test_bare_navnet_viser_hjelpen(kjor):
    kode, ut, feil = kjor()
    assert (kode, ut) == (2, "")
    assert "ytelsesrad regn FIL" in feil


def test_versjonen_er_den_av_koden_og_av_reglene(kjor, bok):
    kode, ut, _ = kjor("--versjon")
    assert kode == 0
    assert ut == f"ytelsesrad {ytelsesrad.__version__} · regelsett {bok.navn} · {bok.hash}\n"


@pytest.mark.parametrize("kommando", [*KOMMANDOER])
def test_hver_kommando_sier_hva_den_gjor_og_hva_valgene_er(kommando):
    (under,) = (h.choices for h in lag_argumenter()._actions if h.dest == "kommando")
    assert isinstance(under, dict)
    assert under[kommando].description
    assert [h.dest for h in under[kommando]._actions if not h.help] == []


def test_en_plan_kan_vaere_skrevet_med_delte_bokstaver(kjor):
    delt = unicodedata.normalize("NFD", "Som nå")
    kode, ut, _ = kjor("forklar", P4, "uforetrygd", "--plan", delt, "--dybde", "1")
    assert kode == 0
    assert ut.startswith("Uføretrygd")
