"""The natural line of each plan: what people ask «what if it was a little more» about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ytelsesrad.analyse import Bevegelse, Grenser, finn_grenser
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.lesing import Feilsamling
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.situasjon import Situasjon


class UtenGrenser(Modell):
    """A plan that no limits were found for, and why."""

    plan: str
    hvorfor: str


def finn_alle_grenser(
    situasjon: Situasjon, bok: Regelbok
) -> tuple[tuple[Grenser, ...], tuple[UtenGrenser, ...]]:
    """Find the limits along the natural line of each plan, for the first year that is shown.

    Plans on the same line share it. The line of the first plan is looked along only when there
    is no other plan. Nothing is found where nothing that moves is given as one number.
    """
    gitte = situasjon.alle_gitt(bok)
    forste, *andre = gitte
    funnet: list[Grenser] = []
    uten: list[UtenGrenser] = []
    for navn in andre or [forste]:
        if any(p.plan == navn for g in funnet for p in g.planer):
            continue
        langs = naturlig_linje(bok, gitte[navn], gitte[forste] if andre else Gitt())
        if not langs:
            hvorfor = "Planen oppgir ikke noe arbeid som ett tall, og da er det ingen linje å gå langs."
            uten.append(UtenGrenser(plan=navn, hvorfor=hvorfor))
            continue
        try:
            funnet.append(finn_grenser(situasjon, bok, langs, plan=navn))
        except Feilsamling as feil:
            uten.append(UtenGrenser(plan=navn, hvorfor=feil.feil[0].hva))
    return tuple(funnet), tuple(uten)


def naturlig_linje(bok: Regelbok, gitt: Gitt, forste: Gitt) -> tuple[Bevegelse, ...]:
    """Return what moves in a plan: of what the rule files say can, what it does not share.

    Inputs that the first one pulls along (``folger``) move in the same proportion.
    """
    felles = set(forste.verdier)
    alle = list(_mulige(bok, gitt))
    egne = [m for m in alle if m[0] not in felles] or alle
    if not egne:
        return ()
    o, regel, verdi = min(egne, key=lambda m: (_rang(m[1]), -(m[0].medlem or 0)))
    inndata = regel.inndata
    assert inndata is not None
    assert inndata.linje is not None
    fra, til = inndata.linje.fra, max(inndata.linje.til, verdi)
    medlem = None if o.medlem is None else o.medlem + 1
    langs = [Bevegelse(regel.id, fra, til, medlem)]
    tall = {(x.regel, x.medlem): v for x, _, v in _tall(bok, gitt)}
    for navn in inndata.linje.folger:
        annen = tall.get((bok.samling.fullt(navn, regel.mappe), o.medlem))
        if annen is not None and verdi:
            fullt = bok.samling.fullt(navn, regel.mappe)
            langs.append(Bevegelse(fullt, annen * fra / verdi, annen * til / verdi, medlem))
    return tuple(langs)


def _rang(regel: Regel) -> Decimal:
    assert regel.inndata is not None
    assert regel.inndata.linje is not None
    return regel.inndata.linje.rang


def _mulige(bok: Regelbok, gitt: Gitt) -> Iterator[tuple[Oppgitt, Regel, Decimal]]:
    for o, regel, verdi in _tall(bok, gitt):
        if regel.inndata is not None and regel.inndata.linje is not None:
            yield o, regel, verdi


def _tall(bok: Regelbok, gitt: Gitt) -> Iterator[tuple[Oppgitt, Regel, Decimal]]:
    """Go through what is given as one number, in the unit as typed."""
    regler: Mapping[str, Regel] = bok.inndata
    for o in gitt.verdier:
        verdi = o.en_verdi()
        if verdi is not None and o.regel in regler:
            yield o, regler[o.regel], verdi / les_enhet(regler[o.regel].enhet)[1]
