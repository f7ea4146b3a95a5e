"""Find the span of every total of a situation, and what makes it wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from ytelsesrad.analyse.usikkerhet.dimensjon import Dimensjon, andre, oppgitte
from ytelsesrad.analyse.usikkerhet.leting import MAKS_HJORNER, Leting, Utfall
from ytelsesrad.analyse.usikkerhet.modell import (
    Aarsspenn,
    Driver,
    Maanedsspenn,
    Planspenn,
    Spenn,
    Usikkerhet,
)
from ytelsesrad.beregning.aarene import finn_aar
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt
from ytelsesrad.situasjon import Situasjon

_FLERE = 2
_METODE = (
    "Hver opplysning er fulgt over hele spennet sitt, også på begge sider av grensene inni det. "
    "Avrundinger underveis kan flytte ytterpunktene litt.{sammen}"
)
_HJORNER = (
    " Flere opplysninger er prøvd sammen i ytterpunktene og ved grensene. Spennet er det laveste "
    "og det høyeste av det som er prøvd, ikke et bevis for at ingenting kan gi mer eller mindre."
)
_MANGE = (
    " Flere opplysninger er flyttet etter tur til det ikke ble lavere eller høyere. Spennet er det "
    "laveste og det høyeste av det som er prøvd, ikke et bevis for at ingenting kan gi mer eller "
    "mindre."
)


def finn_usikkerhet(
    situasjon: Situasjon, bok: Regelbok, *, antatte: bool = False
) -> Usikkerhet | None:
    """Return the spans of every plan; None when nothing is uncertain.

    What the person has written as ``lav``, ``ventet`` and ``hoy`` is moved; with ``antatte`` also
    what the rules assume within a known range, and what is unknown but has only some possible
    answers. Differences from the first plan are of the same values in both. Raises Feilsamling
    when what is put in is wrong.
    """
    with regnemodus():
        _, fra, til = situasjon.tidsrom()
        gitte = situasjon.alle_gitt(bok)
        letinger: dict[str, Leting] = {}
        for navn, gitt in gitte.items():
            dim = oppgitte(bok, gitt)
            if antatte:
                u = Utregning(bok, gitt, fra, til)
                finn_aar(u, finn_utbetalinger(u))
                dim += andre(u, u.kjoring.brukte_regler)
            letinger[navn] = Leting(bok, gitt, fra, til, dim)
        if not any(x.dimensjoner for x in letinger.values()):
            return None
        forste = next(iter(letinger.values()))
        planer = tuple(
            _plan(navn, leting, None if leting is forste else forste)
            for navn, leting in letinger.items()
        )
    flest = max(len(x.dimensjoner) for x in letinger.values())
    return Usikkerhet(
        planer=planer,
        regninger=sum(x.regninger for x in letinger.values()),
        metode=_METODE.format(sammen=_sammen(flest)),
    )


def _sammen(antall: int) -> str:
    """Return how inputs are tried together; nothing when there is only one."""
    if antall < _FLERE:
        return ""
    return _MANGE if antall > MAKS_HJORNER else _HJORNER


def _plan(navn: str, leting: Leting, forste: Leting | None) -> Planspenn:
    punkter = list(dict.fromkeys(leting.punkter()))
    utfall = [leting.utfall(p) for p in punkter]
    grunnlag = [forste.utfall(_som(leting, forste, p)) if forste else None for p in punkter]
    maaneder = tuple(
        Maanedsspenn(maaned=m.maaned, netto=_spenn([u.maaneder[nr].netto for u in utfall]))
        for nr, m in enumerate(utfall[0].maaneder)
    )
    svakest = min(utfall[0].maaneder, key=lambda m: m.netto, default=None)
    return Planspenn(
        plan=navn,
        aar=tuple(_aar(nr, utfall, grunnlag) for nr in range(len(utfall[0].aar))),
        maaneder=maaneder,
        svakeste=svakest
        and Maanedsspenn(
            maaned=svakest.maaned,
            netto=_spenn([min(m.netto for m in u.maaneder) for u in utfall]),
        ),
        drivere=_drivere(leting),
    )


def _som(leting: Leting, forste: Leting, punkt: Gitt) -> Gitt:
    """Return the first plan with the same values of what the two plans share."""
    gitt = forste.gitt
    verdier = {(o.regel, o.medlem): o for o in punkt.verdier}
    felles = {d.nokkel for d in leting.dimensjoner} & {d.nokkel for d in forste.dimensjoner}
    for d in forste.dimensjoner:
        if d.nokkel in felles and d.nokkel in verdier:
            gitt = d.med(gitt, verdier[d.nokkel])
    return gitt


def _aar(nr: int, utfall: Sequence[Utfall], grunnlag: Sequence[Utfall | None]) -> Aarsspenn:
    gevinst = None
    if grunnlag[0] is not None:
        gevinst = _spenn(
            [
                None if g is None else _minus(u.aar[nr].gjort_opp_netto, g.aar[nr].gjort_opp_netto)
                for u, g in zip(utfall, grunnlag, strict=True)
            ]
        )
    return Aarsspenn(
        aar=utfall[0].aar[nr].aar,
        gjort_opp=_spenn([u.aar[nr].gjort_opp_netto for u in utfall]),
        utbetalt=_spenn([u.aar[nr].utbetalt_netto for u in utfall]),
        gevinst=gevinst,
    )


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _spenn(tall: Iterable[Decimal | None]) -> Spenn | None:
    """Return the span of some amounts, of which the first is the expected one."""
    alle = list(tall)
    kjente = [t for t in alle if t is not None]
    if not kjente:
        return None
    return Spenn(lavest=min(kjente), ventet=alle[0], hoyest=max(kjente))


def _drivere(leting: Leting) -> tuple[Driver, ...]:
    naa = leting.utfall(leting.gitt).aar[0].gjort_opp_netto
    alle = [d for nr, dim in enumerate(leting.dimensjoner) if (d := _driver(leting, nr, dim, naa))]
    return tuple(sorted(alle, key=lambda d: (d.lavest - d.hoyest, d.inndata)))


def _driver(leting: Leting, nr: int, d: Dimensjon, naa: Decimal | None) -> Driver | None:
    alle = leting.steder(nr, leting.gitt)
    steder = [(v, b) for v, b in alle if b is not None]
    if not steder:
        return None
    fra = naa if naa is not None else steder[0][1]
    lavt, hoyt = min(steder, key=lambda s: s[1]), max(steder, key=lambda s: s[1])
    belop = [b for _, b in steder]
    return Driver(
        inndata=d.regel.id,
        medlem=None if d.medlem is None else d.medlem + 1,
        tittel=d.regel.tittel or d.regel.navn,
        fra=d.vist(d.lavest),
        ventet=None if d.ventet is None else d.vist(d.ventet),
        til=d.vist(d.hoyest),
        kilde=d.kilde,
        lavest=min(lavt[1] - fra, Decimal(0)),
        hoyest=max(hoyt[1] - fra, Decimal(0)),
        lavest_ved=d.vist(lavt[0]),
        hoyest_ved=d.vist(hoyt[0]),
        ukjent_ved=tuple(d.vist(v) for v, b in alle if b is None),
        jevnt=not d.andre and _ensrettet(belop, leting.baand(nr)),
    )


def _ensrettet(belop: Sequence[Decimal], baand: Decimal) -> bool:
    """Tell whether amounts only rise, or only fall, apart from what roundings do."""
    steg = [b - a for a, b in pairwise(belop)]
    return all(s >= -2 * baand for s in steg) or all(s <= 2 * baand for s in steg)
