"""The surprises as sentences, the same ones of several plans said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.raad import Raad
from ytelsesrad.raad.overraskelser import Overraskelse, note_navn
from ytelsesrad.visning.tekst.likt import de_andre, fold, hvem
from ytelsesrad.visning.tekst.planer import Samlet, samle

_ALVOR = ("stopp", "obs", "info")


def egne_eller(resultat: Resultat, overraskelser: Sequence[Overraskelse]) -> Sequence[Overraskelse]:
    """Return the surprises that are given, or else those the answer has itself."""
    if not overraskelser and isinstance(resultat, Raad):
        return resultat.overraskelser
    return overraskelser


def overraskelsene(
    resultat: Resultat,
    overraskelser: Sequence[Overraskelse],
    *,
    viktige: bool,
    kort: bool = False,
) -> list[tuple[str, bool]]:
    """Return one text for each: what happens, and what to do. The gravest of any plan first.

    With each whether it stands in the short answer, too.

    ``viktige``: those to think of; else those that are only good to know. What is only good to
    know of the first plan is left out when there are others: it is as it has been.
    """

    def hent(plan: Planresultat) -> Iterable[Overraskelse]:
        vant = plan is resultat.planer[0] and len(resultat.planer) > 1
        return (
            o for o in overraskelser if o.plan == plan.navn and not (vant and o.alvor == "info")
        )

    samlet = samle(resultat, hent, likhet=_tekst)
    foldet = fold(samlet, _tekst, likhet=lambda o: (o.slag, o.ytelse, o.maaned, o.alvor == "stopp"))
    foldet.sort(key=lambda s: (_alvor(s), _rang(s), min(s.planer)))
    return [
        (_skriv(resultat, s, kort=kort), any(o.viktig for o in _alle(s)))
        for s in foldet
        if _er_viktig(s) is viktige
    ]


def usagte(resultat: Resultat, overraskelser: Sequence[Overraskelse]) -> Resultat:
    """Return the answer without the notes that the surprises have said."""
    sagt = {(o.plan, navn) for o in overraskelser for navn in o.meldinger}

    def igjen(plan: Planresultat) -> Planresultat:
        noter = tuple(m for m in plan.meldinger if (plan.navn, note_navn(m)) not in sagt)
        return plan.model_copy(update={"meldinger": noter})

    return resultat.model_copy(update={"planer": tuple(map(igjen, resultat.planer))})


def _tekst(o: Overraskelse) -> str:
    return f"{o.tekst} {o.gjor}" if o.gjor else o.tekst


def _alle(samlet: Samlet[Overraskelse]) -> list[Overraskelse]:
    return [o for s in (samlet, *samlet.andre) for o in s.ting]


def _er_viktig(samlet: Samlet[Overraskelse]) -> bool:
    return any(o.alvor != "info" for o in _alle(samlet))


def _alvor(samlet: Samlet[Overraskelse]) -> int:
    return min(_ALVOR.index(o.alvor) for o in _alle(samlet))


def _rang(samlet: Samlet[Overraskelse]) -> int:
    return min(o.rang for o in _alle(samlet))


def _skriv(resultat: Resultat, samlet: Samlet[Overraskelse], *, kort: bool) -> str:
    navn = hvem(resultat, samlet)
    foran = f"{navn}:" if navn else ""
    deler = (foran, _tekst(samlet.forste), de_andre(resultat, samlet, _tekst, kort=kort))
    return " ".join(d for d in deler if d)
