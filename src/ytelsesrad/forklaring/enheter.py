"""The unit of a part of a formula: a pure number that ends up as the value has the rule's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ytelsesrad.regelspraak import tre

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.tolk import Tolk


class Enheter:
    """Units of the parts of one formula."""

    def __init__(self, tolk: Tolk, rot: tre.Node | None) -> None:
        self._tolk = tolk
        self._baerer: set[int] = set()
        if rot is not None:
            self._samle(rot)

    def av(self, node: tre.Node) -> str:
        """Return the unit of a part in words."""
        enhet = self._tolk.enhet(node)
        return self._tolk.regel.enhet if enhet == "tall" and id(node) in self._baerer else enhet

    def _samle(self, node: tre.Node) -> None:
        """Gather the parts that can be the value itself, or a term of it."""
        self._baerer.add(id(node))
        match node:
            case tre.Hvis():
                deler: tuple[tre.Node, ...] = (node.saa, node.ellers)
            case tre.Kall() if node.funksjon in ("laveste", "høyeste"):
                deler = tuple(node.argumenter)
            case tre.Kall() if node.funksjon.startswith("avrund"):
                deler = tuple(node.argumenter[:1])
            case tre.Regning() if node.op in "+-":
                deler = (node.a, node.b)
            case _:
                deler = ()
        for del_ in deler:
            self._samle(del_)
