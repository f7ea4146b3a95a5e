"""«Ikke med i regnestykket»: what is computed, what is not, whom to ask, and the reservations."""

from __future__ import annotations

from collections.abc import Iterable

from ytelsesrad.beregning.resultat import Dekningslinje, Resultat
from ytelsesrad.lesbart import midt_i
from ytelsesrad.visning.tekst.bokser import uendret
from ytelsesrad.visning.tekst.dybde import ALT
from ytelsesrad.visning.tekst.linjer import avsnitt, forste_setning_i, punkt, rens, setning
from ytelsesrad.visning.tekst.planer import samle

_RANG = ("mangler", "beregnet", "ikke_modellert", "endres_ikke", "ikke_oppgitt", "ikke_aktuelt")
"""When plans differ, a line stands where the first of these puts it."""


def dekning(resultat: Resultat, bredde: int, *, kort: bool = False) -> list[str]:
    """Return every line of the coverage matrix, by what was done with it.

    ``kort``: every line, too, and the reservations, but not what there is to say of each.
    """
    alle = dekningen(resultat, kort=kort)
    if kort and (forbeholdt := forbeholdene(resultat, kort=True)):
        alle.append(
            f"Forbehold: {' '.join(forbeholdt)} Hva det betyr, og hvem du kan spørre: {ALT}"
        )
    tekst = [linje for a in alle for linje in avsnitt(a, bredde)]
    return ["Ikke med i regnestykket", *tekst] if tekst else []


def dekningen(resultat: Resultat, *, kort: bool = False) -> list[str]:
    """Return the paragraphs of the coverage matrix."""
    linjer = _linjer(resultat)
    if kort:
        linjer = [d.model_copy(update={"merknad": None}) for d in linjer]
    holdt = [d for d in linjer if d.status == "ikke_modellert" and d.holdes]
    andre = [d for d in linjer if d.status == "ikke_modellert" and not d.holdes]
    urort = [d for d in linjer if d.status == "endres_ikke"]
    beroliget = [] if kort else uendret(resultat)
    avsnittene = [
        _liste("Beregnet", (d for d in linjer if d.status == "beregnet")),
        _liste("Kan ikke regnes ut ennå", (d for d in linjer if d.status == "mangler")),
        _sporres("Du har dette, men vi regner ikke på det. Spør", holdt),
        _liste(
            "Ikke oppgitt, og ikke regnet med", (d for d in linjer if d.status == "ikke_oppgitt")
        ),
        _liste("Vurdert, ikke aktuelt nå", (d for d in linjer if d.status == "ikke_aktuelt")),
        " ".join(t for t in (_liste("Endres ikke", urort), *beroliget) if t),
        _sporres("Ikke modellert, spør", andre),
    ]
    return [a for a in avsnittene if a]


def _linjer(resultat: Resultat) -> list[Dekningslinje]:
    valgt: dict[str, Dekningslinje] = {}
    for plan in resultat.planer:
        for linje in plan.dekning:
            forrige = valgt.get(linje.ytelse)
            if forrige is None or _RANG.index(linje.status) < _RANG.index(forrige.status):
                valgt[linje.ytelse] = linje
    return list(valgt.values())


def _navn(linje: Dekningslinje) -> str:
    merknad = f" ({rens(linje.merknad).rstrip('.')})" if linje.merknad else ""
    return f"{midt_i(linje.navn)}{merknad}"


def _liste(hva: str, linjer: Iterable[Dekningslinje]) -> str:
    navn = ", ".join(map(_navn, linjer))
    return f"{hva}: {navn}." if navn else ""


def _sporres(hva: str, linjer: Iterable[Dekningslinje]) -> str:
    """Return those to ask somebody about, gathered by whom to ask."""
    hos: dict[str, list[str]] = {}
    for linje in linjer:
        hos.setdefault(rens(linje.spor or ""), []).append(_navn(linje))
    deler = [
        f"{', '.join(navn)} ({spor})" if spor else ", ".join(navn) for spor, navn in hos.items()
    ]
    return f"{hva}: {' · '.join(deler)}." if deler else ""


def forbehold(resultat: Resultat, bredde: int) -> list[str]:
    """Return the gaps in the rules that the answer touches."""
    tekster = forbeholdene(resultat)
    linjer = ["Forbehold"] if tekster else []
    for tekst in tekster:
        linjer += punkt("–", tekst, bredde)
    return linjer


def forbeholdene(resultat: Resultat, *, kort: bool = False) -> list[str]:
    """Return each reservation as one text: what, why, what it means, whom to ask.

    ``kort``: only what, in one sentence.
    """
    tekster = []
    for samlet in samle(resultat, lambda p: p.forbehold, likhet=lambda f: (f.id, f.hva, f.verdt)):
        f = samlet.forste
        hva = forste_setning_i(setning(f.hva)) if kort else setning(f.hva)
        deler = [
            f"{samlet.gjelder}: {hva}" if samlet.gjelder and not kort else hva,
            setning(f"Hvorfor: {f.hvorfor}") if f.hvorfor else "",
            setning(f"Betyr: {f.verdt}") if f.verdt else "",
            setning(f"Spør: {f.spor}") if f.spor else "",
        ]
        tekster.append(" ".join(d for d in (deler[:1] if kort else deler) if d))
    return list(dict.fromkeys(tekster))
