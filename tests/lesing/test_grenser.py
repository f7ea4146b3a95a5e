"""Grenser: store og onde filer gir en klar feil, uten mye tid eller minne."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from ytelsesrad.lesing import Feilsamling, TomlFil, les_toml, les_toml_bytes

MB = 1_000_000


def lest(tekst: str) -> Feilsamling | TomlFil:
    try:
        return les_toml(tekst, "f.toml", "S")
    except Feilsamling as galt:
        return galt


GRENSER = [
    ("x = " + "[" * 41 + "]" * 41, "S02  f.toml, linje 1, kolonne 45", "40 nivåer"),
    ("[t]\nx = " + "[" * 39 + "1" + "]" * 39, "S02  f.toml, linje 2, kolonne 44", "40 nivåer"),
    ("x = " + "{a=" * 41 + "1" + "}" * 41, "S02  f.toml, linje 1, kolonne 123", "40 nivåer"),
    ("a." * 40 + "b = 1", "S02  f.toml, linje 1, kolonne 81", "40 nivåer"),
    ("[" + "a." * 40 + "b]", "S02  f.toml, linje 1, kolonne 82", "40 nivåer"),
    ("a." * 20 + "b = {" + "a." * 20 + "b = 1}", "S02  f.toml, linje 1, kolonne 84", "40 nivåer"),
    ("x" * 201 + " = 1", "S02  f.toml, linje 1, kolonne 1", "lengre enn 200 tegn"),
    (f"y = {{ '{'å' * 201}' = 1 }}", "S02  f.toml, linje 1, kolonne 7", "lengre enn 200 tegn"),
    ("x = " + "1" * 41, "S02  f.toml, linje 1, kolonne 5", "over 40 sifre"),
    ("x = 1." + "1" * 40, "S02  f.toml, linje 1, kolonne 5", "over 40 sifre"),
    ("x = 0x" + "f" * 41, "S02  f.toml, linje 1, kolonne 5", "over 40 sifre"),
    ("x = 1e40", "S02  f.toml, linje 1, kolonne 5", "over 40 sifre"),
    ("x = 1e99999999999999999999", "S02  f.toml, linje 1, kolonne 5", "over 40 sifre"),
    ("".join(f"a{i}=1\n" for i in range(30_002)), "S02  f.toml, linje 30002", "30000 navn"),
    ("[[a]]\n" * 30_002, "S02  f.toml, linje 30001", "30000 navn"),
    ("x=[" + "1," * 100_001 + "]", "S02  f.toml, linje 1", "100000 verdier"),
    ("x = 1\n" + "#" * MB, "S02  f.toml\n", "større enn 1 MB"),
    ("# " + "å" * (MB // 2), "S02  f.toml\n", "større enn 1 MB"),
]


@pytest.mark.parametrize(("tekst", "hode", "hva"), GRENSER, ids=[g[0][:20] for g in GRENSER])
def test_over_grensen(tekst, hode, hva):
    galt = lest(tekst)
    assert isinstance(galt, Feilsamling)
    assert str(galt).startswith(hode)
    assert hva in str(galt)
    assert "Rett: " in str(galt)
    assert len(str(galt)) < 1000


@pytest.mark.parametrize(
    "tekst",
    [
        "x = " + "[" * 40 + "]" * 40,
        "x = " + "[" * 39 + "1" + "]" * 39,
        "[t]\nx = " + "[" * 38 + "1" + "]" * 38,
        "a." * 39 + "b = 1",
        "x" * 200 + " = 1",
        "x" * 100 + ".'" + "y" * 200 + "' = 1",
        "x = " + "1" * 40,
        "x = 1e39",
        "x = '" + "1" * 5000 + "'",
        "x = '" + "[" * 5000 + "' # " + "{" * 5000,
        '"' + "[" * 100 + '" = """' + "[{" * 5000 + '"""',
        "x = 1 # " + "a." * 5000,
        "x=[" + "1," * 99_999 + "]",
        "x = '" + "a" * (MB - 7) + "'",
        "[nan]\ninf = 1\n[inf]\nnan.inf = 2\nx = { inf = 'nan', nan = 1 }",
    ],
    ids=lambda t: t[:20],
)
def test_innenfor_grensen(tekst):
    assert isinstance(lest(tekst), TomlFil)


def test_tall_som_bare_er_for_smaa():
    """I regler er de over grensen; i en situasjon avgjør enheten hvor små tall kan være."""
    with pytest.raises(Feilsamling, match="over 40 sifre"):
        les_toml("x = [1e-41]", "f.toml", "R")
    assert isinstance(lest("x = [1e-99999999]"), TomlFil)


def test_for_mange_byte():
    with pytest.raises(Feilsamling, match="større enn 1 MB"):
        les_toml_bytes(b"\xff" * (MB + 1), "f.toml")


def test_hele_meldingen_om_dybde():
    assert str(lest("x = " + "[" * 41 + "]" * 41)) == (
        "S02  f.toml, linje 1, kolonne 45\n"
        f"       x = {'[' * 41}{']' * 41}\n"
        f"{' ' * 51}^\n"
        "     Her er det over 40 nivåer inni hverandre, som er grensen.\n"
        "     Rett: Flytt innholdet til egne tabeller med færre nivåer."
    )


ONDE = {
    "klammer": "x=" + "[" * (MB - 2),
    "krøller": "x=" + "{a=" * ((MB - 2) // 3),
    "tomme lister": "x=[" + "[]," * 333_000 + "]",
    "tomme tabeller": "x=[" + "{}," * 250_000 + "]",
    "enere": "x=[" + "1," * 499_000 + "]",
    "desimaltall": "x=[" + "1.5," * 240_000 + "]",
    "punktum": "a." * 499_000 + "b=1",
    "dype nøkler": "\n".join(f"x{i}." + "a." * 37 + "b=1" for i in range(11_000)),
    "mange nøkler": "\n".join(f"a{i}={{}}" for i in range(90_000)),
    "mange tabeller": "\n".join(f"[a{i}]" for i in range(90_000)),
    "lister av tabeller": "[[a]]\n" * 160_000,
    "sifre": "x=" + "1" * (MB - 2),
    "sifre med strek": "x=" + "1_" * 499_000 + "1",
    "lang nøkkel": "x" * (MB - 2) + "=1",
    "lang nøkkel i anførselstegn": '"' + "x" * (MB - 9) + '"=1',
    "anførselstegn": '"' * MB,
    "uten slutt": 'x="' + "a" * (MB - 3),
    "skråstreker uten slutt": 'x="""' + "a\\" * 490_000,
    "styretegn": "x='" + "\x01" * 900_000 + "'",
    "bar tekst": "x=" + "a" * (MB - 2),
    "mellomrom": "x=1" + " " * (MB - 9) + "2",
    "linjer": "\n" * 999_000 + "x=,",
    "windowslinjer": "\r\n" * 499_000 + "x=,",
    "komma": "x=[" + "," * (MB - 5),
    "likhetstegn": "=" * MB,
    "ord": "a " * 499_000,
    "bokstaver": "å" * 499_000,
    "overskrift": "[" + '"a".' * 240_000,
    "stablede tegn": "x = a" + "\u0301" * 490_000,
    "feil til slutt": "x=[" + "1," * 99_000 + "14.02.1981]",
    "dobbel til slutt": "\n".join(f"a{i}=1" for i in range(29_000)) + "\na0=1",
}


PROGRAM = """
import json, sys
from tests.lesing.test_grenser import ONDE, Feilsamling, lest
try:
    from resource import RUSAGE_SELF, getrusage
except ImportError:
    getrusage = None
def mest(): return getrusage(RUSAGE_SELF).ru_maxrss if getrusage else 0
fra = mest()
svar = [(isinstance(galt, Feilsamling), len(str(galt))) for galt in map(lest, ONDE.values())]
json.dump({"minne": (mest() - fra) // 1000, "svar": dict(zip(ONDE, svar))}, sys.stdout)
"""


@pytest.fixture(scope="module")
def onde():
    """Hver fil lest i en egen prosess, som viser minnet; tidsgrensen er bare mot å henge."""
    svar = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=True,
        timeout=10 * len(ONDE),
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return json.loads(svar.stdout)


@pytest.mark.parametrize("navn", ONDE)
def test_onde_filer_gir_en_kort_melding(onde, navn):
    er_feil, lengde = onde["svar"][navn]
    assert er_feil
    assert lengde < 3000


def test_onde_filer_bruker_lite_minne_og_henger_ikke(onde):
    pytest.importorskip("resource")
    assert onde["minne"] < 100


def test_steder_i_en_stor_fil_bruker_lite_minne():
    fil = les_toml("x=[" + "[]," * 10_000 + "]", "f.toml")
    tracemalloc.start()
    try:
        assert fil.sted("x", 9_999).kolonne == 3 + 3 * 9_999 + 1
        _, mest = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert mest < 5 * MB
