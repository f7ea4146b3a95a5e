"""Every block of the reference page is read, checked and reckoned, and its errors are real."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok, kjor_eksempler
from ytelsesrad.regelspraak.enheter import kjente_enheter
from ytelsesrad.regelspraak.formel.grammatikk import _NOKKELORD
from ytelsesrad.regelspraak.les.beskjeder import MELDINGSTYPER
from ytelsesrad.regelspraak.les.kapittel import _SAERLIGE
from ytelsesrad.regelspraak.les.regel import INNDATANOKLER, REGELNOKLER
from ytelsesrad.regelspraak.les.versjon import STATUSER, VERSJONSNOKLER
from ytelsesrad.regelspraak.sjekk.funksjoner import FUNKSJONER
from ytelsesrad.regelspraak.sjekk.navnegang import BETALINGSVERDIER, INNEBYGD

SIDE = Path(__file__).parents[2] / "docs" / "referanse" / "regelspraak.md"
TEKST = SIDE.read_text(encoding="utf-8")
BLOKK = re.compile(r"^```toml\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)
FIL = re.compile(r"^# (tillegg: )?([\w/.]+\.toml)\n", re.MULTILINE)
HODE = """# bit
tema = "Bit"
hjemmel = "loven"
periode = "år"
[kilder]
loven = { navn = "Loven" }

"""


@dataclass(frozen=True)
class Blokk:
    """A block of the page, and the message it should give (None: none)."""

    nr: int
    toml: str
    melding: str | None

    def lag(self) -> list[dict[str, str]]:
        """Return the files of the book, and of the overlay if there is one."""
        if self.toml.startswith("# bit\n"):
            return [{"bit/bit.toml": HODE + self.toml.removeprefix("# bit\n")}]
        deler = FIL.split(self.toml)
        assert deler[0] == "", f"block {self.nr} does not begin with its path"
        lag: list[dict[str, str]] = [{}, {}]
        for tillegg, sti, innhold in zip(deler[1::3], deler[2::3], deler[3::3], strict=True):
            lag[1 if tillegg else 0][sti] = innhold
        return [x for x in lag if x]


BLOKKER = [Blokk(i, m[1], m[2]) for i, m in enumerate(BLOKK.finditer(TEKST))]


def _meldinger(bok: Regelbok) -> list[str]:
    return [str(s.som_feil()) for s in kjor_eksempler(bok) if not s.ok]


@pytest.mark.parametrize("blokk", BLOKKER, ids=lambda b: str(b.nr))
def test_blokken_er_slik_siden_sier(blokk: Blokk) -> None:
    try:
        bok = Regelbok.fra_tekst(*blokk.lag())
    except Feilsamling as e:
        fikk = str(e)
    else:
        fikk = "\n\n".join(_meldinger(bok))
    fikk = fikk.replace("bit/bit.toml", "bit.toml")
    assert fikk == (blokk.melding or "").rstrip("\n")


def test_alle_blokker_er_funnet() -> None:
    assert len(BLOKKER) == TEKST.count("```toml")
    assert sum(b.melding is not None for b in BLOKKER) == TEKST.count("```text")
    riktige = [Regelbok.fra_tekst(*b.lag()) for b in BLOKKER if b.melding is None]
    assert sum(len(kjor_eksempler(bok)) for bok in riktige) > 15


@pytest.mark.parametrize(
    ("hva", "ordene"),
    [
        ("funksjoner", FUNKSJONER),
        ("enheter", kjente_enheter()),
        ("innebygde navn", INNEBYGD),
        ("betalingsverdier", [f"betaling.{n}" for n in BETALINGSVERDIER]),
        ("nøkler i en regel", REGELNOKLER),
        ("nøkler i en versjon", VERSJONSNOKLER),
        ("nøkler i inndata", INNDATANOKLER),
        ("statuser", STATUSER),
        ("tabeller", _SAERLIGE),
        ("meldingstyper", MELDINGSTYPER),
    ],
)
def test_siden_nevner_alt(hva: str, ordene: list[str]) -> None:
    uten_blokker = re.sub(r"^```.*?^```", "", TEKST, flags=re.DOTALL | re.MULTILINE)
    flatt = " | ".join(re.findall(r"`([^`]+)`", uten_blokker))
    mangler = [o for o in ordene if not re.search(rf"(?<!\w){re.escape(o)}(?!\w)", flatt)]
    assert mangler == [], hva


def test_grammatikken_har_ordene() -> None:
    ebnf = re.search(r"```ebnf\n(.*?)```", TEKST, re.DOTALL)
    assert ebnf
    mangler = [o for o in _NOKKELORD if f'"{o}"' not in ebnf[1]]
    assert mangler == []


def test_alle_feilkoder_er_forklart() -> None:
    assert re.findall(r"^\| (R\d\d) \|", TEKST, re.MULTILINE) == [f"R{i:02d}" for i in range(1, 27)]
