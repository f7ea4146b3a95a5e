"""The main job: a situation and a rule book in, an answer out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.aarene import finn_aar, gjort_opp, ikke_med, timer_i
from ytelsesrad.beregning.avstemming import avstem
from ytelsesrad.beregning.dekning import finn_dekning
from ytelsesrad.beregning.maaneder import finn_maaneder
from ytelsesrad.beregning.meldinger import finn_meldinger, sjekk_krav
from ytelsesrad.beregning.meta import brukte_regler, finn_hjemler, finn_holdbarhet, finn_kilder
from ytelsesrad.beregning.perioder import finn_perioder
from ytelsesrad.beregning.resultat import (
    Aar,
    Endring,
    Feilsvar,
    Maanedslinje,
    Meta,
    Planresultat,
    Resultat,
    Utbetaling,
)
from ytelsesrad.beregning.usikkerhet import finn_forbehold, finn_forutsetninger, finn_mangler
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.beregning.versjon import __version__
from ytelsesrad.lesing import Feil, Feilsamling
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt
from ytelsesrad.situasjon import Situasjon


@dataclass(frozen=True, slots=True)
class Beregning:
    """An answer together with the runs it came from, so that any value can be explained.

    ``utregninger[plan].kjoring`` is what ``forklaring.forklar`` reads. It can be handed back to
    ``regn`` as ``forrige``.
    """

    resultat: Resultat
    utregninger: dict[str, Utregning]
    """By name of plan."""


def beregn(situasjon: Situasjon, bok: Regelbok) -> Resultat:
    """Compute all plans of a situation: what is paid by day and month, and settled by year.

    Amounts are kroner as Decimal, rounded only where the law or practice rounds; months are named
    ``2026-03``. Every figure is a value of a rule in ``bok``, which says where it comes from. Equal
    input gives equal answers.

    Raises Feilsamling, with every fault at once, when what is put in is wrong; nothing is then
    computed. Raises TypeError when it is handed something else than a situation and a rule book.
    Unknown values are not faults: they come back in ``mangler``.
    """
    return regn(situasjon, bok).resultat


def regn(situasjon: Situasjon, bok: Regelbok, forrige: Beregning | None = None) -> Beregning:
    """Compute all plans, and keep the runs. Raises as ``beregn``.

    ``forrige`` is an earlier answer from the same book, such as the one before an input was
    changed: what must be the same is taken from it. The answer is the same with and without it.
    """
    _sjekk_slag(situasjon, Situasjon, 'Situasjon.les("mari.toml", bok)')
    _sjekk_slag(bok, Regelbok, "Regelbok.standard()")
    with regnemodus():
        _, fra, til = situasjon.tidsrom()
        gitte = situasjon.alle_gitt(bok)
        utregninger = _utregninger(bok, gitte, fra, til, forrige)
        kravene = {navn: sjekk_krav(u) for navn, u in utregninger.items()}
        feil: list[Feil] = [f for liste, _ in kravene.values() for f in liste]
        if feil:
            raise Feilsamling(tuple(dict.fromkeys(feil)))
        felles = set.intersection(*(set(g.verdier) for g in gitte.values()))
        planer: list[Planresultat] = []
        for navn, u in utregninger.items():
            grunnlag = planer[0].maaneder if planer else None
            plan = _plan(u, navn, felles, grunnlag)
            planer.append(plan.model_copy(update={"advarsler": kravene[navn][1]}))
        resultat = Resultat(
            meta=_meta(situasjon, bok, list(utregninger.values())),
            planer=tuple(planer),
            endringer=_endringer(planer),
            kilder=finn_kilder(list(utregninger.values())),
            hjemler=finn_hjemler(list(utregninger.values()), planer),
        )
    return Beregning(resultat, utregninger)


def _sjekk_slag(hva: object, slag: type, rett: str) -> None:
    """Say what is needed when something else is handed over, such as the name of a file."""
    if not isinstance(hva, slag):
        hvilket = type(hva).__name__
        raise TypeError(f"Her trengs en {slag.__name__}, ikke {hvilket}.\nRett: {rett}")


def _utregninger(
    bok: Regelbok, gitte: Mapping[str, Gitt], fra: date, til: date, forrige: Beregning | None
) -> dict[str, Utregning]:
    """Return a run for each plan; each can use what the first, and the one before, has found."""
    svar: dict[str, Utregning] = {}
    for navn, gitt in gitte.items():
        u = Utregning(bok, gitt, fra, til)
        for_ = (forrige.utregninger[navn],) if forrige and navn in forrige.utregninger else ()
        u.bruk(*for_, *list(svar.values())[:1])
        svar[navn] = u
    return svar


def _plan(
    u: Utregning, navn: str, felles: set[Oppgitt], grunnlag: Sequence[Maanedslinje] | None
) -> Planresultat:
    betalinger = finn_utbetalinger(u)
    aar = tuple(_helt(u, a, betalinger) for a in finn_aar(u, betalinger))
    synlige = tuple(b for b in betalinger if u.fra <= b.dato <= u.til or b.dato.year > u.til.year)

    def forsok(gitt: Gitt) -> Decimal | None:
        annen = Utregning(u.bok, gitt, u.fra, u.til)
        annen.bruk(u)
        return gjort_opp(annen, u.fra.year)

    return Planresultat(
        navn=navn,
        betalinger=synlige,
        perioder=finn_perioder(u, betalinger),
        maaneder=finn_maaneder(betalinger, u.fra, u.til, grunnlag, ikke_med(aar)),
        aar=aar,
        dekning=finn_dekning(u),
        meldinger=finn_meldinger(u),
        mangler=finn_mangler(u, felles, navn, forsok),
        forutsetninger=finn_forutsetninger(u, felles, navn, forsok, aar[0].gjort_opp_netto),
        forbehold=finn_forbehold(u),
        advarsler=(),
        feil=tuple(
            Feilsvar(regel=regel, periode=periode, tekst=tekst)
            for (regel, periode), tekst in sorted(u.feil.items())
        ),
    )


def _helt(u: Utregning, aar: Aar, betalinger: Sequence[Utbetaling]) -> Aar:
    """Return a year with what only the answer needs, and no trial of another input."""
    avstemming = avstem(u, aar.aar, aar.linjer, betalinger)
    return aar.model_copy(update={"timer": timer_i(u, aar.aar), "avstemming": avstemming})


def _endringer(planer: Sequence[Planresultat]) -> tuple[Endring, ...]:
    svar = []
    for plan in planer[1:]:
        utelater = tuple(d.navn for d in plan.dekning if d.holdes)
        for na, foer in zip(plan.aar, planer[0].aar, strict=True):
            opp = _minus(na.gjort_opp_netto, foer.gjort_opp_netto)
            svar.append(
                Endring(
                    plan=plan.navn,
                    aar=na.aar,
                    gjort_opp=opp,
                    per_maaned=None if opp is None else (opp / 12).quantize(Decimal("0.01")),
                    utbetalt=_minus(na.utbetalt_netto, foer.utbetalt_netto),
                    utelater=utelater,
                )
            )
    return tuple(svar)


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _meta(situasjon: Situasjon, bok: Regelbok, utregninger: Sequence[Utregning]) -> Meta:
    regnedato, fra, til = situasjon.tidsrom()
    holdbar = finn_holdbarhet(bok, regnedato, brukte_regler(utregninger))
    return Meta(
        sprak=bok.sprak.kode,
        bibliotekversjon=__version__,
        regelsett=bok.navn,
        regelsett_hash=bok.hash,
        regnedato=regnedato,
        kunnskapsdato=bok.kunnskapsdato,
        fra=fra,
        til=til,
        gyldig_til=holdbar.til,
        gyldig_fordi=holdbar.fordi,
        gyldig_regler=holdbar.regler,
        tittel=situasjon.tittel,
        konstruert=situasjon.konstruert,
        anledning=situasjon.anledning,
        bygger_paa=situasjon.bygger_paa,
    )
