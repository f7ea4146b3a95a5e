"""Python nevner ingen ytelse, skatt eller lov."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.husregler.forbudt import forbudte_ord, lovnavn, nevnt, rammer
from tests.husregler.kode import ROT, SRC, fold, orddeler
from tests.husregler.unntak import UNNTAK

ALLE = forbudte_ord(ROT / "rules")
FORBUDT = {o: hvor for o, hvor in ALLE.items() if o not in map(fold, UNNTAK["vanlige_ord"])}


def test_ordene_kommer_fra_reglene() -> None:
    for ord_ in ("uføretrygd", "skatt", "lønn", "AAP", "bostøtte", "folketrygdlov", "feriepenger"):
        assert fold(ord_) in FORBUDT


def test_python_nevner_ingen_ytelse_skatt_eller_lov() -> None:
    unntak = {fold(o) for o in UNNTAK["ord"]}
    galt = [
        f"{f}  (fra {FORBUDT[rammer(f.hva, FORBUDT) or f.hva]})"
        for f in nevnt(SRC, FORBUDT)
        if f.hva not in unntak
    ]
    assert not galt, "Python kan ikke nevne ord fra reglene:\n" + "\n".join(galt)


def test_hvert_unntak_for_ord_trengs() -> None:
    sett = {f.hva for f in nevnt(SRC, FORBUDT)}
    assert [o for o in UNNTAK["ord"] if fold(o) not in sett] == []
    vanlige = {rammer(f.hva, ALLE) for f in nevnt(SRC, ALLE)}
    assert [o for o in UNNTAK["vanlige_ord"] if fold(o) not in vanlige] == []


@pytest.mark.parametrize(
    ("kilde", "ordet"),
    [
        ("def f(uforetrygd_i_aaret): ...", "uforetrygd"),
        ("class Skattetrekk: ...", "skattetrekk"),
        ("x = 'Du får lønn i dag'", "lonn"),
        ("x = f'{y} etter folketrygdloven § 1'", "folketrygdloven"),
        ("y.nettolonn = 1", "nettolonn"),
        ("from a import aap_satser", "ap"),
        ("f(bostøtte=1)", "bostotte"),
        ("match x:\n    case {'a': 1, **sykepengene}: ...", "sykepengene"),
    ],
)
def test_ordsjekken_finner_det_som_er_galt(tmp_path: Path, kilde: str, ordet: str) -> None:
    (tmp_path / "x.py").write_text(f'"""Docstring om uføretrygd."""\n# skatt\n{kilde}\n')
    assert {f.hva for f in nevnt(tmp_path, FORBUDT)} == {ordet}


def test_ordsjekken_ser_filnavn(tmp_path: Path) -> None:
    (tmp_path / "skatten.py").write_text("")
    assert [f.hva for f in nevnt(tmp_path, FORBUDT)] == ["skatten"]


def test_ordsjekken_lar_andre_ord_vaere(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text('aapning = "åpning av kolonne og betaling"\n')
    assert nevnt(tmp_path, FORBUDT) == []


def test_ord_deles_ved_strek_stor_bokstav_og_tegn() -> None:
    deler = ["maneds", "tabell", "for", "apning", "oa"]
    assert orddeler("maanedsTabell_for-Åpning, ØÆ2") == deler


def test_lovnavn_finnes_i_hjemmel_paa_alle_nivaaer() -> None:
    data = {"hjemmel": "skatteloven § 1; lov om noe", "x": [{"hjemmel": "bustøttelova § 2"}]}
    assert lovnavn(data) == {"skattelov", "bustøttelov"}
