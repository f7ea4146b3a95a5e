"""Plans that give less than today: how much, why, and what would give as much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.analyse.modell import Stilling
from ytelsesrad.beregning.resultat import Kroner, Modell, Resultat
from ytelsesrad.lesbart import Sprak, omtale, sprak
from ytelsesrad.raad.handlingsrom import kalt

_Linjer = Mapping[tuple[str, int, str], Decimal | None]
"""A settled year of a coverage line, by plan, year and line."""
_NESTEN_ALT = 20
"""Less than one part in so many is left: nearly nothing."""


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
    foer: Kroner | None
    """What it is in the first plan that year,"""
    naa: Kroner | None
    """and what is left of it in this plan. Signed as in «å leve for»."""
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
    linjer = {
        (p.navn, a.aar, x.ytelse): x.gjort_opp
        for p in resultat.planer
        for a in p.aar
        for x in a.linjer
    }
    return tuple(
        _ett(g, linjer, grenser, sprak(resultat.meta.sprak))
        for g in gevinster
        if g.mot == resultat.planer[0].navn and g.per_aar is not None and g.per_aar < 0
    )


def fordi(s: Sprak, navn: str, foer: Decimal | None, naa: Decimal | None) -> str:
    """Return why there is less: that a line «faller bort», nearly does, or «går ned»."""
    skjer = "skjer.gaar_ned"
    if foer is not None and naa is not None and foer > 0:
        if not naa:
            skjer = "skjer.faller_bort"
        elif naa * _NESTEN_ALT < foer:
            skjer = "skjer.nesten_bort"
    return s("mindre.fordi", hva=s(skjer, hva=s.midt_i(navn)))


def _ett(g: Gevinst, linjer: _Linjer, grenser: Sequence[Grenser], s: Sprak) -> Mindre:
    assert g.per_aar is not None
    verst = min((d for d in g.deler if d.belop < 0), key=lambda d: d.belop, default=None)
    foer, naa = (
        linjer.get((plan, g.aar, verst.ytelse)) if verst else None for plan in (g.mot, g.plan)
    )
    tekst = s(
        "mindre.tekst",
        plan=omtale(s.kjent(g.plan), s),
        belop=s.kroner(-g.per_aar),
        aar=g.aar,
        mot=omtale(s.kjent(g.mot), s),
        fordi=fordi(s, verst.navn, foer, naa) if verst else "",
    )
    mindre = Mindre(
        plan=g.plan,
        aar=g.aar,
        belop=g.per_aar,
        ytelse=verst.ytelse if verst else None,
        navn=verst.navn if verst else None,
        foer=foer,
        naa=naa,
        hvorfor=None,
        terskel=None,
        linje=None,
        under=None,
        over=None,
        tekst=f"{tekst[0].upper()}{tekst[1:]}",
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
