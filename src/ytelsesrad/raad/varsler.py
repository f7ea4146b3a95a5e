"""Warnings: what stops an answer, what should be checked, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ytelsesrad.beregning import Planresultat, Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.mindre import Mindre
from ytelsesrad.raad.samlet import samle

Alvor = Literal["stopp", "obs", "info"]
_TYPER: dict[str, Alvor] = {"advarsel": "obs", "forslag": "info"}
_REKKE = ("stopp", "obs", "info")


class Varsel(Modell):
    """A warning."""

    kode: str
    """What it is about: a note or a demand of the rule book, or one of ``regnefeil``, ``mangler``,
    ``antatt``, ``utelatt`` and ``mindre_enn_i_dag``."""
    alvor: Alvor
    """``stopp``: there is no figure because of it. ``obs``: check it or think of it."""
    tekst: str
    rett: str | None
    """What to do, or what to write in the situation file."""
    felt: tuple[str, ...]
    """Inputs or coverage lines it is about."""
    planer: tuple[str, ...]


def finn_varsler(resultat: Resultat, mindre: Sequence[Mindre]) -> tuple[Varsel, ...]:
    """Return the warnings of an answer, the gravest first."""
    alle = [
        like[0].model_copy(update={"planer": planer})
        for like, planer in samle(resultat, _i_planen, lambda v: v)
    ]
    alle += [
        Varsel(
            kode="mindre_enn_i_dag",
            alvor="obs",
            tekst=m.tekst,
            rett=None,
            felt=(m.ytelse,) if m.ytelse else (),
            planer=(m.plan,),
        )
        for m in mindre
    ]
    return tuple(sorted(alle, key=lambda v: _REKKE.index(v.alvor)))


def _i_planen(plan: Planresultat) -> Iterator[Varsel]:
    def varsel(
        kode: str, alvor: Alvor, tekst: str, rett: str | None = None, felt: Sequence[str] = ()
    ) -> Varsel:
        return Varsel(kode=kode, alvor=alvor, tekst=tekst, rett=rett, felt=tuple(felt), planer=())

    uten_tall = any(a.gjort_opp_netto is None for a in plan.aar)
    for feil in plan.feil:
        yield varsel("regnefeil", "stopp", feil.tekst, felt=[feil.regel])
    for m in plan.mangler:
        if m.antatt is not None:
            yield varsel("antatt", "info", m.sporsmaal, m.skriv, [m.inndata])
        else:
            alvor: Alvor = "stopp" if uten_tall else "obs"
            yield varsel("mangler", alvor, m.sporsmaal, m.skriv, [m.inndata])
    for a in plan.advarsler:
        yield varsel(a.id, "obs", a.tekst, a.rett, a.felt)
    for d in plan.dekning:
        if d.holdes:
            yield varsel("utelatt", "obs", f"{d.navn} er ikke regnet med.", d.spor, [d.ytelse])
    for melding in plan.meldinger:
        if melding.type in _TYPER:
            yield varsel(melding.id, _TYPER[melding.type], melding.tekst)
