"""Run the examples that stand in the rule files: known answers, with their sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ytelsesrad.lesbart import tall
from ytelsesrad.lesing import Feil, Sted, mente_du
from ytelsesrad.regelspraak import (
    Eksempel,
    Gitt,
    Kjoring,
    Oppgitt,
    Regel,
    Regnefeil,
    Ukjent,
    type_verdi,
)
from ytelsesrad.regelspraak.enheter import Art, les_enhet

if TYPE_CHECKING:
    from ytelsesrad.regelbok.bok import Regelbok

_BITTE = Decimal("1E-25")


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
    enhet: str = ""
    rett: str = "Rett regelen, eller rett svaret."
    nokkel: tuple[str, ...] = ()
    """Where in the example it stands, such as ``("svar", "sats")``."""

    def som_feil(self) -> Feil:
        """Return the difference as an error text."""
        navn = f" «{self.eksempel.tittel}»" if self.eksempel.tittel else ""
        hva = f"Eksemplet{navn} stemmer ikke."
        if self.regel:
            hva += f" Kilden sier {self.regel} = {_vis(self.ventet, self.enhet)}, "
            hva += f"reglene gir {_vis(self.fikk, self.enhet)}{self._avvik()}."
        hva += f" {self.hvorfor}" if self.hvorfor else ""
        return Feil("R23", self._sted(), hva, self.rett)

    def _avvik(self) -> str:
        if not isinstance(self.ventet, Decimal) or not isinstance(self.fikk, Decimal):
            return ""
        return f" (avvik {_vis(abs(self.fikk - self.ventet), self.enhet)})"

    def _sted(self) -> Sted:
        n = self.eksempel.sted
        return n.fil.sted(*n.sti, *self.nokkel, hvor=n.hvor)


class _UbrukeligError(Exception):
    """An example names a rule that is not there, or gives it a value that does not fit."""

    def __init__(self, hva: str, rett: str) -> None:
        super().__init__(hva)
        self.hva = hva
        self.rett = rett


def kjor_eksempler(bok: Regelbok) -> list[Eksempelsvar]:
    """Run every example of a book."""
    from ytelsesrad.regelbok.bok import regnemodus

    with regnemodus():
        return [svar for e in bok.samling.eksempler for svar in _kjor(bok, e)]


def _kjor(bok: Regelbok, e: Eksempel) -> list[Eksempelsvar]:
    svar: list[Eksempelsvar] = []
    oppgitt: list[Oppgitt] = []
    medlemmer: dict[str, int] = {}
    for navn, raa in e.gitt.items():
        try:
            regel = _regel(bok, e, navn)
            for m, verdi in enumerate(_verdier(regel, navn, raa)):
                oppgitt.append(Oppgitt(regel.id, m if regel.for_hver else None, alltid=verdi))
                if regel.for_hver:
                    medlemmer[regel.for_hver] = max(medlemmer.get(regel.for_hver, 0), m + 1)
        except _UbrukeligError as feil:
            svar.append(_ubrukelig(e, ("gitt", navn), feil))
    if svar:
        return svar
    gitt = Gitt(tuple(oppgitt), tuple(medlemmer.items()))
    kjoring = bok.kjor(gitt, date(e.dato.year - 1, 1, 1), date(e.dato.year + 1, 12, 31))
    for navn, raa in e.svar.items():
        try:
            regel = _regel(bok, e, navn)
            ventet = _verdier(regel, navn, raa)
        except _UbrukeligError as feil:
            svar.append(_ubrukelig(e, ("svar", navn), feil))
            continue
        for m, v in enumerate(ventet):
            forst = Eksempelsvar(e, regel.id, v, None, "", False, regel.enhet)
            forst = replace(forst, nokkel=("svar", navn))
            svar.append(_ett_svar(bok, kjoring, forst, m))
    return _med_grunner(bok, e, svar)


def _ubrukelig(e: Eksempel, nokkel: tuple[str, ...], feil: _UbrukeligError) -> Eksempelsvar:
    return Eksempelsvar(e, "", "", None, feil.hva, False, rett=feil.rett, nokkel=nokkel)


def _ett_svar(bok: Regelbok, kjoring: Kjoring, svar: Eksempelsvar, medlem: int) -> Eksempelsvar:
    e = svar.eksempel
    try:
        fikk = kjoring.les(svar.regel, e.dato, medlem, e.sett_fra)
    except Ukjent as u:
        mangler = [bok.program.regler[nr].regel.id for nr, _ in sorted(u.inndata)]
        rett = f'gitt = {{ …, "{mangler[0]}" = … }}'
        return replace(svar, hvorfor=f"Dette mangler: {', '.join(mangler)}.", rett=rett)
    except Regnefeil as feil:
        hvor = f" Det skjer i «{feil.regel}»." if feil.regel else ""
        return replace(svar, hvorfor=f"{feil.hva}{hvor}")
    return replace(svar, fikk=fikk, ok=_like(fikk, svar.ventet, e.avvik))


def _med_grunner(bok: Regelbok, e: Eksempel, svar: list[Eksempelsvar]) -> list[Eksempelsvar]:
    """Say of each difference where it begins, and which versions the view leaves out."""
    ulike = {s.regel for s in svar if not s.ok and s.regel}
    under = bok.program.lukning
    ut = []
    for s in svar:
        if s.ok or s.fikk is None:
            ut.append(s)
            continue
        grunner = (ulike & under[s.regel]) - {s.regel}
        forst = sorted(r for r in grunner if not (ulike & under[r]) - {r})
        hvorfor = f"Først ulik i: {', '.join(forst)}." if forst else ""
        utelatt = _utelatt(bok, e, s.regel if not forst else forst[0])
        if utelatt:
            rett = f"Ta bort  sett_fra = {e.sett_fra}  fra eksemplet, eller rett svaret."
            s = replace(s, rett=rett)
        ut.append(replace(s, hvorfor=" ".join(filter(None, (hvorfor, utelatt)))))
    return ut


def _utelatt(bok: Regelbok, e: Eksempel, regel: str) -> str:
    """Return the version that would hold but was not in use yet, as seen from the example's day."""
    if e.sett_fra is None:
        return ""
    for id_ in (regel, *sorted(bok.program.lukning[regel] - {regel})):
        for v in reversed(bok.samling.regler[id_].versjoner):
            if v.virkning <= e.dato and v.i_bruk > e.sett_fra:
                return (
                    f"Versjonen av «{id_}» fra {v.virkning} ble ikke brukt, fordi eksemplet er "
                    f"sett fra {e.sett_fra} (i bruk fra {v.i_bruk})."
                )
    return ""


def _like(fikk: type_verdi | None, ventet: type_verdi, avvik: Decimal) -> bool:
    if isinstance(fikk, Decimal) and isinstance(ventet, Decimal):
        return abs(fikk - ventet) <= avvik + _BITTE
    return fikk == ventet


def _regel(bok: Regelbok, e: Eksempel, navn: str) -> Regel:
    regler = bok.samling.regler
    for fullt in (navn, f"{e.mappe}.{navn}", f"felles.{navn}"):
        if fullt in regler and ":" not in fullt:
            return regler[fullt]
    kjente = [r.navn if r.mappe in (e.mappe, "felles") else r.id for r in regler.values()]
    nesten = mente_du(navn, (n for n in kjente if ":" not in n))
    raise _UbrukeligError(
        f"Regelen «{navn}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else ""),
        f"{nesten} = …" if nesten else "Rett navnet, eller ta det ut av eksemplet.",
    )


def _verdier(regel: Regel, navn: str, raa: object) -> list[type_verdi]:
    """Return the value, or one for each member. Raises _UbrukeligError."""
    liste: Iterable[object] = raa if isinstance(raa, list) and regel.for_hver else [raa]
    ut = []
    for verdi in liste:
        try:
            ut.append(grunnverdi(regel, verdi))
        except (TypeError, ArithmeticError):
            passer = _eksempelverdi(regel)[0]
            passer = f"en liste av slike: {passer}" if regel.for_hver else passer
            raise _UbrukeligError(
                f"«{navn}» er {regel.enhet}, så verdien skal være {passer}.",
                f"{navn} = {_eksempelverdi(regel)[1]}",
            ) from None
    return ut


def _eksempelverdi(regel: Regel) -> tuple[str, str]:
    match les_enhet(regel.enhet)[0].art:
        case Art.JA_NEI:
            return "true eller false", "true"
        case Art.DATO:
            return "en dato", "2026-01-31"
        case Art.TEKST:
            return "en tekst", f'"{regel.valg[0] if regel.valg else "…"}"'
        case _:
            return "et tall", "100"


def grunnverdi(regel: Regel, verdi: object) -> type_verdi:
    """Return a typed value in base form (70 in a rule of prosent is 0.70).

    Raises TypeError when it does not fit the unit of the rule.
    """
    type_, faktor = les_enhet(regel.enhet)
    match type_.art:
        case Art.JA_NEI if isinstance(verdi, bool):
            return verdi
        case Art.DATO if isinstance(verdi, date) and not isinstance(verdi, datetime):
            return verdi
        case Art.TEKST if isinstance(verdi, str):
            return verdi
        case Art.TALL if isinstance(verdi, int | Decimal) and not isinstance(verdi, bool):
            return Decimal(verdi) * faktor
        case _:
            raise TypeError(type(verdi).__name__)


def _vis(verdi: type_verdi | None, enhet: str) -> str:
    """Return a value as the file would say it, with all its decimals."""
    if verdi is None:
        return "ikke noe svar"
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if not isinstance(verdi, Decimal):
        return str(verdi)
    som_skrevet = verdi / les_enhet(enhet)[1] if enhet else verdi
    return f"{tall(som_skrevet)} {enhet}".removesuffix(" tall")
