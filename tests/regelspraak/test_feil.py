"""One bad file for each thing that can be wrong, and the whole message it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok, kjor_eksempler, sjekk_oversettelser

FEIL = Path(__file__).parent / "feil"
OMGIVELSER = {
    sti.relative_to(FEIL / "_omgivelser").as_posix(): sti.read_text(encoding="utf-8")
    for sti in (FEIL / "_omgivelser").rglob("*.toml")
}
SAKER = sorted(sti.stem for sti in FEIL.glob("*.toml"))


def _lag(tekst: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the files of the book and of an overlay. A bad file is one chapter, or says itself
    with ``# ny: path`` and ``# overlegg: path`` where its parts belong."""
    bok, overlegg = dict(OMGIVELSER), dict[str, str]()
    if not tekst.startswith(("# ny:", "# overlegg:")):
        bok["prove/prove.toml"] = tekst
        return bok, overlegg
    sti, lag, linjer = "", bok, list[str]()
    for linje in [*tekst.splitlines(keepends=True), "# ny: slutt"]:
        if linje.startswith(("# ny:", "# overlegg:")):
            if sti:
                lag[sti] = "".join(linjer)
            lag = overlegg if linje.startswith("# overlegg:") else bok
            sti, linjer = linje.split(":", 1)[1].strip(), []
        else:
            linjer.append(linje)
    return bok, overlegg


def meldinger(tekst: str) -> str:
    """Return all messages a bad file gives: faults, or else warnings and failing examples."""
    lag = [x for x in _lag(tekst) if x]
    try:
        bok = Regelbok.fra_tekst(*lag)
    except Feilsamling as samling:
        return str(samling) + "\n"
    alle = [*bok.advarsler, *(s.som_feil() for s in kjor_eksempler(bok) if not s.ok)]
    alle += sjekk_oversettelser(bok, "en").feil
    return "\n\n".join(str(f) for f in alle) + "\n"


@pytest.mark.parametrize("sak", SAKER)
def test_feilen_har_sin_melding(sak: str) -> None:
    tekst = (FEIL / f"{sak}.toml").read_text(encoding="utf-8")
    assert meldinger(tekst) == (FEIL / f"{sak}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("sak", [s for s in SAKER if s.startswith("R")])
def test_meldingen_har_rett_kode_sted_og_raad(sak: str) -> None:
    alle = (FEIL / f"{sak}.txt").read_text(encoding="utf-8").split("\n\n")
    egne = [m for m in alle if m.startswith(sak[:3])]
    assert egne, f"{sak} gives no {sak[:3]}"
    for melding in egne:
        if sak == "R04_regelsett":
            continue  # what is missing from a file has no place in it
        linjer = melding.splitlines()
        assert ", linje " in linjer[0]
        merket = any(linje.strip(" ^") == "" and "^" in linje for linje in linjer)
        assert merket or " og " in linjer[0], melding  # or two whole lines are shown
        assert any(linje.startswith("     Rett: ") for linje in linjer), melding


def test_hver_melding_har_sin_egen_fil() -> None:
    assert {sti.stem for sti in FEIL.glob("*.txt")} == set(SAKER)
    brukt = {s[:3] for s in SAKER if s.startswith("R")}
    assert brukt == {f"R{nr:02d}" for nr in range(1, 27)} - {"R22"}


def test_alle_feil_i_en_bok_kommer_paa_en_gang() -> None:
    saker = ("R03_nokkel_i_regel", "R05_mangler_saa", "R06_navn", "R16_rad_mangler")
    filer = dict(OMGIVELSER)
    for i, sak in enumerate(saker):
        filer[f"mappe{i}/fil.toml"] = (FEIL / f"{sak}.toml").read_text(encoding="utf-8")
    with pytest.raises(Feilsamling) as e:
        Regelbok.fra_tekst(filer)
    assert [(f.kode, f.sted.fil) for f in e.value.feil] == [
        ("R03", "mappe0/fil.toml"),
        ("R05", "mappe1/fil.toml"),
        ("R06", "mappe2/fil.toml"),
        ("R16", "mappe3/fil.toml"),
    ]


def test_omgivelsene_er_feilfrie() -> None:
    Regelbok.fra_tekst(OMGIVELSER)


@pytest.mark.parametrize("sak", ["R13_tolv_uten_enhet", "R21_ubrukt"])
def test_advarsler_stopper_ikke_boken(sak: str) -> None:
    tekst = (FEIL / f"{sak}.toml").read_text(encoding="utf-8")
    bok = Regelbok.fra_tekst(_lag(tekst)[0])
    assert [f.kode for f in bok.advarsler] == [sak[:3]]
