"""Hva som helst inn: enten en situasjon, eller feil på bokmål. Aldri noe annet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.situasjon.land import bok
from ytelsesrad import Feil, Feilsamling, Situasjon

LAND = bok()
ORD = [
    "person", "husstand", "fyrlys", "barn", "jobb", "plan", "kilde", "verdi", "kroner", "dato",
    "grad", "grunnlag", "bidrag", "meldt", "slag", "utbetalt", "gitt_fra", "oy", "fodt", "timer",
    "timelonn", "start", "fra", "til", "regnedato", "tittel", "2026", "2026-03", "2026-03-01",
    "2026-02-30", "0000", "A", "",
]  # fmt: skip
ENKLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.sampled_from([*ORD, "vet ikke", "vedtak", "antatt", "rødt", "24 461 kr"]),
    st.text(max_size=20),
)
NOKLER = st.one_of(st.sampled_from(ORD), st.sampled_from(ORD), st.text(max_size=8))
ALT = st.recursive(
    ENKLE,
    lambda inni: st.one_of(st.dictionaries(NOKLER, inni, max_size=5), st.lists(inni, max_size=3)),
    max_leaves=25,
)


def feil_i(lag: Callable[[], object]) -> tuple[Feil, ...]:
    """Feilene, eller ingen. Andre unntak slipper ut, og da feiler testen."""
    try:
        lag()
    except Feilsamling as samling:
        return samling.feil
    return ()


@given(st.dictionaries(NOKLER, ALT, max_size=6))
def test_data_gir_situasjon_eller_feil(data):
    feil = feil_i(lambda: Situasjon.fra_dict(data, LAND).alle_gitt(LAND))
    assert all(f.kode.startswith("S") and f.hva and str(f) for f in feil)


@given(st.dictionaries(st.sampled_from(ORD), ALT, max_size=4))
def test_verdier_fra_python_gir_gitt_eller_feil(fyrlys):
    situasjon = Situasjon(ytelser={"fyrlys": fyrlys}, regnedato=date(2026, 11, 21))
    feil = feil_i(lambda: situasjon.alle_gitt(LAND))
    assert all(f.sted.hvor and f.sted.hvor.startswith("ytelser") for f in feil)
