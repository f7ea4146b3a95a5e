"""One thing that can be answered: its question, where it stands in the file, and its value.

A value may be written alone (``10``), with where it comes from (``{ verdi = 10, kilde = … }``), as
kroner of a day (``{ kroner = 490_000, dato = … }``), or by dates. The last is edited as it is
written in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ytelsesrad.lesbart import dato, tall
from ytelsesrad.lesing import Feilsamling, les_toml
from ytelsesrad.regelspraak import Regel
from ytelsesrad.regelspraak.enheter import Art, les_enhet
from ytelsesrad.situasjon.grenser import KILDE, PLAN, VET_IKKE
from ytelsesrad.situasjon.ord import i_ord
from ytelsesrad.situasjon.steder import som_sti

from .tomlfil import skriv_verdi

Sti = tuple[str | int, ...]
VIST = "vist"
"""What the page calls the plan that is shown: its name may change while it is worked on."""
ANTATT = "antatt"
_INNI = ("verdi", "kroner")
_TUSEN = re.compile(r"-?\d{1,3}(\.\d{3})+")
_MELLOMROM = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True)
class Felt:
    """A question of the page, and the place of its answer in the data."""

    sti: Sti
    regel: Regel
    raa: Any = None

    @property
    def inni(self) -> str | None:
        """The key that the value stands under, when it has more beside it."""
        if isinstance(self.raa, Mapping):
            return next((n for n in _INNI if n in self.raa), None)
        return None

    @property
    def verdi(self) -> Any:
        """The value alone."""
        return self.raa[self.inni] if self.inni else self.raa

    @property
    def slag(self) -> str:
        """How it is answered: tall, dato, ja_nei, valg, tekst, or fil (as in the file)."""
        if isinstance(self.verdi, Mapping | list | tuple):
            return "fil"
        if self.regel.valg:
            return "valg"
        art = les_enhet(self.regel.enhet)[0].art
        return {Art.TALL: "tall", Art.DATO: "dato", Art.JA_NEI: "ja_nei"}.get(art, "tekst")

    @property
    def enhet(self) -> str:
        """The unit to write after the field."""
        if self.slag != "tall":
            return ""
        return "kr" if self.inni == "kroner" else self.regel.enhet

    @property
    def antatt(self) -> bool:
        """Whether the value is only assumed."""
        return isinstance(self.raa, Mapping) and self.raa.get(KILDE) == ANTATT

    @property
    def lest(self) -> str:
        """The value as people read it."""
        v = self.verdi
        if isinstance(v, bool):
            return "ja" if v else "nei"
        if isinstance(v, date):
            return dato(v)
        if self.regel.valg:
            return str(self.regel.valget(v))
        return f"{self.vist} {i_ord(self.enhet)}".strip()

    @property
    def hvor(self) -> str:
        """The place as messages name it."""
        return som_sti(self.paa_siden)

    @property
    def paa_siden(self) -> Sti:
        """The place as the page knows it."""
        return (PLAN, VIST, *self.sti[2:]) if self.sti[0] == PLAN else self.sti

    @property
    def vist(self) -> str:
        """The value as it stands in the field."""
        v = self.verdi
        if v is None:
            return ""
        if self.slag == "fil":
            return skriv_verdi(v)
        if isinstance(v, bool):
            return "true" if v else "false"
        if isinstance(v, Decimal | int):
            return tall(v)
        return v.isoformat() if isinstance(v, date) else str(v)

    def tolk(self, skrevet: str) -> Any:
        """Return what was typed as a value. What can't be understood is left for the library."""
        rent = skrevet.strip()
        if rent == "":
            return None
        if rent == VET_IKKE:
            return rent
        match self.slag:
            case "tall":
                return les_tall(rent)
            case "dato":
                return _dag(rent)
            case "ja_nei":
                return {"true": True, "false": False}.get(rent, rent)
            case "fil":
                return _som_i_filen(rent)
            case _:
                return rent


def les_tall(skrevet: str) -> Decimal | str:
    """Read «12 345,50». «12.345» may be twelve or twelve thousand, and is left for the library."""
    if _TUSEN.fullmatch(skrevet):
        return skrevet
    rent = _MELLOMROM.sub("", skrevet).replace(",", ".").replace("\u2212", "-")
    try:
        return Decimal(rent)
    except InvalidOperation:
        return skrevet


def _dag(skrevet: str) -> date | str:
    try:
        return date.fromisoformat(skrevet)
    except ValueError:
        return skrevet


def _som_i_filen(skrevet: str) -> Any:
    try:
        return les_toml(f"x = {skrevet}", "feltet", "S").data["x"]
    except (Feilsamling, KeyError):
        return skrevet


def finn(data: Any, sti: Sti) -> Any:
    """Return what stands in a place, or None."""
    for ledd in sti:
        try:
            data = data[ledd]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def sett(data: MutableMapping[str, Any], felt: Felt, verdi: Any, *, svart: bool = False) -> None:
    """Put an answer in its place; None takes it out. What stands beside it stays.

    What a person has ``svart`` in the field is no longer assumed.
    """
    her: Any = data
    for ledd in felt.sti[:-1]:
        her = her.setdefault(ledd, {}) if isinstance(her, dict) else her[ledd]
    navn = felt.sti[-1]
    if verdi is None:
        her.pop(navn, None)
    elif felt.inni and isinstance(her.get(navn), dict):
        her[navn] = {**her[navn], felt.inni: verdi}
        if svart and her[navn].get(KILDE) == ANTATT:
            del her[navn][KILDE]
    else:
        her[navn] = verdi
