"""What comes after the months shown, and every step from the account to what the year gives."""

from __future__ import annotations

from ytelsesrad.beregning.resultat import Aar, Avstemmingslinje, Planresultat, Resultat
from ytelsesrad.lesbart import BOKMAAL, Sprak, avrundet, kroner, sprak, tall
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, brekk
from ytelsesrad.visning.tekst.oppgjor import Samlet, samlede
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad, strek


def senere(resultat: Resultat, plan: Planresultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return the settlements after the last month shown, and the way from paid to settled.

    ``kort``: both sums in one sentence, without the steps between them.
    """
    linjer: list[str] = []
    for aar in plan.aar:
        oppgjor = oppgjor_senere(resultat, aar)
        if oppgjor:
            linjer += brekk(oppgjor, bredde, "  ", " " * 10)
        linjer += avsnitt(_begge(aar), bredde) if kort else _avstemt(aar, bredde)
    return linjer


def oppgjor_senere(resultat: Resultat, aar: Aar) -> str:
    """Return the sentence about what is settled after the months shown, or nothing."""
    s = sprak(resultat.meta.sprak)
    etter = (o for o in aar.oppgjor if o.dato > resultat.meta.til)
    oppgjor = [o for o in samlede(etter) if avrundet(o.belop) and not o.bare_avrunding]
    hva = s.liste(_oppgjor(o, s) for o in oppgjor)
    return s("maaneder.senere", hva=hva) if oppgjor else ""


def avstemmingen(aar: Aar) -> list[Avstemmingslinje]:
    """Return the steps worth a line: those of at least a krone."""
    return [x for x in aar.avstemming if avrundet(x.belop)]


def _begge(aar: Aar) -> str:
    """Return the year as paid and as settled, when they clearly differ."""
    betalt, gjort_opp = aar.utbetalt_netto, aar.gjort_opp_netto
    if betalt is None or gjort_opp is None or not avrundet(gjort_opp - betalt, 100):
        return ""
    return (
        f"Inn på konto i {aar.aar}: {kroner(betalt)}. "
        f"Å leve for når alt for {aar.aar} er gjort opp: {kroner(gjort_opp)}."
    )


def grunnen(linje: Avstemmingslinje) -> str:
    """Return why a step is as it is, with the paragraph; nothing for one without a reason."""
    if linje.grunn is None:
        return ""
    return f"{linje.grunn} ({linje.hjemmel})" if linje.hjemmel else linje.grunn


def _oppgjor(oppgjor: Samlet, s: Sprak) -> str:
    nokkel = "maaneder.til_gode" if oppgjor.belop > 0 else "maaneder.tilbake"
    return s(
        f"{nokkel}_trekk" if oppgjor.trekkes else nokkel,
        hva=s.liste(map(s.midt_i, oppgjor.titler)),
        belop=s.kroner(abs(oppgjor.belop)),
        maaned=s.maanedene(oppgjor.datoer),
        paa_konto=s.kroner(abs(oppgjor.netto)),
    )


def _avstemt(aar: Aar, bredde: int) -> list[str]:
    """Return the reconciliation of a year as a small table, and the reasons under it."""
    linjene = avstemmingen(aar)
    if not linjene or aar.utbetalt_netto is None or aar.gjort_opp_netto is None:
        return []
    s = BOKMAAL
    rader = [
        (s("avstemming.konto", aar=aar.aar), tall(aar.utbetalt_netto, 0)),
        *((x.tittel, tall(x.belop, 0, fortegn=True)) for x in linjene),
        (s("avstemming.sum", aar=aar.aar), tall(aar.gjort_opp_netto, 0)),
    ]
    belop = max(len(b) for _, b in rader)
    plass = bredde - len(INNRYKK) - GAP - belop
    kolonner = (Kolonne(min(max(len(t) for t, _ in rader), plass), hoyre=False), Kolonne(belop))
    *steg, sum_ = rader
    svar = ["", *avsnitt(f"{s('avstemming.tittel', aar=aar.aar)}:", bredde)]
    for celler in steg:
        svar += rad(celler, kolonner)
    svar += [*strek(("", sum_[1]), kolonner), *rad(sum_, kolonner)]
    for x in linjene:
        if x.slag in ("forskjell", "etterskudd"):
            svar += avsnitt(grunnen(x), bredde)
    return svar
