"""Det flere planer sier med andre beløp, sies én gang, med de andres beløp etter."""

from __future__ import annotations

import pytest
import stripeland_svar as s

from ytelsesrad.beregning.resultat import Resultat
from ytelsesrad.visning.tekst.bokser import er_advarsel, meldinger_av, tekst_av


def _svar(*tekster: str | None, ider: tuple[str, ...] = ()) -> Resultat:
    """Ett svar med «Som nå» og en plan for hver tekst."""
    navn = ider or ("lik",) * len(tekster)
    planer = [
        s.plan(f"{nr}0 timer i uka", meldinger=(s.melding(id_, "advarsel", t),) if t else ())
        for nr, (t, id_) in enumerate(zip(tekster, navn, strict=True), 1)
    ]
    return s.resultat(s.plan("Som nå"), *planer)


def _linjene(*tekster: str | None, ider: tuple[str, ...] = ()) -> list[str]:
    svar = _svar(*tekster, ider=ider)
    return [tekst_av(svar, m) for m in meldinger_av(svar, er_advarsel)]


def test_beloepene_til_de_andre_staar_etter_setningen() -> None:
    assert _linjene("Du får 100\u00a0kroner.", "Du får 200\u00a0kroner.", "Du får 1 krone.")[0] == (
        "10 timer i uka: Du får 100\u00a0kroner. 20 timer i uka: 200\u00a0kroner."
    )


def test_er_det_likt_for_alle_er_det_ingen_planer_aa_nevne() -> None:
    assert _linjene("Du får 100\u00a0kroner.", "Du får 100\u00a0kroner.") == [
        "Du får 100\u00a0kroner."
    ]


@pytest.mark.parametrize(
    "andre",
    [
        "Du mister 200\u00a0kroner.",
        "Du får 200\u00a0kroner til.",
        "Du får 1 og 2 og 3\u00a0kroner.",
    ],
)
def test_andre_ord_er_en_annen_linje(andre: str) -> None:
    assert len(_linjene("Du får 100\u00a0kroner.", andre)) == 2


def test_tre_ulike_tall_er_en_annen_linje() -> None:
    assert len(_linjene("Fra 1 til 2 av 3.", "Fra 4 til 5 av 6.")) == 2


def test_to_ulike_tall_sies_i_samme_rekkefoelge() -> None:
    (linje,) = _linjene("Først 10 dager, så 20 dager.", "Først 30 dager, så 40 dager.")
    assert linje.endswith("20 timer i uka: 30\u00a0dager og 40\u00a0dager.")


def test_det_som_skiller_en_tredje_plan_blandes_ikke_inn() -> None:
    linjer = _linjene("Taket er 45, 7 igjen.", "Taket er 45, 9 igjen.", "Taket er 60, 11 igjen.")
    assert [linje.split(":")[0] for linje in linjer] == ["10 timer i uka", "30 timer i uka"]


def test_meldinger_med_forskjellig_navn_holdes_fra_hverandre() -> None:
    assert len(_linjene("Du får 1.", "Du får 2.", ider=("a", "b"))) == 2


def test_mange_planer_nevnes_ved_den_ene_som_ikke_er_med() -> None:
    assert _linjene("Ja.", "Ja.", "Ja.", None) == ["Alle planene utenom 40 timer i uka: Ja."]
