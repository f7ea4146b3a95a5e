"""Hvert emne er én funksjon: den får en sak, og gir det reglene svarer, med sakens egne navn.

Et kapittel er en modul i denne mappen. Samme emne kan stå i flere kapitler. Da avgjør begynnelsen
på sakens id, så filnavnet, så hvilke andre emner filen har. Er navnet på emnet ukjent, kan
navnene på inndataene si hva saken handler om.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tests.saker.sak import IkkeStottet, Sak
from tests.saker.sammenligning import Svar


@dataclass(frozen=True)
class Emne:
    """Et emne saker kan handle om."""

    navn: str
    funksjon: Callable[[Sak], Svar]
    prosa: Mapping[str, str]
    """Svar som ikke sammenlignes, og hvorfor. De er setninger eller fakta en melding bærer."""
    form: frozenset[str] = frozenset()
    """Har en sak alle disse inndataene, er det dette den handler om, hva emnet enn heter."""


@dataclass(frozen=True)
class Kapittel:
    """Emnene i en modul."""

    navn: str
    id_begynner: tuple[str, ...] = ()
    emner: dict[str, Emne] = field(default_factory=dict)

    def emne(
        self, *navn: str, prosa: Mapping[str, str] | None = None, form: Iterable[str] = ()
    ) -> Callable[[Callable[[Sak], Svar]], Callable[[Sak], Svar]]:
        """Registrer en funksjon for et eller flere emner."""

        def registrer(funksjon: Callable[[Sak], Svar]) -> Callable[[Sak], Svar]:
            for n in navn:
                assert n not in self.emner, n
                self.emner[n] = Emne(n, funksjon, prosa or {}, frozenset(form))
            return funksjon

        return registrer


def kapitler() -> tuple[Kapittel, ...]:
    """Alle kapitlene."""
    from tests.saker.emner import (
        aap,
        andre_ytelser,
        arbeid,
        bolig,
        familie,
        lonn,
        skatt,
        trekktabell,
        uforetrygd,
        uforetrygd_aaret,
    )

    moduler = (
        aap,
        andre_ytelser,
        arbeid,
        bolig,
        familie,
        lonn,
        skatt,
        trekktabell,
        uforetrygd,
        uforetrygd_aaret,
    )
    return tuple(m.KAPITTEL for m in moduler)


def finn(sak: Sak, blant: Iterable[Kapittel] | None = None) -> Emne:
    """Funksjonen for en sak."""
    alle = tuple(blant or kapitler())
    treff = [(k, e) for k in alle for e in k.emner.values() if e.navn == sak.emne]
    # «satser 2025» er det samme emnet som «satser 2026».
    treff = treff or [
        (k, e) for k in alle for e in k.emner.values() if _uten_aar(e.navn) == _uten_aar(sak.emne)
    ]
    if not treff:
        return _etter_form(sak, alle)

    def passer(valg: tuple[Kapittel, Emne]) -> tuple[bool, bool, int]:
        k, _ = valg
        return (
            sak.id.startswith(k.id_begynner) if k.id_begynner else False,
            sak.fil.startswith(k.navn),
            len(sak.filens_emner & k.emner.keys()),
        )

    treff.sort(key=passer, reverse=True)
    if len(treff) > 1 and passer(treff[0]) == passer(treff[1]):
        navn = " og ".join(k.navn for k, _ in treff)
        raise IkkeStottet(f"emnet «{sak.emne}» finnes i {navn}, og saken sier ikke hvilket")
    return treff[0][1]


def _uten_aar(emne: str) -> str:
    return re.sub(r"\b(19|20)\d\d\b", "år", emne)


def _etter_form(sak: Sak, alle: Iterable[Kapittel]) -> Emne:
    """Emnet som kjennes på inndataene. Har flere like mange av dem, er det ikke til å si."""
    har = set(sak.inn)
    former: dict[frozenset[str], Emne] = {}
    for k in alle:
        for e in k.emner.values():
            if e.form and e.form <= har:
                former.setdefault(e.form, e)
    flest = max(map(len, former), default=0)
    treff = [e for form, e in former.items() if len(form) == flest]
    if len(treff) != 1:
        raise IkkeStottet(f"emnet «{sak.emne}» er ikke kjent")
    return treff[0]
