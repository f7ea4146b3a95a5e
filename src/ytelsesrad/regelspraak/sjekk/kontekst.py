"""Where an expression stands: the rule, the period and the members around it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ytelsesrad.kalender import Periodetype
from ytelsesrad.regelspraak.kapittel import PERIODETYPE, Regel

PERIODENAVN = {v: k.value for k, v in PERIODETYPE.items()}
_INNEHOLDER = {
    Periodetype.DAG: (Periodetype.MELDEPERIODE, Periodetype.MAANED, Periodetype.AAR),
    Periodetype.MELDEPERIODE: (),
    Periodetype.MAANED: (Periodetype.AAR,),
    Periodetype.AAR: (),
    Periodetype.KONSTANT: (),
}


def kan_leses(fra: Periodetype, til: Periodetype) -> bool:
    """Tell whether a rule of kind ``til`` can be named plainly in a period of kind ``fra``."""
    return til in (fra, Periodetype.KONSTANT) or til in _INNEHOLDER[fra]


@dataclass(frozen=True, slots=True)
class Kontekst:
    """The surroundings of a part of an expression."""

    regel: Regel
    egen: Periodetype
    periode: Periodetype
    grupper: frozenset[str] = field(default_factory=frozenset)
    """Groups that have a member here (the rule's own and those of loops)."""
    arter: tuple[str, ...] = ()
    """The payments a payment member can be."""
    hittil: bool = False
    """Inside «hittil i …»: all that is read here lies strictly before the rule's own period."""
    i_lokke: bool = False
    egen_betaling: bool = False
    """The payment member here is the one the rule itself stands at."""

    @staticmethod
    def for_regel(regel: Regel, arter: tuple[str, ...]) -> Kontekst:
        """Return the surroundings of a rule's own formula."""
        type_ = PERIODETYPE[regel.periode]
        grupper = frozenset((regel.for_hver,)) if regel.for_hver else frozenset()
        per_betaling = "betaling" in grupper
        return Kontekst(
            regel, type_, type_, grupper, arter if per_betaling else (), egen_betaling=per_betaling
        )

    def utenfor(self, arter: tuple[str, ...]) -> Kontekst:
        """Return where the rule itself stands, outside all loops («denne»)."""
        return Kontekst.for_regel(self.regel, arter)

    def med(self, **endret: object) -> Kontekst:
        """Return a copy with changes."""
        return replace(self, **endret)  # type: ignore[arg-type]
