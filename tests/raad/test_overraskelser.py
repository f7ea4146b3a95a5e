"""Overraskelsene: det som skal sies, sies, og det som ikke overrasker, sies ikke."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROT, forsok
from tests.raad.lite_land import regnet
from ytelsesrad import Bevegelse, Regelbok, Situasjon, finn_grenser
from ytelsesrad.beregning import Beregning, Planresultat, regn
from ytelsesrad.raad.overraskelser import (
    Overraskelse,
    finn_overraskelser,
    note_navn,
    oppgjorene,
    viktigste,
)
from ytelsesrad.raad.overraskelser.ramme import Ramme
from ytelsesrad.visning.tekst.bokser import overrasker
from ytelsesrad.visning.tekst.overraskelser import usagte

JOBB = "start = 2031-03-01\ntimer = 100\ntakst = 100"
EKSEMPLER = ROT / "docs" / "eksempler"


@cache
def norsk() -> Regelbok:
    """Regelboken én gang."""
    return Regelbok.standard()


@cache
def eksempel(fil: str) -> tuple[Beregning, tuple[Overraskelse, ...]]:
    """Et av eksemplene, regnet ut én gang."""
    beregning = regn(Situasjon.les(Path(EKSEMPLER / fil), norsk()), norsk())
    return beregning, finn_overraskelser(beregning)


def av(alle: Iterable[Overraskelse], plan: str, slag: str = "") -> list[Overraskelse]:
    """En plans overraskelser, kanskje av ett slag."""
    return [o for o in alle if o.plan == plan and slag in ("", o.slag)]


# ── De to eksemplene alle kjenner ───────────────────────────────────────────────────────────────


def test_sam_faar_mindre_for_lonnen_kommer() -> None:
    _, alle = eksempel("p1.toml")
    (o,) = av(alle, "50 prosent stilling", "settes_ned_foer_pengene")
    assert (o.maaned, str(o.dato), o.belop, o.alvor) == (
        "2026-01",
        "2026-02-12",
        Decimal(-3904),
        "stopp",
    )
    assert o.rang == 1
    assert "svakeste" in o.tekst
    assert av(alle, "50 prosent stilling", "svakeste_maaned") == []


def test_sam_har_tre_utbetalinger_i_april_og_september() -> None:
    _, alle = eksempel("p1.toml")
    (o,) = av(alle, "Som nå", "flere_utbetalinger")
    assert o.tekst.startswith("I april og september\u00a02026 kommer AAP tre ganger.")


def test_sam_mister_aap_over_taket_og_faar_det_sagt() -> None:
    _, alle = eksempel("p1.toml")
    (o,) = av(alle, "65 prosent stilling", "faller_bort")
    assert (o.ytelse, o.maaned) == ("aap", "2026-02")
    assert not av(alle, "60 prosent stilling", "faller_bort")


def test_sams_aap_tar_slutt_det_foelgende_aaret() -> None:
    _, alle = eksempel("p1.toml")
    (o,) = av(alle, "Som nå", "slutter")
    assert str(o.dato) == "2027-08-12"
    assert "Vi regner med" in o.tekst


def test_maris_januar_ser_for_god_ut() -> None:
    beregning, alle = eksempel("p4.toml")
    (o,) = av(alle, "10 timer i uka", "ser_for_god_ut")
    januar, februar = beregning.resultat.planer[1].maaneder[:2]
    assert (o.maaned, o.belop) == ("2026-01", februar.netto - januar.netto)
    assert "uføretrygd går ned og bostøtte faller bort" in o.tekst


def test_mari_faar_penger_til_gode_hosten_etter() -> None:
    _, alle = eksempel("p4.toml")
    oppgjor = av(alle, "10 timer i uka", "oppgjor_til_gode")
    assert [(o.betalinger, o.belop) for o in oppgjor] == [
        (("etteroppgjor",), Decimal(29944)),
        (("skatteoppgjor",), Decimal(2687)),
    ]
    assert oppgjor[0].hvorfor
    assert "288\u00a0956" in oppgjor[0].hvorfor


def test_maris_bostotte_faller_bort_og_uforetrygden_kommer_igjen() -> None:
    _, alle = eksempel("p4.toml")
    (borte,) = av(alle, "10 timer i uka", "faller_bort")
    (ned,) = av(alle, "10 timer i uka", "settes_ned")
    assert (borte.ytelse, borte.maaned) == ("bostotte", "2026-02")
    assert (ned.ytelse, ned.alvor) == ("uforetrygd", "obs")
    assert "29\u00a0944" in ned.tekst


def test_ninas_restskatt_og_sommeren_uten_lonn() -> None:
    beregning, alle = eksempel("full.toml")
    verst = av(alle, "Som nå")[0]
    assert (verst.slag, verst.alvor, verst.belop) == ("oppgjor_tilbake", "stopp", Decimal(-35805))
    # Én overraskelse, selv om den betales to ganger.
    assert verst.betalinger == ("restskatt", "restskatt_andretermin")
    assert len([o for o in av(alle, "Som nå", "oppgjor_tilbake") if o.maaned == "2027-08"]) == 1
    ferie = av(alle, "Som nå", "egen_maaned_uteblir")
    assert [o.maaned for o in ferie] == ["2026-06", "2027-06"]
    assert "juli" in ferie[0].tekst
    # Den svakeste måneden er den restskatten betales i. Det er sagt der.
    assert [o.belop for o in av(alle, "Som nå", "svakeste_maaned")] == []
    (svakest,) = (m for m in beregning.resultat.planer[0].maaneder if m.lavest)
    assert svakest.maaned == verst.maaned == "2027-08"


@pytest.mark.parametrize("fil", ["p1.toml", "p4.toml", "full.toml", "uforetrygd/2-par.toml"])
def test_hver_overraskelse_er_hel(fil: str) -> None:
    beregning, alle = eksempel(fil)
    for plan in beregning.resultat.planer:
        egne = av(alle, plan.navn)
        assert [o.rang for o in egne] == list(range(1, len(egne) + 1))
        assert len({o.id for o in egne}) == len(egne)
        assert list(viktigste(alle, plan.navn)) == egne[:3]
        assert [o.alvor for o in egne] == sorted(
            (o.alvor for o in egne), key=["stopp", "obs", "info"].index
        )
        for o in egne:
            assert o.tekst.endswith(".")
            assert "None" not in o.tekst + (o.gjor or "")
            assert set(o.regler) <= set(norsk().samling.regler)
            assert set(o.betalinger) <= {b.id for b in norsk().program.betalinger}


def test_likt_inn_gir_likt_ut() -> None:
    beregning, alle = eksempel("p1.toml")
    assert finn_overraskelser(beregning) == alle


# ── Grensene på en linje ────────────────────────────────────────────────────────────────────────


def test_den_som_staar_paa_kanten_faar_vite_det() -> None:
    situasjon = Situasjon.les(Path(EKSEMPLER / "p1.toml"), norsk())
    langs = [Bevegelse("stillingsprosent", Decimal(0), Decimal(80))]
    g = finn_grenser(situasjon, norsk(), langs, plan="60 prosent stilling")
    alle = finn_overraskelser(eksempel("p1.toml")[0], [g])
    (naer,) = av(alle, "60 prosent stilling", "naer_grense")
    assert naer.alvor == "stopp"
    assert naer.belop is not None
    assert naer.belop < 0
    assert naer.tekst.startswith("Du har ingen margin: 45\u00a0timer er taket")
    assert naer.meldinger == ("aap.ingen_margin/2026",)
    (borte,) = av(alle, "65 prosent stilling", "faller_bort")
    assert "Du arbeider mer enn 60\u00a0prosent på 26 meldekort" in borte.tekst
    assert av(alle, "65 prosent stilling", "over_grense") == []  # det samme er alt sagt
    assert av(alle, "30 prosent stilling", "naer_grense") == []
    assert av(eksempel("p1.toml")[1], "60 prosent stilling", "naer_grense") == []


# ── Et oppfunnet land: hver overraskelse med og uten det som gir den ────────────────────────────


def slagene(beregning: Beregning, plan: str = "Med jobb") -> dict[str, Overraskelse]:
    """Slag → overraskelse i en plan."""
    return {o.slag: o for o in finn_overraskelser(beregning) if o.plan == plan}


def test_ventetiden_i_et_annet_land() -> None:
    o = slagene(regnet(JOBB))["settes_ned_foer_pengene"]
    assert (o.maaned, o.belop) == ("2031-03", Decimal(-5000))
    assert o.tekst.startswith("Stub går ned med en gang, men slit kommer først")


def test_uten_jobb_er_det_ingen_ventetid() -> None:
    assert set(slagene(regnet(), "Som nå")) == {"regelendring"}


def test_den_som_ikke_har_noe_som_gaar_ned_venter_bare() -> None:
    funnet = slagene(regnet(JOBB, "stub_til = 2030-06-30"))
    assert "settes_ned_foer_pengene" not in funnet
    assert funnet["opptjent_foer_betalt"].maaned == "2031-03"
    assert "settes_ned" not in funnet


def test_en_jobb_som_begynte_aaret_for_er_ingen_overraskelse() -> None:
    funnet = slagene(regnet(JOBB.replace("2031-03", "2030-03")))
    assert "opptjent_foer_betalt" not in funnet


def test_det_som_slutter_i_tidsrommet() -> None:
    o = slagene(regnet(felles="stub_til = 2031-08-31"), "Som nå")["slutter"]
    assert (str(o.dato), o.alvor) == ("2031-08-31", "stopp")
    o = slagene(regnet(felles="stub_til = 2032-08-31"), "Som nå")["slutter"]
    assert o.alvor == "obs"
    assert "slutter" not in slagene(regnet(felles="stub_til = 2033-08-31"), "Som nå")


def test_det_som_faller_bort_naar_en_tjener_nok() -> None:
    mye = "start = 2031-03-01\ntimer = 200\ntakst = 150"
    o = slagene(regnet(mye))["faller_bort"]
    assert o.ytelse == "stub"
    assert "faller_bort" not in slagene(regnet(JOBB))


def test_regelendringen_ligger_foran_eller_bak() -> None:
    o = slagene(regnet(JOBB))["regelendring"]
    assert str(o.dato) == "2031-09-01"
    assert o.regler == ("stub.andel",)
    assert "regelendring" not in slagene(regnet(JOBB, dag="2031-10-01"))


def test_oppgjoret_har_regelens_egen_setning() -> None:
    o = slagene(regnet(JOBB))["oppgjor_til_gode"]
    assert (o.belop, str(o.dato)) == (Decimal(10000), "2032-06-01")
    assert o.hvorfor == "Oppgjøret for 2031 er 10\u00a0000\u00a0kroner."


# ── Det som alltid er sant ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("belop", "ventet"), [(-532, 40), (-1_199, 100), (-6_000, 500)])
def test_et_lite_krav_blir_ikke_null_kroner_i_maaneden(belop: int, ventet: int) -> None:
    class Si:
        kroner = staticmethod(str)

        def __call__(self, _: str, *, belop: str, aar: int) -> str:
            return f"{belop} fra {aar}"

    ramme = cast("Ramme", SimpleNamespace(s=Si()))
    assert oppgjorene._gjor(ramme, Decimal(belop), 2027) == f"{ventet} fra 2027"


def _oppgjort(alle: Iterable[Overraskelse]) -> Decimal:
    belop = (o.belop for o in alle if o.slag.startswith("oppgjor"))
    return sum((b for b in belop if b is not None), Decimal(0))


def smaatt(plan: Planresultat) -> Decimal:
    """Det to oppgjør som ikke overrasker, kan være: to hundredeler av en vanlig måned."""
    netto = sorted(m.netto for m in plan.maaneder)
    return netto[(len(netto) - 1) // 2] / 50


@forsok(10)
@given(
    timer=st.integers(0, 200),
    takst=st.integers(80, 150),
    maaned=st.integers(1, 12),
    stub=st.integers(8_000, 12_000),
)
def test_oppgjorene_er_de_samme_som_i_svaret(
    timer: int, takst: int, maaned: int, stub: int
) -> None:
    jobb = f"start = 2031-{maaned:02d}-01\ntimer = {timer}\ntakst = {takst}"
    beregning = regnet(jobb, f"full_stub = {stub}")
    alle = finn_overraskelser(beregning)
    for plan in beregning.resultat.planer:
        sagt = _oppgjort(av(alle, plan.navn))
        assert abs(
            sagt - sum((o.belop for a in plan.aar for o in a.oppgjor), Decimal(0))
        ) <= smaatt(plan)
        for o in av(alle, plan.navn, "settes_ned_foer_pengene"):
            ventet = [m for m in plan.maaneder if o.maaned and m.maaned == o.maaned]
            assert o.belop is not None
            assert o.belop < 0
            assert ventet[0].mot_grunnlag is not None
            assert ventet[0].mot_grunnlag < 0


@forsok(4)
@given(timer=st.integers(0, 37), start=st.sampled_from(["2026-01-01", "2026-04-01", "2026-09-01"]))
def test_oppgjorene_for_uforetrygd_er_de_samme(timer: int, start: str) -> None:
    from tests.beregning.personer import mari

    beregning = regn(Situasjon.les(mari(timer, start=start), norsk()), norsk())
    alle = finn_overraskelser(beregning)
    for plan in beregning.resultat.planer:
        sagt = _oppgjort(av(alle, plan.navn))
        assert abs(
            sagt - sum((o.belop for a in plan.aar for o in a.oppgjor), Decimal(0))
        ) <= smaatt(plan)


# ── Hver ting én gang ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fil", ["p1.toml", "p3.toml", "p4.toml", "p10.toml"])
def test_det_meldingene_og_overraskelsene_er_enige_om_sies_en_gang(fil: str) -> None:
    beregning, alle = eksempel(fil)
    resultat = beregning.resultat
    sagt = {(o.plan, m) for o in alle for m in o.meldinger}
    assert sagt
    igjen = usagte(resultat, alle)
    for foer, etter in zip(resultat.planer, igjen.planer, strict=True):
        borte = {note_navn(m) for m in foer.meldinger} - {note_navn(m) for m in etter.meldinger}
        assert borte == {m for plan, m in sagt if plan == foer.navn}
    tekst = "\n".join("\n".join(overrasker(resultat, 100, alle)).split())
    for bare_en_gang in ("første\nlønn\nkommer", "I\nnoen\nmåneder\nkommer"):
        assert bare_en_gang not in tekst


def test_grunnen_staar_i_overraskelsen() -> None:
    _, alle = eksempel("p4.toml")
    (oppgjor, _) = av(alle, "10 timer i uka", "oppgjor_til_gode")
    assert "Grunnen er at Nav ikke tok det nye bunnfradraget i bruk" in oppgjor.tekst
    assert set(oppgjor.meldinger) == {
        "uforetrygd.sen_regelendring_2026/2026",
        "uforetrygd.etteroppgjor_til_deg/2026",
    }


def test_smaa_oppgjor_overrasker_ingen() -> None:
    beregning, alle = eksempel("p7.toml")
    smaa = [o.belop for p in beregning.resultat.planer for a in p.aar for o in a.oppgjor]
    assert Decimal(-1) in smaa
    assert all(abs(o.belop or Decimal(0)) > 100 for o in alle if o.slag.startswith("oppgjor"))
