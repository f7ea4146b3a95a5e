"""The edges of the graph of who asks whom, as they are found while formulas are checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Kant:
    """An edge of the graph: a rule asks another (for one kind of payment, if it has one for each).

    ``bak`` means strictly earlier in time.
    """

    regel: str
    art: str | None
    bak: bool
    fra: int
    """Where in the formula, for the error text."""
    egen_art: str | None = None
    """Set when the edge holds only where the asking rule stands at this kind of payment."""
    samme_tid: bool = True
    """Read in the asking rule's own period (not på, forrige or a loop with its own range)."""
    versjon: date | None = None
    """The day the asking version begins; None outside versions."""
