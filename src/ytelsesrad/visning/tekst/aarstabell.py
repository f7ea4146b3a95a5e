"""The small table: the settled year divided by twelve, one column per plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import BOKMAAL, Sprak, avrundet, kroner, tall
from ytelsesrad.visning.tekst.avvik import merknad, storste_avvik
from ytelsesrad.visning.tekst.linjer import INNRYKK, avsnitt, setning, ytterst
from ytelsesrad.visning.tekst.planer import (
    aa_leve_for,
    aar_i,
    aarene,
    endring,
    er_som_naa,
    omtale,
    viktigst_forst,
)
from ytelsesrad.visning.tekst.tabell import GAP, Kolonne, rad, samlet_bredde, strek

PLANER_I_BREDDEN = 3
UKJENT = BOKMAAL("tall.ukjent")
SUM = BOKMAAL("tabell.sum")
_BREDESTE, _SMALESTE = 20, 12
_SMALESTE_BELOP = 8
_BREDESTE_NAVN = 40


def aarstabeller(resultat: Resultat, bredde: int) -> list[list[str]]:
    """Return a table for each year; more than three plans come in blocks, each with the first."""
    return [_aar(resultat, aar, bredde) for aar in aarene(resultat)]


def _blokker(planer: Sequence[Planresultat], flest: int) -> list[list[Planresultat]]:
    """Return the plans of each table: as many as there is room for, always the first."""
    if len(planer) <= max(flest, PLANER_I_BREDDEN):
        return [list(planer)]
    nye = PLANER_I_BREDDEN - 1
    return [[planer[0], *planer[n : n + nye]] for n in range(1, len(planer), nye)]


def linjer_i(resultat: Resultat, aar: int) -> dict[str, str]:
    """Return the coverage lines that are not nothing in all plans, with their names, in order."""
    navn: dict[str, str] = {}
    rekke: list[str] = []
    synlige = set()
    for plan in resultat.planer:
        funnet = aar_i(plan, aar)
        plass = 0
        for linje in funnet.linjer if funnet else ():
            navn.setdefault(linje.ytelse, linje.rad)
            if linje.ytelse not in rekke:
                rekke.insert(plass, linje.ytelse)
            plass = rekke.index(linje.ytelse) + 1
            if linje.gjort_opp is None or linje.gjort_opp != 0:
                synlige.add(linje.ytelse)
    return {ytelse: navn[ytelse] for ytelse in rekke if ytelse in synlige}


def per_maaned(plan: Planresultat, aar: int) -> dict[str, Decimal | None]:
    """Return the settled year of a plan by coverage line, in kroner a month, unrounded."""
    funnet = aar_i(plan, aar)
    return {
        linje.ytelse: None if linje.gjort_opp is None else linje.gjort_opp / 12
        for linje in (funnet.linjer if funnet else ())
    }


def _vis(belop: Decimal | None, *, fortegn: bool = False) -> str:
    return UKJENT if belop is None else tall(belop, 0, fortegn=fortegn)


def _aar(resultat: Resultat, aar: int, bredde: int) -> list[str]:
    navn = linjer_i(resultat, aar)
    forste = resultat.planer[0].navn
    endret = endring_fra(forste)
    lengste = max(map(len, (*navn.values(), SUM, endret)))
    ord_ = (len(o) for p in resultat.planer for o in p.navn.split(" "))
    smalest = max(_SMALESTE_BELOP, *ord_)
    flest = (bredde - len(INNRYKK) - lengste) // (smalest + GAP)
    blokker = _blokker(resultat.planer, flest)
    antall = max(map(len, blokker))
    minst = smalest if antall > PLANER_I_BREDDEN else _SMALESTE
    belop_bredde = min(_BREDESTE, max(minst, (bredde * 3 // 5 - GAP * antall) // antall))
    plass = bredde - samlet_bredde([Kolonne(belop_bredde)] * antall) - GAP
    forste_kolonne = Kolonne(min(plass, _BREDESTE_NAVN, max(lengste, 28)), hoyre=False)
    linjer: list[str] = []
    for blokk in blokker:
        kolonner = [forste_kolonne, *[Kolonne(belop_bredde)] * len(blokk)]
        if not linjer:
            tittel = f"Per måned, når alt for {aar} er gjort opp"
            linjer += ytterst(tittel, "kr per måned", samlet_bredde(kolonner))
        else:
            linjer.append("")
        linjer += _blokk(resultat, blokk, aar, navn, endret, kolonner)
    for plan in resultat.planer:
        funnet = aar_i(plan, aar)
        if funnet is not None and funnet.sikkerhet == "anslag":
            linjer += avsnitt(anslag(aar), bredde)
            break
    linjer += avsnitt(merknad(avvik_i(resultat, aar)), bredde)
    return linjer


def anslag(aar: int, s: Sprak = BOKMAAL) -> str:
    """Return the note for a year that rests on figures not yet set."""
    return s("tabell.anslag", aar=aar)


def endring_fra(forste: str, s: Sprak = BOKMAAL) -> str:
    """Return the heading of the row of changes."""
    if er_som_naa(forste, s):
        return s("plan.endring_i_dag")
    return s("plan.endring_fra", plan=omtale(forste, s))


def _blokk(
    resultat: Resultat,
    planer: Sequence[Planresultat],
    aar: int,
    navn: dict[str, str],
    endret: str,
    kolonner: Sequence[Kolonne],
) -> list[str]:
    belop = [per_maaned(plan, aar) for plan in planer]
    celler = [[_vis(b.get(ytelse, Decimal(0))) for b in belop] for ytelse in navn]
    summer = [_vis(aa_leve_for(plan, aar)) for plan in planer]
    endringer = [
        "" if plan is resultat.planer[0] else _vis(endring(resultat, plan, aar), fortegn=True)
        for plan in planer
    ]
    lengst = ["-" * max(map(len, kol)) for kol in zip(*celler, summer, endringer, strict=True)]
    linjer = rad(["", *(plan.navn for plan in planer)], kolonner, hode=True)
    for tittel, verdier in zip(navn.values(), celler, strict=True):
        linjer += rad([tittel, *verdier], kolonner)
    linjer += strek(["", *lengst], kolonner)
    linjer += rad([SUM, *summer], kolonner)
    if any(endringer):
        linjer += rad([endret, *endringer], kolonner)
    return linjer


def avvik_i(resultat: Resultat, aar: int) -> Decimal:
    """Return how far the rounded columns, changes and comparisons are from adding up."""
    summer: list[tuple[list[Decimal | None], Decimal | None]] = []
    forste = aa_leve_for(resultat.planer[0], aar)
    for plan in resultat.planer:
        netto = aa_leve_for(plan, aar)
        summer.append((list(per_maaned(plan, aar).values()), netto))
        if plan is not resultat.planer[0]:
            summer.append(([forste, endring(resultat, plan, aar)], netto))
    if len(resultat.planer) > 2:
        nest_siste, siste = (aa_leve_for(plan, aar) for plan in resultat.planer[-2:])
        if nest_siste is not None and siste is not None:
            summer.append(([nest_siste, siste - nest_siste], siste))
    return storste_avvik(summer)


def sammenligning(resultat: Resultat, bredde: int) -> list[str]:
    """Return the sentence that compares the last two plans, when there are three or more."""
    return avsnitt(sammenlignet(resultat), bredde)


def sammenlignet(resultat: Resultat) -> str:
    """Return the sentence of ``sammenligning``, or nothing."""
    aar = viktigst_forst(resultat)
    if len(resultat.planer) < 3 or not aar:
        return ""
    nest_siste, siste = resultat.planer[-2:]
    for_, etter = aa_leve_for(nest_siste, aar[0]), aa_leve_for(siste, aar[0])
    if for_ is None or etter is None:
        return ""
    naar = f" i {aar[0]}" if len(aar) > 1 else ""
    forskjell = avrundet(etter - for_)
    if forskjell == 0:
        hva = f"like mye i måneden{naar} som"
    else:
        retning = "mer" if forskjell > 0 else "mindre"
        hva = f"{kroner(abs(forskjell))} {retning} i måneden{naar} enn"
    return setning(f"{omtale(siste.navn)} gir altså {hva} {omtale(nest_siste.navn)}")
