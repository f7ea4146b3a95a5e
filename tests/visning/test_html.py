"""HTML: det en har skrevet blir aldri kode, navnet står ikke på arket, og språket er klart."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klarspraak import KJENTE, LOFTER, lix, setninger
from stripeland_mira import mira
from tests.eksempler.personer import raadet, svaret

from ytelsesrad.beregning import Resultat
from ytelsesrad.visning.html import rapport, side
from ytelsesrad.visning.html.plass import BOKS, Spalte
from ytelsesrad.visning.html.utvalg import velg
from ytelsesrad.visning.oppmerking import Stilark, el

EKSEMPLER = sorted((Path(__file__).resolve().parents[2] / "docs" / "eksempler").glob("p*.toml"))
_LENGST = 40
"""Ord i en setning."""
_LIX = 45


class _Leser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.merker: list[str] = []
        self.deler: list[str] = []
        self.i_stil = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.merker.append(tag)
        self.i_stil = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.i_stil = False

    def handle_data(self, data: str) -> None:
        if not self.i_stil:
            self.deler.append(data)


def les(tekst: str) -> _Leser:
    leser = _Leser()
    leser.feed(tekst)
    return leser


@given(st.text())
def test_tekst_kommer_ut_som_den_gikk_inn_og_lager_ingen_merker(tekst: str) -> None:
    leser = les(str(el("p", el("b", tekst, title=tekst))))
    assert leser.merker == ["p", "b"]
    synlig = "".join(leser.deler)
    assert synlig == "".join(t for t in tekst if t == "\n" or not _usynlig(t))


def _usynlig(tegn: str) -> bool:
    from unicodedata import category

    return category(tegn).startswith("C")


def test_stilark_kan_ikke_avslutte_seg_selv() -> None:
    with pytest.raises(ValueError, match="<"):
        str(Stilark("a{}</style><script>"))


@pytest.mark.parametrize("lag", [side, rapport])
def test_skadelige_navn(lag: Callable[[Resultat], str]) -> None:
    ond = '<img src=x onerror="alert(1)">'
    r = mira()
    planer = tuple(p.model_copy(update={"navn": f"{p.navn} {ond}"}) for p in r.planer)
    endringer = tuple(e.model_copy(update={"plan": f"{e.plan} {ond}"}) for e in r.endringer)
    meta = r.meta.model_copy(update={"tittel": ond, "anledning": ond})
    r = r.model_copy(update={"planer": planer, "endringer": endringer, "meta": meta})
    leser = les(lag(r))
    assert "img" not in leser.merker
    assert "script" not in leser.merker


@pytest.mark.parametrize("lag", [side, rapport])
def test_like_svar_gir_like_sider_og_ingenting_utenfra(lag: Callable[[Resultat], str]) -> None:
    assert lag(mira()) == lag(mira())
    assert not re.findall(r"(?:src|href)=\"(?!#)", lag(mira()))


def test_tittelen_er_bare_med_naar_noen_ber_om_det() -> None:
    assert "Mira" not in side(mira())
    assert "Mira, 45 år" in side(mira(), med_tittel=True)


def test_planene_paa_siden_kan_velges() -> None:
    navn = [p.navn for p in mira().planer]
    valgt = velg(mira(), [navn[2]])
    assert [p.navn for p in valgt.resultat.planer] == [navn[0], navn[2]]
    assert valgt.nummer == (0, 2)
    with pytest.raises(ValueError, match="finnes ikke"):
        velg(mira(), ["x"])


def test_en_plan_som_gir_mindre_er_med_paa_siden() -> None:
    vist = velg(svaret("p1")).resultat
    assert [p.navn for p in vist.planer][2] == "65 prosent stilling"


def test_det_som_ikke_faar_plass_telles() -> None:
    spalte = replace(BOKS[0])
    avsnitt = ["kort", "langt " * 400, "også kort"]
    assert spalte.som_faar_plass(avsnitt, spalte.hoyde("a", "b", "c"), "og {} til") == [0, 2]
    assert spalte.som_faar_plass(avsnitt, 10**7, "og {} til") == [0, 1, 2]


# ── Klarspråk i alt som vises ───────────────────────────────────────────────────────────────────

_HVOR = "p|li|h1|h2|h3|figcaption|caption"
_AVSNITT = re.compile(rf"<(?:{_HVOR})\b[^>]*>(.*?)</(?:{_HVOR})>", re.DOTALL)
_UTENOM = re.compile(
    r"<style>.*?</style>|<section id=\"(?:kilder|utenfor)\".*?</section>", re.DOTALL
)
"""Kilder og listen over det som ikke er med, er oppramsing."""


def avsnittene(tekst: str) -> list[str]:
    """Teksten i hvert avsnitt, uten merker."""
    funnet = _AVSNITT.findall(_UTENOM.sub("", tekst))
    svar = (html.unescape(re.sub(r"<[^>]+>", "", a)) for a in funnet)
    return [a.replace("\u00a0", " ").strip() for a in svar if a.strip()]


@pytest.fixture(scope="module")
def sidene() -> dict[str, str]:
    svar = {f.stem: raadet(f.stem) for f in EKSEMPLER}
    return {f"{n} {lag.__name__}": lag(r) for n, r in svar.items() for lag in (side, rapport)}


def test_ingen_lofter_og_ingen_fremmede_ord(sidene: dict[str, str]) -> None:
    funnet = {n: LOFTER["nb"].findall("\n".join(avsnittene(t))) for n, t in sidene.items()}
    assert {n: f for n, f in funnet.items() if f} == {}


def test_korte_setninger(sidene: dict[str, str]) -> None:
    lange = {
        s
        for t in sidene.values()
        for a in avsnittene(t)
        if "Vi har antatt" not in a and "Ikke regnet med" not in a
        for s in setninger(a)
        if len(s.split()) > _LENGST
    }
    assert lange == set()


def test_den_ene_siden_er_lett_aa_lese(sidene: dict[str, str]) -> None:
    for navn, tekst in sidene.items():
        if navn.endswith(" side"):
            brod = " ".join(a for a in avsnittene(tekst) if a.endswith("."))
            assert lix(brod) < _LIX, navn


def test_forkortelser_er_forklart(sidene: dict[str, str]) -> None:
    for navn, tekst in sidene.items():
        alt = " ".join(avsnittene(tekst))
        korte = set(re.findall(r"\b[A-ZÆØÅ]{2,5}\b", alt))
        forklarte = set(re.findall(r"\(([A-ZÆØÅ]{2,5})\)", alt))
        assert korte - forklarte <= KJENTE - {"AAP"}, navn
        if "AAP" in korte:
            assert alt.index("AAP") > alt.index("arbeidsavklaringspenger (AAP") or navn.endswith(
                "rapport"
            )


@pytest.mark.parametrize(
    "tekst", ["Det lønner seg alltid å jobbe.", "Vi garanterer det.", "Dette er netto."]
)
def test_klarspraaktesten_kan_feile(tekst: str) -> None:
    assert LOFTER["nb"].search(tekst)
    assert len(setninger("Du får det. Så går det ned 1. oktober 2026. Slutt.")) == 3


def test_flest_mulig_er_med_og_de_foerste_er_hele() -> None:
    spalte = Spalte(4_900, 86, 130, 60)
    avsnitt = [[f"kort {nr}. " + "lang " * 30, f"kort {nr}."] for nr in range(4)]
    korte = spalte.hoyde(*(kort for _, kort in avsnitt), "og 4 til")
    forskjell = spalte.hoyde(avsnitt[0][0]) - spalte.hoyde(avsnitt[0][1])
    assert spalte.fordel(avsnitt, korte, "og {} til") == [(0, 1), (1, 1), (2, 1), (3, 1)]
    assert spalte.fordel(avsnitt, korte + forskjell, "og {} til") == [
        (0, 0),
        (1, 1),
        (2, 1),
        (3, 1),
    ]
    assert spalte.fordel(avsnitt, 0, "og {} til") == [(0, 1)]
