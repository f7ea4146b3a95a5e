"""What is found along a line: frozen data, the same for every view of it.

Positions are in the unit of the line's first input, as people write it. Amounts are kroner a year
unless the name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from ytelsesrad.analyse.flytt import Maate
from ytelsesrad.analyse.polynom import rotter, trimmet
from ytelsesrad.beregning.resultat import Kroner, Modell

Stilling = Kroner
"""A place on the line; a plain decimal string in JSON, as amounts are."""


class Inndataledd(Modell):
    """An input that follows the line."""

    inndata: str
    tittel: str
    enhet: str
    medlem: int | None
    """Which job or child, from 1."""
    maate: Maate
    """Whether places are values, what is added to the plan's own, or percent of them."""
    fra_dag: date | None
    """The first day it moves; None is all the time."""
    fra: Kroner
    til: Kroner


class Andel(Modell):
    """What one coverage line does with more of what moves. Signed as in «å leve for»."""

    ytelse: str
    navn: str
    per_enhet: Kroner
    """Kroner a year for each unit of the line."""
    av_100: Kroner | None
    """Kroner of 100 kroner more before tax; None when nothing is earned along the line."""


class Strekning(Modell):
    """A piece. Amounts are without roundings; ``baand`` says how much they do.

    ``belop_fra`` is just after ``fra``, ``belop_til`` just before ``til``. Between them it is
    straight, unless two inputs that move are multiplied: then ``buer`` says how it bends.
    """

    fra: Stilling
    til: Stilling
    belop_fra: Kroner
    belop_til: Kroner
    linjer_fra: dict[str, Kroner]
    linjer_til: dict[str, Kroner]
    buer: dict[str, Kroner]
    """Coverage line → how far above the middle of its ends it is halfway; only those that bend."""
    per_enhet: Kroner
    """Kroner a year for each unit of the line, on average."""
    igjen_av_100: Kroner | None
    andeler: tuple[Andel, ...]
    baand: Kroner
    """Roundings can move the exact amounts up to this much."""

    def belop(self, t: Decimal) -> Decimal:
        """Return money to live on at a place on the piece, without roundings."""
        return self._mellom(t, self.belop_fra, self.belop_til, self._bue)

    def linje(self, ytelse: str, t: Decimal) -> Decimal:
        """Return one coverage line at a place on the piece, without roundings."""
        bue = self.buer.get(ytelse, Decimal(0))
        return self._mellom(t, self.linjer_fra[ytelse], self.linjer_til[ytelse], bue)

    def steder(self, belop: Decimal) -> list[Decimal]:
        """Return every place on the piece that gives an amount, in order."""
        bue, lengde = 4 * self._bue, self.til - self.fra
        stige = self.belop_til - self.belop_fra + bue
        p = trimmet((self.belop_fra - belop, stige, -bue))
        return [self.fra + u * lengde for u in rotter(p, Decimal(0), Decimal(1))]

    def vendepunkt(self) -> Decimal | None:
        """Return the place inside the piece that gives the most or the least, if any."""
        bue = 4 * self._bue
        u = bue and (self.belop_til - self.belop_fra + bue) / (2 * bue)
        return self.fra + u * (self.til - self.fra) if 0 < u < 1 else None

    @property
    def _bue(self) -> Decimal:
        return sum(self.buer.values(), Decimal(0))

    def _mellom(self, t: Decimal, fra: Decimal, til: Decimal, bue: Decimal) -> Decimal:
        u = (t - self.fra) / (self.til - self.fra) if self.til > self.fra else Decimal(0)
        return fra + u * (til - fra) + 4 * bue * u * (1 - u)


class Aarsak(Modell):
    """A rule whose condition turns here."""

    regel: str
    tittel: str
    periode: str
    hjemmel: str | None
    kilder: tuple[str, ...]
    grense: str | None
    """What the limit is called, e.g. the title of the rule that holds it."""
    grense_verdi: str | None
    """The limit with its unit, written for people."""
    setning_for: str | None
    """What the rule says of itself before the limit."""
    setning_etter: str | None


class Side(Modell):
    """What is so at a place, exactly, with all roundings."""

    stilling: Stilling
    belop: Kroner
    linjer: dict[str, Kroner]
    trinn: str | None
    """What the step of the rules is here, when they count in steps: «45 timer»."""


class Avstand(Modell):
    """How far a plan is from a limit."""

    plan: str
    stilling: Stilling
    avstand: Kroner
    """In the unit of the line; below zero when the plan is past the limit."""
    trinn: str | None
    """The same in what the rules count in steps, without sign; for falls."""
    kroner: Kroner | None
    """The same in kroner a year before tax, along the line."""


class Terskel(Modell):
    """A place where something turns: a kink (knekk), a fall or a leap (hopp)."""

    id: str
    art: Literal["knekk", "fall", "hopp"]
    ved: Stilling
    """Where the straight pieces meet, without roundings."""
    hopp: Kroner
    """The change of a year's money to live on at the place itself; 0 for a kink."""
    hopp_deler: dict[str, Kroner]
    igjen_av_100_for: Kroner | None
    igjen_av_100_etter: Kroner | None
    per_enhet_for: Kroner
    per_enhet_etter: Kroner
    aarsaker: tuple[Aarsak, ...]
    for_: Side | None
    """The last step before, of those people can choose between; for falls and leaps."""
    etter: Side | None
    like_mye: Stilling | None
    """For a fall: the lower place that gives as much as just after."""
    like_mye_trinn: str | None
    innhentet: Stilling | None
    """For a fall: the higher place that gives as much as just before."""
    innhentet_trinn: str | None
    avstander: tuple[Avstand, ...]


class Tap(Modell):
    """A range where more gives less than at some lower place."""

    fra: Stilling
    til: Stilling | None
    """None: not made up for on the line."""
    mindre: Kroner
    """How much less it is at the most, a year."""
    hvorfor: str
    """The title of the rule that causes it."""
    terskel: str | None


class Planpunkt(Modell):
    """A plan that lies on the line."""

    plan: str
    stilling: Stilling
    belop: Kroner
    igjen_av_100: Kroner | None
    """Of 100 kroner more than in the plan."""
    andeler: tuple[Andel, ...]
    """Who takes and gives of more than in the plan, on the piece that begins there or holds it."""
    en_til: Kroner | None
    """Kroner a year for one unit more than in the plan, such as one hour more a week."""
    uten_margin: str | None
    """The fall that one more step would go over."""
    snitt_av_100: Kroner | None
    """Of 100 kroner of all that is earned along the line, compared with the first plan."""


class Grenser(Modell):
    """Every limit along a line through one plan, for one settled year."""

    skjema: str = "grenser-1"
    regelsett: str
    regelsett_hash: str
    plan: str
    aar: int
    langs: tuple[Inndataledd, ...]
    steg: Stilling
    """The smallest step people can choose."""
    trinnvis: bool
    """The rules count in steps along the line: only whole steps are exact."""
    navn: dict[str, str]
    """Coverage line → name."""
    rader: dict[str, str]
    """Coverage line → the name of its row among amounts."""
    grupper: dict[str, str]
    """Coverage line → the group it is of, in the order of the rule book."""
    opphav: tuple[str, ...]
    """The coverage lines that grow because of the line itself."""
    strekninger: tuple[Strekning, ...]
    terskler: tuple[Terskel, ...]
    tap: tuple[Tap, ...]
    planer: tuple[Planpunkt, ...]
    grunnlag: Kroner | None
    """The first plan's money to live on in the year, which others are compared with."""
    grunnlag_plan: str
    baand: Kroner
    """The most that roundings move an amount."""
    regninger: int
    """Evaluations along the line."""
    eksakte: int
    """Exact evaluations at one place."""

    def strekning_ved(self, stilling: Decimal | int | str) -> Strekning:
        """Return the piece that a place is on; the later one where two meet.

        A place is in the unit of the first input of ``langs``. Raises ValueError for one that is
        not on the line.
        """
        t = Decimal(stilling)
        for s in reversed(self.strekninger):
            if s.fra <= t <= s.til:
                return s
        raise ValueError(f"{t} er utenfor linjen.")

    def belop_ved(self, stilling: Decimal | int | str) -> Decimal:
        """Return a year's money to live on (kroner) at a place, without roundings.

        Raises ValueError as ``strekning_ved``.
        """
        return self.strekning_ved(stilling).belop(Decimal(stilling))

    def naermest(
        self, plan: str, art: Literal["knekk", "fall", "hopp"] | None = None
    ) -> tuple[Terskel | None, Terskel | None]:
        """Return the nearest limit below a plan and the nearest at or above it, of a kind or any.

        Raises KeyError when the plan is not on the line.
        """
        steder = {p.plan: p.stilling for p in self.planer}
        alle = [t for t in self.terskler if art in (None, t.art)]
        under = [t for t in alle if t.ved < steder[plan]]
        over = [t for t in alle if t.ved >= steder[plan]]
        return under[-1] if under else None, over[0] if over else None

    def veien_til(self, belop: Decimal) -> tuple[tuple[Decimal, Decimal], ...]:
        """Return the places that give at least so many kroner a year, without roundings.

        Each range is its first and last place, in order; none when nothing on the line does.
        """
        omraader: list[tuple[Decimal, Decimal]] = []
        for s in self.strekninger:
            for bit in _over(s, belop):
                if omraader and omraader[-1][1] == bit[0]:
                    bit = (omraader.pop()[0], bit[1])
                omraader.append(bit)
        return tuple(omraader)


def _over(s: Strekning, belop: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    """Go through the parts of a piece that give at least an amount."""
    for fra, til in pairwise((s.fra, *s.steder(belop), s.til)):
        if s.belop((fra + til) / 2) >= belop and (til > fra or s.fra == s.til):
            yield fra, til
