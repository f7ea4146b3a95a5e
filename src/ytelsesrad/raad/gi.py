"""Put the whole answer together."""

from __future__ import annotations

from datetime import date

from ytelsesrad.analyse import gevinster
from ytelsesrad.beregning import Beregning, Resultat, regn
from ytelsesrad.raad.bevis import lag_bevis
from ytelsesrad.raad.grunnlag import finn_grunnlaget
from ytelsesrad.raad.handlingsrom import finn_handlingsrom
from ytelsesrad.raad.inndata import som_inndata
from ytelsesrad.raad.linjer import finn_alle_grenser
from ytelsesrad.raad.mindre import finn_mindre
from ytelsesrad.raad.modell import Raad, Raadmeta
from ytelsesrad.raad.overraskelser import finn_overraskelser
from ytelsesrad.raad.plikter import finn_plikter
from ytelsesrad.raad.regler import finn_avtrykk
from ytelsesrad.raad.rettigheter import finn_rettigheter
from ytelsesrad.raad.utenfor import finn_utenfor
from ytelsesrad.raad.varsler import finn_varsler
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon


def gi_raad(
    situasjon: Situasjon,
    bok: Regelbok,
    *,
    grenser: bool = True,
    forrige: Raad | Resultat | str | None = None,
    gjennomgaatt_med: str | None = None,
    gitt_dato: date | None = None,
) -> Raad:
    """Compute the whole answer of a situation: ``beregn``, and all that follows from it.

    ``grenser``: find the limits along the natural line of each plan; it takes longer than all the
    rest. ``forrige``: an earlier answer, or its JSON, that this one builds on. ``gjennomgaatt_med``
    (a role, not a name) and ``gitt_dato`` are put in the evidence. Equal input gives equal answers.

    Raises Feilsamling, with every fault at once, when what is put in is wrong.
    """
    beregning = regn(situasjon, bok)
    return _raad(situasjon, bok, beregning, grenser, gjennomgaatt_med, gitt_dato)


def _raad(
    situasjon: Situasjon,
    bok: Regelbok,
    beregning: Beregning,
    med_grenser: bool,
    gjennomgaatt_med: str | None,
    gitt_dato: date | None,
) -> Raad:
    resultat = beregning.resultat
    grenser, uten = finn_alle_grenser(situasjon, bok) if med_grenser else ((), ())
    gevinst = gevinster(resultat, alle_par=True)
    forste = resultat.planer[0].navn
    mindre = finn_mindre([g for g in gevinst if g.mot == forste], grenser)
    grunnlag, plikter = finn_grunnlaget(resultat), finn_plikter(resultat)
    meta = resultat.meta.model_dump() | {"skjema": "raad-1"}
    return Raad(
        meta=Raadmeta(**meta),
        planer=resultat.planer,
        endringer=resultat.endringer,
        kilder=resultat.kilder,
        mindre=mindre,
        gevinst=gevinst,
        handlingsrom=finn_handlingsrom(grenser),
        grenser=grenser,
        uten_grenser=uten,
        rettigheter=finn_rettigheter(resultat),
        plikter=plikter,
        varsler=finn_varsler(resultat, mindre),
        overraskelser=finn_overraskelser(beregning, grenser),
        usikkerhet=None,
        grunnlag=grunnlag,
        utenfor=finn_utenfor(resultat),
        endret=None,
        bevis=lag_bevis(
            resultat,
            grunnlag,
            plikter,
            None,
            gjennomgaatt_med=gjennomgaatt_med,
            gitt_dato=gitt_dato,
        ),
        inndata=som_inndata(situasjon),
        regler=finn_avtrykk(beregning.utregninger.values()),
    )
