"""Det som står i README og dokumentasjonen, er det programmet gjør."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from verktoy import oppdater_readme

from tests.husregler.kode import ROT
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import kjor_eksempler

PROVES = re.compile(r"<!-- prøves av testene -->\n```toml\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def blokk(side: str, monster: re.Pattern[str]) -> str:
    """Den ene blokken på en side."""
    (funnet,) = monster.findall((ROT / side).read_text(encoding="utf-8"))
    return str(funnet)


@pytest.mark.parametrize("side", oppdater_readme.sider(), ids=lambda s: s.name)
def test_viste_svar_er_de_programmet_gir(side: Path) -> None:
    tekst = side.read_text(encoding="utf-8")
    assert oppdater_readme.oppdatert(tekst) == tekst, "Rett: make oppdater, og les forskjellen."


def test_readme_viser_et_svar() -> None:
    assert ROT / "README.md" in oppdater_readme.sider()
    assert oppdater_readme.SVAR.search((ROT / "README.md").read_text(encoding="utf-8"))


def test_et_gammelt_svar_blir_funnet() -> None:
    tekst = (ROT / "docs" / "index.md").read_text(encoding="utf-8")
    gammel = tekst.replace("Å leve for", "Netto")
    assert gammel != tekst
    assert oppdater_readme.oppdatert(gammel) == tekst


def test_utdrag() -> None:
    svar = "Hode\n\nTabell\n\nDette beholder du\n  a\n\nRåd\n\nMåned\n  b\n\nSlutt\n"
    assert oppdater_readme.utdrag(svar, ["hode", "Måned"]) == (
        "Hode\n\nTabell\n\n[…]\n\nMåned\n  b\n\n[…]"
    )
    assert oppdater_readme.utdrag(svar, []) == svar.strip()
    with pytest.raises(SystemExit, match="Bostøtte"):
        oppdater_readme.utdrag(svar, ["hode", "Bostøtte"])


def test_python_i_readme_virker(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kode = blokk("README.md", PYTHON)
    assert len([linje for linje in kode.splitlines() if linje]) <= 6
    monkeypatch.chdir(ROT)
    exec(compile(kode, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith("Mari, 45 år")


def test_ytelsen_i_contributing_virker(tmp_path: Path) -> None:
    (tmp_path / "blomster").mkdir()
    fil = tmp_path / "blomster" / "blomster.toml"
    fil.write_text(blokk("CONTRIBUTING.md", PROVES), encoding="utf-8")
    bok = Regelbok.standard(tmp_path)
    egne = [e for e in kjor_eksempler(bok) if "blomster" in str(e.eksempel)]
    assert "blomster.blomsterstonad" in bok.samling.regler
    assert bok.advarsler == ()
    assert egne
    assert all(e.ok for e in egne)


def test_feilmeldingen_i_contributing_er_slik_den_er(tmp_path: Path) -> None:
    vist = (ROT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    melding = re.search(r"```text\n(R06 .*?)```", vist, re.DOTALL)
    assert melding
    from ytelsesrad import Feilsamling

    filer = {
        f.relative_to(ROT / "rules").as_posix(): f.read_text(encoding="utf-8")
        for f in (ROT / "rules").rglob("*.toml")
    }
    navn = "uforetrygd/reduksjon.toml"
    galt = filer[navn].replace(
        '"inntekt_etter_uforhet + fribelop"', '"inntekt_etter_uforhet + friblop"'
    )
    assert galt != filer[navn]
    with pytest.raises(Feilsamling) as feil:
        Regelbok.fra_tekst({**filer, navn: galt})
    uten_tall = re.compile(r"\d+")
    assert uten_tall.sub("N", str(feil.value)).strip() == uten_tall.sub("N", melding[1]).strip()


# ── Lenker og stier i det som leses utenom nettstedet ───────────────────────────────────────────

UTENOM = sorted({*ROT.glob("*.md"), *ROT.glob("tests/*/README.md"), *ROT.glob("benk/*.md")})
LENKE = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
STI = re.compile(r"`((?:docs|rules|src|tests|verktoy|overlegg|benk)/[\w./-]*)`")


def brutte(side: Path, tekst: str) -> list[str]:
    """Lenker og stier i en side som ikke finnes."""
    lenker = [x for x in LENKE.findall(tekst) if not re.match(r"[a-z]+:", x)]
    stier = [x for x in lenker if not (side.parent / x).exists()]
    return stier + [x for x in STI.findall(tekst) if not (ROT / x).exists()]


@pytest.mark.parametrize("side", UTENOM, ids=lambda s: str(s.relative_to(ROT)))
def test_lenker_og_stier_finnes(side: Path) -> None:
    assert brutte(side, side.read_text(encoding="utf-8")) == []


def test_en_flyttet_fil_blir_funnet() -> None:
    tekst = "[a](docs/borte.md#x) [b](https://a.no) `docs/borte` `docs/index.md` [c](LICENSE)"
    assert brutte(ROT / "README.md", tekst) == ["docs/borte.md", "docs/borte"]
