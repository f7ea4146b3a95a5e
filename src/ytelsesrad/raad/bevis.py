"""The evidence of an answer, for those who review the quality of the counselling. No person in it.

Each field answers one of the reviewer's questions: was it individual, did it cover everything, was
it before a start or a change, was there help with reporting, who is competent, is it repeated, and
was it given to the person.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.resultat import Modell
from ytelsesrad.raad.endret.modell import Endret
from ytelsesrad.raad.grunnlag import Grunnlaget
from ytelsesrad.raad.plikter import Plikt

_MERKBART = 1
_REKKE = ("mangler", "beregnet", "ikke_modellert", "ikke_oppgitt", "endres_ikke", "ikke_aktuelt")


class Dekket(Modell):
    """A line of the coverage matrix, for all plans together."""

    navn: str
    status: Literal[
        "beregnet", "ikke_aktuelt", "ikke_oppgitt", "endres_ikke", "ikke_modellert", "mangler"
    ]
    """The status that says the most, when plans differ."""
    spor: str | None


class Rapportering(Modell):
    """A duty to report, as evidence: to whom, where, by when, and who does it."""

    mottaker: str | None
    hva: str
    kanal: str | None
    frist: str | None
    frist_dato: date | None
    folge: str | None
    """What happens when it is not done."""
    hvem: str


class Bevis(Modell):
    """What shows that the counselling was individual, comprehensive, timely and repeated."""

    anledning: str | None
    dato: date
    """The day of the calculation."""
    virker_fra: str | None
    """The first month any plan differs from the first on the account, e.g. ``2026-03``."""
    foer_endringen: bool | None
    """Whether the calculation was made before that month; None when nothing differs."""
    planer: int
    bekreftet: int
    """How many of the inputs stand in a decision or on a pay slip,"""
    opplyst: int
    """how many are said by the person,"""
    antatt: int
    """and how many are assumed."""
    dekning: tuple[Dekket, ...]
    """Every line there is: nothing is left out in silence."""
    dekning_antall: dict[str, int]
    """Status → how many lines."""
    rapportering: tuple[Rapportering, ...]
    bygger_paa: date | None
    """The day of the answer it builds on."""
    endringer: int | None
    """How many changes since then; None when it builds on none."""
    regelsett: str
    regelsett_hash: str
    gyldig_til: date
    gjennomgaatt_med: str | None
    """The role of the competent person it was gone through with. None: a line to fill in."""
    utlevert: date | None
    """The day the person got it. None: a line to fill in."""


def lag_bevis(
    resultat: Resultat,
    grunnlag: Grunnlaget,
    plikter: tuple[Plikt, ...],
    endret: Endret | None,
    *,
    gjennomgaatt_med: str | None = None,
    utlevert: date | None = None,
) -> Bevis:
    """Return the evidence of an answer."""
    meta = resultat.meta
    dekning = _dekning(resultat)
    virker = _forste_forskjell(resultat)
    foer = None if virker is None else f"{meta.regnedato:%Y-%m}" < virker
    return Bevis(
        anledning=meta.anledning,
        dato=meta.regnedato,
        virker_fra=virker,
        foer_endringen=foer,
        planer=len(resultat.planer),
        bekreftet=len(grunnlag.bekreftet),
        opplyst=len(grunnlag.opplyst),
        antatt=len(grunnlag.antatt),
        dekning=dekning,
        dekning_antall={
            status: antall
            for status in _REKKE
            if (antall := sum(d.status == status for d in dekning))
        },
        rapportering=tuple(
            Rapportering(
                mottaker=p.mottaker,
                hva=p.tekst,
                kanal=p.kanal,
                frist=p.frist,
                frist_dato=p.frist_dato,
                folge=p.folge,
                hvem=p.hvem,
            )
            for p in plikter
        ),
        bygger_paa=endret.forrige.regnedato if endret else None,
        endringer=endret.antall if endret else None,
        regelsett=meta.regelsett,
        regelsett_hash=meta.regelsett_hash,
        gyldig_til=meta.gyldig_til,
        gjennomgaatt_med=gjennomgaatt_med,
        utlevert=utlevert,
    )


def _dekning(resultat: Resultat) -> tuple[Dekket, ...]:
    svar = []
    for linjer in zip(*(plan.dekning for plan in resultat.planer), strict=True):
        verst = min(linjer, key=lambda d: _REKKE.index(d.status))
        svar.append(Dekket(navn=verst.navn, status=verst.status, spor=verst.spor))
    return tuple(svar)


def _forste_forskjell(resultat: Resultat) -> str | None:
    ulike = (
        m.maaned
        for plan in resultat.planer[1:]
        for m in plan.maaneder
        if m.mot_grunnlag is not None and abs(m.mot_grunnlag) >= _MERKBART
    )
    return min(ulike, default=None)
