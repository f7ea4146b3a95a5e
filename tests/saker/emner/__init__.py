"""Hvert emne er én funksjon: den får en sak, og gir det reglene svarer, med sakens egne navn.

Et kapittel er en modul i denne mappen. Samme emne kan stå i flere kapitler. Da avgjør begynnelsen
på sakens id, så filnavnet, så hvilke andre emner filen har. Er navnet på emnet ukjent, kan
navnene på inndataene si hva saken handler om.
"""

from __future__ import annotations

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
        familie,
        skatt,
        trekktabell,
        uforetrygd,
    )

    moduler = (aap, andre_ytelser, arbeid, familie, skatt, trekktabell, uforetrygd)
    return tuple(m.KAPITTEL for m in moduler)


def finn(sak: Sak, blant: Iterable[Kapittel] | None = None) -> Emne:
    """Funksjonen for en sak."""
    alle = tuple(blant or kapitler())
    treff = [k for k in alle if sak.emne in k.emner]
    if not treff:
        return _etter_form(sak, alle)

    def passer(k: Kapittel) -> tuple[bool, bool, int]:
        return (
            sak.id.startswith(k.id_begynner) if k.id_begynner else False,
            sak.fil.startswith(k.navn),
            len(sak.filens_emner & k.emner.keys()),
        )

    treff.sort(key=passer, reverse=True)
    if len(treff) > 1 and passer(treff[0]) == passer(treff[1]):
        navn = " og ".join(k.navn for k in treff)
        raise IkkeStottet(f"emnet «{sak.emne}» finnes i {navn}, og saken sier ikke hvilket")
    return treff[0].emner[sak.emne]


def _etter_form(sak: Sak, alle: Iterable[Kapittel]) -> Emne:
    """Emnet som kjennes på inndataene. Har flere like mange av dem, er det ikke til å si."""
    har = set(sak.inn)
    former: dict[frozenset[str], Emne] = {
        e.form: e for k in alle for e in k.emner.values() if e.form and e.form <= har
    }
    flest = max(map(len, former), default=0)
    treff = [e for form, e in former.items() if len(form) == flest]
    if len(treff) != 1:
        raise IkkeStottet(f"emnet «{sak.emne}» er ikke kjent")
    return treff[0]
