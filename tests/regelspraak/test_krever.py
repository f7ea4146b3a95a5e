"""Et vilkår som krever noe ingen har oppgitt, kan ikke bli sant, og da blir det ikke spurt."""

from __future__ import annotations

from pathlib import Path

import pytest

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.beregning import regn
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Krav, Melding, navn_paa

EKSEMPLER = Path(__file__).parents[2] / "docs" / "eksempler"
HODE = """
tema    = "Fyr"
hjemmel = "fyrloven § 1"
periode = "år"

[kilder]
tinget = { navn = "Tinget", sikkerhet = "lov" }

[gruppe.lykt]
flertall = "lykter"

[vakt]
tittel  = "Vakt"
enhet   = "ja/nei"
inndata = { sporsmaal = "Er det vakt?" }

[olje]
tittel  = "Olje"
periode = "måned"
enhet   = "kr/måned"
inndata = { sporsmaal = "Hva koster oljen?" }

[storm]
tittel  = "Storm"
enhet   = "ja/nei"
inndata = { sporsmaal = "Er det storm?", antatt = { verdi = false, fordi = "det er sjelden" } }

[taake]
tittel  = "Tåke"
enhet   = "ja/nei"
inndata = { sporsmaal = "Er det tåke?", antatt = { verdi = true, fordi = "det er vanlig" } }

[dyrt]
tittel  = "Dyrt"
enhet   = "ja/nei"
inndata = { sporsmaal = "Er det dyrt?" }
formel  = "høyeste(olje for hver måned) > 10 kr/måned"

[skip]
tittel  = "Skip"
enhet   = "tall"
inndata = { sporsmaal = "Hvor mange skip?" }

[veke]
tittel   = "Veke"
for_hver = "lykt"
enhet    = "kr/år"
inndata  = { sporsmaal = "Hva koster veken?" }

[uten_vakt]
enhet      = "ja/nei"
2030-01-01 = { verdi = false, kilde = "tinget" }
2031-01-01 = { formel = "vakt", kilde = "tinget" }

[[melding]]
id    = "m"
type  = "råd"
tekst = "Merk deg dette."
naar  = "NAAR"
kilde = "tinget"
"""


def krever(vilkaar: str) -> set[frozenset[str]]:
    """Det vilkåret krever, uten mappen foran navnene."""
    bok = Regelbok.fra_tekst({"fyr/fyr.toml": HODE.replace("NAAR", vilkaar)})
    krav = bok.program.bok.krever.get("fyr.melding:m:naar", frozenset())
    return {frozenset(x.removeprefix("fyr.") for x in noen) for noen in krav}


@pytest.mark.parametrize(
    ("vilkaar", "krav"),
    [
        ("vakt", [{"vakt"}]),
        ("storm og vakt", [{"storm"}, {"vakt"}]),
        ("storm eller vakt", [{"storm", "vakt"}]),
        ("taake", []),
        ("taake eller vakt", []),
        ("ikke vakt", [{"vakt"}]),
        ("ikke storm", []),
        ("oppgitt(storm)", [{"storm"}]),
        ("ikke oppgitt(storm)", []),
        ("dyrt", [{"dyrt", "olje"}]),
        ("skip > 3", [{"skip"}]),
        ("hvis storm så skip > 3 ellers vakt", [{"skip", "vakt"}, {"storm", "vakt"}]),
        ("sum(veke for hver lykt) > 3 kr/år", []),
        ("sum(olje for hver måned hittil i året) > 3 kr/år", []),
        ("uten_vakt", [{"vakt"}]),
        ("ikke uten_vakt", []),
        ("nei", [set()]),
    ],
)
def test_hva_et_vilkaar_krever(vilkaar: str, krav: list[set[str]]) -> None:
    assert krever(vilkaar) == {frozenset(noen) for noen in krav}


@pytest.mark.parametrize("navn", [f"p{nr}" for nr in range(1, 13)] + ["full"])
def test_det_som_ikke_blir_spurt_er_ikke_sant_i_noen_periode(navn: str, bok: Regelbok) -> None:
    svar = regn(Situasjon.les(EKSEMPLER / f"{navn}.toml", bok), bok)
    utelatt = 0
    with regnemodus():
        for u in svar.utregninger.values():
            alle: list[Melding | Krav] = [*bok.samling.meldinger.values()]
            alle += bok.samling.krav.values()
            for ting in alle:
                naar = f"{navn_paa(ting)}:naar"
                if ting.naar is None or u.kjoring.kan_bli_sann(naar):
                    continue
                utelatt += 1
                for p, medlem in u.hver(ting.periode, ting.for_hver):
                    assert u.ja(naar, p, medlem) is not True, (naar, p)
    assert utelatt > 20 * len(svar.utregninger)
