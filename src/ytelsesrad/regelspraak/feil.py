"""What can go wrong while a rule is evaluated. Each ends that result; other results stand."""

from __future__ import annotations

from decimal import DecimalException, DivisionUndefined


class Regnefeil(Exception):
    """A rule could not be evaluated: why, and in which rule and period it began."""

    def __init__(self, hva: str, regel: str = "", periode: str = "") -> None:
        super().__init__(hva)
        self.hva = hva
        self.regel = regel
        self.periode = periode


class Ukjent(Exception):
    """Something that was not given, not computable and not assumed is needed.

    ``inndata`` is the number of the rule and the member, for each thing that is unknown.
    """

    def __init__(self, inndata: frozenset[tuple[int, int]]) -> None:
        super().__init__(inndata)
        self.inndata = inndata


def regnefeil_av(feil: Exception, regel: str = "", periode: str = "") -> Regnefeil:
    """Return what stopped the arithmetic, in words."""
    if isinstance(feil, Regnefeil):
        return feil
    if isinstance(feil, ZeroDivisionError) or DivisionUndefined in _signaler(feil):
        hva = "Delingen går ikke opp: det deles på 0."
    elif isinstance(feil, DecimalException):
        hva = "Tallet blir større enn vi kan regne med."
    elif isinstance(feil, RecursionError):
        hva = "Regelen spør for langt tilbake i tid."
    else:
        hva = "Datoen blir utenfor kalenderen (år 1 til 9999)."
    return Regnefeil(hva, regel, periode)


def _signaler(feil: Exception) -> list[object]:
    """Return what ``decimal`` says of an invalid operation."""
    return feil.args[0] if feil.args and isinstance(feil.args[0], list) else []
