"""The unit of a part of a formula in words, for showing its value.

What is only a rule's value in another place, or a rounding or choice of it, keeps the rule's own
words («prosent», «G»); else the words come from the type of the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.enheter import Art, Type

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.kapittel import Regel

_EGNE = {Art.JA_NEI: "ja/nei", Art.DATO: "dato", Art.TEKST: "tekst"}


def enhet_av(node: tre.Node, regler: Mapping[str, Regel]) -> str:
    """Return the unit of a part, as a rule's ``enhet`` would say it."""
    navn = _baerer(node)
    if navn is not None and navn.regel is not None:
        return regler[navn.regel].enhet
    ord_ = enhetsord(node.type)
    return "kr og øre" if ord_ == "kr" else ord_


def enhetsord(type_: Type | None) -> str:
    """Return the unit of a type in words; a pure number is «tall»."""
    if type_ is None or type_.art is not Art.TALL:
        return _EGNE.get(type_.art, "tekst") if type_ else "tekst"
    return str(type_.enhet) if type_.enhet.potenser else "tall"


def _baerer(node: tre.Node) -> tre.Navn | None:
    """Return the name whose unit a part keeps, if there is one."""
    match node:
        case tre.Navn():
            return node
        case tre.Paa():
            return node.navn
        case tre.SettFra() | tre.Med() | tre.Fortegn():
            return _baerer(node.uttrykk)
        case tre.Samling() if node.art in ("laveste", "høyeste", "snitt"):
            return _baerer(node.uttrykk)
        case tre.Kall() if node.funksjon.startswith("avrund"):
            return _baerer(node.argumenter[0])
        case tre.Kall() if node.funksjon in ("laveste", "høyeste"):
            return _forste_baerer(node.argumenter)
        case tre.Hvis():
            return _forste_baerer((node.saa, node.ellers))
        case tre.Regning() if node.op in "+-":
            return _forste_baerer((node.a, node.b))
        case _:
            return None


def _forste_baerer(deler: Iterable[tre.Node]) -> tre.Navn | None:
    navn = (_baerer(del_) for del_ in deler)
    return next((n for n in navn if n is not None and n.regel is not None), None)
