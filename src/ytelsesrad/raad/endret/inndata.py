"""What was put in differently."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from ytelsesrad.beregning import Resultat
from ytelsesrad.beregning.verdier import vis_oppgitt
from ytelsesrad.raad.endret.modell import EndretInndata
from ytelsesrad.regelbok import Regelbok
from ytelsesrad.regelspraak import Gitt, Oppgitt
from ytelsesrad.situasjon import Situasjon

_Verdier = dict[Hashable, tuple[str, str, str]]
"""Key → title, value written for people, and source."""


def endret_inndata(bok: Regelbok, gammel: Situasjon, ny: Situasjon) -> tuple[EndretInndata, ...]:
    """Return every input that is new, gone or has another value, in the plans both have."""
    foer, naa = gammel.alle_gitt(bok), ny.alle_gitt(bok)
    felles = [navn for navn in naa if navn in foer]
    return _samlet(
        {navn: (_oppgitte(bok, foer[navn]), _oppgitte(bok, naa[navn])) for navn in felles}
    )


def endrede_forutsetninger(forrige: Resultat, resultat: Resultat) -> tuple[EndretInndata, ...]:
    """Return the same of what two answers say they rest on, when no more is known."""
    foer, naa = _forutsatt(forrige), _forutsatt(resultat)
    return _samlet({navn: (foer[navn], naa[navn]) for navn in naa if navn in foer})


def _forutsatt(r: Resultat) -> dict[str, _Verdier]:
    return {
        p.navn: {f.inndata: (f.tittel, f.verdi, f.kilde) for f in p.forutsetninger}
        for p in r.planer
    }


def _oppgitte(bok: Regelbok, gitt: Gitt) -> _Verdier:
    antall = dict(gitt.medlemmer)
    return {(o.regel, o.medlem): _oppgitt(bok, o, antall) for o in gitt.verdier}


def _oppgitt(bok: Regelbok, o: Oppgitt, antall: Mapping[str, int]) -> tuple[str, str, str]:
    regel = bok.samling.regler[o.regel]
    tittel = regel.tittel or regel.navn
    if o.medlem is not None and antall.get(regel.for_hver or "", 1) > 1:
        tittel += f" ({regel.for_hver} {o.medlem + 1})"
    verdi = "vet ikke" if o.ukjent else vis_oppgitt(bok, replace(o, sted=None), regel)
    return tittel, verdi, o.kilde


def _samlet(planer: Mapping[str, tuple[_Verdier, _Verdier]]) -> tuple[EndretInndata, ...]:
    """Gather what is the same in all plans."""
    ulike: dict[EndretInndata, list[str]] = {}
    for navn, (foer, naa) in planer.items():
        for endring in _ulike(foer, naa):
            ulike.setdefault(endring, []).append(navn)
    return tuple(
        e if len(hvor) == len(planer) else e.model_copy(update={"planer": tuple(hvor)})
        for e, hvor in ulike.items()
    )


def _ulike(foer: _Verdier, naa: _Verdier) -> Iterable[EndretInndata]:
    for nokkel in dict.fromkeys((*foer, *naa)):
        a, b = foer.get(nokkel), naa.get(nokkel)
        if a == b:
            continue
        bare_kilde = a is not None and b is not None and a[1] == b[1]
        yield EndretInndata(
            inndata=str(nokkel[0] if isinstance(nokkel, tuple) else nokkel),
            tittel=(b or a or ("",))[0],
            planer=(),
            foer=_vist(a, bare_kilde),
            naa=_vist(b, bare_kilde),
        )


def _vist(x: tuple[str, str, str] | None, med_kilde: bool) -> str | None:
    if x is None:
        return None
    return f"{x[1]} ({x[2]})" if med_kilde else x[1]
