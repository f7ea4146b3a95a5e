"""Hvor nøkler og verdier står: hvert sted peker på teksten det gjelder."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ytelsesrad.lesing import Sted, TomlFil, les_toml, les_toml_bytes
from ytelsesrad.lesing import tomlfil as modulen

FIL = r'''# Kommentar med [klammer] og x = 1
tema = "Før"   # etter
"rar nøkkel" . b = 'lit"eral'
[plan."10 timer"]
a.b.c = 1
liste = [ 1, # en
  [2, "to]"], { tre = 3, "fi re".x = [4] },
]
[[jobb]]
start = 2026-01-01
[[jobb]]
start = 2026-08-01 12:00:00
[jobb.sted]
by = """
Linje \
   en"" " \u00e5
to"""
[[jobb.turnus]]
t = 07:30:00
[[jobb.turnus]]
t = @@@
l1
''l2@@@
[plan]
x = true
'''.replace("@@@", "'" * 3)


@pytest.fixture(scope="module")
def fil() -> TomlFil:
    return les_toml(FIL, "f.toml")


def ord_paa(sted: Sted) -> tuple[int, str]:
    assert sted.linje is not None
    assert sted.kolonne is not None
    assert sted.kildelinje is not None
    assert FIL.split("\n")[sted.linje - 1] == sted.kildelinje
    return sted.linje, sted.kildelinje[sted.kolonne - 1 :][: sted.lengde]


@pytest.mark.parametrize(
    ("sti", "nokkel", "verdi"),
    [
        (("tema",), (2, "tema"), (2, '"Før"')),
        (("rar nøkkel",), (3, '"rar nøkkel"'), (3, '"rar nøkkel"')),
        (("rar nøkkel", "b"), (3, "b"), (3, "'lit\"eral'")),
        (("plan",), (24, "[plan]"), (24, "[plan]")),
        (("plan", "10 timer"), (4, '[plan."10 timer"]'), (4, '[plan."10 timer"]')),
        (("plan", "10 timer", "a", "b"), (5, "b"), (5, "b")),
        (("plan", "10 timer", "a", "b", "c"), (5, "c"), (5, "1")),
        (("plan", "10 timer", "liste"), (6, "liste"), (6, "[ 1, # en")),
        (("plan", "10 timer", "liste", 0), (6, "1"), (6, "1")),
        (("plan", "10 timer", "liste", 1), (7, '[2, "to]"]'), (7, '[2, "to]"]')),
        (("plan", "10 timer", "liste", 1, 1), (7, '"to]"'), (7, '"to]"')),
        (("plan", "10 timer", "liste", 2, "tre"), (7, "tre"), (7, "3")),
        (("plan", "10 timer", "liste", 2, "fi re"), (7, '"fi re"'), (7, '"fi re"')),
        (("plan", "10 timer", "liste", 2, "fi re", "x", 0), (7, "4"), (7, "4")),
        (("jobb",), (9, "[[jobb]]"), (9, "[[jobb]]")),
        (("jobb", 0), (9, "[[jobb]]"), (9, "[[jobb]]")),
        (("jobb", 0, "start"), (10, "start"), (10, "2026-01-01")),
        (("jobb", 1), (11, "[[jobb]]"), (11, "[[jobb]]")),
        (("jobb", 1, "start"), (12, "start"), (12, "2026-08-01 12:00:00")),
        (("jobb", 1, "sted"), (13, "[jobb.sted]"), (13, "[jobb.sted]")),
        (("jobb", 1, "sted", "by"), (14, "by"), (14, '"""')),
        (("jobb", 1, "turnus", 1, "t"), (21, "t"), (21, "'''")),
        (("plan", "x"), (25, "x"), (25, "true")),
    ],
)
def test_sted(fil, sti, nokkel, verdi):
    assert ord_paa(fil.sted(*sti)) == nokkel
    assert ord_paa(fil.sted(*sti, verdi=True)) == verdi


def test_sted_som_ikke_finnes_gir_det_naermeste_over(fil):
    assert ord_paa(fil.sted("jobb", 1, "lonn")) == (11, "[[jobb]]")
    assert ord_paa(fil.sted("jobb", 1, "lonn", verdi=True)) == (11, "[[jobb]]")
    assert ord_paa(fil.sted("jobb", 7)) == (9, "[[jobb]]")
    assert ord_paa(fil.sted("tema", "under")) == (2, "tema")
    assert fil.sted("borte", hvor="[borte]") == Sted("f.toml", hvor="[borte]")
    assert fil.sted() == Sted("f.toml")


def test_hvor_folger_med(fil):
    assert fil.sted("tema", hvor="[x]").hvor == "[x]"
    assert fil.sted_i_tekst(("tema",), 0, 1, hvor="[x]").hvor == "[x]"


def test_sted_i_tekst(fil):
    def i(sti: tuple[str | int, ...], ordet: str) -> tuple[int, str]:
        verdi: Any = fil.data
        for ledd in sti:
            verdi = verdi[ledd]
        return ord_paa(fil.sted_i_tekst(sti, verdi.index(ordet), len(ordet)))

    by = ("jobb", 1, "sted", "by")
    assert fil.data["jobb"][1]["sted"]["by"] == 'Linje en"" " å\nto'
    assert i(("tema",), "ør") == (2, "ør")
    assert i(("rar nøkkel", "b"), '"er') == (3, '"er')
    assert i(by, "Linje") == (15, "Linje")
    assert i(by, "en") == (16, "en")
    assert i(by, "å") == (16, "\\u00e5")
    assert i(by, "to") == (17, "to")
    assert i(("jobb", 1, "turnus", 1, "t"), "l2") == (23, "l2")
    assert i(("jobb", 1, "turnus", 1, "t"), "l1") == (22, "l1")


def test_sted_i_tekst_utenfor_teksten_og_i_det_som_ikke_er_tekst(fil):
    assert ord_paa(fil.sted_i_tekst(("tema",), 99, 4)) == (2, '"')
    assert ord_paa(fil.sted_i_tekst(("tema",), 1, 99)) == (2, "ør")
    assert ord_paa(fil.sted_i_tekst(("plan", "x"), 1, 2)) == (25, "true")
    assert ord_paa(fil.sted_i_tekst(("tema", "mer"), 1, 2)) == (2, "tema")


def test_windows_og_bom_flytter_ingenting():
    tekst = "a = 1\r\nb = 'x'\r\n"
    lest = les_toml_bytes(b"\xef\xbb\xbf" + tekst.encode(), "f.toml")
    assert lest.sted("b", verdi=True) == Sted("f.toml", 2, 5, "b = 'x'", 3)
    assert les_toml("\ufeff" + tekst, "f.toml").sted("a").kolonne == 1


def test_tall_leses_nøyaktig():
    data = les_toml("a = 236.54\nb = 1e3\nc = 7", "f.toml").data
    assert data == {"a": Decimal("236.54"), "b": Decimal(1000), "c": 7}
    assert [type(v) for v in data.values()] == [Decimal, Decimal, int]


def test_steder_letes_bare_opp_naar_noen_spor(monkeypatch):
    def nei(*_: object, **__: object) -> None:
        raise AssertionError("skulle ikke lete")

    monkeypatch.setattr(modulen, "Skanner", nei)
    lest = les_toml(FIL, "f.toml")
    with pytest.raises(AssertionError):
        lest.sted("tema")


# --- Tilfeldige filer --------------------------------------------------------------------------

TEGN = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
NAVN = st.text(st.sampled_from("abc-_19"), min_size=1, max_size=4)


def som_streng(tekst: str, form: int) -> str:
    """Skriv en tekst på en av de fire måtene, eller med koder for hvert tegn."""
    if form == 1 and "'" not in tekst:
        return f"'{tekst}'"
    if form == 2 and "'" not in tekst:
        return f"'''\n{tekst}'''"
    trygg = tekst.replace("\\", "\\\\").replace('"', '\\"')
    if form == 3:
        return f'"""\\\n  \n {trygg}\\  \n"""' if tekst[:1] not in (" ", "\t") else f'"{trygg}"'
    if form == 4:
        return '"' + "".join(f"\\U{ord(t):08x}" for t in tekst) + '"'
    return f'"{trygg}"'


tekster = st.builds(som_streng, st.text(TEGN, max_size=8), st.integers(0, 4))
nokler = st.one_of(
    NAVN, st.builds(som_streng, st.text(TEGN, max_size=4), st.sampled_from([0, 1, 4]))
)
skalarer = st.one_of(
    tekster,
    st.integers(-(10**12), 10**12).map(str),
    st.decimals(-(10**6), 10**6, places=3).map(str),
    st.booleans().map(lambda b: "true" if b else "false"),
    st.dates().map(str),
    st.datetimes().map(lambda d: d.replace(microsecond=0).isoformat(" ")),
    st.sampled_from(["0xFF", "1_000", "07:32:00", "1e5", "+3", "2026-01-01T00:00:00Z"]),
)
luft = st.sampled_from(["", " ", "\n", ' # k ] } "\n', "\n\n  "])


@st.composite
def lister(draw, verdi):
    ledd = draw(st.lists(verdi, max_size=4))
    deler = [draw(luft) + v + draw(luft) for v in ledd]
    komma = draw(st.sampled_from(["", ", "])) if deler else ""
    return "[" + ",".join(deler) + komma + draw(luft) + "]"


@st.composite
def inne_tabeller(draw, verdi):
    par = draw(st.dictionaries(nokler.filter(lambda n: n), verdi, max_size=3))
    return "{ " + ", ".join(f"{k} = {v}" for k, v in unike(par)) + " }"


def unike(par: dict[str, str]) -> list[tuple[str, str]]:
    sett: dict[str, tuple[str, str]] = {}
    for k, v in par.items():
        sett.setdefault(next(iter(tomllib.loads(f"{k} = 0"))), (k, v))
    return list(sett.values())


verdier = st.recursive(skalarer, lambda v: lister(v) | inne_tabeller(v), max_leaves=8)


HODER = ["", "[t{n}]", "[[l]]", "[[l.m]]", "[t{n}.{h}]", "[ d . {h}{n} ]"]
FORMER = ["{f}.{k} = {v}", "{f} . {k}={v}", '"{f}".{k}.x = {v} # m']


@st.composite
def filer(draw) -> str:
    """En gyldig fil med tabeller, lister av tabeller, nøkler med punktum og mye luft."""
    linjer = []
    for nummer in range(draw(st.integers(0, 4))):
        hode = draw(nokler)
        art = draw(st.sampled_from(HODER))
        if "{h}" in art and not hode.replace("-", "").isalnum():
            hode = "h"
        if art == "[[l.m]]" and "[[l]]" not in linjer:
            linjer.append("[[l]]")
        if art or not linjer:
            linjer.append(art.format(n=nummer, h=hode))
        for k, v in unike(draw(st.dictionaries(nokler, verdier, max_size=3))):
            # eget navn foran, så nøkkelen aldri møter en annen
            foran = f"k{len(linjer)}"
            form = draw(st.sampled_from(FORMER))
            linjer.append(form.format(f=foran, k=k, v=v))
        linjer.append(draw(st.sampled_from(["", "# [kommentar]", "  "])))
    return "\n".join(linjer)


def skalarer_i(data: Any, sti: tuple[str | int, ...] = ()):
    par: Any = ()
    if isinstance(data, dict):
        par = data.items()
    elif isinstance(data, list):
        par = enumerate(data)
    elif sti:
        yield sti, data
    for nokkel, verdi in par:
        yield from skalarer_i(verdi, (*sti, nokkel))


def resten(fil: TomlFil, sted: Sted) -> str:
    """Teksten fra et sted og ut filen."""
    assert sted.linje is not None
    assert sted.kolonne is not None
    return "\n".join(fil.tekst.split("\n")[sted.linje - 1 :])[sted.kolonne - 1 :]


@given(filer())
def test_stedet_til_hver_verdi_peker_paa_verdien(tekst):
    if not tekst.strip():
        return
    fil = les_toml(tekst, "f.toml")
    assert fil.data == tomllib.loads(tekst, parse_float=Decimal)
    for sti, verdi in skalarer_i(fil.data):
        sted = fil.sted(*sti, verdi=True)
        fra = resten(fil, sted)
        if isinstance(verdi, str):
            lest = les_forst(fra)
        else:
            assert sted.kildelinje is not None
            assert sted.kolonne is not None
            lest = les_forst(sted.kildelinje[sted.kolonne - 1 :][: sted.lengde])
        assert lest == verdi
        assert type(lest) is type(verdi)
        if isinstance(sti[-1], str):
            navn = fil.sted(*sti)
            assert navn.kildelinje is not None
            assert navn.kolonne is not None
            skrevet = navn.kildelinje[navn.kolonne - 1 :][: navn.lengde]
            assert tomllib.loads(f"{skrevet} = 0") == {sti[-1]: 0}


def les_forst(tekst: str) -> Any:
    """Verdien som teksten begynner med: den korteste begynnelsen som er en hel verdi."""
    if tekst[0] not in "\"'":
        return tomllib.loads(f"x = {tekst}", parse_float=Decimal)["x"]
    skille = tekst[0] * 3 if tekst.startswith(tekst[0] * 3) else tekst[0]
    slutt = len(skille)
    while True:
        slutt = tekst.index(skille, slutt) + len(skille)
        try:
            return tomllib.loads(f"x = {tekst[:slutt]}")["x"]
        except tomllib.TOMLDecodeError:
            continue


@given(filer())
def test_hvert_tegn_i_hver_tekst_har_sitt_sted(tekst):
    if not tekst.strip():
        return
    fil = les_toml(tekst, "f.toml")
    for sti, verdi in skalarer_i(fil.data):
        if not isinstance(verdi, str):
            continue
        for nummer, tegn in enumerate(verdi):
            sted = fil.sted_i_tekst(sti, nummer, 1)
            assert sted.kildelinje is not None
            assert sted.kolonne is not None
            skrevet = sted.kildelinje[sted.kolonne - 1 :][: sted.lengde]
            if skrevet != tegn:
                # et tegn med kode foran; etter \ kan et linjeskift følge før neste tegn
                assert skrevet.startswith("\\")
                kode = skrevet.split("\\")[1] if skrevet[1:2] != "\\" else "\\"
                assert tomllib.loads(f'x = "\\{kode.rstrip()}"')["x"] == tegn


def test_alle_slag_verdier_er_med_i_de_tilfeldige_filene():
    slag = {
        type(tomllib.loads(f"x = {v}", parse_float=Decimal)["x"])
        for v in (
            "'a'",
            "1",
            "1.5",
            "true",
            "2026-01-01",
            "2026-01-01 10:00:00",
            "07:32:00",
        )
    }
    assert slag == {str, int, Decimal, bool, date, datetime, time}
