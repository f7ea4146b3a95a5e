"""Et oppfunnet land: lønn som kommer måneden etter, en støtte som går ned, og et årsoppgjør."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.beregning import Beregning, regn

REGLER = Path(__file__).parent / "lite_land_regler"


@cache
def land() -> Regelbok:
    """Regelboken for landet."""
    return Regelbok.fra_mapper(REGLER)


def situasjon(
    bok: Regelbok, jobb: str = "", felles: str = "", *, dag: str = "2031-01-15"
) -> Situasjon:
    """Stub hele 2031 i «Som nå», og en plan med en jobb når det er noen."""
    plan = f'\n[plan."Med jobb"]\n[[plan."Med jobb".jobb]]\n{jobb}\n' if jobb else ""
    return Situasjon.les(
        f'regnedato = {dag}\n[stub]\nstub_fra = 2030-01-01\n{felles}\n[plan."Som nå"]\n{plan}', bok
    )


def regnet(jobb: str = "", felles: str = "", *, dag: str = "2031-01-15") -> Beregning:
    """Svaret med alt bak det."""
    bok = land()
    return regn(situasjon(bok, jobb, felles, dag=dag), bok)
