"""Read ``navn=verdi`` from the command line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from ytelsesrad.lesbart import tall as vis_tall
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel, type_verdi
from ytelsesrad.regelspraak.enheter import Art, les_enhet

_STED = Sted("--gitt")


def les_gitte(bok: Regelbok, par: Iterable[str], mappe: str) -> Gitt:
    """Return what is given; names in ``mappe`` need no folder.

    Raises Feilsamling with all faults at once.
    """
    feil: list[Feil] = []
    verdier: list[Oppgitt] = []
    grupper: dict[str, int] = {}
    for ett in par:
        navn, likhet, tekst = ett.partition("=")
        if not likhet:
            feil.append(
                Feil("S01", _STED, f"Skjønner ikke «{ett}».", "Skriv navn=verdi, uten mellomrom.")
            )
            continue
        try:
            egen = f"{mappe}.{navn}"
            regel = bok.finn(egen if egen in bok.samling.regler else navn)
            verdi = _verdi(regel, tekst)
        except Feilsamling as samling:
            feil.extend(samling.feil)
            continue
        if regel.for_hver is not None:
            grupper[regel.for_hver] = 1
        verdier.append(
            Oppgitt(
                regel.id,
                medlem=0 if regel.for_hver else None,
                alltid=verdi,
                ukjent=verdi is None,
            )
        )
    if feil:
        raise Feilsamling(tuple(feil))
    return Gitt(tuple(verdier), tuple(grupper.items()))


def _verdi(regel: Regel, tekst: str) -> type_verdi | None:
    if tekst == "vet ikke":
        return None
    type_, faktor = les_enhet(regel.enhet)
    match type_.art:
        case Art.JA_NEI:
            if tekst in ("ja", "nei", "true", "false"):
                return tekst in ("ja", "true")
            raise _galt(regel, tekst, "ja eller nei", "ja")
        case Art.DATO:
            try:
                return date.fromisoformat(tekst)
            except ValueError:
                raise _galt(regel, tekst, "en dato med året først", "2026-02-14") from None
        case Art.TALL:
            try:
                tall = Decimal(tekst.replace(",", ".").replace("_", "").replace(" ", ""))
            except InvalidOperation:
                raise _galt(regel, tekst, f"et tall ({regel.enhet})", "100") from None
            if not tall.is_finite() or len(tekst) > 40:
                raise _galt(regel, tekst, f"et tall ({regel.enhet})", "100")
            _krev_innenfor(regel, tall, tekst)
            return tall * faktor
        case _:
            if regel.valg and tekst not in regel.valg:
                raise _galt(regel, tekst, "en av " + ", ".join(regel.valg), regel.valg[0])
            return tekst


def _krev_innenfor(regel: Regel, tall: Decimal, tekst: str) -> None:
    """Raise Feilsamling when a number is outside the range of its input (in the unit as typed)."""
    i = regel.inndata
    if i is None or not (
        (i.minst is not None and tall < i.minst) or (i.hoyst is not None and tall > i.hoyst)
    ):
        return
    fra = "" if i.minst is None else f"minst {vis_tall(i.minst)}"
    til = "" if i.hoyst is None else f"høyst {vis_tall(i.hoyst)}"
    grenser = " og ".join(g for g in (fra, til) if g)
    raise _galt(regel, tekst, grenser, i.eksempel or vis_tall(i.minst or i.hoyst or Decimal(0)))


def _galt(regel: Regel, tekst: str, hva: str, eksempel: str) -> Feilsamling:
    return Feilsamling(
        (
            Feil(
                "S03",
                _STED,
                f"«{regel.navn}» skal være {hva}, ikke «{tekst[:60]}».",
                f"--gitt {regel.navn}={eksempel}",
            ),
        )
    )
