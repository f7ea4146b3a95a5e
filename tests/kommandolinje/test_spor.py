"""ytelsesrad spor: spørsmålene i terminalen, svar uten å bli spurt, og filen å gå videre med."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.sporsmaal.test_gangen import UFOR
from ytelsesrad.kommandolinje import hoved

DAG = ("--regnedato", "2026-11-21")
SVAR = [f"{navn.rpartition('.')[2]}={svar}" for navn, svar in UFOR.items()]


@pytest.fixture
def kjor(capsys, monkeypatch):
    def _kjor(*argumenter: str, inn: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(inn))
        kode = hoved(["spor", *DAG, *argumenter])
        ut = capsys.readouterr()
        return kode, ut.out.replace("\u00a0", " "), ut.err.replace("\u00a0", " ")

    return _kjor


def test_spoersmaalene_i_terminalen_gir_et_merket_anslag(kjor):
    kode, ut, feil = kjor(inn="\n".join(UFOR.values()) + "\n")
    assert (kode, feil) == (0, "")
    assert ut.index("1 av høyst 8. Hva får du fra Nav i dag?") < ut.index("8 av høyst 8.")
    for ord_ in (
        "GROVT ANSLAG etter 8 spørsmål",
        "MED 10 TIMER I UKA FÅR DU OMTRENT",
        "Dette er antatt",
        "Uføregrad: 100 prosent (vi regner med full uføregrad til du svarer)",
        "Dette gjør svaret sikrere, det som betyr mest først",
        "Dette er en beregning, ikke et vedtak.",
    ):
        assert ord_ in ut, ord_


def test_galt_svar_hjelp_og_tomt_svar_spoerres_paa_nytt(kjor):
    svar = list(UFOR.values())
    svar[1:1] = ["?", "mye", ""]
    svar[6] = ""  # barn: ingen
    kode, ut, _ = kjor(inn="\n".join(svar) + "\n")
    assert kode == 0
    assert ut.count("2 av høyst 8.") == 4
    assert "Logg inn på nav.no" in ut
    assert "«mye» er ikke et tall.\nRett: Skriv et tall" in ut
    assert "Dette må vi vite for å regne." in ut
    assert "Inntekt før uførhet (IFU): 477 922 kroner" in ut
    assert "Barn: ingen" not in ut  # besvart, og ikke antatt


def test_svarene_kan_ta_slutt(kjor, tmp_path):
    fil = tmp_path / "min.toml"
    kode, _, feil = kjor("--lagre", str(fil), inn="uføretrygd\n24 461\n")
    assert kode == 2
    assert "Svarene tok slutt ved spørsmålet «Fra hvilken måned har du uføretrygd?»" in feil
    assert list(tmp_path.iterdir()) == []


def test_svar_som_argumenter_og_fra_fil_er_det_samme(kjor, tmp_path):
    fil = tmp_path / "svar.txt"
    fil.write_text("# mine svar\n" + "\n".join(SVAR) + "   # timer\n", encoding="utf-8")
    av_fil, av_ord = kjor("--svarfil", str(fil)), kjor("--svar", *SVAR)
    assert av_fil == av_ord
    assert av_ord[0] == 0
    assert "høyst 8" not in av_ord[1]


def test_json(kjor):
    kode, ut, _ = kjor("--svar", *SVAR, "--format", "json")
    data = json.loads(ut)
    assert (kode, data["skjema"]) == (0, "anslag-1")
    assert data["svar"] == UFOR
    assert data["antakelser"]
    assert data["resultat"]["planer"][1]["navn"] == "10 timer i uka"


@pytest.mark.parametrize(
    ("argumenter", "del_"),
    [
        (["--svar", "ytelse_idag=AAP"], "Mente du «ytelse_i_dag»?"),
        (["--svar", "AAP"], "Skjønner ikke «AAP»."),
        (["--svar", "ytelse_i_dag=AAP"], "Dette er ikke besvart: Når er du født?"),
        (["--svar", *SVAR, "timer_per_uke=90"], "kan ikke være 90 timer per uke"),
        (["--svarfil", "finnes/ikke.txt"], "Kan ikke lese filen"),
    ],
)
def test_gale_argumenter_faar_en_melding(kjor, argumenter, del_):
    kode, ut, feil = kjor(*argumenter)
    assert (kode, ut) == (2, "")
    assert del_ in feil
    assert "Rett: " in feil


def test_filen_lagres_hel_og_byttes_ikke_ut_uten_at_det_sies(kjor, tmp_path, capsys):
    fil = tmp_path / "min.toml"
    kode, ut, feil = kjor("--svar", *SVAR, "--lagre", str(fil))
    assert kode == 0
    assert "Gå videre med: ytelsesrad regn" in feil
    foerst = fil.read_text(encoding="utf-8")
    assert hoved(["regn", str(fil)]) == 0
    assert "MED 10 TIMER I UKA FÅR DU OMTRENT" in capsys.readouterr().out.replace("\u00a0", " ")

    nye = [s.replace("timer_per_uke=10", "timer_per_uke=12") for s in SVAR]
    kode, ut, feil = kjor("--svar", *nye, "--lagre", str(fil))
    assert (kode, ut) == (2, "")
    assert "finnes fra før" in " ".join(feil.split())
    assert fil.read_text(encoding="utf-8") == foerst
    kode, *_ = kjor("--svar", *nye, "--lagre", str(fil), "--bytt")
    assert kode == 0
    assert "timer_per_uke = 12" in fil.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["min.toml"]


def test_ingen_linje_er_bredere_enn_bedt_om(kjor):
    for bredde in (60, 80, 100):
        _, ut, _ = kjor("--svar", *SVAR, "--bredde", str(bredde))
        assert max(map(len, ut.splitlines())) <= bredde
    _, ut, _ = kjor("--bredde", "60", inn="\n".join(UFOR.values()) + "\n")
    assert max(map(len, ut.splitlines())) <= 60


def test_mappen_kan_mangle(kjor, tmp_path):
    kode, _, feil = kjor("--svar", *SVAR, "--lagre", str(Path(tmp_path) / "ingen" / "min.toml"))
    assert kode == 2
    assert "min.toml» finnes ikke." in " ".join(
        feil.split()
    )  # sagt før spørsmålene, ikke etter dem
