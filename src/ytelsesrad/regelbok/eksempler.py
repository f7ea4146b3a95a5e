"""Run the examples that stand in the rule files: known answers, with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.lesing import Feil
from ytelsesrad.regelspraak import (
    Eksempel,
    Gitt,
    Oppgitt,
    Regel,
    Regnefeil,
    Ukjent,
    type_verdi,
)
from ytelsesrad.regelspraak.enheter import les_enhet

if TYPE_CHECKING:
    from ytelsesrad.regelbok.bok import Regelbok


@dataclass(frozen=True, slots=True)
class Eksempelsvar:
    """One answer of one example: what the source says and what the rules give."""

    eksempel: Eksempel
    regel: str
    ventet: type_verdi
    fikk: type_verdi | None
    """None when it could not be computed; then ``hvorfor`` says why."""
    hvorfor: str
    ok: bool

    def som_feil(self) -> Feil:
        """Return the difference as an error text."""
        navn = self.eksempel.tittel or self.regel
        fikk = "ikke noe svar" if self.fikk is None else _vis(self.fikk)
        hva = f"Eksemplet «{navn}» stemmer ikke: {self.regel} skulle bli {_vis(self.ventet)}, men "
        hva += f"reglene gir {fikk}." + (f" {self.hvorfor}" if self.hvorfor else "")
        return Feil("R23", self.eksempel.sted.sted(), hva, "Rett regelen, eller rett svaret.")


def kjor_eksempler(bok: Regelbok) -> list[Eksempelsvar]:
    """Run every example of a book."""
    from ytelsesrad.regelbok.bok import regnemodus

    with regnemodus():
        return [svar for e in bok.samling.eksempler for svar in _kjor(bok, e)]


def _kjor(bok: Regelbok, e: Eksempel) -> list[Eksempelsvar]:
    svar = []
    try:
        gitt = Gitt(tuple(_oppgitt(bok, e, navn, v) for navn, v in e.gitt.items()))
    except KeyError as feil:
        return [Eksempelsvar(e, str(feil.args[0]), "", None, "Regelen finnes ikke.", False)]
    kjoring = bok.kjor(gitt, date(e.dato.year - 1, 1, 1), date(e.dato.year + 1, 12, 31))
    for navn, ventet_raa in e.svar.items():
        try:
            regel = _regel(bok, e, navn)
        except KeyError:
            svar.append(Eksempelsvar(e, navn, "", None, "Regelen finnes ikke.", False))
            continue
        ventet = grunnverdi(regel, ventet_raa)
        fikk: type_verdi | None = None
        hvorfor = ""
        try:
            fikk = kjoring.les(regel.id, e.dato, sett_fra=e.sett_fra)
        except Ukjent as u:
            mangler = ", ".join(bok.program.regler[nr].regel.id for nr, _ in sorted(u.inndata))
            hvorfor = f"Dette mangler: {mangler}."
        except Regnefeil as feil:
            hvorfor = feil.hva
        svar.append(Eksempelsvar(e, regel.id, ventet, fikk, hvorfor, _like(fikk, ventet, e.avvik)))
    return svar


def _like(fikk: type_verdi | None, ventet: type_verdi, avvik: Decimal) -> bool:
    if isinstance(fikk, Decimal) and isinstance(ventet, Decimal):
        return abs(fikk - ventet) <= avvik + Decimal("1E-25")
    return fikk == ventet


def _regel(bok: Regelbok, e: Eksempel, navn: str) -> Regel:
    regler = bok.samling.regler
    for fullt in (navn, f"{e.mappe}.{navn}", f"felles.{navn}"):
        if fullt in regler:
            return regler[fullt]
    raise KeyError(navn)


def _oppgitt(bok: Regelbok, e: Eksempel, navn: str, verdi: object) -> Oppgitt:
    regel = _regel(bok, e, navn)
    return Oppgitt(regel.id, alltid=grunnverdi(regel, verdi))


def grunnverdi(regel: Regel, verdi: object) -> type_verdi:
    """Return a typed value in base form (70 in a rule of prosent is 0.70)."""
    if isinstance(verdi, bool | str | date):
        return verdi
    if isinstance(verdi, int | Decimal):
        return Decimal(verdi) * les_enhet(regel.enhet)[1]
    raise TypeError(type(verdi).__name__)


def _vis(verdi: type_verdi) -> str:
    return f"{verdi:f}" if isinstance(verdi, Decimal) else str(verdi)
