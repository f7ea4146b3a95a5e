"""What is new since an earlier answer: frozen data, the same for every view of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ytelsesrad.beregning.resultat import Kroner, Modell


class Forrige(Modell):
    """The answer this one builds on."""

    skjema: str
    regnedato: date
    fra: date
    til: date
    regelsett: str
    regelsett_hash: str
    bibliotekversjon: str


class EndretRegel(Modell):
    """A rule that either answer has used, and that the book now says something else of."""

    regel: str
    tittel: str
    hva: Literal["ny_versjon", "rettet", "borte"]
    """``ny_versjon``: from a day. ``rettet``: what was there says something else."""
    fra: date | None
    """The day the new version holds from, or the day of the version that is corrected."""


class EndretInndata(Modell):
    """Something that was put in differently."""

    inndata: str
    tittel: str
    planer: tuple[str, ...]
    """The plans it is in; none: all that are in both answers."""
    foer: str | None
    """Written for people; None: it was not given."""
    naa: str | None


class EndretTid(Modell):
    """Another day of calculation, or another span."""

    regnedato: tuple[date, date]
    """Before and now."""
    fra: tuple[date, date]
    til: tuple[date, date]
    i_kraft: tuple[str, ...]
    """What has come into force between the two days: titles of rules that are used."""


class EndretBelop(Modell):
    """A plan's settled year, before and now. Kroner a year; the parts add up to ``endring``.

    The parts are found by computing the earlier inputs again: first with the rules of today, then
    for the span of today, and at last with the inputs of today. ``regler`` is what the first step
    changed, and so on. All are None when that could not be done.
    """

    plan: str
    aar: int
    foer: Kroner | None
    naa: Kroner | None
    endring: Kroner | None
    regler: Kroner | None
    tid: Kroner | None
    inndata: Kroner | None


class Endret(Modell):
    """All that is new since an earlier answer."""

    forrige: Forrige
    regler: tuple[EndretRegel, ...]
    regler_kjent: bool
    """Whether the earlier answer says which versions of the rules it used."""
    inndata: tuple[EndretInndata, ...]
    tid: EndretTid | None
    nye_planer: tuple[str, ...]
    borte_planer: tuple[str, ...]
    belop: tuple[EndretBelop, ...]
    """For plans and years that are in both answers."""
    ikke_fordelt: str | None
    """Why the amounts could not be split; None when they are."""

    @property
    def antall(self) -> int:
        """How many things are new."""
        return (
            len(self.regler)
            + len(self.inndata)
            + len(self.nye_planer)
            + len(self.borte_planer)
            + (self.tid is not None)
        )
