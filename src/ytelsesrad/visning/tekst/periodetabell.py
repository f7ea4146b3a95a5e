"""Payment by payment: each period with what the rules show beside the amount."""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Betalingsperiode, Planresultat
from ytelsesrad.lesbart import dato_kort, spenn, tall
from ytelsesrad.visning.tekst.linjer import brekk, setning, ytterst
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad, samlet_bredde

_MINSTE, _STORSTE = 9, 20


def periodetabeller(plan: Planresultat, bredde: int) -> list[list[str]]:
    """Return a table for each kind of payment that the rules show period by period."""
    arter = list(dict.fromkeys(p.betaling for p in plan.perioder))
    return [_tabell(plan, [p for p in plan.perioder if p.betaling == art], bredde) for art in arter]


def _tabell(plan: Planresultat, perioder: Sequence[Betalingsperiode], bredde: int) -> list[str]:
    forste = perioder[0]
    titler = [k.tittel for k in forste.kolonner]
    hoder = ["Periode", *titler, "På konto", "Før trekk", "Inn på konto"]
    rader = [
        [
            spenn(p.fra_dag, p.til_dag),
            *(k.verdi or "ukjent" for k in p.kolonner),
            dato_kort(p.dato) if p.brutto else "",
            tall(p.brutto, 0),
            tall(p.netto, 0),
        ]
        for p in perioder
    ]
    kolonner = _kolonner(hoder, rader, bredde)
    tittel = f"{forste.tittel} periode for periode, {plan.navn}"
    linjer = ytterst(tittel, "kr", max(samlet_bredde(kolonner), len(tittel) + 4))
    linjer += rad(hoder, kolonner, hode=True)
    for celler in rader:
        linjer += rad(celler, kolonner)
    forklart = [p for p in perioder if p.setning and not p.brutto]
    if forklart:
        linjer += brekk(_uten_penger(forklart), bredde, "  ")
    return linjer


def _kolonner(hoder: Sequence[str], rader: Sequence[Sequence[str]], bredde: int) -> list[Kolonne]:
    svar = []
    for nr, hode in enumerate(hoder):
        innhold = max(len(celler[nr]) for celler in rader)
        ord_ = max(map(len, hode.split()))
        svar.append(Kolonne(min(max(innhold, ord_, _MINSTE), _STORSTE + 2), hoyre=nr > 0))
    mye = samlet_bredde(svar) - bredde
    if mye > 0:
        svar[0] = Kolonne(max(_MINSTE, svar[0].bredde - mye - GAP), hoyre=False)
    return svar


def _uten_penger(perioder: Sequence[Betalingsperiode]) -> str:
    """Return why some periods give nothing: the first reason in full, and how many more."""
    tekst = setning(perioder[0].setning or "")
    flere = len(perioder) - 1
    if flere:
        tekst += f" Det gjelder også {flere} {'periode' if flere == 1 else 'perioder'} til."
    return tekst
