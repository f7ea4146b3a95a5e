"""«regn» med det som hører til hele svaret: grenser, det forrige svaret og bevisarket."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ytelsesrad.kommandolinje import hoved

P4 = str(Path(__file__).parents[2] / "docs" / "eksempler" / "p4.toml")


@pytest.fixture
def kjor(capsys: pytest.CaptureFixture[str]):
    def kall(*argumenter: str) -> tuple[int, str, str]:
        kode = hoved(["regn", P4, *argumenter])
        ut, feil = capsys.readouterr()
        return kode, ut.replace("\u00a0", " "), feil.replace("\u00a0", " ")

    return kall


def test_teksten_har_grensene_og_det_som_er_igjen(kjor) -> None:
    _, tekst, _ = kjor()
    assert "Av hundre kroner mer i lønn" in tekst
    assert "Grenser, og hvor langt unna du er" in tekst
    assert "13 548 kr igjen" in tekst
    assert "10 timer i uka: 1,1 timer igjen" in kjor("--dybde", "alt")[1]
    _, uten, _ = kjor("--uten-grenser")
    assert "Grenser, og hvor" not in uten
    assert "Av hundre kroner mer i lønn" not in uten


def test_json_har_alt(kjor) -> None:
    data = json.loads(kjor("--format", "json")[1])
    assert data["meta"]["skjema"] == "raad-1"
    assert data["grenser"][0]["skjema"] == "grenser-1"
    assert [g["mot"] for g in data["gevinst"]] == ["Som nå", "Som nå", "10 timer i uka"]
    assert data["utenfor"]["til_slutt"].startswith("Dette er en beregning")
    assert json.loads(kjor("--format", "json", "--uten-grenser")[1])["grenser"] == []


@pytest.mark.parametrize(
    "form",
    [(), ("--dybde", "alt"), ("--format", "html"), ("--format", "html-side"), ("--format", "vega")],
)
def test_et_svar_uten_grenser(capsys: pytest.CaptureFixture[str], form: tuple[str, ...]) -> None:
    """Nina sitter igjen med like mye av hver hundrelapp hele veien. Da er listen tom."""
    full = str(Path(P4).with_name("full.toml"))
    assert hoved(["regn", full, *form]) == 0
    ut, feil = capsys.readouterr()
    assert (bool(ut), feil) == (True, "")
    if form[-1:] not in (("vega",), ("html-side",)):
        ut = " ".join(ut.split())
        assert "«Lørdager i butikk»: Vi finner ingen grense fra 0 til 150 prosent" in ut


def test_bygger_paa_et_tidligere_svar(kjor, tmp_path: Path) -> None:
    forrige = str(tmp_path / "forrige.json")
    kjor("--format", "json", "--uten-grenser", "--til", forrige)
    _, tekst, _ = kjor("--bygger-paa", forrige, "--regnedato", "2026-11-25")
    assert "Bygger på: beregningen 21. november 2026" in tekst
    assert "Nytt siden beregningen 21. november 2026" in tekst
    assert "«Som nå», 2026: fortsatt 276 078 kroner å leve for." in tekst


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [
        (None, "Kan ikke lese"),
        (b"\xff\xfe", "tekstfil i UTF-8"),
        (b"{", "Teksten er ikke gyldig JSON"),
        (b'{"meta": {"skjema": "raad-0"}}', "Svaret har formen «raad-0»"),
        (b'{"meta": {"skjema": "raad-1"}}', "Dette er ikke et svar av formen raad-1"),
    ],
)
def test_et_svar_som_ikke_kan_leses_er_en_feil(
    kjor, tmp_path: Path, innhold: bytes | None, melding: str
) -> None:
    fil = tmp_path / "forrige.json"
    if innhold is not None:
        fil.write_bytes(innhold)
    kode, ut, feil = kjor("--bygger-paa", str(fil))
    assert (kode, ut) == (2, "")
    assert melding in feil
    assert "Rett: Lag det slik: ytelsesrad regn FIL --format json --til forrige.json" in feil


def test_bevisarket(kjor) -> None:
    _, ark, _ = kjor(
        "--format", "bevis", "--gjennomgaatt-med", "Nav-veileder", "--utlevert", "2026-11-24"
    )
    assert "Gjennomgått med: Nav-veileder" in ark
    assert "Utlevert: 24. november 2026" in ark
    for privat in ("Mari", "1981", "Oslo", "11 500"):
        assert privat not in ark


def test_usikkerhet_tar_med_det_som_er_antatt(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    tekst = Path(P4).read_text(encoding="utf-8")
    tekst = tekst[: tekst.index('[plan."20 timer i uka"]')]
    fil = tmp_path / "mari.toml"
    fil.write_text("\n".join(x for x in tekst.splitlines() if "trygdetid" not in x), "utf-8")

    def svar(*argumenter: str) -> str:
        assert hoved(["regn", str(fil), "--uten-grenser", *argumenter]) == 0
        return " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())

    assert "Hvor sikre tallene er" not in svar()
    ut = svar("--usikkerhet")
    assert "Hvor sikre tallene er" in ut
    assert "Trygdetid i år (vi har antatt: 20 til 40): −" in ut
