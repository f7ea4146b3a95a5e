"""Why a figure is what it is. It is named by where it stands in the answer (``data-fra``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ytelsesrad.forklaring import Betalingsforklaring, Forklaring

_STED = re.compile(r"/planer/(\d+)/(aar|maaneder)/(\d+)(?:/linjer/(\d+))?")
_BREDEST, _TRE, _MAANEDER = 400, 100, 12
Grunn = Forklaring | Betalingsforklaring


@dataclass(frozen=True)
class Hvorfor:
    """A heading, what the figure is made of, and what stands before it."""

    tittel: str
    grunner: tuple[Grunn, ...]
    foran: str = ""

    @property
    def html(self) -> str:
        """The sentence and the steps of each. The whole tree is long, and is asked for later."""
        apen = "open" if len(self.grunner) == 1 else None
        alle = "".join(str(_en(nr, g, apen)) for nr, g in enumerate(self.grunner))
        return self.foran + alle or "<p>Ingenting.</p>"
