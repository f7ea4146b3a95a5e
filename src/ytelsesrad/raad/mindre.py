"""Plans that give less than today: how much, why, and what would give as much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.analyse.modell import Stilling
from ytelsesrad.beregning.resultat import Aar, Kroner, Modell, Resultat
from ytelsesrad.lesbart import kroner, midt_i, omtale
from ytelsesrad.raad.handlingsrom import kalt


class Omraade(Modell):
    """A stretch of a line, both ends included, in the unit of the line."""

    fra: Stilling
    til: Stilling


class Mindre(Modell):
    """A plan that gives less than the first one in a settled year."""

    plan: str
    aar: int
    belop: Kroner
    """Kroner a year; below zero."""
    ytelse: str | None
    """The coverage line that goes down the most; None when none does."""
    navn: str | None
    """What it is called."""
    faller_bort: bool
    """Whether nothing is left of it that year."""
    hvorfor: str | None
    """The limit the plan is past, in the rule's own words; else None."""
    terskel: str | None
    linje: int | None
    """Which of the lines in ``grenser`` the places are on; None when there is none."""
    under: Omraade | None
    """The nearest places below the plan that give at least as much as today."""
    over: Omraade | None
    """The nearest places above it that do."""
    tekst: str
    """One plain sentence."""


def finn_mindre(
    resultat: Resultat, gevinster: Sequence[Gevinst], grenser: Sequence[Grenser]
) -> tuple[Mindre, ...]:
    """Return the plans that give less than the first one, year by year."""
    aarene = {(p.navn, a.aar): a for p in resultat.planer for a in p.aar}
    return tuple(
        _ett(g, aarene[g.plan, g.aar], grenser)
        for g in gevinster
        if g.mot == resultat.planer[0].navn and g.per_aar is not None and g.per_aar < 0
    )


def _ett(g: Gevinst, aar: Aar, grenser: Sequence[Grenser]) -> Mindre:
    assert g.per_aar is not None
    verst = min((d for d in g.deler if d.belop < 0), key=lambda d: d.belop, default=None)
    borte = verst is not None and any(
        linje.ytelse == verst.ytelse and linje.gjort_opp == 0 for linje in aar.linjer
    )
    tekst = (
        f"{omtale(g.plan)} gir {kroner(-g.per_aar)} mindre å leve for i {g.aar} enn {omtale(g.mot)}"
    )
    if verst is not None:
        tekst += f", fordi {midt_i(verst.navn)} {'faller bort' if borte else 'går ned'}"
    mindre = Mindre(
        plan=g.plan,
        aar=g.aar,
        belop=g.per_aar,
        ytelse=verst.ytelse if verst else None,
        navn=verst.navn if verst else None,
        faller_bort=borte,
        hvorfor=None,
        terskel=None,
        linje=None,
        under=None,
        over=None,
        tekst=f"{tekst[0].upper()}{tekst[1:]}.",
    )
    for nr, linje in enumerate(grenser):
        plass = next((p for p in linje.planer if p.plan == g.plan), None)
        if plass is not None and linje.aar == g.aar and linje.grunnlag_plan == g.mot:
            return mindre.model_copy(update=_veien(linje, nr, plass.stilling))
    return mindre


def _veien(g: Grenser, nr: int, her: Stilling) -> dict[str, object]:
    svar: dict[str, object] = {"linje": nr}
    fall = [t for t in g.terskler if t.art == "fall" and t.ved <= her]
    if fall:
        verst = min(fall, key=lambda t: t.hopp)
        etter = verst.aarsaker[0].setning_etter if verst.aarsaker else None
        svar |= {"terskel": verst.id, "hvorfor": etter or kalt(verst)}
    if g.grunnlag is None:
        return svar
    biter = list(_biter(g))
    svar["under"] = max((b for b in biter if b.til <= her), key=lambda b: b.til, default=None)
    svar["over"] = min((b for b in biter if b.fra >= her), key=lambda b: b.fra, default=None)
    return svar


def _biter(g: Grenser) -> Iterator[Omraade]:
    assert g.grunnlag is not None
    for fra, til in g.veien_til(g.grunnlag):
        yield Omraade(fra=fra, til=til)
