"""Which payments a filter can let through, judged by their constant labels alone."""

from __future__ import annotations

from ytelsesrad.regelspraak import tre
from ytelsesrad.regelspraak.kapittel import Betaling, type_verdi


def kan_passere(vilkaar: tre.Node, betaling: Betaling) -> bool:
    """Tell whether the filter may be true of the payment. What isn't constant counts as maybe."""
    return _verdi(vilkaar, betaling) is not False


def _verdi(node: tre.Node, b: Betaling) -> type_verdi | None:
    """Return the value of an expression, or None for «perhaps»."""
    match node:
        case tre.JaNei() | tre.Tekst():
            return node.verdi
        case tre.Navn() if node.navn.startswith("betaling."):
            return _merke(node.navn.removeprefix("betaling."), b)
        case tre.Ikke():
            x = _verdi(node.uttrykk, b)
            return not x if isinstance(x, bool) else None
        case tre.Logisk():
            x, y = _verdi(node.a, b), _verdi(node.b, b)
            avgjor = node.op == "eller"
            if avgjor in (x, y) and (x is avgjor or y is avgjor):
                return avgjor
            return (not avgjor) if isinstance(x, bool) and isinstance(y, bool) else None
        case tre.Sammenlign() if node.op in ("=", "<>"):
            x, y = _verdi(node.a, b), _verdi(node.b, b)
            if x is None or y is None:
                return None
            return (x == y) == (node.op == "=")
        case _:
            return None


def _merke(navn: str, b: Betaling) -> type_verdi | None:
    if navn == "oppgjor":
        return b.oppgjor
    if navn == "kilde":
        return b.id
    if navn == "betaler":
        return b.betaler
    return b.merker.get(navn)
