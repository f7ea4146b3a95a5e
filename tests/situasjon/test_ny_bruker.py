"""En ny bruker skriver en situasjon ut fra dokumentasjonen, og gjør tre vanlige feil i den."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.husregler.kode import ROT
from ytelsesrad import Feilsamling, Regelbok, Situasjon, beregn
from ytelsesrad.visning.tekst import forste_setning

FIL = """# Konstruert eksempel. Åse finnes ikke.
tittel     = "Åse, 33 år"
konstruert = true
anledning  = "tilbud om jobb"
regnedato  = 2026-11-25
fra        = 2027-01-01
til        = 2027-12-31

[person]
fodselsdato          = 1993-05-20
kommune              = "Drammen"
meldeperiode_starter = 2026-11-23

[husstand]
har_partner = false

[[barn]]
barn_fodt = 2018-02-14

[[barn]]
barn_fodt = 2021-09-30

[aap]
kilde         = "vedtak"
rett_fra      = 2025-10-06
rett_til      = 2028-10-05
minste_ytelse = true

[barnetrygd]
har_barnetrygd         = true
har_utvidet_barnetrygd = true

[bostotte]
har_bostotte = true
eieform      = "leie"
boutgift     = 12_500

[skatt]
kilde            = "antatt"
tabellnummer     = 8000
tabell_brukes_av = "Nav"
trekkprosent     = 30

[plan."Som nå"]

[plan."40 prosent stilling"]
[[plan."40 prosent stilling".jobb]]
arbeidsgiver           = "Elvebakken lager"
start                  = 2027-03-01
stillingsprosent       = 40
aarslonn_full_stilling = 420_000
lonningsdag            = 20
"""


def svaret(tekst: str, mappe: Path) -> str:
    """Den første setningen i svaret, eller det som er galt."""
    fil = mappe / "aase.toml"
    fil.write_text(tekst, encoding="utf-8")
    bok = Regelbok.standard()
    return forste_setning(beregn(Situasjon.les(fil, bok), bok)).replace("\u00a0", " ")


def test_alt_i_filen_staar_i_dokumentasjonen() -> None:
    siden = (ROT / "docs" / "referanse" / "situasjon.md").read_text(encoding="utf-8")

    def ord_i(tabell: object) -> set[str]:
        if isinstance(tabell, list):
            return {o for x in tabell for o in ord_i(x)}
        if not isinstance(tabell, dict):
            return set()
        return {*tabell, *(o for x in tabell.values() for o in ord_i(x))}

    data = tomllib.loads(FIL)
    planer = set(data["plan"])
    assert {o for o in ord_i(data) - planer if o not in siden} == set()


def test_filen_gir_et_svar(tmp_path: Path) -> None:
    svar = svaret(FIL, tmp_path)
    assert svar.startswith("Med 40 prosent stilling får du omtrent ")
    assert svar.endswith(" kroner mer å leve for i måneden.")


@pytest.mark.parametrize(
    ("riktig", "galt", "melding", "rett"),
    [
        (
            "stillingsprosent       = 40",
            "stillingprosent        = 40",
            "Ordet «stillingprosent» finnes ikke under "
            '[[plan."40 prosent stilling".jobb]]. Mente du «stillingsprosent»?',
            "stillingsprosent = 40",
        ),
        (
            "start                  = 2027-03-01",
            "start                  = 1. mars 2027",
            "Datoen må skrives med tall og med år først.",
            "start                  = 2027-03-01",
        ),
        (
            "meldeperiode_starter = 2026-11-23",
            "meldeperiode_starter = 2026-11-25",
            "25. november 2026 er ikke en mandag. En meldeperiode starter alltid på en mandag.",
            "Se på siste meldekort, og skriv den første dagen i perioden.",
        ),
    ],
    ids=["skrevet feil", "dato på norsk", "ikke en mandag"],
)
def test_hver_feil_gir_en_melding_som_er_nok(
    tmp_path: Path, riktig: str, galt: str, melding: str, rett: str
) -> None:
    assert riktig in FIL
    with pytest.raises(Feilsamling) as feil:
        svaret(FIL.replace(riktig, galt), tmp_path)
    (ene,) = feil.value.feil
    assert (ene.hva.replace("\u00a0", " "), ene.rett) == (melding, rett)
    assert ene.sted.linje == FIL[: FIL.index(riktig)].count("\n") + 1
