"""Prikkeland: et oppdiktet land med én ytelse, én avgift og én jobb, og noen som bor der."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Kjoring, Meldt, Oppgitt

LAND = Path(__file__).parent / "land"
BOK = Regelbok.fra_mapper(LAND)
FRA, TIL = date(2030, 1, 1), date(2031, 12, 31)


def sagt(regel: str, verdi: object, medlem: int | None = None, kilde: str = "opplyst") -> Oppgitt:
    return Oppgitt(regel, medlem=medlem, alltid=verdi, kilde=kilde)  # type: ignore[arg-type]


def prikk(timer: int | None = 8, *mer: Oppgitt, uten: tuple[str, ...] = ()) -> Kjoring:
    """Prikk har støtte, to barn og en jobb, og har meldt 3 000 i januar og 4 200 i juni."""
    fra, til = date(2031, 1, 1), date(2031, 12, 31)
    verdier = [
        sagt("stotte.start", date(2030, 1, 1), kilde="vedtak"),
        sagt("felles.barn_fodt", date(2012, 3, 1), 0),
        sagt("felles.barn_fodt", date(2020, 3, 1), 1),
        Oppgitt(
            "stotte.meldt_inntekt",
            alltid=Decimal(0),
            meldt=(
                Meldt(fra, til, date(2031, 1, 5), Decimal(3000)),
                Meldt(fra, til, date(2031, 6, 10), Decimal(4200)),
            ),
        ),
        *mer,
    ]
    if timer is not None:
        verdier.append(sagt("arbeid.timer", Decimal(timer), kilde="antatt"))
    gitt = Gitt(tuple(v for v in verdier if v.regel not in uten), (("barn", 2),))
    return BOK.kjor(gitt, FRA, TIL)
