"""Where the time of a whole answer goes, the first time it is asked for in a process.

The rule book is read anew for each round, so that translating the formulas is part of it.
"""

from __future__ import annotations

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from benk.maaling import EKSEMPEL, Maaling
from ytelsesrad import Regelbok, Situasjon, gi_raad
from ytelsesrad.visning import svar

_HELHET, _GI = "ytelsesrad.beregning.helhet", "ytelsesrad.raad.gi"
_PROGRAM = "ytelsesrad.regelspraak.kjor.program"
DELER: dict[str, tuple[str, tuple[str, ...]]] = {
    "Oversette formlene som trengs": (_PROGRAM, ("Oversetter.funksjon",)),
    "Krav til det som er lagt inn": (_HELHET, ("sjekk_krav",)),
    "Betalinger": (_HELHET, ("finn_utbetalinger",)),
    "Måneder, perioder og år": (_HELHET, ("finn_maaneder", "finn_perioder", "finn_aar")),
    "Meldinger": (_HELHET, ("finn_meldinger",)),
    "Forutsetninger, mangler, forbehold og dekning": (
        _HELHET,
        ("finn_forutsetninger", "finn_mangler", "finn_forbehold", "finn_dekning"),
    ),
    "Grenser": (_GI, ("finn_alle_grenser",)),
    "Overraskelser og usikkerhet": (_GI, ("finn_overraskelser", "finn_usikkerhet")),
}
"""Part → the module that calls its functions. A part is without the parts inside it."""
_RESTEN = "Resten av svaret"


class Klokke:
    """Time by part; what happens inside another part counts only there."""

    def __init__(self) -> None:
        self.tider: defaultdict[str, float] = defaultdict(float)
        self._inni: list[float] = []

    def rundt(self, navn: str, f: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function with its time taken."""

        def med_tid(*a: Any, **k: Any) -> Any:
            self._inni.append(0.0)
            start = time.perf_counter()
            try:
                return f(*a, **k)
            finally:
                alt = (time.perf_counter() - start) * 1000
                self.tider[navn] += alt - self._inni.pop()
                if self._inni:
                    self._inni[-1] += alt

        return med_tid

    @contextmanager
    def paa_delene(self) -> Iterator[None]:
        """Take the time of every part."""
        gamle = []
        for navn, (modul, funksjoner) in DELER.items():
            for sti in funksjoner:
                *eiere, sist = sti.split(".")
                eier: Any = import_module(modul)
                for ledd in eiere:
                    eier = getattr(eier, ledd)
                gamle.append((eier, sist, getattr(eier, sist)))
                setattr(eier, sist, self.rundt(navn, getattr(eier, sist)))
        try:
            yield
        finally:
            for eier, navn, f in gamle:
                setattr(eier, navn, f)


def _runde() -> dict[str, float]:
    gc.collect()
    k = Klokke()
    with k.paa_delene():
        bok = k.rundt("Lese regelboken", Regelbok.standard)()
        situasjon = k.rundt("Lese situasjonen", Situasjon.les)(EKSEMPEL, bok)
        raad = k.rundt(_RESTEN, gi_raad)(situasjon, bok)
        k.rundt("Vise svaret som tekst", svar)(raad)
    return k.tider


def maal_deler(ganger: int) -> list[Maaling]:
    """Measure each part of a whole answer, in the order they come."""
    _runde()
    runder = [_runde() for _ in range(ganger)]
    foran, bak = ("Lese regelboken", "Lese situasjonen"), (_RESTEN, "Vise svaret som tekst")
    return [Maaling(navn, tuple(r[navn] for r in runder)) for navn in (*foran, *DELER, *bak)]
