"""What stands in the short answer. Every view reads these marks; nothing is chosen anywhere else.

The rules say what kind of note matters (``er_viktig`` in ``beregning``). Here it is seen together:
what is as it has been, or is said of an earlier year, stands only in the whole answer. A duty is
never left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ytelsesrad.beregning.resultat import Kroner, Melding, Modell, Planresultat
from ytelsesrad.raad.plikter import PLIKT
from ytelsesrad.regelbok import Regelbok


class Uvesentlig(Modell):
    """What is too little to stand in the short answer, as the rule book has it. Not law."""

    kroner_i_maaneden: Kroner
    """Less than this a month."""
    av_hundre: Kroner
    """A kink that changes what is left of hundre kroner by less than this."""


def uvesentlig(bok: Regelbok) -> Uvesentlig:
    """Return what the rule book says is too little."""
    u = bok.regelsett.uvesentlig
    return Uvesentlig(kroner_i_maaneden=u.kroner_i_maaneden, av_hundre=u.av_hundre)


def med_utvalg(planer: Sequence[Planresultat]) -> tuple[Planresultat, ...]:
    """Return the plans with the notes marked that stand in the short answer."""
    return tuple(
        plan.model_copy(
            update={"meldinger": tuple(_merket(plan, vant=nr == 0 and len(planer) > 1))}
        )
        for nr, plan in enumerate(planer)
    )


def _merket(plan: Planresultat, *, vant: bool) -> list[Melding]:
    """``vant``: the plan is what the person has today, beside others."""
    sagt: dict[str, str] = {}
    svar = []
    for m in plan.meldinger:
        naar = min(m.perioder, default="")
        gjentatt = sagt.setdefault(m.id, naar)[:4] != naar[:4]
        viktig = m.viktig and (m.type == PLIKT or not (gjentatt or vant))
        svar.append(m if viktig is m.viktig else m.model_copy(update={"viktig": viktig}))
    return svar
