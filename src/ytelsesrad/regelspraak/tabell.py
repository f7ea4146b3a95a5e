"""Typed access to a table of a rule file; every fault is gathered with its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ytelsesrad.lesing import Feil, TomlFil, mente_du
from ytelsesrad.regelspraak.kapittel import Formel, Nokkel, type_verdi


class Tabell:
    """A table of a file: reads keys with the type they should have, and notes what is wrong."""

    def __init__(
        self, fil: TomlFil, sti: tuple[str | int, ...], data: object, hvor: str, feil: list[Feil]
    ) -> None:
        self.fil = fil
        self.sti = sti
        self.hvor = hvor
        self.feil = feil
        self.data: dict[str, Any] = {}
        if isinstance(data, dict):
            self.data = data
        else:
            self.meld("R04", f"Her skulle det stå en tabell, ikke {_slag(data)}.", "")

    def __contains__(self, nokkel: str) -> bool:
        return nokkel in self.data

    def nokkel(self, *sti: str | int) -> Nokkel:
        """Return the place of a key in this table (or of the table itself)."""
        return Nokkel(self.fil, (*self.sti, *sti), self.hvor)

    def meld(
        self, kode: str, hva: str, rett: str = "", *sti: str | int, verdi: bool = False
    ) -> None:
        """Note a fault at a key of this table."""
        sted = self.fil.sted(*self.sti, *sti, verdi=verdi, hvor=self.hvor)
        self.feil.append(Feil(kode, sted, hva, rett))

    def under(self, nokkel: str, hvor: str | None = None) -> Tabell:
        """Return the table under a key."""
        return Tabell(
            self.fil, (*self.sti, nokkel), self.data[nokkel], hvor or self.hvor, self.feil
        )

    def tabeller(self, nokkel: str, hvor: str) -> list[Tabell]:
        """Return the tables of an array of tables (`[[nokkel]]`)."""
        verdi = self.data.get(nokkel, [])
        if not isinstance(verdi, list):
            self.meld("R04", f"«{nokkel}» skal skrives med to klammer.", f"[[{nokkel}]]", nokkel)
            return []
        return [
            Tabell(self.fil, (*self.sti, nokkel, i), v, hvor, self.feil)
            for i, v in enumerate(verdi)
        ]

    def kjente(self, *kjente: str, dynamisk: Iterable[str] = ()) -> None:
        """Note every key that is not known."""
        lov = {*kjente, *dynamisk}
        for nokkel in self.data:
            if nokkel not in lov:
                nesten = mente_du(nokkel, kjente)
                hva = f"Ukjent nøkkel «{nokkel}»."
                self.meld(
                    "R03",
                    f"{hva} Mente du «{nesten}»?" if nesten else hva,
                    f"{nesten} = …" if nesten else "Bruk en av: " + ", ".join(sorted(kjente)) + ".",
                    nokkel,
                )

    def krev(self, nokkel: str, rett: str) -> bool:
        """Note a missing key; return whether it is there."""
        if nokkel in self.data:
            return True
        self.meld("R04", f"«{nokkel}» mangler.", rett)
        return False

    def _hent(self, nokkel: str, type_: type | tuple[type, ...], navn: str, eks: str) -> Any:
        verdi = self.data.get(nokkel)
        if verdi is None:
            return None
        riktig = isinstance(verdi, type_) and not (isinstance(verdi, bool) and type_ is not bool)
        if not riktig or isinstance(verdi, datetime):
            self.meld(
                "R04",
                f"«{nokkel}» skal være {navn}, ikke {_slag(verdi)}.",
                f"{nokkel} = {eks}",
                nokkel,
                verdi=True,
            )
            return None
        return verdi

    def tekst(self, nokkel: str, *, pakrevd: str | None = None) -> str | None:
        """Return a text; ``pakrevd`` is the remedy shown when it is missing."""
        if pakrevd is not None and not self.krev(nokkel, pakrevd):
            return None
        verdi: str | None = self._hent(nokkel, str, "en tekst", '"…"')
        return verdi

    def dato(self, nokkel: str) -> date | None:
        """Return a date."""
        verdi: date | None = self._hent(nokkel, date, "en dato", "2026-01-01")
        return verdi

    def ja_nei(self, nokkel: str, ellers: bool = False) -> bool:
        """Return true or false."""
        verdi = self._hent(nokkel, bool, "true eller false", "true")
        return ellers if verdi is None else bool(verdi)

    def tall(self, nokkel: str) -> Decimal | None:
        """Return a number."""
        verdi = self._hent(nokkel, (int, Decimal), "et tall", "100")
        return None if verdi is None else Decimal(verdi)

    def tekster(self, nokkel: str) -> tuple[str, ...]:
        """Return a list of texts; one text counts as a list of one."""
        verdi = self.data.get(nokkel)
        if verdi is None:
            return ()
        liste = [verdi] if isinstance(verdi, str) else verdi
        if not isinstance(liste, list) or not all(isinstance(v, str) for v in liste):
            self.meld(
                "R04",
                f"«{nokkel}» skal være en tekst eller en liste av tekster.",
                f'{nokkel} = ["…", "…"]',
                nokkel,
                verdi=True,
            )
            return ()
        return tuple(liste)

    def formel(self, nokkel: str) -> Formel | None:
        """Return the text of a formula and its place."""
        tekst = self.tekst(nokkel)
        return None if tekst is None else Formel(tekst, self.nokkel(nokkel))

    def verdi(self, nokkel: str, *sti: str | int) -> type_verdi | None:
        """Return a value of the language as it is typed (numbers not yet in base form)."""
        data: Any = self.data.get(nokkel)
        for ledd in sti:
            data = data[ledd]
        return som_verdi(data)


def som_verdi(data: object) -> type_verdi | None:
    """Return a TOML value as a value of the language, or None if it can't be one."""
    if isinstance(data, bool | Decimal | str):
        return data
    if isinstance(data, int):
        return Decimal(data)
    if isinstance(data, date) and not isinstance(data, datetime):
        return data
    return None


def _slag(verdi: object) -> str:
    match verdi:
        case bool():
            return "true/false"
        case int() | Decimal():
            return "et tall"
        case str():
            return "en tekst"
        case datetime():
            return "et klokkeslett"
        case date():
            return "en dato"
        case list():
            return "en liste"
        case dict():
            return "en tabell"
        case _:
            return "dette"
