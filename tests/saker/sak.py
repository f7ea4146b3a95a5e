"""En sak med kjent svar, slik den står i en fil: hver verdi er tekst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

_TOM = ("null", "~", "")
_JA_NEI = {"true": True, "false": False, "ja": True, "nei": False}
_DATO = re.compile(r"\d{4}-\d{2}-\d{2}")


class IkkeStottet(Exception):
    """Saken kan ikke sammenlignes med reglene. Teksten sier hvorfor."""

    def __init__(self, grunn: str) -> None:
        super().__init__(grunn)
        self.grunn = grunn


def som_tall(tekst: Any, hva: str) -> Decimal:
    """Et tall, eksakt slik det står."""
    try:
        tall = Decimal(tekst)
    except (InvalidOperation, TypeError, ValueError):
        raise IkkeStottet(f"«{hva}» er ikke et tall: {tekst!r}") from None
    if not tall.is_finite():
        raise IkkeStottet(f"«{hva}» er ikke et tall: {tekst!r}")
    return tall


def som_dato(tekst: Any, hva: str) -> date:
    """En dato, skrevet som 2026-01-31."""
    try:
        return date.fromisoformat(tekst)
    except (TypeError, ValueError):
        raise IkkeStottet(f"«{hva}» er ikke en dato: {tekst!r}") from None


class Inndata(Mapping[str, Any]):
    """Det saken gir. Den husker hva som er lest, så det som ikke er brukt, kan sies."""

    def __init__(self, verdier: Mapping[str, Any]) -> None:
        self._verdier = verdier
        self.lest: set[str] = set()

    def __getitem__(self, navn: str) -> Any:
        self.lest.add(navn)
        if navn not in self._verdier:
            raise IkkeStottet(f"saken mangler inndata «{navn}»")
        return self._verdier[navn]

    def __contains__(self, navn: object) -> bool:
        self.lest.add(str(navn))
        return navn in self._verdier

    def __iter__(self) -> Iterator[str]:
        return iter(self._verdier)

    def __len__(self) -> int:
        return len(self._verdier)

    @property
    def ubrukte(self) -> list[str]:
        """Navnene på inndata med en verdi, som ingen har spurt etter."""
        return [n for n, v in self._verdier.items() if n not in self.lest and v not in _TOM]

    def har(self, navn: str) -> bool:
        """Om saken gir en verdi som ikke er tom."""
        return navn in self and self._verdier[navn] not in _TOM

    def tall(self, navn: str, ellers: Decimal | int | None = None) -> Decimal:
        """Et tall. Uten `ellers` må det stå."""
        if ellers is not None and not self.har(navn):
            return Decimal(ellers)
        return som_tall(self[navn], navn)

    def prosent(self, navn: str, ellers: Decimal | int | None = None) -> Decimal:
        """Et tall i prosent, som andel: 70 er 0,70."""
        tall = self.tall(navn, ellers)
        if tall < 0:
            raise IkkeStottet(f"«{navn}» er mindre enn 0 prosent")
        return tall / 100

    def ja(self, navn: str, ellers: bool | None = None) -> bool:
        """Et ja eller nei. Uten `ellers` må det stå."""
        if ellers is not None and not self.har(navn):
            return ellers
        tekst = str(self[navn]).lower()
        if tekst not in _JA_NEI:
            raise IkkeStottet(f"«{navn}» er ikke true eller false: {tekst!r}")
        return _JA_NEI[tekst]

    def dato(self, navn: str, ellers: date | None = None) -> date:
        """En dato. Uten `ellers` må den stå."""
        if ellers is not None and not self.har(navn):
            return ellers
        return som_dato(self[navn], navn)

    def tabell(self, navn: str) -> Mapping[str, Any]:
        """En tabell."""
        verdi = self[navn]
        if not isinstance(verdi, Mapping):
            raise IkkeStottet(f"«{navn}» er ikke en tabell")
        return verdi

    def liste(self, navn: str) -> list[Any]:
        """En liste."""
        verdi = self[navn]
        if not isinstance(verdi, list):
            raise IkkeStottet(f"«{navn}» er ikke en liste")
        return verdi


@dataclass(frozen=True)
class Sak:
    """Et kjent svar."""

    id: str
    emne: str
    inn: Inndata
    ventet: Mapping[str, Any]
    fil: str = ""
    """Filnavnet uten endelse."""
    felt: Mapping[str, Any] = field(default_factory=dict)
    """Alt i saken, slik det står."""
    filens_emner: frozenset[str] = frozenset()

    @property
    def enhet(self) -> str:
        """Det saken sier om enheten."""
        return str(self.felt.get("unit", ""))

    @property
    def kontroll(self) -> str:
        """Hva en egen utregning ga da saken ble skrevet."""
        return str(self.felt.get("recomputed", ""))

    @property
    def gjelder(self) -> str:
        """Når svaret gjelder, slik det står."""
        return str(self.felt.get("as_of", ""))

    @property
    def dag(self) -> date:
        """Dagen svaret gjelder. Bare år er årets siste dag, bare måned er månedens første."""
        if treff := _DATO.search(self.gjelder):
            return som_dato(treff[0], "as_of")
        if treff := re.search(r"(\d{4})-(0[1-9]|1[0-2])(?!\d)", self.gjelder):
            return som_dato(f"{treff[0]}-01", "as_of")
        if treff := re.search(r"\d{4}", self.gjelder):
            return date(int(treff[0]), 12, 31)
        raise IkkeStottet(f"saken sier ikke hvilken dag den gjelder (as_of: {self.gjelder!r})")

    @property
    def aar(self) -> int:
        """Inntektsåret, ellers året svaret gjelder."""
        if self.inn.har("inntektsaar"):
            return int(self.inn.tall("inntektsaar"))
        return self.dag.year
