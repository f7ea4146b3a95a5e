"""«grenser» fra kommandolinjen: langs det planen oppgir, som tillegg, som andel og fra en dag."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from ytelsesrad.kommandolinje import hoved

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"


@pytest.fixture
def kjor(capsys: pytest.CaptureFixture[str]):
    def kall(*argumenter: str, person: str = "p4") -> tuple[int, str, str]:
        kode = hoved(["grenser", str(EKSEMPLER / f"{person}.toml"), *argumenter])
        ut, feil = capsys.readouterr()
        return kode, " ".join(ut.split()), " ".join(feil.split())

    return kall


def svaret(kjor, *argumenter: str, person: str = "p4"):
    return json.loads(kjor(*argumenter, "--format", "json", person=person)[1])


def belop_ved(data, sted: int) -> Decimal:
    """Beløpet et sted på linjen, mellom endene av den rette streken der."""
    ende = ("fra", "til", "belop_fra", "belop_til")
    for x in data["strekninger"]:
        fra, til, a, b = (Decimal(x[navn]) for navn in ende)
        if fra <= sted <= til:
            return a + (b - a) * (sted - fra) / (til - fra)
    raise AssertionError(sted)


def test_uten_langs_gaar_den_langs_det_planen_oppgir(kjor) -> None:
    data = svaret(kjor)
    assert data["plan"] == "10 timer i uka"
    assert [x["inndata"] for x in data["langs"]] == ["lonn.timer_per_uke"]
    assert svaret(kjor, "--plan", "20 timer i uka")["plan"] == "20 timer i uka"
    _, tekst, _ = kjor()
    assert tekst.startswith("Grenser langs timer i uka, fra 0 til 40 timer · 10 timer i uka")


def test_som_tillegg_sier_mer_og_mindre_enn_i_planen(kjor) -> None:
    valg = ("--langs", "timer_per_uke", "--fra", "-5", "--til", "25", "--som", "tillegg")
    plan = ("--plan", "10 timer i uka")
    _, tekst, _ = kjor(*valg, *plan)
    assert "fra 5 timer mindre til 25 timer mer enn i planen" in tekst
    assert "OVER 21,8 TIMER MER ENN I PLANEN" in tekst
    assert "Bunnfradrag (136 549 kroner): 1,1 timer mer" in tekst
    assert "med så mye mer eller mindre enn i planen hele tiden" in tekst
    # det samme stedet som når timene er lagt inn som de er
    som_tillegg, som_verdi = svaret(kjor, *valg, *plan), svaret(kjor, *plan)
    steder = [Decimal(t["ved"]) + 10 for t in som_tillegg["terskler"]]
    alle = [Decimal(t["ved"]) for t in som_verdi["terskler"] if Decimal(t["ved"]) >= 5]
    assert all(abs(a - b) < Decimal("0.01") for a, b in zip(steder, alle, strict=True))


def test_som_andel_sier_av_det_som_staar_i_planen(kjor) -> None:
    valg = ("--langs", "timer_per_uke", "--til", "350", "--som", "andel")
    _, tekst, _ = kjor(*valg, "--plan", "10 timer i uka")
    assert "fra 0 til 350 prosent av det som står i planen" in tekst
    assert "OVER 318,6 PROSENT AV DET SOM STÅR I PLANEN" in tekst
    assert "med den samme andelen av det som står i planen hele tiden" in tekst


def test_fra_en_dag_er_det_som_foer_til_dagen(kjor) -> None:
    valg = ("--langs", "timer_per_uke", "--til", "40", "--plan", "10 timer i uka")
    hele, fra = svaret(kjor, *valg), svaret(kjor, *valg, "--fra-dag", "2026-07-01")
    assert fra["langs"][0]["fra_dag"] == "2026-07-01"
    # uten flere timer er det som i planen; med null timer er det et halvt år igjen av lønnen
    assert abs(belop_ved(hele, 10) - belop_ved(fra, 10)) < 20
    forst = [Decimal(x["strekninger"][0]["linjer_fra"]["lonn"]) for x in (hele, fra)]
    assert forst[0] == 0 < forst[1]
    # bare halve året har flere timer: taket for året nås ikke
    fall = [min(Decimal(t["hopp"]) for t in x["terskler"]) for x in (hele, fra)]
    assert fall[0] < -50_000 < fall[1]
    _, tekst, _ = kjor(*valg, "--fra-dag", "2026-07-01")
    assert "med den samme verdien fra 1. juli 2026" in tekst


@pytest.mark.parametrize(
    ("valg", "melding"),
    [
        (("--plan", "10 timer"), "Planen «10 timer» finnes ikke. Mente du «10 timer i uka»?"),
        (("--plan", "Som nå"), "Planen «Som nå» har ikke arbeid som er oppgitt som tall."),
        (("--til", "30"), "Hva er det som øker? --til hører til --langs."),
        (("--som", "andel"), "Hva er det som øker? --som hører til --langs."),
        (("--langs", "timer_per_uke", "--som", "andel"), "Hvor langt skal «timer_per_uke» gå?"),
    ],
)
def test_det_som_ikke_gaar_sies_med_raad(kjor, valg: tuple[str, ...], melding: str) -> None:
    kode, _, feil = kjor(*valg)
    assert kode != 0
    assert melding in feil
    assert "Rett: " in feil


@pytest.mark.parametrize("person", ["p1", "p2", "p8", "p9", "p11"])
def test_tekstene_er_setninger_folk_kan_lese(kjor, person: str) -> None:
    _, tekst, _ = kjor(person=person)
    for galt in (
        "Det det",
        "omtrent 0 kroner",
        "(0 kroner)",
        " 1 timer",
        "på én gang 1 gang",
        "None",
    ):
        assert galt not in tekst


def test_aaret_er_det_svaret_handler_mest_om(kjor) -> None:
    """Ninas nye jobb begynner i 2027. I 2026 er det ingenting å se."""
    assert svaret(kjor, person="full")["aar"] == 2027
    _, tekst, _ = kjor("--aar", "2026", person="full")
    assert "Det du har å leve for i 2026, er det samme fra 0 til 150 prosent." in tekst
    assert "Av hundre kroner mer" not in tekst
