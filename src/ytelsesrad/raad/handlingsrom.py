"""What a little more gives from where a plan stands, and how far it is to the nearest limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ytelsesrad.analyse import Andel, Grenser, Terskel
from ytelsesrad.analyse.modell import Planpunkt, Stilling
from ytelsesrad.beregning.resultat import Kroner, Modell


class Nabogrense(Modell):
    """A limit near a plan."""

    terskel: str
    """Its ``id`` among the limits of the line."""
    art: str
    tittel: str
    """What the limit is called."""
    ved: Stilling
    avstand: Stilling
    """In the unit of the line; below zero when the plan is past the limit."""
    trinn: str | None
    """The same in what the rules count in steps; for falls."""
    kroner: Kroner | None
    """The same in kroner a year before tax."""
    hopp: Kroner
    """The change of a year's money to live on at the limit; 0 for a kink."""
    like_mye: Stilling | None
    """For a fall: the lower place that gives as much as just after."""


class Handlingsrom(Modell):
    """A plan's place on a line: what more gives there, and the limits on both sides."""

    plan: str
    linje: int
    """Which of the lines in ``grenser`` it lies on, from 0."""
    stilling: Stilling
    igjen_av_100: Kroner | None
    """Of 100 kroner more than in the plan; None when the next step goes over a fall."""
    deler: tuple[Andel, ...]
    """What becomes of the rest, by coverage line, right after the plan's place."""
    en_til: Kroner | None
    """Kroner a year for one unit more of the line, such as one hour more a week."""
    under: Nabogrense | None
    over: Nabogrense | None
    neste_fall: Nabogrense | None
    """The nearest place above where there is less to live on at once."""


def finn_handlingsrom(grenser: Sequence[Grenser]) -> tuple[Handlingsrom, ...]:
    """Return the place of every plan that lies on a line."""
    return tuple(_ett(g, nr, p) for nr, g in enumerate(grenser) for p in g.planer)


def _ett(g: Grenser, nr: int, p: Planpunkt) -> Handlingsrom:
    naboer = list(_naboer(g, p))
    over = [n for n in naboer if n.avstand >= 0]
    under = [n for n in naboer if n.avstand < 0]
    return Handlingsrom(
        plan=p.plan,
        linje=nr,
        stilling=p.stilling,
        igjen_av_100=p.igjen_av_100,
        deler=p.andeler if p.igjen_av_100 is not None else (),
        en_til=p.en_til,
        under=max(under, key=lambda n: n.avstand, default=None),
        over=min(over, key=lambda n: n.avstand, default=None),
        neste_fall=min((n for n in over if n.art == "fall"), key=lambda n: n.avstand, default=None),
    )


def _naboer(g: Grenser, p: Planpunkt) -> Iterator[Nabogrense]:
    for t in g.terskler:
        for a in t.avstander:
            if a.plan == p.plan:
                yield Nabogrense(
                    terskel=t.id,
                    art=t.art,
                    tittel=kalt(t),
                    ved=t.ved,
                    avstand=a.avstand,
                    trinn=a.trinn,
                    kroner=a.kroner,
                    hopp=t.hopp,
                    like_mye=t.like_mye,
                )


def kalt(t: Terskel) -> str:
    """Return what a limit is called."""
    if not t.aarsaker:
        return "grense"
    return t.aarsaker[0].grense or t.aarsaker[0].tittel
