"""Les hva en regel gir, når noe er gitt. Emnene bruker bare dette for å spørre reglene."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tests.saker.sak import IkkeStottet
from ytelsesrad import Regelbok
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import (
    ForPeriode,
    FraDato,
    Gitt,
    Meldt,
    Oppgitt,
    Regnefeil,
    Ukjent,
    type_verdi,
)
from ytelsesrad.regelspraak.verdinokkel import SLUTT

HER = Path(__file__).parent
PROVE = HER / "regler"
"""Et tillegg med en betaling av et hvilket som helst beløp, for å prøve skattetrekket."""


@dataclass(frozen=True)
class Fra:
    """En verdi som gjelder fra en dag til den neste."""

    verdier: Mapping[date, Any]


@dataclass(frozen=True)
class For:
    """En verdi for et år (2025) eller et tidsrom (første og siste dag)."""

    verdier: Mapping[Any, Any]


@dataclass(frozen=True)
class Meldinger:
    """Det som er meldt for et år, og dagen det ble meldt."""

    aar: int
    verdier: Mapping[date, Any]


Verdi = type_verdi | int | Fra | For | Meldinger
Gitte = Mapping[str, Verdi | Sequence[Verdi]]
"""Regelnavn → verdi i grunnform (70 prosent er 0,70), eller en liste med én for hvert medlem."""


@cache
def bok(*tillegg: Path) -> Regelbok:
    """Reglene som følger med. Med tillegg teller også det som er foreslått i dem."""
    statuser = {"vedtatt", "anslag", *(["foreslått"] if tillegg else [])}
    return Regelbok.standard(PROVE, *tillegg, statuser=statuser)


class Regning:
    """Ett regnestykke: det som er gitt, og svarene reglene gir."""

    def __init__(
        self,
        gitt: Gitte,
        start: date,
        slutt: date,
        *,
        grupper: Mapping[str, int] | None = None,
        regelbok: Regelbok | None = None,
    ) -> None:
        self.bok = regelbok or bok()
        oppgitt: list[Oppgitt] = []
        medlemmer: dict[str, int] = dict(grupper or {})
        for navn, verdi in gitt.items():
            regel = self._regel(navn)
            if isinstance(verdi, Sequence) and not isinstance(verdi, str):
                medlemmer[regel.for_hver or ""] = len(verdi)
                oppgitt += [_oppgitt(regel.id, v, m) for m, v in enumerate(verdi)]
            else:
                oppgitt.append(_oppgitt(regel.id, verdi, None))
        with regnemodus():
            self._kjoring = self.bok.kjor(
                Gitt(tuple(oppgitt), tuple(medlemmer.items())), start, slutt
            )

    def _regel(self, navn: str):
        regel = self.bok.samling.regler.get(navn)
        if regel is None:
            raise IkkeStottet(f"regelen «{navn}» finnes ikke")
        return regel

    def les(
        self, navn: str, dag: date, medlem: int = 0, sett_fra: date | None = None
    ) -> type_verdi:
        """Verdien av en regel i perioden en dag er i."""
        self._regel(navn)
        with self._svar():
            return self._kjoring.les(navn, dag, medlem, sett_fra)

    @contextmanager
    def _svar(self) -> Iterator[None]:
        try:
            with regnemodus():
                yield
        except Ukjent as u:
            mangler = sorted({self.bok.program.regler[nr].regel.id for nr, _ in u.inndata})
            raise IkkeStottet(f"reglene trenger også {', '.join(mangler)}") from None
        except Regnefeil as f:
            raise IkkeStottet(f"reglene gir ikke svar: {f.hva} ({f.regel} {f.periode})") from None

    def tall(self, navn: str, dag: date, medlem: int = 0, sett_fra: date | None = None) -> Decimal:
        """Verdien av en regel som er et tall."""
        svar = self.les(navn, dag, medlem, sett_fra)
        assert isinstance(svar, Decimal), navn
        return svar

    def dato(self, navn: str, dag: date, medlem: int = 0, sett_fra: date | None = None) -> date:
        """Verdien av en regel som er en dato."""
        svar = self.les(navn, dag, medlem, sett_fra)
        assert isinstance(svar, date), navn
        return svar

    def ja(self, navn: str, dag: date, medlem: int = 0, sett_fra: date | None = None) -> bool:
        """Verdien av en regel som er ja eller nei."""
        svar = self.les(navn, dag, medlem, sett_fra)
        assert isinstance(svar, bool), navn
        return svar

    def betalingsdager(self, art: str, fra: date, til: date) -> list[date]:
        """Dagene betalinger av ett slag kommer."""
        with self._svar():
            k = self._kjoring
            return [k.lagt(nr).dato for nr in k.betalinger((art,), fra, til)]

    def betalinger(self, art: str, fra: date, til: date) -> list[tuple[date, Decimal]]:
        """Dagene og beløpene (før skatt) til betalinger av ett slag."""
        with self._svar():
            k = self._kjoring
            treff = k.betalinger((art,), fra, til)
            return [(k.lagt(nr).dato, k.brutto(nr, SLUTT)) for nr in treff]

    def for_betaling(self, navn: str, art: str, fra: date, til: date) -> type_verdi:
        """En regel `for_hver = "betaling"` for den ene betalingen av et slag i et tidsrom."""
        regel = self._regel(navn)
        with self._svar():
            k = self._kjoring
            (nr,) = k.betalinger((art,), fra, til)
            return k.v(self.bok.program.nummer[regel.id], k.lagt(nr).dagnr, nr, SLUTT)


def _oppgitt(regel: str, verdi: Verdi, medlem: int | None) -> Oppgitt:
    tom = Oppgitt(regel, medlem)
    match verdi:
        case Fra():
            return replace(tom, fra=tuple(FraDato(d, _v(v)) for d, v in verdi.verdier.items()))
        case For():
            return replace(tom, perioder=tuple(_periode(n, v) for n, v in verdi.verdier.items()))
        case Meldinger():
            a, b = date(verdi.aar, 1, 1), date(verdi.aar, 12, 31)
            meldt = tuple(Meldt(a, b, dag, _v(v)) for dag, v in verdi.verdier.items())
            return replace(tom, meldt=meldt)
    return replace(tom, alltid=_v(verdi))


def _periode(navn: int | tuple[date, date], verdi: type_verdi) -> ForPeriode:
    fra, til = (date(navn, 1, 1), date(navn, 12, 31)) if isinstance(navn, int) else navn
    return ForPeriode(fra, til, _v(verdi))


def _v(verdi: type_verdi | int) -> type_verdi:
    return Decimal(verdi) if isinstance(verdi, int) and not isinstance(verdi, bool) else verdi


def hele(verdi: Decimal) -> Decimal:
    """Nærmeste hele krone, halve opp."""
    return (verdi + Decimal("0.5")).to_integral_value(ROUND_FLOOR)
