"""What is said on one page of all that can be said: the boxes, what is uncertain, the sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from ytelsesrad.beregning.resultat import Forutsetning, Melding, Resultat
from ytelsesrad.lesbart import BOKMAAL, Sprak, avrundet, sprak
from ytelsesrad.raad.overraskelser import Overraskelse
from ytelsesrad.visning.tekst.bokser import (
    BEHOLDER,
    FORSLAG,
    PLIKT,
    er_advarsel,
    er_viktig,
    foreslatt,
    frist_av,
    meldinger_av,
    plikt_av,
    tekst_av,
)
from ytelsesrad.visning.tekst.dekning import forbeholdene
from ytelsesrad.visning.tekst.forutsetninger import ANTATTE, antatte
from ytelsesrad.visning.tekst.linjer import forste_setning_i, rens, setning
from ytelsesrad.visning.tekst.mangler import spurt, verdt
from ytelsesrad.visning.tekst.overraskelser import overraskelsene, usagte
from ytelsesrad.visning.tekst.planer import Samlet, endring, samle, viktigst_forst
from ytelsesrad.visning.tekst.slutt import regelsett
from ytelsesrad.visning.tekst.varsler import sjekkes, stoppet

_UTENFOR = 8


@dataclass(frozen=True, slots=True)
class Punkt:
    """A point in a box: when (for a duty), and what."""

    tekst: str
    naar: str = ""
    viktig: bool = True
    """It stands in the short answer, too."""

    @property
    def helt(self) -> str:
        """The point as it is read."""
        return f"{self.naar}: {self.tekst}" if self.naar else self.tekst

    @property
    def kort(self) -> Punkt:
        """The point as its first sentence, for when there is no room for all of it."""
        return Punkt(forste_setning_i(self.tekst), self.naar, self.viktig)


def beholder(resultat: Resultat) -> list[Punkt]:
    """Return «Dette beholder du», what matters most first."""
    alle = _ordnet(resultat, lambda t: t in BEHOLDER)
    return _viktige_forst(Punkt(tekst_av(resultat, m), viktig=er_viktig(m)) for m in alle)


def _viktige_forst(alle: Iterable[Punkt]) -> list[Punkt]:
    return sorted(alle, key=lambda p: not p.viktig)


def plikter(resultat: Resultat) -> list[Punkt]:
    """Return «Dette må du gjøre»."""
    return [
        Punkt(plikt_av(resultat, m), frist_av(resultat, m))
        for m in _ordnet(resultat, lambda t: t in PLIKT)
    ]


def overrasker(resultat: Resultat, overraskelser: Sequence[Overraskelse] = ()) -> list[Punkt]:
    """Return «Dette kan overraske»: surprises, why a plan gives less, warnings, proposals."""
    taper = {
        p.navn
        for p in resultat.planer[1:]
        if viktigst_forst(resultat)
        and (e := endring(resultat, p, viktigst_forst(resultat)[0])) is not None
        and avrundet(e) < 0
    }
    grunner = _egne(resultat, taper)
    advarsler = _ordnet(usagte(resultat, overraskelser), er_advarsel)
    advarsler.sort(key=lambda m: (m.forste.id, m.forste.tekst) not in grunner)
    forslag = _ordnet(resultat, lambda t: t in FORSLAG)
    viktige, andre = (
        [Punkt(t, viktig=v) for t, v in overraskelsene(resultat, overraskelser, viktige=viktige)]
        for viktige in (True, False)
    )
    return _viktige_forst(
        [
            *viktige,
            *(Punkt(tekst_av(resultat, m), viktig=er_viktig(m)) for m in advarsler),
            *andre,
            *(Punkt(foreslatt(resultat, m), viktig=er_viktig(m)) for m in forslag),
        ]
    )


def _egne(resultat: Resultat, planer: Collection[str]) -> set[tuple[str, str]]:
    """Return the kinds of note that only some plans have."""
    andre = {m.id for p in resultat.planer if p.navn not in planer for m in p.meldinger}
    return {
        (m.id, m.tekst)
        for p in resultat.planer
        if p.navn in planer
        for m in p.meldinger
        if m.id not in andre
    }


def _ordnet(resultat: Resultat, er_med: Callable[[str], bool]) -> list[Samlet[Melding]]:
    """Return the notes: one of each kind first, as it is for the plan in the headline.

    Notes for another year than the one that is spoken of first come after the others.
    """
    plan = resultat.planer[min(1, len(resultat.planer) - 1)]
    gjelder = {(m.id, m.tekst) for m in plan.meldinger}
    forst: dict[str, Samlet[Melding]] = {}
    alle = meldinger_av(resultat, er_med)
    for m in alle:
        valgt = forst.get(m.forste.id)
        if valgt is None or (
            (m.forste.id, m.forste.tekst) in gjelder
            and (valgt.forste.id, valgt.forste.tekst) not in gjelder
        ):
            forst[m.forste.id] = m
    egne = [m for m in forst.values() if any((t.id, t.tekst) in gjelder for t in m.ting)]
    andre = [m for m in forst.values() if m not in egne]
    svar = [*egne, *andre, *(m for m in alle if m not in forst.values())]
    aar = viktigst_forst(resultat)
    return sorted(svar, key=lambda m: bool(aar) and not _i_aaret(m, str(aar[0])))


def _i_aaret(melding: Samlet[Melding], aar: str) -> bool:
    perioder = [p for m in melding.ting for p in m.perioder]
    return not perioder or any(p[:4] == aar or not p[:4].isdecimal() for p in perioder)


def usikkert(resultat: Resultat) -> list[str]:
    """Return what is uncertain, the gravest first: one paragraph each."""
    return [
        *stoppet(resultat),
        *_mangler(resultat),
        *sjekkes(resultat),
        *_holdt(resultat),
        *_antatt(resultat),
        *_ikke_med(resultat),
        *_forbehold(resultat),
    ]


def _mangler(resultat: Resultat) -> list[str]:
    s = sprak(resultat.meta.sprak)
    navn = {d.ytelse: s.midt_i(d.navn) for plan in resultat.planer for d in plan.dekning}
    tekster = []
    for samlet in samle(
        resultat, lambda p: p.mangler, likhet=lambda m: (m.inndata, m.sporsmaal, m.perioder)
    ):
        m = samlet.forste
        hvor = setning(s("punkt.staar_i", hvor=m.staar_i)) if m.staar_i else ""
        sporsmaal = s("punkt.vet_ikke", sporsmaal=spurt(m, s))
        tekster.append(" ".join(d for d in (sporsmaal, hvor, verdt(m, navn, s)) if d))
    return tekster


def _utenfor(resultat: Resultat, holdes: bool) -> list[str]:
    navn = {
        d.ytelse: sprak(resultat.meta.sprak).midt_i(d.navn)
        for plan in resultat.planer
        for d in plan.dekning
        if d.status == "ikke_modellert" and d.holdes == holdes
    }
    return list(navn.values())


def _holdt(resultat: Resultat) -> list[str]:
    s = sprak(resultat.meta.sprak)
    navn = _utenfor(resultat, holdes=True)
    return [s("punkt.holdt", hva=s.liste(navn))] if navn else []


def _ikke_med(resultat: Resultat) -> list[str]:
    navn = _utenfor(resultat, holdes=False)
    if not navn:
        return []
    s = sprak(resultat.meta.sprak)
    return [s("punkt.ikke_med", hva=_noen(navn, _UTENFOR, s))]


def _antatt(resultat: Resultat) -> list[str]:
    """Return what is assumed: first what has a price, then what the person was not sure of."""
    s = sprak(resultat.meta.sprak)
    alle = [_en_antatt(f, s) for f in antatte(resultat)]
    if not alle:
        return []
    return [s("punkt.antatt", hva=_noen(alle, ANTATTE, s))]


def _en_antatt(funnet: Samlet[Forutsetning], s: Sprak) -> str:
    f = funnet.forste
    tekst = s("punkt.antatt_en", tittel=s.midt_i(rens(f.tittel)), verdi=f.verdi)
    if not funnet.gjelder:
        return tekst
    return s("punkt.gjelder", hvor=funnet.gjelder, tekst=tekst)


def _noen(navn: list[str], antall: int, s: Sprak) -> str:
    if len(navn) <= antall + 1:
        return s.liste(navn)
    return f"{', '.join(navn[:antall])} {s('ark.til', len(navn) - antall)}"


def _forbehold(resultat: Resultat) -> list[str]:
    antall = len(forbeholdene(resultat))
    if not antall:
        return []
    return [sprak(resultat.meta.sprak)("punkt.forbehold", antall=antall)]


def kilder(resultat: Resultat) -> list[str]:
    """Return the sources, paragraphs first."""
    return [
        k[:1].upper() + k[1:] if nr == 0 else k for nr, k in enumerate(map(rens, resultat.kilder))
    ]


def regelsettet(resultat: Resultat) -> str:
    """Return rule set and best-before as sentences."""
    return regelsett(resultat.meta).replace(" · ", ", ", 1).replace(" · ", ". ")


def ledd(kilder: Iterable[str], antall: int, s: Sprak = BOKMAAL) -> str:
    """Return the first of the sources in one paragraph, and how many are left out."""
    alle = list(kilder)
    tekst = " · ".join(alle[:antall])
    igjen = len(alle) - antall
    return f"{tekst} · {s('ark.til', igjen)}" if igjen > 0 else tekst
