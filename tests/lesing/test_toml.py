"""Plassen til hver verdi, og hva som står når filen ikke er TOML."""

from __future__ import annotations

import contextlib
import tomllib
import tracemalloc
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.lesing import Feilsamling, les_toml, les_toml_bytes

MELDINGER = [
    (
        "timelonn = 236,54",
        """\
S01  mari.toml, linje 1, kolonne 12
       timelonn = 236,54
                  ^^^^^^
     Tall i filen skrives med punktum, ikke komma.
     Rett: timelonn = 236.54""",
    ),
    (
        "fodt = 14.02.1981",
        """\
S01  mari.toml, linje 1, kolonne 8
       fodt = 14.02.1981
              ^^^^^^^^^^
     Datoen må skrives med år først.
     Rett: fodt = 1981-02-14""",
    ),
    (
        "start = 2026-02-30",
        """\
S01  mari.toml, linje 1, kolonne 9
       start = 2026-02-30
               ^^^^^^^^^^
     30. februar finnes ikke. Februar 2026 har 28 dager.
     Rett: start = 2026-02-28  eller  start = 2026-03-01""",
    ),
    (
        "ifu = 24 461",
        """\
S01  mari.toml, linje 1, kolonne 7
       ifu = 24 461
             ^^^^^^
     Tall skrives uten mellomrom.
     Rett: ifu = 24_461""",
    ),
    (
        "a = 1\nkommune = Oslo",
        """\
S01  mari.toml, linje 2, kolonne 11
       kommune = Oslo
                 ^^^^
     Tekst må stå i hermetegn.
     Rett: kommune = "Oslo\"""",
    ),
    (
        "gift = ja",
        """\
S01  mari.toml, linje 1, kolonne 8
       gift = ja
              ^^
     Ja og nei skrives true og false, ikke ja.
     Rett: gift = true""",
    ),
    (
        "a = 1\na = 2",
        """\
S01  mari.toml, linje 2, kolonne 1
       a = 2
       ^
     Nøkkelen «a» står to ganger. Bare én kan gjelde.
     Rett: Slett den ene.""",
    ),
    (
        "a 1",
        """\
S01  mari.toml, linje 1, kolonne 3
       a 1
         ^
     Det mangler et likhetstegn mellom navnet og verdien.
     Rett: navn = verdi""",
    ),
    (
        "lønn = 1",
        """\
S01  mari.toml, linje 1, kolonne 1
       lønn = 1
       ^^^^
     «lønn» kan ikke stå slik som nøkkel: æ, ø, å og mellomrom må ha hermetegn.
     Rett: "lønn" = …   eller, om det er et kjent navn, skriv å som a, ø som o og æ som a.""",
    ),
    (
        '[plan."10 timer"]\na = 1\n[plan."10 timer"]\nb = 1',
        """\
S01  mari.toml, linje 3, kolonne 1
       [plan."10 timer"]
       ^^^^^^^^^^^^^^^^^
     Tabellen «plan."10 timer"» står to ganger. Da kan de ikke skilles.
     Rett: Gi den ene et annet navn, for eksempel [plan."10 timer 2"], eller slå dem sammen.""",
    ),
]


@pytest.mark.parametrize(("tekst", "ventet"), MELDINGER, ids=[t[:14] for t, _ in MELDINGER])
def test_melding(tekst, ventet):
    with pytest.raises(Feilsamling) as feil:
        les_toml(tekst, "mari.toml", "S")
    assert str(feil.value) == ventet


@pytest.mark.parametrize(
    "tekst",
    ["a = [1, 2", "a = {b = 1", 'a = "x', "[a", "= 1", "a =", "a = 1 2", "a = 'x", 'a = """x'],
)
def test_alt_annet_har_ogsa_sted_og_rad(tekst):
    with pytest.raises(Feilsamling) as feil:
        les_toml(tekst, "x.toml")
    (f,) = feil.value.feil
    assert f.kode == "R01"
    assert f.sted.linje == 1
    assert f.hva.endswith(".")
    assert f.rett


def test_andre_tegnsett_enn_utf8():
    with pytest.raises(Feilsamling, match="UTF-8"):
        les_toml_bytes("a = 'blåbær'".encode("latin-1"), "x.toml")


def test_bom_og_windows_linjer_er_greit():
    fil = les_toml_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "x.toml")
    assert fil.data == {"a": 1, "b": 2}
    assert fil.sted("b").linje == 2


FIENDTLIG = {
    "tall": "a = " + "9" * 5_000,
    "nan": "a = nan",
    "inf": "a = [1, -inf]",
    "dypt": "a = " + "[" * 3_000,
    "dype tabeller": "a = " + "{b = " * 3_000,
    "lang nøkkel": '"' + "k" * 40_000 + '" = 1',
    "lang nøkkel uten hermetegn": "k" * 40_000 + " = 1",
    "stor fil": "a = 1 # " + "x" * 1_200_000,
    "desimaler": "a = 0." + "1" * 5_000,
}


@pytest.mark.parametrize("navn", FIENDTLIG)
def test_fiendtlige_filer_stoppes_uten_mye_minne(navn):
    tracemalloc.start()
    with pytest.raises(Feilsamling) as feil:
        les_toml(FIENDTLIG[navn], "x.toml")
    _, topp = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert feil.value.feil[0].kode == "R02"
    assert len(str(feil.value)) < 2_000
    assert topp < 100_000_000


def test_styretegn_naar_ikke_skjermen():
    with pytest.raises(Feilsamling) as feil:
        les_toml("a = \x1b[31m rød", "x.toml")
    assert "\x1b" not in str(feil.value)


@given(st.binary(max_size=300))
def test_tilfeldige_bytes_gir_bare_en_fil_eller_en_feil(data):
    with contextlib.suppress(Feilsamling):
        les_toml_bytes(data, "x.toml")


# ── Plassene ────────────────────────────────────────────────────────────────────────────────────

NAVN = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
ENKLE = st.one_of(
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=2),
    st.booleans(),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12),
)
VERDIER = st.recursive(
    ENKLE,
    lambda under: st.one_of(st.lists(under, max_size=3), st.dictionaries(NAVN, under, max_size=3)),
    max_leaves=6,
)


def skriv(verdi: object) -> str:
    match verdi:
        case bool():
            return "true" if verdi else "false"
        case str():
            return '"' + verdi.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(skriv(v) for v in verdi) + "]"
        case dict():
            return "{ " + ", ".join(f"{n} = {skriv(v)}" for n, v in verdi.items()) + " }"
        case date():
            return verdi.isoformat()
        case _:
            return str(verdi)


def blader(verdi: object, sti: tuple[str | int, ...] = ()):
    match verdi:
        case dict():
            for navn, under in verdi.items():
                yield from blader(under, (*sti, navn))
        case list():
            for i, under in enumerate(verdi):
                yield from blader(under, (*sti, i))
        case _:
            yield sti, verdi


@given(st.dictionaries(NAVN, st.dictionaries(NAVN, VERDIER, min_size=1, max_size=4), min_size=1))
def test_plassen_til_hver_verdi_er_der_verdien_staar(tabeller):
    tekst = "".join(
        f"# en kommentar med [klammer] og = tegn\n[{navn}]\n"
        + "".join(f"{n} = {skriv(v)}  # etter\n" for n, v in tabell.items())
        for navn, tabell in tabeller.items()
    )
    fil = les_toml(tekst, "x.toml")
    linjer = tekst.split("\n")
    for sti, verdi in blader(fil.data):
        sted = fil.sted(*sti, verdi=True)
        assert sted.linje is not None
        assert sted.kolonne is not None
        rest = linjer[sted.linje - 1][sted.kolonne - 1 :][: sted.lengde]
        assert tomllib.loads(f"x = {rest}", parse_float=Decimal)["x"] == verdi


def test_plassen_i_en_flerlinjet_formel():
    fil = les_toml('a = """\n  1 +\n  ukjent\n"""\n', "x.toml")
    tekst = fil.data["a"]
    sted = fil.sted_i_tekst(("a",), tekst.index("ukjent"), len("ukjent"))
    assert (sted.linje, sted.kolonne, sted.lengde) == (3, 3, 6)


def test_lister_av_tabeller_og_tabeller_under_dem():
    fil = les_toml("[[jobb]]\na = 1\n[[jobb]]\na = 2\n[jobb.b]\nc = 3\n", "x.toml")
    assert [fil.sted("jobb", i, "a").linje for i in (0, 1)] == [2, 4]
    assert fil.sted("jobb", 1, "b", "c").linje == 6
