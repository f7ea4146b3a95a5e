"""Why and where a walk through a text stopped."""

from __future__ import annotations

from enum import Enum, auto

from ytelsesrad.lesing.kart import Spenn


class Grunn(Enum):
    """Why."""

    NOKKEL = auto()
    LIKHETSTEGN = auto()
    OVERSKRIFT = auto()
    ETTER_OVERSKRIFT = auto()
    VERDI = auto()
    ETTER_VERDI = auto()
    DATO = auto()
    STRENG = auto()
    STYRETEGN = auto()
    OMVENDT = auto()
    I_KLAMME = auto()
    SISTE_KOMMA = auto()
    DOBBEL = auto()
    DOBBEL_TABELL = auto()
    DYBDE = auto()
    NOKLER = auto()
    SIFFER = auto()
    VERDIER = auto()


FOR_STORT = frozenset({Grunn.DYBDE, Grunn.NOKLER, Grunn.SIFFER, Grunn.VERDIER})


class Stopp(Exception):
    """The walk could not go on. All places are offsets.

    ``nokkel`` and ``verdi`` are the key and value last begun, ``klamme`` the innermost open
    bracket, ``forst`` where the same key stood before (-1 if it is not about that).
    """

    def __init__(
        self,
        grunn: Grunn,
        fra: int,
        til: int,
        *,
        nokkel: Spenn | None = None,
        verdi: int | None = None,
        klamme: int | None = None,
        forst: int = -1,
    ) -> None:
        super().__init__(grunn, fra)
        self.grunn = grunn
        self.fra = fra
        self.til = til
        self.nokkel = nokkel
        self.verdi = verdi
        self.klamme = klamme
        self.forst = forst
