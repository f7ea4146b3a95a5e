"""One folder of the book on its own: the value of each of its rules, for what is given.

``kapittel`` reads one moment, ``langs`` the same rules along one input::

    from ytelsesrad import Regelbok
    from ytelsesrad.beregning import kapittel
    from ytelsesrad.regelspraak import Gitt, Oppgitt

    bok = Regelbok.standard()
    gitt = Gitt((Oppgitt("mappe.inntekt", alltid=Decimal(300_000)),))
    for rad in kapittel(bok, "mappe", gitt, dag=date(aar, 12, 31)).rader:
        print(rad.regel.tittel, rad.verdi)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NoReturn

from ytelsesrad.beregning.meldinger import finn_meldinger, sjekk_krav
from ytelsesrad.beregning.resultat import Advarsel, Melding
from ytelsesrad.beregning.utbetalinger import finn_utbetalinger
from ytelsesrad.beregning.utregning import Utregning
from ytelsesrad.lesbart import dato
from ytelsesrad.lesing import Feil, Feilsamling, Sted, mente_du
from ytelsesrad.regelbok import Regelbok, regnemodus
from ytelsesrad.regelspraak import (
    Gitt,
    Kjoring,
    Oppgitt,
    Regel,
    Regnefeil,
    Ukjent,
    tre,
    type_verdi,
)
from ytelsesrad.regelspraak.enheter import les_enhet
from ytelsesrad.regelspraak.samling import BETALING

MAKS_RADER = 2_000
"""Rows in a table along an input, at most."""


@dataclass(frozen=True, slots=True)
class Ledd:
    """A term of a sum: the rule, its value, and whether it is added or taken away."""

    regel: Regel
    verdi: type_verdi | None
    fortegn: int


@dataclass(frozen=True, slots=True)
class Rad:
    """The value of one rule. Without one, ``mangler`` or ``feil`` says why."""

    regel: Regel
    verdi: type_verdi | None
    nokkel: tuple[int, int, int, int]
    """Its key in the run, for explaining it."""
    gitt: bool = False
    merker: frozenset[str] = frozenset()
    """What it rests on beyond the law: antatt, anslag, forslag."""
    mangler: tuple[Regel, ...] = ()
    feil: str = ""
    ledd: tuple[Ledd, ...] = ()
    """Its terms, when it is a sum of other rules."""


@dataclass(frozen=True, slots=True)
class Kapittelsvar:
    """The rules of a folder with their values, in the order of the files."""

    mappe: str
    dag: date
    bok: Regelbok
    kjoring: Kjoring
    rader: tuple[Rad, ...]
    meldinger: tuple[Melding, ...] = ()
    advarsler: tuple[Advarsel, ...] = ()

    @property
    def gitte(self) -> tuple[Rad, ...]:
        """The rows that were given."""
        return tuple(r for r in self.rader if r.gitt)


@dataclass(frozen=True, slots=True)
class Langs:
    """Some rules along one input: the input's values, and a value of each rule for each of them."""

    regel: Regel
    """The rule that is given other and other values."""
    kolonner: tuple[Regel, ...]
    x: tuple[Decimal, ...]
    verdier: tuple[tuple[type_verdi | None, ...], ...]
    """By row, then by column."""
    dag: date

    def endring(self, rad: int, kolonne: int) -> Decimal | None:
        """Return how much a column grows for each unit of the input, from a row to the next."""
        if rad + 1 >= len(self.x):
            return None
        a, b = self.verdier[rad][kolonne], self.verdier[rad + 1][kolonne]
        if not isinstance(a, Decimal) or not isinstance(b, Decimal):
            return None
        with regnemodus():
            return (b - a) / (self.x[rad + 1] - self.x[rad])


def kapittel(
    bok: Regelbok, mappe: str, gitt: Gitt | None = None, *, dag: date, alle: bool = False
) -> Kapittelsvar:
    """Return the visible rules of a folder on a day, for what is given.

    When something is given, only what rests on it is returned, unless ``alle``. What is done with
    each payment is left out when there are none. Raises Feilsamling for an unknown folder, a day
    the book does not answer for, and a broken demand of the folder.
    """
    u = _utregning(bok, mappe, gitt or Gitt(), dag)
    with regnemodus():
        feil, advarsler = sjekk_krav(u, mappe)
        if feil:
            raise Feilsamling(tuple(feil))
        regler = [r for r in _synlige(bok, mappe, u) if alle or _angaar(bok, u.gitt, r)]
        if not alle and not any(b.brutto for b in finn_utbetalinger(u) if not b.oppgjor):
            regler = [r for r in regler if not _av_betalinger(bok, u.gitt, r)]
        return Kapittelsvar(
            mappe=mappe,
            dag=dag,
            bok=bok,
            kjoring=u.kjoring,
            rader=tuple(_rad(u, r, dag) for r in regler),
            meldinger=finn_meldinger(u, mappe),
            advarsler=advarsler,
        )


def langs(
    bok: Regelbok,
    mappe: str,
    regel: str,
    x: Iterable[Decimal],
    gitt: Gitt | None = None,
    *,
    dag: date,
    vis: Sequence[str] = (),
) -> Langs:
    """Return rules of a folder for each of several values of one input, in the unit as typed.

    ``vis`` names the rules; without it they are the folder's main rule and its terms. Raises as
    ``kapittel``.
    """
    grunnlag = gitt or Gitt()
    endret = _finn(bok, mappe, regel)
    kolonner = tuple(_finn(bok, mappe, n) for n in vis) or _hovedregler(bok, mappe)
    _krev_tall(endret)
    verdier = []
    punkter = tuple(x)
    if len(punkter) > MAKS_RADER:
        _stopp(
            "--steg",
            f"Det blir {len(punkter)} rader. Vi viser høyst {MAKS_RADER}.",
            "Gjør steget større.",
        )
    for punkt in punkter:
        ny = (*(o for o in grunnlag.verdier if o.regel != endret.id), _oppgitt(endret, punkt))
        u = _utregning(bok, mappe, Gitt(ny, grunnlag.medlemmer), dag)
        with regnemodus():
            verdier.append(tuple(_rad(u, r, dag).verdi for r in kolonner))
    return Langs(endret, kolonner, punkter, tuple(verdier), dag)


# ── what is asked for ───────────────────────────────────────────────────────────────────────────


def _stopp(hvor: str, hva: str, rett: str) -> NoReturn:
    raise Feilsamling((Feil("S01", Sted(hvor), hva, rett),))


def krev_kapittel(bok: Regelbok, mappe: str) -> None:
    """Raise Feilsamling with «mente du …» when the book has no such folder."""
    if mappe not in bok.mapper:
        nesten = mente_du(mappe, bok.mapper)
        hva = f"Kapitlet «{mappe}» finnes ikke." + (f" Mente du «{nesten}»?" if nesten else "")
        _stopp(mappe, hva, "Velg et av: " + ", ".join(sorted(bok.mapper)) + ".")


def _utregning(bok: Regelbok, mappe: str, gitt: Gitt, dag: date) -> Utregning:
    krev_kapittel(bok, mappe)
    fra, til = bok.regelsett.fra, bok.regelsett.til
    if not fra <= dag <= til:
        _stopp(
            "--dato",
            f"Reglene svarer for {dato(fra)} til {dato(til)}, ikke for {dato(dag)}.",
            f"--dato {min(max(dag, fra), til).year}",
        )
    return Utregning(bok, gitt, date(dag.year, 1, 1), date(dag.year, 12, 31))


def _finn(bok: Regelbok, mappe: str, navn: str) -> Regel:
    egen = f"{mappe}.{navn}"
    return bok.finn(egen if egen in bok.samling.regler or "." not in navn else navn)


def _krev_tall(regel: Regel) -> None:
    if regel.enhet in ("ja/nei", "dato", "valg", "tekst"):
        hva = f"«{regel.navn}» er {regel.enhet}. Bare tall kan gå fra noe til noe."
        _stopp("--langs", hva, "Velg en regel som er et tall.")


def _oppgitt(regel: Regel, tall: Decimal) -> Oppgitt:
    medlem = 0 if regel.for_hver else None
    return Oppgitt(regel.id, medlem, alltid=tall * les_enhet(regel.enhet)[1])


# ── which rules ─────────────────────────────────────────────────────────────────────────────────


def _synlige(bok: Regelbok, mappe: str, u: Utregning) -> list[Regel]:
    """Return the rules of a folder that people see, file by file; that of the main rule first."""
    svar: list[Regel] = []
    egne = [k for k in bok.samling.kapitler if k.mappe == mappe]
    for k in sorted(egne, key=lambda k: all(r.id != f"{mappe}.{mappe}" for r in k.regler)):
        for r in k.regler:
            regel = bok.samling.regler[r.id]
            har_medlem = regel.for_hver is None or (
                regel.for_hver != BETALING and u.kjoring.antall_medlemmer(regel.for_hver) > 0
            )
            if har_medlem and not regel.skjult and regel not in svar:
                svar.append(regel)
    return svar


def _angaar(bok: Regelbok, gitt: Gitt, regel: Regel) -> bool:
    """Tell whether a rule is given, or rests on something given. When nothing is, all do."""
    numre = {bok.program.nummer[o.regel] for o in gitt.verdier}
    nr = bok.program.nummer[regel.id]
    return not numre or nr in numre or any(nr in bok.program.over(n) for n in numre)


def _av_betalinger(bok: Regelbok, gitt: Gitt, regel: Regel) -> bool:
    """Tell whether a rule asks what is done with each payment, other than through what is given."""
    program = bok.program
    gitte = {o.regel for o in gitt.verdier}
    ko, sett = [regel.id], {regel.id}
    while ko:
        id_ = ko.pop()
        if id_ in gitte:
            continue
        if bok.samling.regler[id_].for_hver == BETALING:
            return True
        nye = [x for x in program.bok.avhenger.get(id_, ()) if x not in sett]
        sett.update(nye)
        ko += nye
    return False


def _hovedregler(bok: Regelbok, mappe: str) -> tuple[Regel, ...]:
    """Return the folder's main rule, last, after its terms: the one with the folder's name."""
    regler = bok.samling.regler
    retter = [y.rett for y in bok.samling.ytelser.values() if y.mappe == mappe and y.rett]
    navn = next((n for n in (f"{mappe}.{mappe}", *retter) if n in regler), None)
    if navn is None:
        hva = f"Kapitlet «{mappe}» har ingen hovedregel."
        _stopp("--vis", hva, "Skriv hva som skal vises, for eksempel --vis regelnavn.")
    ledd = [r for _, r in _summen(bok, regler[navn]) if r.id != navn]
    return (*ledd, regler[navn])


def _summen(bok: Regelbok, regel: Regel) -> list[tuple[int, Regel]]:
    """Return the terms of a rule that is a plain sum of others; else nothing."""
    node = bok.program.regler[bok.program.nummer[regel.id]].traer.formel
    svar: list[tuple[int, Regel]] = []
    return svar if node is not None and _les_ledd(bok, node, 1, svar) and len(svar) > 1 else []


def _les_ledd(bok: Regelbok, node: tre.Node, fortegn: int, svar: list[tuple[int, Regel]]) -> bool:
    match node:
        case tre.Navn() if node.regel is not None and node.form == "vanlig":
            svar.append((fortegn, bok.samling.regler[node.regel]))
            return True
        case tre.Regning() if node.op in "+-":
            andre = fortegn if node.op == "+" else -fortegn
            return _les_ledd(bok, node.a, fortegn, svar) and _les_ledd(bok, node.b, andre, svar)
        case _:
            return False


# ── their values ────────────────────────────────────────────────────────────────────────────────


def _rad(u: Utregning, regel: Regel, dag: date) -> Rad:
    kjoring, program = u.kjoring, u.bok.program
    nr = program.nummer[regel.id]
    gitt = nr in kjoring.gitt.numre
    try:
        nokkel = kjoring.nokkel(regel.id, dag)
    except Ukjent as ukjent:
        return Rad(regel, None, (nr, 0, 0, 0), gitt, mangler=_manglende(u, ukjent))
    kjoring.nytt_sporsmaal()
    try:
        verdi = kjoring.v(*nokkel)
    except Ukjent as ukjent:
        return Rad(regel, None, nokkel, gitt, mangler=_manglende(u, ukjent))
    except Regnefeil as f:
        return Rad(regel, None, nokkel, gitt, feil=f.hva)
    ledd = [] if gitt else _summen(u.bok, regel)
    return Rad(
        regel,
        verdi,
        nokkel,
        gitt,
        frozenset(slag for slag, _ in kjoring.merker(nokkel)),
        ledd=tuple(Ledd(r, _rad(u, r, dag).verdi, f) for f, r in ledd),
    )


def _manglende(u: Utregning, ukjent: Ukjent) -> tuple[Regel, ...]:
    return tuple(u.bok.program.regler[nr].regel for nr, _ in sorted(ukjent.inndata))
