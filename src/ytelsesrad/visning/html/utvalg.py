"""Which plans go on one page: the first, the one in the headline, and one more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ytelsesrad.beregning.resultat import Endring, Resultat
from ytelsesrad.lesbart import HOVEDSPRAK, avrundet
from ytelsesrad.raad import Mindre, Raad
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.html.felt import Svar
from ytelsesrad.visning.tekst.linjer import rens
from ytelsesrad.visning.tekst.planer import endring, viktigst_forst

PLANER = 3
"""Plans on one page, at most."""
_NAVN = 40
_Ting = TypeVar("_Ting", Endring, Mindre, Overraskelse)


def velg(
    resultat: Resultat,
    planer: Sequence[str] = (),
    overraskelser: Sequence[Overraskelse] = (),
) -> Svar:
    """Return the part of the answer for one page, and the surprises of its plans.

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
    return _utsnitt(resultat, numre, overraskelser)


def med_kjente_navn(svar: Svar) -> Svar:
    """Return the answer with names of plans that the language knows, in that language."""
    s, meta = svar.sprak, svar.resultat.meta
    if s.kode == HOVEDSPRAK:
        return svar
    anledning = s.kjent(meta.anledning) if meta.anledning else None
    resultat = svar.resultat.model_copy(
        update={"meta": meta.model_copy(update={"anledning": anledning})}
    )
    navn = [p.navn for p in resultat.planer]
    return _omdopt(
        replace(svar, resultat=resultat), dict(zip(navn, _korte(map(s.kjent, navn)), strict=True))
    )


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


def _utsnitt(
    resultat: Resultat, numre: Sequence[int], overraskelser: Sequence[Overraskelse]
) -> Svar:
    planer = tuple(resultat.planer[nr] for nr in numre)
    navn = [p.navn for p in planer]
    endringer = [nr for nr, e in enumerate(resultat.endringer) if e.plan in navn]
    endringer.sort(key=lambda nr: navn.index(resultat.endringer[nr].plan))
    vist = resultat.model_copy(
        update={
            "planer": planer,
            "endringer": tuple(resultat.endringer[nr] for nr in endringer),
        }
    )
    svar = Svar(vist, tuple(numre), tuple(endringer), tuple(overraskelser))
    return _omdopt(svar, dict(zip(navn, _korte(navn), strict=True)))


def _omdopt(svar: Svar, navn: Mapping[str, str]) -> Svar:
    """Return the answer with other names on the plans, wherever a plan is named by itself."""
    r = svar.resultat
    nytt: dict[str, object] = {
        "planer": tuple(p.model_copy(update={"navn": navn[p.navn]}) for p in r.planer),
        "endringer": _om_planene(r.endringer, navn),
    }
    if isinstance(r, Raad):
        nytt["mindre"] = _om_planene(r.mindre, navn)
    return replace(
        svar,
        resultat=r.model_copy(update=nytt),
        overraskelser=_om_planene(svar.overraskelser, navn),
    )


def _om_planene(ting: Iterable[_Ting], navn: Mapping[str, str]) -> tuple[_Ting, ...]:
    """Return what is about the plans that are shown, under the names they are shown with."""
    return tuple(t.model_copy(update={"plan": navn[t.plan]}) for t in ting if t.plan in navn)


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
