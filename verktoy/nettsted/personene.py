"""The constructed persons of ``docs/eksempler``: their files, stories and answers, for the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ytelsesrad import Regelbok, Situasjon
from ytelsesrad.beregning import Resultat, regn
from ytelsesrad.beregning.resultat import Planresultat, Utbetaling
from ytelsesrad.forklaring import Forklaring, forklar, tekst
from ytelsesrad.raad import Raad, gi_raad
from ytelsesrad.regelbok import regnemodus
from ytelsesrad.regelspraak import Kjoring
from ytelsesrad.visning.tekst.planer import aar_i, viktigst_forst

MAPPE = Path(__file__).resolve().parent.parent.parent / "docs" / "eksempler"
_SPORSMAAL = "Spørsmålet:"
_UTENOM = ("lønn", "skatt")
"""Groups of coverage lines that the job itself brings."""
_BREDDE = 72
_STEG = "\n 1  "
"""How the first step of an explanation begins."""


@dataclass(frozen=True)
class Person:
    """One person: what the file says, and what came out of it."""

    navn: str
    """The name of the file without its ending, such as ``p4``."""
    fil: str
    situasjon: tuple[str, ...]
    """A few lines about the person, from the comment at the top of the file."""
    sporsmaal: str
    resultat: Raad
    """The whole answer."""
    hvorfor: str
    """The steps to the figure that the job changes most."""
    hvorfor_av: str
    """The command that shows them."""

    @property
    def tittel(self) -> str:
        """Who it is."""
        return self.resultat.meta.tittel or self.navn

    @property
    def plan(self) -> Planresultat:
        """The plan that the answer begins with."""
        return self.resultat.planer[min(1, len(self.resultat.planer) - 1)]

    @property
    def aar(self) -> int:
        """The year that the answer begins with."""
        return viktigst_forst(self.resultat)[0]

    def regler(self) -> list[str]:
        """Return the rules that the payments of the plan come from, each once."""
        return list(dict.fromkeys(b.regel for b in self.plan.betalinger))

    def har(self) -> list[str]:
        """Return the short names of everything that gives or takes money in some plan."""
        linjer = (x for p in self.resultat.planer for a in p.aar for x in a.linjer)
        return list(dict.fromkeys(x.kort or x.navn for x in linjer if x.gjort_opp or x.utbetalt))


@cache
def personer() -> tuple[Person, ...]:
    """Return the persons in the order of their numbers."""
    bok = Regelbok.standard()
    filer = sorted(MAPPE.glob("p*.toml"), key=lambda f: int(f.stem[1:]))
    return tuple(_person(fil, bok) for fil in filer)


@cache
def raadet(navn: str) -> Raad:
    """Return the whole answer of a person."""
    bok = Regelbok.standard()
    return gi_raad(Situasjon.les(MAPPE / f"{navn}.toml", bok), bok)


def _person(fil: Path, bok: Regelbok) -> Person:
    innhold = fil.read_text(encoding="utf-8")
    linjer = list(fortellingen(innhold))
    situasjon = Situasjon.les(fil, bok)
    utregnet, resultat = regn(situasjon, bok), raadet(fil.stem)
    plan = resultat.planer[min(1, len(resultat.planer) - 1)]
    hvorfor, hvorfor_av = _hvorfor(
        resultat, bok, utregnet.utregninger[plan.navn].kjoring, plan, fil.name
    )
    return Person(
        navn=fil.stem,
        fil=innhold,
        situasjon=tuple(x for x in linjer if not x.startswith(_SPORSMAAL)),
        sporsmaal=" ".join(x.removeprefix(_SPORSMAAL).strip() for x in linjer if _SPORSMAAL in x),
        resultat=resultat,
        hvorfor=hvorfor,
        hvorfor_av=hvorfor_av,
    )


def fortellingen(innhold: str) -> Iterable[str]:
    """Return the lines of the comment at the top of a file, without the first, that labels it."""
    for linje in innhold.splitlines()[1:]:
        if not linje.startswith("#"):
            return
        if linje.strip("# "):
            yield linje.removeprefix("#").strip()


def _hvorfor(
    resultat: Resultat, bok: Regelbok, kjoring: Kjoring, plan: Planresultat, fil: str
) -> tuple[str, str]:
    """Return the steps to what the job changes most: the end of the year, or the last payment."""
    aar = viktigst_forst(resultat)[0]
    ytelse = _endret_mest(resultat, plan, aar)
    with regnemodus():
        rett = bok.samling.ytelser[ytelse].rett
        funnet = forklar(bok, kjoring, kjoring.nokkel(rett, date(aar, 12, 31))) if rett else None
        steg = tekst(funnet, dybde="2", bredde=_BREDDE) if funnet else ""
        siste = _siste(plan, ytelse, aar)
        if siste is not None and _STEG not in steg and (funnet is None or funnet.verdi):
            av = forklar(bok, kjoring, kjoring.nokkel(siste.regel, siste.til_dag))
            funnet, steg = _til_steg(av)
    if funnet is None:
        return "", ""
    kommando = f'ytelsesrad forklar {fil} {funnet.regel} --plan "{plan.navn}"'
    return steg, f"{kommando} --periode {funnet.periode} --dybde 2"


def _til_steg(forklaring: Forklaring) -> tuple[Forklaring, str]:
    """Return the explanation, or the first one inside it that has steps, and how it reads."""
    funnet = forklaring
    while _STEG not in (steg := tekst(funnet, dybde="2", bredde=_BREDDE)):
        deler = [d.forklaring for d in funnet.deler if not d.vilkaar and d.forklaring.personlig]
        if not deler:
            return forklaring, tekst(forklaring, dybde="2", bredde=_BREDDE)
        funnet = deler[0]
    return funnet, steg


def _endret_mest(resultat: Resultat, plan: Planresultat, aar: int) -> str:
    """Return the coverage line of what the person has that the plan changes most."""
    foer, etter = aar_i(resultat.planer[0], aar), aar_i(plan, aar)
    linjer = foer.linjer if foer else ()
    fra = {x.ytelse: x.gjort_opp or 0 for x in linjer if x.gruppe not in _UTENOM}
    til = {x.ytelse: x.gjort_opp or 0 for x in (etter.linjer if etter else ())}
    return max(fra, key=lambda y: (abs(til.get(y, 0) - fra[y]) if fra[y] else -1, fra[y]))


def _siste(plan: Planresultat, ytelse: str, aar: int) -> Utbetaling | None:
    """Return the last payment of a coverage line in a year."""
    av = [b for b in plan.betalinger if b.ytelse == ytelse and b.dato.year == aar and b.brutto > 0]
    return av[-1] if av else None
