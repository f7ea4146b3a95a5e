"""The map of a TOML text: where every key and value stands, without a path kept for each."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import IntEnum


class Slag(IntEnum):
    """How a node came to be, which says what may be added to it later."""

    VERDI = 0
    INNLINJE = 1
    UNDERFORSTAATT = 2
    TABELL = 3
    PUNKTER = 4
    TABELLISTE = 5


@dataclass(frozen=True, slots=True)
class Spenn:
    """Offsets from and to, the last not included."""

    fra: int
    til: int


class Kart:
    """Nodes by number, 0 being the whole file. Compact, so that a hostile file stays small."""

    def __init__(self) -> None:
        self._tall = array("i")
        self._slag = bytearray()
        self._tabeller: dict[int, dict[str, int]] = {}
        self._lister: dict[int, array[int]] = {}
        self.antall_nokler = 0
        self.antall_verdier = 0
        self._ny(Spenn(0, 0), Slag.TABELL)

    def _ny(self, nokkel: Spenn, slag: Slag) -> int:
        self._tall.extend((nokkel.fra, nokkel.til, nokkel.fra, nokkel.til))
        self._slag.append(slag)
        return len(self._slag) - 1

    def legg_til(self, over: int, navn: str, nokkel: Spenn, slag: Slag) -> int:
        """Add a key to a table and return its node; its value stands at the key until told."""
        self.antall_nokler += 1
        node = self._ny(nokkel, slag)
        self._tabeller.setdefault(over, {})[navn] = node
        return node

    def legg_i_liste(self, liste: int, sted: Spenn, slag: Slag) -> int:
        """Add an element to a list and return its node."""
        if slag == Slag.TABELL:
            self.antall_nokler += 1
        else:
            self.antall_verdier += 1
        node = self._ny(sted, slag)
        self._lister.setdefault(liste, array("i")).append(node)
        return node

    def slag(self, node: int) -> Slag:
        """Return how a node came to be."""
        return Slag(self._slag[node])

    def sett_slag(self, node: int, slag: Slag) -> None:
        """Change how a node counts."""
        self._slag[node] = slag

    def nokkel(self, node: int) -> Spenn:
        """Return where the key stands; for an element of a list, where it begins."""
        return Spenn(self._tall[4 * node], self._tall[4 * node + 1])

    def sett_nokkel(self, node: int, nokkel: Spenn) -> None:
        """Change where the key stands."""
        self._tall[4 * node], self._tall[4 * node + 1] = nokkel.fra, nokkel.til

    def verdi(self, node: int) -> Spenn:
        """Return where the value stands; for a table, its heading."""
        return Spenn(self._tall[4 * node + 2], self._tall[4 * node + 3])

    def sett_verdi(self, node: int, fra: int, til: int) -> None:
        """Change where the value stands."""
        self._tall[4 * node + 2], self._tall[4 * node + 3] = fra, til

    def under(self, node: int, nokkel: str | int) -> int | None:
        """Return the node of a key of a table or a number of a list, if it is there."""
        if isinstance(nokkel, str):
            return self._tabeller.get(node, {}).get(nokkel)
        liste = self._lister.get(node)
        if liste is None or not 0 <= nokkel < len(liste):
            return None
        return liste[nokkel]

    def siste(self, liste: int) -> int:
        """Return the last element of a list of tables."""
        return self._lister[liste][-1]

    def finn(self, sti: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the node of a path, or of the longest part of it that is there, and its length."""
        node = 0
        for lengde, nokkel in enumerate(sti):
            neste = self.under(node, nokkel)
            if neste is None:
                return node, lengde
            node = neste
        return node, len(sti)
