"""Find every limit along a line: where, why, how much, and how far each plan is from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ytelsesrad.analyse.akse import Bevegelse, lag_akse, steg_for
from ytelsesrad.analyse.bygger import Bygger
from ytelsesrad.analyse.modell import Grenser
from ytelsesrad.analyse.sveip import Sveip
from ytelsesrad.beregning import Beregning, Utregning
from ytelsesrad.beregning.meldinger import sjekk_krav
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.situasjon import Situasjon


def finn_grenser(
    situasjon: Situasjon,
    bok: Regelbok,
    langs: Bevegelse | Sequence[Bevegelse],
    *,
    plan: str | None = None,
    aar: int | None = None,
    steg: Decimal | None = None,
    beregning: Beregning | None = None,
) -> Grenser:
    """Find every limit of a year's money to live on along a straight line in the input.

    ``langs`` is what moves: one input, or several that move together, each from and to its own
    value; ``naturlig_linje`` chooses them for a plan. ``plan`` is the plan the line lies through;
    without it, the last that gives the first input. ``aar`` is a year that is shown; without it
    the first. ``steg`` is the smallest step people can choose, in the unit of the first input.
    ``beregning`` is the situation's own answer from the same book, when it has been computed: what
    the line leaves as it is, is taken from it, and the limits are the same with and without.
    Raises Feilsamling when something is wrong or unknown, or when the line cannot be followed.
    """
    langs = (langs,) if isinstance(langs, Bevegelse) else langs
    if not langs:
        hva = "Linjen har ikke noe som øker."
        raise _feil(hva, 'Bevegelse("timer_per_uke", Decimal(0), Decimal(40))')
    with regnemodus():
        _, fra, til = situasjon.tidsrom()
        gitte = situasjon.alle_gitt(bok)
        navn = _velg_plan(bok, gitte, langs[0], plan)
        aar = aar if aar is not None else fra.year
        if not fra.year <= aar <= til.year:
            raise _feil(f"{aar} er ikke med i det som vises.", f"Velg {fra.year}–{til.year}.")
        akse = lag_akse(bok, gitte[navn], langs)
        sv = Sveip(Utregning(bok, akse.gitt, fra, til), akse, aar)
        if beregning is not None:
            sv.u.bruk(*beregning.utregninger.values())
        _sjekk_motsigelser(sv)
        sv.gaa()
        steg = steg or sv.rutenett or steg_for(akse.forste)
        return Bygger(sv, gitte, navn, steg).grenser()


def _velg_plan(
    bok: Regelbok, gitte: Mapping[str, Gitt], forste: Bevegelse, plan: str | None
) -> str:
    if plan is None:
        med = [
            n
            for n, g in gitte.items()
            if any(forste.inndata in (o.regel, o.regel.split(".", 1)[1]) for o in g.verdier)
        ]
        return med[-1] if med else list(gitte)[-1]
    sjekk_plan(plan, gitte)
    return plan


def sjekk_plan(plan: str, planer: Collection[str]) -> None:
    """Raise Feilsamling when there is no such plan."""
    if plan not in planer:
        nesten = mente_du(plan, planer)
        rett = "Velg en av: " + ", ".join(f"«{p}»" for p in planer) + "."
        mente = f" Mente du «{nesten}»?" if nesten else ""
        raise _feil(f"Planen «{plan}» finnes ikke.{mente}", rett)


def _feil(hva: str, rett: str) -> Feilsamling:
    return Feilsamling((Feil("G01", Sted("grenser"), hva, rett),))


def _sjekk_motsigelser(sv: Sveip) -> None:
    """Raise what the rules say is wrong in the middle of the line: things that are said twice."""
    midt = (sv.akse.fra + sv.akse.til) / 2
    feil, _ = sjekk_krav(sv.punkt(midt))
    if feil:
        sted = Sted("langs " + ", ".join(x.regel.navn for x in sv.akse.ledd))
        ogsaa = "\nEller velg noe annet å gå langs."
        raise Feilsamling(tuple(replace(f, sted=sted, rett=f.rett + ogsaa) for f in feil))
