"""Which plans go on one page: the first, the one in the headline, and one more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.lesbart import HOVEDSPRAK, avrundet
from ytelsesrad.visning.html.felt import Svar
from ytelsesrad.visning.tekst.linjer import rens
from ytelsesrad.visning.tekst.planer import endring, viktigst_forst

PLANER = 3
"""Plans on one page, at most."""
_NAVN = 40


def velg(resultat: Resultat, planer: Sequence[str] = ()) -> Svar:
    """Return the part of the answer for one page.

    ``planer`` are names of plans besides the first. Without them: plan two, and the plan that
    takes most away, or else plan three. Raises ValueError in bokmål for a name that is not there,
    or for too many.
    """
    alle = [p.navn for p in resultat.planer]
    for navn in planer:
        if navn not in alle:
            raise ValueError(
                f"Planen «{navn}» finnes ikke. Velg blant {', '.join(f'«{n}»' for n in alle)}."
            )
    valgte = [n for n in dict.fromkeys(planer) if n != alle[0]]
    if len(valgte) >= PLANER:
        raise ValueError(
            f"Det er plass til {PLANER} planer på siden: «{alle[0]}» og {PLANER - 1} til."
        )
    numre = [0, *map(alle.index, valgte)] if valgte else _selvvalgt(resultat)
    return _utsnitt(resultat, numre)


def med_kjente_navn(svar: Svar) -> Svar:
    """Return the answer with names of plans that the language knows, in that language."""
    resultat, s = svar.resultat, svar.sprak
    if s.kode == HOVEDSPRAK:
        return svar
    navn = dict(
        zip(
            (p.navn for p in resultat.planer),
            _korte(s.kjent(p.navn) for p in resultat.planer),
            strict=True,
        )
    )
    anledning = resultat.meta.anledning
    vist = resultat.model_copy(
        update={
            "meta": resultat.meta.model_copy(
                update={"anledning": s.kjent(anledning) if anledning else None}
            ),
            "planer": tuple(_omdopt(p, navn) for p in resultat.planer),
            "endringer": tuple(
                e.model_copy(update={"plan": navn[e.plan]}) for e in resultat.endringer
            ),
        }
    )
    return replace(svar, resultat=vist)


def _selvvalgt(resultat: Resultat) -> list[int]:
    """Return the plans that tell most, in the order they were written."""
    numre = list(range(min(PLANER - 1, len(resultat.planer))))
    resten = range(len(numre), len(resultat.planer))
    aar = viktigst_forst(resultat)
    if not resten:
        return numre
    endringer = {
        nr: e for nr in resten if aar and (e := endring(resultat, resultat.planer[nr], aar[0]))
    }
    verst = min(endringer, key=lambda nr: endringer[nr], default=resten[0])
    return [*numre, verst if verst in endringer and avrundet(endringer[verst]) < 0 else resten[0]]


def _utsnitt(resultat: Resultat, numre: Sequence[int]) -> Svar:
    navn = dict(
        zip(
            (resultat.planer[nr].navn for nr in numre),
            _korte(resultat.planer[nr].navn for nr in numre),
            strict=True,
        )
    )
    planer = tuple(_omdopt(resultat.planer[nr], navn) for nr in numre)
    endringer = [nr for nr, e in enumerate(resultat.endringer) if e.plan in navn]
    endringer.sort(key=lambda nr: list(navn).index(resultat.endringer[nr].plan))
    vist = resultat.model_copy(
        update={
            "planer": planer,
            "endringer": tuple(
                e.model_copy(update={"plan": navn[e.plan]})
                for e in (resultat.endringer[nr] for nr in endringer)
            ),
        }
    )
    return Svar(vist, tuple(numre), tuple(endringer))


def _omdopt(plan: Planresultat, navn: dict[str, str]) -> Planresultat:
    return plan.model_copy(update={"navn": navn[plan.navn]})


def _korte(navn: Iterable[str]) -> list[str]:
    """Return the names, none longer than there is room for, and none alike."""
    svar: list[str] = []
    for helt in navn:
        rent = rens(helt) or "uten navn"
        kort = rent if len(rent) <= _NAVN else f"{rent[: _NAVN - 1].rstrip()}…"
        nummer = 1
        ny = kort
        while ny in svar:
            nummer += 1
            ny = f"{kort} ({nummer})"
        svar.append(ny)
    return svar
