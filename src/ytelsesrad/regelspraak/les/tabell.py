"""Typed access to a table of a rule file; every fault is gathered with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from textwrap import fill
from typing import Any

from ytelsesrad.lesing import Feil, TomlFil, mente_du
from ytelsesrad.regelspraak.kapittel import Formel, Nokkel, type_verdi

MAKS_SIFFER = 40
_BREDDE = 85
_MENING = {
    "tema": "en linje om hva kapitlet handler om",
    "enhet": "hva verdien er målt i",
    "dag": "formelen for dagen pengene kommer",
    "betaler": "hvem som betaler",
    "belop": "regelen som gir beløpet",
    "naar": "formelen som er sann når noe er galt",
    "sporsmaal": "det en spør om for å få vite dette",
    "fordi": "hvorfor dette antas",
    "navn": "det folk kaller det",
    "tittel": "det folk kaller det",
    "svar": "hva kilden sier at reglene skal gi",
    "dato": "dagen eksemplet gjelder",
    "hvorfor": "hvorfor det ikke regnes på",
    "hva": "det som ikke regnes på",
    "regel": "regelen som gir verdien",
    "id": "et kort navn for den",
}
"""What a missing key would say."""


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
        self.ment: set[str] = set()
        """Keys that an unknown key was meant to be: they are not missing too."""
        if isinstance(data, dict):
            self.data = data
        else:
            hva = f"Her skulle det stå en tabell, ikke {_slag(data)}."
            navn = ".".join(s for s in sti if isinstance(s, str))
            self.meld("R04", hva, f"[{navn}]")

    def __contains__(self, nokkel: str) -> bool:
        return nokkel in self.data

    def nokkel(self, *sti: str | int) -> Nokkel:
        """Return the place of a key in this table (or of the table itself)."""
        return Nokkel(self.fil, (*self.sti, *sti), self.hvor)

    def meld(
        self, kode: str, hva: str, rett: str = "", *sti: str | int, verdi: bool = False
    ) -> None:
        """Note a fault at a key of this table."""
        sted = self.fil.sted(*self.sti, *sti, verdi=verdi, hvor=self.hvor or None)
        if sted.linje is None:
            linje = self.fil.tekst.partition("\n")[0]
            sted = replace(sted, linje=1, kolonne=1, kildelinje=linje, lengde=len(linje))
        self.feil.append(Feil(kode, sted, hva, rett))

    def kildetekst(self, *sti: str | int) -> str:
        """Return how the value of a key is written in the file; «…» when it is long."""
        sted = self.fil.sted(*self.sti, *sti, verdi=True)
        if sted.kildelinje is None or sted.kolonne is None:
            return "…"
        tekst = sted.kildelinje[sted.kolonne - 1 : sted.kolonne - 1 + sted.lengde]
        return tekst if len(tekst) < _BREDDE - 20 else "…"

    def med_nokkel(self, ny: str, *, forst: bool = False) -> str:
        """Return this table as it would be with one more key, if it is short and on one line."""
        linje = self.fil.sted(*self.sti).kildelinje or ""
        tekst = self.kildetekst()
        if not (tekst.startswith("{") and tekst.endswith("}")) or len(linje) > _BREDDE:
            return ny
        inne = tekst[1:-1].strip()
        deler = [ny, inne] if forst else [inne, ny]
        return f"{self.sti[-1]} = {{ {', '.join(d for d in deler if d)} }}"

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
                if nesten:
                    self.ment.add(nesten)
                alle = fill(", ".join(sorted(kjente)), _BREDDE)
                self.meld(
                    "R03",
                    f"Ukjent nøkkel «{nokkel}»." + (f" Mente du «{nesten}»?" if nesten else ""),
                    self._som(nesten, nokkel) if nesten else f"Bruk en av disse:\n{alle}",
                    nokkel,
                )

    def _som(self, nesten: str, nokkel: str) -> str:
        """Return a short line of the file with another key."""
        verdi = self.data[nokkel]
        if isinstance(verdi, str) and len(verdi) < _BREDDE - 20 and verdi.isprintable():
            return f'{nesten} = "{verdi}"' if '"' not in verdi else f"{nesten} = '{verdi}'"
        return f"{nesten} = …"

    def krev(self, nokkel: str, rett: str) -> bool:
        """Note a missing key; return whether it is there."""
        if nokkel in self.data:
            return True
        if nokkel not in self.ment:
            hva = _MENING.get(nokkel)
            self.meld("R04", f"«{nokkel}» mangler" + (f": {hva}." if hva else "."), rett)
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
        if verdi is None:
            return None
        return None if self.for_stort(verdi, nokkel) else Decimal(verdi)

    def er_tall(self, nokkel: str, *sti: str | int) -> bool:
        """Tell whether a number is written at a key."""
        data: Any = self.data.get(nokkel)
        for ledd in sti:
            data = data[ledd]
        return isinstance(data, int | Decimal) and not isinstance(data, bool)

    def for_stort(self, verdi: object, nokkel: str, *sti: str | int) -> bool:
        """Note a number that is too large, too small or has too many digits to reckon with."""
        if not isinstance(verdi, int | Decimal) or er_rimelig(verdi):
            return False
        self.meld(
            "R02",
            f"Tallet er for stort, eller har for mange siffer ({MAKS_SIFFER} er grensen).",
            "Skriv et tall med færre siffer.",
            nokkel,
            *sti,
            verdi=True,
        )
        return True

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
        return None if self.for_stort(data, nokkel, *sti) else som_verdi(data)


def er_rimelig(tall: int | Decimal) -> bool:
    """Tell whether a number has few enough digits on both sides of the point."""
    if isinstance(tall, bool):
        return True
    if isinstance(tall, int):
        return len(str(abs(tall))) <= MAKS_SIFFER
    if not tall.is_finite():
        return False
    eksponent = tall.as_tuple().exponent
    if not isinstance(eksponent, int):
        return False
    return tall.adjusted() <= MAKS_SIFFER and -eksponent <= MAKS_SIFFER


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
