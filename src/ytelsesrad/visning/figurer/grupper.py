"""Which kind of source money comes from: the groups of the rule book, in its own order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ytelsesrad.beregning.resultat import Maanedslinje, Planresultat, Resultat
from ytelsesrad.lesbart import Sprak, sprak
from ytelsesrad.visning.figurer.monster import Monster, monster
from ytelsesrad.visning.tekst.maanedstabell import ytelser_i


@dataclass(frozen=True, slots=True)
class Kilde:
    """A kind of source in a chart: how it looks, and which coverage lines it is made of."""

    navn: str
    monster: Monster
    ytelser: tuple[str, ...]

    def belop(self, maaned: Maanedslinje) -> Decimal:
        """Return what reaches the account from it in a month."""
        return sum((maaned.netto_av.get(y, Decimal(0)) for y in self.ytelser), Decimal(0))


def kilder_i(
    resultat: Resultat, plan: Planresultat, maaneder: Sequence[Maanedslinje]
) -> list[Kilde]:
    """Return the kinds of source with money in the months, in the order of the rule book."""
    gruppe_av = _grupper(resultat)
    alle = list(dict.fromkeys(gruppe_av.values()))
    s = sprak(resultat.meta.sprak)
    navn = ytelser_i(plan)
    brukt = [y for y in navn if any(m.netto_av.get(y) for m in maaneder)]
    samlet: dict[int, list[str]] = {}
    for ytelse in brukt:
        gruppe = gruppe_av.get(ytelse)
        nummer = len(alle) if gruppe is None else alle.index(gruppe)
        samlet.setdefault(nummer, []).append(ytelse)
    return [
        Kilde(_navn([navn[y] for y in ytelser], s), monster(nummer), tuple(ytelser))
        for nummer, ytelser in sorted(samlet.items())
    ]


def monster_av(resultat: Resultat) -> dict[str, Monster]:
    """Return how each coverage line looks: as the kind of source it is of."""
    gruppe_av = _grupper(resultat)
    alle = list(dict.fromkeys(gruppe_av.values()))
    return {ytelse: monster(alle.index(gruppe)) for ytelse, gruppe in gruppe_av.items()}


def _grupper(resultat: Resultat) -> dict[str, str]:
    return {
        linje.ytelse: linje.gruppe for p in resultat.planer for aar in p.aar for linje in aar.linjer
    }


def _navn(navn: list[str], s: Sprak) -> str:
    return s.liste([navn[0], *map(s.midt_i, navn[1:])])
