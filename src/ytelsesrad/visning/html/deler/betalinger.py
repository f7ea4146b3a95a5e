"""Every payment: the day, what it is for, what is withheld, and the rule that gives the figure."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Planresultat, Resultat, Utbetaling
from ytelsesrad.lesbart import dato_kort, spenn, tall
from ytelsesrad.visning.html.deler.bygg import lukket, tabell
from ytelsesrad.visning.html.felt import celle, tekstcelle
from ytelsesrad.visning.oppmerking import El, el
from ytelsesrad.visning.tekst.linjer import setning
from ytelsesrad.visning.tekst.planer import omtale

_KOLONNER = ("Dato", "Hva", "For dagene", "Før trekk", "Trekk", "Inn på konto", "Regel")


def betalingene(resultat: Resultat) -> list[object]:
    """Return a table of the payments of each plan, and how to see why one is as it is."""
    tabeller = [_plan(nr, p) for nr, p in enumerate(resultat.planer) if p.betalinger]
    if not tabeller:
        return []
    antall = sum(len(p.betalinger) for p in resultat.planer)
    tekst = (
        "Grunnen til et beløp: «ytelsesrad forklar», filen din og navnet på regelen. "
        f"I svaret er det {tall(antall, 0)} betalinger."
    )
    return [el("p", tekst), lukket("Vis betalingene", tabeller)]


def _plan(nr: int, plan: Planresultat) -> El:
    return tabell(
        f"Kroner. {setning(omtale(plan.navn))}",
        _KOLONNER,
        [_rad(b, f"/planer/{nr}/betalinger/{n}") for n, b in enumerate(plan.betalinger)],
        navn=f"Betalinger, {plan.navn}",
        klasse="betalinger",
    )


def _rad(b: Utbetaling, sted: str) -> tuple[str | El, ...]:
    trekk = [f"{sted}/trekk/{k}/belop" for k in range(len(b.trekk))]
    return (
        dato_kort(b.dato),
        b.tittel,
        spenn(b.fra_dag, b.til_dag),
        celle(b.brutto, f"{sted}/brutto"),
        celle(sum((t.belop for t in b.trekk), b.brutto - b.brutto), trekk),
        celle(b.netto, f"{sted}/netto"),
        tekstcelle(f"{b.regel} {b.periode}", "tekst regel"),
    )
