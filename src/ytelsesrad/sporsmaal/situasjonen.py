"""From answers to a whole situation, where all that is taken for granted can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ytelsesrad.lesbart import HARDT_MELLOMROM, vis
from ytelsesrad.lesing import Feil, Feilsamling, Sted
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Regel, type_verdi
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.situasjon import Situasjon
from ytelsesrad.situasjon.grenser import PLAN, SOM_NAA
from ytelsesrad.situasjon.tabeller import hjemmetabell
from ytelsesrad.sporsmaal.bygg import antatt_verdi, inndata_av, til_kroner, vist
from ytelsesrad.sporsmaal.gang import Gang, er_med, som_skrevet, spurte
from ytelsesrad.sporsmaal.modell import INGEN, Antakelse, Svar

MED_JOBB = "Med jobben"
"""What the plan is called when no answer names it."""
_ANTATT = "antatt"
_FORUTSATT = "du har svart med ett beløp"


def situasjon_av(bok: Regelbok, svar: Svar, dag: date) -> Situasjon:
    """Return the situation that the answers make, with «Som nå» and the plan.

    What is not answered is filled in as the rules say, marked ``antatt``. Raises Feilsamling when
    an answer can't be used or one that is needed is missing.
    """
    return Situasjon.fra_dict(data_av(bok, svar, dag), bok)


def data_av(bok: Regelbok, svar: Svar, dag: date) -> dict[str, Any]:
    """Return the same as data of the shape of a situation file. Raises Feilsamling."""
    gang = Gang(bok, svar, dag)
    if gang.feil:
        raise Feilsamling(tuple(_feil(f.sporsmaal, f.hva, f.rett) for f in gang.feil))
    if gang.ubesvart is not None:
        s = gang.ubesvart
        raise Feilsamling((_feil(s.id, f"Dette er ikke besvart: {s.tekst}", "Svar på det først."),))
    return _data(gang)


def data_saa_langt(bok: Regelbok, svar: Svar, dag: date) -> dict[str, Any]:
    """Return the same of a way that is not walked to its end: what can be used of the answers."""
    return _data(Gang(bok, svar, dag))


def _data(gang: Gang) -> dict[str, Any]:
    tabeller: dict[str, dict[str, Any]] = {}
    flere: dict[str, list[dict[str, Any]]] = {
        g: [{} for _ in range(n)] for g, n in gang.flere.items()
    }
    planens: dict[str, dict[str, Any]] = {}
    for regel, verdi in _verdier(gang):
        if regel.for_hver in flere:
            for medlem, ett in zip(flere[regel.for_hver], verdi, strict=True):
                medlem[regel.navn] = ett
        else:
            hvor = planens if regel.for_hver else tabeller
            hvor.setdefault(regel.for_hver or hjemmetabell(regel), {})[regel.navn] = verdi
    plan = {gruppe: [felt] for gruppe, felt in planens.items()}
    return {
        "regnedato": gang.dag,
        **tabeller,
        **{gruppe: medlemmer for gruppe, medlemmer in flere.items() if medlemmer},
        PLAN: {SOM_NAA: {}, _plannavn(gang): plan} if plan else {SOM_NAA: {}},
    }


def _feil(felt: str, hva: str, rett: str) -> Feil:
    return Feil("S01", Sted(felt), hva, rett)


def _verdier(gang: Gang) -> Iterator[tuple[Regel, Any]]:
    """Return what goes into the situation: answers, and then what is assumed.

    Of a group that is asked of by itself: a list, a value for each member.
    """
    for regel in spurte(gang.bok):
        if regel.id in gang.lagt:
            yield regel, gang.lagt[regel.id]
    for regel, verdi in antatte(gang):
        antatt = _som_antatt(gang, regel, verdi)
        flere = regel.for_hver in gang.flere
        yield regel, [antatt for _ in gang.medlemmene(regel)] if flere else antatt


def _som_antatt(gang: Gang, regel: Regel, verdi: type_verdi) -> dict[str, Any]:
    """Return an assumed value as the file has it, in the unit people answer in."""
    with regnemodus():
        i_kroner = None
        if isinstance(verdi, Decimal):
            i_kroner = til_kroner(gang.bok, regel, verdi, gang.dag)
        if i_kroner is not None:
            skrevet: dict[str, Any] = som_skrevet(regel, i_kroner, gang.dag, _ANTATT)
            return skrevet
    return {"verdi": _i_enheten(regel, verdi), "kilde": _ANTATT}


def antatte(gang: Gang) -> Iterator[tuple[Regel, type_verdi]]:
    """Return the inputs of the quick way that are filled in, with their values in base form."""
    for regel in gang.bok.inndata.values():
        raskt = inndata_av(regel).raskt
        if raskt is None or raskt.antatt is None or regel.id in gang.lagt:
            continue
        if not er_med(gang.utregning, regel, gang.dag):
            continue
        with regnemodus():
            verdi = antatt_verdi(gang.med_antatte().kjoring, regel, gang.dag)
        if verdi is not None:
            yield regel, verdi


def _i_enheten(regel: Regel, verdi: type_verdi) -> type_verdi:
    """Return a value as it is typed: 70 for 70 prosent."""
    if not isinstance(verdi, Decimal):
        return verdi
    with regnemodus():
        return verdi / les_enhet(regel.enhet)[1]


def _plannavn(gang: Gang) -> str:
    for regel in spurte(gang.bok):
        raskt = inndata_av(regel).raskt
        if raskt and raskt.plan and regel.id in gang.lagt:
            faktor = les_enhet(regel.enhet)[1]
            with regnemodus():
                svaret = vis(gang.lagt[regel.id] * faktor, regel.enhet)
            return raskt.plan.format(svaret.replace(HARDT_MELLOMROM, " "))
    return MED_JOBB


def antakelser(bok: Regelbok, svar: Svar, dag: date) -> tuple[Antakelse, ...]:
    """Return what the quick way takes for granted, in words.

    The rules' own assumptions come beside these, in ``forutsetninger`` of the answer.
    """
    gang = Gang(bok, svar, dag)
    antatt = (
        Antakelse(
            inndata=regel.id,
            tittel=regel.tittel or regel.navn,
            verdi=vist(bok, regel, verdi, dag),
            fordi=_fordi(regel),
        )
        for regel, verdi in antatte(gang)
    )
    return (*_forutsatt(gang), *antatt, *_uten(gang))


def _uten(gang: Gang) -> Iterator[Antakelse]:
    """Return the groups that were asked of and not answered: they have no members."""
    for regel in spurte(gang.bok):
        if regel.for_hver in gang.flere and regel.id not in gang.lagt:
            yield Antakelse(
                inndata=regel.id,
                tittel=gang.bok.grupper[str(regel.for_hver)].flertall.capitalize(),
                verdi=INGEN,
                fordi=_fordi(regel),
            )


def _forutsatt(gang: Gang) -> Iterator[Antakelse]:
    """Return what the answers are taken to mean, that is not sure."""
    for regel in spurte(gang.bok):
        raskt = inndata_av(regel).raskt
        if raskt is not None and raskt.forutsetter is not None and regel.id in gang.lagt:
            yield Antakelse(
                inndata=regel.id,
                tittel=regel.tittel or regel.navn,
                verdi=raskt.forutsetter,
                fordi=_FORUTSATT,
            )


def _fordi(regel: Regel) -> str:
    raskt = inndata_av(regel).raskt
    return (raskt.fordi if raskt else None) or ""
