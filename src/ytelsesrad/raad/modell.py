"""The whole answer, as one frozen object.

A ``Raad`` is a ``Resultat`` with all that is found by looking at it: every view of a result takes
it, and its JSON has everything the result's has, in the same places.
"""

from __future__ import annotations

from ytelsesrad.analyse import Gevinst, Grenser
from ytelsesrad.analyse.usikkerhet import Usikkerhet
from ytelsesrad.beregning import Meta, Resultat
from ytelsesrad.raad.bevis import Bevis
from ytelsesrad.raad.endret.modell import Endret
from ytelsesrad.raad.grunnlag import Grunnlaget
from ytelsesrad.raad.handlingsrom import Handlingsrom
from ytelsesrad.raad.inndata import Inndata
from ytelsesrad.raad.linjer import UtenGrenser
from ytelsesrad.raad.mindre import Mindre
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.raad.plikter import Plikt
from ytelsesrad.raad.regler import Avtrykk
from ytelsesrad.raad.rettigheter import Rettigheter
from ytelsesrad.raad.utenfor import Utenfor
from ytelsesrad.raad.utvalg import Uvesentlig
from ytelsesrad.raad.varsler import Varsel


class Raadmeta(Meta):
    """What the answer was computed with, what it is for, and how long it can be trusted."""

    skjema: str = "raad-1"
    sprak: str = "nb"
    """The language of the texts."""


class Raad(Resultat):
    """The whole answer to «what do I have to live on if I take the job, and what can go wrong?»."""

    meta: Raadmeta
    mindre: tuple[Mindre, ...]
    """Plans that give less than the first one. Look here first."""
    gevinst: tuple[Gevinst, ...]
    """What work gives: every two plans with each other, year by year."""
    handlingsrom: tuple[Handlingsrom, ...]
    """What a little more gives in each plan, and how far it is to the nearest limits."""
    grenser: tuple[Grenser, ...]
    """Every limit along the natural line of each plan; none when it is not asked for."""
    uten_grenser: tuple[UtenGrenser, ...]
    rettigheter: Rettigheter
    plikter: tuple[Plikt, ...]
    varsler: tuple[Varsel, ...]
    overraskelser: tuple[Overraskelse, ...]
    usikkerhet: Usikkerhet | None
    """The span of every total; None when it is not asked for."""
    grunnlag: Grunnlaget
    """What it rests on: what is verified, what is said, what is assumed, and what that is worth."""
    utenfor: Utenfor
    uvesentlig: Uvesentlig | None = None
    """What was too little to stand in the short answer; None in answers from before there was one.
    """
    endret: Endret | None
    """What is new since the answer it builds on; None when it builds on none."""
    bevis: Bevis
    inndata: Inndata
    """What was put in, in the shape of the situation file; ``Situasjon.fra_dict`` takes it."""
    regler: Avtrykk
    """The rules that were used, and a fingerprint of each version."""
