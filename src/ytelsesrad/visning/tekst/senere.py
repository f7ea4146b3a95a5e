"""What is settled after the months shown: amount, which way, and when."""

from __future__ import annotations

from decimal import Decimal

from ytelsesrad.beregning.resultat import Aar, Aarsoppgjor, Planresultat, Resultat
from ytelsesrad.lesbart import Sprak, avrundet, kroner, sprak
from ytelsesrad.visning.tekst.linjer import avsnitt, brekk


def senere(
    resultat: Resultat, plan: Planresultat, bredde: int, *, etterskudd: bool = True
) -> list[str]:
    """Return the settlements after the last month shown, and both sums of each year."""
    linjer: list[str] = []
    for aar in plan.aar:
        oppgjor = oppgjor_senere(resultat, plan, aar)
        if oppgjor:
            linjer += brekk(oppgjor, bredde, "  ", " " * 10)
        for tekst in begge_summer(plan, aar, etterskudd=etterskudd):
            linjer += avsnitt(tekst, bredde)
    return linjer


def oppgjor_senere(resultat: Resultat, plan: Planresultat, aar: Aar) -> str:
    """Return the sentence about what is settled after the months shown, or nothing."""
    oppgjor = [
        o
        for o in aar.oppgjor
        if o.dato > resultat.meta.til and avrundet(o.belop) and not o.bare_avrunding
    ]
    s = sprak(resultat.meta.sprak)
    hva = s.liste(_oppgjor(plan, o, s) for o in oppgjor)
    return s("maaneder.senere", hva=hva) if oppgjor else ""


def begge_summer(plan: Planresultat, aar: Aar, *, etterskudd: bool = True) -> list[str]:
    """Return the year as paid and as settled, and what makes them differ."""
    hvorfor = _etterskuddsvis(plan, aar) if etterskudd else ()
    return [t for t in (_begge(aar), *hvorfor) if t]


def _oppgjor(plan: Planresultat, oppgjor: Aarsoppgjor, s: Sprak) -> str:
    paa_konto = etter_trekk(plan, oppgjor)
    nokkel = "maaneder.til_gode" if oppgjor.belop > 0 else "maaneder.tilbake"
    return s(
        nokkel if paa_konto is None else f"{nokkel}_trekk",
        hva=s.midt_i(oppgjor.tittel),
        belop=s.kroner(abs(oppgjor.belop)),
        maaned=s.maaned(oppgjor.dato),
        paa_konto="" if paa_konto is None else s.kroner(paa_konto),
    )


def etter_trekk(plan: Planresultat, oppgjor: Aarsoppgjor) -> Decimal | None:
    """Return what of the settlement reaches the account; None when nothing is taken out of it."""
    for b in plan.betalinger:
        if (b.betaling, b.dato) == (oppgjor.betaling, oppgjor.dato) and b.netto != b.brutto:
            return b.netto
    return None


def _etterskuddsvis(plan: Planresultat, aar: Aar) -> list[str]:
    """Return what is for the days of the year, where other money came on the account in it."""
    svar = []
    for linje in aar.linjer:
        skjev = any(
            b.ytelse == linje.ytelse and b.dato.year == aar.aar and b.fra_dag.year < aar.aar
            for b in plan.betalinger
            if not b.oppgjor
        )
        betalt, gjelder = linje.utbetalt, linje.gjort_opp
        if skjev and betalt is not None and gjelder is not None and avrundet(betalt - gjelder):
            svar.append(
                f"{linje.kort or linje.navn}: {kroner(betalt)} før trekk kom på konto i {aar.aar}, "
                f"og {kroner(gjelder)} gjelder {aar.aar}. Pengene kommer etter at perioden er over."
            )
    return svar


def _begge(aar: Aar) -> str:
    """Return the year as paid and as settled, when they clearly differ."""
    betalt, gjort_opp = aar.utbetalt_netto, aar.gjort_opp_netto
    if betalt is None or gjort_opp is None or not avrundet(gjort_opp - betalt, 100):
        return ""
    return (
        f"Inn på konto i {aar.aar}: {kroner(betalt)}. "
        f"Å leve for når alt for {aar.aar} er gjort opp: {kroner(gjort_opp)}."
    )
