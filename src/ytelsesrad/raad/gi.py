"""Put the whole answer together."""

from __future__ import annotations

from datetime import date

from ytelsesrad.analyse import gevinster
from ytelsesrad.analyse.usikkerhet import finn_usikkerhet
from ytelsesrad.beregning import Resultat, regn
from ytelsesrad.lesbart import dato
from ytelsesrad.raad.bevis import lag_bevis
from ytelsesrad.raad.endret import Endret
from ytelsesrad.raad.grunnlag import finn_grunnlaget
from ytelsesrad.raad.handlingsrom import finn_handlingsrom
from ytelsesrad.raad.inndata import som_inndata
from ytelsesrad.raad.linjer import finn_alle_grenser
from ytelsesrad.raad.mindre import finn_mindre
from ytelsesrad.raad.modell import Raad, Raadmeta
from ytelsesrad.raad.overraskelser import finn_overraskelser
from ytelsesrad.raad.plikter import finn_plikter
from ytelsesrad.raad.regler import Avtrykk, finn_avtrykk
from ytelsesrad.raad.rettigheter import finn_rettigheter
from ytelsesrad.raad.utenfor import finn_utenfor
from ytelsesrad.raad.utvalg import med_utvalg, uvesentlig
from ytelsesrad.raad.varsler import finn_varsler
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.situasjon import Situasjon


def gi_raad(
    situasjon: Situasjon,
    bok: Regelbok,
    *,
    grenser: bool = True,
    usikkerhet: bool = False,
    forrige: Resultat | str | None = None,
    gjennomgaatt_med: str | None = None,
    utlevert: date | None = None,
) -> Raad:
    """Compute the whole answer of a situation: ``beregn``, and all that follows from it.

    ``grenser``: find the limits along the natural line of each plan; it takes longer than all the
    rest. ``usikkerhet``: the spans are not only of what is written as uncertain, but of what the
    rules assume, too. ``forrige``: an earlier answer, or its JSON, that this one builds on.
    ``gjennomgaatt_med`` (a role, not a name) and ``utlevert`` are put in the evidence. Equal input
    gives equal answers.

    Raises Feilsamling, with every fault at once, when what is put in is wrong, and ValueError with
    a sentence in bokmål when ``forrige`` is not an answer of a form that is known.
    """
    if isinstance(forrige, str):
        from ytelsesrad.raad.lese import fra_json

        forrige = fra_json(forrige)
    beregning = regn(situasjon, bok)
    resultat = beregning.resultat
    funnet, uten = finn_alle_grenser(situasjon, bok, beregning) if grenser else ((), ())
    gevinst = gevinster(resultat, alle_par=True)
    mindre = finn_mindre(resultat, gevinst, funnet)
    grunnlag, plikter = finn_grunnlaget(resultat), finn_plikter(resultat)
    avtrykk = finn_avtrykk(beregning.utregninger.values())
    endret = None if forrige is None else _endret(situasjon, bok, resultat, forrige, avtrykk)
    return Raad(
        meta=_meta(resultat, forrige),
        planer=med_utvalg(resultat.planer),
        endringer=resultat.endringer,
        kilder=resultat.kilder,
        hjemler=resultat.hjemler,
        mindre=mindre,
        gevinst=gevinst,
        handlingsrom=finn_handlingsrom(funnet),
        grenser=funnet,
        uten_grenser=uten,
        rettigheter=finn_rettigheter(resultat),
        plikter=plikter,
        varsler=finn_varsler(resultat, mindre),
        overraskelser=finn_overraskelser(beregning, funnet),
        usikkerhet=finn_usikkerhet(situasjon, bok, antatte=usikkerhet),
        grunnlag=grunnlag,
        utenfor=finn_utenfor(resultat),
        uvesentlig=uvesentlig(bok),
        endret=endret,
        bevis=lag_bevis(
            resultat,
            grunnlag,
            plikter,
            endret,
            gjennomgaatt_med=gjennomgaatt_med,
            utlevert=utlevert,
        ),
        inndata=som_inndata(situasjon),
        regler=avtrykk,
    )


def _meta(resultat: Resultat, forrige: Resultat | None) -> Raadmeta:
    felt = resultat.meta.model_dump() | {"skjema": "raad-1"}
    if forrige is not None and felt["bygger_paa"] is None:
        felt["bygger_paa"] = f"beregningen {dato(forrige.meta.regnedato)}"
    return Raadmeta(**felt)


def _endret(
    situasjon: Situasjon, bok: Regelbok, resultat: Resultat, forrige: Resultat, avtrykk: Avtrykk
) -> Endret:
    from ytelsesrad.raad.endret import finn_endret

    hel = forrige if isinstance(forrige, Raad) else None
    return finn_endret(
        situasjon,
        bok,
        resultat,
        forrige,
        brukt=avtrykk,
        inndata=hel.inndata if hel else None,
        avtrykk=hel.regler if hel else None,
    )
