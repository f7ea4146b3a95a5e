"""The same rules compiled once more, from the same trees, for numbers that carry their slope."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from types import FunctionType
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ytelsesrad.analyse.linjehjelp import LINJENAVN
from ytelsesrad.regelspraak import Program, tre

if TYPE_CHECKING:
    from ytelsesrad.regelspraak.kjor.program import Kregel
    from ytelsesrad.regelspraak.verdinokkel import Funksjon


class Linjeprogram(Program):
    """A program whose formulas call the functions of ``linjehjelp``.

    All but the compiled formulas is shared with the program it is made from.
    """

    def __init__(self, program: Program) -> None:
        self.__dict__.update(copy(program).__dict__)
        self.regler = [
            replace(
                r,
                versjoner=[replace(v, funksjon=None) for v in r.versjoner],
                valg={},
                formel=None,
                ved_start=None,
                antatt=None,
            )
            for r in program.regler
        ]

    def oversett(self, r: Kregel, node: tre.Node) -> Funksjon:
        """Compile a tree of a rule: the code is the same, the functions it calls are others."""
        f = super().oversett(r, node)
        assert isinstance(f, FunctionType)
        return FunctionType(f.__code__, {**f.__globals__, **LINJENAVN}, f.__name__)


_LAGET: WeakKeyDictionary[Program, Linjeprogram] = WeakKeyDictionary()


def linjeprogram(program: Program) -> Linjeprogram:
    """Return the program for lines of a program, made once."""
    svar = _LAGET.get(program)
    if svar is None:
        svar = _LAGET[program] = Linjeprogram(program)
    return svar
