"""Filer som ikke er TOML: hele meldingen, ord for ord."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lesing.tilfeller import TILFELLER
from ytelsesrad.lesing import Feilsamling, les_toml, les_toml_bytes


def tilfeller():
    svar = []
    for tilfelle in TILFELLER.strip().split("\n=====\n"):
        tekst, melding = tilfelle.removesuffix("\n=====").split("\n-----\n")
        svar.append(pytest.param(tekst, melding, id=tekst.strip().replace("\n", " ¤ ")))
    return svar


def melding_om(tekst: str | bytes, serie="S") -> str:
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    with pytest.raises(Feilsamling) as galt:
        les_toml_bytes(data, "mari.toml", serie)
    assert len(galt.value.feil) == 1
    return str(galt.value)


@pytest.mark.parametrize(("tekst", "melding"), tilfeller())
def test_hele_meldingen(tekst, melding):
    assert melding_om(tekst + "\n", melding[0]) == melding


@pytest.mark.parametrize(("tekst", "melding"), tilfeller())
def test_linjeslutt_fra_windows_gir_samme_melding(tekst, melding):
    windows = "\ufeff" + tekst.replace("\n", "\r\n") + "\r\n"
    assert melding_om(windows, melding[0]) == melding
    assert melding_om(windows.encode(), melding[0]) == melding


def test_forslaget_er_gyldig_toml():
    """En melding med ett forslag som er en linje: den skal kunne limes inn."""
    antall = 0
    for tilfelle in tilfeller():
        tekst, melding = str(tilfelle.values[0]), str(tilfelle.values[1])
        rett = melding.partition("Rett: ")[2]
        if "\n" in tekst or " = " not in rett or "eller" in rett or "…" in rett:
            continue
        if rett.startswith(("Gi", "Slett", "Skriv", "En linje")) or "i_bruk" in rett:
            continue
        les_toml("\n".join(linje.strip() for linje in rett.split("\n")), "rett.toml")
        antall += 1
    assert antall > 40


def test_nan_og_inf():
    assert melding_om("x = nan") == (
        "S02  mari.toml, linje 1, kolonne 5\n"
        "       x = nan\n"
        "           ^^^\n"
        "     «nan» er ikke et tall vi kan regne med.\n"
        '     Rett: Skriv et vanlig tall, eller, hvis du ikke vet:  x = "vet ikke"'
    )
    assert melding_om("x = [1, -inf]", "R") == (
        "R02  mari.toml, linje 1, kolonne 9\n"
        "       x = [1, -inf]\n"
        "               ^^^^\n"
        "     «-inf» er ikke et tall vi kan regne med.\n"
        "     Rett: Skriv et vanlig tall."
    )


@pytest.mark.parametrize("tom", ["", " \n\t\n", "\ufeff", b"", b"\xef\xbb\xbf\r\n"])
def test_tom_fil(tom):
    assert melding_om(tom) == (
        "S01  mari.toml\n     Filen er tom.\n     Rett: Fyll den ut, eller slett den."
    )


def test_bare_merknader_er_en_fil_uten_innhold():
    assert les_toml("# senere\n", "f.toml").data == {}


def test_ikke_utf8():
    assert melding_om('a = 1\nby = "Bodø"'.encode("latin-1")) == (
        "S01  mari.toml, linje 2, kolonne 10\n"
        '       by = "Bodø"\n'
        "                ^\n"
        "     Filen er ikke lagret som UTF-8, så æ, ø, å og andre tegn kan ikke leses sikkert.\n"
        "     Rett: Lagre filen på nytt med tegnsettet UTF-8."
    )
    assert melding_om("a = 1".encode("utf-16")) == (
        "S01  mari.toml\n"
        "     Filen er lagret som UTF-16, ikke UTF-8.\n"
        "     Rett: Lagre filen på nytt med tegnsettet UTF-8."
    )


@pytest.mark.parametrize(
    ("tekst", "kolonne", "vist", "nummer"),
    [
        ("x = 'a\x1b[31mb'", 7, "x = 'a␛[31mb'", "001B"),
        ("x = 1 # \x00", 9, "x = 1 # ␀", "0000"),
        ("a\rb = 1", 2, "a␍b = 1", "000D"),
        ('x = "a\x7f"', 7, 'x = "a␡"', "007F"),
    ],
)
def test_usynlige_tegn_naar_aldri_terminalen(tekst, kolonne, vist, nummer):
    assert melding_om(tekst) == (
        f"S01  mari.toml, linje 1, kolonne {kolonne}\n"
        f"       {vist}\n"
        f"{' ' * (6 + kolonne)}^\n"
        f"     Her står et usynlig tegn (U+{nummer}) som ikke kan stå i filen.\n"
        "     Rett: Slett tegnet."
    )


def test_tabulator_vises_som_fire_mellomrom():
    assert melding_om("\tx\t= 100 000") == (
        "S01  mari.toml, linje 1, kolonne 6\n"
        "           x    = 100 000\n"
        "                  ^^^^^^^\n"
        "     Tall skrives uten mellomrom.\n"
        "     Rett: x = 100_000"
    )


def test_serien_velger_bokstav():
    assert melding_om("x =", "R").startswith("R01  ")
    with pytest.raises(Feilsamling) as galt:
        les_toml("x =", "f.toml")
    assert galt.value.feil[0].kode == "R01"


def bare_feilsamling(lesing) -> None:
    try:
        lesing()
    except Feilsamling as galt:
        tekst = str(galt)
        assert tekst
        assert all(t == "\n" or t.isprintable() or t in "\u00a0\u2009\u202f" for t in tekst)


@given(st.binary(max_size=300))
def test_tilfeldige_byte_gir_bare_feilsamling(data):
    bare_feilsamling(lambda: les_toml_bytes(data, "f.toml"))


@given(st.text(st.sampled_from("abå01-:.,= \t\n\r\"'\\[]{}#_+enf«\x00\x1b"), max_size=120))
def test_tilfeldig_nesten_toml_gir_bare_feilsamling(tekst):
    for serie in ("R", "S"):
        bare_feilsamling(lambda s=serie: les_toml(tekst, "f.toml", s))


@given(st.sampled_from([str(t.values[0]) for t in tilfeller()]), st.data())
def test_odelagte_filer_gir_bare_feilsamling(tekst, data):
    fra = data.draw(st.integers(0, len(tekst)))
    til = data.draw(st.integers(fra, len(tekst)))
    inn = data.draw(st.text(st.sampled_from("1.,=\"'[]{}#\\\n å"), max_size=3))
    bare_feilsamling(lambda: les_toml(tekst[:fra] + inn + tekst[til:], "f.toml", "S"))


def test_enslige_surrogater_i_teksten():
    bare_feilsamling(lambda: les_toml("x = '\ud800", "f.toml"))
    bare_feilsamling(lambda: les_toml("\ud800 = 1", "\udcff.toml"))
