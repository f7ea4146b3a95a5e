"""«utdyper», «i_stedet_for» og «sagt_av»: melding og overraskelse om det samme er én ting."""

from __future__ import annotations

import pytest

from tests.raad.lite_land import REGLER, situasjon
from ytelsesrad import Regelbok
from ytelsesrad.beregning import Beregning, regn
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.raad.overraskelser import Overraskelse, finn_overraskelser, note_navn
from ytelsesrad.visning.tekst.overraskelser import usagte

PLAN = "Med jobb"
JOBB = "start = 2031-03-01\ntimer = 100\ntakst = 100"
SETNING = "Kontoret visste ikke om slitet."


def land(melding: str = "", mappe: str = "stub") -> Regelbok:
    """Landet, med en melding til i en av mappene."""
    filer = {
        f.relative_to(REGLER).as_posix(): f.read_text(encoding="utf-8")
        for f in REGLER.rglob("*.toml")
    }
    fil = f"{mappe}/{mappe}.toml"
    if "[kilder]" not in filer[fil]:
        filer[fil] += '\n[kilder]\nloven = { navn = "Loven" }\n'
    if melding:
        filer[fil] += f"\n[[melding]]\n{melding}\n"
    return Regelbok.fra_tekst(filer)


def note(ordet: str, *slag: str, naar: str = "år = 2031") -> str:
    """En melding som sier hvilke overraskelser den hører til."""
    slagene = ", ".join(f'"{s}"' for s in slag)
    return (
        f'id = "grunnen"\ntype = "advarsel"\nperiode = "år"\nnaar = "{naar}"\nkilde = "loven"\n'
        f'tekst = "{SETNING}"\n{ordet} = [{slagene}]'
    )


def svar(melding: str = "", mappe: str = "stub") -> tuple[Beregning, dict[str, Overraskelse]]:
    """Svaret, og overraskelsene i planen med jobb etter slag."""
    bok = land(melding, mappe)
    beregning = regn(situasjon(bok, JOBB), bok)
    alle = finn_overraskelser(beregning)
    return beregning, {o.slag: o for o in alle if o.plan == PLAN}


def staar_igjen(beregning: Beregning) -> list[str]:
    """Meldingene i planen som overraskelsene ikke har sagt."""
    igjen = usagte(beregning.resultat, finn_overraskelser(beregning))
    return [note_navn(m) for p in igjen.planer if p.navn == PLAN for m in p.meldinger]


@pytest.fixture(scope="module")
def uten() -> dict[str, Overraskelse]:
    return svar()[1]


def test_uten_melding_sier_overraskelsen_det_selv(uten: dict[str, Overraskelse]) -> None:
    assert SETNING not in uten["oppgjor_til_gode"].tekst
    assert {o.meldinger for o in uten.values()} == {()}


def test_utdyper_staar_rett_etter(uten: dict[str, Overraskelse]) -> None:
    beregning, funnet = svar(note("utdyper", "oppgjor_til_gode"))
    o = funnet["oppgjor_til_gode"]
    assert o.tekst == f"{uten['oppgjor_til_gode'].tekst} {SETNING}"
    assert o.meldinger == ("stub.grunnen/2031",)
    assert staar_igjen(beregning) == []


def test_i_stedet_for_sies_i_stedet(uten: dict[str, Overraskelse]) -> None:
    beregning, funnet = svar(note("i_stedet_for", "oppgjor_til_gode"))
    o = funnet["oppgjor_til_gode"]
    assert o.tekst == SETNING
    assert o.belop == uten["oppgjor_til_gode"].belop
    assert o.meldinger == ("stub.grunnen/2031",)
    assert staar_igjen(beregning) == []


def test_sagt_av_lar_overraskelsen_staa(uten: dict[str, Overraskelse]) -> None:
    beregning, funnet = svar(note("sagt_av", "oppgjor_til_gode"))
    o = funnet["oppgjor_til_gode"]
    assert o.tekst == uten["oppgjor_til_gode"].tekst
    assert o.meldinger == ("stub.grunnen/2031",)
    assert staar_igjen(beregning) == []


@pytest.mark.parametrize("ordet", ["utdyper", "i_stedet_for", "sagt_av"])
@pytest.mark.parametrize(
    ("slag", "mappe"),
    [
        ("faller_bort", "stub"),
        ("oppgjor_til_gode", "slit"),
    ],
    ids=["et annet slag", "en annen mappe"],
)
def test_det_som_ikke_er_det_samme_sies_for_seg(
    uten: dict[str, Overraskelse], ordet: str, slag: str, mappe: str
) -> None:
    _, funnet = svar(note(ordet, slag), mappe)
    assert funnet["oppgjor_til_gode"] == uten["oppgjor_til_gode"]


@pytest.mark.parametrize("ordet", ["utdyper", "i_stedet_for", "sagt_av"])
def test_en_melding_kan_vaere_om_bare_en_ytelse(ordet: str) -> None:
    _, om_stub = svar(note(ordet, "oppgjor_til_gode") + '\nytelse = "stub"')
    assert om_stub["oppgjor_til_gode"].meldinger == ("stub.grunnen/2031",)
    _, om_slit = svar(note(ordet, "oppgjor_til_gode") + '\nytelse = "slit"')
    assert om_slit["oppgjor_til_gode"].meldinger == ()


@pytest.mark.parametrize("ordet", ["utdyper", "i_stedet_for", "sagt_av"])
def test_en_melding_er_om_sitt_eget_aar(ordet: str) -> None:
    bok = land(note(ordet, "oppgjor_til_gode", naar="år = 2032"))
    to_aar = "2031-01-15\nfra = 2031-01-01\ntil = 2032-12-31"
    alle = finn_overraskelser(regn(situasjon(bok, JOBB, dag=to_aar), bok))
    oppgjor = [o for o in alle if (o.plan, o.slag) == (PLAN, "oppgjor_til_gode")]
    assert {str(o.dato): o.meldinger for o in oppgjor} == {
        "2032-06-01": (),
        "2033-06-01": ("stub.grunnen/2032",),
    }


def test_to_overraskelser_med_den_samme_meldingen_er_en(uten: dict[str, Overraskelse]) -> None:
    assert {"oppgjor_til_gode", "regelendring"} <= set(uten)
    _, funnet = svar(note("i_stedet_for", "oppgjor_til_gode", "regelendring"))
    assert [o.tekst for o in funnet.values()].count(SETNING) == 1
    assert len(funnet) == len(uten) - 1


def test_en_grunn_staar_bare_etter_den_som_veier_mest() -> None:
    _, funnet = svar(note("utdyper", "oppgjor_til_gode", "regelendring"))
    med = [o for o in funnet.values() if SETNING in o.tekst]
    assert [o.rang for o in med] == [
        min(funnet[s].rang for s in ("oppgjor_til_gode", "regelendring"))
    ]


@pytest.mark.parametrize("ordet", ["utdyper", "i_stedet_for", "sagt_av"])
def test_et_slag_som_ikke_finnes_er_en_feil_med_forslag(ordet: str) -> None:
    with pytest.raises(Feilsamling) as e:
        land(note(ordet, "oppgjor_til_god"))
    (feil,) = e.value.feil
    assert feil.hva == ("Overraskelsen «oppgjor_til_god» finnes ikke. Mente du «oppgjor_til_gode»?")
    assert feil.rett == f'{ordet} = ["oppgjor_til_gode"]'
    assert feil.sted.fil == "stub/stub.toml"
    assert feil.sted.linje is not None
