"""What a surprise is: frozen data, the same for every view of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ytelsesrad.beregning.resultat import Kroner, Modell
from ytelsesrad.regelspraak.overraskelser import Slag

__all__ = ["Overraskelse", "Slag"]


class Overraskelse(Modell):
    """Something in a plan that a person may not expect.

    ``rang`` is its place among the plan's surprises, 1 for the one that matters most.
    """

    id: str
    """Kind, what it is about and when: unique in a plan, and the same the next time."""
    slag: Slag
    plan: str
    alvor: Literal["info", "obs", "stopp"]
    """``stopp``: the person may be without money. ``obs``: think of it. ``info``: good to know."""
    rang: int
    maaned: str | None
    """The month it shows, e.g. ``2026-03``."""
    dato: date | None
    """The day, when it is known."""
    belop: Kroner | None
    """Kroner. Below zero: less, or to pay. A year's or a month's: ``tekst`` says which."""
    tekst: str
    """What happens, in plain sentences; the rules' own words where they know more."""
    hvorfor: str | None
    """The rule's own sentence about it, when it has one."""
    gjor: str | None
    """What the person can do."""
    ytelse: str | None
    """The coverage line it is about."""
    betalinger: tuple[str, ...]
    """Names of the payments it rests on."""
    regler: tuple[str, ...]
    """The rules to open with ``forklar``."""
    meldinger: tuple[str, ...] = ()
    """Notes that say the same and need not be said again, as ``note_navn`` writes them."""
    viktig: bool = True
    """Whether it stands in the short answer, too."""
    del_av: str | None = None
    """The ``id`` of the surprise in the same plan that has the same cause and says the most."""
