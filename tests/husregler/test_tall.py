"""Python har ingen tall, datoer eller beløp fra loven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.husregler.kode import SRC, Funn
from tests.husregler.lovtall import belop_i, datoer_i, tall_i
from tests.husregler.unntak import UNNTAK


def ikke_lov(
    funn: Iterable[Funn], per_fil: Mapping[str, Any], overalt: Iterable[str] = ()
) -> list[str]:
    """Det som verken er lov overalt, i sin egen fil eller i en fil som bare tegner."""
    fritt, tegner = set(overalt), set(UNNTAK["tegning"])
    return [
        str(f)
        for f in funn
        if f.hva not in fritt and f.hva not in per_fil.get(f.fil, {}) and f.fil not in tegner
    ]


def ubrukte(funn: Iterable[Funn], per_fil: Mapping[str, Any]) -> list[str]:
    """Unntak i en fil som ikke lenger har det unntaket gjelder."""
    sett = {(f.fil, f.hva) for f in funn}
    return [f"{fil}: {hva}" for fil, x in per_fil.items() for hva in x if (fil, hva) not in sett]


def test_ingen_tall_fra_loven() -> None:
    galt = ikke_lov(tall_i(SRC), UNNTAK["tall"], UNNTAK["tall_overalt"])
    assert not galt, (
        "Tall hører hjemme i reglene. Er det ikke lov: unntak.toml, med grunn.\n" + "\n".join(galt)
    )


def test_ingen_belop_i_tekster() -> None:
    galt = ikke_lov(belop_i(SRC), UNNTAK["belop_i_tekst"])
    assert not galt, "Beløp og satser hører hjemme i reglene:\n" + "\n".join(galt)


def test_ingen_faste_datoer() -> None:
    galt = ikke_lov(datoer_i(SRC), UNNTAK["faste_datoer"], UNNTAK["eksempeldatoer"])
    assert not galt, "Datoer hører hjemme i reglene:\n" + "\n".join(galt)


def test_filene_som_tegner_har_tall_og_regner_ikke_med_penger() -> None:
    fritt = set(UNNTAK["tall_overalt"])
    har_tall = {f.fil for f in tall_i(SRC) if f.hva not in fritt}
    assert set(UNNTAK["tegning"]) <= har_tall
    for fil in UNNTAK["tegning"]:
        assert "regelbok" not in (SRC / fil).read_text(encoding="utf-8"), fil


def test_hvert_unntak_for_tall_trengs() -> None:
    assert ubrukte(tall_i(SRC), UNNTAK["tall"]) == []
    assert set(UNNTAK["tall_overalt"]) - {f.hva for f in tall_i(SRC)} == set()
    assert ubrukte(belop_i(SRC), UNNTAK["belop_i_tekst"]) == []
    assert ubrukte(datoer_i(SRC), UNNTAK["faste_datoer"]) == []
    assert set(UNNTAK["eksempeldatoer"]) - {f.hva for f in datoer_i(SRC)} == set()


@pytest.mark.parametrize(
    ("kilde", "funnet"),
    [
        ("GRENSE = 136_549", "136549"),
        ("SATS = Decimal('0.66')", "0.66"),
        ("SATS = Decimal('-41,5')", "41,5"),
        ("x = y * 0.4", "0.4"),
        ("x = -70", "70"),
        ("TAK = Decimal('1_000e2')", "1_000e2"),
    ],
)
def test_tallsjekken_finner_det_som_er_galt(tmp_path: Path, kilde: str, funnet: str) -> None:
    (tmp_path / "x.py").write_text(f'"""Docstring: 136 549."""\n# 136549\na = [0, True]\n{kilde}\n')
    galt = ikke_lov(tall_i(tmp_path), {}, UNNTAK["tall_overalt"])
    assert galt == [f"x.py:4: {funnet}"]
    assert ikke_lov(tall_i(tmp_path), {"x.py": {funnet: "grunn"}}, UNNTAK["tall_overalt"]) == []
    assert ubrukte(tall_i(tmp_path), {"x.py": {funnet: "grunn", "88": "grunn"}}) == ["x.py: 88"]


@pytest.mark.parametrize(
    ("kilde", "funnet"),
    [
        ("x = date(2026, 1, 1)", "date(2026, 1, 1)"),
        ("x = date.fromisoformat('2026-01-01')", "date.fromisoformat('2026-01-01')"),
        (
            "x = datetime.date(year=2026, month=1, day=1)",
            "datetime.date(year=2026, month=1, day=1)",
        ),
        ("x = ('2026-07-01', 'fra og med 2026-08-01')", "2026-07-01"),
        ("x = f'{a} - 2026-07-01'", "2026-07-01"),
    ],
)
def test_datosjekken_finner_det_som_er_galt(tmp_path: Path, kilde: str, funnet: str) -> None:
    (tmp_path / "x.py").write_text(f"dag = date(aar, 12, 31)\n{kilde}\n")
    assert funnet in [f.hva for f in datoer_i(tmp_path)]


@pytest.mark.parametrize(
    ("tekst", "funnet"),
    [
        ("fribeløpet er 54 620 kroner", "54 620 kroner"),
        ("går ned med 70 prosent", "70 prosent"),
        ("minst 0,4 G", "0,4 G"),
        ("grensen er 136549 i året", "136549"),
        ("grensen er 136 549 i året", "136 549"),
        ("skrevet 226_100", "226_100"),
    ],
)
def test_belopsjekken_finner_det_som_er_galt(tmp_path: Path, tekst: str, funnet: str) -> None:
    (tmp_path / "x.py").write_text(f"x = {tekst!r}\n")
    assert [f.hva for f in belop_i(tmp_path)] == [funnet]


def test_belopsjekken_lar_vanlige_tekster_vaere(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(
        "x = ('R04', '60–200 tegn', 'plan.jobb[0]', '2026-01-01', f'{a:04d}')\n"
    )
    assert list(belop_i(tmp_path)) == []
