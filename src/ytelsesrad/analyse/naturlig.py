"""The line people would go along from a plan: the rule book says which inputs there are."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from ytelsesrad.analyse.akse import Bevegelse
from ytelsesrad.analyse.flytt import varierer, verdiene
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import Gitt, Oppgitt, Regel
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.situasjon import Situasjon

_HUNDRE, _LENGST = Decimal(100), Decimal(150)


def naturlig_linje(
    situasjon: Situasjon, bok: Regelbok, plan: str | None = None
) -> tuple[Bevegelse, ...]:
    """Return the line through a plan (None: the last) along what it gives: hours, percent or pay.

    The inputs with ``langs`` in the rule book are tried in its order. What else the plan gives
    that grows with it (``med``), follows in proportion, so that the plan lies on the line. A
    pattern over time is kept: the line then goes from nothing to half as much again. No line goes
    further than what can be put in. Empty when the plan gives nothing that can move. Raises
    KeyError when there is no such plan.
    """
    with regnemodus():
        gitte = situasjon.alle_gitt(bok)
        gitt = gitte[plan if plan is not None else list(gitte)[-1]]
        for regel in bok.inndata.values():
            valgt = _siste(gitt, regel)
            if regel.inndata is not None and regel.inndata.langs is not None and valgt is not None:
                return _linje(bok, gitt, regel, valgt)
        return ()


def _siste(gitt: Gitt, regel: Regel) -> Oppgitt | None:
    """Return what is given for an input, of the last member that has it."""
    med = [o for o in gitt.verdier if o.regel == regel.id and verdiene(o) and not o.ukjent]
    return max(med, key=lambda o: o.medlem or 0, default=None)


def _linje(bok: Regelbok, gitt: Gitt, regel: Regel, o: Oppgitt) -> tuple[Bevegelse, ...]:
    assert regel.inndata is not None
    langs = regel.inndata.langs
    assert langs is not None
    navn = [n if "." in n else f"{regel.mappe}.{n}" for n in langs.med]
    med = [x for x in gitt.verdier if x.regel in navn and x.medlem == o.medlem and verdiene(x)]
    egen = _verdi(regel, o)
    if not egen:
        return (Bevegelse(regel.id, Decimal(0), langs.til, _nummer(o)),)
    plass = min(_plass(bok, x) for x in (o, *med))
    if any(map(varierer, (o, *med))):
        lengst = min(_LENGST, plass * _HUNDRE)
        return tuple(Bevegelse(x.regel, Decimal(0), lengst, _nummer(x), "andel") for x in (o, *med))
    til = min(max(langs.til, egen), egen * plass)
    verdier = [(x, _verdi(bok.inndata[x.regel], x)) for x in (o, *med)]
    return tuple(
        Bevegelse(x.regel, Decimal(0), v * til / egen, _nummer(x)) for x, v in verdier if v
    )


def _plass(bok: Regelbok, o: Oppgitt) -> Decimal:
    """Return how many times as much as is given can be put in, in whole percent, from one up."""
    regel = bok.inndata[o.regel]
    hoyst = None if regel.inndata is None else regel.inndata.hoyst
    storst = max((v for v in verdiene(o).values() if isinstance(v, Decimal)), default=Decimal(0))
    if hoyst is None or storst <= 0:
        return Decimal("Infinity")
    ganger = hoyst * les_enhet(regel.enhet)[1] / storst
    return max(ganger.quantize(1 / _HUNDRE, ROUND_FLOOR), Decimal(1))


def _nummer(o: Oppgitt) -> int | None:
    return None if o.medlem is None else o.medlem + 1


def _verdi(regel: Regel, o: Oppgitt) -> Decimal | None:
    """Return the first number that is given, as people write it."""
    verdi = next((v for v in verdiene(o).values() if isinstance(v, Decimal)), None)
    return None if verdi is None else verdi / les_enhet(regel.enhet)[1]
