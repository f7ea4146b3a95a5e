"""Note faults of things that name rules, at the key that names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ytelsesrad.lesing import Feil, mente_du
from ytelsesrad.regelspraak.enheter import Type
from ytelsesrad.regelspraak.kapittel import Nokkel, Regel
from ytelsesrad.regelspraak.samling import FELLES, Samling

_LISTER = ("felt", "berorer", "krever", "med")


@dataclass(slots=True)
class Melder:
    """Gathers faults, and finds the rules that are named outside formulas."""

    samling: Samling
    enheter: Mapping[str, Type]
    feil: list[Feil]

    def meld(
        self, kode: str, sted: Nokkel, hva: str, rett: str = "", *, advarsel: bool = False
    ) -> None:
        """Note a fault."""
        alvor = "advarsel" if advarsel else "feil"
        self.feil.append(Feil(kode, sted.sted(), hva, rett, alvor))  # type: ignore[arg-type]

    def finn(self, navn: str, sted: Nokkel, hva: str) -> Regel | None:
        """Return a rule by full name, or note that it does not exist."""
        regel = self.samling.regler.get(navn)
        if regel is not None:
            return regel
        mappe, _, kort = navn.partition(".")
        synlige = {
            (r.navn if r.mappe in (mappe, FELLES) else r.id)
            for r in self.samling.regler.values()
            if ":" not in r.id
        }
        nesten = mente_du(kort, synlige) or mente_du(navn, synlige)
        nokkel = str(sted.sti[-1]) if isinstance(sted.sti[-1], str) else ""
        rett = "Lag regelen, eller rett navnet."
        if nesten:
            rett = f'{nokkel} = ["{nesten}"]' if nokkel in _LISTER else f'{nokkel} = "{nesten}"'
        self.meld(
            "R06",
            sted,
            f"{hva} nevner regelen «{kort}», som ikke finnes."
            + (f" Mente du «{nesten}»?" if nesten else ""),
            rett,
        )
        return None

    def krev_navn(self, navn: str, kjente: Iterable[str], sted: Nokkel, hva: str) -> None:
        """Note a name that is none of those known."""
        alle = tuple(kjente)
        if navn in alle:
            return
        nesten = mente_du(navn, alle)
        nokkel = str(sted.sti[-1])
        self.meld(
            "R06",
            sted,
            f"{hva} «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
            f'{nokkel} = "{nesten}"' if nesten else "Lag det først, eller rett navnet.",
        )


def ved(sted: Nokkel, *sti: str | int) -> Nokkel:
    """Return the place of a key inside a table."""
    return Nokkel(sted.fil, (*sted.sti, *sti), sted.hvor)
