"""The tables of an answer as plain rows: months, payments and years. For CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ytelsesrad.beregning.resultat import Planresultat, Resultat
from ytelsesrad.visning.tekst.maanedstabell import ytelser_i

type_celle = str | Decimal | date | bool | None
"""What stands in a cell. None is not known, or nothing to say."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """The heading of a column: its name for programs, and what people call it."""

    id: str
    tittel: str


@dataclass(frozen=True, slots=True)
class Rader:
    """A table: headings, and rows of the same length."""

    navn: str
    kolonner: tuple[Kolonne, ...]
    rader: tuple[tuple[type_celle, ...], ...]


def maaneder(resultat: Resultat) -> Rader:
    """Return one row for each plan and month, with gross and net of each coverage line."""
    navn = _ytelser(resultat)
    trekk = {t.trekk: t.tittel for p in resultat.planer for b in p.betalinger for t in b.trekk}
    kolonner = [Kolonne("plan", "Plan"), Kolonne("maaned", "Måned")]
    for y, n in navn.items():
        kolonner += [
            Kolonne(f"{y}_brutto", f"{n}, før trekk"),
            Kolonne(f"{y}_netto", f"{n}, inn på konto"),
        ]
    kolonner += [Kolonne(f"trekk_{t}", n) for t, n in trekk.items()]
    kolonner += [
        Kolonne("netto", "Inn på konto"),
        Kolonne("mot_grunnlag", f"Mot «{resultat.planer[0].navn}»"),
        Kolonne("lavest", "Laveste måned"),
        Kolonne("mangler", "Mangler"),
    ]
    rader: list[tuple[type_celle, ...]] = []
    for plan in resultat.planer:
        for m in plan.maaneder:
            belop: list[type_celle] = []
            for y, n in navn.items():
                ukjent = n in m.mangler
                for del_ in (m.brutto, m.netto_av):
                    belop.append(None if ukjent else del_.get(y, Decimal(0)))
            belop += [None if m.mangler else m.trekk.get(t, Decimal(0)) for t in trekk]
            netto = None if m.mangler else m.netto
            mangler = ", ".join(m.mangler)
            rader.append(
                (plan.navn, m.maaned, *belop, netto, m.mot_grunnlag, m.lavest, mangler or None)
            )
    return Rader("maaneder", tuple(kolonner), tuple(rader))


def _ytelser(resultat: Resultat) -> dict[str, str]:
    """Return the coverage lines with money in any plan and their names, in order."""
    navn: dict[str, str] = {}
    for plan in resultat.planer:
        for y, n in ytelser_i(plan).items():
            navn.setdefault(y, n)
    return navn


_BETALINGER: tuple[tuple[Kolonne, Callable[[Planresultat, int], type_celle]], ...] = (
    (Kolonne("plan", "Plan"), lambda p, _: p.navn),
    (Kolonne("dato", "På konto"), lambda p, n: p.betalinger[n].dato),
    (Kolonne("ytelse", "Ytelse"), lambda p, n: p.betalinger[n].ytelse),
    (Kolonne("tittel", "Hva"), lambda p, n: p.betalinger[n].tittel),
    (Kolonne("betaler", "Hvem betaler"), lambda p, n: p.betalinger[n].betaler),
    (Kolonne("fra_dag", "For dagene fra"), lambda p, n: p.betalinger[n].fra_dag),
    (Kolonne("til_dag", "til og med"), lambda p, n: p.betalinger[n].til_dag),
    (Kolonne("brutto", "Før trekk"), lambda p, n: p.betalinger[n].brutto),
    (
        Kolonne("trekk", "Trekk"),
        lambda p, n: sum((t.belop for t in p.betalinger[n].trekk), Decimal(0)),
    ),
    (Kolonne("netto", "Inn på konto"), lambda p, n: p.betalinger[n].netto),
    (Kolonne("oppgjor", "Oppgjør"), lambda p, n: p.betalinger[n].oppgjor),
    (Kolonne("sikkerhet", "Sikkerhet"), lambda p, n: p.betalinger[n].sikkerhet),
    (Kolonne("regel", "Regel"), lambda p, n: p.betalinger[n].regel),
    (Kolonne("periode", "Periode"), lambda p, n: p.betalinger[n].periode),
)


def betalinger(resultat: Resultat) -> Rader:
    """Return one row for each payment of each plan, also settlements that come later."""
    return Rader(
        "betalinger",
        tuple(k for k, _ in _BETALINGER),
        tuple(
            tuple(hent(plan, nr) for _, hent in _BETALINGER)
            for plan in resultat.planer
            for nr in range(len(plan.betalinger))
        ),
    )


def aar(resultat: Resultat) -> Rader:
    """Return one row for each plan, year and coverage line: as paid, and when settled."""
    kolonner = (
        Kolonne("plan", "Plan"),
        Kolonne("aar", "År"),
        Kolonne("ytelse", "Ytelse"),
        Kolonne("navn", "Navn"),
        Kolonne("utbetalt", "Utbetalt i året"),
        Kolonne("gjort_opp", "Når alt er gjort opp"),
    )
    return Rader(
        "aar",
        kolonner,
        tuple(
            (plan.navn, str(a.aar), x.ytelse, x.rad, x.utbetalt, x.gjort_opp)
            for plan in resultat.planer
            for a in plan.aar
            for x in a.linjer
        ),
    )


TABELLER: dict[str, Callable[[Resultat], Rader]] = {
    "maaneder": maaneder,
    "betalinger": betalinger,
    "aar": aar,
}
"""The tables that can be had, by name."""


def overskrifter(rader: Rader, *, for_folk: bool) -> Sequence[str]:
    """Return the headings: for people, or for programs."""
    return [k.tittel if for_folk else k.id for k in rader.kolonner]
