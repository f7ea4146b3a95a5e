"""Plans that give less than today: how much, why, and what would give as much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.analyse.modell import Stilling
from ytelsesrad.beregning.resultat import Kroner, Modell
from ytelsesrad.lesbart import kroner
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
    """The coverage line that goes down the most."""
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


def finn_mindre(gevinster: Sequence[Gevinst], grenser: Sequence[Grenser]) -> tuple[Mindre, ...]:
    """Return the plans that give less than the first one, year by year."""
    return tuple(_ett(g, grenser) for g in gevinster if g.per_aar is not None and g.per_aar < 0)


def _ett(g: Gevinst, grenser: Sequence[Grenser]) -> Mindre:
    assert g.per_aar is not None
    verst = min(g.deler, key=lambda d: d.belop, default=None)
    mer = f"{kroner(-g.per_aar)} mindre å leve for i {g.aar} enn «{g.mot}»"
    tekst = f"«{g.plan}» gir {mer}."
    if verst is not None and verst.belop < 0:
        tekst += f" {verst.navn} blir {kroner(-verst.belop)} mindre."
    mindre = Mindre(
        plan=g.plan,
        aar=g.aar,
        belop=g.per_aar,
        ytelse=verst.ytelse if verst is not None and verst.belop < 0 else None,
        hvorfor=None,
        terskel=None,
        linje=None,
        under=None,
        over=None,
        tekst=tekst,
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
